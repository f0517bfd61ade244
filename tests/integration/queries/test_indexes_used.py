"""Lists and news go through their indexes on both engines, whatever the locale of a PostgreSQL database."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.database import Database
from inventory_app.database.tables import Product
from inventory_app.queries.engine import is_postgresql, name_order
from inventory_app.queries.products import first_barcode

BY_NAME = "SELECT id FROM product ORDER BY {name}, id LIMIT 200"
FIRST_BARCODES = select(Product.id, first_barcode())
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
        name = name_order(session, Product.name).compile(dialect=database.engine.dialect)
        found = await plan(session, query.format(name=name))
    assert index in found
    assert "Sort" not in found
    assert "TEMP B-TREE" not in found


async def test_barcodes_are_found_by_their_product_before_the_engine_knows_how_many_there_are(
    database: Database,
) -> None:
    """Right after a large import: going through all barcodes for each product took minutes."""
    query = str(FIRST_BARCODES.compile(dialect=database.engine.dialect, compile_kwargs={"literal_binds": True}))
    async with database.read() as session:
        explain = "EXPLAIN" if is_postgresql(session) else "EXPLAIN QUERY PLAN"
        found = str((await session.execute(text(f"{explain} {query}"))).all())
    assert "ix_product_barcode_product_id_id" in found
    assert "pk_product_barcode" not in found
