"""A language that nobody speaks: each text between ⟦ and ⟧ and a third longer; what has no mark was forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from typing_extensions import override

from inventory_app.ui.widgets.labels import ElidedLabel
from tests.support.translations import declared_texts, texts

OPEN, CLOSE = "⟦", "⟧"
_LONGER = 0.3
_SIDES = 12  # of a header


class PseudoTranslator(QTranslator):
    """Translates all texts of the window, and nothing of Qt's own."""

    def __init__(self, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._contexts = {one.context for one in (*texts(), *declared_texts())}

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context not in self._contexts:
            return ""
        return f"{OPEN}{sourceText}{'~' * round(len(sourceText) * _LONGER)}{CLOSE}"

    @override
    def isEmpty(self) -> bool:
        return False


@dataclass(frozen=True)
class Said:
    """One text that a widget shows or speaks."""

    where: str
    words: str

    @override
    def __str__(self) -> str:
        return f"{self.where}: {self.words!r}"


def said_in(root: QWidget) -> Iterator[Said]:
    """Every text in a window, visible or for the ear."""
    yield Said(f"{root.objectName()} title", root.windowTitle())
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) and not widget.objectName().startswith("qt_"):
            name = f"{type(widget).__name__} {widget.objectName()}"
            for words in (
                *_shown_by(widget),
                widget.toolTip(),
                widget.accessibleName(),
                widget.accessibleDescription(),
            ):
                yield Said(name, words)


def _shown_by(widget: QWidget) -> Iterable[str]:
    match widget:
        case ElidedLabel():
            return (widget.words,)
        case QLabel() | QAbstractButton():
            return (widget.text(),)
        case QLineEdit() | QPlainTextEdit():
            return (widget.placeholderText(),)
        case QComboBox():
            return [widget.itemText(at) for at in range(widget.count())]
        case QTableView():
            model = widget.model()
            heads = range(model.columnCount())
            return [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in heads]
    return ()


def unmarked(words: str) -> str:
    """What of a text stands outside of all marks."""
    depth, left = 0, ""
    for letter in words.replace("&", ""):
        depth += letter == OPEN
        if not depth:
            left += letter
        depth -= letter == CLOSE
    return left


def forgotten(said: Iterable[Said], known: Iterable[str]) -> list[str]:
    """The texts with words that are neither translated nor ``known`` (patterns of data, names and units)."""
    no_text = re.compile("|".join(f"(?:{one})" for one in known))
    return sorted({str(one) for one in said if re.search(r"[^\W\d_]{2}", no_text.sub(" ", unmarked(one.words)))})


def cut(root: QWidget) -> list[str]:
    """Texts of a shown window that have less room than they need, and no tool tip that tells them whole."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not widget.toolTip() and (words := _cut_in(widget)):
            found.append(f"{type(widget).__name__} {widget.objectName()}: {words!r}")
    return sorted(set(found))


def _cut_in(widget: QWidget) -> str:
    match widget:
        case ElidedLabel():
            return ""  # it has a tool tip when it is cut
        case QLabel() if widget.wordWrap():
            return widget.text() if widget.heightForWidth(widget.width()) > widget.height() else ""
        case QLabel() | QAbstractButton():
            return widget.text() if widget.sizeHint().width() > widget.width() else ""
        case QComboBox():
            room = widget.width() - 2 * QFontMetrics(widget.font()).height()
            wide = QFontMetrics(widget.font()).horizontalAdvance(widget.currentText())
            return widget.currentText() if wide > room else ""
        case QHeaderView() if widget.orientation() == Qt.Orientation.Horizontal:
            return _cut_head(widget)
    return ""


def _cut_head(header: QHeaderView) -> str:
    model, metrics = header.model(), QFontMetrics(header.font())
    for at in range(header.count()):
        words = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        told = model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if (
            not header.isSectionHidden(at)
            and not told
            and metrics.horizontalAdvance(words) > header.sectionSize(at) - 12
        ):
            return words
    return ""
