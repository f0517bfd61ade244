"""Actions at the same moment: both count, nothing is sold twice, and one id is carried out once."""

from __future__ import annotations

import asyncio
import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import event, text

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import Cancelled, Committed, Outcome, Phase, Refused
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.transfer_stock import TransferLine, TransferStock
from inventory_app.domain.stock import Tracking
from tests.support.raw import another_program
from tests.support.shop import Shop
from tests.support.trials import Gate, Reports, Trial, carry_out, mark, marks, start
from tests.support.waiting import until, until_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)


def adjust(quantity: int) -> AdjustStock:
    return AdjustStock(sku="A", location="MAIN", quantity=Decimal(quantity), reason="COUNT")


def sell(quantity: int) -> PlaceOrder:
    return PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(quantity)),), ship=True)


def words(outcomes: Iterable[Outcome]) -> list[str]:
    return sorted(type(one).__name__ for one in outcomes)


async def test_two_on_the_same_product_both_count(shop: Shop) -> None:
    await shop.product("A", "10")
    outcomes = await asyncio.gather(shop.do(adjust(-3)), shop.do(adjust(-4)))
    assert words(outcomes) == ["Committed", "Committed"]
    assert await shop.level("A") == (3, 0)
    await shop.levels_and_ledger_agree()


async def test_the_first_two_of_a_product_both_count(shop: Shop) -> None:
    """There is no level yet: both want to make it."""
    await shop.product("A")
    outcomes = await asyncio.gather(*(shop.do(adjust(n)) for n in range(1, 9)))
    assert words(outcomes) == ["Committed"] * 8
    assert await shop.level("A") == (36, 0)
    await shop.levels_and_ledger_agree()


async def test_more_is_not_sold_than_there_is(shop: Shop) -> None:
    await shop.product("A", "10")
    outcomes = await asyncio.gather(*(shop.do(sell(3)) for _ in range(8)))
    assert words(outcomes) == ["Committed"] * 3 + ["Refused"] * 5
    for refused in (one for one in outcomes if isinstance(one, Refused)):
        assert refused.code == "not_available"
        assert refused.message.startswith("Only 1 of 3 available at MAIN")
    assert await shop.level("A") == (1, 0)
    await shop.levels_and_ledger_agree()


async def test_the_same_new_record_made_by_two_at_once(postgresql: Database) -> None:
    """Each looks for it, finds nothing and makes it: the later one finds it when it looks again."""
    both_have_looked = asyncio.Barrier(2)
    looks: list[int] = []

    async def find_or_make(work: Work) -> None:
        found = await work.session.scalar(text("SELECT count(*) FROM party WHERE name = 'Acme'"))
        looks.append(int(found or 0))
        if len(looks) <= 2:
            await both_have_looked.wait()
        if not found:
            await mark(work, "Acme")

    outcomes = await asyncio.gather(
        *(carry_out(postgresql, Trial(says=name, body=find_or_make)) for name in ("one", "two"))
    )
    assert words(outcomes) == ["Committed", "Committed"]
    assert sorted(one.tries for one in outcomes) == [1, 2]
    assert looks == [0, 0, 1]
    assert await marks(postgresql) == ["Acme", "one", "two"]


async def test_new_products_with_the_same_new_category_supplier_and_unit(shop: Shop) -> None:
    made = [CreateProduct(sku=f"N{n}", name="New", category="Screws", supplier="Acme", uom="box") for n in range(6)]
    assert words(await asyncio.gather(*(shop.do(one) for one in made))) == ["Committed"] * 6


async def test_the_same_new_product_twice_at_once_is_refused_in_plain_words(shop: Shop) -> None:
    outcomes = await asyncio.gather(*(shop.do(CreateProduct(sku="N", name=f"New {n}")) for n in range(4)))
    assert words(outcomes) == ["Committed"] + ["Refused"] * 3
    assert {one.code for one in outcomes if isinstance(one, Refused)} == {"sku_exists"}


async def test_the_same_new_lot_twice_at_once(shop: Shop) -> None:
    await shop.product("A", tracking=Tracking.LOT)
    received = [
        AdjustStock(sku="A", location="MAIN", quantity=Decimal(n), reason="FOUND", lot="L1") for n in range(1, 7)
    ]
    assert words(await asyncio.gather(*(shop.do(one) for one in received))) == ["Committed"] * 6
    assert await shop.level("A") == (21, 0)
    await shop.levels_and_ledger_agree()


async def test_the_same_serial_at_two_places_at_once(shop: Shop) -> None:
    await shop.done(CreateLocation(code="BACK"))
    await shop.product("A", tracking=Tracking.SERIAL)
    found = [
        AdjustStock(sku="A", location=place, quantity=Decimal(1), reason="FOUND", serial="0042")
        for place in ("MAIN", "BACK") * 3
    ]
    outcomes = await asyncio.gather(*(shop.do(one) for one in found))
    assert words(outcomes) == ["Committed"] + ["Refused"] * 5
    assert sum(level[0] for level in (await shop.level("A"), await shop.level("A", "BACK"))) == 1
    await shop.levels_and_ledger_agree()


