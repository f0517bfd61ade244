"""Whatever program writes: what was done stays done, and no level becomes what it must never be (rule 11)."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from typing import TYPE_CHECKING

import asyncpg
import pytest
from sqlalchemy import update

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Committed
from inventory_app.database.tables import Location
from tests.support.trials import Trial, carry_out

if TYPE_CHECKING:
    from inventory_app.actions.action import Work
    from tests.support.raw import Raw
    from tests.support.shop import Shop

REFUSED = (sqlite3.IntegrityError, asyncpg.IntegrityConstraintViolationError, asyncpg.PostgresError)
APPEND_ONLY = ("stock_move", "action_log", "action_result", "change_log")
COLUMN = {"stock_move": "quantity", "action_log": "actor", "action_result": "summary", "change_log": "record_id"}


on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])
on_postgresql = pytest.mark.parametrize("engine_name", ["postgresql"])


async def all_rows(other: Raw, table: str) -> list[tuple[object, ...]]:
    return await other.rows(f"SELECT * FROM {table} ORDER BY id")


async def is_refused(other: Raw, statement: str, table: str, why: str = "") -> None:
    """The statement is refused, by the database and not by a slip of the test, and the rows are as they were."""
    before = await all_rows(other, table) if table in APPEND_ONLY else await other.rows(f"SELECT * FROM {table}")
    assert before
    with pytest.raises(REFUSED) as refused:
        await other.run(statement)
    assert "syntax" not in str(refused.value)
    assert "does not exist" not in str(refused.value)
    assert "no such" not in str(refused.value)
    if why:
        assert why in str(refused.value)
    after = await all_rows(other, table) if table in APPEND_ONLY else await other.rows(f"SELECT * FROM {table}")
    assert after == before


@pytest.mark.parametrize("where", ["", " WHERE 1 = 1", " WHERE id = (SELECT id FROM {table} LIMIT 1)"])
async def test_rows_cannot_be_changed(other: Raw, where: str) -> None:
    for table, column in COLUMN.items():
        statement = f"UPDATE {table} SET {column} = {column}" + where.format(table=table)
        await is_refused(other, statement, table, f"{table} is append-only")


@pytest.mark.parametrize("where", ["", " WHERE 1 = 1", " WHERE id = (SELECT id FROM {table} LIMIT 1)"])
async def test_rows_cannot_be_deleted(other: Raw, where: str) -> None:
    for table in APPEND_ONLY:
        statement = f"DELETE FROM {table}" + where.format(table=table)
        await is_refused(other, statement, table, f"{table} is append-only")


@on_sqlite
@pytest.mark.parametrize("conflict", ["REPLACE", "IGNORE", "FAIL", "ABORT", "ROLLBACK"])
async def test_sqlite_update_with_any_conflict_clause(other: Raw, conflict: str) -> None:
    for table in APPEND_ONLY:
        await is_refused(other, f"UPDATE OR {conflict} {table} SET id = id", table, "append-only")


@on_sqlite
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE"])
async def test_sqlite_insert_of_an_id_that_exists(other: Raw, verb: str) -> None:
    for table in APPEND_ONLY:
        await is_refused(other, f"{verb} INTO {table} SELECT * FROM {table}", table, f"{table} id exists")


NEW_ID = "'00000000000000000000000000000001'"


async def copy_of_a_row(other: Raw, table: str, row_number: str) -> str:
    """INSERT … of a row like one that is there, under a number of its own and, where ids are no numbers, a new id."""
    names = [str(row[0]) for row in await other.rows(f"SELECT name FROM pragma_table_info('{table}')")]
    values = {name: name for name in names} | ({"reverses": "NULL"} if "reverses" in names else {})
    if table.startswith("action_"):
        values["id"] = NEW_ID
    else:
        del values["id"]
    return (
        f"INTO {table} (rowid, {', '.join(values)}) SELECT {row_number}, {', '.join(values.values())}"
        f" FROM {table} ORDER BY rowid LIMIT 1"
    )


@on_sqlite
async def test_sqlite_replace_by_the_hidden_row_number(other: Raw) -> None:
    """A table with a key of its own has row numbers all the same, and REPLACE deletes whatever has the same one."""
    for table in APPEND_ONLY:
        await is_refused(other, f"INSERT OR REPLACE {await copy_of_a_row(other, table, 'rowid')}", table)


@on_sqlite
@pytest.mark.parametrize("number", ["-1", "0", "-9223372036854775808"])
async def test_sqlite_no_row_stands_in_the_way_of_the_next(other: Raw, shop: Shop, number: str) -> None:
    """Before a row has its number a trigger sees −1: a row of that number would make every later one look double."""
    for table in APPEND_ONLY:
        await is_refused(other, f"INSERT {await copy_of_a_row(other, table, number)}", table)
    await shop.product("B", "3")


@on_sqlite
async def test_sqlite_replace_by_another_key(other: Raw) -> None:
    """An action can be taken back once: a second row that reverses it would push the first one out."""
    statement = (
        "INSERT OR REPLACE INTO action_log (id, kind, fingerprint, actor, workstation, recorded_at, reverses)"
        f" SELECT {NEW_ID}, kind, fingerprint, actor, workstation, recorded_at, reverses"
        " FROM action_log WHERE reverses IS NOT NULL"
    )
    await is_refused(other, statement, "action_log")


@on_sqlite
async def test_sqlite_upsert(other: Raw) -> None:
    for table in APPEND_ONLY:
        for conflict in ("DO NOTHING", f"DO UPDATE SET {COLUMN[table]} = excluded.{COLUMN[table]}"):
            statement = f"INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT (id) {conflict}"
            await is_refused(other, statement, table)


@on_postgresql
async def test_postgresql_upsert(other: Raw) -> None:
    for table in APPEND_ONLY:
        update = f"DO UPDATE SET {COLUMN[table]} = excluded.{COLUMN[table]}"
        insert = f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id)"
        await is_refused(other, f"{insert} {update}", table, "append-only")
        before = await all_rows(other, table)
        await other.run(f"{insert} DO NOTHING")
        assert await all_rows(other, table) == before


@on_postgresql
async def test_postgresql_truncate(other: Raw) -> None:
    for table in APPEND_ONLY:
        for how in ("CASCADE", "RESTART IDENTITY CASCADE"):
            await is_refused(other, f"TRUNCATE {table} {how}", table, "append-only")
    for parent in ("product", "location", "reason_code", "lot"):
        await is_refused(other, f"TRUNCATE {parent} CASCADE", "stock_move", "append-only")


@on_postgresql
@pytest.mark.parametrize("then", ["DELETE", "UPDATE SET id = other.id"])
async def test_postgresql_merge(other: Raw, then: str) -> None:
    for table in APPEND_ONLY:
        source = f"USING (SELECT id FROM {table}) AS other ON {table}.id = other.id"
        await is_refused(other, f"MERGE INTO {table} {source} WHEN MATCHED THEN {then}", table, "append-only")


@on_postgresql
async def test_postgresql_as_a_replica(other: Raw) -> None:
    """A session that calls itself a replica passes ordinary triggers."""
    await other.run("SET session_replication_role = replica")
    for table in APPEND_ONLY:
        await is_refused(other, f"DELETE FROM {table}", table, "append-only")


# --- levels

LEVEL = "stock_level"
AT_MAIN = "location_id = (SELECT id FROM location WHERE path = 'MAIN')"
OF_A = "product_id = (SELECT id FROM product WHERE sku = 'A') AND lot_id = 0"
OF_S = "product_id = (SELECT id FROM product WHERE sku = 'S') AND lot_id <> 0"


async def test_a_level_cannot_become(other: Raw) -> None:
    plain, serial = f"WHERE {OF_A} AND {AT_MAIN}", f"WHERE {OF_S}"
    changes = {
        "below 0": f"on_hand = -1 {plain}",
        "more taken than there is": f"on_hand = on_hand - 11000000 {plain}",
        "more reserved than there is": f"reserved = 10000001 {plain}",
        "reserved below 0": f"reserved = -1 {plain}",
        "a serial of two": f"on_hand = 2000000 {serial}",
        "half a serial": f"on_hand = 500000 {serial}",
        "less than no serial": f"on_hand = -1000000 {serial}",
        "a flag that allows what the place does not": f"may_go_negative = true {plain}",
        "a serial that is called none": f"is_serial = false {serial}",
        "a serial that is called none, of two pieces": f"is_serial = false, on_hand = 2000000 {serial}",
    }
    for change in changes.values():
        await is_refused(other, f"UPDATE stock_level SET {change}", LEVEL)


def new_level(other: str, *, sku: str = "A", lot: str = "0", on_hand: int = 0, flags: str = "false, false") -> str:
    return (
        "INSERT INTO stock_level (product_id, location_id, lot_id, on_hand, reserved, may_go_negative, is_serial)"
        f" SELECT product.id, location.id, {lot}, {on_hand}, 0, {flags} FROM product, location"
        f" WHERE sku = '{sku}' AND path = '{other}'"
    )


SERIAL = "(SELECT id FROM lot WHERE serial = '0042')"


async def test_a_level_cannot_be_made(other: Raw) -> None:
    made = {
        "with a flag that allows what the place does not": new_level("BACK", sku="S", on_hand=-1, flags="true, false"),
        "with a flag that forbids what the place allows": new_level("LOOSE", flags="false, false"),
        "of a serial at two places": new_level("BACK", sku="S", lot=SERIAL, on_hand=1_000_000, flags="false, true"),
        "of a serial that is called none": new_level("BACK", sku="S", lot=SERIAL, on_hand=1_000_000),
        "of a serial of two": new_level("BACK", sku="S", lot=SERIAL, on_hand=2_000_000, flags="false, true"),
        "of no lot that is called a serial": new_level("BACK", sku="S", flags="false, true"),
    }
    for statement in made.values():
        await is_refused(other, statement, LEVEL)


async def test_a_place_takes_its_levels_along(other: Raw, shop: Shop) -> None:
    """Policy and flags are one thing, also for a program that does not switch foreign keys on."""
    policy = "UPDATE location SET negative_stock = '{}', may_go_negative = {} WHERE path = '{}'"
    with pytest.raises(REFUSED):
        await other.run("UPDATE location SET negative_stock = 'allow' WHERE path = 'MAIN'")
    await other.run(policy.format("allow", "true", "MAIN"))
    flags = f"SELECT DISTINCT may_go_negative FROM stock_level WHERE {AT_MAIN}"
    assert [bool(row[0]) for row in await other.rows(flags)] == [True]
    await shop.done(AdjustStock(sku="A", location="MAIN", quantity=Decimal(-12), reason="LOSS"))
    # What is below zero cannot be declared to be blocked.
    await is_refused(other, policy.format("block", "false", "MAIN"), "location")
    await shop.done(AdjustStock(sku="A", location="MAIN", quantity=Decimal(2), reason="FOUND"))
    await other.run(policy.format("block", "false", "MAIN"))
    assert [bool(row[0]) for row in await other.rows(flags)] == [False]
    await shop.refused(AdjustStock(sku="A", location="MAIN", quantity=Decimal(-1), reason="LOSS"), "not_available")
    await shop.levels_and_ledger_agree()


async def test_an_action_takes_the_levels_of_a_place_along(shop: Shop, other: Raw) -> None:
    """The same with foreign keys on, where the engine's cascade does it."""

    async def allow(work: Work) -> None:
        await work.session.execute(
            update(Location).where(Location.path == "MAIN").values(negative_stock="allow", may_go_negative=True)
        )

    assert isinstance(await carry_out(shop.database, Trial(body=allow)), Committed)
    flags = f"SELECT DISTINCT may_go_negative FROM stock_level WHERE {AT_MAIN}"
    assert [bool(row[0]) for row in await other.rows(flags)] == [True]


