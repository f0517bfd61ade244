"""A page of stock is read along an index: SQLite sorts nothing but what lies at one product, however many levels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import event

from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.transfer_stock import TransferLine, TransferStock
from inventory_app.database.database import Database
from inventory_app.queries.page import Order
from inventory_app.queries.stock import LevelFilter, stock_page
from tests.support.shop import Shop

INDEXES = {"sku": "sqlite_autoindex_product_1", "name": "ix_product_name_id"}


@asynccontextmanager
async def statements(database: Database) -> AsyncIterator[list[tuple[str, Any]]]:
    """What is sent to the engine meanwhile."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        sent.append((statement, values))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)


async def plans(database: Database, sent: list[tuple[str, Any]]) -> list[str]:
    """How SQLite answers those of them that are sorted."""
    found = []
    async with database.read() as session:
        connection = await session.connection()
        for statement, values in list(sent):
            if "ORDER BY" in statement:
                told = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                found.append(str(told.all()))
    return found


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", ["sku", "name"])
async def test_pages_in_the_order_of_an_index_sort_no_levels(database: Database, column: str, descending: bool) -> None:
    shop = Shop(database)
    await shop.done(CreateLocation(code="SHOP"))
    for sku in ("A", "B", "C"):
        await shop.product(sku, "5", name=f"Thing {sku}")
        await shop.done(TransferStock(source="MAIN", target="SHOP", lines=(TransferLine(sku, Decimal(1)),)))
    rows, after = [], None
    async with statements(database) as sent:
        while True:
            async with database.read() as session:
                page = await stock_page(session, order=Order(column, descending), after=after, limit=1)
            rows += [(row.sku, row.location) for row in page.rows]
            after = page.next_key
            if after is None:
                break
    expected = [(sku, place) for sku in "ABC" for place in ("MAIN", "SHOP")]
    assert rows == (expected[::-1] if descending else expected)
    if database.dialect.name == "sqlite":
        found = await plans(database, sent)
        assert len(found) == len(expected)
        for plan in found:
            assert "TEMP B-TREE FOR ORDER BY" not in plan
            assert f"product USING INDEX {INDEXES[column]}" in plan


async def test_few_levels_are_found_by_what_leaves_them(database: Database) -> None:
    shop = Shop(database)
    await shop.product("A", "5")
    async with statements(database) as sent, database.read() as session:
        await stock_page(session, LevelFilter(location="MAIN"))
    assert not any("CROSS JOIN" in statement for statement, _ in sent)
