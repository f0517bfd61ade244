"""What an import of locations has to do, worked out once from mapping and options."""

from __future__ import annotations

from dataclasses import dataclass

from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import Blank, ImportOptions

# The location's columns that a file may say something about, with what a cleared one becomes.
_COLUMNS = {"name": "", "kind": "storage", "negative_stock": "block"}

NOT_REJECTED = "NOT EXISTS (SELECT 1 FROM import_rejected r WHERE r.record = s.record)"


@dataclass(frozen=True, slots=True)
class LocationPlan:
    """The mapping and the options, and what follows from them."""

    mapping: Mapping
    options: ImportOptions

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the file says something about."""
        return tuple(name for name in _COLUMNS if self.mapping.maps(name))

    def becomes(self, column: str) -> str:
        """SQL for what a location ``l`` gets from the site ``s``."""
        cleared = self.options.blank is Blank.CLEAR
        return f"coalesce(s.{column}, {_quoted(_COLUMNS[column]) if cleared else f'l.{column}'})"

    def made(self, column: str) -> str:
        """SQL for the same of a location that does not exist yet."""
        return f"coalesce(s.{column}, {_quoted(_COLUMNS[column])})"


def _quoted(text: str) -> str:
    return f"'{text}'"
