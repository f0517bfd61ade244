"""What the writing process is asked to do, sent as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from inventory_app.exporting.formats import Format
from inventory_app.queries.exported.forms import Form


@dataclass(frozen=True, slots=True)
class WrittenColumn:
    """A column of the file, its form, and the names of the stored values that it is made of."""

    name: str
    form: Form
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteTable:
    """Write a table to standard output.

    ``database`` is the SQLite file to ask ``sql`` of; '' : the rows come as CSV on standard input.
    """

    format: Format
    raw: bool
    columns: tuple[WrittenColumn, ...]
    database: str = ""
    sql: str = ""
    values: tuple[Any, ...] = ()

    def to_line(self) -> bytes:
        """One line of JSON; `from_line` reads it back. The values are those of SQLite: texts and numbers."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> WriteTable:
        """The job that `to_line` wrote."""
        given = json.loads(line)
        columns = tuple(
            WrittenColumn(one["name"], Form(one["form"]), tuple(one["parts"])) for one in given.pop("columns")
        )
        return cls(**{**given, "format": Format(given["format"]), "values": tuple(given["values"]), "columns": columns})
