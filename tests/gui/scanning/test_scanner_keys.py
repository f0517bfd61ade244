"""Keys on their way to the fields: a burst reaches none of them, typing reaches them as it was typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from inventory_app.ui import theme
from inventory_app.ui.scanning.keys import ScannerKeys
from inventory_app.ui.scanning.recogniser import Verdict
from tests.support.scanning import NONE, PATIENT, handle, scan, strike
from tests.support.waiting import until

CONTROL = Qt.KeyboardModifier.ControlModifier


class Ear(QObject):
    """Hears every key that reaches a widget; Shift, which writes nothing, may."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heard: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        strokes = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if isinstance(event, QKeyEvent) and event.type() in strokes and event.key() != Qt.Key.Key_Shift:
            up = " up" if event.type() == QEvent.Type.KeyRelease else ""
            self.heard.append(f"{event.text() or Qt.Key(event.key()).name}{up}")
        return False


def holds(edit: QLineEdit, words: str) -> bool:
    return edit.text() == words


@dataclass
class Room:
    """A window with fields and a button, and what the scanner said."""

    window: QWidget
    first: QLineEdit
    second: QPlainTextEdit
    secret: QLineEdit
    button: QPushButton
    keys: ScannerKeys
    codes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)


@pytest.fixture
async def room(qapp: QApplication) -> AsyncIterator[Room]:
    theme.apply(qapp, dark=False)
    window = QWidget()
    first, second, secret, button = QLineEdit(), QPlainTextEdit(), QLineEdit(), QPushButton("Press")
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    layout = QVBoxLayout(window)
    for part in (first, second, secret, button):
        layout.addWidget(part)
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    first.setFocus()
    faults: list[str] = []
    keys = ScannerKeys(lambda summary, _error: faults.append(summary), window)
    keys.configure(enabled=True, gap=PATIENT, least=4)
    made = Room(window, first, second, secret, button, keys, faults=faults)
    keys.scanned.connect(made.codes.append)
    button.clicked.connect(lambda: made.pressed.append("button"))
    yield made
    assert not made.faults or made.faults == ["expected"]
    window.hide()
    window.deleteLater()


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, None])
async def test_a_burst_reaches_no_field(room: Room, end: Qt.Key | None) -> None:
    ear = Ear(room.window)
    room.first.installEventFilter(ear)
    room.first.setText("Café ")
    entered: list[str] = []
    room.first.returnPressed.connect(lambda: entered.append("Enter"))
    scan(room.first, "50-Ab 12345/x", end)
    await until(lambda: room.codes == ["50-Ab 12345/x"])
    assert room.first.text() == "Café "
    assert room.first.hasFocus()
    assert (ear.heard, entered) == ([], [])


async def test_bursts_one_after_the_other(room: Room) -> None:
    codes = [f"50123456789{number:02}" for number in range(20)]
    for code in codes:
        scan(room.first, code)
    assert room.codes == codes
    assert room.first.text() == ""


async def test_typing_arrives_as_it_was_typed(room: Room) -> None:
    ear = Ear(room.window)
    room.first.installEventFilter(ear)
    typed = "Towel, 45 cm"
    for count, character in enumerate(typed, start=1):
        strike(room.first, character)
        await until(partial(holds, room.first, typed[:count]), what=typed[:count])
    assert ear.heard == [key for character in typed for key in (character, f"{character} up")]
    assert room.codes == []


async def test_fingers_that_roll_over_keys_lose_none(room: Room) -> None:
    strike(room.first, "the")
    await until(lambda: room.first.text() == "the")
    strike(room.first, "ing", Qt.Key.Key_Backspace, "G")
    assert room.first.text().startswith("thein")  # a key that writes nothing waits for nothing
    await until(lambda: room.first.text() == "theinG")
    strike(room.first, "s", Qt.Key.Key_Tab)
    assert room.first.text() == "theinGs"
    assert room.second.hasFocus()
    assert room.codes == []


