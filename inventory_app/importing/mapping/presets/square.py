"""Square: Items → Actions → Export library.

A row is a variation, called by its item and its own name; “Regular” is what Square calls the only one of an item. Each
location has a column “Current Quantity …”. Archived items are left out; a price that is entered at the till
(“variable”) is none.

Headers: https://squareup.com/help/us/en/article/5153-import-items-online, and exports in public repositories.
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

PRESET = Preset(
    name="square",
    title="Square item library",
    kind="products",
    known_by=(("Token", "Item Name", "Variation Name", "SKU", "Price"),),
    flags=(
        "sku?=SKU",
        "name?=Item Name", "name+ - ?=Variation Name",
        "barcode?=GTIN",
        "price?=Price",
        "cost?=Default Unit Cost",
        "category?=Categories", "category?=Category", "category?=Reporting Category",
        "supplier?=Default Vendor Name",
        "description?=Description",
        "quantity@*?=Current Quantity *", "quantity?=Current Quantity",
    ),
    options={"currency_sign": "strip", "thousands": ","},
    treatment=Treatment(
        nothing={"Variation Name": ("Regular",), "Price": ("variable", "Variable")},
        leave_out=({"Archived": ("Y", "y")},),
        lenient=True,
    ),
)  # fmt: skip
