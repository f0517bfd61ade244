"""The keys of the program, to read. They stand beside what they do everywhere else, too."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea

from inventory_app.ui.theme import Space
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, native_keys, translate
from inventory_app.ui.widgets.labels import kbd, text
from inventory_app.ui.widgets.layout import Part, box, column, pad, row

# Group → keys and what they do. The keys of the window are tested to be there.
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Shortcuts", "Everywhere"),
        (
            ("Ctrl+K", QT_TRANSLATE_NOOP("Shortcuts", "Find a product, an order, an action or a screen")),
            (
                "Ctrl+1 … Ctrl+9",
                QT_TRANSLATE_NOOP("Shortcuts", "Go to a screen, in the order of the navigation"),
            ),
            ("Ctrl+,", QT_TRANSLATE_NOOP("Shortcuts", "Settings")),
            ("Ctrl+I", QT_TRANSLATE_NOOP("Shortcuts", "Import a file")),
            ("Ctrl+J", QT_TRANSLATE_NOOP("Shortcuts", "Show or hide the activity panel")),
            ("Ctrl+Z", QT_TRANSLATE_NOOP("Shortcuts", "Undo the last action")),
            ("F5", QT_TRANSLATE_NOOP("Shortcuts", "Read again what is shown")),
            ("Ctrl+Enter", QT_TRANSLATE_NOOP("Shortcuts", "Press the button that saves")),
            (
                "Esc",
                QT_TRANSLATE_NOOP("Shortcuts", "Go back; a dialog closes and asks when something typed would be lost"),
            ),
            ("Ctrl+Q", QT_TRANSLATE_NOOP("Shortcuts", "Close Stockroom; it asks when something runs or would be lost")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Shortcuts", "In a list"),
        (
            ("↑ ↓", QT_TRANSLATE_NOOP("Shortcuts", "Go to another row")),
            ("Enter", QT_TRANSLATE_NOOP("Shortcuts", "Open the row")),
            ("Ctrl+C", QT_TRANSLATE_NOOP("Shortcuts", "Copy the rows that are selected")),
            (
                QT_TRANSLATE_NOOP("Shortcuts", "Menu key"),
                QT_TRANSLATE_NOOP("Shortcuts", "Everything that can be done with the row"),
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Shortcuts", "In a form"),
        (
            ("Tab", QT_TRANSLATE_NOOP("Shortcuts", "Go to the next field")),
            (
                QT_TRANSLATE_NOOP("Shortcuts", "Alt + letter"),
                QT_TRANSLATE_NOOP("Shortcuts", "Go to the field or press the button with the underlined letter"),
            ),
        ),
    ),
)
_KEYS_WIDTH = 160


class ShortcutsView(QFrame):
    """A list without controls; it scrolls when it is too tall."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings-shortcuts")
        self.setAccessibleName(translate("Shortcuts", "Shortcuts"))
        parts: list[Part] = []
        for title, keys in KEYS:
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setVerticalSpacing(Space.S)
            grid.setHorizontalSpacing(Space.M)
            grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
            grid.setColumnStretch(1, 1)
            for line, (chord, words) in enumerate(keys):
                grid.addLayout(
                    row(
                        kbd(" … ".join(native_keys(keys) for keys in translate("Shortcuts", chord).split(" … "))), None
                    ),
                    line,
                    0,
                )
                grid.addWidget(text(translate("Shortcuts", words)), line, 1)
            parts += [text(translate("Shortcuts", title), "section"), box(grid), Space.S]
        inner = box(column(*parts, None, margins=pad(Space.XL, Space.L), spacing=Space.M), "scrolled")
        scroll = QScrollArea()
        scroll.setObjectName("shortcuts-scroll")
        scroll.setAccessibleName(translate("Shortcuts", "Shortcuts"))
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayout(column((scroll, 1)))
