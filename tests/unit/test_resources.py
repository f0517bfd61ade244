"""The program's own files are found, and a missing one is named."""

from __future__ import annotations

import re

import pytest

from inventory_app import resources


def test_icons_and_fonts_are_there() -> None:
    assert resources.text("icons/stock.svg").startswith("<svg")
    assert resources.data("fonts/Inter-Regular.otf")[:4] == b"OTTO"
    assert "fonts/Inter-SemiBold.otf" in resources.names("fonts", ".otf")
    assert "OFL-1.1" in resources.text("fonts/OFL.txt")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=re.escape("icons/nothing.svg")):
        resources.path("icons/nothing.svg")


def test_icons_take_their_colour_from_the_theme() -> None:
    coloured = [name for name in resources.names("icons", ".svg") if not name.startswith("icons/qss-")]
    assert coloured
    assert all("currentColor" in resources.text(name) for name in coloured)
