"""The kinds of actions as a person names them."""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

KINDS: Mapping[str, str] = {
    "adjust_stock": QT_TRANSLATE_NOOP("Activity", "Adjustments"),
    "transfer_stock": QT_TRANSLATE_NOOP("Activity", "Transfers"),
    "place_order": QT_TRANSLATE_NOOP("Activity", "Orders placed"),
    "ship_order": QT_TRANSLATE_NOOP("Activity", "Orders shipped"),
    "cancel_order": QT_TRANSLATE_NOOP("Activity", "Orders cancelled"),
    "return_goods": QT_TRANSLATE_NOOP("Activity", "Goods taken back"),
    "create_product": QT_TRANSLATE_NOOP("Activity", "Products created"),
    "edit_product": QT_TRANSLATE_NOOP("Activity", "Products edited"),
    "archive_products": QT_TRANSLATE_NOOP("Activity", "Products archived"),
    "create_location": QT_TRANSLATE_NOOP("Activity", "Locations created"),
    "import": QT_TRANSLATE_NOOP("Activity", "Imports"),
    "undo": QT_TRANSLATE_NOOP("Activity", "Undone"),
}
_ICONS: Mapping[str, str] = {
    "adjust_stock": "stock",
    "transfer_stock": "transfer",
    "place_order": "sales",
    "ship_order": "sales",
    "cancel_order": "sales",
    "return_goods": "sales",
    "create_product": "products",
    "edit_product": "products",
    "archive_products": "products",
    "create_location": "stock",
    "import": "imports",
    "undo": "undo",
}


def word_of(kind: str) -> str:
    """A kind that nobody declared is shown as it is."""
    return translate("Activity", KINDS[kind]) if kind in KINDS else kind.replace("_", " ")


def icon_of(kind: str) -> str:
    return _ICONS.get(kind, "activity")
