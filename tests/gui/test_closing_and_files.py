"""Closing by Ctrl+Q; files that are being written then: it asks, waits for them, or leaves nothing of them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.ui.export_dialog import ExportDialog
from inventory_app.ui.screens import imports, products
from inventory_app.ui.widgets.decision import DecisionDialog
from tests.support.children import WRITER, children_at
from tests.support.file_dialogs import pick
from tests.support.import_window import PATIENCE, to_check
from tests.support.screens import CTRL, SHIFT, Stage, on_stage
from tests.support.waiting import until
from tests.support.writing_rejects import MANY, every_third_bad, held_writer, partials

Key = Qt.Key


async def asked(stage: Stage) -> str:
    """Close the window; what is said then."""
    stage.window.close()

    def question() -> DecisionDialog | None:
        modal = QApplication.activeModalWidget()
        return modal if isinstance(modal, DecisionDialog) else None

    dialog = await until(question, what="the question")
    assert dialog is not None
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


async def writing_rejects(stage: Stage, page: Any, folder: Path) -> psutil.Process:
    """An import that is saved, whose rejected rows are held while they are written."""
    path = every_third_bad(folder / "file.csv")
    window, _ = await to_check(stage, page, path)
    window.check.save.click()
    writer = await held_writer(folder)
    assert isinstance(await stage.outcome(2), Committed)
    return writer


async def test_rejected_rows_are_waited_for(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(imports.make, sqlite_database, tmp_path, "imports") as (stage, page):
        writer = await writing_rejects(stage, page, tmp_path)
        assert "A file is still being written." in await asked(stage)
        await stage.decide("wait")
        await until(lambda: stage.window.bar._doing.words == "Finishing what runs")
        assert stage.window.isVisible()
        writer.resume()
        await until(lambda: not stage.window.isVisible(), PATIENCE, what="the end")
    (rejects,) = tmp_path.glob("*.rejects*.csv")
    assert len(rejects.read_text(encoding="utf-8-sig").splitlines()) == MANY // 3 + 1


async def test_rejected_rows_are_stopped_and_nothing_is_left_of_them(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(imports.make, sqlite_database, tmp_path, "imports") as (stage, page):
        await writing_rejects(stage, page, tmp_path)
        await asked(stage)
        await stage.decide("stop")
        await until(lambda: not stage.window.isVisible(), PATIENCE, what="the end")
        assert partials(tmp_path) == []
    assert list(tmp_path.glob("*.rejects*")) == []


async def writing_export(stage: Stage, page: Any, folder: Path) -> psutil.Process:
    """A list whose file is begun, and the process that writes it held."""
    await stage.shop.product("00417", "5", name="Blue mug", price=Decimal("4.90"))
    page.refresh()
    await until(lambda: page.listed.model.rowCount() == 1)
    QTest.keyClick(page.listed.table, Key.Key_E, CTRL | SHIFT)
    dialog = await until(lambda: page.findChild(ExportDialog))
    dialog.go_button.click()
    await pick(str(folder / "products"))

    (writer,) = await until(partial(children_at, WRITER), what="the process that writes")
    writer.suspend()
    return writer


@pytest.mark.parametrize("answer", ["wait", "stop"])
async def test_an_export_is_waited_for_or_stopped(sqlite_database: Database, tmp_path: Path, answer: str) -> None:
    async with on_stage(products.make, sqlite_database, tmp_path, "products") as (stage, page):
        writer = await writing_export(stage, page, tmp_path)
        assert "A file is still being written." in await asked(stage)
        await stage.decide(answer)
        if answer == "wait":
            await until(lambda: stage.window.bar._doing.words == "Finishing what runs")
            writer.resume()
        await until(lambda: not stage.window.isVisible(), PATIENCE, what="the end")
    written = [path.name for path in tmp_path.iterdir() if "products" in path.name]
    assert written == (["products.csv"] if answer == "wait" else [])


async def test_ctrl_q_closes_as_the_frame_does(sqlite_database: Database, tmp_path: Path) -> None:
    async with on_stage(products.make, sqlite_database, tmp_path, "products") as (stage, _):
        async with sqlite_database.writer_slot():
            run = stage.with_.actions.start(CreateProduct(sku="00417", name="Blue mug"))
            await until(lambda: run.progress is not None)
            stage.keys(Key.Key_Q, modifiers=CTRL)
            dialog = await until(QApplication.activeModalWidget, what="the question")
            assert dialog is not None
            QTest.keyClick(dialog, Key.Key_Q, CTRL)  # it comes first
            assert QApplication.activeModalWidget() is dialog
            await stage.decide("stop")
            await until(lambda: not stage.window.isVisible())
        assert not isinstance(run.outcome, Committed)


async def test_ctrl_q_in_an_import_window_asks_about_what_is_mapped(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("A,B\nx1,Cup\n", encoding="utf-8")
    async with on_stage(imports.make, sqlite_database, tmp_path, "imports") as (stage, page):
        presenter = page.new_import(path)
        window = page._windows[-1][0]
        await stage.active(window)
        await until(window.open.next.isEnabled, PATIENCE, what="the file to be looked at")
        assert page.holds_typing() == ""
        window.open.next.click()
        window.map.choose(0, "sku")
        assert presenter.would_lose_choices
        assert page.holds_typing() == "The import of odd.csv"
        stage.keys(Key.Key_Q, modifiers=CTRL)
        await stage.decide("stay")
        await until(lambda: not stage.window._closing._background.running)
        assert stage.window.isVisible()
        await stage.active(window)
        stage.keys(Key.Key_Q, modifiers=CTRL)
        await stage.decide("leave")
        await until(lambda: not stage.window.isVisible())
