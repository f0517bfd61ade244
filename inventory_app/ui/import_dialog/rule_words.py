"""The words of the rules on the map step: what each option is called for each kind of file, and its choices."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from inventory_app.importing.options import (
    BarcodeCheck,
    Blank,
    InFileDuplicates,
    Missing,
    NegativeQuantity,
    OnExisting,
    StockMode,
)
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

_REJECT_ROW = QT_TRANSLATE_NOOP("Import", "Reject the row")
# In the order in which they stand below each other.
_TITLES: Mapping[str, str] = {
    "location": QT_TRANSLATE_NOOP("Import", "&Location"),
    "on_existing": QT_TRANSLATE_NOOP("Import", "&Existing SKU"),
    "in_file_duplicates": QT_TRANSLATE_NOOP("Import", "SKU &twice in the file"),
    "blank": QT_TRANSLATE_NOOP("Import", "Blan&k cell"),
    "barcode_check": QT_TRANSLATE_NOOP("Import", "Wrong check di&git"),
    "stock_mode": QT_TRANSLATE_NOOP("Import", "The q&uantity"),
    "negative_quantity": QT_TRANSLATE_NOOP("Import", "&Negative quantity"),
    "missing": QT_TRANSLATE_NOOP("Import", "&What does not exist yet"),
}
_OF_PARTIES = QT_TRANSLATE_NOOP("Import", "Name or code &twice in the file")
_OF_ORDERS = QT_TRANSLATE_NOOP("Import", "Order that &exists")
_TITLES_OF_KIND: Mapping[tuple[str, str], str] = {
    ("suppliers", "on_existing"): QT_TRANSLATE_NOOP("Import", "&Existing supplier"),
    ("customers", "on_existing"): QT_TRANSLATE_NOOP("Import", "&Existing customer"),
    ("locations", "on_existing"): QT_TRANSLATE_NOOP("Import", "&Existing location"),
    ("barcodes", "on_existing"): QT_TRANSLATE_NOOP("Import", "&Existing barcode"),
    ("reorder-points", "on_existing"): QT_TRANSLATE_NOOP("Import", "&Existing reorder point"),
    ("reorder-points", "in_file_duplicates"): QT_TRANSLATE_NOOP("Import", "SKU and location &twice in the file"),
    ("sales-orders", "on_existing"): _OF_ORDERS,
    ("purchase-orders", "on_existing"): _OF_ORDERS,
    ("suppliers", "in_file_duplicates"): _OF_PARTIES,
    ("customers", "in_file_duplicates"): _OF_PARTIES,
    ("locations", "in_file_duplicates"): QT_TRANSLATE_NOOP("Import", "Location &twice in the file"),
    ("locations", "missing"): QT_TRANSLATE_NOOP("Import", "&Parent that does not exist yet"),
}
_CHOICES: Mapping[tuple[str, StrEnum], str] = {
    ("on_existing", OnExisting.UPDATE): QT_TRANSLATE_NOOP("Import", "Update the mapped fields"),
    ("on_existing", OnExisting.SKIP): QT_TRANSLATE_NOOP("Import", "Leave it as it is"),
    ("on_existing", OnExisting.REJECT): _REJECT_ROW,
    ("in_file_duplicates", InFileDuplicates.REJECT): QT_TRANSLATE_NOOP("Import", "Reject the later row"),
    ("in_file_duplicates", InFileDuplicates.LAST): QT_TRANSLATE_NOOP("Import", "The last row counts"),
    ("in_file_duplicates", InFileDuplicates.SUM): QT_TRANSLATE_NOOP("Import", "Add up the quantities"),
    ("blank", Blank.KEEP): QT_TRANSLATE_NOOP("Import", "Leaves the value as it is"),
    ("blank", Blank.CLEAR): QT_TRANSLATE_NOOP("Import", "Clears the value"),
    ("barcode_check", BarcodeCheck.WARN): QT_TRANSLATE_NOOP("Import", "Warn"),
    ("barcode_check", BarcodeCheck.REJECT): _REJECT_ROW,
    ("barcode_check", BarcodeCheck.OFF): QT_TRANSLATE_NOOP("Import", "Not checked"),
    ("stock_mode", StockMode.ADD): QT_TRANSLATE_NOOP("Import", "Is added to what is there"),
    ("stock_mode", StockMode.SET): QT_TRANSLATE_NOOP("Import", "Is what is there"),
    ("negative_quantity", NegativeQuantity.REJECT): _REJECT_ROW,
    ("negative_quantity", NegativeQuantity.KEEP): QT_TRANSLATE_NOOP("Import", "Post it where allowed"),
    ("missing", Missing.CREATE): QT_TRANSLATE_NOOP("Import", "Create it"),
    ("missing", Missing.REJECT): _REJECT_ROW,
}
_REJECT_ORDER = QT_TRANSLATE_NOOP("Import", "Reject the order")
_ORDERS = ("sales-orders", "purchase-orders")

RULES = tuple(_TITLES)


def rule_title(kind: str, rule: str) -> str:
    """What an option is called, with its mnemonic."""
    return translate("Import", _TITLES_OF_KIND.get((kind, rule), _TITLES[rule]))


def choice_words(kind: str, rule: str, choice: StrEnum) -> str:
    """One choice of an option, by its consequence."""
    if kind in _ORDERS and (rule, choice) == ("on_existing", OnExisting.REJECT):
        return translate("Import", _REJECT_ORDER)
    return translate("Import", _CHOICES[rule, choice])
