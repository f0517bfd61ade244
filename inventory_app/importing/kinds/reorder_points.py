"""Reorder points: one per product and place. A file of products has them for one place only."""

from __future__ import annotations

from inventory_app.importing.kinds.common import SKU
from inventory_app.importing.kinds.declaration import Field, FieldType, Kind
from inventory_app.importing.kinds.products import REORDER_POINT
from inventory_app.importing.kinds.stock import LOCATION
from inventory_app.importing.options import InFileDuplicates, Missing, OnExisting

REORDER_POINTS = Kind(
    "reorder-points",
    (
        SKU,
        LOCATION,
        Field(
            "reorder_point", FieldType.QUANTITY, missing="reorder_point_invalid", invalid="reorder_point_invalid",
            negative="reorder_point_invalid", synonyms=REORDER_POINT.synonyms,
        ),
    ),
    required=("sku", "reorder_point"),
    counted="reorder points",
    title="Reorder points",
    rules={
        "location": (),
        "on_existing": tuple(OnExisting),
        "in_file_duplicates": (InFileDuplicates.REJECT, InFileDuplicates.LAST),
        "missing": tuple(Missing),
    },
)  # fmt: skip
