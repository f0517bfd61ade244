"""Reverting imports of parties and of locations: former values back, and what was made is deleted where it can be."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, text

from inventory_app.actions.changes import record_changes
from inventory_app.actions.outcome import Json
from inventory_app.actions.records import LOCATIONS, PARTIES, RecordKind, changes_of, delete_records, put_values
from inventory_app.actions.revert_import.others import BATCH, IN_FORCE, Reverting
from inventory_app.actions.revert_import.taken import forget_removed
from inventory_app.database.tables import ChangeLog

_TABLE = (
    "CREATE TEMP TABLE revert_record (record_id BIGINT PRIMARY KEY, created BOOLEAN NOT NULL,"
    " kept BOOLEAN NOT NULL DEFAULT false, depth BIGINT NOT NULL DEFAULT 0, change_id BIGINT NOT NULL DEFAULT 0)"
)


@dataclass(frozen=True, slots=True)
class Uses:
    """SQL about a record ``r``: what makes it impossible to delete it, and to give it its former values back."""

    of_created: tuple[str, ...]
    of_changed: tuple[str, ...]
    depth: str = "0"


_OLD = "c.action_id = :import_id AND c.record_kind = '{kind}' AND c.record_id = r.record_id"
_PARTY_LOG = _OLD.format(kind="party")
_PLACE_LOG = _OLD.format(kind="location")
_SUPPLIES = (
    "r.record_id IN (SELECT supplier_id FROM product WHERE supplier_id IS NOT NULL"
    " UNION SELECT supplier_id FROM purchase_order)"
)
_BUYS = (
    "r.record_id IN (SELECT customer_id FROM sales_order WHERE customer_id IS NOT NULL"
    " UNION SELECT customer_id FROM goods_return WHERE customer_id IS NOT NULL)"
)
_USED_PLACE = (
    "r.record_id IN (SELECT location_id FROM stock_level UNION SELECT location_id FROM sales_order"
    " UNION SELECT location_id FROM purchase_order UNION SELECT location_id FROM goods_return"
    " UNION SELECT location_id FROM reorder_rule UNION SELECT from_location_id FROM stock_move"
    " UNION SELECT to_location_id FROM stock_move)"
)


def _was(log: str, key: str) -> str:
    """SQL: the import's change_log row ``c`` of the record says something about ``key``."""
    return f"EXISTS (SELECT 1 FROM change_log c WHERE {log} AND c.old_values ->> '{key}' IS NOT NULL"


_PARTY_USES = Uses(
    (_SUPPLIES, _BUYS),
    (
        f"{_was(_PARTY_LOG, 'is_supplier')}) AND {_SUPPLIES}",
        f"{_was(_PARTY_LOG, 'is_customer')}) AND {_BUYS}",
        *(
            f"{_was(_PARTY_LOG, key)} AND c.old_values ->> '{key}' <> ''"
            f" AND EXISTS (SELECT 1 FROM party p WHERE p.{key} = c.old_values ->> '{key}' AND p.id <> r.record_id))"
            for key in ("name", "supplier_code", "customer_code")
        ),
    ),
)
_PLACE_USES = Uses(
    (_USED_PLACE,),
    (
        f"{_was(_PLACE_LOG, 'kind')}) AND {_USED_PLACE}",
        f"{_was(_PLACE_LOG, 'negative_stock')} AND c.old_values ->> 'negative_stock' = 'block' AND EXISTS ("
        "SELECT 1 FROM stock_level v WHERE v.location_id = r.record_id AND (v.on_hand < 0 OR v.reserved > v.on_hand)))",
    ),
    depth="length(t.path) - length(replace(t.path, '/', ''))",
)


async def revert_parties(reverting: Reverting) -> tuple[tuple[int, int], list[Json]]:
    """How many parties there were and how many are kept, and the list of these."""
    return await _revert(reverting, PARTIES, _PARTY_USES)


async def revert_locations(reverting: Reverting) -> tuple[tuple[int, int], list[Json]]:
    """The same for locations; a place that is kept keeps those above it."""
    return await _revert(reverting, LOCATIONS, _PLACE_USES)


async def _revert(reverting: Reverting, kind: RecordKind, uses: Uses) -> tuple[tuple[int, int], list[Json]]:
    table = kind.table.__tablename__
    await reverting.run(_TABLE)
    reverting.tell("Looking for what was used or changed since")
    await reverting.run(
        "INSERT INTO revert_record (record_id, created, depth)"
        f" SELECT t.id, true, {uses.depth} FROM {table} t WHERE t.action_id = :import_id"
    )
    await reverting.run(
        "INSERT INTO revert_record (record_id, created, change_id)"
        " SELECT c.record_id, false, max(c.id) FROM change_log c"
        f" JOIN {table} t ON t.id = c.record_id"
        f" WHERE c.action_id = :import_id AND c.record_kind = '{kind.name}'"
        " AND NOT EXISTS (SELECT 1 FROM revert_record r WHERE r.record_id = c.record_id) GROUP BY c.record_id"
    )
    await forget_removed(reverting, "revert_record", "record_id", kind.name)
    await reverting.analyze("revert_record")
    await reverting.run(_keep(_changed_since(kind)))
    for use in uses.of_created:
        await reverting.run(_keep(f"r.created AND {use}"))
    for use in uses.of_changed:
        await reverting.run(_keep(f"NOT r.created AND {use}"))
    if kind is LOCATIONS:
        await _keep_parents(reverting)
    await _restore(reverting, kind)
    await _delete(reverting, kind)
    counts = (
        await reverting.all("SELECT count(*) AS records, count(CASE WHEN kept THEN 1 END) AS kept FROM revert_record")
    )[0]
    rows = await reverting.kept_rows(_kept_rows(kind))
    await reverting.run("DROP TABLE revert_record")
    return (counts.records, counts.kept), rows


