"""Exports of every kind on both engines: columns, exact values, guard, files that are complete or absent."""

from __future__ import annotations

import csv
import io
import json
import stat
from decimal import Decimal
from pathlib import Path

import pytest

from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.database import Database
from inventory_app.domain.errors import Refusal
from inventory_app.exporting.export import export
from inventory_app.exporting.guard import MARK
from inventory_app.exporting.request import ExportRequest
from tests.support.shop import Shop


@pytest.fixture
async def shop(database: Database) -> Shop:
    shop = Shop(database)
    await shop.product("00417", "12.5", name="=cmd()", price=Decimal("4.9"), cost=Decimal("1.2345"), category="Mugs")
    await shop.product("'x", "0", name="Plain, with “quotes” and\nlines", description="-long")
    await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("00417", Decimal("0.5")),), customer="Café"))
    return shop


async def exported(database: Database, kind: str, path: Path, *, raw: bool = False) -> list[dict[str, str]]:
    count = await export(database, ExportRequest(kind, output=str(path), raw=raw))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == count
    return rows


async def test_products_come_back_as_they_are(shop: Shop, tmp_path: Path) -> None:
    first, second = await exported(shop.database, "products", tmp_path / "p.csv")  # an apostrophe sorts before 0
    assert (second["sku"], second["name"]) == ("00417", "'=cmd()")
    assert (second["price"], second["cost"], second["category"]) == ("4.90", "1.2345", "Mugs")
    assert (second["on_hand"], second["reserved"], second["available"]) == ("12.5", "0.5", "12")
    assert (first["sku"], first["name"], first["description"]) == ("'x", "Plain, with “quotes” and\nlines", "'-long")
    raw = await exported(shop.database, "products", tmp_path / "raw.csv", raw=True)
    assert {row["name"] for row in raw} >= {"=cmd()"}


@pytest.mark.parametrize("kind", ["products", "stock", "moves", "orders", "sales-orders", "activity"])
async def test_every_kind_in_every_format(shop: Shop, kind: str, tmp_path: Path) -> None:
    rows = await exported(shop.database, kind, tmp_path / "e.csv")
    pipe = io.BytesIO()
    await export(shop.database, ExportRequest(kind, "jsonl"), pipe=pipe)
    objects = [json.loads(line) for line in pipe.getvalue().decode().splitlines()]
    assert rows
    assert len(objects) == len(rows)
    assert list(rows[0]) == [*objects[0], MARK]


async def test_numbers_are_never_guarded(shop: Shop, tmp_path: Path) -> None:
    rows = await exported(shop.database, "moves", tmp_path / "m.csv")
    assert {row["quantity"] for row in rows} == {"12.5"}


async def test_a_file_is_private_and_complete_or_absent(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    await exported(shop.database, "products", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()

    def broken(rows: int) -> None:
        raise RuntimeError(f"after {rows}")

    with pytest.raises(RuntimeError, match="after 2"):
        await export(shop.database, ExportRequest("products", output=str(path)), report=broken)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".partial")] == []


async def test_words_that_are_not_known(shop: Shop) -> None:
    for request in (ExportRequest("colours"), ExportRequest("products", "pdf")):
        with pytest.raises(Refusal, match=r"known are|is not one of"):
            await export(shop.database, request, pipe=io.BytesIO())


async def test_a_folder_that_is_not_there_is_told(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be written"):
        await export(shop.database, ExportRequest("products", output=str(tmp_path / "no" / "p.csv")))


async def test_an_export_never_replaces_the_database(database: Database, tmp_path: Path) -> None:
    """The window says it as the command line does."""
    link = tmp_path / "link.csv"
    outputs = [*database.config.files[:1], str(tmp_path), str(link)]
    link.symlink_to(outputs[0])
    for output in outputs:
        with pytest.raises(Refusal, match=r"the database itself|is a folder"):
            await export(database, ExportRequest("products", output=output))
    assert link.exists()
