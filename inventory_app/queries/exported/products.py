"""Products with their totals, as the catalogue shows them and with their descriptions."""

from __future__ import annotations

from sqlalchemy import Subquery, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Category, Location, Party, Product, StockLevel, Uom
from inventory_app.domain.stock import LocationKind
from inventory_app.queries.exported.table import ExportTable, flag, money, named_sums, plain, text, total
from inventory_app.queries.page import Order, sorted_by
from inventory_app.queries.products import ProductFilter, first_barcode, product_conditions, product_orders


async def exported_products(
    session: AsyncSession, wanted: ProductFilter | None = None, order: Order | None = None
) -> ExportTable:
    """The products of a filter; by default all of them by sku, the archived ones too."""
    wanted = wanted or ProductFilter(archived=None)
    totals = _totals()
    rows = (
        select(Product.id)
        .select_from(Product)
        .join(Uom, Uom.id == Product.uom_id)
        .outerjoin(Category, Category.id == Product.category_id)
        .outerjoin(Party, Party.id == Product.supplier_id)
        .outerjoin(totals, totals.c.product_id == Product.id)
        .where(*await product_conditions(session, wanted))
        .order_by(*sorted_by(product_orders(session), order or Order("sku")))
    )
    columns = (
        text("sku", Product.sku),
        text("name", Product.name),
        text("barcode", first_barcode()),
        money("price", Product.price),
        money("cost", Product.cost),
        text("category", Category.name),
        text("supplier", Party.name),
        text("uom", Uom.code),
        text("description", Product.description),
        plain("tracking", Product.tracking),
        flag("archived", Product.archived_at.is_not(None)),
        *(
            total(name, func.coalesce(totals.c[name], 0), func.coalesce(totals.c[f"{name}_rest"], 0))
            for name in ("on_hand", "reserved", "available")
        ),
    )
    return ExportTable(columns, rows)


def _totals() -> Subquery:
    """What each product has in storage; read once, and not once for each product."""
    sums = (
        *named_sums("on_hand", StockLevel.on_hand),
        *named_sums("reserved", StockLevel.reserved),
        *named_sums("available", StockLevel.on_hand - StockLevel.reserved),
    )
    query = select(StockLevel.product_id, *sums).join(Location, Location.id == StockLevel.location_id)
    return query.where(Location.kind == LocationKind.STORAGE).group_by(StockLevel.product_id).subquery("totals")
