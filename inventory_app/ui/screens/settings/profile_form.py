"""The form of one profile. What it does not show keeps its value; the password is never put into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QLineEdit, QWidget

from inventory_app.settings.checks import AdviceError
from inventory_app.settings.profiles import FIELDS, DatabaseKind, Isolation, TlsMode
from inventory_app.ui.theme import Size, Space
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import RIGHT, Glyph, text
from inventory_app.ui.widgets.layout import Part, box, column, repolish, row

_LABEL = 88
_WIDE_LABEL = 208
_PORT = 72
_BLANK = {
    "path": QT_TRANSLATE_NOOP("Settings", "Choose where the database is kept."),
    "host": QT_TRANSLATE_NOOP("Settings", "Give the name or address of the server, as db.shop.lan."),
    "database": QT_TRANSLATE_NOOP("Settings", "Give its name on the server."),
    "user": QT_TRANSLATE_NOOP("Settings", "Give the name to log in with."),
}
_ISOLATION = (
    (QT_TRANSLATE_NOOP("Settings", "READ COMMITTED (recommended)"), Isolation.READ_COMMITTED.value),
    ("REPEATABLE READ", Isolation.REPEATABLE_READ.value),
    ("SERIALIZABLE", Isolation.SERIALIZABLE.value),
)
_ONLY = {
    DatabaseKind.SQLITE: ("path",),
    DatabaseKind.POSTGRESQL: ("host", "database", "user", "password", "tls", "tls-note", "isolation"),
}


def _tls() -> list[tuple[str, str]]:
    words = translate("Settings", "As the host needs (recommended)")
    return [(words, ""), *((translate("TlsMode", mode.word), mode.value) for mode in TlsMode)]


class ProfileForm(QFrame):
    """The rows that everybody needs; `AdvancedForm` has the others."""

    changed = Signal()
    browse_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("profile-form")
        port_label = self._make_port()
        browse = Button(translate("Settings", "Ch&oose…"), name=translate("Settings", "Choose the file"))
        browse.clicked.connect(self.browse_wanted)
        password = LineEdit(most=1000)
        password.setEchoMode(QLineEdit.EchoMode.Password)
        self.fields = {
            "name": Field(translate("Settings", "&Name"), LineEdit(most=100), partial(advice, "name")),
            "path": Field(
                translate("Settings", "&File"), LineEdit(most=4096), partial(advice, "path"), after=(browse,)
            ),
            "host": Field(
                translate("Settings", "&Host"),
                LineEdit(most=253),
                partial(advice, "host"),
                after=(port_label, self.port),
            ),
            "database": Field(translate("Settings", "&Database"), LineEdit(most=63), partial(advice, "database")),
            "user": Field(translate("Settings", "&User"), LineEdit(most=63), partial(advice, "user")),
            "password": Field(translate("Settings", "&Password"), password),
            "tls": Field(translate("Settings", "T&LS"), plain_combo(_tls())),
            "isolation": Field(
                translate("Settings", "&Isolation"),
                plain_combo([(translate("Settings", words), value) for words, value in _ISOLATION]),
            ),
        }
        for name, field in self.fields.items():
            field.control.setObjectName(name)
        self._note = _Note()
        rows: list[Field | tuple[str, QWidget]] = []
        for name, field in self.fields.items():
            rows.append(field)
            if name == "tls":
                rows.append(("", self._note))
        self.form = Form(rows, label_width=_LABEL, spacing=Space.S)
        self.form.changed.connect(self.changed)
        self.setLayout(column(self.form))

    def _make_port(self) -> QLabel:
        self.port = LineEdit(width=_PORT, most=8, name=translate("Settings", "Port"))
        self.port.setObjectName("port")
        label = text(translate("Settings", "P&ort"))
        label.setBuddy(self.port)
        self.port.setAccessibleName(translate("Settings", "Port"))
        self.port.setAlignment(RIGHT)
        self.port.textChanged.connect(self._port_typed)
        self.port.editingFinished.connect(self.check_port)
        return label

    def check_port(self) -> bool:
        """The port stands beside the host: what is wrong with it is told below both."""
        words = "" if self.fields["host"].isHidden() else advice("port", self.port.text())
        self.fields["host"].show_message(
            translate("Settings", "Port: {reason}").format(reason=f"{words[0].lower()}{words[1:]}") if words else ""
        )
        self.port.setProperty("invalid", bool(words))
        repolish(self.port)
        return not words

    def _port_typed(self) -> None:
        if self.port.property("invalid"):
            self.check_port()
        self.changed.emit()

    def show_kind(self, kind: DatabaseKind) -> None:
        """Only the rows of this kind of database."""
        for one, names in _ONLY.items():
            for name in names:
                widget: QWidget = self._note if name == "tls-note" else self.fields[name]
                self._set_visible(widget, one is kind and (name != "tls-note" or bool(self._note.words)))

    def show_warning(self, words: str) -> None:
        """What is unsafe about the TLS mode, below it."""
        self._note.show_words(words)
        self._set_visible(self._note, bool(words))

    def _set_visible(self, widget: QWidget, visible: bool) -> None:
        layout = self.form.layout()
        if isinstance(layout, QFormLayout):
            layout.setRowVisible(widget, visible)


class _Note(QFrame):
    """A warning that stays: icon and words."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._label = text("", "caption", "refused", wrap=True)
        glyph = box(column(2, Glyph("warning", "refused", Size.SMALL_ICON), None, spacing=0))
        self.setLayout(row(glyph, (self._label, 1), spacing=6))

    def show_words(self, words: str) -> None:
        self.words = words
        self._label.setText(words)
        self.setAccessibleName(words)


