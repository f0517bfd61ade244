"""The number of a deleted record is nobody else's ever after; old databases are brought there with all they hold."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.undo import Undo
from inventory_app.database import schema
from inventory_app.database.database import Database
from inventory_app.database.schema import HEAD_REVISION
from tests.integration.database.test_migrations import upgrade_to
from tests.support.databases import opened, sqlite_address
from tests.support.guards import GUARDS, triggers
from tests.support.imports import Importer
from tests.support.raw import another_program
from tests.support.shop import Shop

TABLES = ("party", "location", "product")


async def numbers(database: Database, table: str) -> set[int]:
    async with database.read() as session:
        return set(await session.scalars(text(f"SELECT id FROM {table}")))


async def taken_back(shop: Shop, action_id: UUID) -> UUID:
    return (await shop.done(Undo(of=action_id))).action_id


@pytest.mark.parametrize(
    ("table", "kind", "file"),
    [
        ("product", "products", "sku,name\n{0},{0}\n{0}2,{0}2\n"),
        ("party", "suppliers", "name\n{0}\n{0}2\n"),
        ("location", "locations", "path\n{0}\n{0}/2\n"),
    ],
)
async def test_a_number_is_never_used_twice(
    database: Database, tmp_path: Path, table: str, kind: str, file: str
) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    there = await numbers(database, table)
    outcome = await importer.kind(kind, file.format("A"))
    first = await numbers(database, table) - there
    await taken_back(shop, outcome.action_id)
    assert await numbers(database, table) == there
    await importer.kind(kind, file.format("B"))
    if table == "product":
        await shop.product("C")
    if table == "location":
        await shop.done(CreateLocation(code="C"))
    later = await numbers(database, table) - there
    assert len(first) == 2
    assert len(later) == (2 if table == "party" else 3)
    assert min(later) > max(first)


async def test_an_undo_never_changes_somebody_elses_product(database: Database, tmp_path: Path) -> None:
    importer, shop = Importer(database, tmp_path), Shop(database)
    made = await importer.products("sku,name,price\nA,Mug,5\n")
    priced = await importer.products("sku,price\nA,6\n")
    cheap = await taken_back(shop, priced.action_id)
    gone = await taken_back(shop, made.action_id)
    await shop.product("Z", price=Decimal(5))
    refused = await shop.refused(Undo(of=cheap), "later_changes")
    assert refused.message == "The product was removed since."
    assert (await importer.catalogue())["Z"]["price"] == 5
    await taken_back(shop, gone)
    await taken_back(shop, cheap)
    found = await importer.catalogue()
    assert (found["A"]["price"], found["Z"]["price"]) == (6, 5)


async def old_shop(path: Path) -> None:
    """A database as the program before made it, with rows that refer to one another and a deleted product."""
    url = sqlite_address(path)
    async with opened(url) as database:
        await upgrade_to(database, "0009")
        shop, importer = Shop(database), Importer(database, path.parent)
        await shop.product("KEPT", "10", barcodes=("K-1", "K-2"), supplier="Acme", category="Mugs", price=Decimal(3))
        await shop.done(EditProduct(sku="KEPT", changes={"name": "Tall mug"}))
        await shop.done(CreateLocation(code="BACK"))
        await shop.done(CreateLocation(code="SHELF", parent="BACK"))
        await importer.stock("sku,location,quantity,lot\nKEPT,BACK/SHELF,4,L1\n")
        await importer.kind("suppliers", "code,name,email\n7,Maker,m@x.org\n")
        made = await importer.products("sku,name,price\nA,Mug,5\n")
        changed = await importer.products("sku,price\nA,6\n")
        await taken_back(shop, changed.action_id)
        await taken_back(shop, made.action_id)


def _contents(path: Path) -> dict[str, list[Any]]:
    connection = sqlite3.connect(path)
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        ours = [name for name in names if not name.startswith(("sqlite_", "alembic_", "product_search"))]
        found = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in ours}
        # A later version has another index in place of this one.
        words = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type <> 'table' AND name NOT LIKE :replaced"
        found["indexes and triggers"] = sorted(
            map(repr, connection.execute(words, {"replaced": "ix_stock_level_location_id_%"}))
        )
        return found
    finally:
        connection.close()


async def test_an_old_database_keeps_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    await old_shop(path)
    before = _contents(path)
    async with opened(sqlite_address(path)) as database:
        await schema.prepare(database)
        assert await schema.current_revision(database) == HEAD_REVISION
        assert _contents(path) == before
        assert await triggers(database) == GUARDS["sqlite"]
        importer, shop = Importer(database, tmp_path), Shop(database)
        await importer.assert_books_are_right()
        async with database.read() as session:
            for pragma, wanted in (("foreign_keys", 1), ("legacy_alter_table", 0)):
                assert await session.scalar(text(f"PRAGMA {pragma}")) == wanted
            assert (await session.execute(text("PRAGMA foreign_key_check"))).all() == []
            assert await session.scalar(text("PRAGMA integrity_check")) == "ok"
            made = [
                await session.scalar(text("SELECT sql FROM sqlite_master WHERE name = :t"), {"t": t}) for t in TABLES
            ]
        assert all("AUTOINCREMENT" in str(words) for words in made)
        gone = 2  # the product that was deleted before the upgrade
        await shop.done(CreateProduct(sku="NEW", name="A new thing"))
        assert max(await numbers(database, "product")) > gone
        async with database.writing_connection() as connection, connection.begin():
            find = text("SELECT rowid FROM product_search WHERE product_search MATCH :words ORDER BY rowid")
            assert (await connection.scalars(find, {"words": '"tall mug"'})).all() == [1]
            assert (await connection.scalars(find, {"words": '"new thing"'})).all() == [3]
            check = "INSERT INTO product_search (product_search, rank) VALUES ('integrity-check', 1)"
            await connection.execute(text(check))


async def test_a_reference_to_nothing_is_refused_after_the_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    await old_shop(path)
    async with opened(sqlite_address(path)) as database:
        await schema.prepare(database)
        async with database.writing_connection() as connection:
            for table, row in (
                ("product_barcode (product_id, barcode)", "99, 'X'"),
                ("location (path, code, parent_id)", "'P', 'P', 99"),
            ):
                with pytest.raises(Exception, match="FOREIGN KEY"):
                    async with connection.begin():
                        await connection.execute(text(f"INSERT INTO {table} VALUES ({row})"))
            for deleted in ("product WHERE sku = 'KEPT'", "party WHERE name = 'Acme'", "location WHERE code = 'BACK'"):
                with pytest.raises(Exception, match="FOREIGN KEY"):
                    async with connection.begin():
                        await connection.execute(text(f"DELETE FROM {deleted}"))


async def test_rows_that_refer_to_nothing_already_do_not_stop_the_upgrade(tmp_path: Path) -> None:
    """Another program left them, one that does not switch foreign keys on."""
    path = tmp_path / "old.db"
    await old_shop(path)
    url = sqlite_address(path)
    async with another_program(url) as other:
        await other.run("INSERT INTO product_barcode (product_id, barcode) VALUES (99, 'LOST')")
    async with opened(url) as database:
        await schema.prepare(database)
        assert await schema.current_revision(database) == HEAD_REVISION


async def test_a_table_that_was_changed_by_hand_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    await old_shop(path)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE party_anew (id INTEGER)")
    connection.close()
    before = _contents(path)
    async with opened(sqlite_address(path)) as database:
        with pytest.raises(Exception, match="party_anew"):
            await schema.prepare(database)
        assert await schema.current_revision(database) == "0009"
        async with database.read() as session:
            assert await session.scalar(text("PRAGMA foreign_keys")) == 1
    assert _contents(path) == before
