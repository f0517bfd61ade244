"""Cancel a sales order: what it still holds is let go; what has left stays sold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.order_records import find_order_id, lock_order, save_order
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Promise, post
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import SalesOrderStatus, require_open


@dataclass(frozen=True, kw_only=True)
class CancelOrder(Action):
    """An order of which something has left is closed instead."""

    kind: ClassVar[str] = "cancel_order"
    order: str

    @classmethod
    def read(cls, fields: Fields) -> CancelOrder:
        """From the fields of the command line's contract."""
        return cls(order=fields.text("order"))

    @override
    def title(self) -> str:
        return f"Cancel order {self.order}"

    @override
    async def run(self, work: Work) -> Done:
        order = await lock_order(work.session, await find_order_id(work.session, self.order))
        require_open(order.number, order.status, "cancelled")
        before = order.values()
        promises = [
            Promise(held.product, order.location, -held.reserved, held.lot) for held in order.held if held.reserved
        ]
        await post(work, [], promises)
        freed = plain(sum((held.reserved for held in order.held), Decimal(0)))
        for held in order.held:
            held.reserved = Decimal(0)
        some_left = any(held.shipped for held in order.held)
        order.status = SalesOrderStatus.CLOSED if some_left else SalesOrderStatus.CANCELLED
        await save_order(work, order, before)
        what = "closed, the rest is not delivered" if some_left else "cancelled"
        return Done(
            summary=f"{order.number} is {what}: {freed} available again at {order.location.path}",
            result={"order": order.number, "status": order.status.value},
            topics=frozenset({Topic.SALES, Topic.STOCK}),
        )
