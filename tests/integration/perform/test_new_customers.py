"""Orders at the same moment for the same new customer: all of them get it."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from inventory_app.actions.master_data import customer_id
from inventory_app.actions.outcome import Committed
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.tables import Party, SalesOrder
from tests.support.raw import another_program
from tests.support.shop import Shop
from tests.support.trials import Gate, Trial, start
from tests.support.waiting import until_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database


def sell_to(customer: str) -> PlaceOrder:
    return PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(1)),), customer=customer)


async def customers(shop: Shop) -> dict[str, int]:
    """How many orders each of them has."""
    query = select(Party.name, func.count(SalesOrder.id)).join(SalesOrder, SalesOrder.customer_id == Party.id)
    async with shop.database.read() as session:
        return {name: count for name, count in await session.execute(query.group_by(Party.name))}


async def test_the_same_new_customers_of_orders_at_once(database: Database) -> None:
    shop = Shop(database)
    await shop.product("A", "100")
    outcomes = await asyncio.gather(*(shop.do(sell_to(f"New {n % 3}")) for n in range(18)))
    assert [one.notes for one in outcomes if isinstance(one, Committed)] == [()] * 18
    assert await customers(shop) == {"New 0": 6, "New 1": 6, "New 2": 6}


@pytest.mark.parametrize("isolation", ["READ COMMITTED", "SERIALIZABLE"])
async def test_a_customer_that_another_order_is_just_making(
    postgresql_stockroom_url: str, open_database: Callable[..., Database], isolation: str
) -> None:
    """The second waits for the first. Where it may not see what came after its beginning, it runs again."""
    database, gate = open_database(postgresql_stockroom_url, isolation=isolation), Gate()
    shop = Shop(database)
    await shop.product("A", "100")

    async def make(work: Work) -> None:
        await customer_id(work, "Anna")
        await gate(work)

    first = start(database, Trial(body=make))
    await gate.reached.wait()
    second = asyncio.create_task(shop.do(sell_to("Anna")))
    async with another_program(postgresql_stockroom_url) as other:

        async def waits() -> bool:
            rows = await other.rows("SELECT count(*) FROM pg_locks WHERE NOT granted")
            return bool(rows[0][0])

        await until_answer(waits, what="the second to wait for the first")
    gate.opened.set()
    assert isinstance(await first, Committed)
    outcome = await second
    assert isinstance(outcome, Committed), outcome
    assert outcome.notes == ()
    assert (outcome.tries > 1) == (isolation == "SERIALIZABLE")
    assert await customers(shop) == {"Anna": 1}
