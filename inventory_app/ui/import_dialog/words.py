"""The words of the import window for each kind of file. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_PARTY = ("changed by the file", "already the same")
_ORDER = ("", "known already")


@dataclass(frozen=True, slots=True)
class KindWords:
    """One row and many; what the counts of new, changed and unchanged records are of; the screen that shows them."""

    one: str
    many: str
    counted: tuple[str, str, str]
    screen: str = "imports"
    show: str = "&Show the imports"


WORDS: Mapping[str, KindWords] = {
    "products": KindWords("product", "products", ("new products", *_PARTY), "products", "&Show the products"),
    "stock": KindWords(
        "row of stock", "rows of stock", ("new levels", "levels changed", "levels as they were"), "stock",
        "&Show the stock",
    ),
    "suppliers": KindWords("supplier", "suppliers", ("new suppliers", *_PARTY)),
    "customers": KindWords("customer", "customers", ("new customers", *_PARTY)),
    "locations": KindWords("location", "locations", ("new locations", *_PARTY)),
    "sales-orders": KindWords("order line", "order lines", ("new orders", *_ORDER), "sales", "&Show the orders"),
    "purchase-orders": KindWords("order line", "order lines", ("new orders", *_ORDER)),
}  # fmt: skip