async def test_a_serial_that_is_known_with_another_lot_is_refused(shop: Shop) -> None:
    await shop.product("A", tracking=Tracking.SERIAL)
    first = AdjustStock(sku="A", location="MAIN", quantity=Decimal(1), reason="FOUND", serial="0042", lot="L1")
    await shop.done(first)
    await shop.done(AdjustStock(sku="A", location="MAIN", quantity=Decimal(-1), reason="LOSS", serial="0042"))
    other = AdjustStock(sku="A", location="MAIN", quantity=Decimal(1), reason="FOUND", serial="0042", lot="L2")
    assert "0042" in (await shop.refused(other, "serial_duplicate")).message


@pytest.mark.parametrize("isolation", ["SERIALIZABLE", "REPEATABLE READ"])
async def test_a_crowd_under_a_stricter_isolation_is_served_by_trying_again(
    postgresql_stockroom_url: str, open_database: Callable[..., Database], isolation: str
) -> None:
    shop = Shop(open_database(postgresql_stockroom_url, isolation=isolation))
    await shop.product("A", "10")
    outcomes = await asyncio.gather(*(shop.do(sell(3)) for _ in range(5)))
    assert words(outcomes) == ["Committed"] * 3 + ["Refused"] * 2
    assert max(one.tries for one in outcomes) > 1
    assert await shop.level("A") == (1, 0)
    await shop.levels_and_ledger_agree()


async def test_transfers_in_both_directions_do_not_block_each_other(shop: Shop) -> None:
    await shop.done(CreateLocation(code="BACK"))
    for sku in "AB":
        await shop.product(sku, "50")
        await shop.done(TransferStock(source="MAIN", target="BACK", lines=(TransferLine(sku, Decimal(25)),)))
    transfers = [
        TransferStock(source=source, target=target, lines=tuple(TransferLine(sku, Decimal(1)) for sku in skus))
        for source, target, skus in [("MAIN", "BACK", "AB"), ("BACK", "MAIN", "BA")] * 8
    ]
    outcomes = await asyncio.gather(*(shop.do(one) for one in transfers))
    assert words(outcomes) == ["Committed"] * 16
    assert [one.tries for one in outcomes] == [1] * 16  # locks are taken in one order: nobody was a victim
    assert await shop.level("A", "BACK") == await shop.level("B", "MAIN") == (25, 0)
    await shop.levels_and_ledger_agree()


# --- the same id


@pytest.mark.parametrize(
    "settings",
    [{}, {"pool_size": 2, "max_overflow": 0}, {"isolation": "SERIALIZABLE"}, {"isolation": "REPEATABLE READ"}],
    ids=["pool", "small pool", "serializable", "repeatable read"],
)
async def test_the_same_id_twice_at_once(
    stockroom_url: str, open_database: Callable[..., Database], settings: dict[str, object]
) -> None:
    database, gate, action_id = open_database(stockroom_url, **settings), Gate(), uuid4()
    reports = Reports()
    first = start(database, Trial(action_id=action_id, body=gate))
    await gate.reached.wait()
    second = start(database, Trial(action_id=action_id, body=gate), report=reports)
    if database.dialect.name == "postgresql":
        async with another_program(stockroom_url) as other:
            waits = "SELECT count(*) FROM pg_locks WHERE NOT granted"
            await until_answer(lambda: _count(other.rows(waits)), what="the second to wait for the first")
    else:
        await until(lambda: Phase.WAITING in reports.phases)
    gate.opened.set()
    outcomes = await asyncio.wait_for(asyncio.gather(first, second), 20)
    assert all(isinstance(one, Committed) for one in outcomes)
    assert [one.repeated for one in outcomes if isinstance(one, Committed)] == [False, True]
    assert [one.message for one in outcomes] == ["trial done"] * 2
    if "isolation" not in settings:
        assert [one.tries for one in outcomes] == [1, 1]
    second_outcome = outcomes[1]
    assert isinstance(second_outcome, Committed)
    assert dict(second_outcome.result) == {"says": "trial"}
    assert second_outcome.notes == ("a side remark",)
    assert gate.passed == 1  # the second's body never got that far
    assert await marks(database) == ["trial"]


async def _count(rows: object) -> int:
    return int((await rows)[0][0])  # type: ignore[misc]


async def test_the_same_id_many_times_at_once(database: Database) -> None:
    action_id = uuid4()
    outcomes = await asyncio.gather(*(carry_out(database, Trial(action_id=action_id)) for _ in range(8)))
    assert [type(one) for one in outcomes] == [Committed] * 8
    assert sorted(one.repeated for one in outcomes if isinstance(one, Committed)) == [False] + [True] * 7
    assert await marks(database) == ["trial"]


