"""Lightspeed Retail (X-Series), formerly Vend: Catalog → Products → Export.

A row is a variant, called by the product's name and its options. Each outlet has a column “inventory_…”, in which
underscores stand for spaces. The rows that list what a composite product consists of are left out.

Headers: https://support.vendhq.com/hc/en-us/articles/4650130313487, and exports in public repositories.
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

PRESET = Preset(
    name="lightspeed",
    title="Lightspeed Retail (X-Series), Vend",
    kind="products",
    known_by=(("handle", "sku", "name", "supply_price", "retail_price"),),
    flags=(
        "sku?=sku",
        "name?=name", "name+ - ?=variant_option_one_value", "name+ - ?=variant_option_two_value",
        "name+ - ?=variant_option_three_value",
        "barcode?=barcode",
        "price?=retail_price",
        "cost?=supply_price",
        "category?=product_category", "category?=type",
        "supplier?=supplier_name",
        "description?=description",
        "quantity@*?=inventory_*",
    ),
    treatment=Treatment(leave_out=({"sku": ("",), "name": ("",)},), lenient=True),
)  # fmt: skip
