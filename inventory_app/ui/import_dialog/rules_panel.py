"""The panel of the map step: what the rows do, each choice with the words of its consequence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from inventory_app.importing.kinds import FieldType, kind_of
from inventory_app.ui.import_dialog.choices import Rules
from inventory_app.ui.import_dialog.numbers_row import number_words
from inventory_app.ui.import_dialog.rule_words import RULES, choice_words, rule_title
from inventory_app.ui.theme import Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, link
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column, row

WIDTH = 276
# What a rule is about: where the purpose leaves out all of these fields, it makes no difference.
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "location": ("quantity", "reorder_point", "location"),
    "barcode_check": ("barcode",),
    "negative_quantity": ("quantity",),
    "missing": ("category", "supplier", "uom", "location"),
}


class RulesPanel(QFrame):
    """Shows the rules of one kind of file; ``changed`` carries the new ones.

    ``values_wanted``: single names shall be decided about. ``numbers_wanted``: so shall how numbers are written.
    """

    changed = Signal(object)  # Rules
    values_wanted = Signal()
    numbers_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import-rules")
        self._kind, self._rules = "products", Rules()
        self.ruled = {name: _Ruled(name) for name in RULES}
        self._make_values()
        self._numbers = text("", "caption", wrap=True)
        to_numbers = link(translate("Import", "Change it on the &first page"))
        to_numbers.clicked.connect(self.numbers_wanted)
        self._written = box(
            column(
                text(translate("Import", "Numbers and dates in the file"), "strong"),
                self._numbers,
                row(to_numbers, None),
            )
        )
        inner = box(
            column(
                text(translate("Import", "What the rows do"), "strong"),
                *self.ruled.values(),
                self._values,
                Space.S,
                self._written,
                None,
                margins=(Space.L, Space.M, Space.L, Space.S),
            )
        )
        inner.setProperty("role", "scrolled")
        scroll = QScrollArea()
        scroll.setObjectName("rules-scroll")
        scroll.setAccessibleName(translate("Import", "What the rows do"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        self.setLayout(row(scroll, spacing=0))
        self.setFixedWidth(WIDTH)
        for one in self.ruled.values():
            one.combo.currentIndexChanged.connect(self._tell)

    def _make_values(self) -> None:
        self.decide = Button(translate("Import", "&Decide value by value…"))
        self.decide.setToolTip(translate("Import", "Which names of the file are new, and what becomes of each"))
        self.decide.clicked.connect(self.values_wanted)
        self._decided = text("", "caption", wrap=True)
        self._values = box(column(row(self.decide, None), self._decided, spacing=Space.XS))

    def show_rules(self, kind: str, rules: Rules, locations: Sequence[str], only: Sequence[str] = ()) -> None:
        """Without telling of it; ``only`` are the fields that the purpose imports, none: all."""
        self._kind, self._rules = kind, rules
        declared = kind_of(kind).rules
        for name, ruled in self.ruled.items():
            about = _ABOUT.get(name, ())
            shown = name in declared and not (only and about and not set(about) & set(only))
            ruled.setVisible(shown)
            if shown:
                choices: list[tuple[str, object]] = [(choice_words(kind, name, one), one) for one in declared[name]]
                places: list[tuple[str, object]] = [
                    (path, path) for path in dict.fromkeys((*locations, rules.location))
                ]
                ruled.show_choices(rule_title(kind, name), choices or places, getattr(rules, name))
        self._numbers.setText(number_words(rules))
        fields = [one for one in kind_of(kind).fields if not only or one.name in only]
        self._written.setVisible(any(one.is_number or one.type is FieldType.DATE for one in fields))

    def show_decided(self, count: int, *, able: bool) -> None:
        """How many single names something is said of; whether any column holds such names."""
        self._values.setVisible(able)
        words = translate("Import", "{count} value(s) decided by hand.", count=count)
        self._decided.setText(words.format(count=formats.number(count)) if count else "")
        self._decided.setVisible(count > 0)

    def _tell(self, _at: int) -> None:
        """What is not shown, or not touched, stays as it was."""
        changed: dict[str, Any] = {name: one.take_changed() for name, one in self.ruled.items() if one.is_changed}
        self._rules = replace(self._rules, **changed)
        self.changed.emit(self._rules)


class _Ruled(QFrame):
    """One rule: its name above its choices."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.combo = plain_combo(())
        self.combo.setObjectName(f"rule-{name.replace('_', '-')}")
        self._label = text("", "caption")
        self._label.setBuddy(self.combo)
        self.combo.setAccessibleName(rule_title("", name).replace("&", ""))
        self._shown = 0
        self._values: list[object] = []
        self.setLayout(column(self._label, self.combo, spacing=Space.XS))

    def show_choices(self, title: str, choices: Sequence[tuple[str, object]], value: object) -> None:
        """A value that is none of them is shown as the first, which does the same."""
        blocked = QSignalBlocker(self.combo)
        self._values = [choice for _, choice in choices]
        self._label.setText(title)
        self.combo.setAccessibleName(title.replace("&", ""))
        self.combo.clear()
        for words, _ in choices:
            self.combo.addItem(words)
        self._shown = self._values.index(value) if value in self._values else 0
        self.combo.setCurrentIndex(self._shown)
        blocked.unblock()

    @property
    def is_changed(self) -> bool:
        return self.combo.currentIndex() not in (self._shown, -1)

    def take_changed(self) -> object:
        """What is chosen now; from now on it counts as shown."""
        self._shown = self.combo.currentIndex()
        return self._values[self._shown]
