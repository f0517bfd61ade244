"""Revert: reversing moves where on_hand allows, master data back to what it was, created products away again.

What somebody has built on since is kept and listed with who and when; the rest goes back, in one transaction.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from inventory_app.actions.action import Done, Work
from inventory_app.actions.changes import PRODUCT
from inventory_app.actions.outcome import Json, Topic
from inventory_app.actions.revert_import.deleted import archive_products, delete_products
from inventory_app.actions.revert_import.lot_dates import revert_lot_dates
from inventory_app.actions.revert_import.orders import revert_purchases, revert_sales
from inventory_app.actions.revert_import.others import Reverting, done
from inventory_app.actions.revert_import.records import revert_locations, revert_parties
from inventory_app.actions.revert_import.sets import drop_changes, find_changes, put_back
from inventory_app.actions.revert_import.statements import (
    COUNTS,
    DROPS,
    FIND,
    KEEP,
    KEPT_ROWS,
    LOCK_LEVELS,
    TABLES,
    TAKE_BACK,
    TO_ARCHIVE,
    UNUSED,
)
from inventory_app.actions.revert_import.taken import forget_removed, keep_taken
from inventory_app.database.tables import ImportRun
from inventory_app.domain.texts import counted

IMPORT_KINDS = "import"
_SALES = frozenset({Topic.SALES, Topic.STOCK})
# The other kinds of imports: what they are of, how they are taken back, and what that touches.
_OTHERS = {
    "suppliers": ("supplier", revert_parties, frozenset({Topic.PARTIES})),
    "customers": ("customer", revert_parties, frozenset({Topic.PARTIES})),
    "locations": ("location", revert_locations, frozenset({Topic.LOCATIONS, Topic.STOCK})),
    "sales-orders": ("order", revert_sales, _SALES),
    "purchase-orders": ("order", revert_purchases, frozenset({Topic.STOCK})),
}


async def revert_import(work: Work, import_id: UUID, title: str) -> Done:
    """Take back the import whose action is ``import_id``. Never refuses for what was touched: that is kept."""
    session = work.session
    run = (await session.execute(select(ImportRun.id, ImportRun.kind).where(ImportRun.action_id == import_id))).one()
    known = {"import_id": import_id, "action_id": work.action_id, "now": work.now}
    if run.kind in _OTHERS:
        noun, revert, topics = _OTHERS[run.kind]
        counts, rows = await revert(Reverting(work, known))
        return done(noun, title, run.id, counts, rows, topics)
    return await _revert_products(Reverting(work, known), title, run.id)


async def _revert_products(reverting: Reverting, title: str, run_id: int) -> Done:
    """Products, and what belongs to them: stock, barcodes, reorder points."""
    for table in TABLES:
        await reverting.run(table)
    reverting.tell("Looking for what was used or changed since")
    for statement in FIND:
        await reverting.run(statement)
    await forget_removed(reverting, "revert_product", "product_id", PRODUCT)
    for name in ("revert_product", "revert_level"):
        await reverting.analyze(name)
    if reverting.is_postgresql:
        await reverting.all(LOCK_LEVELS)
    for statement in KEEP:
        await reverting.run(statement)
    await keep_taken(reverting)
    reverting.tell("Taking back stock")
    for statement in TAKE_BACK:
        await reverting.run(statement)
    # What goes first lets its barcodes go, which others may get back.
    await delete_products(reverting, UNUSED)
    await archive_products(reverting, TO_ARCHIVE)
    standing = "c.record_id IN (SELECT product_id FROM revert_product WHERE NOT kept)"
    await put_back(reverting, await find_changes(reverting, standing))
    await drop_changes(reverting)
    await revert_lot_dates(reverting)
    counts = (await reverting.all(COUNTS))[0]
    rows: list[Json] = [
        {"sku": row.pop("record"), **row} for row in await reverting.kept_rows(KEPT_ROWS) if isinstance(row, dict)
    ]
    for drop in DROPS:
        await reverting.run(drop)
    (suppliers, stay), _ = await revert_parties(reverting)
    topics = frozenset({Topic.PRODUCTS, Topic.STOCK, *([Topic.PARTIES] if suppliers else [])})
    told = done("product", title, run_id, (counts.products, int(counts.kept or 0)), rows, topics)
    also = f"; {counted(stay, 'supplier')} kept as well, used or changed since" if stay else ""
    return replace(told, summary=told.summary + also)
