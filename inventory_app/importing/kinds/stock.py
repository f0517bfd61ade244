"""Stock: what comes to a place, or what was counted there."""

from __future__ import annotations

from inventory_app.domain.texts import LOT_BYTES
from inventory_app.importing.kinds.common import QUANTITY, SKU
from inventory_app.importing.kinds.declaration import Field, FieldType, FileKey, Kind
from inventory_app.importing.options import Missing, NegativeQuantity, StockMode

LOCATION = Field(
    "location", FieldType.PATH,
    synonyms=(
        "location", "stock location", "bin", "bin location", "warehouse", "place", "lagerort", "lagerplatz",
        "lager", "standort", "ubicacion", "almacen", "emplacement", "entrepot", "lieu", "magazzino",
        "ubicazione", "posizione", "magazijn", "locatie", "armazem", "deposito", "localizacao", "magazyn",
        "lokalizacja",
    ),
)  # fmt: skip
# A blank quantity of a stock row says nothing, unlike that of a product; 'purchase price' is no synonym of the unit
# cost, because files that have it keep it in a currency of its own per row.
STOCK = Kind(
    "stock",
    (
        SKU,
        LOCATION,
        Field(
            "quantity", FieldType.QUANTITY, missing="quantity_invalid", invalid="quantity_invalid",
            negative="quantity_negative", per_location=True, synonyms=QUANTITY.synonyms,
        ),
        Field(
            "lot", FieldType.TEXT, most_bytes=LOT_BYTES,
            synonyms=("lot", "lot number", "batch", "batch number", "batch code", "charge", "chargennummer",
                      "chargennr", "lote", "numero de lote", "numero de lot", "lotto", "numero lotto", "partij",
                      "partijnummer", "partia", "numer partii"),
        ),
        Field(
            "serial", FieldType.TEXT, most_bytes=LOT_BYTES,
            synonyms=("serial", "serial number", "serial no", "sn", "seriennummer", "seriennr", "numero de serie",
                      "serie"),
        ),
        Field(
            "expires_on", FieldType.DATE, invalid="date_invalid",
            synonyms=("expires on", "expiry date", "expiry", "expiration date", "best before", "use by", "ablaufdatum",
                      "mhd", "haltbar bis", "verfallsdatum", "caducidad", "fecha de caducidad",
                      "date de peremption", "dlc", "ddm", "scadenza", "data di scadenza", "houdbaarheidsdatum", "tht",
                      "validade", "data de validade", "termin waznosci", "data waznosci"),
        ),
        Field(
            "unit_cost", FieldType.MONEY, invalid="unit_cost_invalid", negative="unit_cost_invalid",
            synonyms=("unit cost", "cost", "cost price", "stuckkosten", "einstandspreis", "coste unitario",
                      "costo unitario", "cout unitaire"),
        ),
    ),
    required=("sku", "quantity"),
    cost="unit_cost",
    keys=(FileKey("serial", within=("sku",)),),
    counted="levels",
    adds=True,
    title="Stock",
    rules={
        "location": (),
        "stock_mode": tuple(StockMode),
        "negative_quantity": tuple(NegativeQuantity),
        "missing": tuple(Missing),
    },
)  # fmt: skip
