"""Fixtures of the stock screen's tests."""

from __future__ import annotations

from decimal import Decimal

import pytest

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.domain.stock import NegativeStock, Tracking
from tests.gui.stock_support import Bench


@pytest.fixture
async def bench(empty_bench: Bench) -> Bench:
    """A shop with mugs at two places, soap by lot, and a bar where stock may fall below zero after a question."""
    shop = empty_bench.shop
    await shop.done(CreateLocation(code="SHOP"))
    await shop.done(CreateLocation(code="BAR", negative_stock=NegativeStock.WARN))
    await shop.product("00417", "42", name="Blue enamel mug 350 ml", cost=Decimal("2.10"), category="Kitchen")
    await shop.product("01022", "14", name="Oak tray, large", barcodes=("4006381333931",))
    await shop.product("09990", name="Soap, olive", tracking=Tracking.LOT)
    for lot, pieces in (("L1", 12), ("L2", 30)):
        more = AdjustStock(sku="09990", location="MAIN", quantity=Decimal(pieces), reason="FOUND", lot=lot)
        await shop.done(more)
    await shop.done(AdjustStock(sku="00417", location="SHOP", quantity=Decimal(9), reason="FOUND"))
    await shop.done(AdjustStock(sku="00417", location="BAR", quantity=Decimal(2), reason="FOUND"))
    await shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("00417", Decimal(6)),)))
    return empty_bench
