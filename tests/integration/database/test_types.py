"""Column types give back what was stored, exactly and alike on both engines."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select
from sqlalchemy.exc import StatementError

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.tables import ActionLog, ActionResult, Lot, Party, Product, ReorderRule
from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from sqlalchemy.ext.asyncio import AsyncConnection

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001
stored_texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=60)


@pytest.fixture
def run(stockroom_url: str) -> Iterator[Callable[[Callable[[AsyncConnection], Coroutine[Any, Any, Any]]], Any]]:
    """Runs work in a transaction that is rolled back; hypothesis' tests are not coroutines."""
    runner = asyncio.Runner()

    async def open_database() -> Database:
        return Database.open(DatabaseConfig.from_url(stockroom_url))

    database = runner.run(open_database())

    async def in_a_transaction(work: Callable[[AsyncConnection], Coroutine[Any, Any, Any]]) -> Any:
        async with database.writing_connection() as connection:
            try:
                return await work(connection)
            finally:
                await connection.rollback()

    yield lambda work: runner.run(in_a_transaction(work))
    runner.run(database.close())
    runner.close()


def log_row(**values: object) -> dict[str, object]:
    words = {"kind": "k", "fingerprint": "f", "actor": "a", "workstation": "w", "recorded_at": datetime.now(UTC)}
    return {"id": uuid4(), **words, **values}


async def put_product(connection: AsyncConnection, **values: object) -> None:
    await connection.execute(insert(Product).values(sku="T", name="T", action_id=uuid4(), **values))


@FEW
@given(prices=st.lists(st.integers(0, 9 * 10**18 - 1), min_size=1, max_size=8), rule=st.integers(0, 9 * 10**18 - 1))
def test_numbers_come_back_exactly_and_add_up(run: Any, prices: list[int], rule: int) -> None:
    async def work(connection: AsyncConnection) -> None:
        for number, scaled in enumerate(prices):
            await connection.execute(
                insert(Product).values(sku=f"T{number}", name="T", price=MONEY.from_scaled(scaled), action_id=uuid4())
            )
        first = await connection.scalar(select(Product.id).where(Product.sku == "T0"))
        await connection.execute(
            insert(ReorderRule).values(product_id=first, location_id=1, reorder_point=QUANTITY.from_scaled(rule))
        )
        found = list(await connection.scalars(select(Product.price).order_by(Product.id)))
        assert [(one, type(one)) for one in found] == [(MONEY.from_scaled(one), Decimal) for one in prices]
        assert await connection.scalar(select(ReorderRule.reorder_point)) == QUANTITY.from_scaled(rule)
        if sum(prices) < 2**63:
            assert await connection.scalar(select(func.sum(Product.price))) == MONEY.from_scaled(sum(prices))
        largest = await connection.scalar(select(Product.price).order_by(Product.price.desc()).limit(1))
        assert largest == MONEY.from_scaled(max(prices))

    run(work)


@pytest.mark.parametrize("bad", [Decimal("0.00001"), Decimal(2) ** 64, Decimal("NaN")])
async def test_a_number_that_does_not_fit_is_never_rounded(database: Database, bad: Decimal) -> None:
    async with database.writing_connection() as connection:
        with pytest.raises(StatementError, match="does not fit"):
            await put_product(connection, price=bad)


@FEW
@given(st.lists(moments, min_size=1, max_size=6))
def test_times_come_back_as_utc_and_sort_as_times(run: Any, times: list[datetime]) -> None:
    async def work(connection: AsyncConnection) -> None:
        for moment in times:
            await connection.execute(insert(ActionLog), [log_row(recorded_at=moment)])
        found = list(await connection.scalars(select(ActionLog.recorded_at).order_by(ActionLog.recorded_at)))
        assert found == sorted(times)
        assert all(one.utcoffset() == timedelta(0) for one in found)
        later = select(func.count()).where(ActionLog.recorded_at > times[0])
        assert await connection.scalar(later) == sum(one > times[0] for one in times)

    run(work)


async def test_a_time_without_a_zone_is_not_stored(database: Database) -> None:
    async with database.writing_connection() as connection:
        with pytest.raises(StatementError, match="without a zone"):
            await connection.execute(insert(ActionLog), [log_row(recorded_at=datetime(2026, 11, 21))])  # noqa: DTZ001


@FEW
@given(st.sets(stored_texts, min_size=1, max_size=8))
def test_texts_come_back_byte_for_byte_and_sort_by_bytes(run: Any, names: set[str]) -> None:
    async def work(connection: AsyncConnection) -> None:
        await connection.execute(insert(Party), [{"name": name} for name in names])
        found = list(await connection.scalars(select(Party.name).order_by(Party.name)))
        assert found == sorted(names, key=str.encode)
        for name in names:
            assert await connection.scalar(select(func.count()).where(Party.name == name)) == 1

    run(work)


@pytest.mark.parametrize("pair", [("a", "A"), ("é", "e\u0301"), ("ß", "ss"), ("00417", "417"), ("x", "x ")])
async def test_keys_that_look_alike_are_different(database: Database, pair: tuple[str, str]) -> None:
    async with database.writing_connection() as connection:
        await connection.execute(insert(Party), [{"name": name} for name in pair])
        assert set(await connection.scalars(select(Party.name))) == set(pair)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | stored_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(stored_texts, inner, max_size=3),
    max_leaves=8,
)


@FEW
@given(st.dictionaries(stored_texts, json_values, max_size=4), st.lists(stored_texts, max_size=3))
def test_documents_come_back_as_they_were(run: Any, result: dict[str, Any], notes: list[str]) -> None:
    async def work(connection: AsyncConnection) -> None:
        row = log_row()
        await connection.execute(insert(ActionLog), [row])
        await connection.execute(
            insert(ActionResult),
            [{"id": row["id"], "title": "t", "summary": "s", "result": result, "topics": [], "notes": notes}],
        )
        found = (await connection.execute(select(ActionResult.result, ActionResult.notes, ActionResult.topics))).one()
        assert (found.result, found.notes, found.topics) == (result, notes, [])
        assert json.dumps(found.result, sort_keys=True) == json.dumps(result, sort_keys=True)

    run(work)


@FEW
@given(st.uuids(), st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_ids_and_dates_come_back(run: Any, action_id: UUID, day: date) -> None:
    async def work(connection: AsyncConnection) -> None:
        await connection.execute(insert(ActionLog), [log_row(id=action_id)])
        assert list(await connection.scalars(select(ActionLog.id))) == [action_id]
        await put_product(connection)
        product = await connection.scalar(select(Product.id))
        await connection.execute(insert(Lot).values(product_id=product, lot_number="L", expires_on=day))
        assert await connection.scalar(select(Lot.expires_on).where(Lot.lot_number == "L")) == day
        assert await connection.scalar(select(func.count()).where(Lot.expires_on <= day)) == 1

    run(work)
