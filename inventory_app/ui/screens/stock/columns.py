"""The columns of the stock table."""

from __future__ import annotations

from inventory_app.domain.errors import Refusal
from inventory_app.queries.stock import LevelRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.move_lines import lot_words
from inventory_app.ui.stock_columns import FigureColumns
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate

LOT, CATEGORY, REORDER_POINT = "lot", "category", "reorder_point"


def stock_columns(figures: FigureColumns[LevelRow], currency: str) -> tuple[Column[LevelRow], ...]:
    """Unit and currency stand in the header, not in each cell."""
    value = (
        translate("Stock", "Value, {currency}").format(currency=currency) if currency else translate("Stock", "Value")
    )
    return (
        Column(
            "sku", translate("Stock", "SKU"), lambda row: row.sku, 72, sort="sku", code=True, tip=lambda row: row.sku
        ),
        Column("name", translate("Stock", "Product"), lambda row: row.name, sort="name", tip=lambda row: row.name),
        Column(
            CATEGORY, translate("Stock", "Category"), lambda row: row.category or "", 140, sort="category", hidden=True
        ),
        Column(
            "location",
            translate("Stock", "Location"),
            lambda row: row.location,
            70,
            sort="location",
            tip=lambda row: row.location,
        ),
        Column(
            LOT,
            translate("Stock", "Lot"),
            lambda row: lot_words(row.lot, row.serial),
            88,
            sort="lot",
            code=True,
            hidden=True,
        ),
        figures.column("on_hand", translate("Stock", "On hand"), lambda row: row.on_hand, 70),
        figures.column("reserved", translate("Stock", "Reserved"), lambda row: row.reserved, 74),
        figures.available(86, low=translate("Stock", "at or below the reorder point")),
        figures.column(REORDER_POINT, translate("Stock", "Reorder point"), lambda row: row.reorder_point, 104),
        Column("value", value, _value, 78, right=True),
    )


def _value(row: LevelRow) -> str:
    try:
        return formats.money(row.value)
    except Refusal:  # more than an amount may be; a table has to show its other rows all the same
        return "–"
