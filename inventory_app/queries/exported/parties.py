"""Suppliers and customers, each with the columns that an import of them reads."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Party
from inventory_app.queries.exported.table import ExportTable, text
from inventory_app.queries.page import Order, sorted_by


async def exported_suppliers(session: AsyncSession, wanted: object = None, order: Order | None = None) -> ExportTable:
    """Those whom we buy from, by name."""
    del session, wanted  # nothing has to be looked up first, and there is no filter
    return _parties(Party.is_supplier, Party.supplier_code, order)


async def exported_customers(session: AsyncSession, wanted: object = None, order: Order | None = None) -> ExportTable:
    """Those whom we sell to, by name."""
    del session, wanted
    return _parties(Party.is_customer, Party.customer_code, order)


def _parties(which: Any, code: Any, order: Order | None) -> ExportTable:
    orders = {"name": (Party.name,), "code": (code, Party.name)}
    columns = (
        text("code", code),
        text("name", Party.name),
        text("email", Party.email),
        text("phone", Party.phone),
        text("address", Party.address),
        text("tax_id", Party.tax_id),
        text("note", Party.note),
    )
    return ExportTable(columns, select(Party.id).where(which).order_by(*sorted_by(orders, order or Order("name"))))
