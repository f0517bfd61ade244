"""Amazon: the Inventory Loader's flat file, tab-separated and without quotes: what is offered of which sku.

It has no names, so its skus have to exist. Rows without a quantity (kept by Amazon, or only a price) and rows that
delete an offer are left out.

Headers: https://sellercentral.amazon.com/gp/help/external/200385480 (Inventory Loader)
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

PRESET = Preset(
    name="amazon-inventory-loader",
    title="Amazon inventory loader",
    kind="stock",
    known_by=(("sku", "product-id", "product-id-type", "quantity"), ("sku", "price", "quantity", "leadtime-to-ship")),
    flags=("sku?=sku", "quantity?=quantity"),
    options={"delimiter": "\t", "quote": ""},
    treatment=Treatment(leave_out=({"quantity": ("",)}, {"add-delete": ("d", "x", "D", "X")}), lenient=True),
)
