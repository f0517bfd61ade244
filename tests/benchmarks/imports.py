"""Importing a catalogue, against the engine's own tool doing the same set-based work into the same schema.

The limit is the sqlite3 program's `.import`, or psql's `\\copy`, into a staging table, then the same upserts into the
same tables with their keys, indexes and triggers; without checks and without change_log.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from tests.benchmarks.catalogue import HEADER, MAPPING, write
from tests.benchmarks.processes import Ran, run_watched
from tests.support.postgres import Postgres

_STAGE = ", ".join(f"{name} text" for name in HEADER)
_ID = "00000000000000000000000000000001"
_MASTERS = """
INSERT INTO category (name) SELECT DISTINCT category FROM stage WHERE true ON CONFLICT DO NOTHING;
INSERT INTO party (name, is_supplier) SELECT DISTINCT supplier, true FROM stage WHERE true ON CONFLICT DO NOTHING;
INSERT INTO uom (code) SELECT DISTINCT uom FROM stage WHERE true ON CONFLICT DO NOTHING;
"""
_CHANGED = ("name", "description", "price", "cost", "category_id", "supplier_id", "uom_id")
_PRODUCTS = """
INSERT INTO product (sku, name, description, price, cost, category_id, supplier_id, uom_id, action_id)
SELECT s.sku, s.name, s.description, {price}, {cost}, c.id, p.id, u.id, '{action}'
FROM stage s JOIN category c ON c.name = s.category JOIN party p ON p.name = s.supplier JOIN uom u ON u.code = s.uom
WHERE true ORDER BY s.sku
ON CONFLICT (sku) DO UPDATE SET {changed} WHERE {differs};
INSERT INTO product_barcode (product_id, barcode) SELECT p.id, s.barcode FROM stage s JOIN product p ON p.sku = s.sku
WHERE true ORDER BY s.barcode ON CONFLICT DO NOTHING;
INSERT INTO reorder_rule (product_id, location_id, reorder_point)
SELECT p.id, 1, {point} FROM stage s JOIN product p ON p.sku = s.sku WHERE true ORDER BY p.id
ON CONFLICT (product_id, location_id) DO UPDATE SET reorder_point = excluded.reorder_point
WHERE reorder_rule.reorder_point IS DISTINCT FROM excluded.reorder_point;
"""


def run(*, rounds: int, rows: int) -> None:
    """Print rows per second of both sides, their ratio, and the peak memory of our process tree."""
    with tempfile.TemporaryDirectory(prefix="stockroom-bench-") as name:
        folder = Path(name)
        files = write(folder, rows)
        _sqlite(folder, files, rounds, rows)
        server = Postgres({"maintenance_work_mem": "256MB", "max_wal_size": "4GB"})
        server.create()
        server.start()
        try:
            _postgresql(server, folder, files, rounds, rows)
        finally:
            server.discard()


def _tell(engine: str, rows: int, ours: list[Ran], limit: list[Ran]) -> None:
    best, least = min(one.seconds for one in ours), min(one.seconds for one in limit)
    counts = json.loads(ours[-1].output)
    print(
        f"{engine}, {rows:,} rows: {best:.1f} s ({rows / best:,.0f} rows/s), limit {least:.1f} s, ratio "
        f"{best / least:.2f}; peak {max(one.peak for one in ours):.0f} MB; "
        f"{counts['created']} created, {counts['updated']} updated, {counts['rejected']} rejected",
        flush=True,
    )


def _import(url: str, file: Path, home: Path) -> Ran:
    command: list[str | Path] = [
        sys.executable,
        "main.py",
        "import",
        "products",
        file,
        "--database",
        url,
        "--json",
        "--mode",
        "skip",
    ]
    environment = {"INVENTORY_APP_HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    ran = run_watched([*command, *MAPPING], env=environment)
    outcome = json.loads(ran.output)
    if outcome["outcome"] != "committed":
        raise RuntimeError(f"the import was not committed: {outcome['message']}")
    return ran


async def _prepare(url: str) -> None:
    database = Database.open(DatabaseConfig.from_url(url))
    try:
        await schema.prepare(database)
    finally:
        await database.close()


# --- SQLite


def _sqlite(folder: Path, files: tuple[Path, Path, Path], rounds: int, rows: int) -> None:
    full, clean, known = files
    seed, work = folder / "seed.db", folder / "work.db"
    asyncio.run(_prepare(f"sqlite+aiosqlite:///{seed}"))
    _import(f"sqlite+aiosqlite:///{seed}", known, folder / "home")
    ours, limit = [], []
    for _ in range(rounds):
        shutil.copy(seed, work)
        limit.append(_sqlite_limit(work, clean, folder))
        shutil.copy(seed, work)
        ours.append(_import(f"sqlite+aiosqlite:///{work}", full, folder / "home"))
    _tell("sqlite", rows, ours, limit)


def _sqlite_limit(database: Path, file: Path, folder: Path) -> Ran:
    products = _PRODUCTS.format(
        price="CAST(round(s.price * 10000) AS INTEGER)",
        cost="CAST(round(s.cost * 10000) AS INTEGER)",
        point="s.reorder_point * 1000000",
        action=_ID,
        changed=", ".join(f"{column} = excluded.{column}" for column in _CHANGED),
        differs=" OR ".join(f"product.{column} IS NOT excluded.{column}" for column in _CHANGED),
    )
    script = folder / "limit.sql"
    script.write_text(
        f"PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;\n"
        f"BEGIN IMMEDIATE;\nCREATE TEMP TABLE stage ({_STAGE});\n.mode csv\n"
        f".import --csv --skip 1 --schema temp {file} stage\n{_MASTERS}{products}COMMIT;\n"
    )
    return run_watched(["sqlite3", "-batch", "-bail", database, f".read {script}"])


# --- PostgreSQL


def _postgresql(server: Postgres, folder: Path, files: tuple[Path, Path, Path], rounds: int, rows: int) -> None:
    full, clean, known = files
    shared = server.folder / "clean.csv"
    shutil.copy(clean, shared)
    shared.chmod(0o644)
    _make(server, "seed")
    asyncio.run(_prepare(server.url("seed")))
    _import(server.url("seed"), known, folder / "home")
    ours, limit = [], []
    for number in range(rounds):
        _make(server, f"limit_{number}", template="seed")
        limit.append(_postgresql_limit(server, f"limit_{number}", shared))
        _make(server, f"ours_{number}", template="seed")
        ours.append(_import(server.url(f"ours_{number}"), full, folder / "home"))
    _tell("postgresql", rows, ours, limit)


def _make(server: Postgres, name: str, template: str = "template1") -> None:
    server.run("createdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", "-T", template, name)


def _postgresql_limit(server: Postgres, name: str, file: Path) -> Ran:
    products = _PRODUCTS.format(
        price="CAST(CAST(s.price AS numeric) * 10000 AS bigint)",
        cost="CAST(CAST(s.cost AS numeric) * 10000 AS bigint)",
        point="CAST(s.reorder_point AS bigint) * 1000000",
        action=_ID,
        changed=", ".join(f"{column} = excluded.{column}" for column in _CHANGED),
        differs=" OR ".join(f"product.{column} IS DISTINCT FROM excluded.{column}" for column in _CHANGED),
    )
    stage = _STAGE.replace(" text", ' text COLLATE "C"')
    script = server.folder / "limit.sql"
    script.write_text(
        f"BEGIN;\nSET LOCAL work_mem = '128MB';\nCREATE TEMP TABLE stage ({stage}) ON COMMIT DROP;\n"
        f"\\copy stage FROM '{file}' WITH (FORMAT csv, HEADER, FORCE_NOT_NULL (description))\n"
        f"ANALYZE stage;\n{_MASTERS}{products}COMMIT;\n"
    )
    script.chmod(0o644)
    began = time.perf_counter()
    server.run(
        "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", "-d", name,
        "-f", script,
    )  # fmt: skip
    return Ran(time.perf_counter() - began, 0.0, "")
