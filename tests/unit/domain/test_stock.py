"""What may be taken from a place: the policy decides, the figures are told, nothing is rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.domain.quantities import QUANTITY
from inventory_app.domain.stock import Level, LocationKind, NegativeStock, Place, after_change

LARGEST = 9 * 10**18 - 1
scaled = st.integers(-LARGEST, LARGEST).map(QUANTITY.from_scaled)
positive = st.integers(0, LARGEST // 2).map(QUANTITY.from_scaled)
policies = st.sampled_from(NegativeStock)


def place(policy: NegativeStock = NegativeStock.BLOCK, *, is_serial: bool = False) -> Place:
    return Place("00417", "MAIN", policy, "#1" if is_serial else "", is_serial)


@given(on_hand=positive, reserved=positive, change=scaled, promise=scaled, policy=policies, confirm=st.booleans())
def test_a_change_is_exact_or_refused(
    on_hand: Decimal, reserved: Decimal, change: Decimal, promise: Decimal, policy: NegativeStock, confirm: bool
) -> None:
    before = Level(on_hand, reserved)
    exact = Level(on_hand + change, reserved + promise)
    try:
        after = after_change(before, place(policy), on_hand=change, reserved=promise, confirm=confirm)
    except Refusal:
        worse = exact.available < before.available and exact.available < 0
        forbidden = policy is NegativeStock.BLOCK or (policy is NegativeStock.WARN and not confirm)
        out_of_range = any(abs(one) >= QUANTITY.limit for one in (exact.on_hand, exact.reserved))
        assert out_of_range or (worse and forbidden)
        return
    assert after == exact
    if policy is NegativeStock.BLOCK:
        assert after.available >= 0 or after.available >= before.available


@pytest.mark.parametrize("policy", NegativeStock)
def test_what_only_adds_is_never_refused(policy: NegativeStock) -> None:
    below = Level(Decimal(-10), Decimal(0))
    assert after_change(below, place(policy), on_hand=Decimal(1)).on_hand == -9


def test_a_shortage_is_told_with_its_figures_and_the_way_out() -> None:
    level = Level(Decimal("10.5"), Decimal(2))
    with pytest.raises(Refusal) as refused:
        after_change(level, place(NegativeStock.WARN), on_hand=Decimal(-9))
    refusal = refused.value
    assert refusal.code == "not_available"
    assert refusal.message.startswith("Only 8.5 of 9 available at MAIN: 00417")
    assert "confirm" in refusal.message
    assert refusal.details["can_confirm"] is True
    assert refusal.details["available"] == "8.5"
    assert refusal.details["wanted"] == "9"
    assert after_change(level, place(NegativeStock.WARN), on_hand=Decimal(-9), confirm=True).on_hand == Decimal("1.5")
    with pytest.raises(Refusal) as refused:
        after_change(level, place(), on_hand=Decimal(-9), confirm=True)
    assert refused.value.details["can_confirm"] is False


def test_what_is_below_zero_is_told_as_nothing() -> None:
    with pytest.raises(Refusal, match=r"^Only 0 of 1 available"):
        after_change(Level(Decimal(-5), Decimal(0)), place(), on_hand=Decimal(-1))


def test_a_level_stays_in_range() -> None:
    """Two numbers that are allowed may add up to one that no column can keep."""
    level = Level(Decimal(8) * 10**12, Decimal(0))
    with pytest.raises(Refusal, match="out of range"):
        after_change(level, place(NegativeStock.ALLOW), on_hand=Decimal(10) ** 12)
    with pytest.raises(Refusal, match="out of range"):
        after_change(level, place(NegativeStock.ALLOW), reserved=Decimal(9) * 10**12)


@pytest.mark.parametrize(("before", "change"), [(0, 2), (1, 1), (0, -1), (1, "-0.5"), (0, "0.000001")])
@pytest.mark.parametrize("policy", NegativeStock)
def test_a_serial_is_one_piece(policy: NegativeStock, before: int, change: int | str) -> None:
    with pytest.raises(Refusal) as refused:
        after_change(Level(Decimal(before), Decimal(0)), place(policy, is_serial=True), on_hand=Decimal(change))
    assert refused.value.code == "serial_quantity"


def test_which_places_have_levels() -> None:
    assert {kind for kind in LocationKind if kind.keeps_levels} == {LocationKind.STORAGE, LocationKind.TRANSIT}
    assert {policy for policy in NegativeStock if policy.may_go_negative} == {NegativeStock.WARN, NegativeStock.ALLOW}


def test_a_refusal_can_be_told_of_an_outer_field() -> None:
    inner = Refusal("quantity_invalid", "quantity: …", field="quantity", details={"available": "8"})
    outer = inner.at("lines.2.quantity")
    assert (outer.code, outer.message, outer.field) == (inner.code, inner.message, "lines.2.quantity")
    assert outer.details == inner.details
