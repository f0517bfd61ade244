"""The order that is being written, without a window: numbers as typed, shortages and their remedies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from inventory_app.queries.availability import Availability
from inventory_app.ui.screens.sales.draft import Draft

SHORT = {"sku": "a", "location": "MAIN", "available": "8", "wanted": "12", "can_confirm": False}


def place(location: str, available: str, without_lot: str | None = None) -> Availability:
    return Availability("a", location, Decimal(available), Decimal(without_lot or available))


def draft(quantity: str = "12") -> Draft:
    return Draft().add("a", "Oak tray", Decimal("24.00"), Decimal(quantity))


def test_the_same_product_again_is_more_of_it() -> None:
    twice = draft("2").add("a", "Oak tray", Decimal("24.00"))
    assert [(line.sku, line.quantity) for line in twice.lines] == [("a", Decimal(3))]
    assert twice.total == Decimal("72")


@pytest.mark.parametrize(
    ("typed", "quantity", "told"),
    [
        ("3", Decimal(3), ""),
        ("0,5", None, "is not a quantity"),
        ("0", None, "is not more than 0"),
        ("-1", None, "is not more than 0"),
        ("1.0000001", None, "more than 6 decimals"),
        ("9000000000000", None, "out of range"),
        ("", None, "is not a quantity"),
    ],
)
def test_what_was_typed_stays(typed: str, quantity: Decimal | None, told: str) -> None:
    (line,) = draft().type_quantity("a", typed, ".").lines
    assert line.quantity == quantity
    assert line.quantity_text == typed
    assert told in line.message
    assert line.is_unreadable == bool(told)


def test_comma_as_the_decimal_mark() -> None:
    (line,) = draft().type_quantity("a", "0,5", ",").type_price("a", "2,40", ",").lines
    assert (line.quantity, line.price, line.total) == (Decimal("0.5"), Decimal("2.4"), Decimal("1.2"))


def test_a_price_may_be_unset_but_not_below_nothing() -> None:
    unset = draft().type_price("a", " ", ".")
    assert unset.total is None
    assert not unset.lines[0].is_unreadable
    assert "is below 0" in draft().type_price("a", "-1", ".").lines[0].message


def test_a_total_beyond_every_amount_is_told_as_none() -> None:
    (line,) = draft("8999999999999").type_price("a", "899999999999999", ".").lines
    assert line.total is None


def test_a_shortage_names_the_place_that_has_enough_without_lots() -> None:
    places = (place("MAIN", "8"), place("SHOP", "9"), place("BACK", "5"), place("LOTS", "40", "0"))
    refused = draft().know(places, "MAIN").refuse([SHORT])
    shortage = refused.lines[0].shortage
    assert shortage is not None
    assert (shortage.missing, shortage.source) == (Decimal(4), "SHOP")
    assert refused.know((place("MAIN", "8"), place("SHOP", "3")), "MAIN").lines[0].shortage != shortage
    assert refused.settle("a").short == ()
    assert refused.change("a", quantity=Decimal(8)).short == ()


def test_nobody_has_what_is_missing() -> None:
    shortage = draft().know((place("SHOP", "3"),), "MAIN").refuse([SHORT]).lines[0].shortage
    assert shortage is not None
    assert shortage.source == ""
