"""What is wrong between an order's status and its lines."""

from __future__ import annotations

from decimal import Decimal

import pytest

from inventory_app.domain.orders import SalesOrderStatus as Status
from inventory_app.queries.verify_orders import OrderLine, problems_of


def line(ordered: int, reserved: int, shipped: int, line_no: int = 1) -> OrderLine:
    return OrderLine(line_no, f"sku-{line_no}", Decimal(ordered), Decimal(reserved), Decimal(shipped))


@pytest.mark.parametrize(
    ("status", "lines"),
    [
        (Status.DRAFT, [line(5, 0, 0)]),
        (Status.PLACED, [line(5, 5, 0), line(2, 2, 0, 2)]),
        (Status.PARTLY_SHIPPED, [line(5, 3, 2), line(2, 0, 2, 2)]),
        (Status.SHIPPED, [line(5, 0, 5)]),
        (Status.CLOSED, [line(5, 0, 2)]),
        (Status.CANCELLED, [line(5, 0, 0)]),
    ],
)
def test_a_right_order_has_no_problems(status: Status, lines: list[OrderLine]) -> None:
    assert problems_of(status, lines) == []


@pytest.mark.parametrize(
    ("status", "lines", "words"),
    [
        (Status.PLACED, [], "it has no lines"),
        (Status.PLACED, [line(5, 4, 0)], "line 1, sku-1: holds 4 instead of 5"),
        (Status.PLACED, [line(5, 3, 2)], "it is placed, but a part has left"),
        (Status.PLACED, [line(5, 0, 5)], "it is placed, but all has left"),
        (Status.PARTLY_SHIPPED, [line(5, 5, 0)], "it is partly shipped, but nothing has left"),
        (Status.SHIPPED, [line(5, 0, 4)], "it is shipped, but a part has left"),
        (Status.SHIPPED, [line(5, 1, 5)], "line 1, sku-1: holds 1 instead of 0"),
        (Status.CANCELLED, [line(5, 5, 0)], "line 1, sku-1: holds 5 instead of 0"),
        (Status.CANCELLED, [line(5, 0, 5)], "it is cancelled, but all has left"),
        (Status.CLOSED, [line(5, 0, 0)], "it is closed, but nothing has left"),
    ],
)
def test_a_wrong_order_is_told_in_words(status: Status, lines: list[OrderLine], words: str) -> None:
    assert words in [problem[3] for problem in problems_of(status, lines)]
