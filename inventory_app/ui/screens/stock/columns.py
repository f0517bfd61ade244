"""The columns of the stock table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from inventory_app.domain.errors import Refusal
from inventory_app.queries.stock import LevelRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.move_lines import lot_words
from inventory_app.ui.theme import formats

LOT = "lot"
CATEGORY = "category"
_MOST_DECIMALS = 3


@dataclass(slots=True)
class Decimals:
    """How many decimals the figures of each column show, so that their units stand below each other."""

    on_hand: int = 0
    reserved: int = 0
    available: int = 0
    reorder_point: int = 0

    def measure(self, rows: Sequence[LevelRow]) -> None:
        self.on_hand = _most(row.on_hand for row in rows)
        self.reserved = _most(row.reserved for row in rows)
        self.available = _most(row.available for row in rows)
        self.reorder_point = _most(row.reorder_point for row in rows)


def _most(values: Iterable[Decimal | None]) -> int:
    known = [value for value in values if value is not None]
    return min(formats.decimals_of(known), _MOST_DECIMALS)


def sold_out(row: LevelRow) -> bool:
    """Below zero, or nothing left of what should be there."""
    return row.available < 0 or (row.low and row.available == 0)


def stock_columns(decimals: Decimals, currency: str) -> tuple[Column[LevelRow], ...]:
    """Unit and currency stand in the header, not in each cell."""
    value = f"Value, {currency}" if currency else "Value"
    return (
        Column("sku", "SKU", lambda row: row.sku, 72, sort="sku", code=True, tip=lambda row: row.sku),
        Column("name", "Product", lambda row: row.name, sort="name", tip=lambda row: row.name),
        Column(CATEGORY, "Category", lambda row: row.category or "", 140, sort="category", hidden=True),
        Column("location", "Location", lambda row: row.location, 70, sort="location", tip=lambda row: row.location),
        Column(LOT, "Lot", lambda row: lot_words(row.lot, row.serial), 88, sort="lot", code=True, hidden=True),
        _figure("on_hand", "On hand", lambda row: formats.quantity(row.on_hand, decimals.on_hand), 70),
        _figure("reserved", "Reserved", lambda row: formats.quantity(row.reserved, decimals.reserved), 74),
        Column(
            "available", "Available", lambda row: formats.quantity(row.available, decimals.available), 86,
            right=True, sort="available", icon=_icon, tone=_tone, strong=lambda row: row.low or sold_out(row),
            speech=_speech, tip=_speech,
        ),
        _figure("reorder_point", "Reorder point",
                lambda row: formats.quantity(row.reorder_point, decimals.reorder_point), 104),
        Column("value", value, _value, 78, right=True),
    )  # fmt: skip


def _figure(key: str, title: str, text: Callable[[LevelRow], str], width: int) -> Column[LevelRow]:
    return Column(key, title, text, width, right=True, sort=key)


def _value(row: LevelRow) -> str:
    try:
        return formats.money(row.value)
    except Refusal:  # more than an amount may be; a table has to show its other rows all the same
        return "–"


def _icon(row: LevelRow) -> str:
    return "error" if sold_out(row) else "warning" if row.low else ""


def _tone(row: LevelRow) -> str:
    return "failed" if sold_out(row) else "refused" if row.low else ""


def _speech(row: LevelRow) -> str:
    figure = formats.quantity(row.available)
    if row.available < 0:
        return f"{figure}, below zero"
    if sold_out(row):
        return f"{figure}, none left"
    return f"{figure}, at or below the reorder point" if row.low else ""
