"""An import of stock, from its checks to its counts."""

from __future__ import annotations

from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.saver import Saved, Saver
from inventory_app.importing.saving.stock import checks, merge
from inventory_app.importing.saving.stock.entries import find_entries, lock_levels
from inventory_app.importing.saving.stock.plan import StockPlan
from inventory_app.importing.saving.stock.serials import decide_serials


class StockSaver(Saver):
    """Stock; the counts are of levels."""

    topics = frozenset({Topic.STOCK, Topic.PRODUCTS, Topic.LOCATIONS, Topic.IMPORTS})

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = StockPlan(mapping, options)

    @override
    async def check(self) -> None:
        await find_entries(self._batch, self._plan)
        await lock_levels(self._batch)
        await checks.check(self._batch, self._plan)
        await decide_serials(self._batch, self._plan)

    @override
    async def save(self, accepted: int) -> Saved:
        counts = await merge.merge(self._batch, self._plan)
        return Saved(counts.created, counts.updated, counts.unchanged)
