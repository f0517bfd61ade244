"""The words of the import window for each kind of file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inventory_app.ui.theme import formats
from inventory_app.ui.translation import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP, translate

_PARTY = (QT_TRANSLATE_NOOP("Import", "changed by the file"), QT_TRANSLATE_NOOP("Import", "already the same"))
_ORDER = ("", QT_TRANSLATE_NOOP("Import", "order lines known already"))
_LINES = QT_TRANSLATE_N_NOOP("Import", "{count} order line(s)")


@dataclass(frozen=True, slots=True)
class KindWords:
    """Rows by their number; what the counts of new, changed and unchanged records are of; the screen that shows them.

    All are marked, and translated by the methods.
    """

    rows: str
    counts: tuple[str, str, str]
    screen: str = "imports"
    show: str = QT_TRANSLATE_NOOP("Import", "&Show the imports")

    def counted(self, count: int) -> str:
        """ "1 product", "12 order lines"."""
        return translate("Import", self.rows, count=count).format(count=formats.number(count))

    def counts_of(self) -> tuple[str, ...]:
        return tuple(translate("Import", words) if words else "" for words in self.counts)

    def way(self) -> str:
        return translate("Import", self.show)


WORDS: Mapping[str, KindWords] = {
    "products": KindWords(
        QT_TRANSLATE_N_NOOP("Import", "{count} product(s)"), (QT_TRANSLATE_NOOP("Import", "new products"), *_PARTY),
        "products", QT_TRANSLATE_NOOP("Import", "&Show the products"),
    ),
    "stock": KindWords(
        QT_TRANSLATE_N_NOOP("Import", "{count} row(s) of stock"),
        (
            QT_TRANSLATE_NOOP("Import", "new levels"), QT_TRANSLATE_NOOP("Import", "levels changed"),
            QT_TRANSLATE_NOOP("Import", "levels as they were"),
        ),
        "stock", QT_TRANSLATE_NOOP("Import", "&Show the stock"),
    ),
    "suppliers": KindWords(
        QT_TRANSLATE_N_NOOP("Import", "{count} supplier(s)"), (QT_TRANSLATE_NOOP("Import", "new suppliers"), *_PARTY)
    ),
    "customers": KindWords(
        QT_TRANSLATE_N_NOOP("Import", "{count} customer(s)"), (QT_TRANSLATE_NOOP("Import", "new customers"), *_PARTY)
    ),
    "locations": KindWords(
        QT_TRANSLATE_N_NOOP("Import", "{count} location(s)"), (QT_TRANSLATE_NOOP("Import", "new locations"), *_PARTY)
    ),
    "sales-orders": KindWords(
        _LINES, (QT_TRANSLATE_NOOP("Import", "new orders"), *_ORDER), "sales",
        QT_TRANSLATE_NOOP("Import", "&Show the orders"),
    ),
    "purchase-orders": KindWords(_LINES, (QT_TRANSLATE_NOOP("Import", "new orders"), *_ORDER)),
    "barcodes": KindWords(
        QT_TRANSLATE_N_NOOP("Import", "{count} barcode(s)"), (QT_TRANSLATE_NOOP("Import", "new barcodes"), *_PARTY),
        "products", QT_TRANSLATE_NOOP("Import", "&Show the products"),
    ),
    "reorder-points": KindWords(
        QT_TRANSLATE_N_NOOP("Import", "{count} reorder point(s)"),
        (QT_TRANSLATE_NOOP("Import", "new reorder points"), *_PARTY),
        "products", QT_TRANSLATE_NOOP("Import", "&Show the products"),
    ),
}  # fmt: skip
