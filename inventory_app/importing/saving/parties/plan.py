"""What an import of suppliers or customers has to do, worked out once from kind, mapping and options."""

from __future__ import annotations

from dataclasses import dataclass

from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import Blank, ImportOptions, OnExisting

NOT_REJECTED = "NOT EXISTS (SELECT 1 FROM import_rejected r WHERE r.record = s.record)"
_TEXTS = ("email", "phone", "address", "tax_id", "note")


@dataclass(frozen=True, slots=True)
class PartyPlan:
    """The mapping and the options, and what follows from them. ``role`` is supplier or customer."""

    role: str
    mapping: Mapping
    options: ImportOptions

    @property
    def flag(self) -> str:
        """The column that says whether a party has the role."""
        return f"is_{self.role}"

    @property
    def code(self) -> str:
        """The column with the code that a party has in that role."""
        return f"{self.role}_code"

    @property
    def has_codes(self) -> bool:
        return self.mapping.maps("code")

    @property
    def sources(self) -> dict[str, str]:
        """The party's columns that the file says something about, each with the staged column."""
        found = {"name": "name"} | ({self.code: "code"} if self.has_codes else {})
        return found | {name: name for name in _TEXTS if self.mapping.maps(name)}

    def becomes(self, column: str) -> str:
        """SQL for what a party ``p`` gets from the staged row ``s``; a name is never cleared."""
        clears = self.options.blank is Blank.CLEAR and column != "name"
        return f"coalesce(s.{self.sources[column]}, {chr(39) * 2 if clears else f'p.{column}'})"

    @property
    def staged_code(self) -> str:
        """SQL for the code of the staged row ``s``, NULL when it has none."""
        return "s.code" if self.has_codes else "CAST(NULL AS TEXT)"

    @property
    def updates(self) -> bool:
        """Whether one that has the role already is changed; who gets the role by the file always is."""
        return self.options.on_existing is OnExisting.UPDATE
