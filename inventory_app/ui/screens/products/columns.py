"""The columns of the product table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from inventory_app.queries.products import ProductRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.theme import formats

WIDE = ("supplier", "cost", "reserved", "uom")
_MOST_DECIMALS = 3


@dataclass(slots=True)
class Decimals:
    """How many decimals the figures of each column show, so that their units stand below each other."""

    on_hand: int = 0
    reserved: int = 0
    available: int = 0

    def measure(self, rows: Sequence[ProductRow]) -> None:
        self.on_hand = _most(row.on_hand for row in rows)
        self.reserved = _most(row.reserved for row in rows)
        self.available = _most(row.available for row in rows)


def _most(values: Iterable[Decimal]) -> int:
    return min(formats.decimals_of(list(values)), _MOST_DECIMALS)


def sold_out(row: ProductRow) -> bool:
    """Below zero, or nothing left of what should be there."""
    return row.available < 0 or (row.low and row.available == 0)


def product_columns(decimals: Decimals, currency: str) -> tuple[Column[ProductRow], ...]:
    """Currency stands in the header, not in each cell."""
    sign = f", {currency}" if currency else ""
    return (
        Column("sku", "SKU", lambda row: row.sku, 72, sort="sku", code=True, tip=lambda row: row.sku),
        Column("name", "Product", lambda row: row.name, sort="name", tip=lambda row: row.name),
        Column("category", "Category", lambda row: row.category or "", 92, sort="category"),
        Column("supplier", "Supplier", lambda row: row.supplier or "", 140, sort="supplier", hidden=True),
        Column("price", f"Price{sign}", lambda row: formats.money(row.price), 84, right=True, sort="price"),
        Column("cost", f"Cost{sign}", lambda row: formats.money(row.cost), 84, right=True, sort="cost", hidden=True),
        _figure("on_hand", "On hand", lambda row: formats.quantity(row.on_hand, decimals.on_hand)),
        _figure("reserved", "Reserved", lambda row: formats.quantity(row.reserved, decimals.reserved), hidden=True),
        Column(
            "available", "Available", lambda row: formats.quantity(row.available, decimals.available), 92,
            right=True, sort="available", icon=_icon, tone=_tone, strong=lambda row: row.low or sold_out(row),
            speech=_speech, tip=_speech,
        ),
        Column("uom", "Unit", lambda row: row.uom, 56, hidden=True),
        Column("barcode", "Barcode", lambda row: row.barcode or "", 124, code=True, tip=lambda row: row.barcode or ""),
    )  # fmt: skip


def _figure(key: str, title: str, text: Callable[[ProductRow], str], *, hidden: bool = False) -> Column[ProductRow]:
    return Column(key, title, text, 80, right=True, sort=key, hidden=hidden)


def _icon(row: ProductRow) -> str:
    return "error" if sold_out(row) else "warning" if row.low else ""


def _tone(row: ProductRow) -> str:
    return "failed" if sold_out(row) else "refused" if row.low else ""


def _speech(row: ProductRow) -> str:
    figure = formats.quantity(row.available)
    if row.available < 0:
        return f"{figure}, below zero"
    if sold_out(row):
        return f"{figure}, none left"
    return f"{figure}, at or below the reorder point somewhere" if row.low else ""
