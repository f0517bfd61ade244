"""Products: the catalogue, with opening stock."""

from __future__ import annotations

from inventory_app.domain.texts import BARCODE_LENGTH, DESCRIPTION_LENGTH, KEY_BYTES
from inventory_app.importing.kinds.common import QUANTITY, SKU
from inventory_app.importing.kinds.declaration import Field, FieldType, FileKey, Kind
from inventory_app.importing.options import BarcodeCheck, Blank, InFileDuplicates, Missing, NegativeQuantity, OnExisting

_NAME = Field(
    "name", FieldType.TEXT, missing="name_missing",
    synonyms=(
        "name", "product name", "item name", "title", "product", "item", "bezeichnung", "artikelname",
        "artikelbezeichnung", "produktname", "artikel", "nombre", "nombre del producto", "producto", "articulo",
        "nom", "nom du produit", "designation", "libelle", "produit", "nome", "nome prodotto", "denominazione",
        "descrizione articolo", "naam", "productnaam", "artikelnaam", "omschrijving", "nome do produto", "produto",
        "artigo", "nazwa", "nazwa produktu", "nazwa towaru",
    ),
)  # fmt: skip
_BARCODE = Field(
    "barcode", FieldType.BARCODE, BARCODE_LENGTH,
    synonyms=(
        "barcode", "bar code", "gtin", "ean", "ean13", "ean 13", "upc", "variant barcode", "strichcode",
        "barcode ean", "codigo de barras", "code barres", "code a barres", "gencod", "codice a barre", "codice ean",
        "streepjescode", "codigo de barras ean", "kod kreskowy", "kod ean",
    ),
)  # fmt: skip
_PRICE = Field(
    "price", FieldType.MONEY, invalid="price_invalid", negative="price_negative",
    synonyms=(
        "price", "unit price", "unitprice", "sales price", "sale price", "selling price", "retail price",
        "list price", "variant price", "preis", "verkaufspreis", "vk", "vk preis", "vk brutto", "precio",
        "precio de venta", "pvp", "prix", "prix de vente", "prix unitaire", "prezzo", "prezzo di vendita",
        "prezzo unitario", "prijs", "verkoopprijs", "preco", "preco de venda", "preco unitario", "cena",
        "cena sprzedazy", "cena detaliczna",
    ),
)  # fmt: skip
_COST = Field(
    "cost", FieldType.MONEY, invalid="cost_invalid", negative="cost_negative",
    synonyms=(
        "cost", "unit cost", "cost price", "cost per item", "purchase price", "einkaufspreis", "ek", "ek preis",
        "ek netto", "kosten", "coste", "costo", "precio de coste", "precio de compra", "cout", "prix d achat",
        "prix de revient", "costo di acquisto", "prezzo di acquisto", "inkoopprijs", "kostprijs", "custo",
        "preco de custo", "preco de compra", "cena zakupu", "koszt",
    ),
)  # fmt: skip
_CATEGORY = Field(
    "category", FieldType.TEXT, most_bytes=KEY_BYTES,
    synonyms=(
        "category", "product category", "categories", "product type", "type", "department", "kategorie",
        "warengruppe", "produktkategorie", "categoria", "familia", "categorie", "famille", "rayon",
        "reparto", "productgroep", "categoria do produto", "kategoria",
        "grupa towarowa",
    ),
)  # fmt: skip
_SUPPLIER = Field(
    "supplier", FieldType.TEXT, most_bytes=KEY_BYTES,
    synonyms=(
        "supplier", "vendor", "default supplier", "lieferant", "proveedor", "fournisseur", "fornitore", "leverancier",
        "fornecedor", "dostawca",
    ),
)  # fmt: skip
_UOM = Field(
    "uom", FieldType.TEXT, most_bytes=KEY_BYTES,
    synonyms=(
        "uom", "unit", "units", "unit of measure", "base uom", "einheit", "mengeneinheit", "me", "unidad",
        "unidad de medida", "unite", "unite de mesure", "unita di misura", "unita", "um", "eenheid", "unidade",
        "unidade de medida", "jednostka", "jednostka miary", "jm",
    ),
)  # fmt: skip
_DESCRIPTION = Field(
    "description", FieldType.DESCRIPTION, DESCRIPTION_LENGTH,
    synonyms=(
        "description", "long description", "body html", "body (html)", "notes", "note", "beschreibung", "langtext",
        "descripcion", "descriptif", "description longue", "descrizione", "descrizione estesa", "lange omschrijving",
        "toelichting", "descricao", "opis",
    ),
)  # fmt: skip
REORDER_POINT = Field(
    "reorder_point", FieldType.QUANTITY, invalid="reorder_point_invalid", negative="reorder_point_invalid",
    synonyms=(
        "reorder point", "reorder level", "minimum stock", "min stock", "low stock", "minimum quantity", "min qty",
        "meldebestand", "mindestbestand", "punto de pedido", "stock minimo", "seuil d alerte", "seuil de commande",
        "stock minimum", "scorta minima", "punto di riordino", "minimale voorraad", "bestelpunt",
        "ponto de encomenda", "estoque minimo", "stan minimalny", "minimum magazynowe",
    ),
)  # fmt: skip
_TRACKING = Field("tracking", FieldType.TEXT, own=True)
_ARCHIVED = Field("archived", FieldType.TEXT, own=True)
PRODUCTS = Kind(
    "products",
    (
        SKU, _NAME, _BARCODE, _PRICE, _COST, _CATEGORY, _SUPPLIER, _UOM, _DESCRIPTION, REORDER_POINT, QUANTITY,
        _TRACKING, _ARCHIVED,
    ),
    required=("sku",),
    cost="cost",
    keys=(FileKey("sku"), FileKey("barcode")),
    title="Products",
    rules={
        "location": (),
        "on_existing": tuple(OnExisting),
        "in_file_duplicates": tuple(InFileDuplicates),
        "blank": tuple(Blank),
        "barcode_check": tuple(BarcodeCheck),
        "negative_quantity": tuple(NegativeQuantity),
        "missing": tuple(Missing),
    },
    # What is on hand at all places together comes with an import of stock; it is no opening stock of one place.
    told=("on_hand", "reserved", "available"),
)  # fmt: skip
