"""Levels: what is where, of which lot, and what it is worth at cost."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Category, Location, Lot, Product, ReorderRule, StockLevel, Uom
from inventory_app.queries.exported.table import ExportTable, day, money, quantity, text, worth
from inventory_app.queries.page import Order, sorted_by
from inventory_app.queries.stock import RULE_OF_LEVEL, LevelFilter, level_conditions, level_orders


async def exported_stock(
    session: AsyncSession, wanted: LevelFilter | None = None, order: Order | None = None
) -> ExportTable:
    """The levels of a filter; by default all of them by sku, location and lot."""
    rows = (
        select(StockLevel.product_id)
        .select_from(StockLevel)
        .join(Product, Product.id == StockLevel.product_id)
        # All of these are there; an outer join keeps SQLite from beginning with them.
        .outerjoin(Location, Location.id == StockLevel.location_id)
        .outerjoin(Lot, Lot.id == StockLevel.lot_id)
        .outerjoin(Uom, Uom.id == Product.uom_id)
        .outerjoin(Category, Category.id == Product.category_id)
        .outerjoin(ReorderRule, RULE_OF_LEVEL)
        .where(*await level_conditions(session, wanted or LevelFilter()))
        .order_by(*sorted_by(level_orders(session), order or Order("sku")))
    )
    columns = (
        text("sku", Product.sku),
        text("name", Product.name),
        text("location", Location.path),
        text("lot", Lot.lot_number),
        text("serial", Lot.serial),
        day("expires_on", Lot.expires_on),
        quantity("on_hand", StockLevel.on_hand),
        quantity("reserved", StockLevel.reserved),
        quantity("available", StockLevel.on_hand - StockLevel.reserved),
        quantity("reorder_point", ReorderRule.reorder_point),
        money("unit_cost", Product.cost),
        worth("value", StockLevel.on_hand, Product.cost),
    )
    return ExportTable(columns, rows)
