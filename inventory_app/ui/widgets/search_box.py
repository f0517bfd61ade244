"""A field that proposes while one types: for products, customers, locations.

It asks by signal and is told later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.popup import Found, FoundPopup

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAUSE = 60  # ms between the last key and the question: fast fingers ask once


class SearchBox(LineEdit):
    """``wanted`` carries a number that `show_found` must give back: answers to older questions are dropped.

    `value` is what was chosen; typing on takes it away again. ``free`` lets a text stand that is not in the
    list.
    """

    wanted = Signal(str, int)  # what was typed, number of the question
    chosen = Signal(object)  # Found
    entered = Signal(str)  # Enter without a list: a whole code was typed or scanned

    def __init__(
        self, *, hint: str = "", name: str = "", icon_name: str = "search", width: int = 0, least: int = 1
    ) -> None:
        name = name or translate("Widgets", "Search")
        super().__init__(hint=hint, name=name, icon_name=icon_name, width=width)
        self.value: object | None = None
        self._least = least
        self._number = 0
        self._popup: FoundPopup | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.ask)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._returned)

    @property
    def popup(self) -> FoundPopup:
        # Made when it is needed: only then is it known which window it lies in.
        if self._popup is None:
            self._popup = FoundPopup(self, self.accessibleName())
            self._popup.chosen.connect(self._chose)
        return self._popup

    def show_found(self, number: int, found: Sequence[Found], note: str = "") -> None:
        """The answer to a question."""
        if number == self._number and self.hasFocus():
            self.popup.show_found(found, note)

    def set_value(self, value: object | None, words: str) -> None:
        """Put in what is chosen, without asking."""
        self.value = value
        self.setText(words)
        self.setCursorPosition(0)

    def take(self) -> str:
        """What stands in it; the field is empty then (to add the next line)."""
        words = self.text()
        self.set_value(None, "")
        return words

    def _typed(self, words: str) -> None:
        self.value = None
        self._number += 1  # what was found for other words comes too late
        if self._popup is not None:
            self._popup.outdate()
        if len(words.strip()) < self._least:
            self._timer.stop()
            if self._popup is not None:
                self._popup.show_found(())
            return
        self._timer.start()

    def ask(self) -> None:
        """Ask for what is typed, at once."""
        self._number += 1
        self.wanted.emit(self.text().strip(), self._number)

    def _chose(self, found: Found) -> None:
        self._number += 1  # what is still on its way comes too late
        self._timer.stop()
        self.set_value(found.value, "  ".join(part for part in (found.code, found.title) if part))
        self.chosen.emit(found)

    def _returned(self) -> None:
        if self.value is None and self.text().strip():
            self._timer.stop()
            if self._popup is not None:
                self._popup.hide()
            self.entered.emit(self.text().strip())