class AdvancedForm(QFrame):
    """Rows that few people change: certificates, pooler, pool, log. Two columns, so that the page needs no more."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("profile-advanced")
        numbers = partial(LineEdit, width=Size.QUANTITY, most=20)
        check: Callable[[str], Field] = self._box
        self.fields = {
            "root_certificate": _field(
                "root_certificate", LineEdit(most=4096, hint=translate("Settings", "the system's own authorities"))
            ),
            "strict_x509": check("strict_x509"),
            "pooler": check("pooler"),
            "pool_size": _field("pool_size", numbers()),
            "max_overflow": _field("max_overflow", numbers()),
            "pool_timeout_seconds": _field(
                "pool_timeout_seconds", numbers(hint=translate("Settings", "as in the limits")), "s"
            ),
            "recycle_seconds": _field("recycle_seconds", numbers(), translate("Settings", "s, −1 never")),
            "pre_ping": check("pre_ping"),
            "sql_log": check("sql_log"),
        }
        for name, field in self.fields.items():
            field.control.setObjectName(name)
        self.fields["sql_log"].set_hint(translate("Settings", "values are masked; slows the program down"))
        self.form = Form(list(self.fields.values()), label_width=_WIDE_LABEL, spacing=Space.S)
        self.form.changed.connect(self.changed)
        self.setLayout(column(self.form))

    def _box(self, name: str) -> Field:
        tick = QCheckBox()
        tick.setMinimumHeight(Size.CONTROL)
        return _field(name, tick)

    def show_kind(self, kind: DatabaseKind) -> None:
        layout = self.form.layout()
        server = ("root_certificate", "strict_x509", "pooler", "recycle_seconds", "pre_ping")
        if isinstance(layout, QFormLayout):
            for name in server:
                layout.setRowVisible(self.fields[name], kind is DatabaseKind.POSTGRESQL)


def _field(name: str, control: QWidget, unit: str = "") -> Field:
    after: tuple[Part, ...] = (text(unit, "caption"),) if unit else ()
    validator = None if isinstance(control, QCheckBox) else partial(advice, name)
    return Field(translate("Profile", FIELDS[name][0]), control, validator, after=after)


def advice(name: str, typed: str) -> str:
    """What is wrong with what stands in a field of a profile, '' when nothing is."""
    if name in _BLANK and not typed.strip():
        return translate("Settings", _BLANK[name])
    try:
        FIELDS[name][1](plain(typed))
    except AdviceError as wrong:
        words = str(wrong)
        return f"{words[:1].upper()}{words[1:]}."
    return ""


def plain(typed: str) -> str:
    """As a number is read: a true minus is a minus."""
    return typed.replace("\u2212", "-")


def put(control: QWidget, value: object) -> None:
    """A value of a profile into its control."""
    match control:
        case QCheckBox():
            control.setChecked(bool(value))
        case QComboBox():
            control.setCurrentIndex(max(control.findData("" if value is None else str(value)), 0))
        case QLineEdit():
            shown = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
            if control.text() != shown:
                control.setText(shown)
                control.setCursorPosition(0)


def taken(control: QWidget) -> object:
    """What stands in a control, as `Profile.from_record` reads it."""
    match control:
        case QCheckBox():
            return control.isChecked()
        case QComboBox():
            return control.currentData()
        case QLineEdit():
            return plain(control.text().strip())
    raise TypeError(f"{type(control).__name__} holds no value of a profile")
