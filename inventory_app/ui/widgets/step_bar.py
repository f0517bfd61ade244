"""The steps of a longer work, such as an import: what is done, where we are, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.labels import Glyph, text
from inventory_app.ui.widgets.layout import empty, pad, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inventory_app.ui.widgets.layout import Part

HEIGHT = 40


class StepBar(QFrame):
    """``current`` counts from 1; with ``finished`` the last step is done as well; one ``missed`` is not."""

    def __init__(self, steps: Sequence[str], current: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        self.setObjectName("steps")
        self.setFixedHeight(HEIGHT)
        self._line = row(margins=pad(Space.L))
        self.setLayout(self._line)
        self.show_step(current)

    def show_step(self, current: int, *, finished: bool = False, missed: int = 0) -> None:
        empty(self._line)
        parts: list[Part] = []
        for at, name in enumerate(self._steps, 1):
            done, here = (at < current or finished) and at != missed, at == current
            tone = "accent" if here and not done else ""
            role = "strong" if here else "" if done else "caption"
            mark = Glyph("committed", "committed", Size.SMALL_ICON) if done else text(str(at), "badge", tone)
            parts += [mark, text(name, role, tone)]
            if at < len(self._steps):
                parts.append(Glyph("chevron-right", "muted", Size.SMALL_ICON))
        for part in parts:
            if isinstance(part, QWidget):
                self._line.addWidget(part)
        self._line.addStretch(1)
        self.setAccessibleName(
            translate("Widgets", "Step {current} of {steps}: {step}").format(
                current=current, steps=len(self._steps), step=self._steps[current - 1]
            )
        )
