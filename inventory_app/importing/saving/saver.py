"""What the import of one kind of file has to be able to do; `import_file` does the rest for all of them.

A further kind (suppliers, customers, locations, orders) is one more `Saver` in `SAVERS`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass

from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions, InFileDuplicates
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.products import checks as product_checks
from inventory_app.importing.saving.products import merge as product_merge
from inventory_app.importing.saving.products.duplicates import decide_duplicates, note_conflicts
from inventory_app.importing.saving.products.opening import create_opening_places, post_opening
from inventory_app.importing.saving.products.plan import ProductPlan
from inventory_app.importing.saving.stock import checks as stock_checks
from inventory_app.importing.saving.stock import merge as stock_merge
from inventory_app.importing.saving.stock.entries import find_entries, lock_levels
from inventory_app.importing.saving.stock.plan import StockPlan
from inventory_app.importing.saving.stock.serials import decide_serials


@dataclass(frozen=True, slots=True)
class Saved:
    """What the accepted rows came to."""

    created: int
    updated: int
    unchanged: int


class Saver(ABC):
    """One kind of file on its way into the database."""

    topics: frozenset[Topic]
    refuses_again: bool

    @abstractmethod
    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        """All savers are made alike."""

    @abstractmethod
    async def check(self) -> None:
        """Note every problem that only the database knows; writes nothing."""

    @abstractmethod
    async def save(self, accepted: int) -> Saved:
        """Write what the ``accepted`` rows say. Verdicts are fixed."""


class ProductSaver(Saver):
    """Products; their opening stock is posted for those that are created."""

    topics = frozenset({Topic.PRODUCTS, Topic.STOCK, Topic.IMPORTS})
    refuses_again = False

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = ProductPlan(mapping, options)

    @override
    async def check(self) -> None:
        await product_checks.find_known(self._batch, self._plan)
        await product_checks.check(self._batch, self._plan)
        await decide_duplicates(self._batch, self._plan)

    @override
    async def save(self, accepted: int) -> Saved:
        if self._plan.options.in_file_duplicates is InFileDuplicates.SUM:
            await note_conflicts(self._batch, self._plan)
        await create_opening_places(self._batch, self._plan)
        merged = await product_merge.merge(self._batch, self._plan)
        if self._plan.slots:
            self._batch.tell("Posting opening stock")
            await post_opening(self._batch, self._plan)
        return Saved(merged.created, merged.updated, accepted - merged.created - merged.updated)


class StockSaver(Saver):
    """Stock; the counts are of levels."""

    topics = frozenset({Topic.STOCK, Topic.PRODUCTS, Topic.LOCATIONS, Topic.IMPORTS})
    refuses_again = True

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = StockPlan(mapping, options)

    @override
    async def check(self) -> None:
        await find_entries(self._batch, self._plan)
        await lock_levels(self._batch)
        await stock_checks.check(self._batch, self._plan)
        await decide_serials(self._batch, self._plan)

    @override
    async def save(self, accepted: int) -> Saved:
        counts = await stock_merge.merge(self._batch, self._plan)
        return Saved(counts.created, counts.updated, counts.unchanged)


SAVERS: ReadOnly[str, type[Saver]] = {"products": ProductSaver, "stock": StockSaver}
