"""Places, as a tree or as paths."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Location
from inventory_app.domain.stock import LocationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationRow:
    """One place; ``path`` joins the codes from the root."""

    id: int
    parent_id: int | None
    path: str
    code: str
    name: str
    kind: LocationKind
    negative_stock: str

    @property
    def depth(self) -> int:
        return self.path.count("/")


async def locations(session: AsyncSession, *, kind: LocationKind | None = None) -> tuple[LocationRow, ...]:
    """All places (of one kind), each behind its parent."""
    query = select(
        Location.id, Location.parent_id, Location.path, Location.code, Location.name, Location.kind,
        Location.negative_stock,
    )  # fmt: skip
    if kind is not None:
        query = query.where(Location.kind == kind)
    rows = [
        LocationRow(
            id=row.id,
            parent_id=row.parent_id,
            path=row.path,
            code=row.code,
            name=row.name,
            kind=LocationKind(row.kind),
            negative_stock=row.negative_stock,
        )
        for row in await session.execute(query)
    ]
    # By codes, not by the text of the path: “A-1” would come between “A” and “A/B”.
    return tuple(sorted(rows, key=lambda row: row.path.split("/")))


async def storage_paths(session: AsyncSession) -> tuple[str, ...]:
    """The paths of the places that keep stock, as choices of a form."""
    return tuple(row.path for row in await locations(session, kind=LocationKind.STORAGE))
