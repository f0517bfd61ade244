"""The list at the left of the check step: rejected rows and warnings, by reason, with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from inventory_app.importing.problem_pages import Reason
from inventory_app.importing.reasons import REASONS, WARNINGS
from inventory_app.ui.models.columns import ROW_ROLE
from inventory_app.ui.models.table_base import Index
from inventory_app.ui.theme import Size, Space, Type, colors, font, formats, paint_icon
from inventory_app.ui.theme.fonts import SEMIBOLD
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.delegates import option_rect, option_selected

WIDTH = 280
_ROW, _HEADING, _BAR = 44, 36, 3
# Shorter than in the error column: the list is narrow, and the code stands below.
_TITLES: Mapping[str, str] = {
    "sku_missing": QT_TRANSLATE_NOOP("Reasons", "The SKU is blank"),
    "name_missing": QT_TRANSLATE_NOOP("Reasons", "The name is blank"),
    "price_negative": QT_TRANSLATE_NOOP("Reasons", "The price is below 0"),
    "cost_negative": QT_TRANSLATE_NOOP("Reasons", "The cost is below 0"),
    "unit_price_negative": QT_TRANSLATE_NOOP("Reasons", "The unit price is below 0"),
    "quantity_invalid": QT_TRANSLATE_NOOP("Reasons", "Quantity is not a number"),
    "quantity_negative": QT_TRANSLATE_NOOP("Reasons", "The quantity is below 0"),
    "too_long": QT_TRANSLATE_NOOP("Reasons", "Longer than the field"),
    "path_missing": QT_TRANSLATE_NOOP("Reasons", "The location is blank"),
    "reference_missing": QT_TRANSLATE_NOOP("Reasons", "The document has no number"),
    "left_out": QT_TRANSLATE_NOOP("Reasons", "Nothing to import in the row"),
    "price_invalid": QT_TRANSLATE_NOOP("Reasons", "Price is not a number"),
    "cost_invalid": QT_TRANSLATE_NOOP("Reasons", "Cost is not a number"),
    "unit_cost_invalid": QT_TRANSLATE_NOOP("Reasons", "Unit cost is not a number"),
    "reorder_point_invalid": QT_TRANSLATE_NOOP("Reasons", "Reorder point is not a number"),
    "date_invalid": QT_TRANSLATE_NOOP("Reasons", "Not a date in this format"),
    "serial_quantity": QT_TRANSLATE_NOOP("Reasons", "A serial number is one piece"),
    "barcode_check_digit": QT_TRANSLATE_NOOP("Reasons", "Check digit is wrong"),
    "barcode_damaged": QT_TRANSLATE_NOOP("Reasons", "Barcode became 9.78E+12"),
    "leading_zeros_lost": QT_TRANSLATE_NOOP("Reasons", "Leading zeros are lost"),
    "sku_unknown": QT_TRANSLATE_NOOP("Reasons", "No product has this SKU"),
    "unknown_location": QT_TRANSLATE_NOOP("Reasons", "No such location"),
    "unknown_category": QT_TRANSLATE_NOOP("Reasons", "No such category"),
    "unknown_supplier": QT_TRANSLATE_NOOP("Reasons", "No such supplier"),
    "unknown_uom": QT_TRANSLATE_NOOP("Reasons", "No such unit of measure"),
    "barcode_duplicate": QT_TRANSLATE_NOOP("Reasons", "Barcode of another SKU"),
    "serial_duplicate": QT_TRANSLATE_NOOP("Reasons", "Serial is somewhere else"),
    "duplicate_sku": QT_TRANSLATE_NOOP("Reasons", "SKU twice in the file"),
    "sku_exists": QT_TRANSLATE_NOOP("Reasons", "SKU exists already"),
    "below_reserved": QT_TRANSLATE_NOOP("Reasons", "Less than is reserved"),
    "ragged_row": QT_TRANSLATE_NOOP("Reasons", "Not as many fields as the header"),
    "undecodable": QT_TRANSLATE_NOOP("Reasons", "Bytes that are no text"),
    "sku_damaged": QT_TRANSLATE_NOOP("Reasons", "SKU may be damaged"),
    "sku_date": QT_TRANSLATE_NOOP("Reasons", "SKU may have become a date"),
    "digits_lost": QT_TRANSLATE_NOOP("Reasons", "Digits after the 15th are lost"),
    "mojibake": QT_TRANSLATE_NOOP("Reasons", "Letters are lost (Ã© for é)"),
    "cell_error": QT_TRANSLATE_NOOP("Reasons", "A formula's error (#N/A)"),
    "cell_cut": QT_TRANSLATE_NOOP("Reasons", "May be cut off at 32,767 characters"),
    "opening_ignored": QT_TRANSLATE_NOOP("Reasons", "Opening quantity not posted"),
    "tracking_raised": QT_TRANSLATE_NOOP("Reasons", "Tracked from now on"),
    "conflicting_duplicate": QT_TRANSLATE_NOOP("Reasons", "SKU with other values"),
    "repaired": QT_TRANSLATE_NOOP("Reasons", "Read with a repair"),
    "kind_invalid": QT_TRANSLATE_NOOP("Reasons", "Not a kind of location"),
    "policy_invalid": QT_TRANSLATE_NOOP("Reasons", "Not block, warn or allow"),
    "duplicate_location": QT_TRANSLATE_NOOP("Reasons", "Location twice in the file"),
    "location_exists": QT_TRANSLATE_NOOP("Reasons", "Location exists already"),
    "location_in_use": QT_TRANSLATE_NOOP("Reasons", "In use: its kind stays"),
    "below_zero": QT_TRANSLATE_NOOP("Reasons", "Stock there is below 0"),
    "duplicate_code": QT_TRANSLATE_NOOP("Reasons", "Code twice in the file"),
    "duplicate_name": QT_TRANSLATE_NOOP("Reasons", "Name twice in the file"),
    "name_taken": QT_TRANSLATE_NOOP("Reasons", "Name of somebody else"),
    "party_exists": QT_TRANSLATE_NOOP("Reasons", "Code or name exists already"),
    "supplier_missing": QT_TRANSLATE_NOOP("Reasons", "The order has no supplier"),
    "unit_price_invalid": QT_TRANSLATE_NOOP("Reasons", "Unit price is not a number"),
    "unknown_customer": QT_TRANSLATE_NOOP("Reasons", "No such customer"),
    "document_conflict": QT_TRANSLATE_NOOP("Reasons", "Differs within its order"),
    "reference_exists": QT_TRANSLATE_NOOP("Reasons", "Order exists already"),
    "reference_repeated": QT_TRANSLATE_NOOP("Reasons", "Order exists already"),
    "not_available": QT_TRANSLATE_NOOP("Reasons", "More than is available"),
    "document_rejected": QT_TRANSLATE_NOOP("Reasons", "Another line is rejected"),
    "tracking_invalid": QT_TRANSLATE_NOOP("Reasons", "Not none, lot or serial"),
    "tracking_kept": QT_TRANSLATE_NOOP("Reasons", "Tracked otherwise; that stays"),
    "archived_invalid": QT_TRANSLATE_NOOP("Reasons", "Neither yes nor no"),
    "barcode_missing": QT_TRANSLATE_NOOP("Reasons", "Barcode is blank"),
    "factor_invalid": QT_TRANSLATE_NOOP("Reasons", "Not the pieces in a pack"),
    "barcode_exists": QT_TRANSLATE_NOOP("Reasons", "The product has the barcode"),
    "duplicate_reorder_point": QT_TRANSLATE_NOOP("Reasons", "SKU and location twice in the file"),
    "reorder_point_exists": QT_TRANSLATE_NOOP("Reasons", "Reorder point exists already"),
}
_NO_PARENT = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason, or (``code`` '') the heading of a group, whose ``note`` says what it counts."""

    code: str
    words: str
    count: int
    warning: bool = False
    note: str = ""


