"""Imports that are stopped, killed, raced or given something that is no table: nothing is saved by halves."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import psutil
import pytest

from inventory_app.actions.outcome import Committed, Phase, Progress
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.importing.options import ImportOptions, Mode
from inventory_app.importing.request import ImportOutcome, ImportRequest
from inventory_app.importing.run_import import run_import
from tests.support.children import READER, children_at
from tests.support.imports import Importer, brief
from tests.support.shop import MIRA, Shop
from tests.support.writing_rejects import every_third_bad, held_writer, partials

MANY = 60_000
# Enough for each step of writing to be met in the middle.
SOME = 20_000


def catalogue_text(rows: int = MANY) -> str:
    return "sku,name,price,quantity\n" + "".join(f"S{place:06},Name {place},1.5,2\n" for place in range(rows))


def readers() -> list[psutil.Process]:
    return children_at(READER)


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith((".stockroom-import", ".rejects")))


async def import_until(
    importer: Importer,
    path: Path,
    stop: Callable[[Progress], bool],
    act: Callable[[asyncio.Task[ImportOutcome]], object],
) -> ImportOutcome:
    """Import a file; do something to it at the first progress that ``stop`` says yes to."""
    reached = asyncio.Event()
    request = ImportRequest(str(path))

    def report(progress: Progress) -> None:
        if stop(progress):
            reached.set()

    task: asyncio.Task[ImportOutcome] = asyncio.ensure_future(
        run_import(importer.database, request, context=MIRA, report=report)
    )
    await asyncio.wait({task, asyncio.ensure_future(reached.wait())}, return_when=asyncio.FIRST_COMPLETED)
    act(task)
    return await task


def known_text(rows: int) -> str:
    return "sku,name,price\n" + "".join(f"S{place:06},Former {place},1\n" for place in range(rows))


@pytest.mark.parametrize(
    ("message", "rows"),
    [("", MANY), ("Read", MANY)]
    + [(step, SOME) for step in ("Checking", "Saving 20", "Updating", "Creating", "Saving barcodes", "Posting")],
)
async def test_a_stopped_import_saves_nothing_and_leaves_nothing(importer: Importer, message: str, rows: int) -> None:
    """Whatever it is doing: reading, checking, or any of the steps of writing."""
    assert (await importer.products(known_text(2_000))).outcome == "committed"
    before = await importer.catalogue()
    path = importer.write(catalogue_text(rows))
    outcome = await import_until(
        importer, path, lambda told: told.message.startswith(message), lambda task: task.cancel()
    )
    assert outcome.outcome == "cancelled"
    assert await importer.catalogue() == before
    assert leftovers(importer.folder) == []
    assert readers() == []
    assert (await importer.file(path)).outcome == "committed"


async def test_a_stop_in_commit_comes_too_late_and_that_is_said(importer: Importer) -> None:
    path = importer.write(catalogue_text(2_000))
    outcome = await import_until(
        importer, path, lambda told: told.phase is Phase.COMMITTING, lambda task: task.cancel()
    )
    assert outcome.outcome == "committed"
    assert "The stop came too late: it was saved already." in outcome.message
    assert len(await importer.catalogue()) == 2_000


@pytest.mark.parametrize("told", ["committed", "dry_run", "refused"])
async def test_a_stop_while_rejects_are_written_stops_nothing_else(importer: Importer, told: str) -> None:
    path, rejects = every_third_bad(importer.folder / "file.csv"), importer.folder / "rejects.csv"
    mode = Mode.ATOMIC if told == "refused" else Mode.SKIP
    options = ImportOptions(mode=mode, dry_run=told == "dry_run")
    request = ImportRequest(str(path), options, rejects=str(rejects))
    task = asyncio.ensure_future(run_import(importer.database, request, context=MIRA))
    await held_writer(importer.folder)
    task.cancel()
    outcome = await task
    assert (outcome.outcome, outcome.counts.rejected, outcome.rejects_written) == (told, MANY // 3, 0)
    assert "The rejected rows were not written" in outcome.message
    assert ("The stop came too late for the import: it is saved." in outcome.message) is (told == "committed")
    assert (outcome.import_id is not None) is (told == "committed")
    assert len(await importer.catalogue()) == (MANY // 3 * 2 if told == "committed" else 0)
    assert (rejects.exists(), partials(importer.folder), readers()) == (False, [], [])


async def test_progress_goes_on_through_all_phases_and_never_back(importer: Importer) -> None:
    assert (await importer.products(known_text(2_000))).outcome == "committed"
    path, told = importer.write(catalogue_text()), list[Progress]()
    await run_import(importer.database, ImportRequest(str(path)), context=MIRA, report=told.append)
    phases = list(dict.fromkeys(one.phase for one in told))
    assert phases == [Phase.STAGING, Phase.RUNNING, Phase.COMMITTING]
    running = [one for one in told if one.phase is Phase.RUNNING and one.message]
    done = [one.done for one in running]
    assert {one.total for one in running} == {MANY}
    assert done == sorted(done)
    assert len(set(done)) > 6
    assert done[-1] > MANY * 0.6


async def test_a_reading_process_that_is_killed_fails_the_import(importer: Importer) -> None:
    path = importer.write(catalogue_text())

    def kill(_task: asyncio.Task[ImportOutcome]) -> None:
        (reader,) = readers()
        os.kill(reader.pid, signal.SIGKILL)

    outcome = await import_until(importer, path, lambda told: told.phase is Phase.STAGING and told.done > 0, kill)
    assert outcome.outcome == "failed"
    assert "ended too early" in outcome.message + outcome.detail
    assert await importer.catalogue() == {}
    assert leftovers(importer.folder) == []


async def test_sales_go_on_while_an_import_runs(importer: Importer, shop: Shop) -> None:
    await shop.product("SOLD", on_hand="100")
    text = catalogue_text(20_000) + "SOLD,Sold,2,\n"
    path = importer.write(text)
    selling = True
    sold = 0

    async def sell() -> None:
        nonlocal sold
        while selling:
            outcome = await shop.do(PlaceOrder(location="MAIN", lines=(OrderLine("SOLD", Decimal(1)),), ship=True))
            sold += isinstance(outcome, Committed)
            await asyncio.sleep(0.01)

    seller = asyncio.ensure_future(sell())
    outcome = await importer.file(path)
    selling = False
    await seller
    await importer.assert_books_are_right()
    assert brief(outcome) == ("committed", 20_000, 1, 0, {})
    assert await shop.level("SOLD") == (100 - sold, 0)
    assert sold > 0


async def test_sales_wait_for_the_import_of_another_process_and_do_not_fail(
    importer: Importer, shop: Shop, stockroom_url: str
) -> None:
    await shop.product("SOLD", on_hand="1000000")
    path = importer.write(catalogue_text(20_000))
    other = await asyncio.create_subprocess_exec(
        sys.executable, "main.py", "import", "products", path, "--database", stockroom_url, "--json",
        stdout=asyncio.subprocess.PIPE, env={**os.environ, "INVENTORY_APP_HOME": str(importer.folder / "other")},
    )  # fmt: skip
    ended = asyncio.ensure_future(other.communicate())
    sold = 0
    while not ended.done():
        outcome = await shop.do(PlaceOrder(location="MAIN", lines=(OrderLine("SOLD", Decimal(1)),), ship=True))
        assert isinstance(outcome, Committed)
        sold += 1
        await asyncio.sleep(0.01)
    told = json.loads((await ended)[0])
    assert (told["outcome"], told["created"]) == ("committed", 20_000)
    assert sold > 0
    assert await shop.level("SOLD") == (1_000_000 - sold, 0)
    await importer.assert_books_are_right()


async def test_two_imports_at_once_take_their_turns(importer: Importer) -> None:
    path = importer.write(catalogue_text(5_000))
    request = ImportRequest(str(path), ImportOptions())
    outcomes = await asyncio.gather(*(run_import(importer.database, request, context=MIRA) for _ in range(2)))
    assert sorted(brief(one)[1:4] for one in outcomes) == [(0, 0, 5_000), (5_000, 0, 0)]
    await importer.assert_books_are_right()


@pytest.mark.parametrize("changed", [{"isolation": "SERIALIZABLE"}, {"pooler": True}], ids=str)
async def test_other_ways_to_reach_a_server(
    postgresql_stockroom_url: str, tmp_path: Path, changed: dict[str, Any]
) -> None:
    """Behind a transaction pooler the rows are staged in the one transaction; a dry run has to clear them as well."""
    database = Database.open(replace(DatabaseConfig.from_url(postgresql_stockroom_url), **changed))
    try:
        importer = Importer(database, tmp_path)
        text = "sku,name,price,quantity\nA,One,1,2\nA,Two,2,3\nB,Three,x,4\nC,Four,1,1\n"
        for dry_run in (True, False):
            rejects = str(tmp_path / "rejects.csv")
            outcome = await importer.products(text, rejects=rejects, mode=Mode.SKIP, dry_run=dry_run)
            assert brief(outcome)[1:] == (2, 0, 0, {"price_invalid": 1, "duplicate_sku": 1}), outcome
            assert outcome.rejects_written == 2
        assert brief(await importer.stock("sku,quantity,serial\nA,1,S1\nA,1,S1\n", mode=Mode.SKIP))[1] == 1
        assert brief(await importer.products(text)) == ("refused", 0, 0, 0, {"price_invalid": 1, "duplicate_sku": 1})
    finally:
        await database.close()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "is empty"),
        (b"sku,name\n", "holds a header line and no rows"),
        (b"PK\x03\x04rest of a workbook", "the workbook is damaged"),
        (b"\x00\x01\x02\x03\x04\x05" * 50, "is not a text file"),
        (b'sku,name\nA,"never closed\n', "begins in line 2 opens a quote that is never closed"),
        (b"sku,name\nA," + b"x" * (10 << 20) + b"\n", "begins in line 2 is longer than 8 MB"),
        (b"code;description\n1;x\n", "No column is mapped to sku"),
    ],
    ids=["empty", "blank", "header", "xlsx", "binary", "quote", "long", "mapping"],
)
async def test_a_file_that_is_no_table_is_refused_in_words(importer: Importer, content: bytes, said: str) -> None:
    path = importer.folder / "file.csv"
    path.write_bytes(content)
    flags = ("sku=sku", "name=name") if said.startswith("begins") else ()
    outcome = await importer.file(path, *flags, mode=Mode.SKIP)
    if said.startswith("No column"):
        outcome = await importer.file(path, "name=#2", mode=Mode.SKIP)
    assert brief(outcome) == ("refused", 0, 0, 0, {})
    assert said in outcome.message


async def test_files_that_cannot_be_opened(importer: Importer) -> None:
    assert "there is no such file" in (await importer.file(importer.folder / "none.csv")).message
    assert "is a folder" in (await importer.file(importer.folder)).message


async def test_bytes_that_are_no_text_reject_their_row_alone(importer: Importer) -> None:
    path = importer.folder / "file.csv"
    path.write_bytes("sku,name\nA,Müller\nB,Grün\n".encode() + b"C,Gr\xfcn\nD,nul\x00l\nE,fine\n")
    outcome = await importer.file(path, mode=Mode.SKIP)
    assert brief(outcome) == ("committed", 3, 0, 0, {"undecodable": 2})
    assert [(one.record, one.line) for one in outcome.problems] == [(3, 4), (4, 5)]


async def test_the_rejects_file_can_be_repaired_and_imported(importer: Importer) -> None:
    text = 'sku;name;note;price\nA;"One; two";keep "this";1,5\n007; ;=1+1;2\nC;Three;x\nD;Four;;drei\n'
    rejects = importer.folder / "rejects.csv"
    options: dict[str, Any] = {"mode": Mode.SKIP, "decimal": ","}
    outcome = await importer.products(text, rejects=str(rejects), **options)
    assert outcome.rejects_written == 3
    assert rejects.stat().st_mode & 0o077 == 0
    content = rejects.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfsku,name,note,price,record,line,error\r\n007, ,=1+1,2,2,3,name_missing")
    rejects = rejects.replace(importer.folder / "to_repair.csv")
    again = await importer.file(rejects, rejects=str(importer.folder / "rejects.csv"), **options)
    assert dict(again.counts.rejected_by_reason) == {"name_missing": 1, "price_invalid": 1, "ragged_row": 1}
    rejects = importer.folder / "rejects.csv"
    lines = rejects.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "sku,name,note,price,record,line,error"
    assert lines[1].startswith("007, ,=1+1,2,1,2,")
    repaired = rejects.read_text(encoding="utf-8-sig").replace("007, ,", "007,Seven,").replace("drei", "3")
    path = importer.write("\n".join(line for line in repaired.splitlines() if not line.startswith("C,")) + "\n")
    assert brief(await importer.file(path, **options)) == ("committed", 2, 0, 0, {})
    assert leftovers(importer.folder) == []


async def test_rejects_of_a_refused_import_are_written_too(importer: Importer) -> None:
    rejects = importer.folder / "rejects.csv"
    outcome = await importer.products("sku,name\nA,\nB,ok\n", rejects=str(rejects))
    assert outcome.outcome == "refused"
    assert outcome.rejects_written == 1
    assert "1 rejected row in" in outcome.message


async def test_rejects_never_replace_the_file_that_they_come_from(importer: Importer) -> None:
    path = importer.write("sku,name\nA,\nB,ok\n")
    link = importer.folder / "link.csv"
    link.symlink_to(path)
    for output in (path, link):
        outcome = await importer.file(path, rejects=str(output), mode=Mode.SKIP)
        assert brief(outcome) == ("refused", 0, 0, 0, {})
        assert "is the file that is imported" in outcome.message
    assert path.read_text(encoding="utf-8") == "sku,name\nA,\nB,ok\n"