async def test_chords_come_after_what_was_typed_before(room: Room) -> None:
    strike(room.first, "abc")
    strike(room.first, Qt.Key.Key_A, modifiers=CONTROL)
    assert room.first.selectedText() == "abc"
    saved: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+S"), room.window)
    shortcut.activated.connect(lambda: saved.append(room.first.text()))
    strike(room.first, "xy")
    strike(room.first, Qt.Key.Key_S, modifiers=CONTROL)
    assert saved == ["xy"]
    assert room.codes == []


async def test_a_click_comes_after_what_was_typed_before(room: Room) -> None:
    strike(room.first, "ab")
    QTest.mouseClick(handle(room.window), Qt.MouseButton.LeftButton, NONE, room.second.geometry().center())
    assert room.first.text() == "ab"
    assert room.second.hasFocus()


async def test_what_an_input_method_writes_comes_after_what_was_typed_before(room: Room) -> None:
    strike(room.first, "to")
    event = QInputMethodEvent()
    event.setCommitString("京")
    QCoreApplication.sendEvent(room.first, event)
    assert room.first.text() == "to京"


async def test_a_held_key_repeats_at_once(room: Room) -> None:
    strike(room.first, "x")
    await until(lambda: room.first.text() == "x")
    window = handle(room.first)
    for _ in range(3):
        repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, NONE, "x", True)
        QCoreApplication.sendEvent(window, repeat)
    assert room.first.text() == "xxxx"


async def test_space_still_presses_a_button_and_enter_waits_for_nothing(room: Room) -> None:
    room.button.setFocus()
    strike(room.button, " ")
    await until(lambda: room.pressed == ["button"])
    scan(room.button, "5012345678900", Qt.Key.Key_Return)
    scan(room.button, "    ", Qt.Key.Key_Return)
    assert room.pressed == ["button"]


async def test_a_password_is_never_looked_at(room: Room) -> None:
    room.secret.setFocus()
    scan(room.secret, "correct horse battery")
    assert room.secret.text() == "correct horse battery"
    assert room.codes == []


async def test_a_window_of_its_own(room: Room) -> None:
    dialog = QDialog(room.window)
    edit, ok = QLineEdit(), QPushButton("OK")
    ok.setDefault(True)
    ok.clicked.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.addWidget(edit)
    layout.addWidget(ok)
    dialog.open()
    await until(dialog.isActiveWindow)
    edit.setFocus()
    scan(edit, "5012345678900")
    assert room.codes == ["5012345678900"]
    assert edit.text() == ""
    assert dialog.isVisible()
    strike(edit, "ab")
    await until(lambda: edit.text() == "ab")
    dialog.reject()
    room.window.activateWindow()
    await until(room.window.isActiveWindow)
    scan(room.first, "4006381333931")
    assert room.codes == ["5012345678900", "4006381333931"]


async def test_it_can_be_switched_off_and_the_thresholds_hold_at_once(room: Room) -> None:
    strike(room.first, "ab")
    room.keys.configure(enabled=False, gap=PATIENT, least=4)
    assert room.first.text() == "ab"  # what was kept back came first
    scan(room.first, "5012345678900", None)
    assert room.first.text() == "ab5012345678900"
    room.first.clear()
    room.keys.configure(enabled=True, gap=PATIENT, least=14)
    scan(room.first, "5012345678900")
    assert room.first.text() == "5012345678900"
    assert room.codes == []


async def test_a_fault_lets_the_key_through(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object, **_named: object) -> Verdict[object]:
        raise RuntimeError("a fault of the program")

    assert room.keys._recogniser is not None
    monkeypatch.setattr(room.keys._recogniser, "character", broken)
    strike(room.first, "a")
    assert room.first.text() == "a"
    assert room.faults == ["The barcode scanner's keys could not be read"]
    room.faults[:] = ["expected"]
