"""Fields that files of several kinds have."""

from __future__ import annotations

from inventory_app.domain.texts import SKU_LENGTH
from inventory_app.importing.kinds.declaration import Field, FieldType

SKU = Field(
    "sku", FieldType.SKU, SKU_LENGTH, missing="sku_missing",
    synonyms=(
        "sku", "stock code", "stockcode", "item code", "item number", "item no", "article number", "product code",
        "product number", "part number", "part no", "ipn", "internal reference", "default code", "variant sku",
        "code", "artikelnummer", "artikelnr", "artikel nr", "art nr", "artnr", "referencia", "codigo",
        "codigo de articulo", "reference", "ref", "code article", "codice articolo", "codice prodotto", "codice",
        "cod articolo", "artikelcode", "artikelnummer leverancier", "productcode", "codigo do produto",
        "codigo do artigo", "cod produto", "kod produktu", "kod towaru", "indeks", "symbol",
    ),
)  # fmt: skip
QUANTITY = Field(
    "quantity", FieldType.QUANTITY, invalid="quantity_invalid", negative="quantity_negative", per_location=True,
    synonyms=(
        "quantity", "opening quantity", "opening stock", "qty", "on hand", "quantity on hand", "qty on hand",
        "in stock", "stock", "stock quantity", "stock level", "variant inventory qty", "menge", "bestand",
        "lagerbestand", "anzahl", "cantidad", "existencias", "quantite", "qte", "quantite en stock", "quantita",
        "giacenza", "esistenza", "qta", "aantal", "hoeveelheid", "voorraad", "quantidade", "qtd", "estoque",
        "quantidade em estoque", "ilosc", "stan", "stan magazynowy", "szt",
    ),
)  # fmt: skip
