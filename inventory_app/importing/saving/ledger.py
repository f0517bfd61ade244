"""What moves of an import have in common: their money value, and the range that a level stays in."""

from __future__ import annotations

from inventory_app.domain.errors import Refusal
from inventory_app.domain.quantities import QUANTITY
from inventory_app.importing.checks.rows import VALUE_LIMIT, scaled_value
from inventory_app.importing.saving.batch import Batch

# A sum that may not fit 64 bits, in billions: the whole ones, and what the rests come to.
BILLIONS = "sum(quantity / 1000000000) + sum(quantity % 1000000000) / 1000000000 AS billions"

# So many rows go to the database at once: fewer ways to it, and no longer than a frame of the window to put together.
_LOADED = 2_000


async def fill_values(batch: Batch, table: str) -> None:
    """Value the moves for which the file says no cost by the cost that the product has.

    Done here and not in SQL, which cannot multiply scaled numbers exactly.
    """
    await batch.make_table("import_value", "record BIGINT, slot BIGINT, value BIGINT")
    query = (
        f"SELECT o.record, o.slot, o.quantity, p.cost FROM {table} o CROSS JOIN product p"
        " WHERE p.id = o.product_id AND o.value IS NULL AND p.cost IS NOT NULL AND o.quantity <> 0"
    )
    waiting: list[tuple[int, int, int]] = []
    async for part in batch.stream(query):
        values = [(row.record, row.slot, scaled_value(row.quantity, row.cost)) for row in part]
        if any(abs(value) >= VALUE_LIMIT for _, _, value in values):
            raise Refusal("quantity_invalid", "A quantity times its cost is more money than can be kept.")
        waiting += values
        if len(waiting) >= _LOADED:
            await batch.load("import_value", waiting)
            waiting = []
    await batch.load("import_value", waiting)
    if await batch.scalar("SELECT 1 FROM import_value LIMIT 1"):
        await batch.run("CREATE UNIQUE INDEX import_value_row ON import_value (record, slot)")
        await batch.run(
            f"UPDATE {table} SET value = v.value FROM import_value v"
            f" WHERE v.record = {table}.record AND v.slot = {table}.slot"
        )


async def refuse_out_of_range(batch: Batch, sums: str) -> None:
    """Raises Refusal when a level would come to hold more than a quantity may be.

    ``sums`` gives product_id, location_id and the sum in `BILLIONS`.
    """
    rows = await batch.all(
        f"SELECT p.sku, l.path FROM ({sums}) o JOIN product p ON p.id = o.product_id"
        " JOIN location l ON l.id = o.location_id WHERE abs(o.billions) >= CAST(:billions AS BIGINT) LIMIT 1",
        billions=QUANTITY.limit * 10**QUANTITY.scale // 10**9,
    )
    for row in rows:
        raise Refusal("quantity_invalid", f"{row.sku} would have more at {row.path} than a quantity may be.")
