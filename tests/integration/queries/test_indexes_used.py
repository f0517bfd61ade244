"""Lists and news go through their indexes on both engines, whatever the locale of a PostgreSQL database."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.database import Database
from inventory_app.queries.engine import is_postgresql

BY_NAME = "SELECT id FROM product ORDER BY name{byte_order}, id LIMIT 200"
NEWS = "SELECT id FROM action_log WHERE transaction_id >= 1"


async def plan(session: AsyncSession, query: str) -> str:
    """The engine's plan, with what only an empty table would tempt it to left out."""
    if not is_postgresql(session):
        return str((await session.execute(text(f"EXPLAIN QUERY PLAN {query}"))).all())
    for way in ("seqscan", "bitmapscan", "sort"):
        await session.execute(text(f"SET LOCAL enable_{way} = off"))
    return str((await session.execute(text(f"EXPLAIN {query}"))).all())


@pytest.mark.parametrize(("query", "index"), [(BY_NAME, "ix_product_name_id"), (NEWS, "ix_action_log_transaction_id")])
async def test_the_index_is_used(database: Database, query: str, index: str) -> None:
    async with database.read() as session:
        words = ' COLLATE "C"' if is_postgresql(session) else ""
        found = await plan(session, query.format(byte_order=words))
    assert index in found
    assert "Sort" not in found
    assert "TEMP B-TREE" not in found
