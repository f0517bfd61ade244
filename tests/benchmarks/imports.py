"""Importing a catalogue, against the engine's own program doing the same set-based work into the same tables.

Ours is the whole program as a person starts it: its start, reading, full validation, checks against the database,
the merge, history, and COMMIT with `synchronous=FULL`. What the limits do stands in `tests.benchmarks.limits`.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from tests.benchmarks import limits
from tests.benchmarks.catalogue import FLAGS, Catalogue, write
from tests.benchmarks.processes import Ran, run_watched, tree_cpu
from tests.support.postgres import Postgres

_ENDING_SECONDS = 0.5
_ARGUMENTS = ("--json", "--mode", "skip", "--encoding", "utf-8", *(part for flag in FLAGS for part in ("--map", flag)))


@dataclass
class _Rounds:
    """What each side needed, round by round."""

    first: list[Ran] = field(default_factory=list)
    again: list[Ran] = field(default_factory=list)
    work: list[Ran] = field(default_factory=list)
    plain: list[Ran] = field(default_factory=list)


def run(*, rounds: int, rows: int, engine: str = "") -> None:
    """Print rows per second of both sides, their ratio, and the peak memory of our process tree."""
    # Not in the folder for temporary files, which may be kept in memory: SQLite's figures are those of a disk.
    with tempfile.TemporaryDirectory(prefix="stockroom-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        catalogue = write(folder, rows)
        if engine in ("", "sqlite"):
            _tell("sqlite", catalogue, _sqlite(folder, catalogue, rounds))
        if engine in ("", "postgresql"):
            _tell("postgresql", catalogue, _postgresql(folder, catalogue, rounds))


def _tell(engine: str, catalogue: Catalogue, ran: _Rounds) -> None:
    best, again, work, plain = (min(one.seconds for one in side) for side in _sides(ran))
    cpu, _, work_cpu, plain_cpu = (min(one.cpu for one in side) for side in _sides(ran))
    peaks = [max(one.peak for one in side) for side in (ran.first, ran.again)]
    print(
        f"{engine}, {catalogue.rows:,} rows: {best:.1f} s ({catalogue.rows / best:,.0f} rows/s)\n"
        f"  the same work by its own program: {work:.1f} s, ratio {best / work:.2f}"
        f" (processor: {cpu:.1f} s, {work_cpu:.1f} s, ratio {cpu / work_cpu:.2f})\n"
        f"  one plain table by its own program: {plain:.1f} s, ratio {best / plain:.2f}"
        f" (processor: ratio {cpu / plain_cpu:.2f})\n"
        f"  the same file once more, nothing changes: {again:.1f} s\n"
        f"  peak of the process tree: {peaks[0]:.0f} MB, once more: {peaks[1]:.0f} MB\n"
        f"  counts and reasons as expected: {json.dumps(catalogue.expected['rejected_by_reason'])}",
        flush=True,
    )


def _sides(ran: _Rounds) -> tuple[list[Ran], list[Ran], list[Ran], list[Ran]]:
    return ran.first, ran.again, ran.work, ran.plain


def import_file(url: str, file: Path, home: Path, expected: dict[str, object] | None = None) -> Ran:
    """Run the program; raises RuntimeError unless it commits with exactly the expected counts."""
    command: list[str | Path] = [sys.executable, "main.py", "import", "products", file, "--database", url]
    paths = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    environment = {"INVENTORY_APP_HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **paths}
    ran = run_watched([*command, *_ARGUMENTS], env=environment)
    outcome = json.loads(ran.output)
    if outcome["outcome"] != "committed":
        raise RuntimeError(f"the import was not committed: {outcome['message']}")
    wrong = {name: outcome[name] for name, value in (expected or {}).items() if outcome[name] != value}
    if wrong:
        raise RuntimeError(f"expected {expected}, but got {wrong}")
    return ran


def _again(catalogue: Catalogue) -> dict[str, object]:
    """The same file once more changes nothing."""
    accepted = catalogue.expected["accepted"]
    return {**catalogue.expected, "created": 0, "updated": 0, "unchanged": accepted}


def _ours(url: str, catalogue: Catalogue, home: Path, ran: _Rounds) -> None:
    ran.first.append(import_file(url, catalogue.full, home, catalogue.expected))
    ran.again.append(import_file(url, catalogue.full, home, _again(catalogue)))


async def _prepare(url: str) -> None:
    database = Database.open(DatabaseConfig.from_url(url))
    try:
        await schema.prepare(database)
    finally:
        await database.close()


# --- SQLite


def _sqlite(folder: Path, catalogue: Catalogue, rounds: int) -> _Rounds:
    seed, work, home = folder / "seed.db", folder / "work.db", folder / "home"
    asyncio.run(_prepare(f"sqlite+aiosqlite:///{seed}"))
    import_file(f"sqlite+aiosqlite:///{seed}", catalogue.known, home)
    ran = _Rounds()
    for _ in range(rounds):
        for limit, known in ((limits.sqlite_plain, ran.plain), (limits.sqlite_work, ran.work)):
            _copy(seed, work)
            known.append(limit(work, catalogue.clean, folder))
        _copy(seed, work)
        _ours(f"sqlite+aiosqlite:///{work}", catalogue, home, ran)
    return ran


def _copy(seed: Path, work: Path) -> None:
    for left in work.parent.glob(f"{work.name}*"):
        left.unlink()
    shutil.copy(seed, work)


# --- PostgreSQL


def _postgresql(folder: Path, catalogue: Catalogue, rounds: int) -> _Rounds:
    server = Postgres({"maintenance_work_mem": "256MB", "max_wal_size": "4GB"})
    server.create()
    server.start()
    try:
        shared = server.folder / "clean.csv"
        shutil.copy(catalogue.clean, shared)
        shared.chmod(0o644)
        _make(server, "seed")
        asyncio.run(_prepare(server.url("seed")))
        import_file(server.url("seed"), catalogue.known, folder / "home")
        ran = _Rounds()
        for _ in range(rounds):
            for limit, known in ((limits.postgresql_plain, ran.plain), (limits.postgresql_work, ran.work)):
                with _copy_of_seed(server) as name:
                    known.append(_with_server(server, partial(limit, server, name, shared)))
            with _copy_of_seed(server) as name:
                for file_again, expected in ((ran.first, catalogue.expected), (ran.again, _again(catalogue))):
                    ours = partial(import_file, server.url(name), catalogue.full, folder / "home", expected)
                    file_again.append(_with_server(server, ours))
        return ran
    finally:
        server.discard()


@contextmanager
def _copy_of_seed(server: Postgres) -> Iterator[str]:
    _make(server, "work", template="seed")
    yield "work"
    server.run("dropdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", "work")


def _with_server(server: Postgres, measured: Callable[[], Ran]) -> Ran:
    """What the server did for it counts as well; a session's share is known once the session has ended."""
    postmaster = int((server.data / "postmaster.pid").read_text().split()[0])
    before = tree_cpu(postmaster)
    ran = measured()
    time.sleep(_ENDING_SECONDS)
    return replace(ran, cpu=ran.cpu + tree_cpu(postmaster) - before)


def _make(server: Postgres, name: str, template: str = "template1") -> None:
    server.run("createdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", "-T", template, name)
