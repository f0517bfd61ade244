"""An import of locations, from its checks to its counts."""

from __future__ import annotations

from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.locations import checks, merge
from inventory_app.importing.saving.locations.plan import LocationPlan
from inventory_app.importing.saving.locations.sites import find_sites
from inventory_app.importing.saving.saver import Saved, Saver


class LocationSaver(Saver):
    """Places, with the parents that they need."""

    topics = frozenset({Topic.LOCATIONS, Topic.STOCK, Topic.IMPORTS})
    locks = ("location",)

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = LocationPlan(mapping, options)

    @override
    async def check(self) -> None:
        await find_sites(self._batch, self._plan)
        await checks.lock_levels(self._batch, self._plan)
        await checks.check(self._batch, self._plan)

    @override
    async def save(self, accepted: int) -> Saved:
        return await merge.merge(self._batch, self._plan, accepted)
