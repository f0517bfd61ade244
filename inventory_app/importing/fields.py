"""What a file of each kind may hold: the declared fields with their types, limits, reasons and header synonyms.

A new kind is one more `Kind` in `KINDS`; reading, mapping and row checks follow from its fields, and only the
merge has to be written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import MONEY
from inventory_app.domain.numbers import FixedPoint
from inventory_app.domain.quantities import QUANTITY
from inventory_app.domain.texts import BARCODE_LENGTH, DESCRIPTION_LENGTH, NAME_LENGTH, SKU_LENGTH


class FieldType(Enum):
    """How a cell is read."""

    SKU = "sku"
    TEXT = "text"
    BARCODE = "barcode"
    DESCRIPTION = "description"  # the one text that keeps its white space
    PATH = "path"  # a location: codes joined by /
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"


NUMBERS: Mapping[FieldType, FixedPoint] = {FieldType.MONEY: MONEY, FieldType.QUANTITY: QUANTITY}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind. ``missing``, ``invalid`` and ``negative`` are reasons; '' means that cannot be one.

    ``synonyms`` are headers that mean it, the likelier first, in lower case and without accents or marks.
    """

    name: str
    type: FieldType
    limit: int = NAME_LENGTH
    missing: str = ""
    invalid: str = ""
    negative: str = ""
    per_location: bool = False
    synonyms: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        return self.type in NUMBERS

    @property
    def number(self) -> FixedPoint:
        """Scale and limit of a number; only for `is_number`."""
        return NUMBERS[self.type]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its fields and those without which a file of it says nothing."""

    name: str
    fields: tuple[Field, ...]
    required: tuple[str, ...]
    cost: str = ""  # the field that values a quantity

    def field(self, name: str) -> Field:
        """The declared field of that name; raises Refusal naming those there are."""
        for field in self.fields:
            if field.name == name:
                return field
        names = ", ".join(field.name for field in self.fields)
        raise Refusal("field_unknown", f"{self.name} have no field “{name}”; there are {names}.", field=name)


_SKU = Field(
    "sku", FieldType.SKU, SKU_LENGTH, missing="sku_missing",
    synonyms=(
        "sku", "stock code", "stockcode", "item code", "item number", "item no", "article number", "product code",
        "product number", "part number", "part no", "ipn", "internal reference", "default code", "variant sku", "code",
        "artikelnummer", "artikelnr", "artikel nr", "art nr", "artnr", "referencia", "codigo", "codigo de articulo",
        "reference", "ref", "code article",
    ),
)  # fmt: skip
_NAME = Field(
    "name", FieldType.TEXT, missing="name_missing",
    synonyms=(
        "name", "product name", "item name", "title", "product", "item", "bezeichnung", "artikelname",
        "artikelbezeichnung", "produktname", "artikel", "nombre", "nombre del producto", "producto", "articulo", "nom",
        "nom du produit", "designation", "libelle", "produit",
    ),
)  # fmt: skip
_BARCODE = Field(
    "barcode", FieldType.BARCODE, BARCODE_LENGTH,
    synonyms=(
        "barcode", "bar code", "gtin", "ean", "ean13", "ean 13", "upc", "variant barcode", "strichcode", "barcode ean",
        "codigo de barras", "code barres", "code a barres", "gencod",
    ),
)  # fmt: skip
_PRICE = Field(
    "price", FieldType.MONEY, invalid="price_invalid", negative="price_negative",
    synonyms=(
        "price", "unit price", "unitprice", "sales price", "sale price", "selling price", "retail price", "list price",
        "variant price", "preis", "verkaufspreis", "vk", "vk preis", "vk brutto", "precio", "precio de venta", "pvp",
        "prix", "prix de vente", "prix unitaire",
    ),
)  # fmt: skip
_COST = Field(
    "cost", FieldType.MONEY, invalid="cost_invalid", negative="cost_negative",
    synonyms=(
        "cost", "unit cost", "cost price", "cost per item", "purchase price", "einkaufspreis", "ek", "ek preis",
        "ek netto", "kosten", "coste", "costo", "precio de coste", "precio de compra", "cout", "prix d achat",
        "prix de revient",
    ),
)  # fmt: skip
_CATEGORY = Field(
    "category", FieldType.TEXT,
    synonyms=(
        "category", "product category", "categories", "product type", "type", "department", "kategorie", "warengruppe",
        "produktkategorie", "categoria", "familia", "categorie", "famille", "rayon",
    ),
)  # fmt: skip
_SUPPLIER = Field(
    "supplier", FieldType.TEXT,
    synonyms=("supplier", "vendor", "default supplier", "lieferant", "proveedor", "fournisseur"),
)  # fmt: skip
_UOM = Field(
    "uom", FieldType.TEXT,
    synonyms=(
        "uom", "unit", "units", "unit of measure", "base uom", "einheit", "mengeneinheit", "me", "unidad",
        "unidad de medida", "unite", "unite de mesure",
    ),
)  # fmt: skip
_DESCRIPTION = Field(
    "description", FieldType.DESCRIPTION, DESCRIPTION_LENGTH,
    synonyms=(
        "description", "long description", "body html", "body (html)", "notes", "note", "beschreibung", "langtext",
        "descripcion", "descriptif", "description longue",
    ),
)  # fmt: skip
_REORDER_POINT = Field(
    "reorder_point", FieldType.QUANTITY, invalid="reorder_point_invalid", negative="reorder_point_invalid",
    synonyms=(
        "reorder point", "reorder level", "minimum stock", "min stock", "low stock", "minimum quantity", "min qty",
        "meldebestand", "mindestbestand", "punto de pedido", "stock minimo", "seuil d alerte", "seuil de commande",
        "stock minimum",
    ),
)  # fmt: skip
_QUANTITY = Field(
    "quantity", FieldType.QUANTITY, invalid="quantity_invalid", negative="quantity_negative", per_location=True,
    synonyms=(
        "quantity", "opening quantity", "opening stock", "qty", "on hand", "quantity on hand", "qty on hand",
        "in stock", "stock", "stock quantity", "stock level", "variant inventory qty", "menge", "bestand",
        "lagerbestand", "anzahl", "cantidad", "existencias", "quantite", "qte", "quantite en stock",
    ),
)  # fmt: skip

PRODUCTS = Kind(
    "products",
    (_SKU, _NAME, _BARCODE, _PRICE, _COST, _CATEGORY, _SUPPLIER, _UOM, _DESCRIPTION, _REORDER_POINT, _QUANTITY),
    required=("sku",),
    cost="cost",
)

# A blank quantity of a stock row says nothing, unlike that of a product; 'purchase price' is no synonym of the unit
# cost, because files that have it keep it in a currency of its own per row.
STOCK = Kind(
    "stock",
    (
        _SKU,
        Field(
            "location", FieldType.PATH,
            synonyms=(
                "location", "stock location", "bin", "bin location", "warehouse", "place", "lagerort", "lagerplatz",
                "lager", "standort", "ubicacion", "almacen", "emplacement", "entrepot", "lieu",
            ),
        ),
        Field(
            "quantity", FieldType.QUANTITY, missing="quantity_invalid", invalid="quantity_invalid",
            negative="quantity_negative", per_location=True, synonyms=_QUANTITY.synonyms,
        ),
        Field(
            "lot", FieldType.TEXT,
            synonyms=("lot", "lot number", "batch", "batch number", "batch code", "charge", "chargennummer",
                      "chargennr", "lote", "numero de lote", "numero de lot"),
        ),
        Field(
            "serial", FieldType.TEXT,
            synonyms=("serial", "serial number", "serial no", "sn", "seriennummer", "seriennr", "numero de serie",
                      "serie"),
        ),
        Field(
            "expires_on", FieldType.DATE, invalid="date_invalid",
            synonyms=("expires on", "expiry date", "expiry", "expiration date", "best before", "use by", "ablaufdatum",
                      "mhd", "haltbar bis", "verfallsdatum", "caducidad", "fecha de caducidad",
                      "date de peremption", "dlc", "ddm"),
        ),
        Field(
            "unit_cost", FieldType.MONEY, invalid="unit_cost_invalid", negative="unit_cost_invalid",
            synonyms=("unit cost", "cost", "cost price", "stuckkosten", "einstandspreis", "coste unitario",
                      "costo unitario", "cout unitaire"),
        ),
    ),
    required=("sku", "quantity"),
    cost="unit_cost",
)  # fmt: skip

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (PRODUCTS, STOCK)}


def kind_of(name: str) -> Kind:
    """The declared kind; raises Refusal naming those there are."""
    if name not in KINDS:
        raise Refusal("kind_unknown", f"“{name}” cannot be imported; there are {', '.join(KINDS)}.", field="kind")
    return KINDS[name]
