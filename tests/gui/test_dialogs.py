"""Dialogs are awaited while everything else goes on; reporting of what nobody expected."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QtMsgType, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import Choice, ask, choose_file_to_open, choose_file_to_save, finished
from inventory_app.ui.runtime.notices import Notice, Notices
from inventory_app.ui.theme import OutcomeLook
from tests.support.file_dialogs import pick
from tests.support.loops import LoopErrors
from tests.support.waiting import until


@pytest.fixture
def parent(qtbot: Any) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    return made


CHOICES = [Choice("stay", "Stay"), Choice("go", "&Go", primary=True)]


async def press(name: str) -> None:
    dialog = await until(QApplication.activeModalWidget)
    assert dialog is not None
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def test_a_decision_is_awaited(parent: QWidget) -> None:
    ticks: list[int] = []

    async def other() -> None:
        for tick in range(20):
            await asyncio.sleep(0.001)
            ticks.append(tick)

    background = asyncio.ensure_future(other())
    asked = asyncio.ensure_future(ask(parent, "Close?", "Something runs.", CHOICES, look=OutcomeLook.RUNNING))
    await background
    await press("choice-go")
    assert await asked == "go"
    assert len(ticks) == 20


async def test_esc_decides_nothing_and_enter_takes_the_primary(parent: QWidget) -> None:
    asked = asyncio.ensure_future(ask(parent, "Close?", "Something runs.", CHOICES))
    dialog = await until(QApplication.activeModalWidget)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert await asked is None
    asked = asyncio.ensure_future(ask(parent, "Close?", "Something runs.", CHOICES))
    dialog = await until(QApplication.activeModalWidget)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert await asked == "go"


async def test_a_dialog_that_goes_with_its_window_is_rejected(qtbot: Any) -> None:
    window = QWidget()
    window.show()
    dialog = QDialog(window)
    waiting = asyncio.ensure_future(finished(dialog))
    await until(dialog.isVisible)
    window.deleteLater()
    assert await asyncio.wait_for(waiting, 5) == 0
    del qtbot


async def test_cancelling_the_wait_takes_the_dialog_away(parent: QWidget) -> None:
    dialog = QDialog(parent)
    waiting = asyncio.ensure_future(finished(dialog, modal=False))
    await until(dialog.isVisible)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not dialog.isVisible()


async def test_files_are_chosen_without_a_nested_loop(parent: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    file.write_text("sku,name\n")
    chosen = asyncio.ensure_future(choose_file_to_open(parent, "Import", str(tmp_path), ["CSV (*.csv)"]))
    await pick(str(file))
    assert await chosen == file
    chosen = asyncio.ensure_future(choose_file_to_save(parent, "Export", str(tmp_path / "stock"), suffix="csv"))
    await pick(str(tmp_path / "levels"))
    assert await chosen == tmp_path / "levels.csv"
    chosen = asyncio.ensure_future(choose_file_to_open(parent, "Import", str(tmp_path)))
    dialog = await until(QApplication.activeModalWidget)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    assert await chosen is None


@pytest.mark.parametrize("typed", ["products.csv", "products"])
async def test_a_file_that_exists_is_asked_about_before_it_is_written(
    parent: QWidget, tmp_path: Path, typed: str
) -> None:
    (tmp_path / "products.csv").write_text("sku,name\n")
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(QMessageBox.StandardButton.No).click()

    timer = QTimer(parent)
    timer.timeout.connect(answer)
    timer.start(10)
    chosen = asyncio.ensure_future(choose_file_to_save(parent, "Export", str(tmp_path / "stock"), suffix="csv"))
    await pick(str(tmp_path / typed))
    await until(lambda: asked)
    timer.stop()
    assert "products.csv" in asked[0]
    assert not chosen.done()
    dialog = await until(QApplication.activeModalWidget)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    assert await chosen is None


# --------------------------------------------------------------------------------------------------------- notices


@pytest.fixture
def notices() -> Any:
    made = Notices()
    made.install()
    yield made
    made.uninstall()
    made.uninstall()


async def test_what_nobody_caught_becomes_a_notice(notices: Notices, caplog: pytest.LogCaptureFixture) -> None:
    told: list[Notice] = []
    notices.told.connect(told.append)
    sys.excepthook(LookupError, LookupError("in a slot"), None)
    thread = threading.Thread(target=int, args=("not a number",), name="worker")
    thread.start()
    thread.join()
    await until(lambda: len(told) == 2)
    assert "LookupError" in told[0].summary
    assert "in a slot" in told[0].detail
    assert "ValueError" in told[1].summary
    assert "in a slot" in caplog.text
    with pytest.raises(RuntimeError):
        notices.install()


async def test_tasks_that_nobody_awaits_are_reported(notices: Notices) -> None:
    loop = asyncio.get_running_loop()
    notices.uninstall()
    former = loop.get_exception_handler()
    notices.install(loop)
    told: list[Notice] = []
    notices.told.connect(told.append)
    background = Background()
    try:
        background.start(_fail(), name="saving the layout")
        await until(lambda: told)
        loop.call_exception_handler({"message": "a message alone"})
        loop.call_exception_handler({"message": "a leftover", "exception": ConnectionResetError("gone")})
    finally:
        notices.uninstall()
        loop.set_exception_handler(former)
    assert "on purpose" in told[0].detail
    assert "saving the layout" in told[0].detail
    assert len(told) == 1


async def _fail() -> None:
    raise LookupError("on purpose")


async def test_messages_of_qt_go_to_the_log(notices: Notices, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    qWarning("a warning of Qt")
    assert "Qt: a warning of Qt" in caplog.text
    context: Any = type("Context", (), {"category": "default"})()
    notices._of_qt(QtMsgType.QtWarningMsg, context, "This plugin does not support raise()")
    assert "This plugin" not in caplog.text


async def test_background_tasks_end_with_their_owner(loop_errors: LoopErrors) -> None:
    owner = QObject()
    background = Background(owner)
    ended: list[str] = []

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("ended")

    background.start(forever())
    assert background.running == 1
    await asyncio.sleep(0)
    owner.deleteLater()
    await until(lambda: ended)
    second = Background()
    second.start(forever())
    await asyncio.sleep(0)
    await second.drain()
    assert ended == ["ended", "ended"]
    second.start(_fail())
    await until(lambda: loop_errors.reports)
    assert "on purpose" in loop_errors.take()[0]
