"""The checks of an SQLite file. They run in a thread, since each of them waits for the disk."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from inventory_app.database.diagnosis.file_system import describe
from inventory_app.database.diagnosis.findings import (
    Check,
    Finding,
    Report,
    fail,
    ok,
    round_trip_finding,
    schema_finding,
    warn,
)

if TYPE_CHECKING:
    from inventory_app.database.config import DatabaseConfig

NAMES = ("File", "Folder", "File system", "Writable", "Integrity", "Schema", "Version", "Round trip")
ROUND_TRIPS = 20
_SLOW_MS = 20.0
_BUSY_SECONDS = 1.0
_INTEGRITY_SECONDS = 10.0
_LITTLE_SPACE = 200_000_000
_OLDEST = (3, 35, 0)  # RETURNING


async def checks(config: DatabaseConfig) -> tuple[Check, ...]:
    """All checks of a file; a file that does not exist yet is not made."""
    return await asyncio.to_thread(_checks, Path(config.path))


def _checks(path: Path) -> tuple[Check, ...]:
    report = Report(NAMES)
    if not report.add(_file(path)) or not report.add(_folder(path)):
        return report.finish()
    report.add(describe(_existing(path.parent)))
    if not path.exists():
        return report.finish("when the file is there")
    try:
        # mode=rw: a file that went away meanwhile is not made anew.
        uri = f"{path.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)) as connection:
            _inside(report, connection, path)
    except (sqlite3.Error, OSError) as error:
        report.add(fail(_words(error, path), error))
    return report.finish()


def _existing(directory: Path) -> Path:
    """The nearest directory that exists; the others are made when the database is opened."""
    directory = directory.absolute()
    while not directory.exists() and directory != directory.parent:
        directory = directory.parent
    return directory


def _file(path: Path) -> Finding:
    try:
        status = path.stat()
    except FileNotFoundError:
        return ok(f"{path.name} does not exist yet; it is made when the database is opened")
    except OSError as error:
        return fail(_words(error, path), error)
    if path.is_dir():
        return fail(f"{path} is a folder; name a file in it")
    if not path.is_file():
        return fail(f"{path} is not a file")
    if not os.access(path, os.R_OK | os.W_OK):
        return fail(f"{path.name} may not be read and written by this user; have its mode changed")
    return ok(f"{path.name}, {size(status.st_size)}")


def _folder(path: Path) -> Finding:
    """Beside the file SQLite makes two more (-wal, -shm); so the folder has to be writable too."""
    folder = _existing(path.parent)
    if not folder.is_dir():
        return fail(f"{folder} is not a folder; choose another place for the database")
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(4096))
            probe.flush()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return fail(_words(error, folder), error)
    if free < _LITTLE_SPACE:
        return warn(f"may be written, but only {size(free)} are free")
    return ok(f"may be written, {size(free)} free")


def _inside(report: Report, connection: sqlite3.Connection, path: Path) -> None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    report.add(_writable(connection, tables))
    if not report.add(_integrity(connection)):
        return
    revision = None
    if "alembic_version" in tables:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        revision = None if row is None else str(row[0])
    report.add(
        schema_finding(
            revision,
            other_tables=any(not name.startswith("sqlite_") for name in tables),
            may_change=True,
            who=path.name,
        )
    )
    report.add(_version())
    times = []
    for _ in range(ROUND_TRIPS):
        began = time.perf_counter()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        times.append((time.perf_counter() - began) * 1000)
    report.add(round_trip_finding(times, _SLOW_MS))


def _writable(connection: sqlite3.Connection, tables: set[str]) -> Finding:
    if "alembic_version" not in tables:
        return ok("not in use by another program")
    try:
        # Changes no row and still needs the lock of a writer.
        connection.execute("UPDATE alembic_version SET version_num = version_num WHERE 0")
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        return warn("another program is writing at this moment; actions wait for it", details=str(error))
    return ok("takes changes")


def _integrity(connection: sqlite3.Connection) -> Finding:
    deadline = time.monotonic() + _INTEGRITY_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    try:
        lines = [str(line) for (line,) in connection.execute("PRAGMA quick_check(5)")]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return ok(f"no damage found in {_INTEGRITY_SECONDS:g} s; the file is too big to read whole in this test")
    finally:
        connection.set_progress_handler(None, 0)
    if lines == ["ok"]:
        return ok("no damage found")
    return fail(f"the file is damaged: {lines[0]}; go back to a backup")


def _version() -> Finding:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < _OLDEST:
        return fail(f"SQLite {version} is too old; this program needs {'.'.join(map(str, _OLDEST[:2]))}")
    return ok(f"SQLite {version}")


_BY_SQLITE_CODE = {
    sqlite3.SQLITE_NOTADB: "{name} is not an SQLite database; choose another file",
    sqlite3.SQLITE_CORRUPT: "{name} is damaged; go back to a backup",
    sqlite3.SQLITE_BUSY: "another program holds {name} for itself; close it there",
    sqlite3.SQLITE_LOCKED: "another program holds {name} for itself; close it there",
    sqlite3.SQLITE_READONLY: "{name} can only be read; have its mode or that of its folder changed",
    sqlite3.SQLITE_PERM: "{name} may not be opened by this user; have its mode changed",
    sqlite3.SQLITE_CANTOPEN: "{name} cannot be opened; check the modes of the file and its folder",
    sqlite3.SQLITE_FULL: "the disk is full; make room",
    sqlite3.SQLITE_IOERR: "the disk does not read or write {name}; check the disk",
}
_BY_ERRNO = {
    errno.EACCES: "{name} may not be read or written by this user; have its mode changed",
    errno.EPERM: "{name} may not be read or written by this user; have its mode changed",
    errno.ENOSPC: "the disk is full; make room",
    errno.EDQUOT: "this user's share of the disk is full; make room",
    errno.EROFS: "{name} lies on a disk that can only be read",
    errno.ENAMETOOLONG: "the path of {name} is too long",
    errno.ENOTDIR: "a part of the path of {name} is not a folder",
    errno.ELOOP: "the path of {name} goes in a circle",
}


def _words(error: sqlite3.Error | OSError, path: Path) -> str:
    if isinstance(error, OSError):
        pattern = _BY_ERRNO.get(error.errno or 0, "{name} cannot be used ({text})")
        return pattern.format(name=path.name, text=error.strerror)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _BY_SQLITE_CODE.get(code, "{name} cannot be used ({text})").format(name=path.name, text=error)


def size(count: int) -> str:
    """84 MB, 1.2 GB."""
    amount = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if amount >= 10 or unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:,.1f} TB"
