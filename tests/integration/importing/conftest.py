"""Files imported for real, on each engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from inventory_app.database.database import Database
from tests.support.imports import Importer
from tests.support.real_files import DATA
from tests.support.shop import Shop

collect_ignore = [] if DATA.is_dir() else ["test_real_files.py"]


@pytest.fixture
def importer(database: Database, tmp_path: Path) -> Importer:
    return Importer(database, tmp_path)


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)
