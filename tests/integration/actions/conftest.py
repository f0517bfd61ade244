"""A shop on each engine."""

from __future__ import annotations

import pytest

from inventory_app.database.database import Database
from tests.support.shop import Shop


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)
