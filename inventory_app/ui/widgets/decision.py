"""A decision: what is asked, and buttons that say what each choice does. For nothing else is there a box."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from inventory_app.ui.theme import Space
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import TOP, Glyph, text
from inventory_app.ui.widgets.layout import column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from inventory_app.ui.theme import OutcomeLook

_WIDTH = 460


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide. ``primary`` for the one that is meant most often; destructive ones are never
    primary.
    """

    key: str
    words: str
    primary: bool = False


class DecisionDialog(Dialog):
    """`chosen` is the key of the button, None when the person went back with Esc."""

    def __init__(
        self,
        title: str,
        words: str,
        choices: Sequence[Choice],
        *,
        look: OutcomeLook | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.chosen: str | None = None
        buttons = [Button(one.words, "primary" if one.primary else "") for one in choices]
        message = text(words, wrap=True, align=TOP)
        message.setMinimumWidth(_WIDTH - 2 * Space.XXL)
        mark = (Glyph(look.icon_name, look.tone, 24),) if look is not None else ()
        body = row(*(column(one, None) for one in mark), (column(text(title, "section"), message), 1), spacing=Space.M)
        super().__init__(title, body, buttons, width=_WIDTH, parent=parent)
        for button, one in zip(buttons, choices, strict=True):
            button.setObjectName(f"choice-{one.key}")
            button.clicked.connect(partial(self._choose, one.key))
        marked = next((b for b, one in zip(buttons, choices, strict=True) if one.primary), buttons[0])
        self.press_on_enter(marked)

    def _choose(self, key: str, _checked: bool = False) -> None:
        self.chosen = key
        self.accept()
