"""Finding or making the small records that a product or a document names: categories, units, parties."""

from __future__ import annotations

import logging

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.lookup import party_by_name
from inventory_app.database.faults import classify
from inventory_app.database.tables import Category, Party, Product, ProductBarcode, Uom
from inventory_app.domain.errors import Refusal

log = logging.getLogger(__name__)


async def category_id(session: AsyncSession, name: str) -> int | None:
    """The category of that name, made when it is new; None for ''."""
    if not name:
        return None
    found = await session.scalar(select(Category.id).where(Category.name == name))
    if found is not None:
        return found
    category = Category(name=name)
    session.add(category)
    await session.flush()
    return category.id


async def uom_id(session: AsyncSession, code: str) -> int:
    """The unit of measure of that code, made when it is new; pieces for ''."""
    found = await session.scalar(select(Uom.id).where(Uom.code == (code or "pcs")))
    if found is not None:
        return found
    uom = Uom(code=code)
    session.add(uom)
    await session.flush()
    return uom.id


async def supplier_id(session: AsyncSession, name: str) -> int | None:
    """The supplier of that name, made when new; a customer of that name becomes a supplier too. None for ''."""
    if not name:
        return None
    party = await party_by_name(session, name)
    if party is None:
        party = Party(name=name, is_supplier=True)
        session.add(party)
    party.is_supplier = True
    await session.flush()
    return party.id


async def customer_id(work: Work, name: str) -> tuple[int | None, str]:
    """The customer of that name, made in a savepoint when new, since the document is worth more than the name.

    When that fails the document goes on without a customer, and the text says so.
    """
    if not name:
        return None, ""
    try:
        async with work.session.begin_nested():
            return await _customer(work, name), ""
    except SQLAlchemyError as error:
        fault = classify(error)
        if fault.kind.transient:
            raise
        log.warning("customer not saved: %s", fault.detail)
        return None, f"The customer “{name}” could not be saved: {fault.kind.words.lower()}."


async def _customer(work: Work, name: str) -> int:
    """The id of the customer of that name. One that somebody makes at the same moment is waited for, and taken."""
    party = await party_by_name(work.session, name)
    if party is None:
        new = work.dialect.insert(Party).values(name=name, is_customer=True)
        await work.session.execute(new.on_conflict_do_nothing(index_elements=["name"]))
        party = (await work.session.scalars(select(Party).where(Party.name == name))).one()
    if not party.is_customer:
        party.is_customer = True
        await work.session.flush()
    return party.id


async def refuse_taken_barcodes(session: AsyncSession, barcodes: tuple[str, ...], product_id: int | None) -> None:
    """Raises Refusal naming the first barcode that belongs to another product."""
    if not barcodes:
        return
    query = (
        select(ProductBarcode.barcode, Product.sku, Product.id)
        .join(Product, Product.id == ProductBarcode.product_id)
        .where(ProductBarcode.barcode.in_(barcodes))
        .order_by(ProductBarcode.barcode)
    )
    for barcode, sku, owner in await session.execute(query):
        if owner != product_id:
            raise Refusal("barcode_duplicate", f"Barcode {barcode} belongs to {sku} already.", field="barcodes")
