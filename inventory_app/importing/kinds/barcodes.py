"""Barcodes: all that a product has, one per row. A file of products has room for the first one only."""

from __future__ import annotations

from inventory_app.domain.texts import BARCODE_LENGTH
from inventory_app.importing.kinds.common import SKU
from inventory_app.importing.kinds.declaration import Field, FieldType, Kind
from inventory_app.importing.options import BarcodeCheck, OnExisting

BARCODES = Kind(
    "barcodes",
    (
        SKU,
        Field(
            "barcode", FieldType.BARCODE, BARCODE_LENGTH, missing="barcode_missing",
            synonyms=("barcode", "bar code", "gtin", "ean", "ean13", "ean 13", "upc", "additional barcode",
                      "alternate barcode", "pack barcode", "strichcode", "codigo de barras", "code barres",
                      "code a barres", "gencod"),
        ),
        Field(
            "factor", FieldType.QUANTITY, invalid="factor_invalid", negative="factor_invalid",
            synonyms=("factor", "pack size", "pack quantity", "packaging quantity", "units per pack",
                      "contained quantity", "packungsgroesse", "gebinde", "menge pro packung", "inhalt",
                      "unidades por caja", "unidades por paquete", "quantite par colis", "colisage"),
        ),
    ),
    required=("sku", "barcode"),
    title="Barcodes",
    rules={"on_existing": tuple(OnExisting), "barcode_check": tuple(BarcodeCheck)},
)  # fmt: skip
