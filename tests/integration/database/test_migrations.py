"""Tables are made and brought up to date the same way on both engines, once, and never where they do not belong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.migrations.runner import alembic_config
from inventory_app.database.schema import HEAD_REVISION, SchemaState
from inventory_app.database.tables import Base
from inventory_app.domain.errors import Refusal
from tests.support.databases import opened
from tests.support.guards import GUARDS, triggers
from tests.support.raw import another_program

if TYPE_CHECKING:
    pass

# Indexes that the mapping does not know: the engines differ in them.
_BY_HAND = ("ix_product_search", "ix_product_name_id")
REVISIONS = [script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()][::-1]


async def upgrade_to(database: Database, revision: str) -> None:
    """Run the migrations up to one revision."""

    def run(connection: Connection) -> None:
        config = alembic_config()
        config.attributes["connection"] = connection
        with connection.begin():
            command.upgrade(config, revision)

    async with database.writing_connection() as connection:
        await connection.run_sync(run)


async def tables(database: Database) -> set[str]:
    async with database.engine.connect() as connection:
        return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


# --- one way from nothing to now


def test_there_is_one_head_and_it_is_the_one_that_the_program_needs() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [HEAD_REVISION]
    assert REVISIONS[-1] == HEAD_REVISION
    assert sorted(REVISIONS) == REVISIONS


async def test_from_nothing(empty: Database) -> None:
    assert await schema.state(empty) is SchemaState.EMPTY
    assert await schema.current_revision(empty) is None
    await schema.prepare(empty)
    assert await schema.state(empty) is SchemaState.CURRENT
    assert await schema.current_revision(empty) == HEAD_REVISION
    assert await triggers(empty) == GUARDS[empty.dialect.name]
    await schema.prepare(empty)  # once more finds nothing to do
    await schema.upgrade(empty)
    assert await triggers(empty) == GUARDS[empty.dialect.name]


async def test_step_by_step(empty: Database) -> None:
    """Each revision by itself, with the program's verdict on the way; the guards are all there at the end."""
    for revision in REVISIONS:
        await upgrade_to(empty, revision)
        assert await schema.current_revision(empty) == revision
        expected = SchemaState.CURRENT if revision == HEAD_REVISION else SchemaState.OLDER
        assert await schema.state(empty) is expected
    assert await triggers(empty) == GUARDS[empty.dialect.name]


@pytest.mark.parametrize("revision", REVISIONS[:-1])
async def test_from_each_older_revision(empty: Database, revision: str) -> None:
    await upgrade_to(empty, revision)
    with pytest.raises(Refusal) as refused:
        await schema.prepare(empty, migrate=False)
    assert refused.value.code == "schema_older"
    assert "database migrate" in refused.value.message
    await schema.prepare(empty)
    assert await schema.state(empty) is SchemaState.CURRENT
    assert await triggers(empty) == GUARDS[empty.dialect.name]


async def test_the_tables_are_those_of_the_mapping(database: Database) -> None:
    """What the migrations made and what the program believes are the same, names of constraints included."""

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": _is_ours})
        found: list[Any] = compare_metadata(context, Base.metadata)
        return found

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


def _is_ours(_thing: object, name: str | None, kind: str, _reflected: bool, _compared: object) -> bool:
    by_hand = name is not None and name.startswith(("product_search", *_BY_HAND))
    return not (by_hand and kind in ("table", "index"))


async def test_constraints_are_those_of_the_mapping(database: Database, database_url: str, tmp_path: Path) -> None:
    """Alembic does not compare CHECKs, actions of foreign keys, nor indexes with a WHERE: the engine's words do."""
    if database.dialect.name == "sqlite":  # the two fixtures give the same file
        database_url = f"sqlite+aiosqlite:///{tmp_path / 'made.db'}"
    made = Database.open(DatabaseConfig.from_url(database_url))
    try:
        async with made.engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        assert await definitions(database) == await definitions(made)
    finally:
        await made.close()


async def definitions(database: Database) -> dict[str, set[tuple[str, str]]]:
    """Every constraint and index by its table, as the engine writes it."""

    def look(connection: Connection) -> dict[str, set[tuple[str, str]]]:
        found: dict[str, set[tuple[str, str]]] = {}
        inspector = inspect(connection)
        for table in Base.metadata.tables:
            things: list[Any] = [
                *inspector.get_check_constraints(table),
                *inspector.get_foreign_keys(table),
                *inspector.get_unique_constraints(table),
                *(one for one in inspector.get_indexes(table) if one["name"] not in _BY_HAND),
                *({**one, "type": str(one["type"])} for one in inspector.get_columns(table)),
                inspector.get_pk_constraint(table),
            ]
            # The words of these two defaults are the server's own, set by hand.
            found[table] = {
                (str(one["name"]), str(sorted((key, _words(value)) for key, value in one.items())))
                for one in things
                if one["name"] not in ("transaction_id", "database_user")
            }
        return found

    async with database.engine.connect() as connection:
        return await connection.run_sync(look)


