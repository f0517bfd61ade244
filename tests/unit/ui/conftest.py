"""Words need the catalogue of their singular and plural forms, and that an application to be loaded into."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from inventory_app.ui import translation


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    translation.install(qapp, "en")
