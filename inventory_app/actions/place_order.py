"""Place a customer's order: check, reserve (or ship at once, over the counter), and number it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import LocationRef, outside
from inventory_app.actions.master_data import customer_id
from inventory_app.actions.order_stock import PlaceStock, Wanted, divide, lock_stock
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Move, Promise, post
from inventory_app.database.new_order import NewOrder, SavedOrder, Values
from inventory_app.domain.money import MONEY, require_not_negative, value_of
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import LotTake, SalesOrderStatus, require_lines
from inventory_app.domain.quantities import require_positive
from inventory_app.domain.stock import LocationKind
from inventory_app.domain.texts import counted, optional_key


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
class _Line:
    """One line once it is known what it takes: what it wants, and the lots that give it."""

    number: int
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
        customer, note = await customer_id(work, optional_key(self.customer, field="customer"))
        stock = await lock_stock(work.session, self.location, [line.sku for line in self.lines])
        wanted = self._wanted(stock)
        takes = divide(wanted, stock, confirm=self.confirm)
        lines = [_Line(number, *one) for number, one in enumerate(zip(wanted, takes, strict=True), start=1)]
        total = _total(wanted)
        new = NewOrder(self._row(work, stock.place, customer, total), _line_rows(lines), self._take_rows(lines))
        order = await work.dialect.save_order(work.session, new)
        if self.ship:
            await self._ship(work, order, lines, stock)
        else:
            await self._reserve(work, lines, stock)
        worth = f", total {plain(total)}" if total is not None else ""
        done = "sold" if self.ship else "reserved"
        return Done(
            summary=f"{order.number}: {counted(len(wanted), 'line')} {done} at {stock.place.path}{worth}",
            result={
                "order": order.number,
                "status": self._status,
                "total": None if total is None else plain(total),
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

    def _row(self, work: Work, place: LocationRef, customer: int | None, total: Decimal | None) -> Values:
        return {
            "reference": optional_key(self.reference, field="reference"),
            "status": self._status,
            "customer_id": customer,
            "location_id": place.id,
            "placed_at": work.now,
            "total": total,
            "action_id": work.action_id,
        }

    def _take_rows(self, lines: Sequence[_Line]) -> list[Values]:
        nothing = Decimal(0)
        return [
            {
                "line_no": line.number,
                "lot_id": take.lot_id,
                "reserved": nothing if self.ship else take.quantity,
                "shipped": take.quantity if self.ship else nothing,
            }
            for line in lines
            for take in line.takes
        ]

    async def _ship(self, work: Work, order: SavedOrder, lines: Sequence[_Line], stock: PlaceStock) -> None:
        beyond = await outside(work.session, LocationKind.CUSTOMER)
        moves = [
            Move(
                line.wanted.product,
                stock.place,
                beyond,
                take.quantity,
                "SALE",
                stock.lots[take.lot_id],
                sales_order_line_id=order.line_ids[line.number],
                document=order.number,
            )
            for line in lines
            for take in line.takes
        ]
        await post(work, moves, confirm=self.confirm, locked=stock.levels)

    async def _reserve(self, work: Work, lines: Sequence[_Line], stock: PlaceStock) -> None:
        promises = [
            Promise(line.wanted.product, stock.place, take.quantity, stock.lots[take.lot_id])
            for line in lines
            for take in line.takes
        ]
        await post(work, [], promises, confirm=self.confirm, locked=stock.levels)


def _total(lines: Sequence[Wanted]) -> Decimal | None:
    """The sum of all lines; None when the price of one is not known. Raises Refusal when it is out of range."""
    totals = [line.total for line in lines if line.total is not None]
    if len(totals) < len(lines):
        return None
    return MONEY.within(sum(totals, Decimal(0)), field="lines")


def _line_rows(lines: Sequence[_Line]) -> list[Values]:
    return [
        {
            "line_no": line.number,
            "product_id": line.wanted.product.id,
            "ordered": line.wanted.quantity,
            "unit_price": line.wanted.price,
            "total": line.wanted.total,
        }
        for line in lines
    ]
