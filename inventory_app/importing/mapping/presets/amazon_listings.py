"""Amazon: All Listings Report and Active Listings Report, tab-separated and without quotes.

The product id is an ASIN as often as a barcode, and several offers share one; so it is not taken as a barcode. What
Amazon itself keeps (FBA) has no quantity in this report.

Headers: https://sellercentral.amazon.com/gp/help/external/200385890 (Active Listings Report)
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

PRESET = Preset(
    name="amazon-listings",
    title="Amazon listings report",
    kind="products",
    known_by=(("item-name", "seller-sku", "price", "quantity"),),
    flags=(
        "sku?=seller-sku",
        "name?=item-name",
        "price?=price",
        "description?=item-description",
        "quantity?=quantity",
    ),
    options={"delimiter": "\t", "quote": ""},
    treatment=Treatment(lenient=True),
)
