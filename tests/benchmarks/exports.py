"""Exporting a catalogue as CSV, against the engine's own program writing the same file.

Ours is the whole program as a person starts it. The limit is `sqlite3 -csv` or `psql \\copy … to` with one query that
gives the same columns as the same texts; both files are compared row by row. Beside it stands the same query with the
stored integers as they are, which is no file that anybody could read, but the least that the engine's program needs.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from tests.benchmarks.catalogue import write
from tests.benchmarks.imports import import_file
from tests.benchmarks.processes import Ran, run_watched
from tests.support.postgres import Postgres

_JOINS = """
FROM product p JOIN uom u ON u.id = p.uom_id
LEFT JOIN category c ON c.id = p.category_id LEFT JOIN party s ON s.id = p.supplier_id
LEFT JOIN (SELECT l.product_id, sum(l.on_hand) AS hand, sum(l.reserved) AS kept FROM stock_level l
           JOIN location o ON o.id = l.location_id WHERE o.kind = 'storage' GROUP BY l.product_id) t
  ON t.product_id = p.id
ORDER BY p.sku"""
_BARCODE = "(SELECT b.barcode FROM product_barcode b WHERE b.product_id = p.id ORDER BY b.id LIMIT 1)"
_SUMS = {"on_hand": "coalesce(t.hand, 0)", "reserved": "coalesce(t.kept, 0)",
         "available": "coalesce(t.hand - t.kept, 0)"}  # fmt: skip


@dataclass
class Sides:
    """What each side needed, round by round."""

    ours: list[Ran] = field(default_factory=list)
    limit: list[Ran] = field(default_factory=list)
    stored: list[Ran] = field(default_factory=list)


def run(*, rounds: int, rows: int) -> None:
    """Print seconds and rows per second of both sides, their ratio, and our peak memory."""
    with tempfile.TemporaryDirectory(prefix="stockroom-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        catalogue = write(folder, rows)
        for engine, measure in (("sqlite", _sqlite), ("postgresql", _postgresql)):
            sides = measure(folder, catalogue.clean, rounds)
            ours = sides.ours
            best, least, bare = (min(one.seconds for one in side) for side in (ours, sides.limit, sides.stored))
            print(
                f"{engine}, {rows:,} rows: {best:.1f} s ({rows / best:,.0f} rows/s)\n"
                f"  the same file by its own program: {least:.1f} s, ratio {best / least:.2f}\n"
                f"  the stored integers by its own program: {bare:.1f} s, ratio {best / bare:.2f}\n"
                f"  peak of the process tree: {max(one.peak for one in ours):.0f} MB",
                flush=True,
            )


def _query(last: str, *, written: bool) -> str:
    """The query; ``last`` gives the last characters of a text, which the engines call differently."""

    def amount(value: str, scale: int, least: int) -> str:
        if not written:
            return value
        base = 10**scale
        decimals = last.format(f"'{'0' * scale}' || (abs({value}) % {base})", scale)
        kept = f"'.' || substr({decimals}, 1, {least}) || rtrim(substr({decimals}, {least + 1}), '0')"
        kept = kept if least else f"rtrim('.' || rtrim({decimals}, '0'), '.')"
        # A whole number over a whole number; a sum is none to PostgreSQL.
        whole = f"(abs({value}) - abs({value}) % {base}) / {base}"
        return f"CASE WHEN {value} < 0 THEN '-' ELSE '' END || CAST({whole} AS bigint) || {kept}"

    archived = "CASE WHEN p.archived_at IS NULL THEN 'false' ELSE 'true' END"
    columns = [
        "p.sku", "p.name", f"{_BARCODE} AS barcode", f"{amount('p.price', 4, 2)} AS price",
        f"{amount('p.cost', 4, 2)} AS cost", "c.name AS category", "s.name AS supplier", "u.code AS uom",
        "p.description", "p.tracking", f"{archived} AS archived",
        *(f"{amount(value, 6, 0)} AS {name}" for name, value in _SUMS.items()),
    ]  # fmt: skip
    return " ".join(f"SELECT {', '.join(columns)} {_JOINS}".split("\n"))


def _export(url: str, output: Path, home: Path) -> Ran:
    command: list[str | Path] = [
        sys.executable,
        "main.py",
        "export",
        "products",
        "--raw",
        "--output",
        output,
        "--database",
        url,
    ]
    paths = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    return run_watched(
        command, env={"INVENTORY_APP_HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **paths}
    )


def _compare(ours: Path, limit: Path) -> None:
    """Raises RuntimeError unless both files say the same."""
    with ours.open(encoding="utf-8", newline="") as one, limit.open(encoding="utf-8", newline="") as other:
        for number, (left, right) in enumerate(zip_longest(csv.reader(one), csv.reader(other)), start=1):
            if left != right:
                raise RuntimeError(f"row {number}: {left} against {right}")


def _sqlite(folder: Path, file: Path, rounds: int) -> Sides:
    database, home = folder / "export.db", folder / "home"
    url = f"sqlite+aiosqlite:///{database}"
    import_file(url, file, home)
    sides = Sides()
    mine, theirs, bare = (folder / f"{name}.csv" for name in ("mine", "theirs", "bare"))
    for _ in range(rounds):
        for output, written, side in ((bare, False, sides.stored), (theirs, True, sides.limit)):
            script = [".mode csv", ".headers on", f".once {output}", _query("substr({}, -{})", written=written)]
            side.append(run_watched(["sqlite3", "-batch", str(database), *script]))
        sides.ours.append(_export(url, mine, home))
    _compare(mine, theirs)
    return sides


def _postgresql(folder: Path, file: Path, rounds: int) -> Sides:
    server = Postgres({"max_wal_size": "4GB"})
    server.create()
    server.start()
    try:
        server.run("createdb", *_address(server), "export")
        url = server.url("export")
        import_file(url, file, folder / "home")
        # As autovacuum does soon after an import; the planner of the limit depends on it.
        server.run("psql", "-qX", *_address(server), "-d", "export", "-c", "ANALYZE")
        sides = Sides()
        mine, theirs, bare = folder / "mine.csv", *(server.folder / f"{name}.csv" for name in ("theirs", "bare"))
        for _ in range(rounds):
            for output, written, side in ((bare, False, sides.stored), (theirs, True, sides.limit)):
                command = f"\\copy ({_query('right({}, {})', written=written)}) to '{output}' csv header"
                began = time.perf_counter()
                server.run("psql", "-qX", "-v", "ON_ERROR_STOP=1", *_address(server), "-d", "export", "-c", command)
                side.append(Ran(time.perf_counter() - began, 0.0, ""))
            sides.ours.append(_export(url, mine, folder / "home"))
        _compare(mine, theirs)
        return sides
    finally:
        server.discard()


def _address(server: Postgres) -> tuple[str, ...]:
    return "-h", "127.0.0.1", "-p", str(server.port), "-U", "app"
