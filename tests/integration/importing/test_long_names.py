"""Names as long as they may be, of characters that take three bytes and do not pack: one verdict on both engines."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

from inventory_app.actions.action import Action
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.domain.texts import KEY_BYTES, LOT_BYTES
from inventory_app.importing.options import Mode
from inventory_app.queries.page import Order
from inventory_app.queries.products import product_page
from tests.support.imports import Importer, brief
from tests.support.shop import Shop

_CHANCE = random.Random(20)  # noqa: S311 - the same names each time
SKIP = Mode.SKIP


def wide(characters: int) -> str:
    """So many characters of three bytes each."""
    return "".join(chr(_CHANCE.randrange(0x4E00, 0x9FA5)) for _ in range(characters))


FITS, TOO_WIDE = KEY_BYTES // 3, KEY_BYTES // 3 + 1
LOT_FITS, LOT_TOO_WIDE = LOT_BYTES // 3, LOT_BYTES // 3 + 1


async def test_a_product_may_have_a_name_of_a_thousand_characters(importer: Importer, shop: Shop) -> None:
    names = sorted(wide(1_000) for _ in range(5))
    rows = "".join(f"S{number},{name}\n" for number, name in enumerate(names))
    assert brief(await importer.products(f"sku,name\n{rows}")) == ("committed", 5, 0, 0, {})
    await shop.done(CreateProduct(sku="S9", name=chr(0x9FFF) * 1_000))
    order, found, after = Order("name"), list[str](), None
    for _ in range(3):
        async with shop.database.read() as session:
            page = await product_page(session, order=order, after=after, limit=2)
        found += [row.name for row in page.rows]
        after = page.next_key
    assert found == [*names, chr(0x9FFF) * 1_000]
    assert after is None
    assert brief(await importer.products("sku,name\nS0," + "x" * 1_001 + "\n", mode=SKIP))[4] == {"too_long": 1}


async def test_what_is_found_by_its_text_has_a_limit_in_bytes(importer: Importer) -> None:
    for field in ("category", "supplier", "uom"):
        text = f"sku,name,{field}\n{field}1,N,{wide(FITS)}\n{field}2,N,{wide(TOO_WIDE)}\n{field}3,N,{'x' * 1_000}\n"
        assert brief(await importer.products(text, mode=SKIP)) == ("committed", 2, 0, 0, {"too_long": 1})
    text = f"name\n{wide(FITS)}\n{wide(TOO_WIDE)}\n"
    assert brief(await importer.kind("customers", text, mode=SKIP)) == ("committed", 1, 0, 0, {"too_long": 1})
    text = f"reference,supplier,sku,quantity\n{wide(FITS)},B,uom1,1\n{wide(TOO_WIDE)},B,uom1,1\n"
    rules = ("committed", 1, 0, 0, {"too_long": 1})
    assert brief(await importer.kind("purchase-orders", text, mode=SKIP)) == rules


async def test_paths_and_lots_have_one_too(importer: Importer, shop: Shop) -> None:
    code, half = wide(FITS), wide(FITS // 2)
    text = f"path,parent\n{code},\n{wide(TOO_WIDE)},\n{half},{half}\n{half}x,{half}xx\n{wide(FITS)},{half}\n"
    outcome = await importer.kind("locations", text, mode=SKIP)
    assert (outcome.outcome, dict(outcome.counts.rejected_by_reason)) == ("committed", {"too_long": 3})
    assert {code, half, f"{half}/{half}"} <= set(await importer.locations())
    await shop.product("A")
    rows = [(wide(LOT_FITS), ""), (wide(LOT_TOO_WIDE), ""), (wide(LOT_FITS), wide(LOT_FITS)), ("", wide(LOT_TOO_WIDE))]
    stock = "".join(f"A,1,{lot},{serial}\n" for lot, serial in rows)
    outcome = await importer.stock(f"sku,quantity,lot,serial\n{stock}", mode=SKIP)
    assert brief(outcome) == ("committed", 2, 0, 0, {"too_long": 2})
    await importer.stock(f"sku,location,quantity\nA,{wide(FITS)},1\nA,{wide(TOO_WIDE)},1\n", mode=SKIP)
    assert (await importer.levels()).keys() >= {("A", "MAIN", *rows[0])}


def of(action: Action, field: str, value: str) -> Action:
    """The action as a new one, with one field set."""
    change: dict[str, Any] = {field: value, "action_id": uuid4()}
    return replace(action, **change)


async def test_actions_say_the_same(shop: Shop) -> None:
    too_wide = wide(TOO_WIDE)
    await shop.product("A", "5", category=wide(FITS), supplier=wide(FITS), uom=wide(FITS))
    for field in ("category", "supplier", "uom"):
        await shop.refused(of(CreateProduct(sku="B", name="B"), field, too_wide), "too_long")
        await shop.refused(EditProduct(sku="A", changes={field: too_wide}), "too_long")
    await shop.done(CreateLocation(code=wide(FITS)))
    inside = wide(FITS // 2)
    await shop.done(CreateLocation(code=inside))
    await shop.refused(CreateLocation(code=too_wide), "too_long")
    await shop.refused(CreateLocation(code=wide(FITS // 2 + 2), parent=inside), "too_long")
    line = OrderLine("A", Decimal(1))
    for field in ("customer", "reference"):
        await shop.done(of(PlaceOrder(location="MAIN", lines=(line,)), field, wide(FITS)))
        await shop.refused(of(PlaceOrder(location="MAIN", lines=(line,)), field, too_wide), "too_long")
    for field in ("lot", "serial"):
        found = AdjustStock(sku="A", location="MAIN", quantity=Decimal(1), reason="FOUND")
        await shop.done(of(found, field, wide(LOT_FITS)))
        await shop.refused(of(found, field, wide(LOT_TOO_WIDE)), "too_long")
