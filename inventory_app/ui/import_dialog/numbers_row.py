"""How numbers and dates of a file are written, and which sheet is read: the second row of marks of the first step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame

from inventory_app.domain.errors import Refusal
from inventory_app.importing.checks.dates import check_date_format
from inventory_app.importing.options import CurrencySign
from inventory_app.importing.reading.findings import Finding, Findings, Sure
from inventory_app.ui.import_dialog.choices import Rules
from inventory_app.ui.import_dialog.page import captioned, explain
from inventory_app.ui.theme import Space
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph
from inventory_app.ui.widgets.layout import column, row

_MARK, _WIDE = 132, 160
_ISO = "2026-11-24"
_FORMS = ("", "DD.MM.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY/MM/DD", "DD-MM-YYYY", "DD.MM.YY", "MM/DD/YY")
_NAMES: Mapping[str, str] = {
    "sheet": QT_TRANSLATE_NOOP("Import", "Sheet"),
    "encoding": QT_TRANSLATE_NOOP("Import", "Encoding"),
    "delimiter": QT_TRANSLATE_NOOP("Import", "Delimiter"),
    "quote": QT_TRANSLATE_NOOP("Import", "Quote"),
    "escape": QT_TRANSLATE_NOOP("Import", "Escape mark"),
    "header_line": QT_TRANSLATE_NOOP("Import", "Header line"),
    "decimal": QT_TRANSLATE_NOOP("Import", "Decimal mark"),
    "thousands": QT_TRANSLATE_NOOP("Import", "Thousands mark"),
    "currency_sign": QT_TRANSLATE_NOOP("Import", "Currency sign"),
    "date_format": QT_TRANSLATE_NOOP("Import", "Dates"),
}
_PLAIN: Mapping[str, str | int] = {
    "quote": '"', "decimal": ".", "thousands": "", "currency_sign": CurrencySign.REJECT.value, "date_format": "",
    "escape": "",
}  # fmt: skip


def with_proposals(rules: Rules, findings: Findings) -> Rules:
    """The rules with the marks that were found, as far as they are sure; a mere guess is left to the person."""
    sure = {name: str(one.value) for name, one in findings.items() if one.sure in (Sure.CERTAIN, Sure.LIKELY)}
    made = replace(
        rules,
        decimal=sure.get("decimal", rules.decimal),
        thousands=sure.get("thousands", rules.thousands),
        date_format=sure.get("date_format", rules.date_format),
    )
    return replace(made, thousands="") if made.thousands == made.decimal else made


def worth_saying(findings: Findings) -> list[tuple[str, Finding]]:
    """What a person should look at: what is only likely or guessed, and what is not as in a plain file."""
    found = []
    for name in _NAMES:
        one = findings.get(name)
        if one is None or one.sure is Sure.GIVEN:
            continue
        unusual = name in _PLAIN and one.value != _PLAIN[name]
        if unusual or one.sure is Sure.GUESS or (name not in _PLAIN and one.sure is Sure.LIKELY):
            found.append((name, one))
    return found


def number_words(rules: Rules) -> str:
    """How numbers and dates of the file are read, in one line."""
    example = f"1{rules.thousands}234{rules.decimal}50"
    currency = (
        translate("Import", "currency signs are left out")
        if rules.currency_sign is CurrencySign.STRIP
        else translate("Import", "no currency signs")
    )
    return translate("Import", "{number} · {date} · {currency}").format(
        number=example, date=rules.date_format or _ISO, currency=currency
    )


class NumbersRow(QFrame):
    """``changed`` carries the new rules; ``sheet_changed`` the name of another sheet."""

    changed = Signal(object)  # Rules
    sheet_changed = Signal(str)

    def __init__(self, decimals: Sequence[tuple[str, object]]) -> None:
        super().__init__()
        self.setObjectName("import-numbers")
        self._rules = Rules()
        self.decimal = plain_combo(decimals, width=_WIDE)
        self.thousands = plain_combo(_thousands(), width=_MARK)
        self.currency = plain_combo(
            (
                (translate("Import", "Not allowed"), CurrencySign.REJECT.value),
                (translate("Import", "Left out"), CurrencySign.STRIP.value),
            ),
            width=_MARK,
        )
        self.dates = plain_combo([*((form or _ISO, form) for form in _FORMS), _other_form()], width=_MARK)
        self.form = LineEdit(hint="%d %b %Y", width=_MARK)
        self.form.editingFinished.connect(self._form_typed)
        self.sheet = plain_combo((), width=_WIDE)
        for combo in (self.decimal, self.thousands, self.currency, self.dates):
            combo.currentIndexChanged.connect(self._tell)
        self.sheet.currentIndexChanged.connect(self._sheet_chosen)
        self._form_box = captioned(translate("Import", "Fo&rm of the dates"), self.form)
        self._form_box.hide()
        self._sheet_box = captioned(translate("Import", "&Sheet"), self.sheet)
        self._mark, self._why = Glyph("warning", "refused", 16), ElidedLabel("", "caption")
        self._why.setObjectName("import-reasons")
        marks = row(
            self._sheet_box, captioned(translate("Import", "&Decimal mark"), self.decimal),
            captioned(translate("Import", "&Thousands mark"), self.thousands),
            captioned(translate("Import", "C&urrency sign"), self.currency),
            captioned(translate("Import", "D&ates"), self.dates), self._form_box, None, spacing=Space.M,
        )  # fmt: skip
        self.setLayout(column(marks, row(self._mark, (self._why, 1)), spacing=Space.S))

    def show_rules(self, rules: Rules) -> None:
        """Without telling of it."""
        self._rules = rules
        for combo, value in (
            (self.decimal, rules.decimal), (self.thousands, rules.thousands),
            (self.currency, rules.currency_sign.value), (self.dates, rules.date_format),
        ):  # fmt: skip
            _choose(combo, value)

    def show_sheets(self, sheets: Sequence[tuple[str, bool]], chosen: str) -> None:
        """Those of a workbook; hidden for a file of text."""
        blocked = QSignalBlocker(self.sheet)
        self.sheet.clear()
        for name, hidden in sheets:
            said = translate("Import", "{sheet} (hidden)").format(sheet=name) if hidden else name
            self.sheet.addItem(said, name)
        self.sheet.setCurrentIndex(self.sheet.findData(chosen))
        blocked.unblock()
        self._sheet_box.setVisible(bool(sheets))

    def show_findings(self, findings: Findings) -> None:
        """Why it is read so, where that is not plain; everything with its reason at its own field."""
        for name, combo in (
            ("decimal", self.decimal), ("thousands", self.thousands), ("currency_sign", self.currency),
            ("date_format", self.dates), ("sheet", self.sheet),
        ):  # fmt: skip
            explain(combo, findings[name].why if name in findings else "")
        said = worth_saying(findings)
        words = "  ·  ".join(f"{translate('Import', _NAMES[name])}: {one.why}" for name, one in said)
        self._show_why(words, doubtful=any(one.sure is Sure.GUESS for _, one in said))

    def _tell(self, _at: int) -> None:
        if self.dates.currentData() is None:  # another form: it is typed first
            self.form.clear()
            self._form_box.show()
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._form_box.hide()
        decimal, thousands = str(self.decimal.currentData()), str(self.thousands.currentData())
        rules = replace(
            self._rules,
            decimal=decimal,
            thousands="" if thousands == decimal else thousands,
            currency_sign=CurrencySign(self.currency.currentData()),
            date_format=str(self.dates.currentData()),
        )
        self.show_rules(rules)
        self.changed.emit(rules)

    def _form_typed(self) -> None:
        """Taken when it gives a day; until then what is wrong with it stands below."""
        typed = self.form.text().strip()
        if self._form_box.isHidden() or not typed:
            return
        try:
            check_date_format(typed)
        except Refusal as refusal:
            self._show_why(refusal.message, doubtful=True)
            return
        self._form_box.hide()
        _choose(self.dates, typed)
        self._tell(0)

    def _show_why(self, words: str, *, doubtful: bool) -> None:
        self._why.set_words(words)
        self._why.setToolTip(words.replace("  ·  ", "\n"))
        self._why.setVisible(bool(words))
        self._mark.setVisible(doubtful)

    def _sheet_chosen(self, _at: int) -> None:
        self.sheet_changed.emit(str(self.sheet.currentData()))


def _other_form() -> tuple[str, object]:
    return translate("Import", "Another form…"), None


def _thousands() -> list[tuple[str, object]]:
    return [
        (translate("Import", "None"), ""),
        (translate("Import", "Comma  1,234"), ","),
        (translate("Import", "Point  1.234"), "."),
        (translate("Import", "Blank  1 234"), " "),
        (translate("Import", "Apostrophe  1'234"), "'"),
    ]


def _choose(combo: QComboBox, value: str) -> None:
    blocked = QSignalBlocker(combo)
    if combo.findData(value) < 0:
        words = f"1{value}234" if not value.strip() or len(value) == 1 else value
        # What asks for more stays the last.
        at = next((place for place in range(combo.count()) if combo.itemData(place) is None), combo.count())
        combo.insertItem(at, words, value)
    combo.setCurrentIndex(combo.findData(value))
    blocked.unblock()
