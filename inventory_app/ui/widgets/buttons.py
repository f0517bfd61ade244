"""Buttons: plain, primary, quiet, link, chip and navigation.

Their words are verbs that say the consequence.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from inventory_app.ui.theme import Size, Space, icon, icon_size
from inventory_app.ui.translation import native_keys, object_name
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import row

_TONES = {"primary": "on_accent", "link": "accent", "nav": "muted"}


class Button(QPushButton):
    """A push button whose icon follows the theme. ``tip`` ends with the shortcut; icon-only buttons need
    ``name``.
    """

    def __init__(
        self,
        words: str = "",
        kind: str = "",
        icon_name: str = "",
        *,
        tip: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._kind, self._icon_name = kind, icon_name
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(native_keys(tip))
        self.setAutoDefault(False)
        spoken = name or words.replace("&", "").rstrip("… ")
        self.setAccessibleName(spoken)
        self.setObjectName(object_name(name or words) or icon_name)
        self._dress()

    def set_icon(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self._dress()

    def set_words(self, words: str, name: str = "") -> None:
        """New words on a button that lives on; its object name stays."""
        self.setText(words)
        self.setAccessibleName(name or words.replace("&", "").rstrip("… "))

    def _dress(self) -> None:
        if not self._icon_name:
            return
        # Qt leaves 4 px between icon and text, which is too tight: the rest is blank in the picture.
        gap = 6 if self._kind == "nav" else Space.XS if self.text() else 0
        size = Size.ICON if self._kind == "nav" else Size.SMALL_ICON
        checked = "accent" if self._kind in ("nav", "chip") else ""
        self.setIcon(icon(self._icon_name, _TONES.get(self._kind, "text"), checked=checked, gap=gap))
        self.setIconSize(icon_size(size, gap))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus, as Space does; a key that is held down presses once."""
        others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or others:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._dress()


def primary(words: str, icon_name: str = "", *, tip: str = "Ctrl+Enter", name: str = "") -> Button:
    """At most one on a page."""
    return Button(words, "primary", icon_name, tip=tip, name=name)


def quiet(words: str = "", icon_name: str = "", *, tip: str = "", name: str = "") -> Button:
    return Button(words, "quiet", icon_name, tip=tip, name=name)


def link(words: str, icon_name: str = "", *, tip: str = "", name: str = "") -> Button:
    return Button(words, "link", icon_name, tip=tip, name=name)


def chip(words: str, icon_name: str = "", *, checked: bool = False, tip: str = "", name: str = "") -> Button:
    """A filter that is on or off."""
    out = Button(words, "chip", icon_name, tip=tip, name=name)
    out.setCheckable(True)
    out.setChecked(checked)
    return out


class NavButton(Button):
    """One screen in the navigation, with its shortcut at the right."""

    def __init__(self, title: str, icon_name: str, shortcut: str, parent: QWidget | None = None) -> None:
        shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""
        super().__init__(title, "nav", icon_name, tip=f"{title} ({shown})" if shown else title, parent=parent)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        keys = text(shown, "caption")
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(row(None, keys, margins=(0, 0, 10, 0)))
        self.setFixedSize(Size.NAV - 2 * Space.S, 34)
        room = self.width() - Size.ICON - 3 * Space.M - self.fontMetrics().horizontalAdvance(title)
        keys.setVisible(keys.sizeHint().width() <= room)  # else the tool tip tells them
