"""Orders: their states, and which lots give what a line wants."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.domain.orders import (
    LotStock,
    LotTake,
    SalesOrderStatus,
    order_number,
    require_at_most,
    require_lines,
    require_open,
    status_after_shipping,
    take_from_lots,
    words,
)

amounts = st.integers(-5 * 10**6, 50 * 10**6).map(lambda scaled: Decimal(scaled).scaleb(-6))
wanted_amounts = st.integers(1, 100 * 10**6).map(lambda scaled: Decimal(scaled).scaleb(-6))
days = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9))


@st.composite
def stocks(draw: st.DrawFn) -> list[LotStock]:
    """Some lots of a product, the stock without a lot perhaps among them."""
    numbers = draw(st.lists(st.integers(0, 8), unique=True, max_size=6))
    return [LotStock(number, draw(amounts), draw(days) if number else None) for number in numbers]


@given(wanted_amounts, stocks())
def test_lots_give_exactly_what_is_wanted(wanted: Decimal, lots: list[LotStock]) -> None:
    takes = {take.lot_id: take.quantity for take in take_from_lots(wanted, lots)}
    available = {lot.lot_id: lot.available for lot in lots}
    assert sum(takes.values()) == wanted
    assert len(takes) == len(take_from_lots(wanted, lots))
    assert all(quantity > 0 for quantity in takes.values())
    for lot_id, quantity in takes.items():
        assert lot_id == 0 or quantity <= available[lot_id]


@given(wanted_amounts, stocks())
def test_what_expires_first_goes_first(wanted: Decimal, lots: list[LotStock]) -> None:
    takes = {take.lot_id: take.quantity for take in take_from_lots(wanted, lots)}
    expiring = [lot for lot in lots if lot.expires_on is not None and lot.available > 0]
    for lot in expiring:
        if takes.get(lot.lot_id, Decimal(0)) < lot.available:  # not emptied: nothing that keeps longer was touched
            assert all(takes.get(other.lot_id, 0) == 0 for other in lots if _keeps_longer(other, lot))


def _keeps_longer(other: LotStock, lot: LotStock) -> bool:
    return other.expires_on is None or (lot.expires_on is not None and other.expires_on > lot.expires_on)


def test_nothing_there_falls_on_stock_without_a_lot() -> None:
    (take,) = take_from_lots(Decimal(3), [])
    assert take == LotTake(0, Decimal(3))


@pytest.mark.parametrize(
    ("pairs", "status"),
    [
        ([(5, 0)], SalesOrderStatus.PLACED),
        ([(5, 1)], SalesOrderStatus.PARTLY_SHIPPED),
        ([(5, 5), (1, 0)], SalesOrderStatus.PARTLY_SHIPPED),
        ([(5, 5), (1, 1)], SalesOrderStatus.SHIPPED),
        ([(5, 6)], SalesOrderStatus.SHIPPED),
    ],
)
def test_the_state_that_shipping_makes(pairs: list[tuple[int, int]], status: SalesOrderStatus) -> None:
    exact = [(Decimal(ordered), Decimal(shipped)) for ordered, shipped in pairs]
    assert status_after_shipping(exact) is status


def test_numbers_rise_and_grow() -> None:
    numbers = [order_number("SO", sequence) for sequence in (1, 123, 999_999, 1_000_000)]
    assert numbers == ["SO-000001", "SO-000123", "SO-999999", "SO-1000000"]


@pytest.mark.parametrize("status", SalesOrderStatus)
def test_only_open_orders_can_be_worked_on(status: SalesOrderStatus) -> None:
    if status in (SalesOrderStatus.PLACED, SalesOrderStatus.PARTLY_SHIPPED):
        require_open("SO-000001", status, "shipped")
        return
    with pytest.raises(Refusal) as refused:
        require_open("SO-000001", status, "shipped")
    assert refused.value.code == "order_not_open"
    assert words(status) in refused.value.message
    assert "_" not in refused.value.message


def test_limits_and_lines() -> None:
    require_lines(1)
    require_at_most(Decimal(3), Decimal(3), what="A", field="lines.1.quantity")
    with pytest.raises(Refusal, match="no lines"):
        require_lines(0)
    with pytest.raises(Refusal, match=r"A: 3\.5 is more than the 3 open") as refused:
        require_at_most(Decimal("3.50"), Decimal("3.0"), what="A", field="lines.1.quantity")
    assert refused.value.field == "lines.1.quantity"