def reason_rows(
    rejected: Mapping[str, int], warnings: Mapping[str, int], listed: Mapping[Reason, int] | None = None
) -> list[ReasonRow]:
    """The groups with their headings, the most frequent reason first.

    ``listed`` counts problems: of those that no row is counted under, a rejected row has another one before it.
    """
    also = {
        one: count for one, count in (listed or {}).items() if one.code not in (warnings if one.warning else rejected)
    }
    groups = (
        (translate("Import", "Rejected, by first reason"), {Reason(code, False): n for code, n in rejected.items()}),
        (translate("Import", "Warnings"), {Reason(code, True): n for code, n in warnings.items()}),
        (translate("Import", "Further problems of rejected rows"), also),
    )
    rows: list[ReasonRow] = []
    for title, counts in groups:
        if counts:
            rows.append(ReasonRow("", title, sum(counts.values()), note=_counted_above() if counts is also else ""))
            ordered = sorted(counts.items(), key=lambda one: -one[1])
            rows += [ReasonRow(one.code, _title(one), count, one.warning) for one, count in ordered]
    return rows


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[ReasonRow, ...] = ()

    def show_rows(self, rows: Sequence[ReasonRow]) -> None:
        self.beginResetModel()
        self.shown = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.shown[index.row()].code:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        one = self.shown[index.row()]
        if role == ROW_ROLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{one.words}: {formats.number(one.count)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return one.note or one.words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return one.note
        return None


class _Delegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        one: ReasonRow = index.data(ROW_ROLE)
        return QSize(WIDTH, _ROW if one.code else _HEADING)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: ReasonRow = index.data(ROW_ROLE)
        rect, tones = option_rect(option), colors()
        painter.save()
        if not one.code:
            caption = font(Type.CAPTION, SEMIBOLD)
            inner = rect.adjusted(Space.L, 0, -Space.L, 0)
            many, metrics = formats.number(one.count), QFontMetrics(caption)
            wide = inner.width() - metrics.horizontalAdvance(many) - Space.S
            shown = metrics.elidedText(one.words, Qt.TextElideMode.ElideRight, wide)
            _write(painter, inner, shown, caption, tones.muted, _LEFT)
            _write(painter, inner, many, caption, tones.muted, _RIGHT)
        else:
            self._reason(painter, one, rect, selected=option_selected(option))
        painter.restore()

    def _reason(self, painter: QPainter, one: ReasonRow, rect: QRect, *, selected: bool) -> None:
        tones = colors()
        if selected:
            painter.fillRect(rect, QColor(tones.selection))
            painter.fillRect(QRect(rect.x(), rect.y(), _BAR, rect.height()), QColor(tones.accent))
        x, side = rect.x() + _BAR + Space.M, Size.SMALL_ICON
        look = ("warning", "refused") if one.warning else ("error", "failed")
        paint_icon(painter, *look, x, rect.y() + (rect.height() - side) / 2)
        words = font(weight=SEMIBOLD) if selected else font()
        many = formats.number(one.count)
        broad = QFontMetrics(words).horizontalAdvance(many)
        count = QRect(rect.right() - Space.L - broad, rect.y(), broad + 1, rect.height())
        _write(painter, count, many, words, tones.text, _RIGHT)
        left = x + side + Space.S
        wide = count.left() - left - Space.S
        middle = rect.center().y()
        shown = QFontMetrics(words).elidedText(one.words, Qt.TextElideMode.ElideRight, wide)
        _write(painter, QRect(left, middle - 19, wide, 19), shown, words, tones.text, _LEFT)
        _write(painter, QRect(left, middle, wide, 18), one.code, font(Type.CAPTION), tones.muted, _LEFT)


class ReasonsList(QListView):
    """``chosen`` carries the reason that the cursor is on."""

    chosen = Signal(object)  # ReasonRow

    def __init__(self) -> None:
        super().__init__()
        self.rows = _Model(self)
        self._showing, self._gone_to = False, False  # a new list; one of its reasons
        self.setProperty("kind", "rows")
        self.setObjectName("reasons")
        self.setAccessibleName(translate("Import", "Reasons"))
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_reasons(self, rows: Sequence[ReasonRow]) -> None:
        """The reason that the person went to is chosen if it is still there, else the first."""
        at = self.currentIndex().row()
        former = self.rows.shown[at] if self._gone_to and at >= 0 else None
        self.rows.show_rows(rows)
        same = [
            at for at, one in enumerate(rows) if former and (one.code, one.warning) == (former.code, former.warning)
        ]
        first = [at for at, one in enumerate(rows) if one.code]
        self._gone_to = bool(same)
        self._showing = True
        for at in (*same, *first)[:1]:
            self.setCurrentIndex(self.rows.index(at))
        self._showing = False

    @override
    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and a page up lead to a reason, not to the heading above it, where they would stop."""
        found = super().moveCursor(action, modifiers)
        heading = found.isValid() and not self.rows.shown[found.row()].code
        return self.rows.index(found.row() + 1) if heading else found

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._gone_to = self._gone_to or not self._showing
            self.chosen.emit(self.rows.shown[current.row()])


def _write(painter: QPainter, rect: QRect, words: str, with_font: QFont, color: str, align: int) -> None:
    painter.setFont(with_font)
    painter.setPen(QColor(color))
    painter.drawText(rect, align, words)


def _counted_above() -> str:
    return translate("Import", "Problems, not rows: each of these rows is counted above, under its first reason.")


def _title(reason: Reason) -> str:
    if reason.code in _TITLES:
        return translate("Reasons", _TITLES[reason.code])
    said = (WARNINGS if reason.warning else REASONS).get(reason.code, reason.code)
    return said[:1].upper() + said[1:]