def _words(value: Any) -> str:
    """A WHERE of an index is an object without words of its own."""
    if isinstance(value, dict):
        return str(sorted((key, _words(inner)) for key, inner in value.items()))
    return str(value)


async def test_the_first_rows_are_there(database: Database) -> None:
    async with database.read() as session:
        places = (await session.execute(text("SELECT path, kind FROM location ORDER BY id"))).all()
        reasons = set(await session.scalars(text("SELECT code FROM reason_code WHERE for_adjustment")))
        lots = (await session.execute(text("SELECT id, product_id, lot_number, serial FROM lot"))).all()
        units = (await session.execute(text("SELECT id, code FROM uom"))).all()
    assert [tuple(place) for place in places] == [
        ("MAIN", "storage"), ("SUPPLIER", "supplier"), ("CUSTOMER", "customer"), ("ADJUSTMENT", "adjustment"),
        ("TRANSIT", "transit"),
    ]  # fmt: skip
    assert reasons == {"COUNT", "DAMAGE", "LOSS", "FOUND", "EXPIRED", "OPENING"}
    assert [tuple(lot) for lot in lots] == [(0, None, "", "")]
    assert [tuple(unit) for unit in units] == [(1, "pcs")]


async def test_the_next_rows_get_numbers_of_their_own(database: Database, stockroom_url: str) -> None:
    """The rows that a migration writes with a number of their choice do not get into the way of later ones."""
    async with another_program(stockroom_url) as other:
        await other.run("INSERT INTO uom (code) VALUES ('kg')")
        await other.run("INSERT INTO location (path, code) VALUES ('X', 'X')")
        assert (await other.rows("SELECT id FROM uom WHERE code = 'kg'"))[0][0] == 2
    assert database


# --- where it does not belong


async def test_tables_of_another_program_are_refused(empty: Database, database_url: str) -> None:
    async with another_program(database_url) as other:
        await other.run("CREATE TABLE their_orders (id INTEGER)")
        await other.run("INSERT INTO their_orders VALUES (1)")
    assert await schema.state(empty) is SchemaState.FOREIGN
    with pytest.raises(Refusal) as refused:
        await schema.prepare(empty)
    assert refused.value.code == "schema_foreign"
    assert await tables(empty) == {"their_orders"}


@pytest.mark.parametrize("revision", ["0001", HEAD_REVISION, "a1b2c3d4e5f6"])
async def test_another_program_that_uses_alembic_too_is_refused(
    empty: Database, database_url: str, revision: str
) -> None:
    """Even when its revision has the name of one of ours."""
    async with another_program(database_url) as other:
        await other.run("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        await other.run(f"INSERT INTO alembic_version VALUES ('{revision}')")
        await other.run("CREATE TABLE their_orders (id INTEGER)")
    assert await schema.state(empty) is SchemaState.FOREIGN
    with pytest.raises(Refusal) as refused:
        await schema.prepare(empty)
    assert refused.value.code == "schema_foreign"
    assert await tables(empty) == {"alembic_version", "their_orders"}


async def test_a_newer_database_is_refused(database: Database, stockroom_url: str) -> None:
    async with another_program(stockroom_url) as other:
        await other.run("UPDATE alembic_version SET version_num = '9999'")
    assert await schema.state(database) is SchemaState.NEWER
    for migrate in (True, False):
        with pytest.raises(Refusal) as refused:
            await schema.prepare(database, migrate=migrate)
        assert refused.value.code == "schema_newer"
        assert "update the program" in refused.value.message


async def test_without_leave_nothing_is_made(empty: Database) -> None:
    with pytest.raises(Refusal) as refused:
        await schema.prepare(empty, migrate=False)
    assert refused.value.code == "schema_older"
    assert await tables(empty) == set()


async def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir or Madam, " * 100)
    async with opened(f"sqlite+aiosqlite:///{path}") as database:
        with pytest.raises(Exception, match="file is not a database"):
            await schema.prepare(database)
    assert path.read_text() == "Dear Sir or Madam, " * 100


async def test_a_migration_that_fails_leaves_nothing(empty: Database, database_url: str) -> None:
    """All migrations are one transaction, the making of tables included."""
    async with another_program(database_url) as other:
        await other.run("CREATE VIEW stock_move AS SELECT 1 AS id")  # stands in the way of revision 0003
    assert await schema.state(empty) is SchemaState.EMPTY
    with pytest.raises(Exception, match="stock_move"):
        await schema.prepare(empty)
    assert await tables(empty) == set()
    assert await triggers(empty) == set()
    assert await schema.state(empty) is SchemaState.EMPTY
