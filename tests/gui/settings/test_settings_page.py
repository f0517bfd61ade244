"""The page of the settings: options, sections, size, names for the ear, keys that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from inventory_app.settings import declared
from inventory_app.settings.declared import Theme
from inventory_app.ui.import_dialog import ImportWindow
from inventory_app.ui.main_window import MainWindow
from inventory_app.ui.screens.settings.options import OptionsView
from inventory_app.ui.screens.settings.page import SECTIONS
from inventory_app.ui.screens.settings.shortcuts import KEYS
from inventory_app.ui.theme import Size
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.gui.settings_support import CTRL, Desk, at_desk, type_into
from tests.support.waiting import until

_WORKED_IN = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


def general(desk: Desk) -> OptionsView:
    page = desk.page()
    page.show_item("general")
    found = page.findChild(OptionsView, "options-general")
    assert found is not None
    return found


async def ready(desk: Desk) -> None:
    await desk.opened()
    await until(lambda: desk.session.first_start.shown, what="the first database")


async def test_an_option_holds_when_its_field_is_left(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        view = general(desk)
        name = view.fields[declared.ACTOR.key].control
        type_into(name, "Mira Kowalski")
        QTest.keyClick(name, Qt.Key.Key_Return)
        await until(lambda: desk.settings.get(declared.ACTOR) == "Mira Kowalski", what="the name is kept")
        top = desk.session.window.top
        await until(lambda: top._actor.words == "Mira Kowalski", what="the top bar follows")


async def test_what_does_not_fit_stays_in_the_field_and_is_not_kept(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        page = desk.page()
        page.show_item("saving")
        view = page.findChild(OptionsView, "options-tries-and-limits") or page.findChild(
            OptionsView, "options-tries and limits"
        )
        assert view is not None
        field = view.fields[declared.MAX_TRIES.key]
        type_into(field.control, "99")
        QTest.keyClick(field.control, Qt.Key.Key_Return)
        assert field.message == "Give a whole number from 1 to 20."
        assert desk.settings.get(declared.MAX_TRIES) == 5
        type_into(field.control, "7")
        assert field.message == ""
        QTest.keyClick(field.control, Qt.Key.Key_Return)
        await until(lambda: desk.settings.get(declared.MAX_TRIES) == 7, what="kept")
        view.defaults_wanted.emit()
        await until(lambda: desk.settings.get(declared.MAX_TRIES) == 5, what="the default")
        await until(lambda: field.text == "5", what="the field follows")


async def test_the_theme_changes_at_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        combo = general(desk).fields[declared.THEME.key].control
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findData(Theme.DARK.value))
        combo.activated.emit(combo.currentIndex())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        await until(lambda: app.palette().window().color().lightness() < 60, what="the dark theme")
        combo.setCurrentIndex(combo.findData(Theme.LIGHT.value))
        combo.activated.emit(combo.currentIndex())
        await until(lambda: app.palette().window().color().lightness() > 200, what="the light theme")


async def test_a_box_is_kept(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        box = general(desk).fields[declared.SQL_LOG.key].control
        assert isinstance(box, QCheckBox)
        box.click()
        await until(lambda: desk.settings.get(declared.SQL_LOG), what="kept")


def cut(page: QWidget) -> list[str]:
    """What reaches beyond the right edge of the area that it scrolls in."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for scroll in page.findChildren(QScrollArea)
        for widget in scroll.findChildren(QWidget)
        if widget.isVisible() and widget.mapTo(scroll, widget.rect().topRight()).x() > scroll.width()
    ]


@pytest.mark.parametrize("section", [key for key, _title in SECTIONS])
async def test_every_section_fits_and_can_be_heard(tmp_path: Path, section: str) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        page = desk.page()
        page.show_item(section)
        least = page.minimumSizeHint()
        assert least.width() <= Size.WINDOW[0] - Size.NAV
        assert least.height() <= Size.WINDOW[1] - Size.TOP - Size.STATUS - Size.ACTIVITY_LINE
        await until(lambda: cut(page) == [], what="everything within its place")
        mute = [
            widget.objectName()
            for kind in _WORKED_IN
            for widget in page.findChildren(kind)
            if widget.isVisible() and not (widget.accessibleName() and widget.objectName())
        ]
        assert mute == []
        assert unique_mnemonics(page) == []


async def test_sections_by_arrow_keys(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        page = desk.page()
        page.show_item("general")
        desk.session.window.activateWindow()
        seen = [page.sections.current]
        for _ in SECTIONS[1:]:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, Qt.Key.Key_Down)
            seen.append(page.sections.current)
        assert seen == [key for key, _title in SECTIONS]


async def test_the_listed_keys_are_there(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        there = {shortcut.key().toString() for shortcut in desk.session.window.findChildren(QShortcut)}
        everywhere = [keys for keys, _words in KEYS[0][1] if "…" not in keys]
        names = {"Ctrl+Enter": "Ctrl+Return"}
        assert [keys for keys in everywhere if names.get(keys, keys) not in there] == []


async def test_an_import_begins_at_every_screen(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        window = desk.session.window
        for screen in ("", *(one.key for one in desk.session.screens)):
            if screen:  # the first is the welcome
                window.show_screen(screen)
            window.activateWindow()
            await until(window.isActiveWindow, what="the main window")
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_I, CTRL)
            begun = await until(lambda: shown_import(window), what=f"an import from {screen}")
            assert begun is not None
            assert window.current_screen == "imports"
            begun.close()
            await until(lambda: shown_import(window) is None, what="its end")


def shown_import(window: MainWindow) -> ImportWindow | None:
    return next((one for one in window.findChildren(ImportWindow) if one.isVisible()), None)


async def test_about_can_be_copied(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        page = desk.page()
        page.show_item("about")
        copy = page.findChild(QPushButton, "copy-details")
        assert copy is not None
        copy.click()
        copied = QGuiApplication.clipboard().text()
        assert "Stockroom: " in copied
        assert "SQLAlchemy: " in copied
        assert str(tmp_path) in copied


async def test_another_language_holds_from_the_next_start(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        await ready(desk)
        view = general(desk)
        choice = view.fields[declared.LANGUAGE.key].control
        assert isinstance(choice, QComboBox)
        assert [choice.itemText(at) for at in range(choice.count())] == ["As the system is set", "English", "Deutsch"]
        choice.setCurrentIndex(choice.findData("de"))
        choice.activated.emit(choice.currentIndex())
        await until(lambda: desk.settings.get(declared.LANGUAGE) == "de", what="the language is kept")
        await until(lambda: not view.banner.isHidden(), what="a word about it")
        assert "next time" in view.banner.accessibleDescription()
