"""The kinds of actions as a person names them."""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.domain.texts import counted

KINDS: Mapping[str, str] = {
    "adjust_stock": "Adjustments",
    "transfer_stock": "Transfers",
    "place_order": "Orders placed",
    "ship_order": "Orders shipped",
    "cancel_order": "Orders cancelled",
    "return_goods": "Goods taken back",
    "create_product": "Products created",
    "edit_product": "Products edited",
    "archive_products": "Products archived",
    "create_location": "Locations created",
    "import": "Imports",
    "undo": "Undone",
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
    return KINDS.get(kind, kind.replace("_", " "))


def icon_of(kind: str) -> str:
    return _ICONS.get(kind, "activity")


def more(count: int, noun: str) -> str:
    """What is not listed: "and 12 more moves"."""
    return f"and {counted(count, f'more {noun}')}"
