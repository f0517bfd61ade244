"""A small shop for tests: short ways to do actions and to look at what they left behind."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import func, insert, literal, select

from inventory_app.actions.action import Action, Context
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import Committed, Outcome, Refused
from inventory_app.actions.perform import perform
from inventory_app.database.database import Database
from inventory_app.database.tables import Location, Product, ProductBarcode, StockLevel, StockMove
from inventory_app.database.types import Quantity

MIRA = Context("Mira Kowalski", "TILL-1")
JONAS = Context("Jonas Weber", "TILL-2")


@dataclass
class Shop:
    """Actions on one database; each is performed for real."""

    database: Database
    context: Context = MIRA

    async def do(self, action: Action, context: Context | None = None) -> Outcome:
        return await perform(self.database, action, context=context or self.context)

    async def done(self, action: Action, context: Context | None = None) -> Committed:
        outcome = await self.do(action, context)
        assert isinstance(outcome, Committed), outcome
        return outcome

    async def refused(self, action: Action, code: str) -> Refused:
        outcome = await self.do(action)
        assert isinstance(outcome, Refused), outcome
        assert outcome.code == code, outcome
        return outcome

    async def product(self, sku: str, on_hand: str = "0", **fields: Any) -> Committed:
        made = await self.done(CreateProduct(sku=sku, name=fields.pop("name", f"Product {sku}"), **fields))
        if Decimal(on_hand):
            await self.done(AdjustStock(sku=sku, location="MAIN", quantity=Decimal(on_hand), reason="FOUND"))
        return made

    async def pack(self, sku: str, barcode: str, factor: str) -> None:
        """A barcode of a whole pack, written straight into its table."""
        one = select(Product.id, literal(barcode), literal(Decimal(factor), Quantity())).where(Product.sku == sku)
        async with self.database.writing_connection() as connection, connection.begin():
            columns = [ProductBarcode.product_id, ProductBarcode.barcode, ProductBarcode.factor]
            await connection.execute(insert(ProductBarcode).from_select(columns, one))

    async def level(self, sku: str, location: str = "MAIN") -> tuple[Decimal | int, Decimal | int]:
        """on_hand and reserved of a product at a place, all lots together."""
        query = (
            select(func.sum(StockLevel.on_hand), func.sum(StockLevel.reserved))
            .join(Product, Product.id == StockLevel.product_id)
            .join(Location, Location.id == StockLevel.location_id)
            .where(Product.sku == sku, Location.path == location)
        )
        async with self.database.read() as session:
            on_hand, reserved = (await session.execute(query)).one()
        return on_hand or Decimal(0), reserved or Decimal(0)

    async def levels_and_ledger_agree(self) -> None:
        """Every level is the sum of its moves."""
        async with self.database.read() as session:
            levels = {
                (row.product_id, row.location_id, row.lot_id): row.on_hand
                for row in await session.scalars(select(StockLevel))
            }
            sums: dict[tuple[int, int, int], Decimal] = dict.fromkeys(levels, Decimal(0))
            for move in await session.scalars(select(StockMove)):
                for place, change in ((move.to_location_id, move.quantity), (move.from_location_id, -move.quantity)):
                    key = (move.product_id, place, move.lot_id)
                    if key in sums:
                        sums[key] += change
        assert sums == levels
