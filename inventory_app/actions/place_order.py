"""Place a customer's order: check, reserve (or ship at once, over the counter), and number it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import insert
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import LocationRef, outside
from inventory_app.actions.master_data import customer_id
from inventory_app.actions.order_stock import PlaceStock, Wanted, divide, lock_stock
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Move, Promise, post
from inventory_app.database.statements import table_of
from inventory_app.database.tables import SalesOrder, SalesOrderAllocation, SalesOrderLine
from inventory_app.domain.money import require_not_negative, value_of
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import LotTake, SalesOrderStatus, order_number, require_lines
from inventory_app.domain.quantities import require_positive
from inventory_app.domain.stock import LocationKind
from inventory_app.domain.texts import counted, optional_text

# Made once: what SQLAlchemy works out about a statement is kept with it.
_LINE = table_of(SalesOrderLine)
_INSERT_ORDER = insert(table_of(SalesOrder))
_INSERT_LINES = insert(_LINE).returning(_LINE.c.id, _LINE.c.line_no)
_INSERT_ALLOCATIONS = insert(table_of(SalesOrderAllocation))


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One product of an order; without a price it is sold at the product's."""

    sku: str
    quantity: Decimal
    unit_price: Decimal | None = None

    @classmethod
    def read(cls, fields: Fields) -> OrderLine:
        """From one object of ``lines``."""
        return cls(fields.text("sku"), fields.quantity(), fields.money("unit_price"))


@dataclass(frozen=True, slots=True)
class _Order:
    """The order's own row, as far as it is needed further on; without a total when some line has no price."""

    id: int
    number: str
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class _Placed:
    """One line once it is known what it takes: its id, what it wants, and the lots that give it."""

    line_id: int
    wanted: Wanted
    takes: tuple[LotTake, ...]


@dataclass(frozen=True, kw_only=True)
class PlaceOrder(Action):
    """``ship`` sells over the counter: placed and shipped in the one transaction."""

    kind: ClassVar[str] = "place_order"
    location: str
    lines: tuple[OrderLine, ...]
    reference: str = ""
    customer: str = ""
    ship: bool = False
    confirm: bool = False

    @classmethod
    def read(cls, fields: Fields) -> PlaceOrder:
        """From the fields of the command line's contract."""
        return cls(
            location=fields.text("location"),
            lines=fields.objects("lines", OrderLine.read),
            reference=fields.optional("reference"),
            customer=fields.optional("customer"),
            ship=fields.flag("ship"),
            confirm=fields.flag("confirm"),
        )

    @override
    def title(self) -> str:
        verb = "Sell" if self.ship else "Place order,"
        reference = f" ({self.reference})" if self.reference else ""
        return f"{verb} {counted(len(self.lines), 'line')}{reference}"

    @override
    async def run(self, work: Work) -> Done:
        require_lines(len(self.lines))
        customer, note = await customer_id(work, optional_text(self.customer, field="customer"))
        stock = await lock_stock(work.session, self.location, [line.sku for line in self.lines])
        wanted = self._wanted(stock)
        takes = divide(wanted, stock, confirm=self.confirm)
        order = await self._save(work, stock.place, wanted, customer)
        line_ids = await self._save_lines(work, order, wanted)
        placed = [_Placed(*one) for one in zip(line_ids, wanted, takes, strict=True)]
        await self._allocate(work, placed)
        if self.ship:
            await self._ship(work, order.number, placed, stock)
        else:
            await self._reserve(work, placed, stock)
        worth = f", total {plain(order.total)}" if order.total is not None else ""
        done = "sold" if self.ship else "reserved"
        return Done(
            summary=f"{order.number}: {counted(len(wanted), 'line')} {done} at {stock.place.path}{worth}",
            result={
                "order": order.number,
                "status": self._status,
                "total": None if order.total is None else plain(order.total),
            },
            topics=frozenset({Topic.SALES, Topic.STOCK} | ({Topic.PARTIES} if customer else set())),
            notes=(note,) if note else (),
        )

    @property
    def _status(self) -> SalesOrderStatus:
        return SalesOrderStatus.SHIPPED if self.ship else SalesOrderStatus.PLACED

    def _wanted(self, stock: PlaceStock) -> list[Wanted]:
        wanted = []
        for number, line in enumerate(self.lines, start=1):
            product = stock.products[line.sku]
            price = product.price if line.unit_price is None else line.unit_price
            if price is not None:
                price = require_not_negative(price, field=f"lines.{number}.unit_price")
            quantity = require_positive(line.quantity, field=f"lines.{number}.quantity")
            total = value_of(quantity, price, field=f"lines.{number}.unit_price")
            wanted.append(Wanted(product, quantity, price, total))
        return wanted

    async def _save(self, work: Work, place: LocationRef, wanted: Sequence[Wanted], customer: int | None) -> _Order:
        order_id = await work.dialect.next_id(work.session, SalesOrder)
        totals = [line.total for line in wanted if line.total is not None]
        whole = sum(totals, Decimal(0)) if len(totals) == len(wanted) else None
        order = _Order(order_id, order_number("SO", order_id), whole)
        row = {
            "id": order.id,
            "number": order.number,
            "reference": optional_text(self.reference, field="reference"),
            "status": self._status,
            "customer_id": customer,
            "location_id": place.id,
            "placed_at": work.now,
            "total": order.total,
            "action_id": work.action_id,
        }
        await work.session.execute(_INSERT_ORDER, row)
        return order

    async def _save_lines(self, work: Work, order: _Order, wanted: Sequence[Wanted]) -> list[int]:
        rows = [
            {
                "order_id": order.id,
                "line_no": number,
                "product_id": line.product.id,
                "ordered": line.quantity,
                "unit_price": line.price,
                "total": line.total,
            }
            for number, line in enumerate(wanted, start=1)
        ]
        given = {row.line_no: row.id for row in await work.session.execute(_INSERT_LINES, rows)}
        return [given[number] for number in range(1, len(rows) + 1)]

    async def _allocate(self, work: Work, placed: Sequence[_Placed]) -> None:
        nothing = Decimal(0)
        rows = [
            {
                "line_id": one.line_id,
                "lot_id": take.lot_id,
                "reserved": nothing if self.ship else take.quantity,
                "shipped": take.quantity if self.ship else nothing,
            }
            for one in placed
            for take in one.takes
        ]
        await work.session.execute(_INSERT_ALLOCATIONS, rows)

    async def _ship(self, work: Work, number: str, placed: Sequence[_Placed], stock: PlaceStock) -> None:
        beyond = await outside(work.session, LocationKind.CUSTOMER)
        moves = [
            replace(
                Move(one.wanted.product, stock.place, beyond, take.quantity, "SALE", stock.lots[take.lot_id]),
                sales_order_line_id=one.line_id,
                document=number,
            )
            for one in placed
            for take in one.takes
        ]
        await post(work, moves, confirm=self.confirm, locked=stock.levels)

    async def _reserve(self, work: Work, placed: Sequence[_Placed], stock: PlaceStock) -> None:
        promises = [
            Promise(one.wanted.product, stock.place, take.quantity, stock.lots[take.lot_id])
            for one in placed
            for take in one.takes
        ]
        await post(work, [], promises, confirm=self.confirm, locked=stock.levels)
