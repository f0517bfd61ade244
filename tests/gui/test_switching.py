"""Changing the database while the program runs: there and back, refused, waited for, stopped."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from sqlalchemy import text
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.outcome import Cancelled, Committed, Refused, Topic
from inventory_app.actions.undo.undo import Undo
from inventory_app.database.database import Database
from inventory_app.settings.profiles import Profile
from inventory_app.ui.switching import CannotOpen, Step, SwitchProgress
from inventory_app.ui.switching.opening import DECLINED
from inventory_app.ui.switching.switch import STOPPED
from tests.gui.settings_support import PASSWORD, Desk, at_desk, product, server_profile, sqlite_profile
from tests.support.databases import opened
from tests.support.proxy import Proxy
from tests.support.shop import Shop
from tests.support.waiting import until


@dataclass(frozen=True, kw_only=True)
class Slow(Action):
    """Runs until it is let go."""

    kind: ClassVar[str] = "slow"
    gate: asyncio.Event = field(default_factory=asyncio.Event, compare=False)

    @override
    def canonical(self) -> dict[str, object]:  # type: ignore[override]
        return {"kind": self.kind}

    @override
    def title(self) -> str:
        return "A slow action"

    @override
    async def run(self, work: Work) -> Done:
        await work.session.execute(text("SELECT 1"))
        await self.gate.wait()
        return Done(summary="done at last", topics=frozenset({Topic.STOCK}))


async def count(database: Database) -> int:
    async with database.read() as session:
        return int(await session.scalar(text("SELECT count(*) FROM product")) or 0)


async def keep(desk: Desk, *profiles: Profile) -> None:
    for profile in profiles:
        desk.settings.save_profile(profile)
        desk.secrets.keep(profile.id, PASSWORD)
    await desk.opened()
    await until(lambda: desk.session.first_start.shown, what="the first database")


async def test_there_and_back(tmp_path: Path, postgresql_url: str) -> None:
    """From the file to an empty server, whose tables are made on the way, and back; each has its own products."""
    shop = server_profile(postgresql_url)
    async with at_desk(tmp_path) as desk:
        await keep(desk, shop)
        session = desk.session
        local = await desk.opened()
        await desk.do(product("local"))
        heard: list[frozenset[Topic]] = []
        session.runner.touched.connect(heard.append)
        await session.switch.switch(shop)
        server = await desk.opened()
        assert server is not local
        assert heard[0] == frozenset(Topic), "screens refetch"
        assert session.runner.database is server
        assert desk.settings.profile_in_use() == shop
        assert local.engine.pool.checkedout() == 0  # type: ignore[attr-defined]
        assert await count(server) == 0
        for sku in ("a", "b"):
            assert isinstance(await desk.do(product(sku)), Committed)
        assert await count(server) == 2
        await session.switch.switch(desk.settings.profile("This computer"))
        assert await count(await desk.opened()) == 1
        await desk.settled()
        assert desk.settings.profile_in_use().name == "This computer"


async def test_status_bar_follows(tmp_path: Path, postgresql_stockroom_url: str) -> None:
    shop = server_profile(postgresql_stockroom_url)
    async with at_desk(tmp_path) as desk:
        await keep(desk, shop)
        await desk.session.switch.switch(shop)
        bar = desk.session.window.bar
        name = bar.findChild(QLabel, "status-database")
        assert name is not None
        assert name.text() == "Shop"
        health = bar.findChild(QLabel, "status-health")
        await until(lambda: health.text().startswith("Connected"), what="its health")  # type: ignore[union-attr]


async def refused(desk: Desk, profile: Profile) -> CannotOpen:
    """A change that does not come about: the person works on with what was in use."""
    before, in_use = await desk.opened(), desk.settings.profile_in_use()
    with pytest.raises(CannotOpen) as caught:
        await desk.session.switch.switch(profile)
    assert desk.session.queries.database is before
    assert desk.session.runner.database is before
    assert desk.settings.profile_in_use() == in_use
    assert not desk.session.switch.switching
    assert isinstance(await desk.do(product(f"after {caught.value.message}"[:100])), Committed)
    return caught.value


async def test_server_that_is_stopped(tmp_path: Path, postgresql_stockroom_url: str, postgresql_proxy: Proxy) -> None:
    shop = server_profile(postgresql_proxy.through(postgresql_stockroom_url))
    async with at_desk(tmp_path) as desk:
        await keep(desk, shop)
        postgresql_proxy.cut()
        trouble = await refused(desk, shop)
        assert trouble.diagnosis is not None
        assert not trouble.diagnosis.usable
        assert str(shop.port) in trouble.message
        postgresql_proxy.mend()
        await desk.session.switch.switch(shop)


async def test_wrong_password(tmp_path: Path, postgresql_stockroom_url: str) -> None:
    shop = server_profile(postgresql_stockroom_url)
    async with at_desk(tmp_path) as desk:
        await keep(desk, shop)
        desk.secrets.hold(shop.id, "wrong-secret")
        trouble = await refused(desk, shop)
        assert "refused the user app or the password" in trouble.message
        assert "wrong-secret" not in trouble.message + trouble.detail


async def test_newer_schema(tmp_path: Path, stockroom_url: str, engine_name: str) -> None:
    async with opened(stockroom_url) as database, database.engine.connect() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await connection.commit()
    path = tmp_path / "stockroom.db"
    profile = sqlite_profile(path) if engine_name == "sqlite" else server_profile(stockroom_url)
    async with at_desk(tmp_path) as desk:
        await keep(desk, profile)
        assert "newer" in (await refused(desk, profile)).message


async def test_tables_of_another_program(tmp_path: Path, database_url: str, engine_name: str) -> None:
    async with opened(database_url) as database, database.engine.connect() as connection:
        await connection.execute(text("CREATE TABLE recipes (id integer PRIMARY KEY)"))
        await connection.commit()
    path = tmp_path / "stockroom.db"
    profile = sqlite_profile(path) if engine_name == "sqlite" else server_profile(database_url)
    async with at_desk(tmp_path) as desk:
        await keep(desk, profile)
        assert "another program" in (await refused(desk, profile)).message


async def test_file_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file, not a folder")
    profile = sqlite_profile(tmp_path / "notes" / "stock.db")
    async with at_desk(tmp_path) as desk:
        await keep(desk, profile)
        await refused(desk, profile)


async def test_older_tables_are_brought_up_to_date_only_when_the_person_says_so(
    tmp_path: Path, stockroom_url: str, engine_name: str
) -> None:
    async with opened(stockroom_url) as database, database.engine.connect() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
        await connection.commit()
    path = tmp_path / "stockroom.db"
    profile = sqlite_profile(path) if engine_name == "sqlite" else server_profile(stockroom_url)
    asked: list[str] = []

    async def no(one: Profile) -> bool:
        asked.append(one.name)
        return False

    async with at_desk(tmp_path) as desk:
        await keep(desk, profile)
        desk.session.switch.ask_to_migrate = no
        assert (await refused(desk, profile)).message == DECLINED
        assert asked == [profile.name]


async def test_running_action_ends_first_on_the_database_that_it_began_on(
    tmp_path: Path, engine_name: str, stockroom_url: str
) -> None:
    path = tmp_path / "stockroom.db"
    first = sqlite_profile(path, "First") if engine_name == "sqlite" else server_profile(stockroom_url, "First")
    target = sqlite_profile(tmp_path / "target.db", "Target")
    async with at_desk(tmp_path, first, PASSWORD) as desk:
        await keep(desk, first, target)
        session = desk.session
        told: list[SwitchProgress] = []
        session.switch.progressed.connect(lambda progress: told.append(progress) if progress else None)
        slow = Slow()
        run = session.runner.start(slow)
        switching = asyncio.ensure_future(session.switch.switch(target))
        await until(lambda: told and told[-1].step is Step.WAITING, what="the switch waits")
        assert told[-1].running == 1
        assert session.queries.database is run.database, "until then everything works as before"
        slow.gate.set()
        await switching
        assert isinstance(run.outcome, Committed)
        assert session.queries.database is not run.database
        assert told[-1].step is Step.CHANGING
    async with opened(stockroom_url) as database, database.read() as reading:
        assert await reading.scalar(text("SELECT count(*) FROM action_log WHERE kind = 'slow'")) == 1


async def test_waiting_can_be_cut_short_by_stopping_the_actions(tmp_path: Path) -> None:
    target = sqlite_profile(tmp_path / "target.db", "Target")
    async with at_desk(tmp_path) as desk:
        await keep(desk, target)
        session = desk.session
        run = session.runner.start(Slow())
        told: list[SwitchProgress] = []
        session.switch.progressed.connect(lambda progress: told.append(progress) if progress else None)
        switching = asyncio.ensure_future(session.switch.switch(target))
        await until(lambda: told and told[-1].step is Step.WAITING, what="the switch waits")
        session.switch.cancel_actions()
        await switching
        assert isinstance(run.outcome, Cancelled)
        assert session.switch.profile == target


async def test_person_can_stay(tmp_path: Path) -> None:
    target = sqlite_profile(tmp_path / "target.db", "Target")
    async with at_desk(tmp_path) as desk:
        await keep(desk, target)
        session = desk.session
        before = await desk.opened()
        slow = Slow()
        run = session.runner.start(slow)
        told: list[SwitchProgress] = []
        session.switch.progressed.connect(lambda progress: told.append(progress) if progress else None)
        switching = asyncio.ensure_future(session.switch.switch(target))
        await until(lambda: told and told[-1].step is Step.WAITING, what="the switch waits")
        with pytest.raises(CannotOpen, match="Another change"):
            await session.switch.switch(target)
        switching.cancel()
        with pytest.raises(CannotOpen) as stopped:
            await switching
        assert stopped.value.message == STOPPED
        assert session.queries.database is before
        slow.gate.set()
        assert isinstance(await run.wait(), Committed)


async def test_closing_while_a_switch_waits(tmp_path: Path) -> None:
    """The switch is stopped, the action has its outcome, nothing hangs."""
    target = sqlite_profile(tmp_path / "target.db", "Target")
    async with at_desk(tmp_path) as desk:
        await keep(desk, target)
        slow = Slow()
        run = desk.session.runner.start(slow)
        switching = asyncio.ensure_future(desk.session.switch.switch(target))
        await until(lambda: desk.session.switch.switching, what="the switch")
        asyncio.get_running_loop().call_later(0.3, slow.gate.set)
    assert isinstance(run.outcome, Committed)
    assert switching.done()
    if not switching.cancelled():  # it was stopped, or came through just before the end
        assert switching.exception() is None or isinstance(switching.exception(), CannotOpen)


async def test_undo_and_retry_stay_with_their_database(tmp_path: Path) -> None:
    """The activity panel still shows what was done before the change: none of it runs in the wrong place."""
    target = sqlite_profile(tmp_path / "target.db", "Target")
    async with at_desk(tmp_path) as desk:
        await keep(desk, target)
        made = product("00417")
        assert isinstance(await desk.do(made), Committed)
        panel = desk.session.window.panel.model
        row = panel.newest()
        assert row is not None
        assert [one.words for one in row.actions] == ["Undo"]
        await desk.session.switch.switch(target)
        row = panel.newest()
        assert row is not None
        assert row.actions == ()
        assert row.remark.startswith("Done in ")
        assert not desk.session.window.activity.undo_last()
        for action in (Undo(of=made.action_id), made):
            outcome = await desk.do(action)
            assert isinstance(outcome, Refused)
            assert outcome.message.startswith("This was done in This computer")
        await desk.session.switch.switch(desk.settings.profile("This computer"))
        row = panel.row(0)
        assert row is not None
        assert [one.words for one in row.actions] == ["Undo"]
        assert isinstance(await desk.do(Undo(of=made.action_id)), Committed)


async def test_typing_survives(tmp_path: Path) -> None:
    target = sqlite_profile(tmp_path / "target.db", "Target")
    async with at_desk(tmp_path) as desk:
        await keep(desk, target)
        window = desk.session.window
        window.go("sales", "new")
        page = window.page("sales")
        reference = page.findChild(QLineEdit, "reference")
        assert reference is not None
        reference.setText("a letter of Monday")
        await desk.session.switch.switch(target)
        assert window.page("sales") is page
        assert reference.text() == "a letter of Monday"


async def test_reconnect_to_the_same_database_takes_new_options(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await keep(desk)
        before = await desk.opened()
        profile = desk.settings.profile_in_use().changed(pool_size=2)
        desk.settings.save_profile(profile)
        await desk.session.switch.switch(profile)
        after = await desk.opened()
        assert after is not before
        assert after.config.pool_size == 2
        assert isinstance(await Shop(after).product("1"), Committed)
