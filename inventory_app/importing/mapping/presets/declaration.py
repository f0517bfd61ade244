"""How the export of another program is declared: how it is known, and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from inventory_app.importing.mapping.headers import fold_header
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.treatment import UNTREATED, Treatment


@dataclass(frozen=True, slots=True)
class Preset:
    """``known_by``: sets of headers, one of which a file of that program has whole. ``flags``: see `mapping.flags`.

    ``options`` are those of an import that differ from its defaults; what the person says counts more.
    """

    name: str
    title: str
    kind: str
    known_by: tuple[tuple[str, ...], ...]
    flags: tuple[str, ...]
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)
    treatment: Treatment = UNTREATED

    @property
    def recipe(self) -> Recipe:
        """What a file of that program is imported with."""
        return Recipe(self.kind, self.flags, self.options, self.treatment)

    def recognises(self, headers: Sequence[str]) -> bool:
        """Whether a file with these headers, in whatever order, looks like this program's."""
        folded = {fold_header(header) for header in headers}
        return any(all(fold_header(one) in folded for one in known) for known in self.known_by)
