"""Bringing sales orders and returns back to the state before an action."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from inventory_app.actions.action import Work
from inventory_app.actions.changes import GOODS_RETURN, SALES_ORDER, record_change
from inventory_app.actions.order_records import OrderRecord, lock_order, save_order
from inventory_app.actions.posting import Promise
from inventory_app.actions.returned import StillOut
from inventory_app.database.tables import ChangeLog, GoodsReturn, SalesOrder, StockMove
from inventory_app.domain.errors import Refusal
from inventory_app.domain.orders import SalesOrderStatus
from inventory_app.domain.quantities import QUANTITY


async def restore_orders(work: Work, action_id: UUID) -> tuple[int, list[Promise]]:
    """How many orders go back, and what that reserves or lets go. Raises Refusal when one went on since."""
    count, promises = 0, []
    for order, after, before in await _placed(work, action_id) + await _changed(work, action_id):
        now = order.values()
        if now["status"] != after.get("status", now["status"]) or now["allocations"] != after["allocations"]:
            message = f"Order {order.number} went on since; undo what came after first."
            raise Refusal("later_changes", message, field="of", details={"order": order.number})
        if _unships(order, before):
            await _refuse_returned(work, order)
        promises += _put_back(order, before)
        await save_order(work, order, now)
        count += 1
    return count, promises


async def _placed(work: Work, action_id: UUID) -> list[tuple[OrderRecord, dict[str, Any], dict[str, Any]]]:
    """Orders that the action placed: taken back means cancelled, with nothing held and nothing shipped."""
    found = []
    for order_id in await work.session.scalars(select(SalesOrder.id).where(SalesOrder.action_id == action_id)):
        order = await lock_order(work.session, order_id)
        shipped = await work.session.scalar(
            select(func.count()).select_from(StockMove).where(StockMove.action_id == action_id)
        )
        status = SalesOrderStatus.SHIPPED if shipped else SalesOrderStatus.PLACED
        allocations: dict[str, Any] = {}
        nothing: dict[str, Any] = {}
        for held in order.held:
            key = f"{held.line_id}:{held.lot.id}"
            total = QUANTITY.to_scaled(held.reserved + held.shipped)
            allocations[key] = [0, total] if shipped else [total, 0]
            nothing[key] = [0, 0]
        after = {"status": status.value, "allocations": allocations}
        found.append((order, after, {"status": SalesOrderStatus.CANCELLED.value, "allocations": nothing}))
    return found


async def _changed(work: Work, action_id: UUID) -> list[tuple[OrderRecord, dict[str, Any], dict[str, Any]]]:
    query = select(ChangeLog.record_id, ChangeLog.old_values, ChangeLog.new_values).where(
        ChangeLog.action_id == action_id, ChangeLog.record_kind == SALES_ORDER
    )
    found = []
    for order_id, old, new in (await work.session.execute(query.order_by(ChangeLog.record_id))).all():
        order = await lock_order(work.session, order_id)
        # Only what differed is in the log: the rest is as it is now.
        found.append((order, {**order.values(), **new}, {**order.values(), **old}))
    return found


async def _refuse_returned(work: Work, order: OrderRecord) -> None:
    query = select(GoodsReturn.number).where(GoodsReturn.order_id == order.id, GoodsReturn.status == "posted")
    number = await work.session.scalar(query.limit(1))
    if number is not None:
        message = f"Goods of {order.number} came back by {number}; undo that first."
        raise Refusal("later_changes", message, field="of", details={"order": order.number})


def _unships(order: OrderRecord, before: Mapping[str, Any]) -> bool:
    """Whether going back means that less has left than now."""
    return any(
        QUANTITY.from_scaled(before["allocations"].get(f"{held.line_id}:{held.lot.id}", (0, 0))[1]) < held.shipped
        for held in order.held
    )


def _put_back(order: OrderRecord, before: Mapping[str, Any]) -> list[Promise]:
    """Change ``order`` to what it was, and give the changes of what is reserved."""
    promises = []
    order.status = SalesOrderStatus(before["status"])
    for held in order.held:
        reserved, shipped = before["allocations"].get(f"{held.line_id}:{held.lot.id}", (0, 0))
        change = QUANTITY.from_scaled(reserved) - held.reserved
        if change != Decimal(0):
            promises.append(Promise(held.product, order.location, change, held.lot))
        held.reserved, held.shipped = QUANTITY.from_scaled(reserved), QUANTITY.from_scaled(shipped)
    return promises


async def restore_returns(work: Work, action_id: UUID) -> int:
    """Returns that the action posted are cancelled; those that it cancelled are posted again.

    Raises Refusal when by then more would be back than the order shipped.
    """
    created = await work.session.scalars(select(GoodsReturn.id).where(GoodsReturn.action_id == action_id))
    states = dict.fromkeys(created, "cancelled")
    query = select(ChangeLog.record_id, ChangeLog.old_values).where(
        ChangeLog.action_id == action_id, ChangeLog.record_kind == GOODS_RETURN
    )
    for return_id, old in await work.session.execute(query):
        states[return_id] = old["status"]
    for return_id, status in states.items():
        was = "posted" if status == "cancelled" else "cancelled"
        order_id = await work.session.scalar(select(GoodsReturn.order_id).where(GoodsReturn.id == return_id))
        order = None if order_id is None else await lock_order(work.session, order_id)
        await work.session.execute(update(GoodsReturn).where(GoodsReturn.id == return_id).values(status=status))
        if order is not None and status == "posted":
            (await StillOut.of(work.session, order)).refuse_more_than_left()
        await record_change(work, GOODS_RETURN, return_id, {"status": was}, {"status": status})
    return len(states)
