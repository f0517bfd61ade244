"""Tables from the clipboard and files that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from shiboken6 import isValid

from inventory_app.database.database import Database
from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow
from inventory_app.ui.import_dialog.files import free_rejects_path, is_pasted
from inventory_app.ui.screens.imports import make
from tests.support.screens import CTRL, on_stage
from tests.support.waiting import until

Key = Qt.Key
_KEPT: list[QMimeData] = []  # an event does not own its data
PATIENCE = 60.0
TABLE = "SKU\tName\tPrice\na1\tCup\t4.90\na2\tBowl\t5.90\n"


def drop_of(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    made = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    _KEPT.append(data)
    return made


async def read(window: ImportWindow, presenter: ImportPresenter, rows: int) -> None:
    await until(window.open.next.isEnabled, PATIENCE, what="the table to be looked at")
    assert presenter.opening.inspected is not None
    assert len(presenter.opening.inspected.preview.rows) == rows


async def test_a_table_is_pasted_on_imports_and_in_the_import_window(sqlite_database: Database, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        page.listed.table.setFocus()
        stage.keys(Key.Key_V, modifiers=CTRL)
        window, presenter = page._windows[-1]
        await stage.active(window)
        await read(window, presenter, 2)
        first = presenter.opening.choices.path
        assert first is not None
        assert is_pasted(first)
        assert window.windowTitle().startswith("Pasted table")
        assert free_rejects_path(first).parent == Path.home()

        QGuiApplication.clipboard().setText(TABLE + "a3\tJug\t6.90\n")
        window.open.path.setFocus()
        stage.keys(Key.Key_V, modifiers=CTRL)
        await until(lambda: presenter.opening.choices.path != first, PATIENCE, what="the other table")
        await read(window, presenter, 3)
        second = presenter.opening.choices.path
        window.let_go()
        await until(lambda: not isValid(window), what="the window to go")
        assert second is not None
        assert not first.exists()
        assert not second.exists()

        QGuiApplication.clipboard().setText("  ")
        await stage.active(stage.window)
        stage.keys(Key.Key_V, modifiers=CTRL)
        window, _ = page._windows[-1]
        assert window.banner.isVisibleTo(window)
        window.let_go()


async def test_a_file_is_dropped_anywhere_on_the_main_window(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.tsv"
    path.write_text(TABLE, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        stage.window.show_screen("sales")
        two = drop_of(path, tmp_path / "other.csv")
        stage.window.dropEvent(two)
        assert stage.window.current_screen == "sales"
        stage.window.dropEvent(drop_of(path))
        assert stage.window.current_screen == "imports"
        window, presenter = page._windows[-1]
        await read(window, presenter, 2)
        window.let_go()
