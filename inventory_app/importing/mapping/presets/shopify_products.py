"""Shopify: Products → Export, both the headers of today and those before 2025.

Every variant becomes a product of its own, called by the product's title and its options; Shopify writes title,
vendor, type and description on the first row of a handle only, so they are filled down to its other rows. The option
“Default Title” stands for a product without variants. A row without SKU and without price holds only a further
picture: it is left out, and counted as such. A variant with a price and no SKU is rejected (`sku_missing`).

Headers: https://help.shopify.com/en/manual/products/import-export/using-csv (and the sample file linked there).
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

_ONLY = ("Default Title",)

PRESET = Preset(
    name="shopify-products",
    title="Shopify products",
    kind="products",
    known_by=(
        ("Handle", "Title", "Variant SKU", "Variant Price"),
        ("URL handle", "Title", "SKU", "Option1 name", "Price"),
    ),
    flags=(
        "sku?=Variant SKU", "sku?=SKU",
        "name?=Title", "name+ - ?=Option1 Value", "name+ - ?=Option2 Value", "name+ - ?=Option3 Value",
        "barcode?=Variant Barcode", "barcode?=Barcode",
        "price?=Variant Price", "price?=Price",
        "cost?=Cost per item",
        "category?=Type", "category?=Product Category",
        "supplier?=Vendor",
        "description?=Body (HTML)", "description?=Description",
        "quantity?=Variant Inventory Qty", "quantity?=Inventory quantity",
    ),
    treatment=Treatment(
        nothing={"Option1 Value": _ONLY, "Option2 Value": _ONLY, "Option3 Value": _ONLY},
        leave_out=({"Variant SKU": ("",), "Variant Price": ("",)}, {"SKU": ("",), "Price": ("",)}),
        fill_down=("Title", "Body (HTML)", "Description", "Vendor", "Type", "Product Category"),
        fill_within=("Handle", "URL handle"),
        lenient=True,
    ),
)  # fmt: skip
