"""An import of orders, from its checks to its counts, which are of lines; how many documents is said beside them."""

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
from inventory_app.importing.saving.orders.saving import Numbered
from inventory_app.importing.saving.saver import Saved, Saver


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
        return _saved(await save_sales(self._batch, self._plan), accepted)


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
        return _saved(await save_purchases(self._batch, self._plan), accepted)


def _saved(numbered: Numbered, accepted: int) -> Saved:
    """Accepted lines that are in no new document are in one that was known."""
    return Saved(numbered.lines, 0, accepted - numbered.lines, numbered.documents)
