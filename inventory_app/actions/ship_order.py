"""Ship what a sales order holds, all of it or some lines in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import LocationRef, outside
from inventory_app.actions.order_records import Held, OrderRecord, find_order_id, lock_order, save_order
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Move, Promise, post
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import require_at_most, require_open, words
from inventory_app.domain.quantities import require_positive
from inventory_app.domain.stock import LocationKind


@dataclass(frozen=True, slots=True)
class ShipLine:
    """How much of one product leaves now."""

    sku: str
    quantity: Decimal

    @classmethod
    def read(cls, fields: Fields) -> ShipLine:
        """From one object of ``lines``."""
        return cls(fields.text("sku"), fields.quantity())


@dataclass(frozen=True, kw_only=True)
class ShipOrder(Action):
    """Without ``lines`` everything that is reserved leaves."""

    kind: ClassVar[str] = "ship_order"
    order: str
    lines: tuple[ShipLine, ...] = ()

    @classmethod
    def read(cls, fields: Fields) -> ShipOrder:
        """From the fields of the command line's contract."""
        return cls(order=fields.text("order"), lines=fields.objects("lines", ShipLine.read))

    @override
    def title(self) -> str:
        return f"Ship order {self.order}"

    @override
    async def run(self, work: Work) -> Done:
        order = await lock_order(work.session, await find_order_id(work.session, self.order))
        require_open(order.number, order.status, "shipped")
        before = order.values()
        leaving = self._leaving(order)
        beyond = await outside(work.session, LocationKind.CUSTOMER)
        await post(work, *_postings(order, leaving, beyond))
        for held, quantity in leaving:
            held.reserved -= quantity
            held.shipped += quantity
        order.status = order.status_by_lines()
        await save_order(work, order, before)
        pieces = plain(sum((quantity for _, quantity in leaving), Decimal(0)))
        return Done(
            summary=f"{order.number}: {pieces} left {order.location.path}; the order is {words(order.status)}",
            result={"order": order.number, "status": order.status.value},
            topics=frozenset({Topic.SALES, Topic.STOCK}),
        )

    def _leaving(self, order: OrderRecord) -> list[tuple[Held, Decimal]]:
        if not self.lines:
            return [(held, held.reserved) for held in order.held if held.reserved > 0]
        wanted: dict[str, Decimal] = {}
        for number, line in enumerate(self.lines, start=1):
            quantity = require_positive(line.quantity, field=f"lines.{number}.quantity")
            wanted[line.sku] = wanted.get(line.sku, Decimal(0)) + quantity
        leaving: list[tuple[Held, Decimal]] = []
        for sku, quantity in wanted.items():
            leaving.extend(_take(order, sku, quantity))
        return leaving


def _take(order: OrderRecord, sku: str, quantity: Decimal) -> list[tuple[Held, Decimal]]:
    held = [one for one in order.held if one.product.sku == sku]
    if not held:
        raise Refusal("sku_unknown", f"Order {order.number} has no line for {sku}.", field="lines")
    open_quantity = sum((one.reserved for one in held), Decimal(0))
    require_at_most(quantity, open_quantity, what=f"{sku} of {order.number}", field="lines")
    taken, left = [], quantity
    for one in held:
        part = min(left, one.reserved)
        if part > 0:
            taken.append((one, part))
            left -= part
    return taken


def _postings(
    order: OrderRecord, leaving: Sequence[tuple[Held, Decimal]], beyond: LocationRef
) -> tuple[list[Move], list[Promise]]:
    moves = [
        Move(
            held.product,
            order.location,
            beyond,
            quantity,
            "SALE",
            held.lot,
            sales_order_line_id=held.line_id,
            document=order.number,
        )
        for held, quantity in leaving
    ]
    promises = [Promise(held.product, order.location, -quantity, held.lot) for held, quantity in leaving]
    return moves, promises
