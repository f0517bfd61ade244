"""Form rows: a label with mnemonic, a control, and below it what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import object_name
from inventory_app.ui.widgets.labels import LEFT, Glyph, text
from inventory_app.ui.widgets.layout import Part, column, repolish, row

_ARROW = 48  # of a choice: its arrow and its sides
_GIVES = 48  # px that a choice may become wider, in a language with longer words
# The message for what is wrong, empty when nothing is.
Validator: TypeAlias = Callable[[str], str]


class Field(QFrame):
    """One field. What was typed is looked at after the field was left for the first time, from then on at
    every key.

    ``show_message`` puts a refusal of the database at the field; it goes when the person types again.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        control: QWidget,
        validator: Validator | None = None,
        *,
        after: Sequence[Part] = (),
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._validator = validator
        self._touched = False
        self._told = ""  # a message from outside
        spoken = label.replace("&", "")
        self.setObjectName(f"field-{object_name(label)}")
        if not control.objectName():
            control.setObjectName(self.objectName().removeprefix("field-"))
        control.setAccessibleName(spoken)
        control.setProperty("invalid", False)
        self.label = QLabel(label)
        self.label.setBuddy(control)
        self._icon = Glyph("error", "failed", Size.SMALL_ICON)
        self._message = text("", "caption", "failed", wrap=True)
        self._hint = text(hint, "caption", wrap=True)
        if not hint:
            self._hint.hide()
        line = row(control, *after, *(() if _grows(control) else (None,)))
        if _grows(control):
            line.setStretch(0, 1)
        words = row(self._icon, (self._message, 1), spacing=6)
        self.setLayout(column(line, self._hint, words, spacing=Space.XS))
        self._show("")
        _connect(control, self._edited)
        control.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in the control."""
        return text_of(self.control)

    @property
    def message(self) -> str:
        """What is wrong now, shown or not yet shown."""
        return self._told or (self._validator(self.text) if self._validator else "")

    @property
    def ok(self) -> bool:
        return not self.message

    def check(self) -> bool:
        """Look now, as when the form is about to be saved. True when nothing is wrong."""
        self._touched = True
        self._show(self.message)
        return self.ok

    def show_message(self, message: str) -> None:
        """Put a refusal here; empty takes it away."""
        self._told = message
        self._touched = self._touched or bool(message)
        self._show(self.message if self._touched else "")

    def set_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and self._message.isHidden())

    def reset(self) -> None:
        """Forget that it was touched: the form is new."""
        self._touched, self._told = False, ""
        self._show("")

    def recheck(self) -> None:
        """Another field has changed that this one depends on."""
        if self._touched:
            self._show(self.message)

    def _edited(self) -> None:
        self._told = ""
        self.recheck()
        self.changed.emit()

    def _show(self, message: str) -> None:
        self._message.setText(message)
        self._message.setVisible(bool(message))
        self._icon.setVisible(bool(message))
        self._hint.setVisible(bool(self._hint.text()) and not message)
        self.control.setAccessibleDescription(message)
        if bool(self.control.property("invalid")) != bool(message):
            self.control.setProperty("invalid", bool(message))
            repolish(self.control)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self._touched:
            popup = isinstance(self.control, QComboBox) and self.control.view().isVisible()
            if not popup:
                self._touched = True
                self._show(self.message)
        return False


def text_of(control: QWidget) -> str:
    match control:
        case QLineEdit() | QDateEdit():
            return control.text()
        case QComboBox():
            return control.currentText()
        case QPlainTextEdit():
            return control.toPlainText()
        case QCheckBox():
            return "yes" if control.isChecked() else ""
    edit = control.findChild(QLineEdit)
    return edit.text() if edit is not None else ""


def _connect(control: QWidget, slot: Callable[[], None]) -> None:
    match control:
        case QLineEdit():
            control.textChanged.connect(slot)
        case QComboBox():
            control.currentTextChanged.connect(slot)
        case QPlainTextEdit():
            control.textChanged.connect(slot)
        case QDateEdit():
            control.dateChanged.connect(slot)
        case QCheckBox():
            control.toggled.connect(slot)
        case _:
            edit = control.findChild(QLineEdit)
            if edit is not None:
                edit.textChanged.connect(slot)


def _grows(control: QWidget) -> bool:
    return control.maximumWidth() > Size.WINDOW[0] and not isinstance(control, QCheckBox)


class Form(QFrame):
    """Fields below each other: labels share one left edge, fields another."""

    changed = Signal()

    def __init__(
        self,
        fields: Sequence[Field | tuple[str, QWidget]],
        *,
        label_width: int = Size.LABEL,
        spacing: int = Space.M,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = tuple(one for one in fields if isinstance(one, Field))
        layout = QFormLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(Space.M)
        layout.setVerticalSpacing(spacing)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        rows = [(one.label, one) if isinstance(one, Field) else (QLabel(one[0]), one[1]) for one in fields]
        # Another language may need more room than ours; all labels stay as wide as the widest.
        label_width = max((label_width, *(label.sizeHint().width() for label, _ in rows)))
        for label, widget in rows:
            # As high as a control and centred in itself: level with the first control, whatever the field is.
            label.setFixedSize(label_width, Size.CONTROL)
            label.setAlignment(LEFT)
            layout.addRow(label, widget)
            if isinstance(widget, Field):
                widget.changed.connect(self.changed)
        self.setLayout(layout)

    @property
    def ok(self) -> bool:
        return all(one.ok for one in self.fields)

    def check(self) -> bool:
        """Look at all fields; the first that is wrong gets the focus."""
        wrong = [one for one in self.fields if not one.check()]
        if wrong:
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def field(self, name: str) -> Field | None:
        """The field whose control is named so; refusals of the database name fields."""
        return next((one for one in self.fields if one.control.objectName() == name), None)

    def show_refusal(self, name: str | None, message: str) -> bool:
        """Put a refusal at its field. False when there is no such field: then it belongs into the banner."""
        found = self.field(name) if name else None
        if found is None:
            return False
        found.show_message(message)
        found.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_shown(self, field: Field, shown: bool) -> None:
        """A field that there is nothing to say in takes no room, nor does its label."""
        layout = self.layout()
        if isinstance(layout, QFormLayout):
            layout.setRowVisible(field, shown)

    def reset(self) -> None:
        for one in self.fields:
            one.reset()


def plain_combo(choices: Sequence[tuple[str, object]], *, width: int = 0, name: str = "") -> QComboBox:
    """A choice of words; the wheel does not change it while the page is scrolled."""
    out = WheelProofCombo()
    for words, value in choices:
        out.addItem(words, value)
    if width:
        widest = max((out.fontMetrics().horizontalAdvance(words) for words, _ in choices), default=0) + _ARROW
        out.setFixedWidth(max(width, min(widest, width + _GIVES)))
    if name:
        out.setAccessibleName(name)
        out.setObjectName(object_name(name))
    return out


class WheelProofCombo(QComboBox):
    """Answers to the wheel only when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.currentTextChanged.connect(self._tell_whole)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self, _words: str = "") -> None:
        """What is cut for want of room stands in the tool tip."""
        words = self.currentText()
        cut = self.fontMetrics().horizontalAdvance(words) > self.width() - _ARROW
        if cut or self.toolTip():
            self.setToolTip(words if cut else "")

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return False
        return super().event(event)
