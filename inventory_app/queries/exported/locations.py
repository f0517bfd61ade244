"""The places, each by its path."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Location
from inventory_app.queries.exported.table import ExportTable, plain, text
from inventory_app.queries.page import Order, sorted_by


async def exported_locations(session: AsyncSession, wanted: object = None, order: Order | None = None) -> ExportTable:
    """All of them by path, those outside of the house too: an import finds each as it is."""
    del session, wanted  # nothing has to be looked up first, and there is no filter
    columns = (
        text("path", Location.path),
        text("name", Location.name),
        plain("kind", Location.kind),
        plain("negative_stock", Location.negative_stock),
    )
    rows = select(Location.id).order_by(*sorted_by({"path": (Location.path,)}, order or Order("path")))
    return ExportTable(columns, rows)
