"""What an import of products has to do, worked out once from mapping and options, and SQL that several steps need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from inventory_app.importing.mapping import Mapping, Slot
from inventory_app.importing.options import Blank, ImportOptions, OnExisting

# Fields that stand in the product's own row: what a cleared one becomes, and its type.
OWN_COLUMNS = {
    "name": ("p.name", "TEXT"),
    "description": ("''", "TEXT"),
    "price": ("NULL", "BIGINT"),
    "cost": ("NULL", "BIGINT"),
}
# Fields that refer to a small table: its name, the column of its text, the product's column, and a cleared one.
REFERENCES = {
    "category": ("category", "name", "category_id", "NULL"),
    "supplier": ("party", "name", "supplier_id", "NULL"),
    "uom": ("uom", "code", "uom_id", "1"),
}

# What a cell says about a product that is in the catalogue no more.
YES, NO = "('true', 'yes', '1')", "('false', 'no', '0')"

NOT_REJECTED = "NOT EXISTS (SELECT 1 FROM import_rejected r WHERE r.record = s.record)"
NOT_ADDED = "NOT EXISTS (SELECT 1 FROM import_added a WHERE a.record = s.record)"
IS_NEW = "NOT EXISTS (SELECT 1 FROM import_target t WHERE t.record = s.record)"


@dataclass(frozen=True)
class ProductPlan:
    """The mapping and the options, and what follows from them."""

    mapping: Mapping
    options: ImportOptions

    def maps(self, field: str) -> bool:
        """Whether the file has the field."""
        return self.mapping.maps(field)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The mapped fields of the product's row."""
        return tuple(name for name in OWN_COLUMNS if self.maps(name))

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The mapped fields that refer to another table."""
        return tuple(name for name in REFERENCES if self.maps(name))

    @cached_property
    def columns(self) -> dict[str, str]:
        """The columns of the product's row that the file may change, with their types."""
        own = {field: OWN_COLUMNS[field][1] for field in self.own}
        return own | {REFERENCES[field][2]: "BIGINT" for field in self.references}

    @property
    def archives(self) -> str:
        """SQL: the staged row ``s`` says that its product is in the catalogue no more; '' when no row says so."""
        return f"coalesce(lower(s.archived) IN {YES}, false)" if self.maps("archived") else ""

    @property
    def clears(self) -> bool:
        """Whether a blank cell clears what is there."""
        return self.options.blank is Blank.CLEAR

    @cached_property
    def slots(self) -> tuple[tuple[Slot, str], ...]:
        """The opening quantities, each with the path of its location."""
        return tuple((slot, slot.path or self.options.location) for slot in self.mapping.slots)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The locations that the file has something for."""
        reorder = (self.options.location,) if self.maps("reorder_point") else ()
        return tuple(dict.fromkeys((*reorder, *(path for _, path in self.slots))))

    @property
    def applied(self) -> str:
        """Of staged rows ``s``: those that change something; rejected, added-up and skipped ones do not."""
        skipped = "NOT EXISTS (SELECT 1 FROM import_target t WHERE t.record = s.record AND NOT t.revived)"
        skips = self.options.on_existing is not OnExisting.UPDATE
        return " AND ".join([NOT_REJECTED, NOT_ADDED, *([skipped] if skips else [])])