@on_sqlite
async def test_sqlite_a_place_cannot_be_replaced_past_its_levels(other: Raw) -> None:
    await other.run("UPDATE location SET negative_stock = 'allow', may_go_negative = 1 WHERE path = 'MAIN'")
    await other.run(f"UPDATE stock_level SET on_hand = -1 WHERE {OF_A} AND {AT_MAIN}")
    statement = (
        "INSERT OR REPLACE INTO location (id, path, code, name, kind, negative_stock, may_go_negative)"
        " SELECT id, path, code, name, kind, 'block', 0 FROM location WHERE path = 'MAIN'"
    )
    with pytest.raises(sqlite3.IntegrityError):
        await other.run(statement)


async def test_moves_go_somewhere_and_are_more_than_nothing(other: Raw) -> None:
    names = "product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code, action_id"
    for change in ("quantity", "to_location_id"):
        worse = names.replace("quantity", "0") if change == "quantity" else names.replace(
            "to_location_id", "from_location_id"
        )  # fmt: skip
        statement = f"INSERT INTO stock_move ({names}) SELECT {worse} FROM stock_move LIMIT 1"
        await is_refused(other, statement, "stock_move")


async def test_a_raw_program_can_still_read_and_add(other: Raw, shop: Shop) -> None:
    """The guards are no wall: what is allowed goes through, and is what everybody sees."""
    await other.run("INSERT INTO party (name) VALUES ('made elsewhere')")
    assert (await other.rows("SELECT name FROM party"))[0][0] == "made elsewhere"
    await shop.product("C", "1")
    await shop.levels_and_ledger_agree()
