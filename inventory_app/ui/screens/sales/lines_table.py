"""The lines of the order that is being written, with a strip of remedies below each line that was refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from inventory_app.domain.numbers import plain
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.models.table_base import Index
from inventory_app.ui.screens.sales.columns import total_title
from inventory_app.ui.screens.sales.draft import Draft, DraftLine
from inventory_app.ui.screens.sales.typed_table import TypedTable
from inventory_app.ui.theme import Size, Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.labels import Glyph, text
from inventory_app.ui.widgets.layout import box, row

ROW = 32
STRIP = 48
_EDIT = int(Qt.ItemDataRole.EditRole)
_LARGEST = 16_777_215


@dataclass(frozen=True)
class LineRow:
    """A line, or (``strip``) what is said below it."""

    line: DraftLine
    number: int
    strip: bool = False


def _only_lines(words: Callable[[LineRow], str]) -> Callable[[LineRow], str]:
    return lambda shown: "" if shown.strip else words(shown)


def _quantity(shown: LineRow) -> str:
    line = shown.line
    return line.quantity_text if line.quantity is None else formats.quantity(line.quantity)


def _price(shown: LineRow) -> str:
    line = shown.line
    return line.price_text if line.price is None else formats.money(line.price)


def _available(shown: LineRow) -> str:
    return "…" if shown.line.available is None else formats.quantity(shown.line.available)


def _short(shown: LineRow) -> bool:
    return not shown.strip and (shown.line.shortage is not None or shown.line.is_short)


def _quantity_tone(shown: LineRow) -> str:
    if shown.strip:
        return ""
    return "failed" if shown.line.quantity is None else "refused" if _short(shown) else ""


def _spoken(shown: LineRow) -> str:
    if not _short(shown):
        return ""
    return translate("Sales", "{available}, fewer than ordered").format(available=_available(shown))


def _in_currency(currency: str) -> str:
    if not currency:
        return translate("Sales", "Unit price")
    return translate("Sales", "Unit price, {currency}").format(currency=currency)


def line_columns(currency: str) -> tuple[Column[LineRow], ...]:
    """The columns of an order's lines."""
    total = _only_lines(lambda shown: formats.money(shown.line.total))
    return (
        Column("number", "#", _only_lines(lambda shown: str(shown.number)), 40, right=True),
        Column("sku", translate("Sales", "SKU"), _only_lines(lambda shown: shown.line.sku), 112, code=True),
        Column("name", translate("Sales", "Product"), _only_lines(lambda shown: shown.line.name)),
        Column(
            "quantity", translate("Sales", "Ordered"), _only_lines(_quantity), 88, right=True, editable=True,
            strong=_short, tone=_quantity_tone,
        ),
        Column(
            "available", translate("Sales", "Available"), _only_lines(_available), 96, right=True, strong=_short,
            icon=lambda shown: "refused" if _short(shown) else "",
            tone=lambda shown: "refused" if _short(shown) else "", speech=_spoken,
        ),
        Column(
            "price",
            _in_currency(currency),
            _only_lines(_price),
            104,
            right=True,
            editable=True,
            tone=lambda shown: (
                "failed" if not shown.strip and shown.line.price_text and shown.line.price is None else ""
            ),
        ),
        Column("total", total_title(currency), total, 104, right=True),
    )  # fmt: skip


class LinesModel(SimpleTableModel[LineRow]):
    """Editing begins with what was typed, without the marks that make figures readable."""

    def __init__(self, currency: str, decimal_mark: str, parent: QObject | None = None) -> None:
        super().__init__(line_columns(currency), lambda shown: (shown.line.sku, shown.strip), parent)
        self._mark = decimal_mark

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == _EDIT and index.isValid():
            shown = self.row_at(index.row())
            key = self.columns[index.column()].key
            if shown is not None and key in ("quantity", "price"):
                return self._typed(shown.line, key)
        return super().data(index, role)

    def _typed(self, line: DraftLine, key: str) -> str:
        """With the person's own decimal mark; what is no number stays as it was typed."""
        number, words = (line.quantity, line.quantity_text) if key == "quantity" else (line.price, line.price_text)
        return words if number is None else plain(number).replace(".", self._mark)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        shown = self.row_at(index.row()) if index.isValid() else None
        if shown is not None and shown.strip:
            return Qt.ItemFlag.ItemNeverHasChildren  # the arrow keys pass it over
        return super().flags(index)

    @override
    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        if role == _EDIT and str(value) == self.data(index, _EDIT):
            return False
        return super().setData(index, value, role)


