"""The ledger, oldest first: all of it, or what happened to one product."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from inventory_app.database.tables import ActionLog, Location, Lot, Product, StockMove
from inventory_app.queries.exported.table import (
    ExportTable,
    identifier,
    integer,
    money,
    plain,
    quantity,
    text,
    time,
)
from inventory_app.queries.moves import MOVE_KINDS, OTHER_MOVE
from inventory_app.queries.page import Order, sorted_by

_source, _target = aliased(Location), aliased(Location)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveFilter:
    """What the ledger is narrowed to: one product, and one place at either end."""

    sku: str | None = None
    location: str | None = None


async def exported_moves(
    session: AsyncSession, wanted: MoveFilter | None = None, order: Order | None = None
) -> ExportTable:
    """The moves of a filter in the order in which they were posted."""
    del session  # nothing has to be looked up first
    wanted = wanted or MoveFilter()
    rows = (
        select(StockMove.id)
        .select_from(StockMove)
        .join(Product, Product.id == StockMove.product_id)
        .join(Lot, Lot.id == StockMove.lot_id)
        .join(_source, _source.id == StockMove.from_location_id)
        .join(_target, _target.id == StockMove.to_location_id)
        .join(ActionLog, ActionLog.id == StockMove.action_id)
        .order_by(*sorted_by({"id": (StockMove.id,)}, order or Order("id")))
    )
    if wanted.sku is not None:
        rows = rows.where(Product.sku == wanted.sku)
    if wanted.location is not None:
        rows = rows.where(or_(_source.path == wanted.location, _target.path == wanted.location))
    kinds = [(and_(_source.kind == one, _target.kind == other), word) for (one, other), word in MOVE_KINDS.items()]
    columns = (
        integer("id", StockMove.id),
        time("moved_at", StockMove.moved_at),
        plain("kind", case(*kinds, else_=OTHER_MOVE)),
        text("sku", Product.sku),
        text("lot", Lot.lot_number),
        text("serial", Lot.serial),
        text("from_location", _source.path),
        text("to_location", _target.path),
        quantity("quantity", StockMove.quantity),
        text("reason", StockMove.reason_code),
        text("document", StockMove.document),
        money("value", StockMove.value),
        text("actor", ActionLog.actor),
        text("workstation", ActionLog.workstation),
        identifier("action_id", StockMove.action_id),
    )
    return ExportTable(columns, rows)
