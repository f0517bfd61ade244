"""What the dialog offers besides whole kinds: prices only, and stock counts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.importing.kinds import KINDS
from inventory_app.importing.kinds.purposes import PURPOSES, purpose_of
from inventory_app.importing.options import ImportOptions, Mode
from tests.support.imports import Importer, brief, first_reasons
from tests.support.shop import Shop

if TYPE_CHECKING:
    from inventory_app.importing.kinds.purposes import Purpose


async def test_prices_only_make_no_product_and_bring_none_back(importer: Importer, shop: Shop) -> None:
    await shop.product("A", price=Decimal(1), cost=Decimal(1), name="Oak tray", barcodes=("1",))
    await shop.product("B", price=Decimal(1))
    await shop.product("C", price=Decimal(1))
    await shop.done(ArchiveProducts(skus=("C",)))
    flags = [f"{field}={field}" for field in PURPOSES["prices"].fields]
    text = "sku,name,price,cost,barcode,quantity\nA,Other,2.5,,9,7\nB,,1,3,,\nC,Gone,2,,,\nD,New,2,,,\n"
    outcome = await importer.products(text, *flags, mode=Mode.SKIP)
    assert brief(outcome) == ("committed", 0, 2, 0, {"name_missing": 2})
    assert first_reasons(outcome) == {3: "name_missing", 4: "name_missing"}
    found = await importer.catalogue()
    assert found["A"] | {"price": 0} == found["A"] | {"price": 0, "name": "Oak tray", "barcodes": ["1"]}
    assert {sku: (one["price"], one["cost"]) for sku, one in found.items()} == {
        "A": (Decimal("2.5"), 1), "B": (1, 3), "C": (1, None),
    }  # fmt: skip
    assert found["C"]["archived"]
    assert await importer.levels() == {}


async def test_a_stock_count_says_what_is_there(importer: Importer, shop: Shop) -> None:
    await shop.product("A", on_hand="10")
    counted = PURPOSES["stock-counts"]
    outcome = await importer.kind(counted.kind, "sku,quantity\nA,7\n", stock_mode=counted.stock_mode)
    assert brief(outcome) == ("committed", 0, 1, 0, {})
    assert await shop.level("A") == (7, 0)


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=list(PURPOSES))
def test_each_purpose_belongs_to_a_kind_and_is_known_again(purpose: Purpose) -> None:
    kind = KINDS[purpose.kind]
    assert all(kind.field(name).name == name for name in purpose.fields)
    options = ImportOptions(kind=purpose.kind, stock_mode=purpose.stock_mode, orders=purpose.orders)
    assert purpose_of(options) is (PURPOSES["products"] if purpose.fields else purpose)


def test_every_kind_is_offered() -> None:
    assert {one.kind for one in PURPOSES.values()} == set(KINDS)
