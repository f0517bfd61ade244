"""Loyverse: Item list → Export.

A row is a variant; name, category and description of an item with variants stand on its first row and are filled down.
Each store has its own columns: “In stock [Store]” becomes the quantity there, the price is that of the first store. The
rows that list what a composite item consists of are left out.

Headers: https://help.loyverse.com/help/importing-and-exporting
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

_OPEN = ("variable", "Variable")

PRESET = Preset(
    name="loyverse",
    title="Loyverse items",
    kind="products",
    known_by=(("Handle", "SKU", "Name", "Sold by weight"), ("Handle", "SKU", "Name", "Track stock")),
    flags=(
        "sku?=SKU",
        "name?=Name", "name+ - ?=Option 1 value", "name+ - ?=Option 2 value", "name+ - ?=Option 3 value",
        "barcode?=Barcode",
        "price?=Default price", "price?=Price", "price?=Price [*]",
        "cost?=Cost",
        "category?=Category",
        "supplier?=Primary supplier", "supplier?=Supplier",
        "description?=Description",
        "quantity@*?=In stock [*]", "quantity?=In stock",
    ),
    treatment=Treatment(
        nothing={"Default price": _OPEN, "Price": _OPEN},
        leave_out=({"SKU": ("",), "Name": ("",)},),
        fill_down=("Name", "Category", "Description"),
        fill_within=("Handle",),
        lenient=True,
    ),
)  # fmt: skip
