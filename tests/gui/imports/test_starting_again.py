"""An import whose process is killed did not happen; the next start says so, and one click does it after all."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from sqlalchemy import func, select

from inventory_app.actions.outcome import Committed
from inventory_app.database.tables import Product
from inventory_app.importing.import_file import ImportFile
from inventory_app.importing.options import ImportOptions, Mode
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.treatment import Treatment
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.screens.imports.page import ImportsPage
from tests.gui.settings_support import PASSWORD, at_desk, server_profile, sqlite_profile
from tests.support.databases import opened
from tests.support.house import ROOT
from tests.support.waiting import until

PATIENCE = 60.0
ROWS = 30_000
_PROGRAM = """
import asyncio, json, sys
from pathlib import Path
from inventory_app.actions.action import Context
from inventory_app.actions.outcome import Phase
from inventory_app.actions.perform.outbox import Outbox
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.run_import import run_import

async def main(url, folder, request):
    database = Database.open(DatabaseConfig.from_url(url))
    outbox = Outbox(Path(folder), database.config.display())
    def report(progress):
        if progress.phase is Phase.RUNNING:
            print("in the middle", flush=True)
            sys.stdin.read()  # until it is killed
    request = ImportRequest.from_json(json.loads(request))
    await run_import(database, request, context=Context("Mira", "TILL-1"), report=report, outbox=outbox)

asyncio.run(main(*sys.argv[1:]))
"""


def killed_in_the_middle(url: str, folder: Path, request: ImportRequest) -> None:
    """An import in a process of its own, which is killed while it writes."""
    kept = ImportFile(request=request).anew()
    arguments = [sys.executable, "-c", _PROGRAM, url, str(folder), json.dumps(kept)]
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "in the middle\n"
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    finally:
        process.kill()
        process.communicate()


async def test_an_import_that_was_killed_is_started_again_with_one_click(
    tmp_path: Path, stockroom_url: str, engine_name: str
) -> None:
    profile = sqlite_profile(tmp_path / "stockroom.db") if engine_name == "sqlite" else server_profile(stockroom_url)
    file = tmp_path / "products.csv"
    lines = [f"{number:06d};Product {number};{'€ ' if number % 2 else ''}4,90\n" for number in range(ROWS)]
    file.write_text("Code;Title;Preis\n" + "".join(lines), encoding="utf-8")
    request = ImportRequest(
        str(file),
        ImportOptions(mode=Mode.SKIP, decimal=","),
        ("sku=Code", "name=Title", "price=Preis"),
        treatment=Treatment(repairs={"price": ("currency_sign",)}, corrections={1: {2: "Corrected"}}),
    )
    async with at_desk(tmp_path, profile, PASSWORD) as desk:
        await desk.opened()
    killed_in_the_middle(stockroom_url, tmp_path / "state" / "outbox", request)
    async with at_desk(tmp_path, profile, PASSWORD) as desk, opened(stockroom_url) as elsewhere:
        await desk.opened()
        announcements = desk.session.announcements
        await until(lambda: announcements.shown is not None, PATIENCE, what="word of the import that did not happen")
        assert announcements.banner.accessibleName() == "Refused: The import of products.csv did not happen"
        async with elsewhere.read() as reading:
            assert await reading.scalar(select(func.count()).select_from(Product)) == 0
        button = next(one for one in announcements.banner.findChildren(QPushButton) if one.text() == "Start it again")
        button.click()
        page = desk.session.window.page("imports")
        assert isinstance(page, ImportsPage)
        window, presenter = page._windows[-1]
        assert window.step == steps.COMMIT
        assert presenter.run is not None
        assert isinstance(await presenter.run.wait(), Committed)
        await until(lambda: window.step == steps.OUTCOME, PATIENCE)
        assert announcements.banner.isHidden()
        async with elsewhere.read() as reading:
            assert await reading.scalar(select(func.count()).select_from(Product)) == ROWS
            assert await reading.scalar(select(Product.name).where(Product.sku == "000000")) == "Corrected"
        window.let_go()


def test_a_request_is_the_same_after_it_was_kept(tmp_path: Path) -> None:
    request = ImportRequest(
        str(tmp_path / "a.csv"),
        ImportOptions(kind="stock", delimiter=";", location="SHOP/Back"),
        ("sku=#1", "quantity=#2"),
        str(tmp_path / "a.rejects.csv"),
        Treatment(fill_down=("A",), corrections={3: {1: "x"}}),
    )
    assert ImportRequest.from_json(request.to_json()) == request
    assert ImportFile(request=ImportRequest("a.csv", ImportOptions(dry_run=True))).anew() is None
