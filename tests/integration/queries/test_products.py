"""Products: pages, searches and figures, the same on both engines."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from inventory_app.database.tables import Product
from inventory_app.queries.exported.products import exported_products
from inventory_app.queries.low_stock import low_stock_count
from inventory_app.queries.page import Order
from inventory_app.queries.products import (
    ProductFilter,
    categories,
    find_products,
    product_count,
    product_detail,
    product_page,
    uoms,
)


async def skus(ask: Any, **wanted: Any) -> list[str]:
    page = await ask(product_page, ProductFilter(**wanted))
    return [row.sku for row in page.rows]


@pytest.mark.usefixtures("kitchen")
async def test_a_row_has_master_data_and_totals_over_storage(ask: Any) -> None:
    page = await ask(product_page)
    row = page.rows[0]
    assert (row.sku, row.name, row.barcode) == ("00417", "Blue enamel mug 350 ml", "4006381333931")
    assert (row.category, row.supplier, row.uom) == ("Table", "Emaille Riess", "pcs")
    assert (row.price, row.cost) == (Decimal("4.9"), Decimal("2.1"))
    assert (row.on_hand, row.reserved, row.available) == (51, 0, 51)
    assert row.low, "SHOP has 9 and its point is 12"
    assert [one.sku for one in page.rows] == ["00417", "00418", "02200", "04106", "08003"]
    assert page.next_key is None


async def test_goods_on_the_way_are_not_in_the_total(kitchen: Any, ask: Any) -> None:
    await kitchen.move("00417", "MAIN", "TRANSIT", 2, reason="TRANSFER")
    assert (await ask(product_page)).rows[0].on_hand == 49


async def test_low_is_told_of_a_place_also_where_nothing_ever_was(kitchen: Any, ask: Any) -> None:
    assert await skus(ask, low_only=True) == ["00417", "02200", "04106"]
    assert await ask(low_stock_count) == 3
    await kitchen.move("04106", "SUPPLIER", "SHOP", 20)
    assert "04106" in await skus(ask, low_only=True), "what is elsewhere does not help"
    await kitchen.move("04106", "SUPPLIER", "MAIN", "8.000001")
    assert "04106" not in await skus(ask, low_only=True)


@pytest.mark.usefixtures("kitchen")
async def test_archived_products_are_apart(ask: Any) -> None:
    assert await skus(ask, archived=True) == ["99999"]
    assert len(await skus(ask, archived=None)) == 6


@pytest.mark.usefixtures("kitchen")
async def test_a_category_has_those_below_it(ask: Any) -> None:
    assert await skus(ask, category="Table") == ["00417", "00418", "08003"]
    assert await skus(ask, category="Table/Glass") == ["08003"]
    assert await skus(ask, supplier="Emaille Riess") == ["00417"]
    assert await ask(categories) == ("Kitchen", "Table", "Table/Glass")
    assert await ask(uoms) == ("pcs",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mug", ["00417", "00418"]),
        ("MUG", ["00417", "00418"]),
        ("mug 35", ["00417"]),
        ("ml mug", ["00417", "00418"]),
        ("enamel mu", ["00417", "00418"]),
        ("0041", ["00417", "00418"]),
        ("mu", ["00417", "00418"]),
        ("4006381333931", ["00417"]),
        ("4006381", ["00417", "00418"]),
        ("MUG-", ["00417"]),
        ("carafe glass", ["08003"]),
        ("zzz", []),
        ("%", []),
        ("___", []),
        ('mug" OR "', []),
        ("mug* NOT", []),
        ("\\", []),
        ("'", []),
        ("\0", ["00417", "00418", "02200", "04106", "08003"]),
        ("\ud800mug\0", ["00417", "00418"]),
        ("   ", ["00417", "00418", "02200", "04106", "08003"]),
    ],
)
@pytest.mark.usefixtures("kitchen")
async def test_search(ask: Any, text: str, found: list[str]) -> None:
    assert await skus(ask, search=text) == found


@pytest.mark.parametrize("text", ["ärger", "ÄRGER", "Är", "ÄR", "100%", "a_b"])
async def test_search_folds_letters_and_takes_wildcards_as_they_are(shop: Any, ask: Any, text: str) -> None:
    await shop.product("1", "Großer Ärger 100% a_b")
    await shop.product("2", "Grosser Arger 1000 axb")
    assert await skus(ask, search=text) == ["1"]


async def test_a_search_with_many_hits_gives_all_of_them_in_order(shop: Any, ask: Any) -> None:
    rows = [{"sku": f"S{n:05d}", "name": "common word", "action_id": uuid4()} for n in range(2_345)]
    await shop.put(Product, rows)
    seen, after = [], None
    while True:
        page = await ask(product_page, ProductFilter(search="common"), after=after, limit=700)
        seen += [row.sku for row in page.rows]
        if (after := page.next_key) is None:
            break
    assert seen == [row["sku"] for row in rows]
    assert (await ask(product_count, ProductFilter(search="common"))).value == 2_345


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    "column", ["sku", "name", "category", "supplier", "price", "cost", "on_hand", "reserved", "available"]
)
@pytest.mark.usefixtures("kitchen")
async def test_every_order_pages_through_all_rows_once(ask: Any, column: str, descending: bool) -> None:
    order = Order(column, descending)
    whole = (await ask(product_page, ProductFilter(archived=None), order=order)).rows
    seen, after = [], None
    while True:
        page = await ask(product_page, ProductFilter(archived=None), order=order, after=after, limit=1)
        seen += page.rows
        if (after := page.next_key) is None:
            break
    assert seen == list(whole)
    assert len(seen) == 6
    values = [getattr(row, column) for row in whole]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=descending)


@pytest.mark.usefixtures("kitchen")
async def test_only_declared_columns_sort(ask: Any) -> None:
    with pytest.raises(ValueError, match="cannot sort by"):
        await ask(product_page, order=Order("name; DROP TABLE product"))
    with pytest.raises(ValueError, match="another order"):
        await ask(product_page, after=("00417", 1))


async def test_absurd_quantities_are_added_exactly(kitchen: Any, ask: Any) -> None:
    for path in ("MAIN", "SHOP", "SHOP/Shelf A"):
        await kitchen.move("04106", "SUPPLIER", path, "8999999999999.000001")
    row = (await ask(product_page, ProductFilter(search="Cast iron"))).rows[0]
    assert row.on_hand == Decimal("26999999999997.000003")
    order = Order("on_hand", descending=True)
    assert (await ask(product_page, order=order)).rows[0].sku == "04106"


@pytest.mark.usefixtures("kitchen")
async def test_one_product_whole(ask: Any) -> None:
    detail = await ask(product_detail, "00417")
    assert [one.barcode for one in detail.barcodes] == ["4006381333931", "MUG-6"]
    assert detail.barcodes[0].factor == 1
    assert [(rule.location, rule.reorder_point) for rule in detail.reorder_rules] == [("SHOP", 12)]
    assert detail.product == (await ask(product_page)).rows[0]
    assert await ask(product_detail, "417") is None
    assert (await ask(product_detail, "99999")).archived_at is not None


async def test_a_picker_gets_the_exact_one_first(kitchen: Any, ask: Any) -> None:
    await kitchen.product("mug", "Zinc tub")
    await kitchen.product("mug-2", "Another tub")
    assert [row.sku for row in await ask(find_products, "mug")] == ["mug", "mug-2", "00417", "00418"]
    assert [row.sku for row in await ask(find_products, "MUG-6")] == ["00417"]
    assert [row.sku for row in await ask(find_products, "mug", limit=1)] == ["mug"]
    assert await ask(find_products, "  ") == ()


@pytest.mark.usefixtures("kitchen")
async def test_counting_and_exporting(database: Any, ask: Any) -> None:
    assert replace(await ask(product_count), exact=True).value == 5
    async with database.read() as session:
        exported = await session.scalars((await exported_products(session)).of(["sku"]).statement)
    assert exported.all() == ["00417", "00418", "02200", "04106", "08003", "99999"]
