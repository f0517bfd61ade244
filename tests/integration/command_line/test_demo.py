"""The demo fills an empty database through real imports and actions, and only an empty one."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from inventory_app import demo
from inventory_app.actions.action import Action, Context
from inventory_app.actions.outcome import Cancelled, Committed, Outcome
from inventory_app.actions.perform import perform
from inventory_app.database.database import Database
from inventory_app.queries.low_stock import low_stock_count
from inventory_app.queries.orders import OrderFilter, sales_order_page
from inventory_app.queries.stock import LevelFilter, stock_page
from tests.support.databases import opened


async def _looked_at(url: str) -> dict[str, Any]:
    async with opened(url) as database, database.read() as session:
        orders = (await sales_order_page(session)).rows
        soon = (datetime.now(UTC) + timedelta(days=60)).date()
        expiring = (await stock_page(session, LevelFilter(expires_by=soon))).rows
        serials = [row for row in (await stock_page(session, LevelFilter(sku="11001"))).rows if row.serial]
        low = await low_stock_count(session)
        mug = (await sales_order_page(session, OrderFilter(text="morgenrot"))).rows
    return {"orders": orders, "expiring": expiring, "serials": serials, "low": low, "customers": mug}


def test_an_empty_database_is_filled_once(command: Any, stockroom_url: str) -> None:
    ended = command("demo", "--json")
    assert (ended.status, ended.json["outcome"]) == (0, "committed")
    verified = command("verify", "--json").json
    assert verified["clean"]
    assert verified["products"] == 201
    seen = asyncio.run(_looked_at(stockroom_url))
    assert {order.status for order in seen["orders"]} == {"placed", "partly_shipped", "shipped", "cancelled"}
    assert len(seen["expiring"]) > 5
    assert len(seen["serials"]) == 4
    assert 5 < seen["low"] < 80
    assert seen["customers"]
    again = command("demo", "--json")
    assert (again.status, again.json["steps"]) == (0, 0)
    assert command("verify", "--json").json == verified


def test_a_database_in_use_is_left_alone(shop: Any, command: Any) -> None:
    ended = command("demo", "--json")
    assert (ended.status, ended.json["outcome"]) == (1, "refused")
    assert command("verify", "--json").json["products"] == 3
    assert shop


async def test_a_filling_that_was_stopped_goes_on(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    context, told = Context("Mira", "till"), list[str]()

    async def only_ten(database: Database, action: Action, **options: Any) -> Outcome:
        if len(told) > 10:
            return Cancelled(action_id=action.action_id, message="Stopped. Nothing was saved.")
        return await perform(database, action, **options)

    with monkeypatch.context() as stopping:
        stopping.setattr(demo, "perform", only_ten)
        stopped = await demo.fill_database(database, context=context, told=lambda title, *_: told.append(title))
    assert stopped.outcome == "cancelled"
    assert "goes on from there" in stopped.message
    rest = await demo.fill_database(database, context=context)
    with demo.demo_steps(datetime.now(UTC).date()) as steps:
        assert (rest.outcome, rest.steps) == ("committed", len(steps) - 10)


async def test_the_window_runs_the_steps_its_own_way(database: Database) -> None:
    titles = list[str]()

    async def run(action: Action) -> Outcome:
        outcome = await perform(database, action, context=Context("Mira", "till"))
        assert isinstance(outcome, Committed), outcome
        return outcome

    count = await demo.fill(run, lambda title, _done, _total: titles.append(title))
    assert count == len(titles) > 100
