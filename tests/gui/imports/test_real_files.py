"""Files that others have made, through the import window as a person does it: opened, mapped, checked, imported."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from inventory_app.actions.outcome import Committed, DryRun, Json
from inventory_app.database.database import Database
from inventory_app.ui.import_dialog import ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from inventory_app.ui.screens.imports.page import ImportsPage
from tests.support.import_window import PATIENCE, checked, name_file, new_import
from tests.support.real_files import FILES, SMALL, RealFile
from tests.support.screens import CTRL, Stage, on_stage
from tests.support.waiting import until

Key = Qt.Key
# What each file gives on each engine is seen to by the command line's tests; here it is how the window shows it. So a
# file of each kind of small ones is enough, and one engine; STOCKROOM_EVERY_FILE=1 sees to all of them on both.
EVERY = "STOCKROOM_EVERY_FILE" in os.environ
ENGINES = ("sqlite", "postgresql") if EVERY else ("sqlite",)
KINDS = (
    "empty", "quotes_and_newlines", "utf8", "bad", "blanks", "title-row", "cr-line-endings", "test_latin1",
    "test_utf16_big", "dummy_col_shuffled_ragged", "null_byte", "invalid-byte-sequence",
)  # fmt: skip
SMALL_ONES = [file for folder in SMALL for file in FILES[folder] if EVERY or file.path.stem in KINDS]


@pytest.mark.parametrize("engine_name", ENGINES)
@pytest.mark.parametrize("file", SMALL_ONES, ids=lambda file: file.path.stem)
async def test_each_small_file_gives_its_counts(database: Database, tmp_path: Path, file: RealFile) -> None:
    path = Path(shutil.copy(file.path, tmp_path))
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        await import_by_hand(stage, page, file, path)


@pytest.mark.parametrize("engine_name", ENGINES)
@pytest.mark.parametrize("folder", [folder for folder in FILES if folder not in SMALL])
async def test_each_file_gives_its_counts(database: Database, tmp_path: Path, folder: str) -> None:
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        for file in FILES[folder]:
            path = Path(shutil.copy(file.path, tmp_path))  # rejected rows are written beside the file
            await import_by_hand(stage, page, file, path)


async def import_by_hand(stage: Stage, page: ImportsPage, file: RealFile, path: Path) -> None:
    """Open, map, check, import; what the window says at each step is what the file is known for."""
    counted, before = file.counted(), len(stage.outcomes)
    window = await opened(stage, page, file, path)
    await mapped(window, file)
    stage.keys(Key.Key_Return, modifiers=CTRL)
    tried = await stage.outcome(before + 1)
    assert isinstance(tried, DryRun), tried
    await checked(window)
    shown = {(one.code, one.warning): one.count for one in window.check.reasons.rows.shown if one.code}
    assert {code: count for (code, warning), count in shown.items() if not warning} == counted.reasons, file.name
    if len(set(file.columns.values())) == len(file.columns):  # a column becomes one field here
        assert counted.warned.items() <= {code: count for (code, warning), count in shown.items() if warning}.items()
    assert window.head.caption.endswith(f"{counted.records:,} record{'s' if counted.records != 1 else ''}"), file.name
    assert window.check.save.isEnabled() is (counted.accepted > 0)
    if counted.accepted:
        window.check.save.click()
        done = await stage.outcome(before + 2)
        assert isinstance(done, Committed), done
        assert done.result == {**tried.result, **ids(done.result)}, "what was tried is what was done"
        await until(partial(is_at, window, steps.OUTCOME), PATIENCE)
        assert path.with_name(f"{path.stem}.rejects.csv").exists() is (counted.rejected > 0)
    window.let_go()


def is_at(window: ImportWindow, step: int) -> bool:
    return window.step == step


def ids(result: Mapping[str, Json]) -> dict[str, Json]:
    """What differs from run to run."""
    return {name: value for name, value in result.items() if name in ("import_id", "seconds", "tries")}


async def opened(stage: Stage, page: ImportsPage, file: RealFile, path: Path) -> ImportWindow:
    """Ctrl+I, what the file holds, its path."""
    await stage.active(stage.window)
    window, _ = await new_import(stage, page)
    window.open.purpose.setCurrentIndex(window.open.purpose.findData(file.kind))
    window.open.path.setFocus()
    await name_file(stage, window, path)
    stage.keys(Key.Key_Return)
    assert window.step == steps.MAP
    return window


async def mapped(window: ImportWindow, file: RealFile) -> None:
    """Choose for each column what it becomes, from its list, unless it was found so."""
    if file.columns:
        taken: dict[int, str] = {}
        for field, column in file.columns.items():
            taken.setdefault(column - 1, field)
        for row in range(window.map.table.map_model.rowCount()):
            if window.map.table.map_model.rows[row].label != taken.get(row, ""):
                await choose(window, row, taken.get(row, ""))
        assert {one.place: one.label for one in window.map.table.map_model.rows if one.imported} == taken
    await until(window.map.check.isEnabled)
    window.map.check.setFocus()


async def choose(window: ImportWindow, row: int, field: str) -> None:
    window.map.table.setFocus()
    window.map.table.selectRow(row)
    QTest.keyClick(window.map.table, Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    wanted = next(one for one in menu.actions() if one.text().split("  ")[0] == (field or "Not imported"))
    menu.setActiveAction(wanted)
    QTest.keyClick(menu, Key.Key_Return)
    await until(lambda: QApplication.activePopupWidget() is None)
