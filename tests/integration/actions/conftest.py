"""A shop on each engine, and what brings files into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inventory_app.database.database import Database
from tests.support.imports import Importer
from tests.support.shop import Shop


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)


@pytest.fixture
def importer(database: Database, tmp_path: Path) -> Importer:
    return Importer(database, tmp_path)
