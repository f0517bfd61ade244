"""A mapping as it is written, one flag per source, and its sources looked up in a file's header.

``FIELD=COLUMN``, ``FIELD:=TEXT`` (the same text for every row), ``quantity@PATH=COLUMN``, ``FIELD?=COLUMN`` (only when
the file has that column and nothing else is mapped to the field yet) and ``FIELD+SEPARATOR=COLUMN``, which joins one
more column to the field: ``name+ - =Size``. A joined one may end in ``?=`` as well.

A ``*`` in COLUMN stands for any text where no column is called exactly that: ``quantity@*=Stock - *`` takes all such
columns, each as the quantity at the location that the text names, ``price?=Price [*]`` the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import has_no_text, normal_path, readable
from inventory_app.importing.kinds import Field, FieldType, Kind
from inventory_app.importing.mapping.automatic import automatic
from inventory_app.importing.mapping.headers import column_text, columns_there_are, find_column, is_there, matching
from inventory_app.importing.mapping.mapping import Assignment, Mapping

_DEFAULT_SEPARATOR = " "
_ANY = "*"


@dataclass(frozen=True, slots=True)
class MapFlag:
    """One source, taken apart but not yet looked up. ``separator`` None: it is not joined to anything."""

    field: Field
    path: str
    column: str
    constant: bool
    if_there: bool = False
    separator: str | None = None

    @classmethod
    def parse(cls, kind: Kind, text: str) -> MapFlag:
        """Raises Refusal for a field that the kind has not, and for anything that is not of one of the forms."""
        if has_no_text(text):
            raise Refusal("mapping_invalid", f"“{readable(text)}” holds a character that is no text.", field="map")
        target, mark, source = text.partition("=")
        constant, if_there = target.endswith(":"), target.endswith("?")
        target, separator = _without_separator(target[:-1] if constant or if_there else target)
        name, at, path = target.strip().partition("@")
        if not mark or not name:
            raise Refusal("mapping_invalid", f"“{text}” is no mapping; write FIELD=COLUMN or FIELD:=TEXT.", field="map")
        field = kind.field(name.strip())
        if at and path.strip() != _ANY:
            path = _normal_path(field, path)
        elif at:
            _refuse_any(field, source)
        if separator is not None:
            _refuse_joined(field, constant=constant)
        if not constant and not source:
            raise Refusal("mapping_invalid", f"{name}: which column? Write {name}=COLUMN.", field=name)
        return cls(field, path, source, constant, if_there, separator)

    @property
    def label(self) -> str:
        """The field as the person writes it."""
        return f"{self.field.name}@{self.path}" if self.path else self.field.name

    @property
    def is_for_all(self) -> bool:
        """Whether it stands for a quantity at each location that the headers name."""
        return self.path == _ANY

    @property
    def wanted_header(self) -> str | None:
        """The header that this flag hopes to find, for telling the header line; None when it names none."""
        unsure = self.constant or self.if_there or _ANY in self.column or re.fullmatch(r"#?[0-9]+", self.column)
        return None if unsure else self.column


def parse_flags(kind: Kind, texts: Sequence[str]) -> tuple[MapFlag, ...]:
    """All mappings of a command line; raises Refusal for the first that is none."""
    return tuple(MapFlag.parse(kind, text) for text in texts)


def flags_of(mapping: Mapping) -> tuple[str, ...]:
    """The flags that say what a mapping says, also for a file whose columns stand in another order."""
    found = []
    for one in mapping.assignments:
        if one.column is None:
            found.append(f"{one.label}:={one.constant}")
            continue
        first, *more = (column_text(place, mapping.headers) for place in one.columns)
        found.append(f"{one.label}={first}")
        found.extend(f"{one.label}+{one.separator}={column}" for column in more)
    return tuple(found)


def resolve(kind: Kind, headers: Sequence[str], flags: Sequence[MapFlag]) -> Mapping:
    """The mapping as written, or by synonyms when nothing is written. Raises Refusal naming the columns there are."""
    found = _assign_all(flags, headers) if flags else automatic(kind, headers)
    order = {field.name: place for place, field in enumerate(kind.fields)}
    found.sort(key=lambda one: (order[one.field.name], bool(one.path)))
    mapped = {one.field.name for one in found}
    if lacking := [name for name in kind.required if name not in mapped]:
        raise Refusal(
            "mapping_incomplete",
            f"No column is mapped to {' and '.join(lacking)}; map one with {lacking[0]}=COLUMN. "
            f"{columns_there_are(headers)}",
            field=lacking[0],
        )
    return Mapping(kind, tuple(headers), tuple(found))


def _assign_all(flags: Sequence[MapFlag], headers: Sequence[str]) -> list[Assignment]:
    found: dict[str, Assignment] = {}
    for flag in chain.from_iterable(_spread(one, headers) for one in flags):
        known = found.get(flag.label)
        if flag.if_there and (not _is_there(flag, headers) or (known is not None and flag.separator is None)):
            continue
        if known is None:
            found[flag.label] = _assign(flag, headers)
        elif flag.separator is None:
            raise Refusal(
                "mapping_twice", f"{flag.label} is mapped twice; leave one of them out.", field=flag.field.name
            )
        else:
            found[flag.label] = _join(known, flag, headers)
    return list(found.values())


def _spread(flag: MapFlag, headers: Sequence[str]) -> list[MapFlag]:
    """The flag, or what a ``*`` in it stands for."""
    if flag.constant or _ANY not in flag.column or is_there(flag.column, headers):
        return [flag]
    found = [
        replace(flag, column=f"#{place + 1}", path=_normal_path(flag.field, text) if flag.path else "")
        for place, text in matching(flag.column, headers)
    ]
    if not flag.is_for_all:
        found = found[:1]
    return found or ([] if flag.if_there else [flag])


def _is_there(flag: MapFlag, headers: Sequence[str]) -> bool:
    return flag.column.startswith("#") or is_there(flag.column, headers)


def _assign(flag: MapFlag, headers: Sequence[str]) -> Assignment:
    if flag.constant:
        return Assignment(flag.field, None, flag.column, flag.path)
    return Assignment(flag.field, find_column(flag.column, headers, flag.field.name), "", flag.path)


def _join(known: Assignment, flag: MapFlag, headers: Sequence[str]) -> Assignment:
    if known.column is None:
        raise Refusal(
            "mapping_invalid", f"{flag.label} is one text for all rows; nothing is joined to it.", field=flag.field.name
        )
    place = find_column(flag.column, headers, flag.field.name)
    return replace(known, more=(*known.more, place), separator=flag.separator or _DEFAULT_SEPARATOR)


def _without_separator(target: str) -> tuple[str, str | None]:
    """The field's label and the separator after ``+``; a ``+`` in a location's path is none."""
    plus, at = target.find("+"), target.find("@")
    if plus < 0 or 0 <= at < plus:
        return target, None
    return target[:plus], target[plus + 1 :]


def _refuse_joined(field: Field, *, constant: bool) -> None:
    if constant or field.is_number or field.type is FieldType.DATE:
        what = "write the columns, not a text" if constant else "only texts are"
        raise Refusal("mapping_invalid", f"{field.name} cannot be joined: {what}.", field=field.name)


def _refuse_any(field: Field, column: str) -> None:
    if not field.per_location or _ANY not in column:
        raise Refusal(
            "mapping_invalid",
            f"{field.name}@*: write a * in the column too, for the location's name, as quantity@*=Stock - *.",
            field=field.name,
        )


def _normal_path(field: Field, path: str) -> str:
    if not field.per_location:
        raise Refusal(
            "mapping_invalid", f"{field.name} is not kept per location; write {field.name}=COLUMN.", field=field.name
        )
    normal = normal_path(path)
    if not normal:
        raise Refusal(
            "unknown_location", f"“{path}” is not a location's path; write codes joined by /.", field=field.name
        )
    return normal
