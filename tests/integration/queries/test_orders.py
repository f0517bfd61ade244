"""Sales orders as the screens and the command line read them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.place_order import PlaceOrder
from inventory_app.actions.return_goods import ReturnGoods
from inventory_app.actions.ship_order import ShipOrder
from inventory_app.domain.orders import SalesOrderStatus
from inventory_app.queries.exported.orders import exported_orders
from inventory_app.queries.orders import (
    OrderFilter,
    find_orders,
    order_detail,
    sales_order_page,
)
from inventory_app.queries.page import Order
from inventory_app.queries.parties import find_parties, suppliers
from inventory_app.queries.reasons import reasons
from inventory_app.queries.summary import is_empty, summary


def line(sku: str, quantity: str, price: str | None = None) -> dict[str, Any]:
    return {"sku": sku, "quantity": quantity} | ({"unit_price": price} if price else {})


@pytest.fixture
async def orders(kitchen: Any, do: Any) -> Any:
    mugs, beans = line("00417", "6"), line("02200", "12.6", "24")
    await do(PlaceOrder, location="MAIN", lines=[mugs], customer="Café Morgenrot", reference="PO 7731")
    await do(PlaceOrder, location="SHOP", lines=[beans, line("00417", "2")], customer="Bar 100%", reference="X")
    await do(PlaceOrder, location="MAIN", lines=[mugs], ship=True, reference="X")
    await do(ShipOrder, order="SO-000002", lines=[line("02200", "12.5")])
    return kitchen


async def numbers(ask: Any, **wanted: Any) -> list[str]:
    return [row.number for row in (await ask(sales_order_page, OrderFilter(**wanted))).rows]


@pytest.mark.usefixtures("orders")
async def test_the_list_has_the_newest_first(ask: Any) -> None:
    rows = (await ask(sales_order_page)).rows
    assert [row.number for row in rows] == ["SO-000003", "SO-000002", "SO-000001"]
    assert [row.status for row in rows] == ["shipped", "partly_shipped", "placed"]
    assert [row.is_open for row in rows] == [False, True, True]
    first = rows[-1]
    assert (first.customer, first.reference, first.location) == ("Café Morgenrot", "PO 7731", "MAIN")
    assert (first.lines, first.total) == (1, Decimal("29.4"))


@pytest.mark.usefixtures("orders")
async def test_the_list_is_narrowed(ask: Any) -> None:
    assert await numbers(ask, text="café") == ["SO-000001"]
    assert await numbers(ask, text="7731") == ["SO-000001"]
    assert await numbers(ask, text="so-00000") == ["SO-000003", "SO-000002", "SO-000001"]
    assert await numbers(ask, text="%") == ["SO-000002"]
    assert await numbers(ask, statuses=(SalesOrderStatus.PLACED, SalesOrderStatus.SHIPPED)) == [
        "SO-000003",
        "SO-000001",
    ]
    assert await numbers(ask, location="SHOP") == ["SO-000002"]


@pytest.mark.usefixtures("orders")
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", ["number", "placed_at", "reference", "customer", "status", "location", "total"])
async def test_every_order_of_the_list_pages_through_it_once(ask: Any, column: str, descending: bool) -> None:
    order = Order(column, descending)
    whole = (await ask(sales_order_page, order=order)).rows
    seen, after = [], None
    while True:
        page = await ask(sales_order_page, order=order, after=after, limit=1)
        seen += page.rows
        if (after := page.next_key) is None:
            break
    assert seen == list(whole)
    assert len(seen) == 3


async def test_an_order_whole(orders: Any, do: Any, ask: Any) -> None:
    detail = await ask(order_detail, "SO-000002")
    beans, mugs = detail.lines
    assert (beans.sku, beans.ordered, beans.reserved, beans.shipped) == (
        "02200", Decimal("12.6"), Decimal("0.1"), Decimal("12.5"),
    )  # fmt: skip
    assert (beans.available, beans.open, beans.total) == (Decimal("0.15"), Decimal("0.1"), Decimal("302.4"))
    assert (mugs.reserved, mugs.available, mugs.unit_price) == (2, 7, Decimal("4.9"))
    await do(ReturnGoods, location="SHOP", order="SO-000002", lines=[line("02200", "1")])
    assert (await ask(order_detail, "SO-000002")).returns == ("RT-000001",)
    assert await ask(order_detail, "X") is None
    assert orders.products


@pytest.mark.usefixtures("orders")
async def test_an_order_is_found_by_its_number_or_a_reference(ask: Any) -> None:
    assert [row.number for row in await ask(find_orders, "SO-000001")] == ["SO-000001"]
    assert [row.number for row in await ask(find_orders, "X")] == ["SO-000002", "SO-000003"]
    assert await ask(find_orders, "") == ()


@pytest.mark.usefixtures("orders")
async def test_orders_are_exported_as_they_were_placed(database: Any) -> None:
    async with database.read() as session:
        exported = await session.scalars((await exported_orders(session)).of(["number"]).statement)
    assert exported.all() == ["SO-000001", "SO-000002", "SO-000003"]


async def test_parties_and_reasons(orders: Any, ask: Any) -> None:
    names = [row.name for row in await ask(find_parties)]
    assert names == ["Bar 100%", "Café Morgenrot", "Emaille Riess"]
    assert [row.name for row in await ask(find_parties, "r")] == ["Bar 100%", "Café Morgenrot", "Emaille Riess"]
    assert [row.name for row in await ask(find_parties, "Em", customer=True)] == []
    assert [row.name for row in await ask(find_parties, "Em", supplier=True)] == ["Emaille Riess"]
    assert await ask(suppliers) == ("Emaille Riess",)
    assert "COUNT" in [row.code for row in await ask(reasons)]
    assert "SALE" not in [row.code for row in await ask(reasons)]
    assert "SALE" in [row.code for row in await ask(reasons, for_adjustment=None)]
    assert orders.products


async def test_the_numbers_of_a_shop(orders: Any, do: Any, ask: Any) -> None:
    numbers = await ask(summary)
    assert (numbers.products.value, numbers.open_orders, numbers.low) == (5, 2, 3)
    await do(CancelOrder, order="SO-000001")
    assert (await ask(summary)).open_orders == 1
    assert orders.products


async def test_a_new_database_is_empty_until_something_is_saved(shop: Any, ask: Any) -> None:
    assert await ask(is_empty)
    await shop.action()
    assert not await ask(is_empty)
