"""Line edits: plain with an icon, and for quantities and amounts. No spin boxes: the wheel changes stock by
accident.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import parse_money
from inventory_app.domain.quantities import parse_quantity
from inventory_app.ui.theme import Size, icon
from inventory_app.ui.theme.formats import MINUS
from inventory_app.ui.translation import object_name, translate
from inventory_app.ui.widgets.labels import RIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT, LONG, LONGEST = 200, 1_000, 100_000  # sku and barcode, names and codes, descriptions


class LineEdit(QLineEdit):
    """A line of text; the leading icon follows the theme."""

    def __init__(
        self,
        value: str = "",
        *,
        hint: str = "",
        width: int = 0,
        icon_name: str = "",
        most: int = LONG,
        name: str = "",
    ) -> None:
        super().__init__(value)
        self._icon_name = icon_name
        self._leading: QAction | None = None
        # A little more than may be kept: a longer text is refused with words, not cut in silence.
        self.setMaxLength(most + 100)
        self.setPlaceholderText(hint)
        self.setCursorPosition(0)
        if width:
            self.setFixedWidth(width)
        if name:
            self.setAccessibleName(name)
            self.setObjectName(object_name(name))
        if icon_name:
            self._leading = self.addAction(icon(icon_name, "muted"), QLineEdit.ActionPosition.LeadingPosition)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._leading is not None and event.type() in (
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
        ):
            self._leading.setIcon(icon(self._icon_name, "muted"))


class NumberEdit(LineEdit):
    """A number typed as text; true minus and plain hyphen are the same. ``value`` is exact."""

    def __init__(
        self,
        parse: Callable[[str], Decimal],
        value: str = "",
        *,
        width: int = Size.QUANTITY,
        hint: str = "",
        name: str = "",
    ) -> None:
        super().__init__(value, hint=hint, width=width, most=LONG, name=name)
        self._parse = parse
        self.setAlignment(RIGHT)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def plain(self) -> str:
        return self.text().strip().replace(MINUS, "-").replace("\u2007", "").replace("\u2008", "")

    @property
    def value(self) -> Decimal | None:
        """What was typed, None while it is blank or not a number."""
        plain = self.plain()
        if not plain:
            return None
        try:
            return self._parse(plain)
        except Refusal:
            return None

    @property
    def problem(self) -> str:
        """Why what was typed is not a number, empty when it is one or blank."""
        plain = self.plain()
        if not plain:
            return ""
        try:
            self._parse(plain)
        except Refusal as refusal:
            return refusal.message.partition(": ")[2] or refusal.message
        return ""


class QuantityEdit(NumberEdit):
    """A quantity in the base unit of measure, with the decimal mark of the settings."""

    def __init__(self, value: str = "", *, decimal_mark: str = ".", width: int = Size.QUANTITY, name: str = "") -> None:
        super().__init__(
            _Parser(parse_quantity, decimal_mark), value, width=width, name=name or translate("Widgets", "Quantity")
        )


class MoneyEdit(NumberEdit):
    """An amount of money."""

    def __init__(self, value: str = "", *, decimal_mark: str = ".", width: int = Size.QUANTITY, name: str = "") -> None:
        super().__init__(
            _Parser(parse_money, decimal_mark), value, width=width, name=name or translate("Widgets", "Amount")
        )


class _Parser:
    """A parse function of the domain with its decimal mark."""

    def __init__(self, parse: Callable[..., Decimal], decimal_mark: str) -> None:
        self._parse, self._mark = parse, decimal_mark

    def __call__(self, typed: str) -> Decimal:
        return self._parse(typed, decimal_mark=self._mark)
