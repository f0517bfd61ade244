"""Placing 5-line orders through `perform`, against the bare engine with the plain statements of such an order.

The limit on PostgreSQL is pgbench with as many clients; on SQLite a loop over the sqlite3 module in one thread. Both
send one statement after the other, as one would write them by hand: a yardstick that stays when ours become fewer.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert, text

from inventory_app.actions.action import Context
from inventory_app.actions.outcome import Committed
from inventory_app.actions.perform import perform
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.tables import Product, StockLevel
from tests.support.postgres import Postgres

PRODUCTS = 10_000
LINES = 5
SECONDS = 6.0
WHO = Context("bench", "bench")


def run(*, rounds: int) -> None:
    """Print orders per second of both sides, and their ratio."""
    server = Postgres()
    server.create()
    server.start()
    try:
        asyncio.run(_postgresql(server, rounds))
    finally:
        server.discard()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_sqlite(Path(folder), rounds))


async def _postgresql(server: Postgres, rounds: int) -> None:
    script = server.folder / "order.sql"
    for clients, hot in itertools.product((1, 8), (False, True)):
        script.write_text(_pgbench_script(10 if hot else PRODUCTS))
        script.chmod(0o644)
        ours, limit = [], []
        async with _filled(server.url(), f"bench_{clients}_{int(hot)}", server) as (database, name):
            for _ in range(rounds):
                limit.append(await asyncio.to_thread(_pgbench, server, name, script, clients))
                ours.append(await _place(database, clients, 10 if hot else PRODUCTS))
        _tell(f"postgresql, {clients} at a time, {'10 hot products' if hot else 'all products'}", ours, limit)


async def _sqlite(folder: Path, rounds: int) -> None:
    ours, limit = [], []
    async with _filled(f"sqlite+aiosqlite:///{folder / 'bench.db'}", "", None) as (database, _):
        for _ in range(rounds):
            limit.append(await asyncio.to_thread(_sqlite_loop, folder / "bench.db"))
            ours.append(await _place(database, 1, PRODUCTS))
    _tell("sqlite, 1 at a time", ours, limit)


def _tell(what: str, ours: list[float], limit: list[float]) -> None:
    best, most = max(ours), max(limit)
    print(f"{what}: {best:,.0f} orders/s, limit {most:,.0f}, ratio {best / most:.2f}", flush=True)


@asynccontextmanager
async def _filled(url: str, name: str, server: Postgres | None) -> AsyncIterator[tuple[Database, str]]:
    if server is not None:
        server.run("createdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", name)
        url = server.url(name)
    config = DatabaseConfig.from_url(url)
    database = Database.open(config)
    try:
        await schema.prepare(database)
        async with database.writing_connection() as connection, connection.begin():
            made = uuid4()
            rows = [
                {"id": n, "sku": f"SKU-{n:06}", "name": f"Product {n}", "price": Decimal(n % 900), "action_id": made}
                for n in range(1, PRODUCTS + 1)
            ]
            await connection.execute(insert(Product), rows)
            levels = [
                {"product_id": n, "location_id": 1, "lot_id": 0, "on_hand": Decimal(10**9)}
                for n in range(1, PRODUCTS + 1)
            ]
            await connection.execute(insert(StockLevel), levels)
            await connection.execute(text("ANALYZE"))
        yield database, name
    finally:
        await database.close()


async def _place(database: Database, at_once: int, products: int) -> float:
    """Orders per second, ``at_once`` tasks placing them one after the other."""
    until = time.monotonic() + SECONDS
    counts = await asyncio.gather(*(_place_until(database, until, products, seed) for seed in range(at_once)))
    return sum(counts) / SECONDS


async def _place_until(database: Database, until: float, products: int, seed: int) -> int:
    draw = random.Random(seed + time.monotonic_ns())  # noqa: S311 - not a secret
    count = 0
    while time.monotonic() < until:
        skus = draw.sample(range(1, products + 1), LINES)
        lines = tuple(OrderLine(f"SKU-{n:06}", Decimal(1)) for n in skus)
        outcome = await perform(database, PlaceOrder(location="MAIN", lines=lines), context=WHO)
        if not isinstance(outcome, Committed):
            raise TypeError(f"the order was not placed: {outcome}")
        count += 1
    return count


def _pgbench(server: Postgres, name: str, script: Path, clients: int) -> float:
    printed = server.run(
        "pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "1", "-T", str(round(SECONDS)), "-f", script,
        "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", name,
    )  # fmt: skip
    found = re.search(r"tps = ([\d.]+)", printed)
    if found is None:
        raise ValueError(f"pgbench told no rate:\n{printed}")
    return float(found[1])


def _pgbench_script(products: int) -> str:
    """The plain statements of an order, one after the other; lines drawn from as many products."""
    part = products // LINES
    draws = "\n".join(f"\\set p{n} random({n * part + 1}, {(n + 1) * part})" for n in range(LINES))
    ids = ", ".join(f":p{n}" for n in range(LINES))
    skus = ", ".join(f"'SKU-' || lpad(CAST(:p{n} AS text), 6, '0')" for n in range(LINES))
    lines = ", ".join(f"(:o_nextval, {n + 1}, :p{n}, 1000000, 10000, 10000)" for n in range(LINES))
    return f"""{draws}
