"""Correct what is on hand of one product at one place, with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import select
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import outside, product_by_sku, storage_by_path
from inventory_app.actions.lots import find_lot, find_or_make_lot
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Move, post
from inventory_app.database.tables import ReasonCode
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import require_change
from inventory_app.domain.stock import LocationKind


@dataclass(frozen=True, kw_only=True)
class AdjustStock(Action):
    """``quantity`` is the signed change; ``confirm`` lets a place whose policy is warn go below zero."""

    kind: ClassVar[str] = "adjust_stock"
    sku: str
    location: str
    quantity: Decimal
    reason: str
    lot: str = ""
    serial: str = ""
    confirm: bool = False

    @classmethod
    def read(cls, fields: Fields) -> AdjustStock:
        """From the fields of the command line's contract."""
        return cls(
            sku=fields.text("sku"),
            location=fields.text("location"),
            quantity=fields.quantity(),
            reason=fields.text("reason"),
            lot=fields.optional("lot"),
            serial=fields.optional("serial"),
            confirm=fields.flag("confirm"),
        )

    @override
    def title(self) -> str:
        sign = "+" if self.quantity > 0 else "−"
        return f"Adjust {self.sku} by {sign}{plain(abs(self.quantity))}"

    @override
    async def run(self, work: Work) -> Done:
        session = work.session
        change = require_change(self.quantity)
        product = await product_by_sku(session, self.sku)
        place = await storage_by_path(session, self.location)
        await self._require_reason(work)
        note = ""
        if change > 0:
            lot, note = await find_or_make_lot(work, product, self.lot, self.serial)
        else:
            lot = await find_lot(session, product, self.lot, self.serial)
        beyond = await outside(session, LocationKind.ADJUSTMENT)
        source, target = (beyond, place) if change > 0 else (place, beyond)
        move = Move(product, source, target, abs(change), self.reason, lot)
        (level,) = await post(work, [move], confirm=self.confirm)
        before, after = plain(level.before.on_hand), plain(level.after.on_hand)
        return Done(
            summary=f"{place.path}, {self.reason}: on hand {before} → {after}",
            result={"sku": product.sku, "location": place.path, "before": before, "on_hand": after},
            topics=frozenset({Topic.STOCK, Topic.PRODUCTS} if note else {Topic.STOCK}),
            notes=(note,) if note else (),
        )

    async def _require_reason(self, work: Work) -> None:
        query = select(ReasonCode.code).where(ReasonCode.for_adjustment).order_by(ReasonCode.code)
        known = (await work.session.scalars(query)).all()
        if self.reason not in known:
            message = f"reason: “{self.reason}” is not in the list; known are {', '.join(known)}."
            raise Refusal("reason_unknown", message, field="reason")
