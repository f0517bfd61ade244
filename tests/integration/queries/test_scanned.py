"""Which product a scanned code means: exactly one or none, the same on both engines."""

from __future__ import annotations

from decimal import Decimal

from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.database.database import Database
from inventory_app.queries.scanned import Scanned, product_of_code
from tests.support.shop import Shop


async def test_codes_are_found_exactly(database: Database) -> None:
    shop = Shop(database)
    await shop.product("00417", "42", name="Blue enamel mug", barcodes=("4006381333931", "MUG-6"))
    await shop.product("4006381333948", name="A sku like a barcode")
    await shop.product("00418", name="Red enamel mug", barcodes=("00417",))
    await shop.pack("00417", "14006381333938", "12")
    await shop.pack("00417", "HALF", "0.5")

    async def ask(code: str) -> Scanned | None:
        async with database.read() as session:
            return await product_of_code(session, code)

    async def means(code: str) -> tuple[str, Decimal] | None:
        found = await ask(code)
        return (found.product.sku, found.factor) if found is not None else None

    assert await means("4006381333931") == ("00417", Decimal(1))
    assert await means(" MUG-6 ") == ("00417", Decimal(1))
    assert await means("14006381333938") == ("00417", Decimal(12))
    assert await means("HALF") == ("00417", Decimal("0.5"))
    assert await means("4006381333948") == ("4006381333948", Decimal(1))
    assert await means("00417") == ("00418", Decimal(1)), "a barcode stands before a sku"
    for nobody in ("400638133393", "mug-6", "MUG", "%", "'; --", "", "ß" * 300):
        assert await means(nobody) is None, nobody
    found = await ask("MUG-6")
    assert found is not None
    assert found.product.on_hand == 42
    await shop.done(ArchiveProducts(skus=("00417",)))
    found = await ask("MUG-6")
    assert found is not None
    assert found.product.archived