BEGIN;
INSERT INTO action_log (id, kind, fingerprint, actor, workstation, recorded_at)
  VALUES (gen_random_uuid(), 'place_order', repeat('f', 64), 'bench', 'bench', now()) RETURNING id \\gset a_
SELECT id, path, kind, negative_stock FROM location WHERE path = 'MAIN';
SELECT id, sku, name, price, cost, tracking FROM product WHERE sku IN ({skus});
SELECT s.product_id, s.lot_id, s.on_hand, s.reserved FROM stock_level s JOIN lot ON lot.id = s.lot_id
  WHERE s.location_id = 1 AND s.product_id IN ({ids}) AND (s.lot_id = 0 OR s.on_hand > s.reserved)
  ORDER BY s.product_id, s.location_id, s.lot_id FOR UPDATE OF s;
SELECT nextval('sales_order_id_seq') \\gset o_
INSERT INTO sales_order (id, number, status, location_id, placed_at, total, action_id)
  VALUES (:o_nextval, 'SO-' || :o_nextval, 'placed', 1, now(), 50000, CAST(:a_id AS uuid));
WITH l AS (INSERT INTO sales_order_line (order_id, line_no, product_id, ordered, unit_price, total) VALUES {lines}
  RETURNING id) SELECT count(*) FROM l;
INSERT INTO sales_order_allocation SELECT id, 0, 1000000, 0 FROM sales_order_line WHERE order_id = :o_nextval;
UPDATE stock_level SET reserved = reserved + 1000000 WHERE product_id IN ({ids}) AND location_id = 1 AND lot_id = 0;
INSERT INTO action_result VALUES (CAST(:a_id AS uuid), 'Place order', 'placed', '{{}}', '["sales", "stock"]', '[]');
COMMIT;
"""


def _sqlite_loop(path: Path) -> float:
    """The same statements, one connection, no event loop: what the engine itself gives in this language."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")
    until, count = time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        _sqlite_order(connection, sorted(random.sample(range(1, PRODUCTS + 1), LINES)))
        count += 1
    connection.close()
    return count / SECONDS


def _sqlite_order(connection: sqlite3.Connection, products: list[int]) -> None:
    action, now = uuid4().hex, "2026-01-01T00:00:00.000000Z"
    marks = ", ".join("?" * LINES)
    run_one = connection.execute
    run_one("BEGIN IMMEDIATE")
    run_one(
        "INSERT INTO action_log (id, kind, fingerprint, actor, workstation, recorded_at) VALUES (?, ?, ?, ?, ?, ?)",
        (action, "place_order", "f" * 64, "bench", "bench", now),
    )
    run_one("SELECT id, path, kind, negative_stock FROM location WHERE path = 'MAIN'").fetchall()
    skus = [f"SKU-{n:06}" for n in products]
    run_one(f"SELECT id, sku, name, price, cost, tracking FROM product WHERE sku IN ({marks})", skus).fetchall()
    levels = (
        "SELECT s.product_id, s.lot_id, s.on_hand, s.reserved FROM stock_level s JOIN lot ON lot.id = s.lot_id "
        f"WHERE s.location_id = 1 AND s.product_id IN ({marks}) AND (s.lot_id = 0 OR s.on_hand > s.reserved) "
        "ORDER BY s.product_id, s.location_id, s.lot_id"
    )
    run_one(levels, products).fetchall()
    order = run_one("SELECT coalesce(max(id), 0) + 1 FROM sales_order").fetchone()[0]
    run_one(
        "INSERT INTO sales_order (id, number, status, location_id, placed_at, total, action_id)"
        " VALUES (?, ?, 'placed', 1, ?, 50000, ?)",
        (order, f"SO-{order:06}", now, action),
    )
    line = (
        "INSERT INTO sales_order_line (order_id, line_no, product_id, ordered, unit_price, total)"
        " VALUES (?, ?, ?, 1000000, 10000, 10000) RETURNING id"
    )
    ids = [run_one(line, (order, number, product)).fetchone()[0] for number, product in enumerate(products, start=1)]
    connection.executemany(
        "INSERT INTO sales_order_allocation VALUES (?, 0, 1000000, 0)", [(line_id,) for line_id in ids]
    )
    connection.executemany(
        "UPDATE stock_level SET reserved = reserved + 1000000 WHERE product_id = ? AND location_id = 1 AND lot_id = 0",
        [(product,) for product in products],
    )
    run_one("INSERT INTO action_result VALUES (?, 'Place order', 'placed', '{}', '[]', '[]')", (action,))
    run_one("COMMIT")
