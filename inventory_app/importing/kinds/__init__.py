"""The kinds of files that can be imported: one module each, and the register that knows them all.

A new kind is one more module with a `Kind`, and a folder in `importing/saving` for its merge; reading, mapping and row
checks follow from its fields.
"""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds.barcodes import BARCODES
from inventory_app.importing.kinds.declaration import NUMBERS, Field, FieldType, FileKey, Kind
from inventory_app.importing.kinds.locations import LOCATIONS
from inventory_app.importing.kinds.orders import PURCHASE_ORDERS, SALES_ORDERS
from inventory_app.importing.kinds.parties import CUSTOMERS, SUPPLIERS
from inventory_app.importing.kinds.products import PRODUCTS
from inventory_app.importing.kinds.reorder_points import REORDER_POINTS
from inventory_app.importing.kinds.stock import STOCK

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        PRODUCTS, STOCK, SUPPLIERS, CUSTOMERS, LOCATIONS, SALES_ORDERS, PURCHASE_ORDERS, BARCODES, REORDER_POINTS,
    )
}  # fmt: skip


def kind_of(name: str) -> Kind:
    """The declared kind; raises Refusal naming those there are."""
    if name not in KINDS:
        raise Refusal("kind_unknown", f"“{name}” cannot be imported; there are {', '.join(KINDS)}.", field="kind")
    return KINDS[name]


__all__ = [
    "BARCODES",
    "CUSTOMERS",
    "KINDS",
    "LOCATIONS",
    "NUMBERS",
    "PRODUCTS",
    "PURCHASE_ORDERS",
    "REORDER_POINTS",
    "SALES_ORDERS",
    "STOCK",
    "SUPPLIERS",
    "Field",
    "FieldType",
    "FileKey",
    "Kind",
    "kind_of",
]
