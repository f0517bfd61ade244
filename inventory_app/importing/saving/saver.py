"""What the import of one kind of file has to be able to do; `import_file` does the rest for all of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from inventory_app.actions.outcome import Topic
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.saving.batch import Batch


@dataclass(frozen=True, slots=True)
class Saved:
    """What the accepted rows came to; ``documents`` of them were written where rows are lines of documents."""

    created: int
    updated: int
    unchanged: int
    documents: int = 0


class Saver(ABC):
    """One kind of file on its way into the database. ``locks`` are the tables whose rows have to stay as checked."""

    topics: frozenset[Topic]
    locks: tuple[str, ...] = ("product", "product_barcode")

    @abstractmethod
    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        """All savers are made alike."""

    @abstractmethod
    async def check(self) -> None:
        """Note every problem that only the database knows; writes nothing."""

    @abstractmethod
    async def save(self, accepted: int) -> Saved:
        """Write what the ``accepted`` rows say. Verdicts are fixed."""
