"""The fields of a product as its form holds them: read from a product, compared, and written for people."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from inventory_app.domain.barcodes import check_digit_ok, damaged_by_spreadsheet, has_gtin_length
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inventory_app.queries.products import ProductDetail

Value: TypeAlias = "str | Decimal | tuple[str, ...] | None"
Values: TypeAlias = "Mapping[str, Value]"

# The fields of a product, in the order of the form, as the actions name them, and as a person reads them.
NAMES = {
    "sku": QT_TRANSLATE_NOOP("Products", "SKU"),
    "name": QT_TRANSLATE_NOOP("Products", "Name"),
    "category": QT_TRANSLATE_NOOP("Products", "Category"),
    "supplier": QT_TRANSLATE_NOOP("Products", "Supplier"),
    "uom": QT_TRANSLATE_NOOP("Products", "Unit"),
    "tracking": QT_TRANSLATE_NOOP("Products", "Tracking"),
    "price": QT_TRANSLATE_NOOP("Products", "Price"),
    "cost": QT_TRANSLATE_NOOP("Products", "Cost"),
    "barcodes": QT_TRANSLATE_NOOP("Products", "Barcodes"),
    "description": QT_TRANSLATE_NOOP("Products", "Description"),
}
TRACKING = (
    (QT_TRANSLATE_NOOP("Products", "Not tracked"), "none"),
    (QT_TRANSLATE_NOOP("Products", "By lot"), "lot"),
    (QT_TRANSLATE_NOOP("Products", "By serial number"), "serial"),
)


def label_of(name: str) -> str:
    """A field as a person reads it."""
    return translate("Products", NAMES[name])


def tracking_choices() -> list[tuple[str, str]]:
    """How a product can be tracked: words and name."""
    return [(translate("Products", words), key) for words, key in TRACKING]


def values_of(detail: ProductDetail) -> dict[str, Value]:
    """What the product holds, field by field."""
    product = detail.product
    return {
        "sku": product.sku,
        "name": product.name,
        "category": product.category or "",
        "supplier": product.supplier or "",
        "uom": product.uom,
        "tracking": product.tracking,
        "price": product.price,
        "cost": product.cost,
        "barcodes": tuple(one.barcode for one in detail.barcodes),
        "description": detail.description,
    }


def differing(one: Values, other: Values) -> tuple[str, ...]:
    """The names of the fields that are not the same, in the order of the form."""
    return tuple(name for name in NAMES if one.get(name) != other.get(name))


def shown(name: str, value: Value) -> str:
    """One value in words; a dash for nothing."""
    if isinstance(value, Decimal):
        return formats.money(value)
    if isinstance(value, tuple):
        return ", ".join(value) or "–"
    if name == "tracking":
        return next((words for words, key in tracking_choices() if key == value), str(value))
    return value or "–"


def barcodes_in(text: str) -> tuple[str, ...]:
    """One barcode per line; blank lines and repetitions are passed over."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def barcode_hint(codes: tuple[str, ...]) -> str:
    """What looks wrong with a barcode although it may be meant so."""
    for code in codes:
        if damaged_by_spreadsheet(code):
            return translate(
                "Products", "{code} looks like a number that a spreadsheet has rounded; scan it again."
            ).format(code=code)
        if has_gtin_length(code) and not check_digit_ok(code):
            right = next(digit for digit in "0123456789" if check_digit_ok(code[:-1] + digit))
            return translate("Products", "{code}: the check digit would be {right}. It is kept as it is typed.").format(
                code=code, right=right
            )
    return ""
