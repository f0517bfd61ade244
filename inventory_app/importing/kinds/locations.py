"""Locations: the places of the shop, each by its path of codes, or by its code below a parent."""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.domain.stock import LocationKind, NegativeStock
from inventory_app.importing.kinds.declaration import Field, FieldType, Kind
from inventory_app.importing.options import Blank, InFileDuplicates, Missing, OnExisting

LOCATIONS = Kind(
    "locations",
    (
        Field(
            "path", FieldType.PATH, missing="path_missing",
            synonyms=("path", "location", "location path", "full location name", "complete name", "full name", "code",
                      "location code", "location name", "barcode", "bin", "bin code", "lagerort", "lagerplatz",
                      "platz", "pfad", "ubicacion", "ruta", "codigo", "codigo de ubicacion", "emplacement", "chemin",
                      "code emplacement"),
        ),
        Field(
            "parent", FieldType.PATH,
            synonyms=("parent", "parent location", "parent path", "warehouse", "in", "uebergeordnet",
                      "ubergeordneter lagerort", "lager", "ubicacion padre", "padre", "almacen",
                      "emplacement parent", "entrepot"),
        ),
        Field(
            "name", FieldType.TEXT,
            synonyms=("name", "title", "description", "label", "bezeichnung", "beschreibung", "nombre", "descripcion",
                      "nom", "designation", "libelle"),
        ),
        Field(
            "kind", FieldType.TEXT,
            synonyms=("kind", "type", "location type", "usage", "art", "typ", "lagerorttyp", "tipo",
                      "tipo de ubicacion", "genre", "type d emplacement"),
        ),
        Field(
            "negative_stock", FieldType.TEXT,
            synonyms=("negative stock", "allow negative stock", "below zero", "negativer bestand", "negativbestand",
                      "stock negativo", "stock negatif"),
        ),
    ),
    required=("path",),
    title="Locations",
    rules={
        "on_existing": tuple(OnExisting),
        "in_file_duplicates": (InFileDuplicates.REJECT, InFileDuplicates.LAST),
        "blank": tuple(Blank),
        "missing": tuple(Missing),
    },
)  # fmt: skip

# What a cell may say for a choice, in lower case; the values themselves are among them.
KIND_WORDS: Mapping[str, LocationKind] = {
    **{kind.value: kind for kind in LocationKind},
    **dict.fromkeys(("internal", "internal location", "stock", "lager", "almacen", "almacén", "stockage", "entrepôt"),
                    LocationKind.STORAGE),
    **dict.fromkeys(("vendor", "vendor location", "supplier location", "lieferant", "proveedor", "fournisseur"),
                    LocationKind.SUPPLIER),
    **dict.fromkeys(("customer location", "kunde", "cliente", "client"), LocationKind.CUSTOMER),
    **dict.fromkeys(("transit location", "in transit", "unterwegs", "tránsito", "transito"), LocationKind.TRANSIT),
    **dict.fromkeys(("inventory loss", "correction", "korrektur", "ajuste", "ajustement"), LocationKind.ADJUSTMENT),
}  # fmt: skip
POLICY_WORDS: Mapping[str, NegativeStock] = {
    **{policy.value: policy for policy in NegativeStock},
    **dict.fromkeys(("no", "false", "0", "nein", "non", "sperren", "bloquear", "bloquer"), NegativeStock.BLOCK),
    **dict.fromkeys(("warning", "warnen", "avisar", "avertir"), NegativeStock.WARN),
    **dict.fromkeys(("yes", "true", "1", "ja", "sí", "si", "oui", "erlauben", "permitir", "autoriser"),
                    NegativeStock.ALLOW),
}  # fmt: skip
