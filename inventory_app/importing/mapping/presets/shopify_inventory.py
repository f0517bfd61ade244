"""Shopify: Products → Inventory → Export, a row per variant and location.

What is on hand counts; “not stocked” (and a blank) means that the location does not keep the variant: such a row is
left out. Files that have only “Available” give that.

Headers: https://help.shopify.com/en/manual/products/inventory/getting-started-with-inventory/inventory-csv
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

_NOT_KEPT = ("", "not stocked", "Not stocked", "Not Stocked")
_QUANTITIES = ("On hand (current)", "On hand", "Available (not editable)", "Available")

PRESET = Preset(
    name="shopify-inventory",
    title="Shopify inventory",
    kind="stock",
    known_by=(
        ("Handle", "SKU", "Location", "On hand (current)"),
        ("Handle", "SKU", "Location", "On hand"),
        ("Handle", "SKU", "Location", "Available"),
    ),
    flags=("sku?=SKU", "location?=Location", *(f"quantity?={one}" for one in _QUANTITIES)),
    treatment=Treatment(
        # Only the column that is imported says whether the place keeps the variant.
        leave_out=(
            {"On hand (current)": _NOT_KEPT},
            {"On hand": _NOT_KEPT},
            {"Available (not editable)": _NOT_KEPT[1:]},
            {"Available": _NOT_KEPT[1:]},
        ),
        lenient=True,
    ),
)
