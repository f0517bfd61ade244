"""What mends the problems of the chosen reason, above their list: each repair with an example, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from inventory_app.importing.checks import repairs
from inventory_app.importing.checks.suggestions import Suggestion
from inventory_app.ui.import_dialog.choices import words_of
from inventory_app.ui.theme import Space, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph
from inventory_app.ui.widgets.layout import box, column, empty, pad, row, rule

_MOST = 3
_SHOWN = 24
_WORDS: Mapping[str, str] = {
    repairs.LETTERS: QT_TRANSLATE_NOOP("Import", "with its letters read anew"),
    repairs.APOSTROPHE: QT_TRANSLATE_NOOP("Import", "without the apostrophe"),
    repairs.CURRENCY_SIGN: QT_TRANSLATE_NOOP("Import", "without the currency"),
    repairs.THOUSANDS_MARKS: QT_TRANSLATE_NOOP("Import", "without marks between thousands"),
    repairs.DECIMAL_MARK: QT_TRANSLATE_NOOP("Import", "with the other decimal mark"),
    repairs.TRAILING_ZEROS: QT_TRANSLATE_NOOP("Import", "without zeros at the end"),
    repairs.CHECK_DIGIT_ZEROS: QT_TRANSLATE_NOOP("Import", "with the zeros that were lost"),
}


def repair_words(names: Sequence[str]) -> str:
    """What the repairs do, in a few words."""
    return ", ".join(translate("Import", _WORDS[name]) for name in names)


class RepairBar(QFrame):
    """``applied`` carries a `Suggestion`, ``taken_back`` and ``names_wanted`` the label of a field."""

    applied = Signal(object)  # Suggestion
    taken_back = Signal(str)
    names_wanted = Signal(str)
    recheck = Signal()
    list_wanted = Signal()
    forget = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import-repairs")
        self._lines = column(spacing=Space.XS)
        self.setLayout(column(box(column(self._lines, margins=pad(Space.L, Space.S))), rule(), spacing=0))
        self._suggested: tuple[Suggestion, ...] = ()
        self._repairs: Mapping[str, Sequence[str]] = {}
        self._corrected, self._waiting, self._decided = 0, False, False
        self._named = ""
        self._more = False
        self.hide()

    def show_suggested(self, suggested: Sequence[Suggestion], *, more: bool) -> None:
        """What would help the problems of one reason; ``more`` of them than could be looked at."""
        self._suggested, self._more = tuple(suggested[:_MOST]), more
        self._show()

    def show_names(self, label: str) -> None:
        """The field whose unknown names the problems are; '' when it is not about names."""
        if label != self._named:
            self._named = label
            self._show()

    def show_done(
        self, done: Mapping[str, Sequence[str]], corrected: int, *, waiting: bool, decided: bool = False
    ) -> None:
        """The repairs that are applied, and how many cells were corrected.

        Something waits for the next check: ``decided`` are names, perhaps beside corrections.
        """
        self._repairs, self._corrected, self._waiting, self._decided = dict(done), corrected, waiting, decided
        self._show()

    def _show(self) -> None:
        empty(self._lines)
        for one in () if self._waiting else self._suggested:
            self._lines.addWidget(self._suggestion(one))
        if self._named:
            self._lines.addWidget(self._names())
        for label, names in self._repairs.items():
            words = translate("Import", "{field} is read {repair} where it says nothing else.")
            back = Button(translate("Import", "Take it back"))
            back.setObjectName(f"take-back-{label}")
            back.clicked.connect(partial(self._take_back, label))
            self._lines.addWidget(
                _line("committed", words.format(field=words_of(label), repair=repair_words(names)), back)
            )
        if self._corrected or (self._waiting and not self._decided):
            self._lines.addWidget(self._corrections())
        if self._decided:
            said = translate("Import", "What becomes of names was changed since this check")
            self._lines.addWidget(_line("unknown", said, self._again()))
        self.setVisible(self._lines.count() > 0)

    def _suggestion(self, one: Suggestion) -> QFrame:
        words = translate("Import", "{field} {repair}: “{before}” becomes “{after}”")
        said = words.format(
            field=words_of(one.label), repair=repair_words(one.names),
            before=one.before[:_SHOWN], after=one.after[:_SHOWN],
        )  # fmt: skip
        count = formats.number(one.count)
        many = (
            translate("Import", "Apply to {count} or more") if self._more else translate("Import", "Apply to {count}")
        )
        button = Button(many.format(count=count))
        button.setObjectName(f"repair-{'-'.join(one.names)}")
        button.setAccessibleDescription(said)
        button.clicked.connect(partial(self._apply, one))
        return _line("check", said, button)

    def _names(self) -> QFrame:
        words = translate("Import", "{field}: each unknown name can be created, rejected, or mean another one")
        button = Button(translate("Import", "&Decide value by value…"))
        button.setObjectName("decide-names")
        button.setToolTip(translate("Import", "Which names of the file are new, and what becomes of each"))
        button.clicked.connect(self._want_names)
        return _line("check", words.format(field=words_of(self._named)), button)

    def _corrections(self) -> QFrame:
        said = translate("Import", "{count} value(s) corrected by hand", count=self._corrected).format(
            count=formats.number(self._corrected)
        )
        buttons = []
        if self._corrected:
            shown = Button(translate("Import", "Show them…"))
            shown.setObjectName("show-corrections")
            shown.clicked.connect(self.list_wanted)
            back = Button(translate("Import", "Take them back"))
            back.setObjectName("take-corrections-back")
            back.clicked.connect(self.forget)
            buttons = [shown, back]
        if not self._waiting or self._decided:
            return _line("committed", said, *buttons)
        return _line("unknown", said, *buttons, self._again())

    def _again(self) -> QPushButton:
        again = primary(translate("Import", "Check a&gain"))
        again.setObjectName("check-again")
        again.clicked.connect(self.recheck)
        return again

    def _want_names(self) -> None:
        self.names_wanted.emit(self._named)

    def _apply(self, one: Suggestion, _checked: bool = False) -> None:
        self.applied.emit(one)

    def _take_back(self, label: str, _checked: bool = False) -> None:
        self.taken_back.emit(label)


def _line(glyph: str, words: str, *buttons: QPushButton) -> QFrame:
    tone = "committed" if glyph == "committed" else "accent"
    return box(row(Glyph(glyph, tone, 16), (ElidedLabel(words, ""), 1), *buttons))
