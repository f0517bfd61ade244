"""Rules about stock levels: what may be taken from a place, and what is only said as a warning."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import QUANTITY


class LocationKind(StrEnum):
    STORAGE = "storage"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    TRANSIT = "transit"
    ADJUSTMENT = "adjustment"

    @property
    def keeps_levels(self) -> bool:
        """Only storage and transit have levels; the other kinds are the outside world of the ledger."""
        return self in (LocationKind.STORAGE, LocationKind.TRANSIT)


class NegativeStock(StrEnum):
    """A location's policy: block, warn (refused unless the action says ``confirm``) or allow."""

    BLOCK = "block"
    WARN = "warn"
    ALLOW = "allow"

    @property
    def may_go_negative(self) -> bool:
        """What the database enforces; the difference between warn and allow is the action's to keep."""
        return self is not NegativeStock.BLOCK


class Tracking(StrEnum):
    NONE = "none"
    LOT = "lot"
    SERIAL = "serial"


@dataclass(frozen=True, slots=True)
class Level:
    """What one product has of one lot at one location."""

    on_hand: Decimal
    reserved: Decimal

    @property
    def available(self) -> Decimal:
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True)
class Place:
    """How a level is named to a person, and the policy that holds there."""

    sku: str
    location: str
    policy: NegativeStock = NegativeStock.BLOCK
    lot: str = ""
    is_serial: bool = False
    name: str = ""

    @property
    def label(self) -> str:
        """``01022 Oak tray, large (lot L7)``."""
        lot = f" (lot {self.lot})" if self.lot else ""
        return f"{self.sku} {self.name}".strip() + lot


def after_change(
    level: Level,
    place: Place,
    *,
    on_hand: Decimal = Decimal(0),
    reserved: Decimal = Decimal(0),
    confirm: bool = False,
) -> Level:
    """The level after a change; raises Refusal with the figures when the policy or a serial forbids it.

    A change that only adds is never refused, also where the level is below zero already.
    """
    new = replace(level, on_hand=level.on_hand + on_hand, reserved=level.reserved + reserved)
    for amount in (new.on_hand, new.reserved):
        QUANTITY.within(amount, field="quantity")
    if place.is_serial and new.on_hand not in (0, 1):
        raise Refusal(
            "serial_quantity",
            f"{place.sku}: serial {place.lot} is one piece; {plain(new.on_hand)} at {place.location} cannot be.",
            field="quantity",
        )
    if new.available >= level.available or new.available >= 0:
        return new
    if place.policy is NegativeStock.ALLOW or (place.policy is NegativeStock.WARN and confirm):
        return new
    raise shortage(level, place, wanted=level.available - new.available)


def shortage(level: Level, place: Place, *, wanted: Decimal) -> Refusal:
    """The refusal for wanting more than there is, with the figures and a way out."""
    have = max(level.available, Decimal(0))
    message = f"Only {plain(have)} of {plain(wanted)} available at {place.location}: {place.label}."
    if place.policy is NegativeStock.WARN:
        message += " This place may go below zero when you confirm it."
    details = {
        "sku": place.sku,
        "location": place.location,
        "available": plain(have),
        "wanted": plain(wanted),
        "can_confirm": place.policy is NegativeStock.WARN,
    }
    return Refusal("not_available", message, field="quantity", details=details)
