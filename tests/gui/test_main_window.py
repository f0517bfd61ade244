"""The frame: screens, shortcuts, what becomes of actions, an unreachable database, and closing."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from sqlalchemy.ext.asyncio import AsyncSession
from typing_extensions import override

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import Committed
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.settings import declared
from inventory_app.ui import theme
from inventory_app.ui.main_window import MainWindow
from inventory_app.ui.runtime.health import Health
from inventory_app.ui.runtime.query_runner import QueryFault
from inventory_app.ui.screen import Collaborators, Command, Finder, ScreenDeclaration
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.widgets.activity_rows import Show
from inventory_app.ui.widgets.buttons import primary
from inventory_app.ui.widgets.page import Page
from inventory_app.ui.widgets.popup import Found
from tests.support.waiting import until, wait_signal
from tests.support.window import make_collaborators, make_window

MUG = CreateProduct(sku="00417", name="Blue enamel mug")


class Screen(Page):
    """A page that notes what the window asks of it."""

    def __init__(self, title: str) -> None:
        save = primary("&Save")
        super().__init__(title, "", save)
        self.asked: list[str] = []
        self.typing = ""
        self.shown: object = None
        save.clicked.connect(lambda: self.asked.append("primary"))
        self.set_primary(save)

    @override
    def refresh(self) -> None:
        self.asked.append("refresh")

    @override
    def go_back(self) -> bool:
        self.asked.append("back")
        return True

    @override
    def holds_typing(self) -> str:
        return self.typing

    def show_item(self, argument: object) -> None:
        self.shown = argument


@dataclass
class World:
    """A window on an open database."""

    with_: Collaborators
    database: Database
    window: MainWindow
    pages: dict[str, Screen] = field(default_factory=dict)

    def rows(self) -> list[Any]:
        model = self.window.panel.model
        return [row for number in range(50) if (row := model.row(number)) is not None]


@pytest.fixture
async def world(sqlite_stockroom_url: str, tmp_path: Path, qapp: QApplication) -> AsyncIterator[World]:
    theme.apply(qapp, dark=False)
    with_ = make_collaborators(tmp_path / "home")
    database = Database.open(DatabaseConfig.from_url(sqlite_stockroom_url))
    with_.actions.use(database)
    with_.queries.use(database)
    pages: dict[str, Screen] = {}

    def maker(title: str) -> Any:
        def make() -> Screen:
            pages[title.lower()] = Screen(title)
            return pages[title.lower()]

        return make

    screens = [
        ScreenDeclaration("stock", "Stock", "stock", maker("Stock"), "Ctrl+1"),
        ScreenDeclaration("sales", "Sales", "sales", maker("Sales"), "Ctrl+2"),
        ScreenDeclaration("settings", "Settings", "settings", maker("Settings"), "Ctrl+,", at_foot=True),
    ]
    window = make_window(screens, with_)
    made = World(with_, database, window, pages)
    window.show_last_screen()
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    yield made
    await with_.health.stop()
    await with_.actions.drain(cancel=True)
    await with_.queries.drain()
    window.hide()
    window.deleteLater()
    await database.close()
    await until(lambda: not any("_connection_worker_thread" in one.name for one in threading.enumerate()))


def child(root: QWidget, name: str) -> QWidget:
    found = root.findChild(QWidget, name)
    assert isinstance(found, QWidget), f"{root.objectName()} has no {name}"
    return found


async def modal() -> QWidget:
    """The dialog that is open now."""
    found = await until(QApplication.activeModalWidget)
    assert found is not None
    return found


# --------------------------------------------------------------------------------------------------------- screens


async def test_screens_are_made_when_they_are_shown(world: World) -> None:
    assert list(world.pages) == ["stock"]
    QTest.keyClick(world.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert world.window.current_screen == "sales"
    assert list(world.pages) == ["stock", "sales"]
    assert world.window.windowTitle() == "Sales – Stockroom"
    assert world.with_.settings.get(declared.WINDOW_SCREEN) == "sales"
    QTest.keyClick(world.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert world.window.current_screen == "settings"
    with pytest.raises(KeyError):
        world.window.show_screen("nothing")


async def test_a_click_in_the_navigation(world: World) -> None:
    button = child(world.window.nav, "nav-sales")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert world.window.current_screen == "sales"
    assert isinstance(button, QPushButton)
    assert button.isChecked()


async def test_shortcuts_reach_the_page(world: World) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(world.window, Qt.Key.Key_F5)
    QTest.keyClick(world.window, Qt.Key.Key_Return, control)
    QTest.keyClick(world.window, Qt.Key.Key_Escape)
    assert world.pages["stock"].asked == ["refresh", "primary", "back"]
    QTest.keyClick(world.window, Qt.Key.Key_J, control)
    assert world.window.panel.is_open
    assert world.with_.settings.get(declared.ACTIVITY_OPEN) is True
    QTest.keyClick(world.window, Qt.Key.Key_J, control)
    assert not world.window.panel.is_open


async def test_screens_lead_to_each_other(world: World) -> None:
    world.with_.navigator.go("sales", "SO-000001")
    assert world.window.current_screen == "sales"
    assert world.pages["sales"].shown == "SO-000001"
    world.with_.navigator.tell("Copied")
    assert world.window.toast.isVisible()


async def test_find_knows_screens_commands_and_records(world: World) -> None:
    ran: list[object] = []

    async def look(_session: AsyncSession, words: str) -> list[Found]:
        return [Found("00417", "Blue enamel mug", "00417")] if words == "sa" else []

    world.window.finder.set_finders([Finder("products", look, lambda found: ran.append(found.value))])
    world.window.finder.add_commands([Command("Sell over the counter…", lambda: ran.append("sell"))])
    QTest.keyClick(world.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = world.window.top.find_box
    assert box.hasFocus()
    QTest.keyClicks(box, "sa")
    await until(lambda: [one.title for one in box.popup.found] == ["Blue enamel mug", "Sales"])
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert ran == ["00417"]
    assert box.text() == ""
    QTest.keyClicks(box, "sell")
    await until(lambda: [one.title for one in box.popup.found] == ["Sell over the counter…"])
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert ran == ["00417", "sell"]
    QTest.keyClicks(box, "xyz")
    await until(lambda: box.popup.isVisible() and not box.popup.found)


# --------------------------------------------------------------------------------------------------------- actions


async def test_an_action_is_told_and_taken_back(world: World) -> None:
    outcome = await world.with_.actions.start(MUG).wait()
    assert isinstance(outcome, Committed)
    await until(lambda: world.rows()[0].look is OutcomeLook.COMMITTED)
    row = world.rows()[0]
    assert row.title == "Create product 00417 Blue enamel mug"
    assert row.actions[0].words == "Undo"
    assert row.took
    assert world.window.toast.isVisible()
    QTest.keyClick(world.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(world.rows()) == 2 and world.rows()[1].look is OutcomeLook.COMMITTED)
    assert world.rows()[1].title == "Undo: Create product 00417 Blue enamel mug"
    assert world.rows()[0].actions == ()


async def test_a_refusal_needs_somebody(world: World) -> None:
    action = AdjustStock(sku="nothing", location="MAIN", quantity=Decimal(1), reason="FOUND")
    run = world.with_.actions.start(action)
    await run.wait()
    await until(lambda: world.rows()[0].needs_you)
    row = world.rows()[0]
    assert row.look is OutcomeLook.REFUSED
    assert world.window.panel.model.count(Show.NEEDS_YOU) == 1
    opened: list[object] = []
    world.window.activity.open_wanted.connect(opened.append)
    world.window.panel.action_chosen.emit(row, "open")
    assert opened == [run]
    world.with_.actions.settle(action.action_id)
    assert world.window.panel.model.count(Show.NEEDS_YOU) == 0


async def test_the_last_try_of_an_action_speaks_for_all(world: World) -> None:
    """A form keeps one id over all its tries."""
    action = AdjustStock(sku=MUG.sku, location="MAIN", quantity=Decimal(1), reason="FOUND")
    needing = world.window.panel.model.count
    for _try in range(2):
        await world.with_.actions.start(action).wait()
        await until(lambda: needing(Show.NEEDS_YOU) == 1)
    await world.with_.actions.start(MUG).wait()
    await world.with_.actions.start(action).wait()
    await until(lambda: needing(Show.NEEDS_YOU) == 0)
    assert [row.look.word for row in world.rows()] == ["Refused", "Refused", "Committed", "Committed"]
    assert world.rows()[0].actions == ()


async def test_details_can_be_copied(world: World) -> None:
    await world.with_.actions.start(MUG).wait()
    await until(lambda: world.rows()[0].look is OutcomeLook.COMMITTED)
    world.window.panel.opened.emit(world.rows()[0])
    dialog = await modal()
    edit = child(dialog, "details")
    assert isinstance(edit, QPlainTextEdit)
    assert str(MUG.action_id) in edit.toPlainText()
    copy = child(dialog, "copy")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert str(MUG.action_id) in QApplication.clipboard().text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await until(lambda: QApplication.activeModalWidget() is None)


async def test_running_actions_are_shown_and_stopped(world: World) -> None:
    async with world.database.writer_slot():
        run = world.with_.actions.start(MUG)
        await until(lambda: world.rows() and world.rows()[0].actions)
        assert world.rows()[0].running
        await until(lambda: "Create product" in _words(world, "status-running"))
        world.window.panel.action_chosen.emit(world.rows()[0], "cancel")
        await run.wait()
    await until(lambda: world.rows()[0].look is OutcomeLook.CANCELLED)
    assert world.rows()[0].sentence == "Stopped. Nothing was saved."
    await until(lambda: _words(world, "status-running") == "Nothing running")


def _words(world: World, name: str) -> str:
    label: Any = world.window.bar.findChild(QWidget, name)
    return str(label.text())


# ---------------------------------------------------------------------------------------------------------- health


async def test_health_is_measured(world: World) -> None:
    world.window.status.show_database("This computer", "SQLite")
    world.with_.health.start()
    await until(lambda: "Connected · " in _words(world, "status-health"))
    assert not world.window.status.banner.isVisible()


async def test_an_unreachable_database_is_told_on_the_page_in_front(world: World) -> None:
    now = datetime.now(UTC)
    world.window.status.show_database("Shop", "PostgreSQL · db.shop.lan")
    world.with_.health.start()
    await until(lambda: "Connected" in _words(world, "status-health"))
    await world.with_.health.stop()
    cause = "Nothing listens at db.shop.lan:5432."
    fault = QueryFault("The database cannot be reached.", "OSError: [Errno 111]", unreachable=True, cause=cause)
    gone = Health(False, now, fault=fault, next_try_at=now + timedelta(seconds=8))
    world.with_.health._tell(gone)
    banner = world.window.status.banner
    assert banner.isVisible()
    assert banner.accessibleName() == "Failed: The database Shop cannot be reached"
    assert banner.accessibleDescription().startswith(cause)
    assert "Next try in" in banner.accessibleDescription()
    assert "Not reachable since" in _words(world, "status-health")
    world.window.show_screen("sales")
    assert banner.parent() is world.pages["sales"]
    assert banner.isVisible()
    world.with_.health.start()
    await until(lambda: not banner.isVisible())


async def test_pages_are_refreshed_when_it_answers_again(world: World) -> None:
    world.with_.queries.use(None)
    world.with_.health.start()
    await until(lambda: world.with_.health.health is not None and not world.with_.health.health.reachable)
    assert not world.window.status.reachable
    world.with_.queries.use(world.database)
    world.with_.health.retry_now()
    await wait_signal(world.with_.health.came_back)
    await until(lambda: "refresh" in world.pages["stock"].asked)


# --------------------------------------------------------------------------------------------------------- closing


async def test_the_window_closes_when_nothing_runs(world: World) -> None:
    closed = asyncio.ensure_future(wait_signal(world.window.closed))
    await asyncio.sleep(0)
    world.window.close()
    await closed
    assert not world.window.isVisible()
    assert world.with_.settings.get(declared.WINDOW_GEOMETRY)


async def test_closing_asks_while_an_action_runs(world: World) -> None:
    async with world.database.writer_slot():
        run = world.with_.actions.start(MUG)
        await until(lambda: run.progress is not None)
        world.window.close()
        world.window.close()  # impatience asks only once
        dialog = await modal()
        stay = child(dialog, "choice-stay")
        QTest.mouseClick(stay, Qt.MouseButton.LeftButton)
        await until(lambda: QApplication.activeModalWidget() is None)
        assert world.window.isVisible()
        await asyncio.sleep(0.05)
        world.window.close()
        dialog = await modal()
        stop = child(dialog, "choice-stop")
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
        await until(lambda: not run.running)
    await until(lambda: not world.window.isVisible())
    assert run.outcome is not None
    assert not isinstance(run.outcome, Committed)


async def test_closing_waits_for_what_runs(world: World) -> None:
    async with world.database.writer_slot():
        run = world.with_.actions.start(MUG)
        await until(lambda: run.progress is not None)
        world.window.close()
        dialog = await modal()
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await asyncio.sleep(0.05)
        assert world.window.isVisible()
    await until(lambda: not world.window.isVisible())
    assert isinstance(run.outcome, Committed)


async def test_closing_warns_of_typing_that_would_be_lost(world: World) -> None:
    world.pages["stock"].typing = "The order SO-1042"
    world.window.close()
    dialog = await modal()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await until(lambda: QApplication.activeModalWidget() is None)
    assert world.window.isVisible()


async def test_the_end_of_the_session_asks_nothing(world: World) -> None:
    world.pages["stock"].typing = "The order SO-1042"
    await asyncio.wait_for(world.window.shut_down(), 5)
    assert not world.window.isVisible()


async def test_panel_and_place_are_found_again(world: World) -> None:
    world.window.panel.set_open(True)
    world.window.resize(1300, 820)
    world.window.keep_geometry()
    again = make_window([ScreenDeclaration("stock", "Stock", "stock", lambda: Page("Stock"))], world.with_)
    assert again.panel.is_open
    again.hide()
    again.deleteLater()
