"""Customers and suppliers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Party
from inventory_app.queries.search import between_prefix, contains


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Somebody we buy from or sell to."""

    id: int
    name: str
    is_supplier: bool
    is_customer: bool


async def find_parties(
    session: AsyncSession, text: str = "", *, supplier: bool = False, customer: bool = False, limit: int = 20
) -> tuple[PartyRow, ...]:
    """The parties whose name holds ``text``, those that begin with it first; for pickers."""
    typed = text.strip()
    query = select(Party.id, Party.name, Party.is_supplier, Party.is_customer)
    if typed:
        query = query.where(contains(Party.name, typed)).order_by(between_prefix(Party.name, typed).desc())
    if supplier:
        query = query.where(Party.is_supplier)
    if customer:
        query = query.where(Party.is_customer)
    rows = await session.execute(query.order_by(Party.name).limit(limit))
    return tuple(PartyRow(*row) for row in rows)


async def suppliers(session: AsyncSession) -> tuple[str, ...]:
    """The names of all suppliers."""
    return tuple(await session.scalars(select(Party.name).where(Party.is_supplier).order_by(Party.name)))