async def test_the_same_id_with_one_connection(stockroom_url: str, open_database: Callable[..., Database]) -> None:
    """Reading the first one's outcome needs a connection: the one that found out has to let go of its own."""
    database = open_database(stockroom_url, pool_size=1, max_overflow=0, pool_timeout=0.3)
    action_id = uuid4()
    assert isinstance(await carry_out(database, Trial(action_id=action_id)), Committed)
    outcome = await carry_out(database, Trial(action_id=action_id))
    assert isinstance(outcome, Committed)
    assert (outcome.repeated, outcome.tries) == (True, 1)


async def test_the_first_of_two_is_rolled_back_and_the_second_is_carried_out(database: Database) -> None:
    gate, action_id = Gate(), uuid4()
    first = start(database, Trial(action_id=action_id, body=gate))
    await gate.reached.wait()
    second = start(database, Trial(action_id=action_id))
    await asyncio.sleep(0.05)
    first.cancel()
    assert isinstance(await first, Cancelled)
    outcome = await second
    assert isinstance(outcome, Committed)
    assert not outcome.repeated
    assert await marks(database) == ["trial"]


async def test_an_id_that_asked_for_something_else_is_refused(database: Database) -> None:
    action_id = uuid4()
    await carry_out(database, Trial(action_id=action_id, says="this"))
    outcome = await carry_out(database, Trial(action_id=action_id, says="that"))
    assert isinstance(outcome, Refused)
    assert (outcome.code, outcome.field) == ("id_reused", "id")
    assert outcome.message.endswith("Nothing was saved.")
    assert await marks(database) == ["this"]


async def test_an_id_does_not_depend_on_how_a_number_is_written(shop: Shop) -> None:
    await shop.product("A", "10")
    action_id = uuid4()
    first = AdjustStock(action_id=action_id, sku="A", location="MAIN", quantity=Decimal("1.50"), reason="FOUND")
    again = AdjustStock(action_id=action_id, sku="A", location="MAIN", quantity=Decimal("1.5"), reason="FOUND")
    other = AdjustStock(action_id=action_id, sku="A", location="MAIN", quantity=Decimal("1.500001"), reason="FOUND")
    await shop.done(first)
    assert (await shop.done(again)).repeated
    await shop.refused(other, "id_reused")
    assert await shop.level("A") == (Decimal("11.5"), 0)


async def test_another_unique_violation_is_not_taken_for_a_repeat(database: Database) -> None:
    """A row of the log itself, broken by the action's own doing, is a fault and no answer."""
    first = Trial(says="first")
    await carry_out(database, first)

    async def name_twice(work: Work) -> None:
        await work.session.execute(text("INSERT INTO party (name) VALUES ('first')"))

    outcome = await carry_out(database, Trial(says="second", body=name_twice))
    assert type(outcome).__name__ == "Failed"
    assert await marks(database) == ["first"]


# --- nothing shared


async def test_eight_at_once_share_neither_session_nor_connection(database: Database) -> None:
    sessions: list[int] = []
    held: list[object] = []
    all_there = asyncio.Barrier(8)

    async def note(work: Work) -> None:
        connection = await work.session.connection()
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw not in held
        sessions.append(id(work.session))
        held.append(raw)
        if database.dialect.name == "postgresql":
            await all_there.wait()
        held.remove(raw)

    outcomes = await asyncio.gather(*(carry_out(database, Trial(says=f"n{n}", body=note)) for n in range(8)))
    assert words(outcomes) == ["Committed"] * 8
    assert len(sessions) == 8
    if database.dialect.name == "postgresql":
        assert len(set(sessions)) == 8
    assert len(await marks(database)) == 8


async def test_reading_goes_on_while_an_action_writes(database: Database) -> None:
    gate = Gate()
    task = start(database, Trial(body=gate))
    await gate.reached.wait()
    assert await asyncio.wait_for(marks(database), 5) == []  # what is not committed is not seen
    gate.opened.set()
    await task
    assert await marks(database) == ["trial"]


async def test_only_perform_writes_with_a_lock_from_the_start(sqlite: Database) -> None:
    begins: list[str] = []

    @event.listens_for(sqlite.engine.sync_engine, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("BEGIN"):
            begins.append(statement)

    await marks(sqlite)
    assert begins == ["BEGIN DEFERRED"]
    gate = Gate()
    task = start(sqlite, Trial(body=gate))
    await gate.reached.wait()
    async with another_program(str(sqlite.engine.url)) as other:
        await other.run("PRAGMA busy_timeout = 0")
        with pytest.raises(sqlite3.OperationalError, match="database is locked"):
            await other.run("BEGIN IMMEDIATE")
    gate.opened.set()
    await task
