"""What the steps of an import of products cost for a row, beside each other: measured, in millionths of a second.

They say how far an import is, nothing else. SQLite's are meant; PostgreSQL takes longer for all of them alike.
"""

from __future__ import annotations

from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.products.plan import ProductPlan

LOOK_UP = 2
UPDATE = 6
LOG = 2
FIND_NEW = 3
CREATE = 8
SEARCH = 5
BESIDE = 2
OPENING = 6


def new(batch: Batch, plan: ProductPlan) -> int:
    """A row that makes a product, from finding it to its opening stock."""
    return FIND_NEW + CREATE + search(batch) + BESIDE + (OPENING if plan.slots else 0)


def search(batch: Batch) -> int:
    """The search index is a step of its own only where it waits for all rows."""
    return 0 if batch.is_postgresql else SEARCH
