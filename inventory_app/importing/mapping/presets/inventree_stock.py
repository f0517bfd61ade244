"""InvenTree: the export of stock items, with its labels or the names of fields.

Items that are no longer in stock (sold, used, destroyed) are left out. Purchase prices are kept in a currency of their
own per item and are not imported.

Headers: `StockItemSerializer` and its `export_child_fields` in `src/backend/InvenTree/stock/serializers.py` of
https://github.com/inventree/InvenTree; a label of a detail is “Part.IPN”, “Location.Path”.
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

_GONE = ("False", "false", "no", "0")

PRESET = Preset(
    name="inventree-stock",
    title="InvenTree stock items",
    kind="stock",
    known_by=(
        ("Part.IPN", "Quantity"),
        ("part_detail.IPN", "quantity"),
        ("Stock Item ID", "Part Name", "Quantity"),
    ),
    flags=(
        "sku?=Part.IPN", "sku?=part_detail.IPN", "sku?=IPN", "sku?=Part Name",
        "location?=Location.Path", "location?=location_detail.pathstring", "location?=Location.Name",
        "location?=Location Name",
        "quantity?=Quantity",
        "lot?=Batch Code", "lot?=Batch",
        "serial?=Serial Number", "serial?=Serial",
        "expires_on?=Expiry Date", "expires_on?=expiry_date",
    ),
    treatment=Treatment(leave_out=({"In Stock": _GONE}, {"in_stock": _GONE}), lenient=True),
)  # fmt: skip
