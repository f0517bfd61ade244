"""Which column means which field: what the person wrote, or what the headers say by their synonyms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import NAME_LENGTH, PATH_MARK
from inventory_app.exporting.guard import is_guarded_file
from inventory_app.importing.kinds import Field, Kind, kind_of

_SHOWN_COLUMNS = 30
_FOLDED = re.compile(r"[\s_\-./:']+")


@dataclass(frozen=True, slots=True)
class Assignment:
    """One field's source: a column counted from 0, or a constant. ``path`` names the location of a quantity."""

    field: Field
    column: int | None = None
    constant: str = ""
    path: str = ""

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
    def cost_column(self) -> str:
        """The staged column of what a piece costs, '' when the file does not say."""
        return next((name for name in (self.kind.cost,) if self.maps(name)), "")

    def maps(self, field: str) -> bool:
        """Whether the file says anything about the field."""
        return any(one.field.name == field for one in self.assignments)

    def header_of(self, label: str) -> str:
        """The header of the column that a problem's field came from; the field itself for a constant."""
        for one in self.assignments:
            if one.label == label and one.column is not None:
                return self.headers[one.column]
        return label

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values: what was mapped, by position and by header. `from_json` reads them back."""
        return {
            "kind": self.kind.name,
            "headers": list(self.headers),
            "fields": {
                one.label: one.column if one.column is not None else {"text": one.constant} for one in self.assignments
            },
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Mapping:
        """The mapping that `to_json` wrote."""
        kind = kind_of(values["kind"])
        assignments = []
        for label, source in values["fields"].items():
            name, _, path = label.partition("@")
            constant = source["text"] if isinstance(source, dict) else ""
            column = None if isinstance(source, dict) else source
            assignments.append(Assignment(kind.field(name), column, constant, path))
        return cls(kind, tuple(values["headers"]), tuple(assignments))


@dataclass(frozen=True, slots=True)
class MapFlag:
    """One ``FIELD=COLUMN``, ``FIELD:=TEXT`` or ``quantity@PATH=COLUMN``, taken apart but not yet looked up."""

    field: Field
    path: str
    column: str
    constant: bool

    @classmethod
    def parse(cls, kind: Kind, text: str) -> MapFlag:
        """Raises Refusal for a field that the kind has not, and for anything that is not of one of the forms."""
        target, mark, source = text.partition("=")
        constant = target.endswith(":")
        name, at, path = (target[:-1] if constant else target).strip().partition("@")
        if not mark or not name:
            raise Refusal("mapping_invalid", f"“{text}” is no mapping; write FIELD=COLUMN or FIELD:=TEXT.", field="map")
        field = kind.field(name.strip())
        if at:
            path = _normal_path(field, path)
        if not constant and not source:
            raise Refusal("mapping_invalid", f"{name}: which column? Write {name}=COLUMN.", field=name)
        return cls(field, path, source, constant)

    @property
    def wanted_header(self) -> str | None:
        """The header that this flag hopes to find, for telling the header line; None when it names none."""
        return None if self.constant or re.fullmatch(r"#?[0-9]+", self.column) else self.column


def parse_flags(kind: Kind, texts: Sequence[str]) -> tuple[MapFlag, ...]:
    """All mappings of a command line; raises Refusal for the first that is none."""
    return tuple(MapFlag.parse(kind, text) for text in texts)


def resolve(kind: Kind, headers: Sequence[str], flags: Sequence[MapFlag]) -> Mapping:
    """The mapping as written, or by synonyms when nothing is written. Raises Refusal naming the columns there are."""
    found = [_assign(flag, headers) for flag in flags] if flags else _automatic(kind, headers)
    order = {field.name: place for place, field in enumerate(kind.fields)}
    found.sort(key=lambda one: (order[one.field.name], bool(one.path)))
    _refuse_twice(found)
    mapped = {one.field.name for one in found}
    if lacking := [name for name in kind.required if name not in mapped]:
        raise Refusal(
            "mapping_incomplete",
            f"No column is mapped to {' and '.join(lacking)}; map one with {lacking[0]}=COLUMN. "
            f"{columns_there_are(headers)}",
            field=lacking[0],
        )
    return Mapping(kind, tuple(headers), tuple(found))


def columns_there_are(headers: Sequence[str]) -> str:
    """The columns of the file, for a message."""
    shown = ", ".join(f"{place} “{_short(header)}”" for place, header in enumerate(headers[:_SHOWN_COLUMNS], start=1))
    more = len(headers) - _SHOWN_COLUMNS
    return f"The file's columns are {shown}{f' and {more} more' if more > 0 else ''}."


def find_column(column: str, headers: Sequence[str], field: str) -> int:
    """The place of a column, counted from 0: header text first, exactly, then folded; then the position."""
    if not re.fullmatch(r"#[0-9]+", column):
        for fold in (str, _trimmed):
            places = [place for place, header in enumerate(headers) if fold(header) == fold(column)]
            if len(places) > 1:
                which = " or ".join(f"#{place + 1}" for place in places)
                raise Refusal(
                    "mapping_ambiguous",
                    f"{field}: {len(places)} columns are called “{column}”; write {which}.",
                    field=field,
                )
            if places:
                return places[0]
    position = column.removeprefix("#")
    if re.fullmatch(r"[0-9]{1,9}", position) and 1 <= int(position) <= len(headers):
        return int(position) - 1
    raise Refusal(
        "column_unknown", f"{field}: there is no column “{column}”. {columns_there_are(headers)}", field=field
    )


def fold_header(text: str) -> str:
    """A header for comparing with synonyms: lower case, without accents, its marks as single spaces."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return _FOLDED.sub(" ", plain).strip().casefold()


def _assign(flag: MapFlag, headers: Sequence[str]) -> Assignment:
    if flag.constant:
        return Assignment(flag.field, None, flag.column, flag.path)
    return Assignment(flag.field, find_column(flag.column, headers, flag.field.name), "", flag.path)


def _automatic(kind: Kind, headers: Sequence[str]) -> list[Assignment]:
    """Each field takes its likeliest header; of two columns with one header the first, as a person would."""
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        places.setdefault(fold_header(header), place)
    found = []
    for field in kind.fields:
        names = [name for name in (field.name.replace("_", " "), *field.synonyms) if name in places]
        if names:
            found.append(Assignment(field, places.pop(names[0])))
    return found


def _refuse_twice(found: Sequence[Assignment]) -> None:
    seen: set[str] = set()
    for one in found:
        if one.label in seen:
            raise Refusal("mapping_twice", f"{one.label} is mapped twice; leave one of them out.", field=one.field.name)
        seen.add(one.label)


def _normal_path(field: Field, path: str) -> str:
    codes = [code.strip() for code in path.split(PATH_MARK)]
    if not field.per_location:
        raise Refusal(
            "mapping_invalid", f"{field.name} is not kept per location; write {field.name}=COLUMN.", field=field.name
        )
    if not all(codes) or max(map(len, codes)) > NAME_LENGTH:
        raise Refusal(
            "unknown_location", f"“{path}” is not a location's path; write codes joined by /.", field=field.name
        )
    return PATH_MARK.join(codes)


def _trimmed(text: str) -> str:
    return text.strip().casefold()


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
