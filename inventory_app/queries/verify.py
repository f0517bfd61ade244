"""The proof that the books are right: ledger = levels, reservations = orders, and what was shipped has left.

Everything is read in one snapshot, in streams that are sorted by key and merged, so that memory stays small whatever
the size of the database. Each difference is told in words, with the figures.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Location, Lot, Product, StockMove
from inventory_app.domain.numbers import plain
from inventory_app.queries.engine import one_snapshot
from inventory_app.queries.verify_orders import (
    CheckedOrder,
    ShippedDifference,
    checked_orders,
    line_names,
    shipped_differences,
)
from inventory_app.queries.verify_stock import LevelKey, StockDifference, compared_levels, serials_out_of_place

_KEPT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not as it must be. ``what`` is a word for programs, ``message`` for people."""

    what: str
    message: str
    sku: str = ""
    location: str = ""
    lot: str = ""
    serial: str = ""
    order: str = ""
    expected: str = ""
    found: str = ""


@dataclass(slots=True)
class VerifyReport:
    """``differences`` has the first of ``total``; the other numbers tell how much was looked at."""

    products: int = 0
    moves: int = 0
    levels: int = 0
    orders: int = 0
    total: int = 0
    differences: list[Difference] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return self.total == 0

    def keeps_more(self) -> bool:
        """Count one difference, and tell whether its words are wanted still."""
        self.total += 1
        return len(self.differences) < _KEPT


@dataclass(frozen=True, slots=True)
class _Named:
    """A level's key in a person's words."""

    sku: str
    location: str
    lot: str
    serial: str

    @property
    def words(self) -> str:
        lot = " ".join(part for part in (self.lot, f"#{self.serial}" if self.serial else "") if part)
        return f"{self.sku} at {self.location}" + (f", lot {lot}" if lot else "")


async def verify(session: AsyncSession) -> VerifyReport:
    """Look at everything. Needs a new session, since all of it has to be one state of the database."""
    await one_snapshot(session)
    report = VerifyReport(
        products=int(await session.scalar(select(func.count()).select_from(Product)) or 0),
        moves=int(await session.scalar(select(func.count()).select_from(StockMove)) or 0),
    )
    async for _, differences in compared_levels(session):
        report.levels += 1
        for one in differences:
            if report.keeps_more():
                report.differences.append(await _of_level(session, one))
    async for key, count, total in serials_out_of_place(session):
        if report.keeps_more():
            named = await _named(session, key)
            message = f"{named.words}: a serial is one piece in one place; found {plain(total)} in {count} places."
            report.differences.append(
                Difference(what="serial", message=message, sku=named.sku, location=named.location, lot=named.lot,
                           serial=named.serial, expected="1", found=plain(total))
            )  # fmt: skip
    async for order in checked_orders(session):
        report.orders += 1
        _add_order(report, order)
    async for shipped in shipped_differences(session):
        if report.keeps_more():
            report.differences.append(await _of_shipped(session, shipped))
    return report


async def _of_level(session: AsyncSession, one: StockDifference) -> Difference:
    named = await _named(session, one.key)
    expected = plain(one.expected)
    found = "no level" if one.found is None else plain(one.found)
    source = "the ledger says" if one.what == "on_hand" else "orders hold"
    words = one.what.replace("_", " ")
    return Difference(
        what=one.what,
        message=f"{named.words}: {words} is {found}, {source} {expected}.",
        sku=named.sku,
        location=named.location,
        lot=named.lot,
        serial=named.serial,
        expected=expected,
        found=found,
    )


def _add_order(report: VerifyReport, order: CheckedOrder) -> None:
    for sku, expected, found, words in order.problems:
        if report.keeps_more():
            message = f"Order {order.number}: {words}."
            report.differences.append(
                Difference(what="order", message=message, order=order.number, sku=sku, expected=expected, found=found)
            )


async def _of_shipped(session: AsyncSession, one: ShippedDifference) -> Difference:
    number, sku = await line_names(session, one.line_id)
    expected, found = plain(one.expected), plain(one.found)
    lot = await session.scalar(select(Lot.lot_number).where(Lot.id == one.lot_id))
    message = f"Order {number}, {sku}: shipped is {found}, the ledger says {expected} left."
    return Difference(
        what="shipped", message=message, order=number, sku=sku, lot=lot or "", expected=expected, found=found
    )


async def _named(session: AsyncSession, key: LevelKey) -> _Named:
    product_id, location_id, lot_id = key
    sku = await session.scalar(select(Product.sku).where(Product.id == product_id))
    path = await session.scalar(select(Location.path).where(Location.id == location_id))
    lot = (await session.execute(select(Lot.lot_number, Lot.serial).where(Lot.id == lot_id))).one_or_none()
    number, serial = ("", "") if lot is None else (lot[0], lot[1])
    return _Named(sku or f"product id {product_id}", path or f"location id {location_id}", number, serial)
