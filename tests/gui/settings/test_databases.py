"""The databases section: profiles, their form, the test of a connection, the change-over as a person does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget

from inventory_app.settings.profiles import DatabaseKind, TlsMode
from inventory_app.ui.screens.settings.databases import DatabasesView
from inventory_app.ui.widgets.decision import DecisionDialog
from tests.gui.settings_support import (
    ALT,
    CTRL,
    PASSWORD,
    Desk,
    at_desk,
    product,
    server_profile,
    sqlite_profile,
    type_into,
)
from tests.support.databases import opened
from tests.support.proxy import Proxy
from tests.support.waiting import until

_KEYS = {letter: Qt.Key[f"Key_{letter.upper()}"] for letter in "hodupt"}


def edit(view: DatabasesView, name: str) -> QLineEdit:
    control = view.form.port if name == "port" else view.all_fields()[name].control
    assert isinstance(control, QLineEdit)
    return control


def words_of(widget: QWidget) -> str:
    """Everything that can be read in a widget."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


async def at_section(desk: Desk) -> DatabasesView:
    await desk.opened()
    await until(lambda: desk.session.first_start.shown, what="the first database")
    view = desk.view()
    desk.session.window.activateWindow()
    await until(lambda: view.profiles.rows, what="the profiles")
    return view


async def new_server(view: DatabasesView) -> None:
    view.profiles.new_wanted.emit(DatabaseKind.POSTGRESQL)
    await until(lambda: view.profiles.rows[-1].state == "not saved yet", what="the new profile")


async def answer(owner: QWidget, choice: str) -> None:
    """Press a button of the decision that is put to the person."""
    await until(lambda: owner.findChild(DecisionDialog), what="the question")
    dialog = owner.findChild(DecisionDialog)
    assert dialog is not None
    button = dialog.findChild(QWidget, f"choice-{choice}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def test_a_server_is_set_up_and_used_with_the_keyboard_alone(
    tmp_path: Path, postgresql_stockroom_url: str
) -> None:
    profile = server_profile(postgresql_stockroom_url)
    async with at_desk(tmp_path) as desk:
        view = await at_section(desk)
        window = desk.session.window

        def press(letter: str) -> QWidget | None:
            QTest.keyClick(QApplication.focusWidget() or window, _KEYS[letter], ALT)
            return QApplication.focusWidget()

        new = view.findChild(QWidget, "new-profile")
        assert new is not None
        new.setFocus()
        menu = view.findChild(QMenu, "new-profile-menu")
        assert menu is not None
        menu.popup(window.mapToGlobal(QPoint(400, 200)))
        QTest.keyClick(menu, Qt.Key.Key_S)
        window.activateWindow()  # the offscreen platform leaves the closed menu in front
        await until(lambda: QApplication.focusWidget() is edit(view, "name"), what="the form of the new profile")
        QTest.keyClicks(edit(view, "name"), "Shop")
        for letter, typed in (
            ("h", profile.host), ("o", str(profile.port)), ("d", profile.database),
            ("u", profile.user), ("p", PASSWORD),
        ):  # fmt: skip
            focused = press(letter)
            assert isinstance(focused, QLineEdit)
            focused.selectAll()
            QTest.keyClicks(focused, typed)
        press("t")
        await until(lambda: "7 passed" in view.test_card.accessibleName(), what="the test of the connection")
        QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
        await until(view.use.isVisible, what="the profile is saved")
        assert desk.settings.profile("Shop").host == profile.host
        QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
        await until(lambda: desk.session.switch.profile == desk.settings.profile("Shop"), what="the change")
        assert [row.state for row in view.profiles.rows if row.name == "Shop"] == ["in use"]


