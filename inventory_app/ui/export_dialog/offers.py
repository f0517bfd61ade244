"""What a list has to write: itself, and what belongs to it without being shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inventory_app.queries.page import Order
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

# What a person chooses between, by kind of export: its name, and what a row of it is.
_WORDS: Mapping[str, tuple[str, str]] = {
    "products": (
        QT_TRANSLATE_NOOP("Export", "Products"),
        QT_TRANSLATE_NOOP("Export", "A row for each, with the first of its barcodes."),
    ),
    "barcodes": (
        QT_TRANSLATE_NOOP("Export", "Barcodes"),
        QT_TRANSLATE_NOOP("Export", "All that each product has, those of packs too."),
    ),
    "reorder-points": (
        QT_TRANSLATE_NOOP("Export", "Reorder points"),
        QT_TRANSLATE_NOOP("Export", "A row for each product and place that has one."),
    ),
    "suppliers": (QT_TRANSLATE_NOOP("Export", "Suppliers"), QT_TRANSLATE_NOOP("Export", "All whom you buy from.")),
    "stock": (
        QT_TRANSLATE_NOOP("Export", "Stock levels"),
        QT_TRANSLATE_NOOP("Export", "What is where, by lot and serial number."),
    ),
    "locations": (QT_TRANSLATE_NOOP("Export", "Locations"), QT_TRANSLATE_NOOP("Export", "All places, by their paths.")),
    "moves": (QT_TRANSLATE_NOOP("Export", "Moves"), QT_TRANSLATE_NOOP("Export", "All of them, the oldest first.")),
    "purchase-orders": (
        QT_TRANSLATE_NOOP("Export", "Lines of purchase orders"),
        QT_TRANSLATE_NOOP("Export", "All but those of drafts and cancelled orders."),
    ),
    "orders": (
        QT_TRANSLATE_NOOP("Export", "Orders"),
        QT_TRANSLATE_NOOP("Export", "A row for each, with its total."),
    ),
    "sales-orders": (
        QT_TRANSLATE_NOOP("Export", "Lines of orders"),
        QT_TRANSLATE_NOOP("Export", "Without those of drafts and cancelled orders."),
    ),
    "customers": (QT_TRANSLATE_NOOP("Export", "Customers"), QT_TRANSLATE_NOOP("Export", "All whom you sell to.")),
    "activity": (
        QT_TRANSLATE_NOOP("Export", "Activity"),
        QT_TRANSLATE_NOOP("Export", "What was saved, by whom and when."),
    ),
    "imports": (
        QT_TRANSLATE_NOOP("Export", "Imports"),
        QT_TRANSLATE_NOOP("Export", "A row for each file, with its counts."),
    ),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of export, what the list is narrowed to and sorted by now, and the columns it shows.

    ``narrowed``: that can hold for the file; otherwise it has everything. Without ``columns`` the file has all.
    """

    kind: str
    wanted: object = None
    order: Order | None = None
    columns: tuple[str, ...] = ()
    narrowed: bool = False

    @property
    def title(self) -> str:
        """How a person calls it."""
        return translate("Export", _WORDS[self.kind][0])

    @property
    def hint(self) -> str:
        """What is in the file."""
        return translate("Export", _WORDS[self.kind][1])
