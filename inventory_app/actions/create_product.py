"""Add a product to the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import select
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.changes import put_barcodes
from inventory_app.actions.fields import Fields
from inventory_app.actions.master_data import category_id, refuse_taken_barcodes, supplier_id, uom_id
from inventory_app.actions.outcome import Topic
from inventory_app.database.tables import Product
from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import require_not_negative
from inventory_app.domain.stock import Tracking
from inventory_app.domain.texts import (
    BARCODE_LENGTH,
    DESCRIPTION_LENGTH,
    SKU_LENGTH,
    optional_key,
    optional_text,
    require_text,
)


@dataclass(frozen=True, kw_only=True)
class CreateProduct(Action):
    """Category, supplier and unit are named; those that do not exist yet are made."""

    kind: ClassVar[str] = "create_product"
    sku: str
    name: str
    price: Decimal | None = None
    cost: Decimal | None = None
    category: str = ""
    supplier: str = ""
    uom: str = ""
    tracking: Tracking = Tracking.NONE
    barcodes: tuple[str, ...] = ()
    description: str = ""

    @classmethod
    def read(cls, fields: Fields) -> CreateProduct:
        """From the fields of the command line's contract."""
        return cls(
            sku=fields.text("sku", limit=SKU_LENGTH),
            name=fields.text("name"),
            price=fields.money("price"),
            cost=fields.money("cost"),
            category=fields.optional("category"),
            supplier=fields.optional("supplier"),
            uom=fields.optional("uom"),
            tracking=fields.choice("tracking", Tracking, Tracking.NONE),
            barcodes=fields.texts("barcodes", limit=BARCODE_LENGTH),
            description=fields.optional("description", limit=DESCRIPTION_LENGTH),
        )

    @override
    def title(self) -> str:
        return f"Create product {self.sku} {self.name}"

    @override
    async def run(self, work: Work) -> Done:
        session = work.session
        sku = require_text(self.sku, field="sku", limit=SKU_LENGTH)
        await self._refuse_known(work, sku)
        barcodes = tuple(require_text(code, field="barcodes", limit=BARCODE_LENGTH) for code in self.barcodes)
        await refuse_taken_barcodes(session, barcodes, None)
        product = Product(
            sku=sku,
            name=require_text(self.name, field="name"),
            description=optional_text(self.description, field="description", limit=DESCRIPTION_LENGTH),
            price=None if self.price is None else require_not_negative(self.price, field="price"),
            cost=None if self.cost is None else require_not_negative(self.cost, field="cost"),
            category_id=await category_id(session, optional_key(self.category, field="category")),
            supplier_id=await supplier_id(session, optional_key(self.supplier, field="supplier")),
            uom_id=await uom_id(session, optional_key(self.uom, field="uom")),
            tracking=self.tracking,
            action_id=work.action_id,
        )
        session.add(product)
        await session.flush()
        await put_barcodes(session, product.id, barcodes)
        return Done(
            summary="Added to the catalogue",
            result={"sku": sku},
            topics=frozenset({Topic.PRODUCTS, Topic.STOCK}),
        )

    async def _refuse_known(self, work: Work, sku: str) -> None:
        query = select(Product.name, Product.archived_at).where(Product.sku == sku)
        known = (await work.session.execute(query)).one_or_none()
        if known is not None:
            where = ", archived; make it active again instead" if known.archived_at else ""
            raise Refusal("sku_exists", f"There is a product {sku} already: {known.name}{where}.", field="sku")
