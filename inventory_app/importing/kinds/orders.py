"""Sales orders and purchase orders: lines that are grouped to documents by their number."""

from __future__ import annotations

from inventory_app.domain.texts import KEY_BYTES
from inventory_app.importing.kinds.common import SKU
from inventory_app.importing.kinds.declaration import Field, FieldType, Kind
from inventory_app.importing.options import Missing, OnExisting

_NUMBERS = (
    "reference", "order number", "order no", "order id", "order", "order reference", "number", "document",
    "document number", "auftragsnummer", "auftrag", "belegnummer", "beleg", "vorgangsnummer", "numero", "documento",
    "numero de documento", "numero de document",
)  # fmt: skip
_DATES = ("order date", "date", "ordered on", "ordered at", "created at", "bestelldatum", "auftragsdatum", "datum",
          "belegdatum", "fecha", "fecha de pedido", "fecha del pedido", "date de commande")  # fmt: skip
_LOCATION = Field(
    "location", FieldType.PATH,
    synonyms=("location", "warehouse", "stock location", "store", "shop", "branch", "lagerort", "lager", "filiale",
              "standort", "ubicacion", "almacen", "tienda", "emplacement", "entrepot", "magasin"),
)  # fmt: skip
_SKU = Field("sku", FieldType.SKU, SKU.limit, missing="sku_missing", synonyms=("lineitem sku", "line item sku",
             *(one for one in SKU.synonyms if one not in ("reference", "ref", "referencia"))))  # fmt: skip
_QUANTITY = Field(
    "quantity", FieldType.QUANTITY, missing="quantity_invalid", invalid="quantity_invalid",
    negative="quantity_negative",
    synonyms=("quantity", "qty", "ordered", "quantity ordered", "ordered quantity", "lineitem quantity",
              "line item quantity", "bestellmenge", "menge", "anzahl", "stueck", "cantidad", "cantidad pedida",
              "unidades", "quantite", "quantite commandee", "qte"),
)  # fmt: skip
# What our own export tells of an order beside its lines, so that a person finds it.
_TOLD = ("given_reference", "line_no", "name", "status")
# An order that exists is never changed by a file.
_RULES = {
    "location": (),
    "on_existing": (OnExisting.REJECT, OnExisting.SKIP),
    "missing": tuple(Missing),
}

SALES_ORDERS = Kind(
    "sales-orders",
    (
        Field(
            "reference", FieldType.TEXT, most_bytes=KEY_BYTES, missing="reference_missing",
            synonyms=(*_NUMBERS, "sales order", "so number", "bestellnummer", "bestellung", "pedido",
                      "numero de pedido", "pedido de venta", "commande", "numero de commande", "n commande", "name"),
        ),
        Field(
            "customer", FieldType.TEXT, most_bytes=KEY_BYTES,
            synonyms=("customer", "customer name", "client", "buyer", "billing name", "sold to", "kunde",
                      "kundenname", "besteller", "cliente", "nombre del cliente", "comprador", "nom du client",
                      "acheteur"),
        ),
        Field("order_date", FieldType.DATE, invalid="date_invalid", synonyms=_DATES),
        _LOCATION,
        _SKU,
        _QUANTITY,
        Field(
            "unit_price", FieldType.MONEY, invalid="unit_price_invalid", negative="unit_price_negative",
            synonyms=("unit price", "price", "lineitem price", "line item price", "sales price", "einzelpreis",
                      "preis", "stueckpreis", "verkaufspreis", "precio", "precio unitario", "prix", "prix unitaire"),
        ),
    ),
    required=("reference", "sku", "quantity"),
    cost="unit_price",
    counted="order lines",
    adds=True,
    title="Sales orders",
    rules=_RULES,
    told=(*_TOLD, "placed_at", "shipped", "line_total"),
)  # fmt: skip

PURCHASE_ORDERS = Kind(
    "purchase-orders",
    (
        Field(
            "reference", FieldType.TEXT, most_bytes=KEY_BYTES, missing="reference_missing",
            synonyms=(*_NUMBERS, "purchase order", "po number", "po", "po no", "bestellnummer", "bestellung",
                      "pedido de compra", "pedido", "numero de pedido", "bon de commande", "commande",
                      "numero de commande", "n commande", "name"),
        ),
        Field(
            "supplier", FieldType.TEXT, most_bytes=KEY_BYTES,
            synonyms=("supplier", "supplier name", "vendor", "vendor name", "ordered from", "lieferant",
                      "lieferantenname", "proveedor", "nombre del proveedor", "fournisseur", "nom du fournisseur"),
        ),
        Field("order_date", FieldType.DATE, invalid="date_invalid", synonyms=_DATES),
        Field(
            "expected_on", FieldType.DATE, invalid="date_invalid",
            synonyms=("expected on", "expected date", "expected", "delivery date", "due date", "eta", "lieferdatum",
                      "liefertermin", "erwartet am", "fecha de entrega", "fecha prevista", "entrega",
                      "date de livraison", "livraison", "date prevue"),
        ),
        _LOCATION,
        _SKU,
        _QUANTITY,
        Field(
            "unit_cost", FieldType.MONEY, invalid="unit_cost_invalid", negative="unit_cost_invalid",
            synonyms=("unit cost", "cost", "cost price", "purchase price", "unit price", "price", "einkaufspreis",
                      "ek", "einzelpreis", "preis", "coste unitario", "costo unitario", "coste", "costo",
                      "precio de compra", "precio", "precio unitario", "cout unitaire", "cout", "prix d achat", "prix",
                      "prix unitaire"),
        ),
    ),
    required=("reference", "supplier", "sku", "quantity"),
    cost="",
    counted="order lines",
    adds=True,
    title="Purchase orders",
    rules=_RULES,
    told=(*_TOLD, "ordered_at", "received", "line_total"),
)  # fmt: skip
