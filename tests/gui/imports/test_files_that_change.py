"""What happens to a file beside the window: it goes, or is another one, between the check and the import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel

from inventory_app.actions.outcome import Committed, DryRun, Refused
from inventory_app.database.database import Database
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from tests.support.import_window import PATIENCE, checked, to_check
from tests.support.imports import Importer
from tests.support.screens import on_stage
from tests.support.waiting import until

FILE = "sku,name,price\na1,Cup,4.90\na2,Bowl,dear\n"


async def test_another_file_than_was_checked_is_not_imported(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(FILE, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_check(stage, page, path)
        path.write_text(FILE + "a3,Jug,7\n", encoding="utf-8")
        window.check.save.click()
        refused = await stage.outcome(2)
        assert isinstance(refused, Refused)
        assert (refused.code, "Check it again" in refused.message) == ("file_changed", True)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert await Importer(sqlite_database, tmp_path).catalogue() == {}
        window.outcome.to_check.click()
        await checked(window)
        assert window.check.save.text() == "Sa&ve 2 products"
        window.check.save.click()
        assert isinstance(await stage.outcome(4), Committed)
        assert sorted(await Importer(sqlite_database, tmp_path).catalogue()) == ["a1", "a3"]


async def test_what_was_corrected_in_another_file_is_forgotten(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(FILE, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_check(stage, page, path)
        window.check.problems.edited.emit(window.check.problems.rows[0], "value", "9.50")
        assert presenter.opening.choices.treatment.corrections == {2: {3: "9.50"}}
        path.write_text(FILE.replace("a1,Cup,4.90\n", ""), encoding="utf-8")
        presenter._check()
        assert isinstance(await stage.outcome(2), Refused)
        await until(window.banner.isVisible, PATIENCE)
        assert "has changed since it was checked" in window.banner.accessibleName()
        assert presenter.opening.choices.treatment.corrections == {}
        window.map.check.click()
        assert isinstance(await stage.outcome(3), DryRun)
        await checked(window)
        assert [one.value for one in window.check.problems.rows] == ["dear"]


async def test_a_file_that_is_gone_is_said_and_can_come_back(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(FILE, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_check(stage, page, path)
        path.unlink()
        window.check.save.click()
        refused = await stage.outcome(2)
        assert isinstance(refused, Refused)
        assert "there is no such file" in refused.message
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert not window.outcome.done.isVisible()
        assert [one.text() for one in window.steps.findChildren(QLabel) if one.text().isdigit()] == ["4", "5"]
        path.write_text(FILE, encoding="utf-8")
        window.outcome.to_check.click()
        await checked(window)
        window.check.save.click()
        assert isinstance(await stage.outcome(4), Committed)


async def test_rows_that_only_the_import_rejects_are_written_too(sqlite_database: Database, tmp_path: Path) -> None:
    """Somebody else takes a barcode between the check, which rejected nothing, and the import."""
    path, other = tmp_path / "shop.csv", tmp_path / "other.csv"
    path.write_text("sku,name,barcode\na1,Cup,4006381333931\na2,Bowl,\n", encoding="utf-8")
    other.write_text("sku,name,barcode\nb1,Jug,4006381333931\n", encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, _ = await to_check(stage, page, path)
        assert (await Importer(sqlite_database, tmp_path).file(other)).outcome == "committed"
        window.check.save.click()
        assert isinstance(await stage.outcome(2), Committed)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert window.outcome.title.text() == "1 of 2 products are saved"
        rejected = path.with_name("shop.rejects.csv").read_text(encoding="utf-8-sig").splitlines()
        assert [line.split(",")[0] for line in rejected] == ["sku", "a1"]


async def test_rejected_rows_never_replace_what_they_come_from(sqlite_database: Database, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(FILE, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_check(stage, page, path)
        presenter.save_rejects(path)
        assert "is the file that is imported" in window.check.note.words
        presenter.save_rejects(Path(sqlite_database.config.path))
        assert "is the database itself" in window.check.note.words
        assert window.check.save.isVisible()
        assert path.read_text(encoding="utf-8") == FILE


async def test_two_imports_at_once_wait_for_each_other(database: Database, tmp_path: Path) -> None:
    async with on_stage(make, database, tmp_path, "imports") as (stage, page):
        windows = []
        for name in ("one", "two"):
            path = tmp_path / f"{name}.csv"
            lines = [f"{name}-{number},{name} {number},{number}\n" for number in range(4_000)]
            path.write_text("sku,name,price\n" + "".join(lines), encoding="utf-8")
            await stage.active(stage.window)
            windows.append((await to_check(stage, page, path))[0])
        for window in windows:
            window.check.save.click()
        outcomes = [await stage.outcome(3), await stage.outcome(4)]
        assert [type(one) for one in outcomes] == [Committed, Committed]
        for window in windows:
            await until(lambda window=window: window.step == steps.OUTCOME, PATIENCE)  # type: ignore[misc]
            assert window.outcome.title.text() == "4,000 products are saved"
        assert len(await Importer(database, tmp_path).catalogue()) == 8_000
