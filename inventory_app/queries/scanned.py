"""The product that a scanned code means. Exact: a scanner does not mistype, and a near hit is a wrong one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Product, ProductBarcode
from inventory_app.queries.products import ProductRow, product_detail

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Scanned:
    """A product, archived or not. ``factor`` base units are meant by one scan: a pack's barcode has more than 1."""

    product: ProductRow
    factor: Decimal = _ONE


async def product_of_code(session: AsyncSession, code: str) -> Scanned | None:
    """The product with this barcode, else the one with this sku, else None."""
    code = code.strip()
    by_barcode = (
        select(Product.sku, ProductBarcode.factor)
        .join(ProductBarcode, ProductBarcode.product_id == Product.id)
        .where(ProductBarcode.barcode == code)
    )
    found = (await session.execute(by_barcode)).one_or_none()
    sku, factor = (found[0], found[1]) if found is not None else (code, _ONE)
    detail = await product_detail(session, sku)
    return Scanned(detail.product, factor) if detail is not None else None
