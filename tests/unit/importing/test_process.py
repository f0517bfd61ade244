"""The reading process: what it says, that it ends with its sender, and that its COPY data can be read back."""

from __future__ import annotations

import asyncio
import io
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.importing import frames
from inventory_app.importing.jobs import Inspect, Job, Stage, WriteRejects, job_from_json, job_to_json
from inventory_app.importing.options import ImportOptions, Mode
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.process import ReadingFailed, ReadProgress, inspect_file, reading_process
from inventory_app.importing.targets import copy_text

TEXT = "sku,name,price,barcode\nA,One,1.5,X\nB,,2,Y\nA,Three\t\\N,,X\nC,Four,x,\n"


def write(folder: Path, text: str = TEXT) -> Path:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return path


async def copied(path: Path, reports: list[ReadProgress]) -> dict[bytes, bytes]:
    found = {}
    async with reading_process(Stage(str(path), ImportOptions()), reports.append) as process:
        await process.header()
        for kind in (frames.ROWS, frames.PROBLEMS, frames.CANDIDATES):
            found[kind] = b"".join([piece async for piece in process.copy_data(kind)])
        assert (await process.end()).records == 4
    return found


async def test_rows_problems_and_candidates_come_as_copy_data(tmp_path: Path) -> None:
    reports: list[ReadProgress] = []
    path = write(tmp_path)
    found = await copied(path, reports)
    assert found[frames.ROWS].decode().splitlines() == [
        "1\t2\t\\N\tA\tOne\tX\t15000",
        "2\t3\t2\tB\t\\N\tY\t20000",
        "3\t4\t\\N\tA\tThree\\t\\\\N\tX\t\\N",
        "4\t5\t3\tC\tFour\t\\N\t\\N",
    ]
    assert found[frames.PROBLEMS].decode().splitlines() == [
        "2\t3\tname\t\tname_missing\t2",
        "4\t5\tprice\tx\tprice_invalid\t3",
    ]
    candidates = sorted(found[frames.CANDIDATES].decode().split())
    assert candidates == sorted(["sku", "1", "sku", "3", "barcode", "1", "barcode", "3"])
    assert reports[-1] == ReadProgress(path.stat().st_size, path.stat().st_size, 4)


async def test_the_staging_file_holds_the_same_and_is_private(tmp_path: Path) -> None:
    staging = tmp_path / "staging"
    async with reading_process(Stage(str(write(tmp_path)), ImportOptions(), (), str(staging))) as process:
        header = await process.header()
        await process.end()
    assert staging.stat().st_mode & 0o077 == 0
    connection = sqlite3.connect(staging)
    rows = connection.execute("SELECT * FROM stage_row ORDER BY record").fetchall()
    problems = connection.execute("SELECT record, code, number FROM stage_problem").fetchall()
    candidates = connection.execute("SELECT what, record FROM stage_candidate ORDER BY 1, 2").fetchall()
    connection.close()
    assert list(header.columns) == ["record", "line", "verdict", "sku", "name", "barcode", "price"]
    assert rows[2] == (3, 4, None, "A", "Three\t\\N", "X", None)
    assert problems == [(2, "name_missing", 2), (4, "price_invalid", 3)]
    assert candidates == [("barcode", 1), ("barcode", 3), ("sku", 1), ("sku", 3)]


async def test_a_refusal_travels_with_its_code(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        await inspect_file(Inspect(str(tmp_path / "none.csv"), ImportOptions()))
    assert (refused.value.code, refused.value.field) == ("file_unreadable", "file")


async def test_inspecting_shows_the_file_also_when_its_mapping_fails(tmp_path: Path) -> None:
    found = await inspect_file(Inspect(str(write(tmp_path)), ImportOptions(), ("sku=Nope",)))
    assert found.mapping is None
    assert "no column “Nope”" in found.mapping_problem
    assert len(found.preview.rows) == 4
    again = await inspect_file(Inspect(str(write(tmp_path)), ImportOptions()))
    assert again.mapping is not None
    assert [one.label for one in again.mapping.assignments] == ["sku", "name", "barcode", "price"]


async def test_a_job_that_breaks_fails_with_what_was_said(tmp_path: Path) -> None:
    job = Stage(str(write(tmp_path)), ImportOptions(), (), str(tmp_path / "no" / "folder"))
    async with reading_process(job) as process:
        with pytest.raises(ReadingFailed, match=r"(?s)status 1.*FileNotFoundError"):
            await process.header()


async def test_leaving_early_ends_the_process(tmp_path: Path) -> None:
    path = write(tmp_path, "sku,name\n" + "S,Name\n" * 300_000)
    async with reading_process(Stage(str(path), ImportOptions())) as process:
        await process.header()
        started = time.monotonic()
    assert time.monotonic() - started < 5
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]


