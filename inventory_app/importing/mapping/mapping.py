"""Which columns mean which field, found out: every source is a place in the file's own header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inventory_app.exporting.guard import is_guarded_file
from inventory_app.importing.kinds import Field, Kind, kind_of


@dataclass(frozen=True, slots=True)
class Assignment:
    """One field's source: a column counted from 0, or a constant. ``path`` names the location of a quantity.

    The texts of ``more`` columns are joined to the first one's, with ``separator`` between those that are not blank.
    """

    field: Field
    column: int | None = None
    constant: str = ""
    path: str = ""
    more: tuple[int, ...] = ()
    separator: str = ""

    @property
    def columns(self) -> tuple[int, ...]:
        """All the columns that it comes from, none for a constant."""
        return () if self.column is None else (self.column, *self.more)

    @property
    def source(self) -> Any:
        """Where it comes from, in plain JSON values: a place, several of them, or a text."""
        if self.more:
            return {"columns": list(self.columns), "separator": self.separator}
        return self.column if self.column is not None else {"text": self.constant}

    @classmethod
    def of(cls, field: Field, path: str, source: Any) -> Assignment:
        """The assignment whose `source` is known."""
        if isinstance(source, int):
            return cls(field, source, "", path)
        if "columns" in source:
            first, *more = source["columns"]
            return cls(field, first, "", path, tuple(more), source["separator"])
        return cls(field, None, source["text"], path)

    @property
    def label(self) -> str:
        """The field as the person writes it: ``price``, ``quantity@SHOP/Back``."""
        return f"{self.field.name}@{self.path}" if self.path else self.field.name


@dataclass(frozen=True, slots=True)
class Slot:
    """A quantity of a row and where it is staged: ``path`` '' is the row's own or the chosen location.

    ``value`` is the column of quantity × cost, '' when the file says no cost: SQL cannot multiply exactly.
    """

    column: str
    label: str
    path: str
    value: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """The sources of a file's fields, in the order of the kind's declaration. ``headers`` are the file's own."""

    kind: Kind
    headers: tuple[str, ...]
    assignments: tuple[Assignment, ...]

    @property
    def staged_names(self) -> tuple[str, ...]:
        """The staging table's columns, one per assignment; quantities per location are numbered."""
        numbers = iter(range(1, len(self.assignments) + 1))
        return tuple(f"quantity_at_{next(numbers)}" if one.path else one.field.name for one in self.assignments)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The quantities of a row, each at its place."""
        value = "value_of_{}" if self.cost_column else ""
        return tuple(
            Slot(name, one.label, one.path, value.format(name))
            for name, one in zip(self.staged_names, self.assignments, strict=True)
            if one.field.name == "quantity"
        )

    @property
    def is_guarded(self) -> bool:
        """Whether the file is an export of ours, whose texts lose their guard."""
        return is_guarded_file(self.headers)

    @property
    def is_own(self) -> bool:
        """Whether the file is an export of ours, guarded or not: what is blank there is so on purpose."""
        return is_own_export(self.kind, self.headers)

    @property
    def cost_column(self) -> str:
        """The staged column of what a piece costs, '' when the file does not say."""
        return next((name for name in (self.kind.cost,) if self.maps(name)), "")

    def maps(self, field: str) -> bool:
        """Whether the file says anything about the field."""
        return any(one.field.name == field for one in self.assignments)

    def header_of(self, label: str) -> str:
        """The header of the column that a problem's field came from; the field itself for a constant."""
        for one in self.assignments:
            if one.label == label and one.columns:
                return " + ".join(self.headers[place] for place in one.columns)
        return label

    def places_of(self, label: str) -> tuple[int, ...]:
        """The places, from 1, of the columns that a problem's field came from; none for a constant."""
        found = next((one.columns for one in self.assignments if one.label == label), ())
        return tuple(place + 1 for place in found)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values: what was mapped, by position and by header. `from_json` reads them back."""
        return {
            "kind": self.kind.name,
            "headers": list(self.headers),
            "fields": {one.label: one.source for one in self.assignments},
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Mapping:
        """The mapping that `to_json` wrote."""
        kind = kind_of(values["kind"])
        assignments = []
        for label, source in values["fields"].items():
            name, _, path = label.partition("@")
            assignments.append(Assignment.of(kind.field(name), path, source))
        return cls(kind, tuple(values["headers"]), tuple(assignments))


def is_own_export(kind: Kind, headers: Sequence[str]) -> bool:
    """Whether a file of this kind is an export of ours: by its mark, or by columns that only ours has together."""
    return is_guarded_file(headers) or (bool(kind.told) and set(kind.told) <= set(headers))
