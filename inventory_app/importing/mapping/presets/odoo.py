"""Odoo: export of products or of product variants, with the names of fields (import-compatible) or their labels.

The internal reference is the sku; where a file has none, its external id. Of a category or a unit the name counts, its
external id only where the file has nothing else. Odoo writes further vendors and attributes of a product on rows of
their own that repeat nothing: these are left out.

Headers: https://www.odoo.com/documentation/18.0/applications/essentials/export_import_data.html and the fields of
`addons/product/models/product_template.py`.
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

PRESET = Preset(
    name="odoo",
    title="Odoo products",
    kind="products",
    known_by=(
        ("Internal Reference", "Name", "Sales Price"),
        ("Internal Reference", "Name", "Product Category"),
        ("External ID", "Name", "Internal Reference"),
        ("default_code", "name", "list_price"),
        ("id", "name", "default_code"),
    ),
    flags=(
        "sku?=Internal Reference", "sku?=default_code", "sku?=External ID", "sku?=id",
        "name?=Name", "name?=name", "name?=Display Name", "name?=display_name",
        "name+ - ?=Variant Values", "name+ - ?=product_template_variant_value_ids",
        "name+ - ?=product_template_attribute_value_ids",
        "barcode?=Barcode", "barcode?=barcode",
        "price?=Sales Price", "price?=Public Price", "price?=lst_price", "price?=list_price",
        "cost?=Cost", "cost?=standard_price",
        "category?=Product Category", "category?=categ_id", "category?=categ_id/complete_name",
        "category?=Product Category/External ID", "category?=categ_id/id",
        "supplier?=Vendors/Vendor", "supplier?=seller_ids/partner_id", "supplier?=seller_ids/partner_id/name",
        "uom?=Unit of Measure", "uom?=Unit", "uom?=uom_id", "uom?=uom_id/name", "uom?=uom_id/id",
        "description?=Sales Description", "description?=description_sale",
        "quantity?=Quantity On Hand", "quantity?=qty_available",
    ),
    treatment=Treatment(
        leave_out=({"Internal Reference": ("",), "Name": ("",)}, {"default_code": ("",), "name": ("",)}),
        lenient=True,
    ),
)  # fmt: skip
