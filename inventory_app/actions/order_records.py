"""Reading and changing sales orders under lock, with every change of state written to change_log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.changes import SALES_ORDER, record_change
from inventory_app.actions.lookup import LocationRef, ProductRef, locations_by_id
from inventory_app.actions.lots import LotRef, lots_by_id
from inventory_app.actions.outcome import Json
from inventory_app.database.statements import table_of
from inventory_app.database.tables import Product, SalesOrder, SalesOrderAllocation, SalesOrderLine
from inventory_app.domain.errors import Refusal
from inventory_app.domain.orders import SalesOrderStatus, status_after_shipping
from inventory_app.domain.quantities import QUANTITY
from inventory_app.domain.stock import Tracking

_ALLOCATION = table_of(SalesOrderAllocation)
_UPDATE_ALLOCATIONS = (
    update(_ALLOCATION)
    .where(_ALLOCATION.c.line_id == bindparam("at_line"), _ALLOCATION.c.lot_id == bindparam("at_lot"))
    .values(reserved=bindparam("new_reserved"), shipped=bindparam("new_shipped"))
)


@dataclass(slots=True)
class Held:
    """One allocation: what a line holds and has taken of one lot."""

    line_id: int
    line_no: int
    ordered: Decimal
    product: ProductRef
    lot: LotRef
    reserved: Decimal
    shipped: Decimal


@dataclass(slots=True)
class OrderRecord:
    """A locked order with all its allocations, in the order of its lines."""

    id: int
    number: str
    status: SalesOrderStatus
    location: LocationRef
    held: list[Held]

    def values(self) -> dict[str, Json]:
        """State and allocations in the form of change_log."""
        allocations: dict[str, Json] = {
            f"{one.line_id}:{one.lot.id}": [QUANTITY.to_scaled(one.reserved), QUANTITY.to_scaled(one.shipped)]
            for one in self.held
        }
        return {"status": self.status.value, "allocations": allocations}

    def status_by_lines(self) -> SalesOrderStatus:
        """The state that follows from what was shipped of each line."""
        ordered = {one.line_id: one.ordered for one in self.held}
        shipped = dict.fromkeys(ordered, Decimal(0))
        for one in self.held:
            shipped[one.line_id] += one.shipped
        return status_after_shipping((ordered[line], shipped[line]) for line in ordered)


async def find_order_id(session: AsyncSession, text: str) -> int:
    """The order of that number, or of that reference when exactly one has it; raises Refusal."""
    query = select(SalesOrder.id, SalesOrder.number).where(or_(SalesOrder.number == text, SalesOrder.reference == text))
    rows = (await session.execute(query.order_by(SalesOrder.id).limit(20))).all()
    by_number = [row.id for row in rows if row.number == text]
    if by_number:
        return int(by_number[0])
    if len(rows) == 1:
        return int(rows[0].id)
    if rows:
        numbers = ", ".join(row.number for row in rows)
        raise Refusal("order_ambiguous", f"Several orders have the reference {text}: {numbers}.", field="order")
    raise Refusal("order_unknown", f"There is no order {text}.", field="order")


async def lock_order(session: AsyncSession, order_id: int) -> OrderRecord:
    """Lock an order and read all that belongs to it."""
    order = await session.scalar(select(SalesOrder).where(SalesOrder.id == order_id).with_for_update())
    if order is None:
        raise Refusal("order_unknown", f"There is no order {order_id}.", field="order")
    query = (
        select(SalesOrderLine, SalesOrderAllocation, Product)
        .join(SalesOrderAllocation, SalesOrderAllocation.line_id == SalesOrderLine.id)
        .join(Product, Product.id == SalesOrderLine.product_id)
        .where(SalesOrderLine.order_id == order_id)
        .order_by(SalesOrderLine.line_no, SalesOrderAllocation.lot_id)
    )
    rows = (await session.execute(query)).all()
    lots = await lots_by_id(session, (allocation.lot_id for _, allocation, _ in rows))
    held = [
        Held(
            line.id,
            line.line_no,
            line.ordered,
            ProductRef(product.id, product.sku, product.name, product.price, product.cost, Tracking(product.tracking)),
            lots[allocation.lot_id],
            allocation.reserved,
            allocation.shipped,
        )
        for line, allocation, product in rows
    ]
    location = (await locations_by_id(session, [order.location_id]))[order.location_id]
    return OrderRecord(order.id, order.number, SalesOrderStatus(order.status), location, held)


async def save_order(work: Work, order: OrderRecord, before: Mapping[str, Json]) -> None:
    """Write the order's state and allocations as they are in ``order`` now, and what they were to change_log."""
    session = work.session
    await session.execute(update(SalesOrder).where(SalesOrder.id == order.id).values(status=order.status))
    was = before["allocations"]
    now = order.values()["allocations"]
    rows = [
        {"at_line": one.line_id, "at_lot": one.lot.id, "new_reserved": one.reserved, "new_shipped": one.shipped}
        for one in _changed(order.held, was, now)
    ]
    if rows:
        await session.execute(_UPDATE_ALLOCATIONS, rows)
    await record_change(work, SALES_ORDER, order.id, before, order.values())


def _changed(held: Sequence[Held], was: Json, now: Json) -> list[Held]:
    if not isinstance(was, dict) or not isinstance(now, dict):
        raise TypeError("allocations are an object")
    keys = {key for key in now if was.get(key) != now[key]}
    return [one for one in held if f"{one.line_id}:{one.lot.id}" in keys]
