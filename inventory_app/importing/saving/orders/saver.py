"""An import of orders, from its checks to its counts, which are of documents."""

from __future__ import annotations

from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.orders.availability import decide_availability
from inventory_app.importing.saving.orders.checks import check
from inventory_app.importing.saving.orders.documents import find_documents
from inventory_app.importing.saving.orders.plan import OrderPlan
from inventory_app.importing.saving.orders.purchases import save_purchases
from inventory_app.importing.saving.orders.sales import save_sales
from inventory_app.importing.saving.saver import Saved, Saver

_KNOWN = "SELECT count(*) FROM import_document WHERE state = 'known'"


class SalesOrderSaver(Saver):
    """Orders of customers, placed or shipped."""

    topics = frozenset({Topic.SALES, Topic.STOCK, Topic.PARTIES, Topic.IMPORTS})
    locks = ("party", "product", "product_barcode")

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = OrderPlan("customer", "sales_order", "SO", mapping, options)

    @override
    async def check(self) -> None:
        await find_documents(self._batch, self._plan)
        await check(self._batch, self._plan)
        await decide_availability(self._batch)

    @override
    async def save(self, accepted: int) -> Saved:
        created = await save_sales(self._batch, self._plan)
        return Saved(created, 0, int(await self._batch.scalar(_KNOWN)))


class PurchaseOrderSaver(Saver):
    """Orders to suppliers."""

    topics = frozenset({Topic.STOCK, Topic.PARTIES, Topic.LOCATIONS, Topic.IMPORTS})
    locks = ("party", "product", "product_barcode")

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = OrderPlan("supplier", "purchase_order", "PO", mapping, options)

    @override
    async def check(self) -> None:
        await find_documents(self._batch, self._plan)
        await check(self._batch, self._plan)

    @override
    async def save(self, accepted: int) -> Saved:
        created = await save_purchases(self._batch, self._plan)
        return Saved(created, 0, int(await self._batch.scalar(_KNOWN)))
