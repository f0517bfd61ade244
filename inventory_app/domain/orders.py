"""Rules about sales orders: states, what may follow what, and how lines take from lots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain


class SalesOrderStatus(StrEnum):
    DRAFT = "draft"
    PLACED = "placed"
    PARTLY_SHIPPED = "partly_shipped"
    SHIPPED = "shipped"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class PurchaseOrderStatus(StrEnum):
    DRAFT = "draft"
    ORDERED = "ordered"
    PARTLY_RECEIVED = "partly_received"
    RECEIVED = "received"
    CANCELLED = "cancelled"


SALES_PREFIX, PURCHASE_PREFIX = "SO", "PO"
OPEN_SALES = (SalesOrderStatus.PLACED, SalesOrderStatus.PARTLY_SHIPPED)
# What was agreed and holds: neither a draft nor cancelled.
SALES_IN_FORCE = (*OPEN_SALES, SalesOrderStatus.SHIPPED, SalesOrderStatus.CLOSED)
PURCHASES_IN_FORCE = (
    PurchaseOrderStatus.ORDERED,
    PurchaseOrderStatus.PARTLY_RECEIVED,
    PurchaseOrderStatus.RECEIVED,
)


def order_number(prefix: str, sequence: int) -> str:
    """``SO-000123``: unique and rising, gaps allowed; grows beyond six digits."""
    return f"{prefix}-{sequence:06d}"


def require_open(number: str, status: SalesOrderStatus, verb: str) -> None:
    """Raises Refusal when an order is not waiting for goods to leave."""
    if status not in OPEN_SALES:
        raise Refusal("order_not_open", f"Order {number} is {words(status)}; it cannot be {verb}.", field="order")


def words(status: StrEnum) -> str:
    """The state as a person reads it."""
    return status.value.replace("_", " ")


def status_after_shipping(lines: Iterable[tuple[Decimal, Decimal]]) -> SalesOrderStatus:
    """The state that (ordered, shipped) pairs make."""
    pairs = tuple(lines)
    if all(shipped >= ordered for ordered, shipped in pairs):
        return SalesOrderStatus.SHIPPED
    return SalesOrderStatus.PARTLY_SHIPPED if any(shipped for _, shipped in pairs) else SalesOrderStatus.PLACED


@dataclass(frozen=True, slots=True)
class LotStock:
    """What of one lot can be promised; ``lot_id`` 0 is stock without a lot."""

    lot_id: int
    available: Decimal
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class LotTake:
    lot_id: int
    quantity: Decimal


def take_from_lots(wanted: Decimal, lots: Sequence[LotStock]) -> tuple[LotTake, ...]:
    """Which lots give ``wanted``: first expired first out, then the oldest lot; the rest falls on stock without a lot.

    The rest is not refused here: the policy of the place decides (domain.stock).
    """
    left, takes = wanted, []
    for lot in sorted(lots, key=lambda one: (one.expires_on is None, one.expires_on or date.max, one.lot_id)):
        part = min(left, lot.available)
        if part > 0:
            takes.append(LotTake(lot.lot_id, part))
            left -= part
    if left > 0:
        plain_takes = [take.quantity for take in takes if take.lot_id == 0]
        takes = [take for take in takes if take.lot_id != 0]
        takes.append(LotTake(0, left + sum(plain_takes, Decimal(0))))
    return tuple(takes)


def require_lines(count: int) -> None:
    """Raises Refusal for a document without lines."""
    if count == 0:
        raise Refusal("no_lines", "The document has no lines; add at least one product.", field="lines")


def require_at_most(value: Decimal, limit: Decimal, *, what: str, field: str) -> None:
    """Raises Refusal when more is asked than is open."""
    if value > limit:
        raise Refusal("quantity_invalid", f"{what}: {plain(value)} is more than the {plain(limit)} open.", field=field)
