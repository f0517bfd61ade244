"""Taking an import back: what goes, what is kept, and that it can be undone. The import here is made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.changes import PRODUCT, put_barcodes, put_product_values, record_change
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.lookup import outside, product_by_sku, storage_by_path
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.posting import Move, post
from inventory_app.actions.undo import Undo
from inventory_app.database.tables import ImportRun, Product
from inventory_app.domain.money import MONEY
from inventory_app.domain.stock import LocationKind
from tests.support.shop import JONAS, Shop


@dataclass(frozen=True, kw_only=True)
class HandMadeImport(Action):
    """Creates, reprices and receives as an import does, row by row."""

    kind: ClassVar[str] = "import_products"
    create: tuple[str, ...] = ()
    price: Mapping[str, str] = field(default_factory=dict)
    receive: Mapping[str, str] = field(default_factory=dict)

    @override
    def title(self) -> str:
        return "Import by hand"

    @override
    async def run(self, work: Work) -> Done:
        for sku in self.create:
            product = Product(sku=sku, name=f"New {sku}", action_id=work.action_id)
            work.session.add(product)
            await work.session.flush()
            await put_barcodes(work.session, product.id, [f"code-{sku}"])
        for sku, price in self.price.items():
            ref = await product_by_sku(work.session, sku)
            old = {"price": None if ref.price is None else MONEY.to_scaled(ref.price)}
            new = {"price": MONEY.to_scaled(Decimal(price))}
            await put_product_values(work.session, ref.id, new)
            await record_change(work, PRODUCT, ref.id, old, new)
        supplier = await outside(work.session, LocationKind.SUPPLIER)
        main = await storage_by_path(work.session, "MAIN")
        moves = [
            Move(await product_by_sku(work.session, sku), supplier, main, Decimal(quantity), "OPENING")
            for sku, quantity in self.receive.items()
        ]
        await post(work, moves)
        values: dict[str, Any] = {key: {} for key in ("mapping", "options", "counts")}
        work.session.add(
            ImportRun(
                action_id=work.action_id,
                kind="products",
                file_name="by-hand.csv",
                file_sha256="0",
                request="0",
                imported_at=work.now,
                **values,
            )
        )
        await work.session.flush()
        return Done("imported")


async def _price(shop: Shop, sku: str) -> Decimal | None:
    async with shop.database.read() as session:
        return (await product_by_sku(session, sku)).price


async def _there(shop: Shop, sku: str) -> bool | None:
    """None when the product is gone, else whether it is active."""
    async with shop.database.read() as session:
        product = (
            await session.get(Product, (await product_by_sku(session, sku)).id) if await _known(shop, sku) else None
        )
    return None if product is None else product.archived_at is None


async def _known(shop: Shop, sku: str) -> bool:
    from sqlalchemy import select

    async with shop.database.read() as session:
        return await session.scalar(select(Product.id).where(Product.sku == sku)) is not None


async def test_all_goes_back_and_undoing_the_revert_brings_it_again(shop: Shop) -> None:
    await shop.product("OLD", "5", price=Decimal("1.5"))
    done = await shop.done(HandMadeImport(create=("N1", "N2"), price={"OLD": "2"}, receive={"N1": "7", "OLD": "3"}))
    reverted = await shop.done(Undo(of=done.action_id))
    assert reverted.result["reverted"] == 3
    assert reverted.result["kept"] == 0
    assert (await shop.level("OLD"))[0] == 5
    assert (await shop.level("N1"))[0] == 0
    assert await _price(shop, "OLD") == Decimal("1.5")
    assert await _there(shop, "N1") is False  # the ledger refers to it: archived
    assert await _there(shop, "N2") is None  # nothing refers to it: deleted
    await shop.levels_and_ledger_agree()
    await shop.refused(Undo(of=done.action_id), "undone_already")

    await shop.done(Undo(of=reverted.action_id))
    assert (await shop.level("OLD"))[0] == 8
    assert (await shop.level("N1"))[0] == 7
    assert await _price(shop, "OLD") == 2
    assert await _there(shop, "N1") is True
    assert await _there(shop, "N2") is True
    await shop.levels_and_ledger_agree()


async def test_what_was_used_since_is_kept_and_listed(shop: Shop) -> None:
    await shop.product("OLD", price=Decimal("1.5"))
    done = await shop.done(
        HandMadeImport(create=("N1", "N2"), price={"OLD": "2"}, receive={"N1": "7", "N2": "7", "OLD": "3"})
    )
    sale = PlaceOrder(location="MAIN", lines=(OrderLine("N1", Decimal(1)),), ship=True)
    sold = await shop.done(sale, JONAS)
    reverted = await shop.done(Undo(of=done.action_id))
    assert reverted.result["reverted"] == 2
    kept = reverted.result["kept_rows"]
    assert isinstance(kept, list)
    (row,) = kept
    assert isinstance(row, dict)
    assert (row["sku"], row["by"], row["action_id"]) == ("N1", "Jonas Weber", str(sold.action_id))
    assert (await shop.level("N1"))[0] == 6
    assert await _there(shop, "N1") is True
    assert await _there(shop, "N2") is False
    assert await _price(shop, "OLD") == Decimal("1.5")
    await shop.levels_and_ledger_agree()


async def test_a_price_changed_since_is_kept(shop: Shop) -> None:
    await shop.product("A", price=Decimal(1))
    await shop.product("B", price=Decimal(1))
    done = await shop.done(HandMadeImport(price={"A": "2", "B": "2"}))
    await shop.done(EditProduct(sku="A", changes={"price": "3"}), JONAS)
    reverted = await shop.done(Undo(of=done.action_id))
    assert (reverted.result["reverted"], reverted.result["kept"]) == (1, 1)
    assert await _price(shop, "A") == 3
    assert await _price(shop, "B") == 1


async def test_stock_that_left_since_is_kept(shop: Shop) -> None:
    await shop.product("A", "1")
    await shop.product("B", "1")
    done = await shop.done(HandMadeImport(receive={"A": "5", "B": "5"}))
    await shop.done(AdjustStock(sku="A", location="MAIN", quantity=Decimal(-4), reason="LOSS"))
    reverted = await shop.done(Undo(of=done.action_id))
    assert (reverted.result["reverted"], reverted.result["kept"]) == (1, 1)
    assert [(await shop.level(sku))[0] for sku in "AB"] == [2, 1]
    await shop.levels_and_ledger_agree()


async def test_what_was_taken_back_since_keeps_nothing(shop: Shop) -> None:
    made = await shop.done(HandMadeImport(create=("N1",)))
    stock = await shop.done(HandMadeImport(receive={"N1": "5"}))
    await shop.done(Undo(of=stock.action_id))
    reverted = await shop.done(Undo(of=made.action_id))
    assert (reverted.result["reverted"], reverted.result["kept"]) == (1, 0)
    assert await _there(shop, "N1") is False
