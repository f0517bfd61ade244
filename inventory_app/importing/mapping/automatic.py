"""Which column means which field by itself, from what its header says."""

from __future__ import annotations

from collections.abc import Sequence

from inventory_app.importing.kinds import Kind
from inventory_app.importing.mapping.headers import fold_header
from inventory_app.importing.mapping.mapping import Assignment, is_own_export


def automatic(kind: Kind, headers: Sequence[str]) -> list[Assignment]:
    """Each field takes its likeliest header; of two columns with one header the first, as a person would."""
    own = is_own_export(kind, headers)
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        if not (own and header in kind.told):
            places.setdefault(fold_header(header), place)
    found = []
    for field in kind.fields:
        if field.own and not own:
            continue
        names = [name for name in (field.name.replace("_", " "), *field.synonyms) if name in places]
        if names:
            found.append(Assignment(field, places.pop(names[0])))
    return found
