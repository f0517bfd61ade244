"""What left by an order and came back of it: no more can come back of a lot than was shipped of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.lookup import ProductRef
from inventory_app.actions.lots import LotRef, known_lot, lot_name
from inventory_app.actions.order_records import OrderRecord
from inventory_app.database.tables import GoodsReturn, GoodsReturnLine
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import require_at_most

_NOTHING = Decimal(0)


class StillOut:
    """By product and lot: what an order shipped, less what is back. The order has to be locked."""

    def __init__(self, order: OrderRecord, returned: Mapping[tuple[int, int], Decimal]) -> None:
        self._order = order
        self._returned = returned
        self._out = {key: -back for key, back in returned.items()}
        self._shipped: dict[tuple[int, int], Decimal] = {}
        self._lots: dict[int, LotRef] = {}
        for held in order.held:
            if held.shipped:
                key = (held.product.id, held.lot.id)
                self._shipped[key] = self._shipped.get(key, _NOTHING) + held.shipped
                self._out[key] = self._out.get(key, _NOTHING) + held.shipped
                self._lots[held.lot.id] = held.lot

    @classmethod
    async def of(cls, session: AsyncSession, order: OrderRecord) -> StillOut:
        """What is out by the order now."""
        query = (
            select(GoodsReturnLine.product_id, GoodsReturnLine.lot_id, func.sum(GoodsReturnLine.quantity))
            .join(GoodsReturn, GoodsReturn.id == GoodsReturnLine.return_id)
            .where(GoodsReturn.order_id == order.id, GoodsReturn.status == "posted")
            .group_by(GoodsReturnLine.product_id, GoodsReturnLine.lot_id)
        )
        rows = await session.execute(query)
        return cls(order, {(product_id, lot_id): total for product_id, lot_id, total in rows})

    async def named(
        self, session: AsyncSession, product: ProductRef, lot: str, serial: str, *, field: str
    ) -> LotRef | None:
        """The lot of that name, None for no name. Raises Refusal naming those that left, when this one did not."""
        if not lot and not serial:
            return None
        found = await known_lot(session, product, lot, serial)
        if found is not None and (product.id, found.id) in self._shipped:
            return found
        names = [self._lots[lot_id].name or "goods without a lot" for of, lot_id in self._shipped if of == product.id]
        left = f"with {', '.join(names)}" if names else "without this product"
        message = f"{product.sku} {lot_name(lot, serial)} did not leave by {self._order.number}, which went {left}."
        raise Refusal("not_shipped", message, field=field, details={"sku": product.sku, "order": self._order.number})

    def take(
        self, product: ProductRef, quantity: Decimal, lot: LotRef | None, *, field: str
    ) -> list[tuple[LotRef, Decimal]]:
        """The lots that take the quantity back, ``lot`` alone when one is named. Raises Refusal."""
        keys = [(of, lot_id) for of, lot_id in self._shipped if of == product.id and lot in (None, self._lots[lot_id])]
        there = {key: max(self._out[key], _NOTHING) for key in keys}
        name = f" {lot.name}" if lot else ""
        what = f"{product.sku}{name} of {self._order.number}"
        require_at_most(quantity, sum(there.values(), _NOTHING), what=what, field=field)
        parts, left = [], quantity
        for key, most in there.items():
            part = min(left, most)
            if part > 0:
                parts.append((self._lots[key[1]], part))
                self._out[key] -= part
                left -= part
        return parts

    def refuse_more_than_left(self) -> None:
        """Raises Refusal with the figures when more is back than has left."""
        for held in self._order.held:
            key = (held.product.id, held.lot.id)
            if self._out.get(key, _NOTHING) < 0:
                name = f"{held.product.sku} {held.lot.name}".strip()
                back, shipped = plain(self._returned[key]), plain(self._shipped.get(key, _NOTHING))
                message = f"{back} of {name} would be back of the {shipped} that {self._order.number} shipped."
                raise Refusal("later_changes", message, field="of", details={"order": self._order.number})
