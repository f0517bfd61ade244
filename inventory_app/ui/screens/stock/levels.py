"""What forms need to know of a place: its levels by lot, and whether a change is allowed there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from inventory_app.domain.errors import Refusal
from inventory_app.domain.stock import Level, LocationKind, NegativeStock, Place, after_change
from inventory_app.queries.locations import LocationRow, locations
from inventory_app.queries.page import Order
from inventory_app.queries.reasons import ReasonRow, reasons
from inventory_app.queries.stock import LevelFilter, LevelRow, stock_page
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from inventory_app.queries.session import Session

NOTHING = Level(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class Choices:
    """The places and reasons that a form offers."""

    locations: tuple[LocationRow, ...]
    reasons: tuple[ReasonRow, ...] = ()


async def choices(session: Session) -> Choices:
    """Storage places and the reasons of an adjustment."""
    return Choices(await locations(session, kind=LocationKind.STORAGE), await reasons(session))


async def levels_at(sku: str, location: str, session: Session) -> tuple[LevelRow, ...]:
    """The levels of a product at exactly this place, one per lot."""
    wanted = LevelFilter(sku=sku, location=location)
    page = await stock_page(session, wanted, order=Order("location"))
    return tuple(row for row in page.rows if row.location == location)


def level_of(rows: tuple[LevelRow, ...], lot: str, serial: str) -> Level:
    """The level of one lot; nothing where there is none yet. A serial names its piece by itself."""
    for row in rows:
        if row.serial == serial and (row.lot == lot or (serial and not lot)):
            return Level(row.on_hand, row.reserved)
    return NOTHING


def why_not(level: Level, change: Decimal, location: str, policy: NegativeStock) -> str:
    """Why this change would be refused, with the figures; empty when it would not, or only after a confirmation."""
    place = Place("", location, policy)
    try:
        after_change(level, place, on_hand=change, confirm=policy is NegativeStock.WARN)
    except Refusal as refusal:
        if refusal.code != "not_available":
            return refusal.message
        return _shortage(level, location)
    return ""


def _shortage(level: Level, location: str) -> str:
    have = formats.quantity(max(level.available, Decimal(0)))
    if level.reserved:
        on_hand, reserved = formats.quantity(level.on_hand), formats.quantity(level.reserved)
        told = translate("Stock", "Only {have} of {on_hand} can leave {location}; {reserved} are reserved.")
        if level.reserved == 1:
            told = translate("Stock", "Only {have} of {on_hand} can leave {location}; {reserved} is reserved.")
        return told.format(have=have, on_hand=on_hand, location=location, reserved=reserved)
    if level.on_hand <= 0:
        return translate("Stock", "There is nothing at {location} that could leave.").format(location=location)
    return translate("Stock", "Only {have} can leave {location}.").format(have=have, location=location)


def remark(level: Level, change: Decimal, policy: NegativeStock) -> str:
    """A word beside the figure that comes out."""
    new = level.on_hand + change
    if new < 0:
        if policy is NegativeStock.WARN:
            return translate("Stock", "would fall below zero; you will be asked to confirm")
        return translate("Stock", "would fall below zero")
    if change < 0 and new < level.reserved:
        return translate("Stock", "less than the {reserved} reserved").format(reserved=formats.quantity(level.reserved))
    return ""
