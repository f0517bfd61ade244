"""Stops, kills and crowds at every moment: what is said is what is so, and nothing is lost or done twice."""

from __future__ import annotations

import asyncio
import json
import random
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Cancelled, Committed, Failed
from inventory_app.actions.perform import Policy
from tests.support.raw import connect_postgresql
from tests.support.shop import Shop
from tests.support.trials import StagedTrial, Trial, carry_out, is_logged, start

if TYPE_CHECKING:
    from collections.abc import Callable

    from inventory_app.actions.action import Action
    from inventory_app.database.database import Database

ROOT = Path(__file__).parents[3]


async def stopped_after(database: Database, action: Action, steps: int) -> Any:
    """The outcome of an action that is stopped when the loop has turned so many times."""
    task = start(database, action)
    for _ in range(steps):
        if task.done():
            break
        await asyncio.sleep(0)
    task.cancel()
    return await asyncio.wait_for(task, 10)


@pytest.mark.parametrize("kind", [Trial, StagedTrial], ids=["action", "import"])
async def test_a_stop_at_every_moment_is_answered_truly(database: Database, kind: type[Trial]) -> None:
    seen = {Cancelled: 0, Committed: 0}
    steps = 1  # before its first step a task has nothing that could be stopped
    while seen[Committed] < 4:
        action = kind(says=f"stopped after {steps}")
        outcome = await stopped_after(database, action, steps)
        assert type(outcome) in seen, outcome
        seen[type(outcome)] += 1
        assert await is_logged(database, action.action_id) is isinstance(outcome, Committed), steps
        steps += 1 + steps // 6
    assert seen[Cancelled] > 8
    assert not database.writers_waiting
    assert isinstance(await carry_out(database, kind(says="last")), Committed)


async def test_a_stop_while_the_first_connection_is_made(
    stockroom_url: str, open_database: Callable[..., Database]
) -> None:
    outcomes = []
    for steps in (*range(1, 12), 15, 20, 40, 80):
        database = open_database(stockroom_url, pool_size=1, max_overflow=0, pool_timeout=2)
        action = Trial(says=f"stopped after {steps}")
        outcomes.append(await stopped_after(database, action, steps))
        assert await is_logged(database, action.action_id) is isinstance(outcomes[-1], Committed)
        assert isinstance(await carry_out(database, Trial(says=f"after {steps}")), Committed)
        await database.close()
    assert any(isinstance(one, Cancelled) for one in outcomes)


async def test_backends_that_die_at_any_moment(postgresql: Database, postgresql_stockroom_url: str) -> None:
    """Each action adds one. In the end there are exactly as many as were said to be saved."""
    shop = Shop(postgresql)
    await shop.product("A", "1000")
    chance = random.Random(4711)  # noqa: S311 - the same every time
    admin = await connect_postgresql(postgresql_stockroom_url)
    ended = asyncio.Event()
    # As long as an action takes here and now: on a busy machine kills that come faster would let none through.
    usual = (await shop.done(AdjustStock(sku="A", location="MAIN", quantity=Decimal(1), reason="FOUND"))).seconds

    async def kill() -> int:
        kills = 0
        while not ended.is_set():
            kills += await admin.fetchval(
                "SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE"
                " datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1) AS victim"
            )
            await asyncio.sleep(chance.uniform(0, max(0.03, 2 * usual)))
        return kills

    async def add() -> None:
        action = AdjustStock(sku="A", location="MAIN", quantity=Decimal(1), reason="FOUND")
        task = start(postgresql, action, policy=stubborn)
        if chance.random() < 0.3:
            asyncio.get_running_loop().call_later(chance.uniform(0, 0.05), task.cancel)
        outcomes[action.action_id] = await task

    stubborn = Policy(max_tries=100, base_delay=0.001, max_delay=0.02, probe_lock_timeout=0.2)
    outcomes: dict[UUID, Any] = {}
    killer = asyncio.create_task(kill())
    waiting = [add() for _ in range(30)]
    await asyncio.gather(*(_one_after_another(waiting) for _ in range(5)))
    ended.set()
    assert await killer > 2
    await postgresql.engine.dispose()  # among the idle connections there are killed ones
    async with postgresql.read() as session:
        query = text("SELECT id FROM action_log WHERE kind = 'adjust_stock'")
        logged = set(await session.scalars(query))
    for action_id, outcome in outcomes.items():
        assert isinstance(outcome, Committed | Cancelled | Failed), outcome
        assert (action_id in logged) is isinstance(outcome, Committed), outcome
    committed = sum(isinstance(one, Committed) for one in outcomes.values())
    assert committed > 10
    assert any(one.tries > 1 for one in outcomes.values())
    assert await shop.level("A") == (1001 + committed, 0)
    await shop.levels_and_ledger_agree()
    await admin.close()


