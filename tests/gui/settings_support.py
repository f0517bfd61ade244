"""What the tests of start, change of database and settings share: the whole program on the test's loop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy.engine import make_url

from inventory_app.actions.action import Action
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import Outcome
from inventory_app.bootstrap import Chosen, Parts, Session
from inventory_app.database.database import Database
from inventory_app.settings.logging_setup import LogSetup
from inventory_app.settings.places import Places
from inventory_app.settings.profiles import DatabaseKind, Profile
from inventory_app.settings.secrets import SecretStore
from inventory_app.settings.store import SettingsStore
from inventory_app.ui.runtime.notices import Notice
from inventory_app.ui.screens.settings.databases import DatabasesView
from inventory_app.ui.screens.settings.page import SettingsPage
from inventory_app.ui.theme import Mode, Size, Theme
from tests.support.keyring_in_memory import MemoryKeyring
from tests.support.waiting import until

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "test"


@dataclass
class Desk:
    """One program that runs: its parts, and the faults that it reported."""

    session: Session
    settings: SettingsStore
    secrets: SecretStore
    keyring: MemoryKeyring
    faults: list[Notice] = field(default_factory=list)

    async def opened(self) -> Database:
        """The database in use, once it is."""
        await until(lambda: self.session.queries.database is not None, what="an open database")
        database = self.session.queries.database
        assert database is not None
        return database

    async def do(self, action: Action) -> Outcome:
        """An action as a screen starts it."""
        return await self.session.runner.start(action).wait()

    async def settled(self) -> None:
        """The health was looked at."""
        await until(lambda: self.session.health.health, what="the health of the database")

    async def at_rest(self) -> None:
        """Nothing is being asked: a driver that is cancelled while it connects leaves half a connection behind."""
        database = self.session.queries.database
        if database is not None:
            pool = database.engine.pool
            await until(lambda: pool.checkedout() == 0, what="all connections to be back")  # type: ignore[attr-defined]

    def page(self) -> SettingsPage:
        """The settings, with the databases in front."""
        self.session.window.go("settings", "databases")
        page = self.session.window.page("settings")
        assert isinstance(page, SettingsPage)
        return page

    def view(self) -> DatabasesView:
        return self.page().databases


def product(sku: str) -> CreateProduct:
    return CreateProduct(sku=sku, name=f"Product {sku}")


def sqlite_profile(path: Path, name: str = "Other file") -> Profile:
    return Profile(name=name, kind=DatabaseKind.SQLITE, path=str(path))


def server_profile(url: str, name: str = "Shop", **fields: Any) -> Profile:
    """The profile of a test's database; its password is `PASSWORD`."""
    parts = make_url(url)
    return Profile(
        name=name,
        kind=DatabaseKind.POSTGRESQL,
        host=parts.host or "",
        port=parts.port or 5432,
        database=parts.database or "",
        user=parts.username or "",
        **fields,
    )


@asynccontextmanager
async def at_desk(
    home: Path,
    chosen: Profile | None = None,
    password: str | None = None,
    *,
    keyring: bool = True,
    remember: bool = True,
) -> AsyncIterator[Desk]:
    """The program from its start to its orderly end."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = SettingsStore(Places.of_user(home))
    backend = MemoryKeyring()
    if not keyring:
        backend.priority = 0  # too weak to be used
    secrets = SecretStore(backend)
    log = LogSetup(())
    session = Session(Parts(settings, secrets, Theme(app, Mode.LIGHT), log))
    desk = Desk(session, settings, secrets, backend)
    session.notices.told.connect(desk.faults.append)
    try:
        if chosen is None:
            session.start(Chosen(settings.profile_in_use()))
        else:
            session.start(Chosen(chosen, password, remember=remember))
        session.window.showNormal()  # no real screen is as small as that of these tests
        session.window.resize(*Size.WINDOW)
        yield desk
        await desk.at_rest()
    finally:
        await session.end()
        session.dispose()
        log.log_sql(False)
    assert [notice.detail for notice in desk.faults] == []


def type_into(widget: QWidget, text: str) -> None:
    """Replace what stands in a field, key by key."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(widget, text)
