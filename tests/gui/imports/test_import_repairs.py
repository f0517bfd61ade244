"""Problems that are mended in the import window: repairs for all of a kind, values corrected by hand, and both back."""

from __future__ import annotations

from pathlib import Path

from inventory_app.actions.outcome import Committed
from inventory_app.database.database import Database
from inventory_app.importing.checks.repairs import CURRENCY_SIGN
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports import make
from tests.support.import_window import PATIENCE, check, checked, press, retype, to_open
from tests.support.imports import Importer
from tests.support.screens import on_stage
from tests.support.waiting import until

FILE = "SKU,Name,Price\na1,Cup,$ 4.90\na2,Bowl,on request\na3,Jug,$ 7.00\na4,Pan,12.00\n"


async def test_repairs_and_corrections_are_applied_checked_and_taken_back(
    sqlite_database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(FILE, encoding="utf-8")
    async with on_stage(make, sqlite_database, tmp_path, "imports") as (stage, page):
        window, presenter = await to_open(stage, page, path)
        await check(window, 1)

        await press(window, f"repair-{CURRENCY_SIGN}")
        await checked(window, 3)
        assert presenter.opening.choices.treatment.repairs == {"price": (CURRENCY_SIGN,)}
        await press(window, "take-back-price")
        await checked(window, 1)
        await press(window, f"repair-{CURRENCY_SIGN}")
        await checked(window, 3)

        value = window.check.problems.column_at("value")
        await retype(window.check.table, 0, value, "8.50")
        assert not window.check.save.isEnabled()
        assert window.check.problems.index(0, value).data() == "8.50"
        window.check.back.click()
        assert window.step == steps.MAP
        window.map.check.click()
        await checked(window, 4)
        assert presenter.opening.choices.treatment.corrections == {2: {3: "8.50"}}
        await press(window, "take-corrections-back")
        await checked(window, 3)
        await retype(window.check.table, 0, value, "9.50")
        await press(window, "check-again")
        await checked(window, 4)
        window.check.save.click()
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert isinstance(stage.outcomes[-1], Committed)
        catalogue = await Importer(sqlite_database, tmp_path).catalogue()
        assert {sku: str(one["price"]) for sku, one in catalogue.items()} == {
            "a1": "4.9", "a2": "9.5", "a3": "7", "a4": "12",
        }  # fmt: skip
