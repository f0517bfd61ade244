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
from inventory_app.actions.lookup import LocationRef, outside, products_by_sku, storage_by_path
from inventory_app.actions.master_data import customer_id
from inventory_app.actions.order_stock import PlaceStock, Wanted, divide, lock_stock
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Move, Promise, post
from inventory_app.database.tables import SalesOrder, SalesOrderAllocation, SalesOrderLine
from inventory_app.domain.money import require_not_negative, value_of
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import LotTake, SalesOrderStatus, order_number, require_lines
from inventory_app.domain.quantities import require_positive
from inventory_app.domain.stock import LocationKind
from inventory_app.domain.texts import counted, optional_text


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
class _Placed:
    """One line once it is known what it takes: its row, what it wants, and the lots that give it."""

    row: SalesOrderLine
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
        place = await storage_by_path(work.session, self.location)
        wanted = await self._wanted(work)
        customer, note = await customer_id(work, optional_text(self.customer, field="customer"))
        stock = await lock_stock(work.session, place, (line.product.id for line in wanted))
        takes = divide(wanted, stock, place, confirm=self.confirm)
        order, rows = await self._save(work, place, wanted, customer)
        placed = [_Placed(*one) for one in zip(rows, wanted, takes, strict=True)]
        await self._allocate(work, placed)
        if self.ship:
            await self._ship(work, place, order.number, placed, stock)
        else:
            await self._reserve(work, place, placed, stock)
        total = order.total
        worth = f", total {plain(total)}" if total is not None else ""
        done = "sold" if self.ship else "reserved"
        return Done(
            summary=f"{order.number}: {counted(len(wanted), 'line')} {done} at {place.path}{worth}",
            result={
                "order": order.number,
                "status": order.status,
                "total": None if total is None else plain(total),
            },
            topics=frozenset({Topic.SALES, Topic.STOCK} | ({Topic.PARTIES} if customer else set())),
            notes=(note,) if note else (),
        )

    async def _wanted(self, work: Work) -> list[Wanted]:
        products = await products_by_sku(work.session, (line.sku for line in self.lines), field="lines")
        return [
            Wanted(products[line.sku], require_positive(line.quantity, field=f"lines.{number}.quantity"))
            for number, line in enumerate(self.lines, start=1)
        ]

    async def _save(
        self, work: Work, place: LocationRef, wanted: Sequence[Wanted], customer: int | None
    ) -> tuple[SalesOrder, list[SalesOrderLine]]:
        order_id = await work.dialect.next_id(work.session, SalesOrder)
        rows = [
            self._row(order_id, number, line, asked)
            for number, (line, asked) in enumerate(zip(wanted, self.lines, strict=True), start=1)
        ]
        totals = [row.total for row in rows]
        order = SalesOrder(
            id=order_id,
            number=order_number("SO", order_id),
            reference=optional_text(self.reference, field="reference"),
            status=SalesOrderStatus.SHIPPED if self.ship else SalesOrderStatus.PLACED,
            customer_id=customer,
            location_id=place.id,
            placed_at=work.now,
            total=None if None in totals else sum((total for total in totals if total is not None), Decimal(0)),
            action_id=work.action_id,
        )
        work.session.add(order)
        await work.session.flush()
        work.session.add_all(rows)
        await work.session.flush()
        return order, rows

    def _row(self, order_id: int, number: int, line: Wanted, asked: OrderLine) -> SalesOrderLine:
        price = line.product.price if asked.unit_price is None else asked.unit_price
        field = f"lines.{number}.unit_price"
        return SalesOrderLine(
            order_id=order_id,
            line_no=number,
            product_id=line.product.id,
            ordered=line.quantity,
            unit_price=None if price is None else require_not_negative(price, field=field),
            total=value_of(line.quantity, price, field=field),
        )

    async def _allocate(self, work: Work, placed: Sequence[_Placed]) -> None:
        nothing = Decimal(0)
        rows = [
            {
                "line_id": one.row.id,
                "lot_id": take.lot_id,
                "reserved": nothing if self.ship else take.quantity,
                "shipped": take.quantity if self.ship else nothing,
            }
            for one in placed
            for take in one.takes
        ]
        await work.session.execute(insert(SalesOrderAllocation), rows)

    async def _ship(
        self, work: Work, place: LocationRef, number: str, placed: Sequence[_Placed], stock: PlaceStock
    ) -> None:
        beyond = await outside(work.session, LocationKind.CUSTOMER)
        moves = [
            replace(
                Move(one.wanted.product, place, beyond, take.quantity, "SALE", stock.lots[take.lot_id]),
                sales_order_line_id=one.row.id,
                document=number,
            )
            for one in placed
            for take in one.takes
        ]
        await post(work, moves, confirm=self.confirm, locked=stock.levels)

    async def _reserve(self, work: Work, place: LocationRef, placed: Sequence[_Placed], stock: PlaceStock) -> None:
        promises = [
            Promise(one.wanted.product, place, take.quantity, stock.lots[take.lot_id])
            for one in placed
            for take in one.takes
        ]
        await post(work, [], promises, confirm=self.confirm, locked=stock.levels)
