"""What the engines' own programs need for the same catalogue: the limits that an import is measured against.

`work` is the whole of what an import does to the database, without finding out what is wrong with the file and without
history (change_log, import_run): the program's own bulk load (`.import`, `\\copy`) of a file that is clean already
into a staging table, then sets of rows into our own tables with their keys, indexes, triggers and foreign keys:
categories, suppliers, products made and changed, barcodes, reorder points, opening stock as moves and levels, and the
search index. SQLite's search index is filled at once behind the rows, as we do it ourselves: row by row it takes much
longer, and a limit that is easy to beat says nothing. `plain` is the same file into one table with a key, no more.
"""

from __future__ import annotations

import time
from pathlib import Path

from tests.benchmarks.catalogue import HEADER
from tests.benchmarks.processes import Ran, run_watched
from tests.support.postgres import Postgres

_ACTION = "00000000000000000000000000000001"
_MASTERS = """
INSERT INTO category (name) SELECT DISTINCT category FROM stage WHERE true ON CONFLICT DO NOTHING;
INSERT INTO party (name, is_supplier) SELECT DISTINCT supplier, true FROM stage WHERE true ON CONFLICT DO NOTHING;
"""
_CHANGED = ("name", "description", "price", "cost", "category_id", "supplier_id")
_PRODUCTS = """
INSERT INTO product (sku, name, description, price, cost, category_id, supplier_id, action_id)
SELECT s.sku, s.name, s.description, {price}, {cost}, c.id, p.id, '{action}'
FROM stage s JOIN category c ON c.name = s.category JOIN party p ON p.name = s.supplier
WHERE true ORDER BY s.sku
ON CONFLICT (sku) DO UPDATE SET {changed} WHERE {differs};
"""
_BESIDE = """
INSERT INTO product_barcode (product_id, barcode) SELECT p.id, s.barcode FROM stage s JOIN product p ON p.sku = s.sku
WHERE true ORDER BY s.barcode ON CONFLICT DO NOTHING;
INSERT INTO reorder_rule (product_id, location_id, reorder_point)
SELECT p.id, 1, {point} FROM stage s JOIN product p ON p.sku = s.sku WHERE true ORDER BY p.id
ON CONFLICT (product_id, location_id) DO UPDATE SET reorder_point = excluded.reorder_point
WHERE reorder_rule.reorder_point IS DISTINCT FROM excluded.reorder_point;
INSERT INTO stock_move (product_id, from_location_id, to_location_id, quantity, moved_at, reason_code, action_id, value)
SELECT p.id, (SELECT id FROM location WHERE path = 'ADJUSTMENT'), 1, {quantity}, {now}, 'OPENING', p.action_id, {value}
FROM stage s JOIN product p ON p.sku = s.sku WHERE p.action_id = '{action}' AND {quantity} > 0 ORDER BY p.id;
INSERT INTO stock_level (product_id, location_id, on_hand)
SELECT p.id, 1, {quantity} FROM stage s JOIN product p ON p.sku = s.sku
WHERE p.action_id = '{action}' AND {quantity} > 0 ORDER BY p.id;
"""
_LOG = """
INSERT INTO action_log (id, kind, fingerprint, actor, workstation, recorded_at)
VALUES ('{action}', 'import', '', 'limit', 'limit', {now});
"""
_PLAIN = "sku TEXT{c} PRIMARY KEY, " + ", ".join(f"{name} TEXT{{c}}" for name in HEADER[1:])
_PLAIN_COLUMNS = ", ".join(HEADER)


