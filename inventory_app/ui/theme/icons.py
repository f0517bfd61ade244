"""Icons: one SVG per name, drawn in one colour for the scale of the screen instead of being stretched to
it.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inventory_app import resources
from inventory_app.ui.theme.palette import colors
from inventory_app.ui.theme.tokens import Size

_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)


@lru_cache(maxsize=2048)
def pixmap(name: str, color: str, size: int = Size.ICON, scale: float = 1.0, gap: int = 0) -> QPixmap:
    """One icon in one colour; `gap` is blank at its right.

    Different colours are different entries of the cache.
    """
    out = QPixmap(round((size + gap) * scale), round(size * scale))
    out.setDevicePixelRatio(scale)
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    _renderer(name, color).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return out


@lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = resources.text(f"icons/{name}.svg").replace("currentColor", color)
    return QSvgRenderer(QByteArray(svg.encode()))


@lru_cache(maxsize=512)
def _icon(name: str, color: str, checked: str, off: str, gap: int) -> QIcon:
    out = QIcon()
    for scale in _SCALES:
        for size in (Size.SMALL_ICON, Size.ICON):
            out.addPixmap(pixmap(name, color, size, scale, gap))
            out.addPixmap(pixmap(name, color, size, scale, gap), QIcon.Mode.Selected)
            out.addPixmap(pixmap(name, off, size, scale, gap), QIcon.Mode.Disabled)
            if checked:
                out.addPixmap(pixmap(name, checked, size, scale, gap), QIcon.Mode.Normal, QIcon.State.On)
    return out


def icon(name: str, tone: str = "text", *, checked: str = "", gap: int = 0) -> QIcon:
    """An icon in a tone of the theme in force, at all usual scales.

    Widgets ask again when the theme changes.
    """
    c = colors()
    return _icon(name, c.tone(tone), c.tone(checked) if checked else "", c.control, gap)


def icon_size(size: int = Size.SMALL_ICON, gap: int = 0) -> QSize:
    return QSize(size + gap, size)


def paint_icon(painter: QPainter, name: str, tone: str, x: float, y: float, size: int = Size.SMALL_ICON) -> None:
    """Draw an icon with its top left corner at (x, y), sharp on the painter's device."""
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    painter.drawPixmap(round(x), round(y), pixmap(name, colors().tone(tone), size, scale))
