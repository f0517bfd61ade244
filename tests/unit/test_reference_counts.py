"""PySide6 6.12.0 on Python below 3.12 drops a reference to None with each call and in the end aborts the process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import PySide6
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

CALLS = 1000
# A leak of one reference for each call would be CALLS; other code of the process moves a few in the meantime.
NOISE = CALLS // 4


class Sender(QObject):
    """Something to emit."""

    changed = Signal()


def _drift(call: Callable[[], object], constant: object) -> int:
    call()
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        call()
    return sys.getrefcount(constant) - before


@pytest.mark.parametrize("constant", [None, True], ids=str)
@pytest.mark.parametrize("name", ["setText", "update", "sendPostedEvents", "emit", "setFocus"])
def test_calls_of_qt_keep_the_count_of_references(name: str, constant: object, qtbot: QtBot) -> None:
    label, edit, sender = QLabel(), QLineEdit(), Sender()
    qtbot.addWidget(label)
    qtbot.addWidget(edit)
    calls: dict[str, Callable[[], object]] = {
        "setText": lambda: label.setText("x"),
        "update": label.update,
        "sendPostedEvents": QApplication.sendPostedEvents,
        "emit": sender.changed.emit,
        "setFocus": edit.setFocus,
    }
    drift = _drift(calls[name], constant)
    assert abs(drift) < NOISE, f"PySide6 {PySide6.__version__} moves {drift / CALLS:+.2f} references for each call"
