"""A section made from declared options: each is checked while one types, and holds as soon as its field is left."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from inventory_app.settings.checks import AdviceError
from inventory_app.settings.declared import LANGUAGE, Language, LogLevel, Option, Theme
from inventory_app.settings.errors import InvalidSettingError, SettingsNotSavedError
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.settings.services import SettingsServices
from inventory_app.ui.theme import OutcomeLook, Size, Space
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, object_name, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import quiet
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import Part, box, column, pad, row

_LABEL = 216
_WIDE = 320
_CHOICES: dict[str, str] = {
    Theme.SYSTEM: QT_TRANSLATE_NOOP("Settings", "As the system is set"),
    Theme.LIGHT: QT_TRANSLATE_NOOP("Settings", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("Settings", "Dark"),
    LogLevel.WARNING: QT_TRANSLATE_NOOP("Settings", "Warnings"),
    LogLevel.INFO: QT_TRANSLATE_NOOP("Settings", "What happens"),
    LogLevel.DEBUG: QT_TRANSLATE_NOOP("Settings", "Everything"),
    ".": QT_TRANSLATE_NOOP("Settings", "Point, as in 1.5"),
    ",": QT_TRANSLATE_NOOP("Settings", "Comma, as in 1,5"),
}

# Each language under its own name, whatever is spoken now.
_LANGUAGES: dict[str, str] = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch"}


@dataclass(frozen=True)
class Group:
    """Options under one heading."""

    title: str
    options: tuple[Option[Any], ...]


class OptionsView(QFrame):
    """The fields of one section. ``edited`` tells an option and what stands in its field."""

    edited = Signal(object, object)  # Option, value
    defaults_wanted = Signal()

    def __init__(self, name: str, groups: Sequence[Group], *, with_defaults: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"options-{object_name(name)}")
        self.setAccessibleName(name)
        self.setProperty("role", "surface")
        self.fields: dict[str, Field] = {}
        self._options: dict[str, Option[Any]] = {}
        self.banner = Banner()
        self.banner.clear()
        parts: list[Part] = []
        for group in groups:
            parts += [text(translate("Settings", group.title), "section"), self._form(group), Space.S]
        if with_defaults:
            defaults = quiet(
                translate("Settings", "&Back to the defaults"),
                "undo",
                name=translate("Settings", "Back to the defaults"),
            )
            defaults.clicked.connect(self.defaults_wanted)
            parts.append(row(defaults, None))
        inner = box(column(*parts, None, margins=pad(Space.XL, Space.L), spacing=Space.M), "scrolled")
        scroll = QScrollArea()
        scroll.setObjectName("options-scroll")
        scroll.setAccessibleName(name)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayout(column(self.banner, (scroll, 1), spacing=0))

    def _form(self, group: Group) -> Form:
        fields = []
        for option in group.options:
            field = self._field(option)
            self.fields[option.key] = field
            self._options[option.key] = option
            fields.append(field)
        return Form(fields, label_width=_LABEL, spacing=Space.S)

    def _field(self, option: Option[Any]) -> Field:
        control = _control(option)
        after = (text(translate("Options", option.unit), "caption"),) if option.unit else ()
        field = Field(
            translate("Options", option.label),
            control,
            partial(_advice, option),
            after=after,
            hint=translate("Options", option.help),
        )
        control.setObjectName(option.key)
        match control:
            case QCheckBox():
                control.setAccessibleName(translate("Options", option.label))
                control.toggled.connect(partial(self._changed, option))
            case QComboBox():
                control.activated.connect(partial(self._changed, option))
            case QLineEdit():
                control.editingFinished.connect(partial(self._changed, option, None))
        return field

    def show_value(self, option: Option[Any], value: object) -> None:
        """Without telling anybody: it is what is kept."""
        control = self.fields[option.key].control
        blocked = control.blockSignals(True)
        match control:
            case QCheckBox():
                control.setChecked(bool(value))
            case QComboBox():
                control.setCurrentIndex(control.findData(str(value)))
            case QLineEdit():
                control.setText(_shown(value))
                control.setCursorPosition(0)
        control.blockSignals(blocked)
        self.fields[option.key].reset()

    def _changed(self, option: Option[Any], _signal: object) -> None:
        field = self.fields[option.key]
        if field.check():
            self.edited.emit(option, _value(field.control))


class OptionsPresenter(QObject):
    """Keeps what was edited, off the loop, and has the window follow."""

    def __init__(
        self, view: OptionsView, groups: Sequence[Group], collaborators: Collaborators, services: SettingsServices
    ) -> None:
        super().__init__(view)
        self._view = view
        self._options = tuple(option for group in groups for option in group.options)
        self._settings = collaborators.settings
        self._services = services
        self._background = Background(self)
        view.edited.connect(self._edited)
        view.defaults_wanted.connect(self._defaults)
        self.show()

    def show(self) -> None:
        """What is kept now; another Stockroom of the same person may have changed it."""
        for option in self._options:
            if not self._view.fields[option.key].control.hasFocus():
                self._view.show_value(option, self._settings.get(option))

    def _edited(self, option: Option[Any], value: object) -> None:
        if value != _shown(self._settings.get(option)) and value != self._settings.get(option):
            self._background.start(self._keep({option: value}), name=f"keep {option.key}")

    def _defaults(self) -> None:
        values = {option: option.default() for option in self._options}
        self._background.start(self._keep(values), name="back to the defaults")

    async def _keep(self, values: dict[Option[Any], object]) -> None:
        try:
            await asyncio.to_thread(self._settings.change, values)
        except InvalidSettingError as error:
            if isValid(self._view):
                self._view.fields[error.key].show_message(_words(error))
            return
        except SettingsNotSavedError as error:
            if isValid(self._view):
                self._view.banner.show_message(
                    OutcomeLook.REFUSED, translate("Settings", "The settings could not be saved"), error.message
                )
        if isValid(self._view):
            for option in values:
                self._view.show_value(option, self._settings.get(option))
                self._services.applied(option)
            if LANGUAGE in values:
                self._view.banner.show_message(
                    OutcomeLook.COMMITTED,
                    translate("Settings", "The language is kept"),
                    translate("Settings", "The window speaks it when Stockroom is started the next time."),
                )


def _control(option: Option[Any]) -> QWidget:
    default = option.default()
    if isinstance(default, bool):
        tick = QCheckBox()
        tick.setMinimumHeight(Size.CONTROL)
        return tick
    if option.choices:
        return plain_combo([(_choice(one), str(one)) for one in option.choices], width=_WIDE)
    numeric = isinstance(default, int | float)
    return LineEdit(width=Size.QUANTITY if numeric else _WIDE)


def _choice(value: str) -> str:
    if value in _LANGUAGES:
        return _LANGUAGES[value]
    return translate("Settings", _CHOICES[value]) if value in _CHOICES else value


def _value(control: QWidget) -> object:
    match control:
        case QCheckBox():
            return control.isChecked()
        case QComboBox():
            return control.currentData()
        case QLineEdit():
            return control.text().strip()
    raise TypeError(f"{type(control).__name__} holds no option")


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _advice(option: Option[Any], typed: str) -> str:
    """What is wrong with what stands in a line edit; choices and boxes cannot be wrong."""
    if option.choices or isinstance(option.default(), bool):
        return ""
    try:
        option.read(typed)
    except AdviceError as advice:
        return _sentence(str(advice))
    return ""


def _words(error: InvalidSettingError) -> str:
    return _sentence(str(error.__cause__)) if error.__cause__ is not None else error.message


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
