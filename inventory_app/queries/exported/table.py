"""An exported table: columns in their stored form, and the statement of their rows.

The rows do not pass through Python objects: a million of them are formatted in blocks, elsewhere. So a column says
which stored values it is made of, and in which form they are to be written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Integer, Select, Text, cast, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from inventory_app.queries.exact import sum_parts
from inventory_app.queries.exported.forms import Form


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column: its name in the words of the contract, its form, and the stored values that it is made of."""

    name: str
    form: Form
    parts: tuple[ColumnElement[Any], ...]

    @property
    def part_names(self) -> tuple[str, ...]:
        """The names of the stored values in the statement; the first is the column's own."""
        return self.name, *(f"{self.name}_{number}" for number in range(2, len(self.parts) + 1))


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table: its columns, and its rows filtered and sorted. ``rows`` still selects what it likes."""

    columns: tuple[ExportColumn, ...]
    rows: Select[Any]

    def of(self, names: Sequence[str]) -> ExportTable:
        """The same with these columns in this order; all of them when none is named. Raises KeyError."""
        by_name: Mapping[str, ExportColumn] = {column.name: column for column in self.columns}
        return ExportTable(tuple(by_name[name] for name in names), self.rows) if names else self

    @property
    def statement(self) -> Select[Any]:
        """The stored values of all columns, row by row."""
        parts = [
            part.label(name)
            for column in self.columns
            for name, part in zip(column.part_names, column.parts, strict=True)
        ]
        return self.rows.with_only_columns(*parts, maintain_column_froms=True)


def text(name: str, value: Any) -> ExportColumn:
    """Something that a person wrote."""
    return ExportColumn(name, Form.TEXT, (value,))


def plain(name: str, value: Any) -> ExportColumn:
    """A word of ours."""
    return ExportColumn(name, Form.PLAIN, (value,))


def integer(name: str, value: Any) -> ExportColumn:
    """A count or a row's number."""
    return ExportColumn(name, Form.INTEGER, (cast(value, BigInteger),))


def flag(name: str, value: Any) -> ExportColumn:
    """Yes or no."""
    return ExportColumn(name, Form.FLAG, (cast(value, Integer),))


def identifier(name: str, value: Any) -> ExportColumn:
    """The id of an action."""
    return ExportColumn(name, Form.IDENTIFIER, (cast(value, Text),))


def time(name: str, value: Any) -> ExportColumn:
    """A moment, as SQLite keeps it."""
    return ExportColumn(name, Form.TIME, (written_time(value),))


def day(name: str, value: Any) -> ExportColumn:
    """A date, as SQLite keeps it."""
    return ExportColumn(name, Form.DAY, (written_day(value),))


def day_of(name: str, moment: Any) -> ExportColumn:
    """The day of a moment, in UTC as an import takes a day without a time."""
    return ExportColumn(name, Form.DAY, (written_day_of(moment),))


def quantity(name: str, value: Any) -> ExportColumn:
    """A stored quantity."""
    return ExportColumn(name, Form.QUANTITY, (type_coerce(value, BigInteger),))


def money(name: str, value: Any) -> ExportColumn:
    """A stored amount."""
    return ExportColumn(name, Form.MONEY, (type_coerce(value, BigInteger),))


def worth(name: str, on_hand: Any, cost: Any) -> ExportColumn:
    """A stored quantity at a stored cost: multiplied where that is exact, which no engine's SQL is."""
    return ExportColumn(name, Form.WORTH, (type_coerce(on_hand, BigInteger), type_coerce(cost, BigInteger)))


def total(name: str, whole: Any, rest: Any) -> ExportColumn:
    """A sum of quantities that may be beyond 64 bits."""
    return ExportColumn(name, Form.TOTAL, (cast(whole, BigInteger), cast(rest, BigInteger)))


def named_sums(name: str, column: Any) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """The two parts of a sum, for a subquery: ``name`` and ``name_rest``."""
    whole, rest = sum_parts(column)
    return whole.label(name), rest.label(f"{name}_rest")


class written_time(FunctionElement[str]):  # noqa: N801 - used like a function
    """A time as SQLite keeps it, on both engines."""

    type = Text()
    inherit_cache = True


class written_day(FunctionElement[str]):  # noqa: N801 - used like a function
    """A date as SQLite keeps it, on both engines."""

    type = Text()
    inherit_cache = True


class written_day_of(FunctionElement[str]):  # noqa: N801 - used like a function
    """The day of a time, as SQLite keeps days, on both engines."""

    type = Text()
    inherit_cache = True


@compiles(written_time)
@compiles(written_day)
def _as_kept(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(written_time, "postgresql")
def _time(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    inner = compiler.process(element.clauses, **options)
    return f"""to_char({inner} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""


@compiles(written_day, "postgresql")
def _day(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return f"to_char({compiler.process(element.clauses, **options)}, 'YYYY-MM-DD')"


@compiles(written_day_of)
def _first_ten(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return f"substr({compiler.process(element.clauses, **options)}, 1, 10)"


@compiles(written_day_of, "postgresql")
def _day_of_time(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return f"to_char({compiler.process(element.clauses, **options)} AT TIME ZONE 'UTC', 'YYYY-MM-DD')"
