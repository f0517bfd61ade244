"""WooCommerce: Products → Export (the built-in exporter).

A variation stands under a name that already holds its attributes (“Hoodie - Red, No”). The “variable” and “grouped”
rows above them are no goods of their own and are left out. “parent” as a variation's stock means that the shop counts
the whole group together, which cannot be told apart here: the variation gets no opening stock. Categories stand on the
group's row alone, so variations get none.

Headers: https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

PRESET = Preset(
    name="woocommerce",
    title="WooCommerce products",
    kind="products",
    known_by=(("Type", "SKU", "Name", "Regular price", "Visibility in catalog"),),
    flags=(
        "sku?=SKU",
        "name?=Name",
        "barcode?=GTIN, UPC, EAN, or ISBN",
        "price?=Regular price",
        "cost?=Cost of goods",
        "category?=Categories",
        "description?=Description", "description?=Short description",
        "reorder_point?=Low stock amount",
        "quantity?=Stock",
    ),
    treatment=Treatment(
        nothing={"Stock": ("parent",)},
        leave_out=({"Type": ("variable", "grouped")},),
        lenient=True,
    ),
)  # fmt: skip
