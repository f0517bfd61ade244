"""Rows, columns, boxes and hairlines: all distances come from the spacing scale."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from inventory_app.ui.theme import Space

# A widget, a layout, a gap in pixels, None for a stretch, or (widget or layout, stretch).
Part: TypeAlias = "QWidget | QLayout | int | tuple[QWidget | QLayout | None, int] | None"
Margins: TypeAlias = "tuple[int, int, int, int]"
L = TypeVar("L", bound=QBoxLayout)

NONE: Margins = (0, 0, 0, 0)


def pad(x: int, y: int = 0) -> Margins:
    return x, y, x, y


def fill(layout: L, parts: Iterable[Part], margins: Margins = NONE, spacing: int = Space.S) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for part in parts:
        item, stretch = part if isinstance(part, tuple) else (part, 0)
        if item is None:
            layout.addStretch(max(stretch, 1))
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item, stretch)
        else:
            layout.addLayout(item, stretch)
    return layout


def row(*parts: Part, margins: Margins = NONE, spacing: int = Space.S) -> QHBoxLayout:
    return fill(QHBoxLayout(), parts, margins, spacing)


def column(*parts: Part, margins: Margins = NONE, spacing: int = Space.S) -> QVBoxLayout:
    return fill(QVBoxLayout(), parts, margins, spacing)


def box(layout: QLayout, role: str = "", *, width: int = 0, height: int = 0) -> QFrame:
    """A frame around a layout; ``role`` is what the style sheet knows it by (surface, card)."""
    out = QFrame()
    out.setProperty("role", role)
    out.setLayout(layout)
    if width:
        out.setFixedWidth(width)
    if height:
        out.setFixedHeight(height)
    return out


def card(*parts: Part, margins: Margins = (Space.L, Space.M, Space.L, Space.M), spacing: int = Space.S) -> QFrame:
    """For things of equal rank side by side."""
    return box(column(*parts, margins=margins, spacing=spacing), "card")


def rule(*, vertical: bool = False) -> QFrame:
    """A hairline."""
    out = QFrame()
    out.setProperty("role", "vrule" if vertical else "rule")
    return out


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a changed property again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
