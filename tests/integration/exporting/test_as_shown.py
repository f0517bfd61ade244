"""A table as it is shown: its filter, its order and its columns go into the file, and nothing else."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.database import Database
from inventory_app.domain.errors import Refusal
from inventory_app.domain.orders import SalesOrderStatus
from inventory_app.exporting.export import export
from inventory_app.exporting.request import ExportRequest
from inventory_app.queries.activity import ActivityFilter
from inventory_app.queries.exported.moves import MoveFilter
from inventory_app.queries.orders import OrderFilter
from inventory_app.queries.page import Order
from inventory_app.queries.products import ProductFilter
from inventory_app.queries.stock import LevelFilter
from tests.support.shop import Shop


@pytest.fixture
async def shop(database: Database) -> Shop:
    shop = Shop(database)
    for number, name in enumerate(("Oak tray", "Blue mug", "Oak bowl", "Glass"), start=1):
        await shop.product(f"P{number}", str(number), name=name, category="Wood" if "Oak" in name else "Kitchen")
    for reference in ("first", "second"):
        line = OrderLine("P4", Decimal(1))
        await shop.done(PlaceOrder(location="MAIN", lines=(line,), customer="Ann", reference=reference))
    return shop


async def rows(shop: Shop, path: Path, request: ExportRequest) -> list[list[str]]:
    await export(shop.database, request)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


async def test_products_as_shown(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "shown.csv"
    request = ExportRequest(
        "products", output=str(path), raw=True, wanted=ProductFilter(search="oak", category="Wood"),
        order=Order("on_hand", descending=True), columns=("available", "name"),
    )  # fmt: skip
    assert await rows(shop, path, request) == [["available", "name"], ["3", "Oak bowl"], ["1", "Oak tray"]]


async def test_levels_moves_orders_and_activity_as_shown(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "shown.csv"

    async def shown(kind: str, wanted: object, columns: tuple[str, ...], order: Order | None = None) -> list[list[str]]:
        request = ExportRequest(kind, output=str(path), raw=True, wanted=wanted, order=order, columns=columns)
        return (await rows(shop, path, request))[1:]

    assert await shown("stock", LevelFilter(sku="P4"), ("sku", "reserved")) == [["P4", "2"]]
    assert await shown("moves", MoveFilter(sku="P2"), ("quantity", "kind")) == [["2", "adjustment"]]
    assert await shown("moves", MoveFilter(location="SUPPLIER"), ("id",)) == []
    newest_first = Order("placed_at", descending=True)
    placed = OrderFilter(statuses=(SalesOrderStatus.PLACED,))
    assert await shown("orders", placed, ("reference",), newest_first) == [["second"], ["first"]]
    assert await shown("orders", OrderFilter(text="FIRST"), ("customer",)) == [["Ann"]]
    assert await shown("sales-orders", placed, ("reference", "sku"), newest_first) == [
        ["second", "P4"],
        ["first", "P4"],
    ]
    assert await shown("sales-orders", OrderFilter(text="FIRST"), ("number", "quantity")) == [["SO-000001", "1"]]
    assert await shown("sales-orders", OrderFilter(location="SUPPLIER"), ("number",)) == []
    assert len(await shown("activity", ActivityFilter(kinds=("place_order",)), ("title",))) == 2


async def test_a_filter_with_hostile_words_stays_a_value(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "shown.csv"
    for words in ("'; DROP TABLE product; --", "%", "\\", "$1", "q\0z", "?", ":x"):
        request = ExportRequest("products", output=str(path), wanted=ProductFilter(search=words))
        assert len(await rows(shop, path, request)) == 1
    request = ExportRequest("products", output=str(path), wanted=ProductFilter(category="$1 ? :x '"))
    assert len(await rows(shop, path, request)) == 1


async def test_a_column_that_there_is_not(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="have no column “colour”; there are sku, name"):
        await export(shop.database, ExportRequest("products", output=str(tmp_path / "x"), columns=("sku", "colour")))
