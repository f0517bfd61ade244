"""Inter from the program's own files, and the fonts made from the type scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from inventory_app import resources
from inventory_app.ui.theme.tokens import Type

REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600


def load() -> None:
    """Make Inter known to Qt; text falls back to the families behind it when a file cannot be read."""
    known = set(QFontDatabase.families())
    if Type.FAMILIES[0] in known:
        return
    for name in resources.names("fonts", ".otf"):
        QFontDatabase.addApplicationFontFromData(resources.data(name))


def font(size: int = Type.BODY, weight: int = REGULAR, *, code: bool = False) -> QFont:
    """Figures have equal width up to SECTION (they stand in columns or change in place); `code` adds the
    slashed zero.
    """
    return QFont(_font(size, weight, code))


@cache
def _font(size: int, weight: int, code: bool) -> QFont:
    made = QFont(list(Type.FAMILIES))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), int(size <= Type.SECTION))
    made.setFeature(QFont.Tag("zero"), int(code))
    made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return made
