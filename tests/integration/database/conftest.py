"""A shop with a little history, as another program finds it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal

import pytest

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.undo import Undo
from inventory_app.database.database import Database
from inventory_app.domain.stock import NegativeStock, Tracking
from tests.support.databases import opened
from tests.support.raw import Raw, another_program
from tests.support.shop import Shop


@pytest.fixture
async def shop(database: Database) -> Shop:
    """Products with and without serials at places of each policy; ledger, log, results and changes have rows."""
    shop = Shop(database)
    for code, policy in (("LOOSE", NegativeStock.ALLOW), ("BACK", NegativeStock.BLOCK)):
        await shop.done(CreateLocation(code=code, negative_stock=policy))
    await shop.product("A", "10")
    await shop.done(CreateProduct(sku="S", name="Serial", tracking=Tracking.SERIAL))
    await shop.done(AdjustStock(sku="S", location="MAIN", quantity=Decimal(1), reason="FOUND", serial="0042"))
    await shop.done(EditProduct(sku="A", changes={"name": "Renamed"}))
    mistake = AdjustStock(sku="A", location="BACK", quantity=Decimal(5), reason="FOUND")
    await shop.done(mistake)
    await shop.done(Undo(of=mistake.action_id))
    return shop


@pytest.fixture
async def other(shop: Shop, stockroom_url: str) -> AsyncIterator[Raw]:
    """Another program, by the raw driver and with its defaults."""
    assert shop
    async with another_program(stockroom_url) as raw:
        yield raw


@pytest.fixture
async def empty(database_url: str) -> AsyncIterator[Database]:
    """An empty database on each engine."""
    async with opened(database_url) as database:
        yield database