def _keep(condition: str) -> str:
    return (
        "UPDATE revert_record SET kept = true WHERE record_id IN ("
        f"SELECT r.record_id FROM revert_record r WHERE NOT r.kept AND {condition})"
    )


def _changed_since(kind: RecordKind) -> str:
    """After the import's own row of the record, by the numbers that the database gave: clocks differ."""
    return (
        "EXISTS (SELECT 1 FROM change_log c JOIN action_log a ON a.id = c.action_id"
        f" WHERE c.record_kind = '{kind.name}' AND c.record_id = r.record_id AND {IN_FORCE}"
        " AND c.id > r.change_id)"
    )


async def _keep_parents(reverting: Reverting) -> None:
    """From the leaves up: a place stays when one below it does."""
    stays = "SELECT 1 FROM location l LEFT JOIN revert_record c ON c.record_id = l.id WHERE l.parent_id = r.record_id"
    depths = await reverting.all("SELECT DISTINCT depth FROM revert_record WHERE created ORDER BY depth DESC")
    for row in depths:
        gone = "(c.record_id IS NULL OR NOT c.created OR c.kept)"
        await reverting.run(_keep(f"r.created AND r.depth = :depth AND EXISTS ({stays} AND {gone})"), depth=row.depth)


async def _restore(reverting: Reverting, kind: RecordKind) -> None:
    """Former values of what the import changed and nobody else since."""
    query = (
        select(ChangeLog.id)
        .where(ChangeLog.action_id == reverting.import_id, ChangeLog.record_kind == kind.name)
        .where(text("record_id IN (SELECT record_id FROM revert_record WHERE NOT kept AND NOT created)"))
        .order_by(ChangeLog.id)
    )
    session = reverting.work.session
    ids = (await session.scalars(query)).all()
    for start in range(0, len(ids), BATCH):
        reverting.tell(f"Putting former values back: {kind.plural}", start, len(ids))
        rows = await changes_of(session, ids[start : start + BATCH])
        await put_values(session, kind, [(row.record_id, row.old_values) for row in rows])
        changes = [(row.record_id, row.new_values, row.old_values) for row in rows]
        await record_changes(reverting.work, kind.name, changes)


async def _delete(reverting: Reverting, kind: RecordKind) -> None:
    """What the import made, the deepest first, so that no place is left without the one above it."""
    query = (
        "SELECT r.record_id FROM revert_record r"
        f" JOIN {kind.table.__tablename__} t ON t.id = r.record_id"
        " WHERE r.created AND NOT r.kept ORDER BY r.depth DESC, r.record_id"
    )
    ids = [row.record_id for row in await reverting.all(query)]
    for start in range(0, len(ids), BATCH):
        reverting.tell(f"Deleting what was created: {kind.plural}", start, len(ids))
        await delete_records(reverting.work, kind, ids[start : start + BATCH])


def _kept_rows(kind: RecordKind) -> str:
    table = kind.table.__tablename__
    log = f"change_log c WHERE c.record_kind = '{kind.name}' AND c.record_id = t.id AND c.id > r.change_id"
    touched = [f"SELECT c.action_id FROM {log}"]
    if kind is PARTIES:
        touched += [
            "SELECT o.action_id FROM sales_order o WHERE o.customer_id = t.id",
            "SELECT o.action_id FROM purchase_order o WHERE o.supplier_id = t.id",
            "SELECT p.action_id FROM product p WHERE p.supplier_id = t.id",
        ]
    else:
        touched += [
            "SELECT m.action_id FROM stock_move m WHERE t.id IN (m.from_location_id, m.to_location_id)",
            "SELECT o.action_id FROM sales_order o WHERE o.location_id = t.id",
            "SELECT o.action_id FROM purchase_order o WHERE o.location_id = t.id",
        ]
    return (
        f"SELECT t.{kind.label} AS record, a.actor AS actor, a.recorded_at AS at, a.id AS action_id"
        f" FROM revert_record r JOIN {table} t ON t.id = r.record_id LEFT JOIN action_log a ON a.id = ("
        f"SELECT a.id FROM action_log a WHERE {IN_FORCE} AND a.id IN ({' UNION '.join(touched)})"
        f" ORDER BY a.recorded_at DESC, a.id LIMIT 1) WHERE r.kept ORDER BY t.{kind.label} LIMIT :many"
    )
