"""The import is saved and its rejected rows are still written: what the window does meanwhile, and if it goes."""

from __future__ import annotations

from pathlib import Path

from shiboken6 import isValid

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from inventory_app.ui.screens.imports.page import ImportsPage
from tests.support.import_window import PATIENCE, to_check
from tests.support.screens import Stage, on_stage
from tests.support.waiting import until
from tests.support.writing_rejects import MANY, every_third_bad, held_writer, partials


async def committing(stage: Stage, page: ImportsPage, path: Path) -> tuple[ImportWindow, ImportPresenter]:
    """A new window whose import has begun."""
    window, presenter = await to_check(stage, page, path)
    window.check.save.click()
    return window, presenter


async def test_nothing_can_be_cancelled_and_a_window_that_is_closed_waits_for_them(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = every_third_bad(tmp_path / "file.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await committing(stage, page, path)
        writer = await held_writer(tmp_path)
        assert isinstance(await stage.outcome(2), Committed)
        assert not window.commit.cancel.isEnabled()
        presenter.cancel()
        window.close()
        await until(lambda: not window.isVisible())
        assert isValid(window)
        writer.resume()
        await until(lambda: not isValid(window), PATIENCE, what="the window to go")
    (rejects,) = tmp_path.glob("*.rejects*.csv")
    assert len(rejects.read_text(encoding="utf-8-sig").splitlines()) == MANY // 3 + 1


async def test_a_window_that_goes_takes_what_is_half_written_along(sqlite_database: Database, tmp_path: Path) -> None:
    path = every_third_bad(tmp_path / "file.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await committing(stage, page, path)
        await held_writer(tmp_path)
        window.deleteLater()
        await until(lambda: not isValid(window))
        await until(lambda: not partials(tmp_path), what="what is half written to go")
    assert list(tmp_path.glob("*.rejects*")) == []


async def test_rejected_rows_that_could_not_be_written_are_told(sqlite_database: Database, tmp_path: Path) -> None:
    path = every_third_bad(tmp_path / "file.csv")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await committing(stage, page, path)
        writer = await held_writer(tmp_path)
        writer.kill()
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert "The rejected rows could not be written" in window.outcome._detail.text()
        assert window.outcome._detail.isVisible()
    assert partials(tmp_path) == []
