"""A small shop, written straight into the tables: what the queries find must not depend on the actions."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import DeclarativeBase

from inventory_app.actions.action import Context
from inventory_app.actions.fields import Fields
from inventory_app.actions.outcome import Committed
from inventory_app.actions.perform import perform
from inventory_app.database.database import Database
from inventory_app.database.tables import (
    ActionLog,
    ActionResult,
    Category,
    Location,
    Lot,
    Party,
    Product,
    ProductBarcode,
    ReorderRule,
    StockLevel,
    StockMove,
)

START = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


@dataclass
class Shop:
    """Writes rows into a database and knows their ids. Each call of `action` is one row of the log."""

    database: Database
    places: dict[str, int] = field(default_factory=dict)
    products: dict[str, int] = field(default_factory=dict)
    parties: dict[str, int] = field(default_factory=dict)
    clock: datetime = START

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        async with self.database.writing_connection() as connection, connection.begin():
            yield connection

    async def add(self, table: type[DeclarativeBase], **values: Any) -> int:
        """One row; its id."""
        async with self.writing() as connection:
            done = await connection.execute(insert(table).values(**values).returning(table.__table__.c.id))
            found: int = done.scalar_one()
            return found

    async def put(self, table: type[DeclarativeBase], rows: Sequence[Mapping[str, Any]]) -> None:
        """Many rows."""
        async with self.writing() as connection:
            await connection.execute(insert(table), rows)

    async def run(self, statement: str, **values: Any) -> None:
        """What no program of ours would do."""
        async with self.writing() as connection:
            await connection.execute(text(statement), values)

    async def action(self, kind: str = "test", actor: str = "Mira", **log: Any) -> UUID:
        action_id = uuid4()
        self.clock += timedelta(minutes=1)
        words = {"fingerprint": "", "actor": actor, "workstation": "till", "recorded_at": self.clock}
        result = {
            "title": f"{kind} title",
            "summary": f"{kind} summary",
            "result": {},
            "topics": ["stock"],
            "notes": [],
        }
        async with self.writing() as connection:
            await connection.execute(insert(ActionLog).values(id=action_id, kind=kind, **words, **log))
            await connection.execute(insert(ActionResult).values(id=action_id, **result))
        return action_id

    async def place(self, path: str, **values: Any) -> int:
        parent, _, code = path.rpartition("/")
        more = {"parent_id": self.places[parent]} if parent else {}
        self.places[path] = await self.add(Location, path=path, code=code, **more, **values)
        return self.places[path]

    async def product(self, sku: str, name: str = "", barcodes: Sequence[str] = (), **values: Any) -> int:
        made = uuid4()
        self.products[sku] = await self.add(Product, sku=sku, name=name or f"Product {sku}", action_id=made, **values)
        for barcode in barcodes:
            await self.add(ProductBarcode, product_id=self.products[sku], barcode=barcode)
        return self.products[sku]

    async def lot(self, sku: str, number: str = "", serial: str = "", **values: Any) -> int:
        more = {"lot_number": number, "serial": serial, "is_serial": bool(serial), **values}
        return await self.add(Lot, product_id=self.products[sku], **more)

    async def move(
        self,
        sku: str,
        source: str,
        target: str,
        quantity: str | int,
        *,
        lot: int = 0,
        reason: str = "COUNT",
        **more: Any,
    ) -> int:
        """A move of the ledger with the levels brought along."""
        amount = Decimal(quantity)
        action_id = await self.action()
        for path, change in ((source, -amount), (target, amount)):
            if path not in ("SUPPLIER", "CUSTOMER", "ADJUSTMENT"):
                await self.change_level(sku, path, change, lot)
        return await self.add(
            StockMove, product_id=self.products[sku], lot_id=lot, from_location_id=self.places[source],
            to_location_id=self.places[target], quantity=amount, moved_at=self.clock, reason_code=reason,
            action_id=action_id, **more,
        )  # fmt: skip

    async def change_level(self, sku: str, path: str, change: Decimal, lot: int = 0, reserved: str = "0") -> None:
        key = {"product_id": self.products[sku], "location_id": self.places[path], "lot_id": lot}
        async with self.writing() as connection:
            is_serial = (await connection.execute(select(Lot.is_serial).where(Lot.id == lot))).scalar_one()
            here = [StockLevel.__table__.c[name] == value for name, value in key.items()]
            found = (await connection.execute(select(StockLevel.on_hand).where(*here))).scalar_one_or_none()
            if found is None:
                await connection.execute(
                    insert(StockLevel).values(on_hand=change, reserved=Decimal(reserved), is_serial=is_serial, **key)
                )
            else:
                table = StockLevel.__table__
                await connection.execute(table.update().where(*here).values(on_hand=found + change))  # type: ignore[attr-defined]


@pytest.fixture
async def shop(database: Database) -> Shop:
    """A database with our tables and nothing but the rows that every one begins with."""
    empty = Shop(database)
    async with database.read() as session:
        empty.places = {path: key for path, key in await session.execute(select(Location.path, Location.id))}
    return empty


@pytest.fixture
async def kitchen(shop: Shop) -> Shop:
    """A kitchen shop with two stores and a few products, some stocked, some low."""
    table = await shop.add(Category, name="Table")
    glass = await shop.add(Category, name="Table/Glass")
    kitchen = await shop.add(Category, name="Kitchen")
    riess = shop.parties["Emaille Riess"] = await shop.add(Party, name="Emaille Riess", is_supplier=True)
    await shop.place("SHOP")
    await shop.place("SHOP/Shelf A")
    await shop.product("00417", "Blue enamel mug 350 ml", ["4006381333931", "MUG-6"], price=Decimal("4.90"),
                       cost=Decimal("2.10"), category_id=table, supplier_id=riess)  # fmt: skip
    await shop.product("00418", "Blue enamel mug 500 ml", ["4006381333948"], price=Decimal("5.90"), category_id=table)
    await shop.product("08003", "Glass carafe 1 l", cost=Decimal("9.6"), category_id=glass)
    await shop.product("02200", "Coffee beans Sidamo, loose", cost=Decimal("16.9"), tracking="lot")
    await shop.product("04106", "Cast iron pan 24 cm", cost=Decimal("19.80"), category_id=kitchen)
    await shop.product("99999", "Old mug", archived_at=START)
    await shop.move("00417", "SUPPLIER", "MAIN", 42, reason="RECEIPT")
    await shop.move("00417", "SUPPLIER", "SHOP", 9, reason="RECEIPT")
    await shop.move("08003", "SUPPLIER", "SHOP/Shelf A", 19, reason="RECEIPT")
    fresh = await shop.lot("02200", "L2026-11", expires_on=(START + timedelta(days=20)).date())
    await shop.move("02200", "SUPPLIER", "SHOP", "12.5", lot=fresh, reason="RECEIPT")
    await shop.move("02200", "SUPPLIER", "SHOP", "0.25", reason="RECEIPT")
    for sku, path, point in (("00417", "SHOP", 12), ("02200", "SHOP", 15), ("04106", "MAIN", 8), ("00418", "MAIN", 0)):
        await shop.put(
            ReorderRule,
            [{"product_id": shop.products[sku], "location_id": shop.places[path], "reorder_point": Decimal(point)}],
        )
    return shop


Ask = Callable[..., Awaitable[Any]]


@pytest.fixture
def ask(database: Database) -> Ask:
    """Run one query in a session of its own."""

    async def answer(query: Callable[..., Awaitable[Any]], *arguments: Any, **named: Any) -> Any:
        async with database.read() as session:
            return await query(session, *arguments, **named)

    return answer


Do = Callable[..., Awaitable[Any]]


@pytest.fixture
def do(database: Database) -> Do:
    """Carry out an action given as the fields of the command line's contract; it must be committed."""

    async def carry_out(kind: type[Any], actor: str = "Mira", **fields: Any) -> Any:
        action = kind.read(Fields(fields))
        outcome = await perform(database, action, context=Context(actor, "till"))
        assert isinstance(outcome, Committed), outcome
        return outcome

    return carry_out
