"""The widgets one by one: toast, activity, splitter, badges, theme."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from inventory_app.ui import theme
from inventory_app.ui.theme import DARK, LIGHT, Mode, OutcomeLook, Theme
from inventory_app.ui.widgets.activity_panel import ActivityPanel
from inventory_app.ui.widgets.activity_rows import ActivityModel, ActivityRow, RowAction, Show
from inventory_app.ui.widgets.badge import Badge
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.labels import ElidedLabel
from inventory_app.ui.widgets.progress import ProgressBar, ProgressRow
from inventory_app.ui.widgets.splitter import Splitter
from inventory_app.ui.widgets.step_bar import StepBar
from inventory_app.ui.widgets.toast import Toast
from tests.support.waiting import until
from tests.support.widgets import opened, shown

pytestmark = pytest.mark.usefixtures("light")


def test_enter_presses_the_button_with_the_focus(qtbot: Any) -> None:
    button = Button("Ship it")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    shown(qtbot, button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(pressed) == 2
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(button, held)
    assert len(pressed) == 2


# ----------------------------------------------------------------------------------------------------- what is told


async def test_a_toast_stays_under_the_mouse_and_goes_by_itself(qtbot: Any) -> None:
    host = QWidget()
    host.resize(600, 400)
    toast = Toast(host)
    opened(qtbot, host)
    toast._timer.setInterval(20)
    toast.tell("Adjusted", "45 → 42", action="Undo", token="row")
    assert toast.isVisible()
    assert toast.geometry().bottom() < host.height()
    assert toast.accessibleName() == "Committed: Adjusted"
    chosen: list[object] = []
    toast.action_chosen.connect(chosen.append)
    undo = toast.findChild(Button)
    assert undo is not None
    undo.click()
    assert chosen == ["row"]
    assert not toast.isVisible()
    toast.tell("Again")
    await until(lambda: not toast.isVisible())
    host.resize(300, 200)


def test_a_banner_says_what_it_is_about(qtbot: Any) -> None:
    banner = Banner()
    host = QWidget()
    banner.setParent(host)
    shown(qtbot, host)
    assert not banner.isVisible()
    banner.show_message(OutcomeLook.REFUSED, "The order was not placed", "1 of 4 lines asks for too much.")
    assert banner.isVisible()
    assert banner.property("banner") == "refused"
    assert banner.accessibleName() == "Refused: The order was not placed"
    banner.set_detail("other")
    banner.clear()
    assert not banner.isVisible()


def test_badges_change_with_the_outcome(qtbot: Any) -> None:
    badge = Badge(OutcomeLook.RUNNING)
    qtbot.addWidget(badge)
    narrow = badge.width()
    badge.show_outcome(OutcomeLook.COMMITTED)
    assert badge.width() > narrow
    assert badge.accessibleName() == "Committed"
    assert Badge(OutcomeLook.FAILED, width=112).width() == 112


def row(number: int, look: OutcomeLook = OutcomeLook.COMMITTED, **more: Any) -> ActivityRow:
    return ActivityRow(number, look, "10:42", f"Action {number}", "what became of it", **more)


def test_activity_is_newest_first_and_running_on_top(qtbot: Any) -> None:
    model = ActivityModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel = ActivityPanel(model)
    qtbot.addWidget(panel)
    model.put(row(0, OutcomeLook.RUNNING, running=True, share=(1, 2)))
    model.put(row(1))
    model.put(row(2, OutcomeLook.REFUSED, needs_you=True))
    assert [model.data(model.index(at)).split(", ")[2] for at in range(3)] == ["Action 0", "Action 2", "Action 1"]
    newest = model.newest()
    assert newest is not None
    assert newest.number == 0
    model.put(row(0))
    assert [model.data(model.index(at)).split(", ")[2] for at in range(3)] == ["Action 2", "Action 1", "Action 0"]
    panel.show_only(Show.NEEDS_YOU)
    assert panel.is_open
    assert model.rowCount() == 1
    model.put(row(2, OutcomeLook.REFUSED))
    assert model.rowCount() == 0
    panel.show_only(Show.ALL)
    assert model.rowCount() == 3
    tester.deleteLater()


def test_the_panel_keeps_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inventory_app.ui.widgets.activity_rows.MOST", 5)
    model = ActivityModel()
    for number in range(9):
        model.put(row(number, running=number == 0))
    assert model.rowCount() == 5
    assert model.row(0) is not None
    assert model.row(1) is None


def test_links_of_the_panel_are_clicked_and_opened_by_key(qtbot: Any) -> None:
    panel = ActivityPanel(ActivityModel())
    panel.resize(1000, 200)
    panel.model.put(row(0, actions=(RowAction("undo", "Undo", "undo"),)))
    panel.set_open(True)
    shown(qtbot, panel)
    chosen: list[tuple[int, str]] = []
    details: list[int] = []
    panel.action_chosen.connect(lambda one, key: chosen.append((one.number, key)))
    panel.opened.connect(lambda one: details.append(one.number))
    place = panel.rows.visualRect(panel.model.index(0))
    spot = QPoint(place.right() - 30, place.center().y())
    QTest.mouseMove(panel.rows.viewport(), spot)
    QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == [(0, "undo")]
    panel.rows.setCurrentIndex(panel.model.index(0))
    QTest.keyClick(panel.rows, Qt.Key.Key_Return)
    assert details == [0]
    panel.set_open(False)
    line = panel.findChild(Button, "activity-line-action")
    assert line is not None
    line.click()
    assert chosen == [(0, "undo"), (0, "undo")]


# ------------------------------------------------------------------------------------------------------ small parts


def test_ways_out_are_pressed_by_mouse_and_key(qtbot: Any) -> None:
    state = EmptyState(
        "stock", "Nothing yet", "Why", [WayOut("import", "imports", "Import a file", "CSV")], link_words="Demo"
    )
    shown(qtbot, state)
    chosen: list[str] = []
    state.chosen.connect(chosen.append)
    card = state.findChild(QWidget, "way-import")
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Space)
    link = state.findChild(Button)
    assert link is not None
    link.click()
    assert chosen == ["import", "import", "link"]


async def test_a_splitter_remembers(qtbot: Any) -> None:
    kept: list[str] = []
    splitter = Splitter(QWidget(), QWidget())
    splitter.resize(600, 100)
    splitter.remember(lambda: "400,199", kept.append)
    opened(qtbot, splitter)
    assert splitter.sizes() == [400, 199]
    splitter._timer.setInterval(1)
    splitter.moveSplitter(300, 1)
    await until(lambda: kept)
    assert kept == ["300,299"]
    Splitter(QWidget(), QWidget()).remember(lambda: "nonsense", kept.append)


def test_long_words_are_shortened_and_kept_as_tooltip(qtbot: Any) -> None:
    label = ElidedLabel("A very long name that does not fit into its place at all")
    shown(qtbot, label)
    label.resize(80, 20)
    assert label.text().endswith("…")
    assert label.toolTip() == label.words
    label.resize(800, 20)
    assert label.text() == label.words
    assert label.toolTip() == ""


def test_steps_and_progress_speak(qtbot: Any) -> None:
    bar = StepBar(["Open", "Map", "Check"], 2)
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Step 2 of 3: Map"
    bar.show_step(3, finished=True)
    line = ProgressRow("Reading")
    qtbot.addWidget(line)
    line.show_state("running", took="2 s")
    assert line.accessibleName() == "Reading: running"
    line.show_state("stopped")
    progress = ProgressBar()
    qtbot.addWidget(progress)
    progress.show_share(62, 100)
    assert progress.accessibleDescription() == "62 %"
    progress.show_share(5, 0)
    assert progress.value() == 0


# ------------------------------------------------------------------------------------------------------------ theme


def test_the_theme_changes_while_the_window_is_open(qtbot: Any, qapp: QApplication) -> None:
    button = Button("Export", "", "export")
    edit = LineEdit(icon_name="search")
    for widget in (button, edit):
        shown(qtbot, widget)
    before = button.icon().pixmap(16, 16).toImage()
    chosen = Theme(qapp, Mode.LIGHT)
    try:
        seen: list[object] = []
        chosen.changed.connect(seen.append)
        chosen.set_mode(Mode.DARK)
        assert seen == [DARK]
        assert chosen.dark
        assert theme.colors() is DARK
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
        assert button.icon().pixmap(16, 16).toImage() != before
        chosen.set_mode(Mode.DARK)
        assert len(seen) == 1
        chosen.set_mode(Mode.LIGHT)
        assert theme.colors() is LIGHT
        assert button.icon().pixmap(16, 16).toImage() == before
        chosen.set_mode(Mode.SYSTEM)
    finally:
        chosen.deleteLater()


def test_inter_is_the_font_everywhere(qapp: QApplication) -> None:
    assert "Inter" in qapp.font().families()
    assert qapp.font().exactMatch() or "Inter" in QGuiApplication.font().families()
