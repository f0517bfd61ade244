"""Imports of orders and parties where the database is asked for the strictest isolation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from inventory_app.actions.undo import Undo
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from tests.support.imports import Importer, brief
from tests.support.shop import Shop


async def test_each_kind_under_serializable(postgresql_stockroom_url: str, tmp_path: Path) -> None:
    config = replace(DatabaseConfig.from_url(postgresql_stockroom_url), isolation="SERIALIZABLE")
    database = Database.open(config)
    importer, shop = Importer(database, tmp_path), Shop(database)
    try:
        await shop.product("A", on_hand="10", price=Decimal(2))
        for kind, text in (
            ("suppliers", "code,name\n1,Berger\n"),
            ("customers", "name\nBerger\nAnn\n"),
            ("locations", "path\nShop/Back\n"),
            ("sales-orders", "number,customer,sku,quantity\n1,Ann,A,2\n2,New,A,3\n"),
            ("purchase-orders", "number,supplier,location,sku,quantity\n1,Maker,Shop/Front,A,3\n"),
        ):
            outcome = await importer.kind(kind, text)
            assert outcome.outcome == "committed", outcome
            done = await shop.done(Undo(of=outcome.action_id))
            assert done.result["kept"] == 0
            await shop.done(Undo(of=done.action_id))
            await importer.assert_books_are_right()
        assert brief(await importer.kind("customers", "name\nNew\n")) == ("committed", 0, 0, 1, {})
    finally:
        await database.close()
