"""Why stock changes: the list that a person chooses from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import ReasonCode


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason; ``for_adjustment`` marks those that a person may give."""

    code: str
    name: str
    for_adjustment: bool


async def reasons(session: AsyncSession, *, for_adjustment: bool | None = True) -> tuple[ReasonRow, ...]:
    """The reasons by code; None gives those of both kinds."""
    query = select(ReasonCode.code, ReasonCode.name, ReasonCode.for_adjustment).order_by(ReasonCode.code)
    if for_adjustment is not None:
        query = query.where(ReasonCode.for_adjustment == for_adjustment)
    return tuple(ReasonRow(*row) for row in await session.execute(query))
