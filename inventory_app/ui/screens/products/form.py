"""The form of a product: its fields, what is checked while one types, and its values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import format_money
from inventory_app.domain.texts import BARCODE_LENGTH, DESCRIPTION_LENGTH, NAME_LENGTH, SKU_LENGTH, optional_text
from inventory_app.queries.parties import suppliers
from inventory_app.queries.products import categories, uoms
from inventory_app.settings import declared
from inventory_app.ui.product_picker import SuggestBox
from inventory_app.ui.screens.products.values import Value, Values, barcode_hint, barcodes_in, tracking_choices
from inventory_app.ui.theme import Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.edits import LineEdit, MoneyEdit
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import text

if TYPE_CHECKING:
    from inventory_app.queries.session import Session
    from inventory_app.ui.screen import Collaborators

_LINES = 58  # a text area of three lines
_MIDDLE = 240


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Words that are in use already."""

    categories: tuple[str, ...]
    suppliers: tuple[str, ...]
    uoms: tuple[str, ...]


async def suggestions(session: Session) -> Suggestions:
    """What the fields of the form propose."""
    return Suggestions(await categories(session), await suppliers(session), await uoms(session))


class ProductForm(Form):
    """All fields of a product. Control names are those of the actions' fields, so refusals find them."""

    def __init__(self, parts: Collaborators) -> None:
        self._mark = parts.settings.get(declared.DECIMAL_MARK)
        currency = parts.settings.get(declared.CURRENCY_SIGN)
        self.sku = LineEdit(name=translate("Products", "SKU"), width=_MIDDLE, most=SKU_LENGTH)
        self.product_name = LineEdit(name=translate("Products", "Name"), most=NAME_LENGTH)
        self.category = SuggestBox(
            name=translate("Products", "Category"), hint=translate("Products", "Kitchen"), width=_MIDDLE
        )
        self.supplier = SuggestBox(name=translate("Products", "Supplier"), width=_MIDDLE)
        self.uom = SuggestBox(name=translate("Products", "Uom"), hint="pcs", width=120)
        self.tracking = plain_combo(tracking_choices(), width=160, name=translate("Products", "Tracking"))
        self.price = MoneyEdit(decimal_mark=self._mark, name=translate("Products", "Price"))
        self.cost = MoneyEdit(decimal_mark=self._mark, name=translate("Products", "Cost"))
        self.barcodes = _area(translate("Products", "One per line; scan or type"))
        self.barcodes.setObjectName("barcodes")
        self.description = _area(translate("Products", "Optional"))
        self.description.setObjectName("description")
        self.sku_field = Field(
            translate("Products", "S&KU"),
            self.sku,
            _needed(SKU_LENGTH, translate("Products", "Type a SKU; it names the product everywhere.")),
        )
        self.barcode_field = Field(translate("Products", "&Barcodes"), self.barcodes, _check_barcodes)
        super().__init__(self._in_order(currency), spacing=Space.S)
        self.barcodes.textChanged.connect(self._hint)
        parts.queries.ask(self, "suggestions", suggestions, self._suggest)

    def _in_order(self, currency: str) -> list[Field]:
        """In the order of the form."""
        return [
            self.sku_field,
            Field(
                translate("Products", "&Name"),
                self.product_name,
                _needed(NAME_LENGTH, translate("Products", "Type a name.")),
            ),
            Field(translate("Products", "C&ategory"), self.category, _fits(NAME_LENGTH)),
            Field(translate("Products", "S&upplier"), self.supplier, _fits(NAME_LENGTH)),
            Field(translate("Products", "Uni&t"), self.uom, _fits(NAME_LENGTH)),
            Field(translate("Products", "T&racking"), self.tracking),
            Field(translate("Products", "&Price"), self.price, self._check_price, after=[text(currency, "caption")]),
            Field(translate("Products", "C&ost"), self.cost, self._check_cost, after=[text(currency, "caption")]),
            self.barcode_field,
            Field(translate("Products", "&Description"), self.description, _fits(DESCRIPTION_LENGTH)),
        ]

    def _suggest(self, found: Suggestions) -> None:
        self.category.suggest(found.categories)
        self.supplier.suggest(found.suppliers)
        self.uom.suggest(found.uoms)

    def _hint(self) -> None:
        self.barcode_field.set_hint(barcode_hint(barcodes_in(self.barcodes.toPlainText())))

    def _check_price(self, words: str) -> str:
        return _check_money(self.price, words)

    def _check_cost(self, words: str) -> str:
        return _check_money(self.cost, words)

    # --------------------------------------------------------------------------------------------- values

    def show_values(self, values: Values) -> None:
        """Put these into the fields, those that are not named stay."""
        for name, value in values.items():
            match name:
                case "price" | "cost":
                    edit = self.price if name == "price" else self.cost
                    edit.setText(format_money(value).replace(".", self._mark) if isinstance(value, Decimal) else "")
                case "tracking":
                    self.tracking.setCurrentIndex(max(self.tracking.findData(value), 0))
                case "barcodes":
                    self.barcodes.setPlainText("\n".join(value) if isinstance(value, tuple) else "")
                case "description":
                    self.description.setPlainText(str(value or ""))
                case _:
                    line = self._lines()[name]
                    line.setText(str(value or ""))
                    line.setCursorPosition(0)

    def values(self) -> dict[str, Value]:
        """What was typed."""
        typed: dict[str, Value] = {name: line.text().strip() for name, line in self._lines().items()}
        return {
            **typed,
            "tracking": str(self.tracking.currentData()),
            "price": self.price.value,
            "cost": self.cost.value,
            "barcodes": barcodes_in(self.barcodes.toPlainText()),
            "description": self.description.toPlainText().strip(),
        }

    def _lines(self) -> dict[str, LineEdit]:
        return {
            "sku": self.sku,
            "name": self.product_name,
            "category": self.category,
            "supplier": self.supplier,
            "uom": self.uom,
        }


def _area(hint: str) -> QPlainTextEdit:
    out = QPlainTextEdit()
    out.setPlaceholderText(hint)
    out.setFixedHeight(_LINES)
    out.setTabChangesFocus(True)
    return out


def _needed(limit: int, missing: str) -> Callable[[str], str]:
    fits = _fits(limit)

    def check(words: str) -> str:
        return fits(words) if words.strip() else missing

    return check


def _fits(limit: int) -> Callable[[str], str]:
    def check(words: str) -> str:
        try:
            optional_text(words, field="text", limit=limit)
        except Refusal as refusal:
            return _capital(refusal.message.partition(": ")[2])
        return ""

    return check


def _check_barcodes(words: str) -> str:
    fits = _fits(BARCODE_LENGTH)
    return next((why for code in barcodes_in(words) if (why := fits(code))), "")


def _check_money(edit: MoneyEdit, words: str) -> str:
    if words.strip() and edit.problem:
        return edit.problem
    return translate("Products", "An amount is not below 0.") if edit.value is not None and edit.value < 0 else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
