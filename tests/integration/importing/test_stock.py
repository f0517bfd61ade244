"""Stock from a file: receipts and counts by place, lot and serial number, the same on both engines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import Lot, StockMove
from inventory_app.domain.stock import NegativeStock
from inventory_app.importing.options import (
    BarcodeCheck,
    Blank,
    CurrencySign,
    InFileDuplicates,
    Missing,
    Mode,
    NegativeQuantity,
    OnExisting,
    Orders,
    StockMode,
)
from tests.support.imports import brief
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer

SKIP = Mode.SKIP
SET = StockMode.SET


async def test_repeated_keys_add_up_and_each_row_is_a_receipt(importer: Importer, shop: Shop) -> None:
    await shop.product("A", cost=Decimal("2.5"))
    outcome = await importer.stock(
        "sku,location,quantity,lot,unit_cost\nA,,1.5,,\nA,MAIN,2,,4\nA,SHOP/Back,3,L7,\nA,SHOP/Back,4,L7,\nA,,0,,\n"
    )
    assert brief(outcome) == ("committed", 2, 0, 0, {})
    assert dict(outcome.counts.warnings_by_reason) == {"tracking_raised": 1}
    assert await importer.levels() == {("A", "MAIN", "", ""): Decimal("3.5"), ("A", "SHOP/Back", "L7", ""): 7}
    async with importer.database.read() as session:
        moves = (await session.execute(select(StockMove.reason_code, StockMove.value).order_by(StockMove.id))).all()
    assert sorted((row.reason_code, row.value) for row in moves) == [
        ("RECEIPT", Decimal("3.75")),
        ("RECEIPT", Decimal("7.5")),
        ("RECEIPT", 8),
        ("RECEIPT", 10),
    ]


async def test_the_same_stock_again_is_refused_unless_asked_for(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    text = "sku,quantity\nA,2\n"
    first = await importer.stock(text)
    again = await importer.stock(text)
    assert brief(again) == ("refused", 0, 0, 0, {})
    assert again.counts.records == 0
    assert f"import {first.import_id}" in again.message
    assert (await importer.stock(text, dry_run=True)).outcome == "refused"
    assert (await importer.stock(text, mode=SKIP)).outcome == "refused"
    assert (await importer.stock(text, again=True)).outcome == "committed"
    assert await importer.levels() == {("A", "MAIN", "", ""): 4}
    assert (await importer.stock("sku,quantity\nA,3\n")).outcome == "committed"


SAME = {
    "marks": {"delimiter": ",", "quote": "'", "escape": "\\", "header_line": 1},
    "encoding": {"encoding": "cp1252", "barcode_check": BarcodeCheck.OFF},
    "numbers": {"decimal": ",", "thousands": ".", "currency_sign": CurrencySign.STRIP, "date_format": "DD.MM.YYYY"},
    "rules": {"missing": Missing.REJECT, "negative_quantity": NegativeQuantity.KEEP, "blank": Blank.CLEAR},
    "others": {"on_existing": OnExisting.SKIP, "in_file_duplicates": InFileDuplicates.LAST, "orders": Orders.SHIPPED},
}


@pytest.mark.parametrize("options", SAME.values(), ids=SAME)
async def test_options_that_change_nothing_do_not_make_it_another_import(
    importer: Importer, shop: Shop, options: dict[str, Any]
) -> None:
    await shop.product("A")
    text = "sku,quantity,location,lot\nA,5,MAIN,\nA,2,Shop,L1\n"
    assert (await importer.stock(text)).outcome == "committed"
    flags = ("quantity=#2", "sku=SKU", "location=location", "lot=lot")
    for more in ((), flags):
        again = await importer.stock(text, *more, location="Shop", **options)
        assert (again.outcome, "was imported already" in again.message) == ("refused", True)
    headless = await importer.stock(text, "quantity=#2", "sku=#1", "location=#3", "lot=#4", header_line=0, mode=SKIP)
    assert headless.outcome == "refused", "its header is one more row, and a bad one"
    assert await importer.levels() == {("A", "MAIN", "", ""): 5, ("A", "Shop", "L1", ""): 2}


async def test_what_makes_it_another_import(importer: Importer, shop: Shop) -> None:
    """Another place, other columns, numbers that are read otherwise, and stock that is set."""
    await shop.product("A")
    text = "sku,quantity,other\nA,1.500,1.500\n"
    assert (await importer.stock(text)).outcome == "committed"
    assert (await importer.stock(text, location="Shop")).outcome == "committed"
    assert (await importer.stock(text, "sku=sku", "quantity=other")).outcome == "committed"
    assert (await importer.stock(text, decimal=",", thousands=".")).outcome == "committed"
    assert await importer.levels() == {("A", "MAIN", "", ""): 1503, ("A", "Shop", "", ""): Decimal("1.5")}
    assert (await importer.stock(text, stock_mode=StockMode.SET)).outcome == "committed"
    assert (await importer.levels())["A", "MAIN", "", ""] == Decimal("1.5")


async def test_a_reverted_import_may_be_repeated(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    text = "sku,quantity,lot\nA,2,L1\n"
    first = await importer.stock(text)
    reverted = await shop.done(Undo(of=first.action_id))
    await importer.assert_books_are_right()
    assert await importer.levels() == {("A", "MAIN", "L1", ""): 0}
    await shop.done(Undo(of=reverted.action_id))
    assert await importer.levels() == {("A", "MAIN", "L1", ""): 2}
    assert (await importer.stock(text)).outcome == "refused"


async def test_what_only_the_database_knows(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    outcome = await importer.stock(
        "sku,location,quantity\nNONE,MAIN,1\nA,SUPPLIER,1\nA,NEW,1\nNONE,NEW,x\nA,MAIN,\nA,/bad,2\n",
        mode=SKIP,
        missing=Missing.REJECT,
    )
    reasons = {"quantity_invalid": 2, "sku_unknown": 1, "unknown_location": 3}
    assert brief(outcome) == ("committed", 0, 0, 0, reasons)
    codes = [(one.record, one.code) for one in outcome.problems]
    assert codes == [
        (1, "sku_unknown"),
        (2, "unknown_location"),
        (3, "unknown_location"),
        (4, "quantity_invalid"),
        (4, "sku_unknown"),
        (5, "quantity_invalid"),
        (6, "unknown_location"),
    ]


async def test_set_posts_the_difference_and_the_last_row_of_a_level_counts(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="10", cost=Decimal(2))
    await shop.product("B", on_hand="4")
    await shop.product("C", on_hand="3")
    outcome = await importer.stock(
        "sku,quantity,location\nA,7,MAIN\nB,4,MAIN\nC,9,MAIN\nC,0,MAIN\nA,2,SHOP\nA,0,NOWHERE\n", stock_mode=SET
    )
    assert brief(outcome) == ("committed", 1, 2, 1, {})
    assert await importer.levels() == {
        ("A", "MAIN", "", ""): 7,
        ("B", "MAIN", "", ""): 4,
        ("C", "MAIN", "", ""): 0,
        ("A", "SHOP", "", ""): 2,
    }
    async with importer.database.read() as session:
        query = select(StockMove.quantity, StockMove.value).where(StockMove.action_id == outcome.action_id)
        moves = {(row.quantity, row.value) for row in await session.execute(query)}
    assert moves == {(3, 6), (3, None), (2, 4)}


async def test_set_to_5_and_then_to_0_where_nothing_was(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    outcome = await importer.stock("sku,quantity\nA,5\nA,0\n", stock_mode=SET)
    assert brief(outcome)[:4] == ("committed", 1, 0, 0)
    assert await importer.levels() == {("A", "MAIN", "", ""): 0}


async def test_set_does_not_take_what_is_reserved(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="10")
    await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("A", Decimal(6)),)))
    outcome = await importer.stock("sku,quantity\nA,5\nA,6\n", stock_mode=SET, mode=SKIP)
    assert brief(outcome) == ("committed", 0, 1, 0, {"below_reserved": 1})
    assert await shop.level("A") == (6, 6)


async def test_serial_numbers_are_in_one_place(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    await shop.product("B")
    text = "sku,location,quantity,serial,lot\n"
    outcome = await importer.stock(
        f"{text}A,MAIN,1,S1,L1\nA,SHOP,1,S1,\nB,SHOP,1,S1,\nA,MAIN,2,S2,\nA,MAIN,0,S3,\nA,MAIN,1,S4,L1\nA,SHOP,0,S4,L2\n",
        mode=SKIP,
    )
    assert brief(outcome) == ("committed", 3, 0, 0, {"serial_quantity": 1, "serial_duplicate": 2})
    levels = {("A", "MAIN", "L1", "S1"): 1, ("A", "MAIN", "L1", "S4"): 1, ("B", "SHOP", "", "S1"): 1}
    assert await importer.levels() == levels
    more = await importer.stock(f"{text}A,MAIN,1,S1,\nA,SHOP,1,S4,\n", mode=SKIP)
    assert brief(more) == ("committed", 0, 0, 0, {"serial_duplicate": 2})
    moved = await importer.stock(f"{text}A,MAIN,0,S1,\nA,SHOP,1,S1,\nA,SHOP,1,S4,\n", mode=SKIP, stock_mode=SET)
    assert brief(moved) == ("committed", 1, 1, 0, {"serial_duplicate": 1})
    levels |= {("A", "MAIN", "L1", "S1"): 0, ("A", "SHOP", "L1", "S1"): 1}
    assert await importer.levels() == levels
    assert (await importer.catalogue())["A"]["tracking"] == "serial"


async def test_lots_keep_their_date(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    text = "sku,quantity,lot,expires_on\nA,1,L1,\nA,2,L1,31.12.2026\nA,3,L2,29.02.2027\n"
    outcome = await importer.stock(text, mode=SKIP, date_format="DD.MM.YYYY")
    assert brief(outcome) == ("committed", 1, 0, 0, {"date_invalid": 1})
    async with importer.database.read() as session:
        dates = (await session.scalars(select(Lot.expires_on).where(Lot.id != 0))).all()
    assert [str(one) for one in dates] == ["2026-12-31"]


async def test_tracking_is_raised_once_and_taken_back(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    outcome = await importer.stock("sku,quantity,lot,serial\nA,1,L1,\nA,1,L2,\nA,1,,S1\nA,1,L3,\n")
    assert dict(outcome.counts.warnings_by_reason) == {"tracking_raised": 2}
    assert [one.record for one in outcome.problems] == [1, 3]
    await shop.done(Undo(of=outcome.action_id))
    assert (await importer.catalogue())["A"]["tracking"] == "none"


async def test_negative_quantities_only_where_the_policy_allows(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="3")
    await shop.done(CreateLocation(code="ALLOW", negative_stock=NegativeStock.ALLOW))
    text = "sku,location,quantity\nA,ALLOW,-2\nA,MAIN,-1\nA,ALLOW,5\n"
    plain = await importer.stock(text, mode=SKIP, dry_run=True)
    assert dict(plain.counts.rejected_by_reason) == {"quantity_negative": 2}
    kept = await importer.stock(text, mode=SKIP, negative_quantity=NegativeQuantity.KEEP)
    assert brief(kept) == ("committed", 1, 0, 0, {"quantity_negative": 1})
    assert await shop.level("A", "ALLOW") == (3, 0)


async def test_one_row_for_several_places(importer: Importer, shop: Shop) -> None:
    await shop.product("A")
    flags = ("sku=sku", "quantity@MAIN=m", "quantity@SHOP=s")
    outcome = await importer.stock("sku,m,s\nA,1,2\nA,,x\n", *flags, mode=SKIP)
    assert brief(outcome) == ("committed", 2, 0, 0, {"quantity_invalid": 1})
    assert await importer.levels() == {("A", "MAIN", "", ""): 1, ("A", "SHOP", "", ""): 2}


@pytest.mark.parametrize("mode", list(StockMode))
async def test_more_than_a_quantity_may_be_is_refused(importer: Importer, shop: Shop, mode: StockMode) -> None:
    await shop.product("A")
    most = "8999999999999.999999"
    outcome = await importer.stock(f"sku,quantity\nA,{most}\nA,{most}\n", stock_mode=mode)
    assert outcome.outcome == ("refused" if mode is StockMode.ADD else "committed")
    assert (outcome.outcome == "committed") or "more at MAIN than a quantity may be" in outcome.message
