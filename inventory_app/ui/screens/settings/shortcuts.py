"""The keys of the program, to read. They stand beside what they do everywhere else, too."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea

from inventory_app.ui.theme import Space
from inventory_app.ui.widgets.labels import kbd, text
from inventory_app.ui.widgets.layout import Part, box, column, pad, row

# Group → keys and what they do. The keys of the window are tested to be there.
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Everywhere",
        (
            ("Ctrl+K", "Find a product, an order, an action or a screen"),
            ("Ctrl+1 … Ctrl+9", "Go to a screen, in the order of the navigation"),
            ("Ctrl+,", "Settings"),
            ("Ctrl+J", "Show or hide the activity panel"),
            ("Ctrl+Z", "Undo the last action"),
            ("F5", "Read again what is shown"),
            ("Ctrl+Enter", "Press the button that saves"),
            ("Esc", "Go back; a dialog closes and asks when something typed would be lost"),
        ),
    ),
    (
        "In a list",
        (
            ("↑ ↓", "Go to another row"),
            ("Enter", "Open the row"),
            ("Ctrl+C", "Copy the rows that are selected"),
            ("Menu key", "Everything that can be done with the row"),
        ),
    ),
    (
        "In a form",
        (
            ("Tab", "Go to the next field"),
            ("Alt + letter", "Go to the field or press the button with the underlined letter"),
        ),
    ),
)
_KEYS_WIDTH = 160


class ShortcutsView(QFrame):
    """A list without controls; it scrolls when it is too tall."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings-shortcuts")
        self.setAccessibleName("Shortcuts")
        parts: list[Part] = []
        for title, keys in KEYS:
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setVerticalSpacing(Space.S)
            grid.setHorizontalSpacing(Space.M)
            grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
            grid.setColumnStretch(1, 1)
            for line, (chord, words) in enumerate(keys):
                grid.addLayout(row(kbd(chord), None), line, 0)
                grid.addWidget(text(words), line, 1)
            parts += [text(title, "section"), box(grid), Space.S]
        inner = box(column(*parts, None, margins=pad(Space.XL, Space.L), spacing=Space.M), "scrolled")
        scroll = QScrollArea()
        scroll.setObjectName("shortcuts-scroll")
        scroll.setAccessibleName("Shortcuts")
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayout(column((scroll, 1)))
