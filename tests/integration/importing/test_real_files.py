"""Files that others have made, with what an independent count says of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from inventory_app.actions.undo import Undo
from inventory_app.importing.options import Mode
from tests.support.imports import brief
from tests.support.real_files import DATA, read_json, read_rows
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer


async def test_parts_and_then_their_stock(importer: Importer, shop: Shop) -> None:
    expected = read_json("inventree/expected.json")
    parts = DATA / "inventree" / "parts.csv"
    done = await importer.file(parts)
    assert brief(done) == ("committed", expected["parts"]["accepted"], 0, 0, {})
    found = await importer.catalogue()
    assert len({one["category"] for one in found.values() if one["category"]}) == expected["parts"]["distinct_category"]
    assert brief(await importer.file(parts)) == ("committed", 0, 0, 414, {})

    stock = DATA / "inventree" / "stock_in_stock.csv"
    received = await importer.file(stock, kind="stock")
    assert (received.counts.records, received.counts.accepted) == (expected["rows_in_stock"], expected["rows_in_stock"])
    on_hand: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for (sku, location, _, _), quantity in (await importer.levels()).items():
        on_hand[sku, location] += quantity
    want = {
        (row["sku"], row["location"]): Decimal(row["quantity"]) for row in read_rows("inventree/expected_on_hand.csv")
    }
    assert dict(on_hand) == want

    await shop.done(Undo(of=received.action_id))
    await importer.assert_books_are_right()
    assert set((await importer.levels()).values()) == {Decimal(0)}
    assert {one["tracking"] for one in (await importer.catalogue()).values()} == {"none"}
    await shop.done(Undo(of=done.action_id))
    assert all(one["archived"] for one in (await importer.catalogue()).values())


async def test_a_day_of_sales_as_products(importer: Importer) -> None:
    expected = read_json("online-retail/expected_raw_as_products.json")
    flags = [f"{field}={column}" for field, column in expected["mapping"].items()]
    path = DATA / "online-retail" / "2010-12-01.csv"
    outcome = await importer.file(path, *flags, mode=Mode.SKIP)
    assert brief(outcome) == ("committed", expected["accepted"], 0, 0, expected["rejected_by_reason"])
    prices = [one["price"] for one in (await importer.catalogue()).values() if one["price"] is not None]
    assert (len(prices), sum(prices)) == (expected["price_set"], Decimal(expected["sum_price"]))
    assert (min(prices), max(prices)) == (Decimal(expected["min_price"]), Decimal(expected["max_price"]))


async def test_hostile_names_and_prices(importer: Importer) -> None:
    expected = read_json("naughty/expected.json")
    outcome = await importer.file(DATA / "naughty" / "naughty_products.csv", mode=Mode.SKIP)
    assert brief(outcome) == ("committed", 513, 0, 0, expected["naughty"]["rejected_by_reason"])
    found = await importer.catalogue()
    names = {row["sku"]: row["name"].strip() for row in read_rows("naughty/naughty_products.csv")}
    assert {sku: one["name"] for sku, one in found.items()} == {sku: name for sku, name in names.items() if name}
    assert sum((await importer.levels()).values()) == expected["naughty"]["sum_quantity"]
    prices = await importer.file(DATA / "naughty" / "naughty_prices.csv", mode=Mode.SKIP)
    assert brief(prices) == ("committed", 13, 0, 0, expected["prices"]["rejected_by_reason"])
    assert Counter(one.code for one in prices.problems) == Counter(expected["prices"]["rejected_by_reason"])
