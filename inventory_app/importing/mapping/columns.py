"""What columns may mean that no synonym knows: a proposal with its reason, for the person to accept.

By the header, a quantity at a location (“Qty (MAIN)”, “Stock - Shop/Back”, “Shop”); by what stands in the first rows, a
barcode, a sku, a price or a name where the header says nothing. Nothing of it is applied by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from inventory_app.domain.barcodes import check_digit_ok, has_gtin_length
from inventory_app.domain.texts import PATH_MARK, folded
from inventory_app.importing.kinds import Field, FieldType, Kind
from inventory_app.importing.mapping.headers import fold_header
from inventory_app.importing.mapping.mapping import Mapping as ColumnMapping

_FEWEST = 3
_LONGEST_SKU = 40
_FORMS = (
    re.compile(r"(?P<word>[^(\[]+)[(\[](?P<place>[^)\]]+)[)\]]"),
    re.compile(r"(?P<word>.+?)\s*(?:[-–—:@|]|\bat\b|\bin\b)\s*(?P<place>.+)"),
    re.compile(r"(?P<place>.+)\s+[-–—:|]\s+(?P<word>.+)"),
)
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_Content: TypeAlias = tuple[Callable[[Sequence[str]], bool], Callable[[Field], bool], str]
_PRICE = re.compile(r"[0-9]+[.,][0-9]{2}")


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """A column, counted from 0, what it probably means, and why."""

    column: int
    label: str
    reason: str

    def to_json(self) -> list[Any]:
        """Plain JSON values; `from_json` reads them back."""
        return [self.column, self.label, self.reason]

    @classmethod
    def from_json(cls, values: Sequence[Any]) -> ColumnProposal:
        return cls(*values)


def proposed_columns(
    kind: Kind,
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    mapping: ColumnMapping | None,
    locations: Sequence[str] = (),
) -> tuple[ColumnProposal, ...]:
    """Proposals for the columns that nothing is mapped from, in their order; each field once."""
    assigned = mapping.assignments if mapping is not None else ()
    taken = {place for one in assigned for place in one.columns}
    labels = {one.label for one in assigned}
    known = _known_places(locations)
    found = []
    for place, header in enumerate(headers):
        if place in taken:
            continue
        cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        proposal = _by_location(kind, place, header, cells, known)
        if proposal is None:
            sure = _CONTENTS if _says_nothing(header, place) else _CONTENTS[:1]
            proposal = _by_content(kind, place, cells, labels, sure)
        if proposal is not None and proposal.label not in labels:
            labels.add(proposal.label)
            found.append(proposal)
    return tuple(found)


def _known_places(locations: Sequence[str]) -> dict[str, str]:
    """folded path, and folded code where it is one location's alone → path."""
    codes: dict[str, list[str]] = {}
    for path in locations:
        codes.setdefault(folded(path.rsplit(PATH_MARK, 1)[-1]), []).append(path)
    known = {code: paths[0] for code, paths in codes.items() if len(paths) == 1}
    return known | {folded(path): path for path in locations}


def _by_location(
    kind: Kind, place: int, header: str, cells: Sequence[str], known: Mapping[str, str]
) -> ColumnProposal | None:
    field = next((one for one in kind.fields if one.per_location), None)
    if field is None:
        return None
    words = {field.name, *field.synonyms}
    for form in _FORMS:
        match = form.fullmatch(header.strip())
        if match and fold_header(match["word"]) in words:
            name = match["place"].strip()
            if path := known.get(folded(name)):
                return ColumnProposal(place, f"{field.name}@{path}", f"The header names the location {path}.")
            if all(code.strip() for code in name.split(PATH_MARK)):
                reason = f"The header may name a location “{name}”, which does not exist yet."
                return ColumnProposal(place, f"{field.name}@{name}", reason)
    path = known.get(folded(header))
    if path and cells and all(map(_NUMBER.fullmatch, cells)):
        return ColumnProposal(place, f"{field.name}@{path}", f"The header is the location {path}, with numbers below.")
    return None


def _says_nothing(header: str, place: int) -> bool:
    """Whether a header is blank, or the position that stands for it where the file has none."""
    return not header.strip() or header.strip() == str(place + 1)


def _by_content(
    kind: Kind, place: int, cells: Sequence[str], labels: set[str], contents: Sequence[_Content]
) -> ColumnProposal | None:
    if len(cells) < _FEWEST:
        return None
    for field in kind.fields:
        if field.name in labels:
            continue
        for fits, applies, reason in contents:
            if applies(field) and fits(cells):
                return ColumnProposal(place, field.name, reason)
    return None


def _are_gtins(cells: Sequence[str]) -> bool:
    return all(has_gtin_length(cell) and check_digit_ok(cell) for cell in cells)


def _are_skus(cells: Sequence[str]) -> bool:
    plain = all(len(cell) <= _LONGEST_SKU and " " not in cell and any(map(str.isdigit, cell)) for cell in cells)
    return plain and len(set(cells)) == len(cells) and not any(map(_PRICE.fullmatch, cells)) and not _are_gtins(cells)


def _are_prices(cells: Sequence[str]) -> bool:
    return all(map(_PRICE.fullmatch, cells))


def _are_names(cells: Sequence[str]) -> bool:
    worded = sum(1 for cell in cells if " " in cell and any(map(str.isalpha, cell)))
    return worded * 2 > len(cells) and len(set(cells)) * 2 > len(cells)


# The first that fits counts. Barcodes are sure whatever the header says, the others only where it says nothing.
_CONTENTS: Sequence[_Content] = (
    (
        _are_gtins,
        lambda field: field.type is FieldType.BARCODE,
        "All of it are barcodes: GTINs with the right check digit.",
    ),
    (_are_skus, lambda field: field.type is FieldType.SKU, "Each row has another code without spaces."),
    (_are_prices, lambda field: field.name == "price", "All of it are numbers with two decimals."),
    (_are_names, lambda field: field.name == "name", "Most of it are several words, and they differ."),
)
