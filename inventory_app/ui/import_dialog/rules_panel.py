"""The panel of the map step: what the rows do, each choice with the words of its consequence."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QScrollArea

from inventory_app.importing.options import (
    BarcodeCheck,
    Blank,
    CurrencySign,
    InFileDuplicates,
    Missing,
    NegativeQuantity,
    OnExisting,
    StockMode,
)
from inventory_app.ui.import_dialog.choices import Rules
from inventory_app.ui.import_dialog.open_page import DECIMALS, in_words
from inventory_app.ui.import_dialog.page import captioned
from inventory_app.ui.theme import Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import Part, box, column, row

WIDTH = 276
E = TypeVar("E", bound=StrEnum)


class RulesPanel(QFrame):
    """Shows the rules of one kind of file; ``changed`` carries the new ones."""

    changed = Signal(object)  # Rules

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import-rules")
        self._mark = ""  # the thousands mark of the file, where it is neither a comma nor a point
        self._products = self._make_products()
        self._stock = self._make_stock()
        self._make_shared()
        self._blocks = {"products": box(column(*self._products)), "stock": box(column(*self._stock))}
        shared: tuple[Part, ...] = (
            captioned(translate("Import", "&Location"), self.location),
            *self._blocks.values(),
            captioned(translate("Import", "&Negative quantity"), self.negative),
            captioned(translate("Import", "&What does not exist yet"), self.missing),
            captioned(translate("Import", "Dec&imal mark"), self.decimal),
            captioned(translate("Import", "Date &format"), self.dates),
            Space.XS,
            self.thousands,
            self.currency,
        )
        inner = box(
            column(
                text(translate("Import", "What the rows do"), "strong"),
                *shared,
                None,
                margins=(Space.L, Space.M, Space.L, 0),
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
        self._connect()

    def _make_products(self) -> list[Part]:
        self.existing = _combo(
            (OnExisting.UPDATE, translate("Import", "Update the mapped fields")),
            (OnExisting.SKIP, translate("Import", "Leave it as it is")),
            (OnExisting.REJECT, translate("Import", "Reject the row")),
        )
        self.twice = _combo(
            (InFileDuplicates.REJECT, translate("Import", "Reject the later row")),
            (InFileDuplicates.LAST, translate("Import", "The last row counts")),
            (InFileDuplicates.SUM, translate("Import", "Add up the quantities")),
        )
        self.blank = _combo(
            (Blank.KEEP, translate("Import", "Leaves the value as it is")),
            (Blank.CLEAR, translate("Import", "Clears the value")),
        )
        self.digits = _combo(
            (BarcodeCheck.WARN, translate("Import", "Warn")),
            (BarcodeCheck.REJECT, translate("Import", "Reject the row")),
            (BarcodeCheck.OFF, translate("Import", "Not checked")),
        )
        return [
            captioned(translate("Import", "&Existing sku"), self.existing),
            captioned(translate("Import", "SKU &twice in the file"), self.twice),
            captioned(translate("Import", "Blan&k cell"), self.blank),
            captioned(translate("Import", "Wrong check di&git"), self.digits),
        ]

    def _make_stock(self) -> list[Part]:
        self.stock_mode = _combo(
            (StockMode.ADD, translate("Import", "Is added to what is there")),
            (StockMode.SET, translate("Import", "Is what is there")),
        )
        return [captioned(translate("Import", "The q&uantity"), self.stock_mode)]

    def _make_shared(self) -> None:
        self.location = plain_combo(())
        self.negative = _combo(
            (NegativeQuantity.REJECT, translate("Import", "Reject the row")),
            (NegativeQuantity.KEEP, translate("Import", "Post it where allowed")),
        )
        self.missing = _combo(
            (Missing.CREATE, translate("Import", "Create it")), (Missing.REJECT, translate("Import", "Reject the row"))
        )
        self.decimal = plain_combo(in_words(DECIMALS))
        self.dates = LineEdit(
            hint=translate("Import", "{example}, or {pattern}").format(example="2026-11-24", pattern="%d.%m.%Y")
        )
        self.thousands = QCheckBox(translate("Import", "Thousands marks allo&wed"))
        self.currency = QCheckBox(translate("Import", "Currenc&y signs allowed"))

    def _connect(self) -> None:
        for combo in self._combos():
            combo.currentIndexChanged.connect(self._tell)
        for check, name in ((self.thousands, "thousands-marks-allowed"), (self.currency, "currency-signs-allowed")):
            check.setAccessibleName(check.text().replace("&", ""))
            check.setObjectName(name)
            check.toggled.connect(self._tell)
        self.dates.editingFinished.connect(self._tell)

    def _combos(self) -> tuple[QComboBox, ...]:
        return (
            self.existing, self.twice, self.blank, self.digits, self.stock_mode, self.location, self.negative,
            self.missing, self.decimal,
        )  # fmt: skip

    def show_rules(self, kind: str, rules: Rules, locations: Sequence[str]) -> None:
        """Without telling of it."""
        blocked = [QSignalBlocker(one) for one in (*self._combos(), self.thousands, self.currency, self.dates)]
        for name, block in self._blocks.items():
            block.setVisible(name == kind)
        self.location.clear()
        for path in dict.fromkeys((*locations, rules.location)):
            self.location.addItem(path, path)
        for combo, value in (
            (self.existing, rules.on_existing), (self.twice, rules.in_file_duplicates), (self.blank, rules.blank),
            (self.digits, rules.barcode_check), (self.stock_mode, rules.stock_mode), (self.location, rules.location),
            (self.negative, rules.negative_quantity), (self.missing, rules.missing), (self.decimal, rules.decimal),
        ):  # fmt: skip
            combo.setCurrentIndex(max(combo.findData(value), 0))
        self.thousands.setChecked(bool(rules.thousands))
        self._mark = rules.thousands if rules.thousands not in (",", ".") else ""
        self.currency.setChecked(rules.currency_sign is CurrencySign.STRIP)
        self.dates.setText(rules.date_format)
        for one in blocked:
            one.unblock()

    @property
    def rules(self) -> Rules:
        """As they stand here."""
        decimal = str(self.decimal.currentData())
        other = "," if decimal == "." else "."
        return Rules(
            on_existing=OnExisting(self.existing.currentData()),
            in_file_duplicates=InFileDuplicates(self.twice.currentData()),
            blank=Blank(self.blank.currentData()),
            negative_quantity=NegativeQuantity(self.negative.currentData()),
            barcode_check=BarcodeCheck(self.digits.currentData()),
            missing=Missing(self.missing.currentData()),
            stock_mode=StockMode(self.stock_mode.currentData()),
            location=str(self.location.currentData()),
            decimal=decimal,
            thousands=(self._mark or other) if self.thousands.isChecked() else "",
            currency_sign=CurrencySign.STRIP if self.currency.isChecked() else CurrencySign.REJECT,
            date_format=self.dates.text().strip(),
        )

    def _tell(self, _value: object = None) -> None:
        self.changed.emit(self.rules)


def _combo(*choices: tuple[E, str]) -> QComboBox:
    return plain_combo([(words, value) for value, words in choices])
