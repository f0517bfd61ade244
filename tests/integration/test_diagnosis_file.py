"""The test of an SQLite file: what is wrong with it is told, and nothing is made or changed."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import namedtuple
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.diagnosis import Diagnosis, Remedy, Status, diagnose, file
from inventory_app.database.diagnosis.file_system import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def diagnosed(path: Path | str) -> Diagnosis:
    return asyncio.run(diagnose(DatabaseConfig.from_url(f"sqlite+aiosqlite:///{path}")))


@pytest.fixture
def stockroom(sqlite_stockroom_url: str) -> Path:
    """A file with our tables."""
    return Path(sqlite_stockroom_url.removeprefix("sqlite+aiosqlite:///"))


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_file_in_order_passes_every_check(stockroom: Path) -> None:
    before = stockroom.read_bytes()
    diagnosis = diagnosed(stockroom)
    assert [(check.name, check.status) for check in diagnosis.checks] == [(name, Status.OK) for name in file.NAMES]
    assert diagnosis.summary == "8 checks · 8 passed"
    assert diagnosis.check("File").sentence.startswith("stockroom.db, ")
    assert diagnosis.check("Folder").sentence.startswith("may be written, ")
    assert diagnosis.check("Integrity").sentence == "no damage found"
    assert diagnosis.check("Version").sentence == f"SQLite {sqlite3.sqlite_version}"
    assert diagnosis.check("Round trip").sentence.startswith("median of 20: ")
    assert stockroom.read_bytes() == before


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "stockroom.db"
    diagnosis = diagnosed(path)
    assert diagnosis.usable
    assert "does not exist yet" in diagnosis.check("File").sentence
    assert diagnosis.check("Schema").status is Status.SKIPPED
    assert diagnosis.check("Schema").sentence == "when the file is there"
    assert list(tmp_path.rglob("stockroom*")) == []
    assert not (tmp_path / "new").exists()


def test_an_empty_file_gets_its_tables_later(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    diagnosis = diagnosed(path)
    assert diagnosis.usable
    assert diagnosis.check("Schema").sentence == "no tables yet; they are made when the database is opened"
    assert path.stat().st_size == 0


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "photo.db"
    path.write_bytes(os.urandom(8192))
    diagnosis = diagnosed(path)
    assert not diagnosis.usable
    assert diagnosis.check("Writable").sentence == ("photo.db is not an SQLite database; choose another file")


def test_a_damaged_file(stockroom: Path) -> None:
    data = bytearray(stockroom.read_bytes())
    for page in range(5, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 200] = b"\xee" * 200
    stockroom.write_bytes(data)
    diagnosis = diagnosed(stockroom)
    assert not diagnosis.usable
    assert "damaged" in " ".join(check.sentence for check in diagnosis.checks)
    assert "go back to a backup" in " ".join(check.sentence for check in diagnosis.checks)


def test_a_folder_given_as_file(tmp_path: Path) -> None:
    diagnosis = diagnosed(tmp_path)
    assert diagnosis.check("File").sentence == f"{tmp_path} is a folder; name a file in it"
    assert diagnosis.summary == "8 checks · 0 passed · 1 needs you"


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    diagnosis = diagnosed(tmp_path / "taken" / "stockroom.db")
    assert not diagnosis.usable
    assert "is not a folder" in diagnosis.check("File").sentence


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    diagnosis = diagnosed(tmp_path / ("x" * 300 + ".db"))
    assert not diagnosis.usable
    assert "too long" in diagnosis.check("File").sentence


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert diagnosed(tmp_path / "pipe").check("File").sentence.endswith("is not a file")


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def hold(stockroom: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Our tables, locked by another process."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(stockroom), f"PRAGMA journal_mode = {request.param}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    yield stockroom
    holder.communicate()


@pytest.mark.parametrize("hold", ["WAL"], indirect=True)
def test_a_writer_of_another_process_is_no_fault(hold: Path) -> None:
    diagnosis = diagnosed(hold)
    assert diagnosis.usable
    assert diagnosis.check("Writable").status is Status.WARN
    assert "another program is writing" in diagnosis.check("Writable").sentence
    assert diagnosis.check("Schema").status is Status.OK


@pytest.mark.parametrize("hold", ["DELETE"], indirect=True)
def test_a_file_that_another_process_holds_for_itself(hold: Path) -> None:
    diagnosis = diagnosed(hold)
    assert not diagnosis.usable
    assert diagnosis.check("Writable").sentence == ("another program holds stockroom.db for itself; close it there")


def test_revisions_are_compared(stockroom: Path) -> None:
    changed(stockroom, "UPDATE alembic_version SET version_num = '0001'")
    older = diagnosed(stockroom).check("Schema")
    assert (older.status, older.remedy) == (Status.WARN, Remedy.MIGRATE)
    changed(stockroom, "UPDATE alembic_version SET version_num = 'f00d'")
    newer = diagnosed(stockroom)
    assert not newer.usable
    assert "version f00d of a newer Stockroom" in newer.check("Schema").sentence


def test_tables_of_another_program_are_told(tmp_path: Path) -> None:
    changed(tmp_path / "blog.db", "CREATE TABLE blog (id)")
    diagnosis = diagnosed(tmp_path / "blog.db")
    assert not diagnosis.usable
    assert "another program" in diagnosis.check("Schema").sentence


def test_little_room_warns(stockroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 9 * 10**8, 10**8))
    check = diagnosed(stockroom).check("Folder")
    assert (check.status, check.sentence) == (Status.WARN, "may be written, but only 100 MB are free")


def test_a_big_file_is_not_read_for_ever(stockroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "_INTEGRITY_SECONDS", -1.0)
    fill = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    changed(stockroom, "CREATE TABLE filler (i)", f"INSERT INTO filler {fill} SELECT hex(i) FROM n")
    assert "too big to read whole" in diagnosed(stockroom).check("Integrity").sentence


# Python itself may lie where only root can look: a first test imports everything before the rights are dropped.
AS_ANOTHER = """
import asyncio, json, os, sys
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.diagnosis import diagnose
config = DatabaseConfig.from_url("sqlite+aiosqlite:///" + sys.argv[1])
asyncio.run(diagnose(config))
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
found = asyncio.run(diagnose(config))
print(json.dumps({check.name: [check.status.value, check.sentence] for check in found.checks}))
"""


def seen_by_another_user(path: Path) -> dict[str, list[str]]:
    """The test as a user whom modes keep out (they do not keep out root)."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", AS_ANOTHER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.fixture