async def _one_after_another(waiting: list[Any]) -> None:
    while waiting:
        await waiting.pop()


_SELLER = """
import asyncio, json, sys
from decimal import Decimal
from uuid import UUID
from inventory_app.actions.outcome import word_of
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from tests.support.trials import CONTEXT
from inventory_app.actions.perform import perform

async def main(url, ids):
    database = Database.open(DatabaseConfig.from_url(url))
    for number, one in enumerate(ids):
        lines = (OrderLine("AB"[number % 2], Decimal(1)), OrderLine("BA"[number % 2], Decimal(1)))
        action = PlaceOrder(action_id=UUID(one), location="MAIN", lines=lines, ship=True)
        outcome = await perform(database, action, context=CONTEXT)
        repeated = getattr(outcome, "repeated", False)
        print(json.dumps([one, word_of(outcome), repeated, getattr(outcome, "code", "")]), flush=True)
    await database.close()

asyncio.run(main(sys.argv[1], sys.argv[2:]))
"""


def seller(url: str, ids: list[str]) -> subprocess.Popen[str]:
    """Another till: a process that sells one piece of each product for each id."""
    return subprocess.Popen([sys.executable, "-c", _SELLER, url, *ids], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def answers(process: subprocess.Popen[str]) -> dict[str, tuple[str, bool, str]]:
    output, _ = process.communicate(timeout=90)
    return {one: (word, repeated, code) for one, word, repeated, code in map(json.loads, output.splitlines())}


async def test_processes_that_sell_the_same_products_until_they_are_gone(
    database: Database, stockroom_url: str
) -> None:
    """One of them is killed in the middle, and what it was asked to do is asked for again."""
    shop = Shop(database)
    for sku in "AB":
        await shop.product(sku, "20")
    ids = [[str(uuid4()) for _ in range(8)] for _ in range(3)]
    tills = [seller(stockroom_url, each) for each in ids]
    assert tills[0].stdout is not None
    for _ in range(3):
        await asyncio.to_thread(tills[0].stdout.readline)
    tills[0].send_signal(signal.SIGKILL)
    tills[0].communicate()
    found: dict[str, tuple[str, bool, str]] = {}
    for till in (tills[1], tills[2], seller(stockroom_url, ids[0])):
        found |= await asyncio.to_thread(answers, till)
    assert set(found) == {one for each in ids for one in each}
    committed = {one for one, (word, _, _) in found.items() if word == "committed"}
    refused = {one: code for one, (word, _, code) in found.items() if word == "refused"}
    assert committed | set(refused) == set(found)  # no lock error reaches a person
    assert set(refused.values()) == {"not_available"}
    assert len(committed) == 20
    assert sum(repeated for _, repeated, _ in found.values()) >= 3  # what the killed one had saved
    assert await shop.level("A") == await shop.level("B") == (0, 0)
    for one in found:
        assert await is_logged(database, UUID(one)) is (one in committed)
    await shop.levels_and_ledger_agree()
