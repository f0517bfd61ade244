"""Revert: reversing moves where on_hand allows, master data back to what it was, created products away again.

What somebody has built on since is kept and listed with who and when; the rest goes back, in one transaction.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text, update
from sqlalchemy.types import TypeEngine

from inventory_app.actions.action import Done, Work
from inventory_app.actions.changes import PRODUCT, put_values_of_products, record_changes
from inventory_app.actions.outcome import Json, Topic
from inventory_app.actions.revert_import.deleted import delete_products
from inventory_app.actions.revert_import.orders import revert_purchases, revert_sales
from inventory_app.actions.revert_import.others import Reverting, done
from inventory_app.actions.revert_import.records import revert_locations, revert_parties
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
from inventory_app.database.tables import ActionLog, ChangeLog, ImportRun, Product
from inventory_app.database.types import UtcDateTime
from inventory_app.domain.texts import counted

IMPORT_KINDS = "import"
_BATCH = 1_000
_LISTED = 10_000
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
    imported_at = await session.scalar(select(ActionLog.recorded_at).where(ActionLog.id == import_id))
    known = {"import_id": import_id, "action_id": work.action_id, "imported_at": imported_at, "now": work.now}
    if run.kind in _OTHERS:
        noun, revert, topics = _OTHERS[run.kind]
        counts, rows = await revert(Reverting(work, known))
        return done(noun, title, run.id, counts, rows, topics)
    return await _revert_products(work, import_id, title, run.id, known)


async def _revert_products(work: Work, import_id: UUID, title: str, run_id: int, known: dict[str, Any]) -> Done:
    """Products and stock."""
    session = work.session
    for table in TABLES:
        await session.execute(text(table))
    for statement in FIND:
        await _run(work, statement, known)
    if work.dialect.name == "postgresql":
        await session.execute(LOCK_LEVELS)
    for statement in (*KEEP, *TAKE_BACK):
        await _run(work, statement, known)
    await _restore_changes(work, import_id)
    async for ids in _ids(work, UNUSED):
        await delete_products(work, ids)
    async for ids in _ids(work, TO_ARCHIVE):
        await _archive(work, ids)
    counts = (await session.execute(COUNTS)).one()
    kept = int(counts.kept or 0)
    rows = await _kept_rows(work, known)
    for drop in DROPS:
        await session.execute(text(drop))
    reverted = counts.products - kept
    also = f", {counted(kept, 'product')} kept since they were used or changed" if kept else ""
    return Done(
        title=f"Revert: {title}",
        summary=f"{counted(reverted, 'product')} taken back{also}",
        result={"import_id": run_id, "reverted": reverted, "kept": kept, "kept_rows": rows},
        topics=frozenset({Topic.PRODUCTS, Topic.STOCK, Topic.IMPORTS}),
    )


async def _run(work: Work, statement: Any, known: dict[str, Any]) -> None:
    """Run a statement with those of the known values that it names, each in its column's type."""
    types: dict[str, TypeEngine[Any]] = {
        "import_id": Uuid(),
        "action_id": Uuid(),
        "imported_at": UtcDateTime(),
        "now": UtcDateTime(),
    }
    named = [name for name in known if name in statement.compile().params]
    typed = statement.bindparams(*(bindparam(name, type_=types[name]) for name in named))
    await work.session.execute(typed, {name: known[name] for name in named})


async def _ids(work: Work, query: str) -> AsyncIterator[list[int]]:
    """Ids in batches, by key: what a batch does may take its rows out of the query."""
    after = 0
    while ids := list((await work.session.scalars(text(query), {"after": after, "many": _BATCH})).all()):
        after = ids[-1]
        yield ids


async def _restore_changes(work: Work, import_id: UUID) -> None:
    """Put back what the import changed of products that are not kept."""
    after = 0
    while True:
        query = (
            select(ChangeLog.id, ChangeLog.record_id, ChangeLog.old_values, ChangeLog.new_values)
            .where(ChangeLog.action_id == import_id, ChangeLog.record_kind == PRODUCT, ChangeLog.id > after)
            .where(text("record_id IN (SELECT product_id FROM revert_product WHERE NOT kept)"))
            .order_by(ChangeLog.id)
            .limit(_BATCH)
        )
        rows = (await work.session.execute(query)).all()
        if not rows:
            return
        await put_values_of_products(work.session, [(row.record_id, row.old_values) for row in rows])
        await record_changes(work, PRODUCT, [(row.record_id, row.new_values, row.old_values) for row in rows])
        after = rows[-1].id


async def _archive(work: Work, ids: list[int]) -> None:
    await work.session.execute(update(Product).where(Product.id.in_(ids)).values(archived_at=work.now))
    now = work.now.isoformat()
    active: dict[str, Json] = {"archived_at": None}
    await record_changes(work, PRODUCT, [(product_id, active, {"archived_at": now}) for product_id in ids])


async def _kept_rows(work: Work, known: dict[str, Any]) -> list[Json]:
    values = {name: known[name] for name in ("import_id", "action_id", "imported_at")}
    statement = KEPT_ROWS.bindparams(bindparam("imported_at", type_=UtcDateTime()))
    rows = await work.session.execute(
        statement.columns(action_id=Uuid(), at=UtcDateTime()), {**values, "many": _LISTED}
    )
    return [
        {
            "sku": row.sku,
            "by": row.actor,
            "at": None if row.at is None else row.at.isoformat(),
            "action_id": None if row.action_id is None else str(row.action_id),
        }
        for row in rows
    ]
