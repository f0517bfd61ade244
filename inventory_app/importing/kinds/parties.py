"""Suppliers and customers: who we buy from and sell to. One party may be both, with a code of its own as each."""

from __future__ import annotations

from inventory_app.domain.texts import DESCRIPTION_LENGTH, KEY_BYTES
from inventory_app.importing.kinds.declaration import Field, FieldType, FileKey, Kind
from inventory_app.importing.options import Blank, InFileDuplicates, OnExisting

_CODE_LENGTH, _SHORT = 200, 320
_NAMES = (
    "name", "company", "company name", "business name", "full name", "display name", "contact name", "firma",
    "firmenname", "nombre", "razon social", "empresa", "nom", "raison sociale", "societe", "entreprise",
)  # fmt: skip
_CODES = ("code", "reference", "ref", "number", "no", "id", "account", "account number", "nummer", "kontonummer",
          "codigo", "referencia", "numero")  # fmt: skip
_CONTACT = (
    Field(
        "email", FieldType.TEXT, _SHORT,
        synonyms=("email", "e mail", "mail", "email address", "e mail adresse", "correo", "correo electronico",
                  "adresse e mail", "courriel"),
    ),
    Field(
        "phone", FieldType.TEXT, _SHORT,
        synonyms=("phone", "phone number", "telephone", "tel", "telefon", "telefonnummer", "rufnummer", "mobile",
                  "mobil", "handy", "telefono", "movil", "portable"),
    ),
    Field(
        "address", FieldType.DESCRIPTION, DESCRIPTION_LENGTH,
        synonyms=("address", "full address", "postal address", "street", "address1", "address 1", "billing address",
                  "anschrift", "adresse", "strasse", "direccion", "domicilio", "adresse postale", "rue"),
    ),
    Field(
        "tax_id", FieldType.TEXT, _SHORT,
        synonyms=("tax id", "vat", "vat number", "vat id", "tax number", "vat no", "ust id", "ustid", "ust idnr",
                  "ust id nr", "umsatzsteuer id", "steuernummer", "nif", "cif", "rfc", "numero de iva",
                  "identificacion fiscal", "tva", "numero de tva", "n tva", "tva intracommunautaire", "siret"),
    ),
    Field(
        "note", FieldType.DESCRIPTION, DESCRIPTION_LENGTH,
        synonyms=("note", "notes", "comment", "comments", "remarks", "description", "internal notes", "notiz",
                  "notizen", "bemerkung", "bemerkungen", "kommentar", "nota", "notas", "observaciones", "comentario",
                  "commentaire", "remarque", "remarques"),
    ),
)  # fmt: skip


def _kind(name: str, names: tuple[str, ...], codes: tuple[str, ...]) -> Kind:
    return Kind(
        name,
        (
            Field("code", FieldType.TEXT, _CODE_LENGTH, synonyms=(*codes, *_CODES)),
            Field("name", FieldType.TEXT, most_bytes=KEY_BYTES, missing="name_missing", synonyms=(*names, *_NAMES)),
            *_CONTACT,
        ),
        required=("name",),
        keys=(FileKey("code"), FileKey("name")),
        title=name.capitalize(),
        rules={
            "on_existing": tuple(OnExisting),
            "in_file_duplicates": (InFileDuplicates.REJECT, InFileDuplicates.LAST),
            "blank": tuple(Blank),
        },
    )


SUPPLIERS = _kind(
    "suppliers",
    ("supplier name", "supplier", "vendor name", "vendor", "lieferantenname", "lieferant", "nombre del proveedor",
     "proveedor", "nom du fournisseur", "fournisseur"),
    ("supplier code", "supplier number", "supplier no", "supplier id", "vendor code", "vendor number", "vendor id",
     "lieferantennummer", "lieferantennr", "lieferanten nr", "codigo de proveedor", "codigo proveedor",
     "code fournisseur", "numero fournisseur"),
)  # fmt: skip
CUSTOMERS = _kind(
    "customers",
    ("customer name", "customer", "client name", "client", "kundenname", "kunde", "nombre del cliente", "cliente",
     "nom du client"),
    ("customer code", "customer number", "customer no", "customer id", "client code", "client id", "kundennummer",
     "kundennr", "kunden nr", "codigo de cliente", "codigo cliente", "code client", "numero client"),
)  # fmt: skip