class LinesTable(TypedTable):
    """As high as its lines while there is room. Digits typed on a line change its quantity."""

    remedy_chosen = Signal(str, str)  # remedy (reduce, transfer, confirm, remove), sku

    def __init__(self, currency: str, decimal_mark: str) -> None:
        self._lines = LinesModel(currency, decimal_mark)
        super().__init__(self._lines, translate("Sales", "Order lines"), "quantity", row_height=ROW)
        self._lines.setParent(self)
        self.setMinimumHeight(Size.HEADER + ROW)
        self._strips: dict[str, tuple[DraftLine, QWidget]] = {}  # by sku, with what the strip was made for
        self._fit()

    @property
    def lines(self) -> LinesModel:
        return self._lines

    def show_draft(self, draft: Draft) -> None:
        """The lines as they are now; strips of lines that are settled go away."""
        rows: list[LineRow] = []
        for number, line in enumerate(draft.lines, start=1):
            rows.append(LineRow(line, number))
            if line.shortage is not None or line.message:
                rows.append(LineRow(line, number, strip=True))
        self.clearSpans()
        self._lines.set_rows(rows)
        former, self._strips = self._strips, {}
        for at, shown in enumerate(rows):
            self.setRowHeight(at, STRIP if shown.strip else ROW)
            if shown.strip:
                self.setSpan(at, 0, 1, len(self._lines.columns))
                self._put_strip(at, shown.line, former.get(shown.line.sku))
        self._fit()

    def focus_remedy(self) -> bool:
        """Go to the first remedy there is."""
        for _, strip in self._strips.values():
            button = strip.findChild(Button)
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def edit_quantity(self, sku: str) -> None:
        """Put the cursor into the quantity of a line."""
        at = self._lines.find((sku, False))
        if at is not None:
            index = self._lines.index(at, self._lines.column_at("quantity"))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(index)
            self.edit(index)

    def selected_skus(self) -> list[str]:
        return list(dict.fromkeys(shown.line.sku for shown in self.selected_rows))

    def _put_strip(self, at: int, line: DraftLine, former: tuple[DraftLine, QWidget] | None) -> None:
        """A strip that says the same lives on, with the focus that one of its buttons may have."""
        index = self._lines.index(at, 0)
        if former is not None and self.indexWidget(index) is former[1]:
            made_for, strip = former
            if (made_for.shortage, made_for.message) == (line.shortage, line.message):
                self._strips[line.sku] = former
                return
        strip = self._make_strip(line)
        self.setIndexWidget(index, strip)
        self._strips[line.sku] = (line, strip)

    def _make_strip(self, line: DraftLine) -> QFrame:
        shortage = line.shortage
        if shortage is None:
            return _strip(line.message, (), "failed", "error")
        words = translate("Sales", "{available} of {wanted} available at {location}.").format(
            available=plain(shortage.available), wanted=plain(shortage.wanted), location=shortage.location
        )
        remedies: list[Button] = []
        if shortage.available > 0:
            offer = translate("Sales", "Order &{available}").format(available=formats.quantity(shortage.available))
            remedies.append(self._remedy("reduce", line, offer))
        if shortage.source:
            offer = translate("Sales", "Take &{missing} from {source}")
            offer = offer.format(missing=formats.quantity(shortage.missing), source=shortage.source)
            remedies.append(self._remedy("transfer", line, offer, icon_name="transfer"))
        if shortage.can_confirm:
            offer = translate("Sales", "Order all {wanted} anyway").format(wanted=formats.quantity(shortage.wanted))
            remedies.append(self._remedy("confirm", line, offer))
        remove = Button(
            translate("Sales", "Remove line"),
            "quiet",
            name=translate("Sales", "Remove line {sku}").format(sku=line.sku),
        )
        remove.clicked.connect(partial(self._choose, "remove", line.sku))
        return _strip(words, (*remedies, remove), "refused", "refused")

    def _remedy(self, key: str, line: DraftLine, words: str, icon_name: str = "") -> Button:
        button = Button(words, "", icon_name, name=f"{words.replace('&', '')}: {line.sku}")
        button.clicked.connect(partial(self._choose, key, line.sku))
        return button

    def _choose(self, key: str, sku: str, _checked: bool = False) -> None:
        self.remedy_chosen.emit(key, sku)

    def _fit(self) -> None:
        rows = sum(self.rowHeight(at) for at in range(self._lines.rowCount()))
        self.setMaximumHeight(min(Size.HEADER + rows + 1, _LARGEST))


def _strip(words: str, buttons: tuple[Button, ...], tone: str, icon_name: str) -> QFrame:
    choose = (text(translate("Sales", "Choose:"), "caption"),) if buttons else ()
    parts = (Glyph(icon_name, tone), text(words, "strong", tone), *choose, *buttons, None)
    out = box(row(*parts, margins=(Space.M, 0, Space.M, 0)))
    out.setProperty("badge", tone)
    out.setAccessibleName(words)
    return out
