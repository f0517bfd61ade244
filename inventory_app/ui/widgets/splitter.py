"""A splitter that remembers its sizes through functions it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

_SETTLED = 500  # ms after the last move until it is kept


class Splitter(QSplitter):
    """A hairline that can be dragged. The first widget takes what grows."""

    def __init__(
        self, *widgets: QWidget, vertical: bool = False, name: str = "splitter", parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._save: Callable[[str], None] | None = None
        self._wanted: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED)
        self._timer.timeout.connect(self._keep)
        for at, widget in enumerate(widgets):
            self.addWidget(widget)
            self.setStretchFactor(at, 0 if at else 1)
        self.splitterMoved.connect(self._moved)

    def remember(self, load: Callable[[], str], save: Callable[[str], None]) -> None:
        """Take the sizes of last time ("810,284"), and keep those of this time."""
        self._save = save
        parts = load().split(",")
        if len(parts) == self.count() and all(part.isdigit() for part in parts):
            self._wanted = [int(part) for part in parts]
            self.setSizes(self._wanted)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted:
            self.setSizes(self._wanted)
            self._wanted = []

    def _moved(self, _position: int, _index: int) -> None:
        self._timer.start()

    def _keep(self) -> None:
        if self._save is not None:
            self._save(",".join(str(size) for size in self.sizes()))
