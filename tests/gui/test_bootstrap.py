"""The start of the program: window first, then the database, or why there is none; and its orderly end."""

from __future__ import annotations

import json
import os
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from sqlalchemy import text
from typing_extensions import override

from inventory_app import bootstrap
from inventory_app.actions.outcome import Committed, Failed, Topic
from inventory_app.database import schema
from inventory_app.settings import declared
from inventory_app.settings.errors import UnknownProfileError
from inventory_app.settings.places import Places
from inventory_app.settings.store import SettingsStore
from inventory_app.ui.screens.welcome import WelcomePage
from inventory_app.ui.switching.performing import LeftBehind
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.widgets.activity_rows import ActivityRow
from tests.gui.settings_support import PASSWORD, at_desk, product, server_profile, sqlite_profile
from tests.support.databases import opened
from tests.support.proxy import Proxy
from tests.support.shop import Shop
from tests.support.waiting import until, wait_signal


def test_database_is_chosen_by_name_by_url_or_by_settings(tmp_path: Path) -> None:
    settings = SettingsStore(Places.of_user(tmp_path))
    other = sqlite_profile(tmp_path / "other.db")
    settings.save_profile(other)
    assert bootstrap.choose([], settings).profile.name == "This computer"
    assert bootstrap.choose(["--database", "other file"], settings).profile == other
    by_url = bootstrap.choose(["--database=postgresql+asyncpg://app:secret@db.lan/shop"], settings)
    assert (by_url.profile.host, by_url.password, by_url.remember) == ("db.lan", "secret", False)
    assert "password" in by_url.warning
    assert "secret" not in by_url.profile.display()
    with pytest.raises(UnknownProfileError, match="Nord"):
        bootstrap.choose(["--database", "Nord"], settings)