def shared(stockroom: Path) -> Iterator[Path]:
    """Our tables in a folder that everybody may look into; not among pytest's own, which other tests use meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="stockroom-shared-"))
    folder.chmod(0o755)
    yield Path(shutil.copy(stockroom, folder / "stockroom.db"))
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_modes_that_keep_the_person_out_are_told(shared: Path) -> None:
    shared.chmod(0o400)
    assert seen_by_another_user(shared)["File"] == [
        "fail",
        "stockroom.db may not be read and written by this user; have its mode changed",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead of modes")
def test_a_folder_that_may_not_be_written_is_told(shared: Path) -> None:
    shared.chmod(0o666)
    shared.parent.chmod(0o555)
    found = seen_by_another_user(shared)
    assert found["File"][0] == "ok"
    assert found["Folder"][0] == "fail"
    assert found["Folder"][1].endswith("may not be read or written by this user; have its mode changed")


def test_network_file_systems_are_recognised(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        f"nas:/share {tmp_path}/nas nfs4 rw 0 0\n"
        f"//nas/share {tmp_path}/my\\040share cifs rw 0 0\n"
        f"/dev/sdb1 {tmp_path}/nas/local xfs rw 0 0\n"
    )
    assert kind_of(tmp_path, mounts) == ("ext4", False)
    assert kind_of(tmp_path / "nas" / "stock", mounts) == ("nfs4", True)
    assert kind_of(tmp_path / "nasty", mounts) == ("ext4", False)
    assert kind_of(tmp_path / "my share", mounts) == ("cifs", True)
    assert kind_of(tmp_path / "nas" / "local", mounts) == ("xfs", False)
    assert kind_of(tmp_path, tmp_path / "no table") == ("", False)


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_500, "1.5 kB"), (84_000_000, "84 MB"), (1.2e9, "1.2 GB"), (3e12, "3.0 TB")],
)
def test_sizes_are_readable(count: float, words: str) -> None:
    assert file.size(int(count)) == words
