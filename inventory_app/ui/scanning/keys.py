"""The keys of all windows on their way to the fields: a scanner's bursts are taken out, typing is passed on.

Keys are looked at where the system hands them to a window, before any widget sees them. That is one event filter per
window and one at the widget with the focus; a filter at the application would be asked about every event of the
program. What was kept back is sent to its window again, which leads it to the widget with the focus, as at first.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid
from typing_extensions import override

from inventory_app.ui.scanning.recogniser import Recogniser, Verdict
from inventory_app.ui.translation import translate

GRACE = 15  # ms beyond the gap: keys that are on their way may arrive a little late
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENDERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
# Pressed by a scanner too, for capitals; they write nothing, so they pass at once.
_MODIFIERS = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_Mode_switch,
)  # fmt: skip
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_INTERRUPTS = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class ScannerKeys(QObject):
    """`scanned` carries each code. ``report`` is told of a fault; a key is delivered all the same then."""

    scanned = Signal(str)

    def __init__(self, report: Callable[[str, BaseException], None], parent: QObject) -> None:
        super().__init__(parent)
        self._report = report
        self._recogniser: Recogniser[tuple[QWindow, QKeyEvent]] | None = None
        self._watched: QObject | None = None  # the widget with the focus
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._pause_due)
        self._sure = QTimer(self)  # keys that arrived while the program was busy have their turn first
        self._sure.setSingleShot(True)
        self._sure.setInterval(0)
        self._sure.timeout.connect(self._paused)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch_window)
            app.focusObjectChanged.connect(self._watch_object)
        self._watch_window(QGuiApplication.focusWindow())
        self._watch_object(QGuiApplication.focusObject())

    def configure(self, *, enabled: bool, gap: int, least: int) -> None:
        """Begin, end, or go on with other thresholds."""
        if self._recogniser is not None:
            self._obey(self._recogniser.pause())
        self._recogniser = Recogniser(gap=gap, least=least) if enabled else None
        self._pause.setInterval(gap + GRACE)

    # --------------------------------------------------------------------------------------------- what is watched

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once, however often it is asked for

    def _watch_object(self, focused: QObject | None) -> None:
        if self._watched is not None and isValid(self._watched) and not isinstance(self._watched, QWindow):
            self._watched.removeEventFilter(self)
        self._watched = focused
        if focused is not None:
            focused.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        recogniser = self._recogniser
        if recogniser is None:
            return False
        try:
            if kind in _KEYS:
                if isinstance(watched, QWindow) and isinstance(event, QKeyEvent) and event.spontaneous():
                    return self._key(recogniser, watched, event)
            elif kind in _INTERRUPTS or (kind == QEvent.Type.InputMethod and recogniser.waiting):
                self._obey(recogniser.other())
        except Exception as error:  # noqa: BLE001 - what escapes from here ends the process
            self._report(translate("Scanner", "The barcode scanner's keys could not be read"), error)
        return False

    # ------------------------------------------------------------------------------------------------------ a key

    def _key(self, recogniser: Recogniser[tuple[QWindow, QKeyEvent]], window: QWindow, event: QKeyEvent) -> bool:
        """Whether the key is kept from the window."""
        if event.key() in _MODIFIERS:
            return False
        place = event.nativeScanCode() or int(event.key())
        if event.type() == QEvent.Type.KeyRelease:
            return self._obey(recogniser.release((window, _copy(event)), place))
        writes, ends = _writes(event), _ends(event)
        if (not writes and not ends) or _is_secret():
            return self._obey(recogniser.other())
        if event.type() == QEvent.Type.ShortcutOverride:  # its press follows
            return False
        at = event.timestamp() or time.monotonic_ns() // 1_000_000
        if ends:
            return self._obey(recogniser.ender(place, at))
        kept = (window, _copy(event))
        return self._obey(recogniser.character(kept, place, event.text(), at, repeated=event.isAutoRepeat()))

    def _obey(self, verdict: Verdict[tuple[QWindow, QKeyEvent]]) -> bool:
        self._sure.stop()
        for window, event in verdict.typed:
            target = window if isValid(window) else QGuiApplication.focusWindow()
            if target is not None:
                QCoreApplication.sendEvent(target, event)
        if verdict.code:
            self.scanned.emit(verdict.code)
        if self._recogniser is not None and self._recogniser.waiting:
            self._pause.start()
        else:
            self._pause.stop()
        return verdict.keep

    def _pause_due(self) -> None:
        self._sure.start()

    def _paused(self) -> None:
        if self._recogniser is not None:
            self._obey(self._recogniser.pause())


def _writes(event: QKeyEvent) -> bool:
    """A character, not a chord."""
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & _CHORD


def _ends(event: QKeyEvent) -> bool:
    """Enter or Tab; some keyboards have a key of its own for a line's end."""
    ends = event.key() in _ENDERS or event.text() in ("\r", "\n", "\t")
    return ends and not event.modifiers() & (_CHORD | _SHIFT)


def _is_secret() -> bool:
    """Where a password is typed nothing is looked at: a manager of passwords types as fast as a scanner."""
    focused = QGuiApplication.focusObject()
    return isinstance(focused, QLineEdit) and focused.echoMode() != QLineEdit.EchoMode.Normal


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The same key once more: an event lives only as long as it is being delivered."""
    out = QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.nativeScanCode(), event.nativeVirtualKey(),
        event.nativeModifiers(), event.text(), event.isAutoRepeat(), event.count(),
    )  # fmt: skip
    out.setTimestamp(event.timestamp())
    return out