async def test_first_start_opens_an_empty_database_and_welcomes(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        session = desk.session
        assert session.window.isVisible(), "the window does not wait for the database"
        database = await desk.opened()
        await until(lambda: session.first_start.shown, what="the welcome")
        assert await schema.state(database) is schema.SchemaState.CURRENT
        assert session.window.windowTitle() == "Welcome – Stockroom"
        await until(lambda: desk.settings.last_used("this-computer"), what="the profile is remembered")
        outcome = await desk.do(product("00417"))
        assert isinstance(outcome, Committed)
        await until(lambda: not session.first_start.shown, what="the welcome has gone")
        assert session.window.current_screen == "products"


class _Windows(QObject):
    """Notes every window that becomes visible."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


async def test_no_window_but_the_main_window_flashes(tmp_path: Path) -> None:
    """A part that is shown before it has a parent is a window of its own for a moment."""
    windows = _Windows()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(windows)
    try:
        async with at_desk(tmp_path) as desk:
            await desk.opened()
            for screen in desk.session.screens:
                desk.session.window.show_screen(screen.key)
                await desk.at_rest()
    finally:
        app.removeEventFilter(windows)
    assert windows.shown == ["MainWindow main-window"]


async def test_first_start_to_demo(tmp_path: Path, database_url: str, engine_name: str) -> None:
    """From an empty database to a shop to look around in, by one press; each step is an action of its own."""
    profile = sqlite_profile(tmp_path / "stockroom.db") if engine_name == "sqlite" else server_profile(database_url)
    async with at_desk(tmp_path, profile, PASSWORD) as desk:
        session = desk.session
        await until(lambda: session.first_start.shown, what="the welcome")
        card = session.window.stack.findChild(QWidget, "way-demo")
        assert card is not None
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Return)
        words = session.window.stack.findChild(QLabel, "filling-words")
        assert words is not None
        await until(words.text, what="what is being done")
        await until(lambda: session.window.current_screen == "products" and not session.first_start.shown, 60)
        assert not session.runner.runs
        async with opened(database_url) as database, database.read() as reading:
            assert await reading.scalar(text("SELECT count(*) FROM product")) > 50
            assert await reading.scalar(text("SELECT count(*) FROM sales_order")) > 5


async def test_demo_can_be_stopped_and_goes_on(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        session = desk.session
        await until(lambda: session.first_start.shown, what="the welcome")
        page = session.window.stack.currentWidget()
        assert isinstance(page, WelcomePage)
        page.chosen.emit("demo")
        words = page.findChild(QLabel, "filling-words")
        await until(lambda: words is not None and words.text() not in {"", "Beginning"}, what="the first steps")
        page.stop.click()
        await until(page.banner.isVisible, what="the word that it was stopped")
        assert session.first_start.shown
        page.chosen.emit("demo")
        await until(lambda: not session.first_start.shown, 60, what="the rest of it")


async def test_database_with_products_shows_the_last_screen(tmp_path: Path, sqlite_stockroom_url: str) -> None:
    async with opened(sqlite_stockroom_url) as database:
        await Shop(database).product("00417")
    async with at_desk(tmp_path, sqlite_profile(tmp_path / "stockroom.db")) as desk:
        desk.settings.set(declared.WINDOW_SCREEN, "stock")
        desk.session.window.show_last_screen()
        await desk.opened()
        await desk.settled()
        assert not desk.session.first_start.shown
        assert desk.session.window.current_screen == "stock"


async def test_every_action_names_person_and_workstation_of_the_moment(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.opened()
        desk.settings.change({declared.ACTOR: "Mira Kowalski", declared.WORKSTATION: "TILL-1"})
        run = desk.session.runner.start(product("1"))
        await run.wait()
        async with desk.session.queries.database.read() as session:  # type: ignore[union-attr]
            connection = await session.connection()
            query = "SELECT actor, workstation FROM action_log"
            assert (await connection.exec_driver_sql(query)).one() == ("Mira Kowalski", "TILL-1")


async def test_unreachable_at_the_start_then_back(tmp_path: Path, postgresql_url: str, postgresql_proxy: Proxy) -> None:
    """An empty database that cannot be reached: the banner, then its tables as soon as it answers."""
    profile = server_profile(postgresql_proxy.through(postgresql_url))
    postgresql_proxy.cut()
    async with at_desk(tmp_path, profile, PASSWORD) as desk:
        window = desk.session.window
        assert window.isVisible()
        banner = window.status.banner
        await until(banner.isVisible, what="the banner")
        assert "Shop" in banner.accessibleName()
        outcome = await desk.do(product("1"))
        assert isinstance(outcome, Failed)
        assert outcome.unreachable
        postgresql_proxy.mend()
        desk.session.health.retry_now()
        await until(lambda: desk.session.first_start.shown, what="the database was prepared")
        assert not banner.isVisible()
        assert isinstance(await desk.do(product("1")), Committed)


async def test_wrong_password_says_so_and_nothing_runs(tmp_path: Path, postgresql_stockroom_url: str) -> None:
    async with at_desk(tmp_path, server_profile(postgresql_stockroom_url), "wrong") as desk:
        session = desk.session
        await until(lambda: session.announcements.shown, what="the announcement")
        assert session.announcements.banner.isVisible()
        shown = session.announcements.shown
        assert shown is not None
        assert "Shop cannot be used" in shown.title
        assert "refused the user app or the password" in shown.detail
        assert "wrong" not in shown.copyable
        outcome = await desk.do(product("1"))
        assert isinstance(outcome, Failed)
        assert outcome.message.endswith("Nothing was saved.")
        desk.secrets.hold(session.switch.profile.id, PASSWORD)  # type: ignore[union-attr]
        assert shown.again is not None
        shown.again()
        await desk.opened()
        assert session.announcements.shown is None
        assert isinstance(await desk.do(product("1")), Committed)


async def test_newer_schema_is_left_alone(tmp_path: Path, sqlite_stockroom_url: str) -> None:
    async with opened(sqlite_stockroom_url) as database, database.engine.connect() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        await connection.commit()
    async with at_desk(tmp_path, sqlite_profile(tmp_path / "stockroom.db")) as desk:
        await until(lambda: desk.session.announcements.shown, what="the announcement")
        shown = desk.session.announcements.shown
        assert shown is not None
        assert "newer" in shown.detail
        assert desk.session.queries.database is None
        assert isinstance(await desk.do(product("1")), Failed)


async def test_damaged_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("this is no database, but somebody's notes\n" * 100)
    before = path.read_bytes()
    async with at_desk(tmp_path, sqlite_profile(path)) as desk:
        await until(lambda: desk.session.announcements.shown, what="the announcement")
    assert path.read_bytes() == before


async def test_broken_settings_are_kept_aside_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "settings.json").write_text('{"options": {"look.theme"')
    async with at_desk(tmp_path) as desk:
        shown = desk.session.announcements.shown
        assert shown is not None
        assert "broken" in shown.detail
        assert [path.name for path in folder.glob("*.broken-*")] != []
        assert desk.session.announcements.banner.isVisible()
        await desk.opened()


async def test_what_died_with_a_process_is_told(tmp_path: Path) -> None:
    """An outbox of a process that is gone: one of its actions was committed, the other never will be."""
    profile = sqlite_profile(tmp_path / "shop.db")
    saved = product("00417")
    async with at_desk(tmp_path, profile) as desk:
        database = await desk.opened()
        address = database.config.display()
        assert isinstance(await desk.do(saved), Committed)
        profile = desk.session.switch.profile or profile
    lost = uuid4()
    entries = [
        {"action_id": str(action_id), "kind": "create_product", "title": title, "database": address,
         "started_at": "2026-01-02T03:04:05+00:00"}
        for action_id, title in ((saved.action_id, "Create 00417"), (lost, "Create 00418"))
    ]  # fmt: skip
    outbox = tmp_path / "state" / "outbox"
    (outbox / "1-dead.jsonl").write_text("".join(json.dumps({"started": entry}) + "\n" for entry in entries))
    async with at_desk(tmp_path, profile) as desk:
        await desk.opened()
        model = desk.session.window.panel.model

        def told() -> dict[str, ActivityRow]:
            rows = (model.row(number) for number in range(2))
            return {row.title: row for row in rows if row is not None and not row.running}

        await until(lambda: len(told()) == 2, what="both are told")
        rows = told()
        assert rows["Create 00417"].look is OutcomeLook.COMMITTED
        assert rows["Create 00418"].look is OutcomeLook.FAILED
        assert "Nothing was saved" in rows["Create 00418"].sentence
    assert list(outbox.glob("*.jsonl")) == [], "nothing is open any more"


async def test_left_behind_in_another_database_waits_for_it(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        database = await desk.opened()
        assert desk.session.performer.use("sqlite+aiosqlite:///elsewhere.db") == ()
        desk.session.performer.use(database.config.display())
        assert not [run for run in desk.session.runner.runs if isinstance(run.action, LeftBehind)]
        await until(lambda: desk.session.first_start.shown, what="the welcome")


async def test_screens_hear_of_other_workstations(tmp_path: Path, stockroom_url: str, engine_name: str) -> None:
    path = tmp_path / "stockroom.db"
    profile = sqlite_profile(path) if engine_name == "sqlite" else server_profile(stockroom_url)
    async with at_desk(tmp_path, profile, PASSWORD) as desk, opened(stockroom_url) as elsewhere:
        await desk.opened()
        await until(lambda: desk.session.news.listening, what="the place in the log")
        heard: list[frozenset[Topic]] = []
        desk.session.runner.touched.connect(heard.append)
        await Shop(elsewhere).product("00417")
        await until(lambda: any(Topic.PRODUCTS in topics for topics in heard), what="news of the other workstation")
        heard.clear()
        await desk.do(product("2"))
        assert len(heard) == 1, "of our own actions the runner tells, once"


async def test_closing_leaves_nothing_behind(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.opened()
        window = desk.session.window
        window.close()
        await wait_signal(window.closed)
        assert not window.isVisible()
    assert list((tmp_path / "state" / "outbox").iterdir()) == []
    modes = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "data").iterdir()}
    assert os.name == "nt" or set(modes.values()) == {0}, modes


async def test_only_the_window_appears(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await desk.opened()
        await until(lambda: desk.session.first_start.shown, what="the welcome")
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert shown == [desk.session.window]


def test_every_kind_of_action_has_a_screen() -> None:
    assert bootstrap.screen_of("edit_product") == "products"
    assert bootstrap.screen_of("import_products") == "imports"
    assert bootstrap.screen_of("undo") == "activity"
