"""What an import of stock has to do, worked out once from mapping and options."""

from __future__ import annotations

from dataclasses import dataclass

from inventory_app.importing.mapping import Mapping, Slot
from inventory_app.importing.options import ImportOptions, StockMode

NOT_REJECTED = "NOT EXISTS (SELECT 1 FROM import_rejected r WHERE r.record = e.record)"


@dataclass(frozen=True, slots=True)
class StockPlan:
    """The mapping and the options, and what follows from them."""

    mapping: Mapping
    options: ImportOptions

    @property
    def sets(self) -> bool:
        """Whether a quantity is what there is, and not what comes."""
        return self.options.stock_mode is StockMode.SET

    @property
    def location_column(self) -> str:
        """The staged column with a row's location, '' when the file has none."""
        return "location" if self.mapping.maps("location") else ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The locations that are named outside of the rows."""
        return (self.options.location, *(slot.path for slot in self.mapping.slots if slot.path))

    def staged(self, field: str, otherwise: str) -> str:
        """SQL for a field of the staged row ``s`` that the file may not have."""
        return f"coalesce(s.{field}, {otherwise})" if self.mapping.maps(field) else otherwise

    def path_of(self, slot: Slot) -> str:
        """SQL for the location of a quantity of the staged row ``s``; it names ``:path``."""
        given = "CAST(:path AS TEXT)"
        return f"coalesce(s.location, {given})" if self.location_column and not slot.path else given

    def default_of(self, slot: Slot) -> str:
        """The value of ``:path``."""
        return slot.path or self.options.location
