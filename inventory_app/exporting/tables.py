"""What can be exported, by the names of the contract."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.domain.errors import Refusal
from inventory_app.exporting.request import ExportRequest
from inventory_app.queries.exported.activity import exported_activity
from inventory_app.queries.exported.barcodes import exported_barcodes
from inventory_app.queries.exported.imports import exported_imports
from inventory_app.queries.exported.locations import exported_locations
from inventory_app.queries.exported.moves import exported_moves
from inventory_app.queries.exported.order_lines import exported_purchase_lines, exported_sales_lines
from inventory_app.queries.exported.orders import exported_orders
from inventory_app.queries.exported.parties import exported_customers, exported_suppliers
from inventory_app.queries.exported.products import exported_products
from inventory_app.queries.exported.reorder_points import exported_reorder_points
from inventory_app.queries.exported.stock import exported_stock
from inventory_app.queries.exported.table import ExportTable

# Of a session, a filter of that kind (or None) and an order (or None).
_TABLES: Mapping[str, Callable[[AsyncSession, Any, Any], Coroutine[Any, Any, ExportTable]]] = {
    "products": exported_products,
    "stock": exported_stock,
    "moves": exported_moves,
    "orders": exported_orders,
    "activity": exported_activity,
    "barcodes": exported_barcodes,
    "reorder-points": exported_reorder_points,
    "suppliers": exported_suppliers,
    "customers": exported_customers,
    "locations": exported_locations,
    "imports": exported_imports,
    "sales-orders": exported_sales_lines,
    "purchase-orders": exported_purchase_lines,
}
KINDS = tuple(_TABLES)


async def table_of(session: AsyncSession, request: ExportRequest) -> ExportTable:
    """The table that is asked for; raises Refusal for a kind or a column that there is not."""
    if request.kind not in _TABLES:
        raise Refusal(
            "export_kind", f"kind: “{request.kind}” cannot be exported; known are {', '.join(KINDS)}.", field="kind"
        )
    table = await _TABLES[request.kind](session, request.wanted, request.order)
    known = [column.name for column in table.columns]
    if unknown := [name for name in request.columns if name not in known]:
        raise Refusal(
            "export_column",
            f"columns: {request.kind} have no column “{unknown[0]}”; there are {', '.join(known)}.",
            field="columns",
        )
    return table.of(request.columns)
