"""InvenTree: the export of parts, with the labels of today, those of older versions, or the names of fields.

The IPN is the sku; a part without one is rejected (`sku_missing`): give it one in InvenTree, or map its ID. How much is
in stock comes with the export of stock items, which says where.

Headers: `PartSerializer` in `src/backend/InvenTree/part/serializers.py` of github.com/inventree/InvenTree, whose
labels `data_exporter/mixins.py` writes; the older ones from its `part/admin.py`.
"""

from __future__ import annotations

from inventory_app.importing.mapping.presets.declaration import Preset
from inventory_app.importing.treatment import Treatment

PRESET = Preset(
    name="inventree-parts",
    title="InvenTree parts",
    kind="products",
    known_by=(
        ("IPN", "Name", "Category Name", "Minimum Stock"),
        ("Part ID", "Part Name", "IPN"),
        ("IPN", "name", "category_name", "minimum_stock"),
    ),
    flags=(
        "sku?=IPN",
        "name?=Name", "name?=Part Name",
        "category?=Category Path", "category?=category_path", "category?=Category Name", "category?=category_name",
        "uom?=Units",
        "description?=Description", "description?=Part Description",
        "reorder_point?=Minimum Stock", "reorder_point?=minimum_stock",
    ),
    treatment=Treatment(lenient=True),
)  # fmt: skip
