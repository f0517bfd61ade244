"""An import of products, from its checks to its counts."""

from __future__ import annotations

from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions, InFileDuplicates
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.products import checks, costs, merge
from inventory_app.importing.saving.products.duplicates import decide_duplicates, note_conflicts
from inventory_app.importing.saving.products.opening import create_opening_places, post_opening
from inventory_app.importing.saving.products.plan import ProductPlan
from inventory_app.importing.saving.saver import Saved, Saver


class ProductSaver(Saver):
    """Products; their opening stock is posted for those that are created."""

    topics = frozenset({Topic.PRODUCTS, Topic.STOCK, Topic.IMPORTS})

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = ProductPlan(mapping, options)

    @override
    async def check(self) -> None:
        steps, records = self._batch.steps, self._batch.records
        steps.expect(records * (2 * costs.LOOK_UP + costs.new(self._batch, self._plan)))
        await checks.find_known(self._batch, self._plan)
        steps.advance(records * costs.LOOK_UP)
        await checks.check(self._batch, self._plan)
        await decide_duplicates(self._batch, self._plan)
        steps.advance(records * costs.LOOK_UP)

    @override
    async def save(self, accepted: int) -> Saved:
        if self._plan.options.dry_run or self._plan.options.in_file_duplicates is InFileDuplicates.SUM:
            await note_conflicts(self._batch, self._plan)
        await create_opening_places(self._batch, self._plan)
        merged = await merge.merge(self._batch, self._plan, accepted)
        if self._plan.slots:
            self._batch.tell("Posting opening stock")
            await post_opening(self._batch, self._plan)
        return Saved(merged.created, merged.updated, accepted - merged.created - merged.updated)
