"""Fixtures of the products screen's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from inventory_app.database.database import Database
from tests.gui.stock_support import Bench, bench_on


async def furnish(bench: Bench) -> None:
    """A few products that a kitchen shop sells."""
    shop = bench.shop
    mug = {"category": "Kitchen", "supplier": "Emaille Riess", "price": Decimal("4.90"), "cost": Decimal("2.10")}
    await shop.product("00417", "42", name="Blue enamel mug 350 ml", barcodes=("4006381333931", "MUG-6"), **mug)
    await shop.product("00418", "118", name="Blue enamel mug 500 ml", barcodes=("4006381333948",), **mug)
    tray = {"description": "Oiled oak, 48 × 32 cm", "price": Decimal(24), "category": "Table"}
    await shop.product("01022", "14", name="Oak tray, large", **tray)
    await shop.product("01023", name="Oak tray, small", price=Decimal(16))


@pytest.fixture
async def bench(empty_bench: Bench) -> Bench:
    """A shop with mugs and trays."""
    await furnish(empty_bench)
    return empty_bench


@pytest.fixture
async def both(database: Database) -> AsyncIterator[Bench]:
    """The same shop on each engine."""
    async with bench_on(database) as furnished:
        await furnish(furnished)
        yield furnished