async def test_password_goes_to_the_keyring_and_nowhere_else(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        view = await at_section(desk)
        await new_server(view)
        for name, typed in {"name": "Shop", "host": "db.lan", "database": "shop", "user": "app"}.items():
            type_into(edit(view, name), typed)
        type_into(edit(view, "password"), "hunter-2")
        assert edit(view, "password").echoMode() is QLineEdit.EchoMode.Password
        view.save.click()
        await until(lambda: not view.save.isVisible(), what="saved")
        assert list(desk.keyring.passwords.values()) == ["hunter-2"]
        assert edit(view, "password").text() == ""
        await until(lambda: "kept" in edit(view, "password").placeholderText(), what="said to be kept")
        record = json.loads((tmp_path / "config" / "settings.json").read_text())
        assert "hunter-2" not in json.dumps(record)


async def test_without_a_keyring_it_is_said_how_long_the_password_holds(tmp_path: Path) -> None:
    async with at_desk(tmp_path, keyring=False) as desk:
        view = await at_section(desk)
        await new_server(view)
        await until(lambda: "No keyring" in words_of(view.form), what="the clear word")


async def test_validation_while_typing(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        view = await at_section(desk)
        await new_server(view)
        type_into(edit(view, "host"), "postgres://db.lan")
        edit(view, "database").setFocus()
        await until(lambda: "without //" in words_of(view.form), what="what is wrong with the host")
        type_into(edit(view, "host"), "db.lan")
        assert "without //" not in words_of(view.form)
        type_into(edit(view, "port"), "99999")
        QTest.keyClick(edit(view, "port"), Qt.Key.Key_Return)
        assert "65,535" in words_of(view.form)
        view.save.click()
        assert view.save.isVisible(), "not saved"
        assert QApplication.focusWidget() is edit(view, "port"), "the first that is wrong"
        type_into(edit(view, "port"), "5432")
        view.save.click()
        assert QApplication.focusWidget() is edit(view, "database"), "the first that is missing"
        assert "65,535" not in words_of(view.form)


async def test_a_hidden_wrong_field_unfolds(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        view = await at_section(desk)
        assert not view.advanced.isVisible()
        edit(view, "pool_size").setText("0")
        view.save.click()
        assert view.advanced.isVisible()
        assert "1 to 100" in words_of(view.advanced)


async def test_drafts_survive_looking_at_another_profile(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.settings.save_profile(sqlite_profile(tmp_path / "b.db", "Backup"))
        view = await at_section(desk)
        type_into(edit(view, "name"), "Till at the door")
        assert desk.page().holds_typing() == "the profile Till at the door"
        first, second = (row.id for row in view.profiles.rows)
        view.profiles.chosen.emit(second)
        assert edit(view, "name").text() == "Backup"
        view.profiles.chosen.emit(first)
        assert edit(view, "name").text() == "Till at the door"
        view.discard.click()
        assert edit(view, "name").text() == "This computer"
        assert desk.page().holds_typing() == ""


async def test_two_profiles_of_one_name_are_refused_at_the_field(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        desk.settings.save_profile(sqlite_profile(tmp_path / "b.db", "Backup"))
        view = await at_section(desk)
        type_into(edit(view, "name"), "backup")
        view.save.click()
        await until(lambda: "choose another name" in words_of(view.form), what="the refusal at the name")


async def test_copy_and_remove(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        view = await at_section(desk)
        assert not view.remove.isEnabled(), "the profile in use stays"
        assert view.remove.toolTip() != ""
        view.copy.click()
        assert edit(view, "name").text() == "This computer copy"
        view.save.click()
        await until(lambda: len(desk.settings.profiles()) == 2, what="the copy")
        await until(view.remove.isEnabled, what="the copy can be removed")
        view.remove.click()
        await answer(view, "remove")
        await until(lambda: len(desk.settings.profiles()) == 1, what="the copy is gone")
        await until(lambda: edit(view, "name").text() == "This computer", what="the profile in use is shown")


async def test_weak_tls_to_another_host_is_warned_of(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        view = await at_section(desk)
        await new_server(view)
        type_into(edit(view, "host"), "db.shop.lan")
        combo = view.all_fields()["tls"].control
        combo.setCurrentIndex(combo.findData(TlsMode.REQUIRE.value))  # type: ignore[attr-defined]
        assert "could pose as the server" in words_of(view.form)
        type_into(edit(view, "host"), "127.0.0.1")
        assert "could pose as the server" not in words_of(view.form)


async def test_what_a_failed_change_says(
    tmp_path: Path, postgresql_stockroom_url: str, postgresql_proxy: Proxy
) -> None:
    shop = server_profile(postgresql_proxy.through(postgresql_stockroom_url))
    async with at_desk(tmp_path) as desk:
        desk.settings.save_profile(shop)
        desk.secrets.hold(shop.id, PASSWORD)
        view = await at_section(desk)
        view.profiles.chosen.emit(shop.id)
        postgresql_proxy.cut()
        view.use.click()
        await until(lambda: "cannot be used" in view.switch_card.accessibleName(), what="the reason")
        assert "You still work with This computer" in words_of(view.switch_card)
        assert view.test_card.isVisible()
        states = {row.name: row.state for row in view.profiles.rows}
        assert states["This computer"] == "in use"
        assert states["Shop"] in {"not reachable", "did not pass the test"}
        postgresql_proxy.mend()
        view.use.click()
        await until(lambda: desk.session.switch.profile == shop, what="the change")
        await until(lambda: not view.switch_card.isVisible(), what="the card has gone")


async def test_older_tables_offer_their_remedy(tmp_path: Path, sqlite_stockroom_url: str) -> None:

    async with opened(sqlite_stockroom_url) as database, database.engine.connect() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
        await connection.commit()
    profile = sqlite_profile(tmp_path / "stockroom.db", "Old")
    async with at_desk(tmp_path) as desk:
        desk.settings.save_profile(profile)
        view = await at_section(desk)
        view.profiles.chosen.emit(profile.id)
        view.test.click()
        await until(lambda: view.test_card.findChild(QWidget, "migrate-the-tables"), what="the remedy")
        line = view.test_card.findChild(QWidget, "check-schema")
        assert line is not None
        assert "this program needs" in line.accessibleName()
        migrate = view.test_card.findChild(QWidget, "migrate-the-tables")
        assert migrate is not None
        QTest.mouseClick(migrate, Qt.MouseButton.LeftButton)
        await answer(desk.session.window, "leave")
        await until(lambda: desk.session.window.findChild(DecisionDialog) is None, what="the question is gone")


async def test_saved_password_reconnects(tmp_path: Path, postgresql_stockroom_url: str) -> None:
    """Without a keyring the password is asked for at each start: typed, saved, connected again."""
    shop = server_profile(postgresql_stockroom_url)
    async with at_desk(tmp_path, shop, keyring=False) as desk:
        desk.settings.save_profile(shop)
        await until(lambda: desk.session.announcements.shown, what="the trouble")
        assert "none is kept" in desk.session.announcements.shown.detail  # type: ignore[union-attr]
        view = desk.view()
        type_into(edit(view, "password"), PASSWORD)
        view.save.click()
        await until(view.use.isVisible, what="saved")
        view.use.click()
        await desk.opened()
        await until(lambda: desk.session.announcements.shown is None, what="no trouble any more")
        await desk.do(product("1"))


@pytest.mark.parametrize("kind", list(DatabaseKind))
async def test_new_profiles_have_free_names(tmp_path: Path, kind: DatabaseKind) -> None:
    async with at_desk(tmp_path) as desk:
        view = await at_section(desk)
        view.profiles.new_wanted.emit(kind)
        view.profiles.new_wanted.emit(kind)
        names = [row.name for row in view.profiles.rows]
        assert len(set(names)) == 3
        assert names[-1].endswith(" 2")