@pytest.mark.parametrize(("rows", "until"), [(2_000_000, frames.HEADER), (2, frames.END)])
def test_the_process_ends_with_its_sender_and_takes_the_staging_file_along(
    tmp_path: Path, rows: int, until: bytes
) -> None:
    """In the middle, and at the end: the sender may be killed before it has taken the file."""
    path, staging = write(tmp_path, "sku,name\n" + "S,Name\n" * rows), tmp_path / "staging"
    job = frames.json_bytes(job_to_json(Stage(str(path), ImportOptions(), (), str(staging))))
    worker = [sys.executable, "-P", "-m", "inventory_app.importing.worker"]
    root = str(Path(__file__).parents[3])
    with subprocess.Popen(worker, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PYTHONPATH": root}) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(frames.pack(frames.HEADER, job))
        process.stdin.flush()
        found = b""
        while found != until:
            found, length = frames.unpack_prefix(process.stdout.read(frames.PREFIX))
            process.stdout.read(length)
        assert staging.exists()
        process.stdin.close()
        assert process.wait(timeout=30) == 3
    assert not staging.exists()


@pytest.mark.parametrize(
    "job",
    [
        Inspect("a", ImportOptions(mode=Mode.SKIP), ("sku=1",)),
        Stage("a", ImportOptions(), (), "b"),
        WriteRejects("a", FileFormat(delimiter=";"), "sha", "c", "d", "e"),
    ],
)
def test_jobs_survive_json(job: Job) -> None:
    assert job_from_json(frames.to_json(frames.json_bytes(job_to_json(job)))) == job


@pytest.mark.parametrize("prefix", [b"Z\0\0\0\1", b"R\xff\xff\xff\xff"])
def test_bytes_that_are_no_frame_are_refused(prefix: bytes) -> None:
    with pytest.raises(ValueError, match="not a frame"):
        frames.unpack_prefix(prefix)


def test_long_payloads_go_out_in_pieces() -> None:
    pipe = io.BytesIO()
    frames.FrameWriter(pipe).write(frames.ROWS, b"x" * (frames.PIECE * 2 + 1))
    pipe.seek(0)
    lengths = []
    while prefix := pipe.read(frames.PREFIX):
        kind, length = frames.unpack_prefix(prefix)
        assert kind == frames.ROWS
        lengths.append(len(pipe.read(length)))
    assert lengths == [frames.PIECE, frames.PIECE, 1]


def read_copy(data: bytes) -> list[tuple[str | None, ...]]:
    """COPY's text format as PostgreSQL's documentation describes it."""
    escapes = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t"}
    rows = []
    for line in data.decode().removesuffix("\n").split("\n"):
        cells: list[str | None] = []
        for cell in line.split("\t"):
            if cell == "\\N":
                cells.append(None)
                continue
            pieces, place = [], 0
            while place < len(cell):
                if cell[place] == "\\":
                    place += 1
                    pieces.append(escapes[cell[place]])
                else:
                    pieces.append(cell[place])
                place += 1
            cells.append("".join(pieces))
        rows.append(tuple(cells))
    return rows


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.none() | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)),
        min_size=1,
    )
)
def test_copy_data_can_be_read_back(rows: list[tuple[str | None]]) -> None:
    frame = pl.DataFrame(rows, schema={"text": pl.String()}, orient="row")
    assert read_copy(copy_text(frame)) == rows