def sqlite_work(database: Path, file: Path, folder: Path) -> Ran:
    """All of it, in one transaction of the sqlite3 program."""
    values = {
        "price": "CAST(round(s.price * 10000) AS INTEGER)",
        "cost": "CAST(round(s.cost * 10000) AS INTEGER)",
        "point": "s.reorder_point * 1000000",
        "quantity": "s.quantity * 1000000",
        "value": "CAST(round(s.quantity * s.cost * 10000) AS INTEGER)",
        "now": "'2026-01-01T00:00:00.000000Z'",
        "action": _ACTION,
        "changed": ", ".join(f"{column} = excluded.{column}" for column in _CHANGED),
        "differs": " OR ".join(f"product.{column} IS NOT excluded.{column}" for column in _CHANGED),
    }
    body = (
        f"{_MASTERS}{_LOG.format(**values)}"
        "CREATE TEMP TABLE highest AS SELECT coalesce(max(id), 0) AS id FROM product;\n"
        f"DROP TRIGGER product_search_insert;{_PRODUCTS.format(**values)}"
        "INSERT INTO product_search (rowid, sku, name) SELECT id, sku, name FROM product"
        " WHERE id > (SELECT id FROM highest);\n"
        "CREATE TRIGGER product_search_insert AFTER INSERT ON product BEGIN"
        " INSERT INTO product_search (rowid, sku, name) VALUES (NEW.id, NEW.sku, NEW.name); END;"
        f"{_BESIDE.format(**values)}"
    )
    return _sqlite(database, file, folder, body)


def sqlite_plain(database: Path, file: Path, folder: Path) -> Ran:
    """One table without foreign keys."""
    body = (
        f"CREATE TABLE plain ({_PLAIN.format(c='')});\n"
        f"INSERT INTO plain ({_PLAIN_COLUMNS}) SELECT {_PLAIN_COLUMNS} FROM stage ORDER BY sku;\n"
    )
    return _sqlite(database, file, folder, body)


def _sqlite(database: Path, file: Path, folder: Path, body: str) -> Ran:
    script = folder / "limit.sql"
    stage = ", ".join(f"{name} text" for name in HEADER)
    script.write_text(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -196608;\n"
        f"BEGIN IMMEDIATE;\nCREATE TEMP TABLE stage ({stage});\n.mode csv\n"
        f".import --csv --skip 1 --schema temp {file} stage\n{body}COMMIT;\n"
    )
    return run_watched(["sqlite3", "-batch", "-bail", database, f".read {script}"])


def postgresql_work(server: Postgres, name: str, file: Path) -> Ran:
    """All of it, in one transaction of psql."""
    values = {
        "price": "CAST(CAST(s.price AS numeric) * 10000 AS bigint)",
        "cost": "CAST(CAST(s.cost AS numeric) * 10000 AS bigint)",
        "point": "CAST(s.reorder_point AS bigint) * 1000000",
        "quantity": "CAST(s.quantity AS bigint) * 1000000",
        "value": "CAST(round(CAST(s.quantity AS numeric) * CAST(s.cost AS numeric) * 10000) AS bigint)",
        "now": "now()",
        "action": _ACTION,
        "changed": ", ".join(f"{column} = excluded.{column}" for column in _CHANGED),
        "differs": " OR ".join(f"product.{column} IS DISTINCT FROM excluded.{column}" for column in _CHANGED),
    }
    return _postgresql(server, name, file, "".join((_MASTERS, _LOG, _PRODUCTS, _BESIDE)).format(**values))


def postgresql_plain(server: Postgres, name: str, file: Path) -> Ran:
    """One table without foreign keys."""
    body = (
        "CREATE TABLE plain (" + _PLAIN.format(c=' COLLATE "C"') + ");\n"
        f"INSERT INTO plain ({_PLAIN_COLUMNS}) SELECT {_PLAIN_COLUMNS} FROM stage ORDER BY sku;\n"
    )
    return _postgresql(server, name, file, body)


def _postgresql(server: Postgres, name: str, file: Path, body: str) -> Ran:
    stage = ", ".join(f'{column} text COLLATE "C"' for column in HEADER)
    script = server.folder / "limit.sql"
    script.write_text(
        f"BEGIN;\nSET LOCAL work_mem = '128MB';\nCREATE TEMP TABLE stage ({stage}) ON COMMIT DROP;\n"
        f"\\copy stage FROM '{file}' WITH (FORMAT csv, HEADER, FORCE_NOT_NULL (description))\n"
        f"ANALYZE stage;\n{body}COMMIT;\n"
    )
    script.chmod(0o644)
    began = time.perf_counter()
    server.run(
        "psql", "-qX", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", "-d", name,
        "-f", script,
    )  # fmt: skip
    return Ran(time.perf_counter() - began, 0.0, "")
