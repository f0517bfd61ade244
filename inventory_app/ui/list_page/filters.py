"""The row below the head: what the list is narrowed to, seen at a glance and cleared by one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.buttons import link, quiet
from inventory_app.ui.widgets.layout import pad, repolish, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QComboBox

    from inventory_app.ui.widgets.buttons import Button
    from inventory_app.ui.widgets.edits import LineEdit

_LEAST = 112  # px of the text field where the row is full
_GROWS_FIRST = 1_000
_SIDES = 24  # of an entry in the list of a choice


class Filters(QFrame):
    """A text, choices and chips. What narrows the list is marked; one button, or Ctrl+Shift+F, takes all of it away.

    The first entry of each choice stands for everything. ``changed`` waits ``pause`` ms after the last key.
    """

    changed = Signal()

    def __init__(
        self,
        search: LineEdit,
        choices: Sequence[QComboBox] = (),
        chips: Sequence[Button] = (),
        others: Sequence[QWidget] = (),
        *,
        pause: int,
    ) -> None:
        super().__init__()
        self._search, self._choices, self._chips = search, choices, chips
        self._silent = False
        self.columns_button = quiet(
            "", "settings", tip=translate("Lists", "Columns…"), name=translate("Lists", "Columns")
        )
        self.clear_button = link(
            translate("Lists", "Clear"),
            tip=translate("Lists", "Show everything again ({keys})").format(keys=native_keys("Ctrl+Shift+F")),
            name=translate("Lists", "Clear filters"),
        )
        self.clear_button.hide()
        self.export_button = quiet(
            "",
            "export",
            tip=translate("Lists", "Export… ({keys})").format(keys=native_keys("Ctrl+Shift+E")),
            name=translate("Lists", "Export"),
        )
        self.export_button.hide()  # until the list can be exported
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause)
        self._pause.timeout.connect(self.changed)
        self.setFixedHeight(Size.FILTERS)
        search.setMinimumWidth(_LEAST)  # it gives way when the row gets full
        self.setLayout(row(
            (search, _GROWS_FIRST), *choices, *chips, self.clear_button, None, *others, self.export_button,
            self.columns_button,
            margins=pad(Space.L),
        ))  # fmt: skip
        self._connect()

    def _connect(self) -> None:
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._typed)
        for choice in self._choices:
            choice.currentIndexChanged.connect(self._chosen)
        for chip in self._chips:
            chip.toggled.connect(self._chosen)
        self.clear_button.clicked.connect(self.clear)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._search.setFocus)
        QShortcut(QKeySequence("Ctrl+Shift+F"), self).activated.connect(self.clear)
        QShortcut(QKeySequence("Ctrl+Shift+E"), self).activated.connect(self.export_button.click)

    @property
    def narrow(self) -> bool:
        """Whether anything is filtered out."""
        chosen = any(choice.currentIndex() > 0 for choice in self._choices)
        return bool(self._search.text().strip()) or chosen or any(chip.isChecked() for chip in self._chips)

    def clear(self) -> None:
        """Everything again, asked for once."""
        if self.narrow:
            self.forget()
            self.changed.emit()

    def forget(self) -> None:
        """Take the filters away without asking for the rows."""
        self._silent = True  # not QSignalBlocker: the field's own clear button listens as well
        self._search.clear()
        for choice in self._choices:
            choice.setCurrentIndex(0)
        for chip in self._chips:
            chip.setChecked(False)
        self._silent = False
        self._pause.stop()
        self._mark()

    def _typed(self) -> None:
        if not self._silent:
            self._mark()
            self._pause.start()

    def _chosen(self) -> None:
        if not self._silent:
            self._mark()
            self._pause.stop()
            self.changed.emit()

    def _mark(self) -> None:
        """What narrows the list looks so; a chip does by being checked."""
        _show_narrowing(self._search, bool(self._search.text().strip()))
        for choice in self._choices:
            _show_narrowing(choice, choice.currentIndex() > 0)
        self.clear_button.setVisible(self.narrow)


def _show_narrowing(control: QWidget, narrows: bool) -> None:
    if bool(control.property("narrows")) != narrows:
        control.setProperty("narrows", narrows)
        repolish(control)


def offer(choice: QComboBox, entries: Sequence[str]) -> None:
    """New entries for a choice, below the one for everything; what is chosen stays when it still exists."""
    everything = choice.itemText(0)
    if [choice.itemText(at) for at in range(choice.count())] == [everything, *entries]:
        return
    chosen = choice.currentData()
    with QSignalBlocker(choice):
        choice.clear()
        choice.addItem(everything, None)
        for entry in entries:
            choice.addItem(entry, entry)
        choice.setCurrentIndex(max(choice.findData(chosen), 0) if chosen is not None else 0)
    choice.view().setMinimumWidth(max(choice.view().sizeHintForColumn(0) + _SIDES, choice.width()))
