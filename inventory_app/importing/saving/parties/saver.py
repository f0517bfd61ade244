"""An import of suppliers or customers, from its checks to its counts."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.parties import checks, merge
from inventory_app.importing.saving.parties.duplicates import decide_duplicates
from inventory_app.importing.saving.parties.plan import PartyPlan
from inventory_app.importing.saving.saver import Saved, Saver


class _PartySaver(Saver):
    role: ClassVar[str]
    topics = frozenset({Topic.PARTIES, Topic.IMPORTS})
    locks = ("party",)

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._plan = PartyPlan(self.role, mapping, options)

    @override
    async def check(self) -> None:
        await checks.find_known(self._batch, self._plan)
        await checks.check(self._batch, self._plan)
        await decide_duplicates(self._batch, self._plan)

    @override
    async def save(self, accepted: int) -> Saved:
        return await merge.merge(self._batch, self._plan, accepted)


class SupplierSaver(_PartySaver):
    """Those we buy from."""

    role = "supplier"


class CustomerSaver(_PartySaver):
    """Those we sell to."""

    role = "customer"
