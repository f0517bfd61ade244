"""Take goods back from a customer: a document of its own, with or without the order they left by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import insert, select
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import LocationRef, ProductRef, outside, products_by_sku, storage_by_path
from inventory_app.actions.lots import LotRef, find_or_make_lot
from inventory_app.actions.master_data import customer_id
from inventory_app.actions.order_records import OrderRecord, find_order_id, lock_order
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Move, post
from inventory_app.actions.returned import StillOut
from inventory_app.database.tables import GoodsReturn, GoodsReturnLine, ReasonCode, SalesOrder
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import order_number, require_lines
from inventory_app.domain.quantities import require_positive
from inventory_app.domain.stock import LocationKind
from inventory_app.domain.texts import counted, optional_key


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One product that came back."""

    sku: str
    quantity: Decimal
    unit_price: Decimal | None = None
    lot: str = ""
    serial: str = ""

    @classmethod
    def read(cls, fields: Fields) -> ReturnLine:
        """From one object of ``lines``."""
        return cls(
            fields.text("sku"),
            fields.quantity(),
            fields.money("unit_price"),
            fields.optional("lot"),
            fields.optional("serial"),
        )


@dataclass(frozen=True, slots=True)
class _Back:
    """One lot of one line that came back."""

    product: ProductRef
    lot: LotRef
    quantity: Decimal
    unit_price: Decimal | None


@dataclass(frozen=True, kw_only=True)
class ReturnGoods(Action):
    """With ``order`` no more can come back than has left by it."""

    kind: ClassVar[str] = "return_goods"
    location: str
    lines: tuple[ReturnLine, ...]
    order: str = ""
    reference: str = ""
    customer: str = ""
    reason: str = "RETURN"

    @classmethod
    def read(cls, fields: Fields) -> ReturnGoods:
        """From the fields of the command line's contract."""
        return cls(
            location=fields.text("location"),
            lines=fields.objects("lines", ReturnLine.read),
            order=fields.optional("order"),
            reference=fields.optional("reference"),
            customer=fields.optional("customer"),
            reason=fields.optional("reason") or "RETURN",
        )

    @override
    def title(self) -> str:
        origin = f" of {self.order}" if self.order else ""
        return f"Take back {counted(len(self.lines), 'line')}{origin}"

    @override
    async def run(self, work: Work) -> Done:
        require_lines(len(self.lines))
        place = await storage_by_path(work.session, self.location)
        await self._require_reason(work)
        order = None
        if self.order:
            order = await lock_order(work.session, await find_order_id(work.session, self.order))
        back, notes = await self._back(work, order)
        customer, note = await self._customer(work, order)
        number = await self._save(work, place, order, customer, back)
        beyond = await outside(work.session, LocationKind.CUSTOMER)
        moves = [Move(one.product, beyond, place, one.quantity, self.reason, one.lot, document=number) for one in back]
        await post(work, moves)
        pieces = plain(sum((one.quantity for one in back), Decimal(0)))
        return Done(
            summary=f"{number}: {pieces} back at {place.path}",
            result={"return": number, "order": order.number if order else None},
            topics=frozenset({Topic.SALES, Topic.STOCK} | ({Topic.PRODUCTS} if notes else set())),
            notes=(*notes, note) if note else tuple(notes),
        )

    async def _require_reason(self, work: Work) -> None:
        known = (await work.session.scalars(select(ReasonCode.code).order_by(ReasonCode.code))).all()
        if self.reason not in known:
            message = f"reason: “{self.reason}” is not in the list; known are {', '.join(known)}."
            raise Refusal("reason_unknown", message, field="reason")

    async def _customer(self, work: Work, order: OrderRecord | None) -> tuple[int | None, str]:
        if order is not None and not self.customer:
            return await work.session.scalar(select(SalesOrder.customer_id).where(SalesOrder.id == order.id)), ""
        return await customer_id(work, optional_key(self.customer, field="customer"))

    async def _back(self, work: Work, order: OrderRecord | None) -> tuple[list[_Back], list[str]]:
        """What comes back, in the order of the lines, and what is to be said of it."""
        products = await products_by_sku(work.session, (line.sku for line in self.lines), field="lines")
        out = await StillOut.of(work.session, order) if order else None
        back: dict[int, list[_Back]] = {}
        notes: list[str] = []
        # Lines that name a piece come first: the others take what is left.
        for number, line in sorted(enumerate(self.lines, start=1), key=lambda one: not (one[1].lot or one[1].serial)):
            field = f"lines.{number}"
            quantity = require_positive(line.quantity, field=f"{field}.quantity")
            product = products[line.sku]
            if out is None:
                lot, note = await find_or_make_lot(work, product, line.lot, line.serial)
                parts = [(lot, quantity)]
                notes += [note] if note else []
            else:
                named = await out.named(work.session, product, line.lot, line.serial, field=field)
                parts = out.take(product, quantity, named, field=field)
            back[number] = [_Back(product, lot, part, line.unit_price) for lot, part in parts]
        return [one for number in sorted(back) for one in back[number]], notes

    async def _save(
        self, work: Work, place: LocationRef, order: OrderRecord | None, customer: int | None, back: list[_Back]
    ) -> str:
        return_id = await work.dialect.next_id(work.session, GoodsReturn)
        number = order_number("RT", return_id)
        work.session.add(
            GoodsReturn(
                id=return_id,
                number=number,
                reference=optional_key(self.reference, field="reference"),
                order_id=order.id if order else None,
                customer_id=customer,
                location_id=place.id,
                returned_at=work.now,
                action_id=work.action_id,
            )
        )
        await work.session.flush()
        rows = [
            {
                "return_id": return_id,
                "line_no": line_no,
                "product_id": one.product.id,
                "lot_id": one.lot.id,
                "quantity": one.quantity,
                "unit_price": one.unit_price,
            }
            for line_no, one in enumerate(back, start=1)
        ]
        await work.session.execute(insert(GoodsReturnLine), rows)
        return number
