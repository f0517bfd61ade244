"""What columns become, as the map step shows it: place → label; joined columns have the same. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.mapping import Mapping as ColumnMapping
from inventory_app.importing.mapping import find_column, parse_flags, resolve
from inventory_app.importing.mapping.mapping import Assignment
from inventory_app.importing.treatment import Treatment

_SEPARATOR = " "


def assigned(mapping: ColumnMapping | None) -> dict[int, str]:
    """column → label of a mapping; every column that a field is joined from has its label."""
    if mapping is None:
        return {}
    return {place: one.label for one in mapping.assignments for place in one.columns}


def constants(mapping: ColumnMapping | None) -> tuple[str, ...]:
    """The labels that one text for all rows is given to."""
    return tuple(one.label for one in mapping.assignments if not one.columns) if mapping is not None else ()


def flags_for(columns: Mapping[int, str], base: ColumnMapping | None) -> tuple[str, ...]:
    """The mapping as the command line takes it; what is joined in ``base``, and its texts for all rows, stay so."""
    known: dict[str, Assignment] = {one.label: one for one in base.assignments} if base is not None else {}
    places: dict[str, list[int]] = {}
    for place, label in sorted(columns.items()):
        if label:
            places.setdefault(label, []).append(place)
    flags = []
    for label, found in places.items():
        before = known.get(label)
        order = before.columns if before is not None else ()
        ordered = [place for place in order if place in found] + [place for place in found if place not in order]
        separator = before.separator if before is not None and before.more else _SEPARATOR
        flags.append(f"{label}=#{ordered[0] + 1}")
        flags += [f"{label}+{separator}=#{place + 1}" for place in ordered[1:]]
    flags += [f"{one.label}:={one.constant}" for one in known.values() if not one.columns and one.label not in places]
    return tuple(flags)


def part_of(place: int, label: str, columns: Mapping[int, str]) -> tuple[int, int]:
    """Which of how many columns this one is that become the same field, from 1."""
    found = [other for other, said in sorted(columns.items()) if said == label]
    return found.index(place) + 1, len(found)


def filled_down(headers: tuple[str, ...], treatment: Treatment) -> frozenset[int]:
    """The columns whose blank cells take the text above them."""
    found = set()
    for column in treatment.fill_down:
        try:
            found.add(find_column(column, headers, "fill_down"))
        except Refusal as refusal:
            if refusal.code != "column_unknown":
                raise
    return frozenset(found)


def mapping_of(kind: str, headers: tuple[str, ...], flags: tuple[str, ...]) -> ColumnMapping:
    """What a file with these headers is imported with; raises Refusal when that is not enough."""
    of_kind = kind_of(kind)
    return resolve(of_kind, headers, parse_flags(of_kind, flags))
