"""`export` on both engines: rows on standard output or in a file, nothing else beside them."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path
from typing import Any

import pytest

from inventory_app.command_line.arguments import EXPORT_FORMATS, EXPORT_KINDS
from inventory_app.exporting.formats import Format
from inventory_app.exporting.tables import KINDS

KEYS = {
    "products": "sku", "stock": "on_hand", "moves": "quantity", "orders": "number", "activity": "title",
    "barcodes": "barcode", "reorder-points": "reorder_point", "suppliers": "name", "customers": "name",
    "locations": "path", "imports": "file", "sales-orders": "sku", "purchase-orders": "supplier",
}  # fmt: skip
FILE = "sku,name,barcode,supplier,reorder_point\nD,Mug,4006381333931,Kiln House,5\n"


@pytest.mark.parametrize("kind", EXPORT_KINDS)
def test_each_kind_as_csv_and_json_lines(shop: Any, command: Any, kind: str, tmp_path: Path) -> None:
    (tmp_path / "some.csv").write_text(FILE)
    assert command("import", "products", str(tmp_path / "some.csv")).status == 0
    (tmp_path / "bought.csv").write_text("reference,supplier,sku,quantity\nP 1,Kiln House,D,2\n")
    assert command("import", "purchase-orders", str(tmp_path / "bought.csv")).status == 0
    line = {"sku": "A", "quantity": "2.5"}
    shop([{"action": "place_order", "location": "MAIN", "customer": "Ada", "lines": [line]}])
    ended = command("export", kind)
    rows = list(csv.DictReader(ended.out.splitlines()))
    assert (ended.status, KEYS[kind] in rows[0]) == (0, True)
    lines = command("export", kind, "--format", "jsonl").lines
    assert len(lines) == len(rows) > 0
    assert [line[KEYS[kind]] for line in lines] == [row[KEYS[kind]] for row in rows]
    assert f"of {kind}" in ended.err


def test_a_file_is_written_whole_and_private(shop: Any, command: Any, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    ended = command("export", "products", "--output", str(file), "--json")
    assert (ended.status, ended.json["rows"]) == (0, 3)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("*products*")] == ["products.csv"]
    assert command("export", "products", "--output", str(tmp_path / "none" / "a.csv"), "--json").status == 1
    assert shop


def test_formulas_are_guarded_unless_raw(apply: Any, command: Any) -> None:
    apply([{"action": "create_product", "sku": "=1+1", "name": "@x"}])
    assert next(csv.DictReader(command("export", "products").out.splitlines()))["sku"] == "'=1+1"
    assert next(csv.DictReader(command("export", "products", "--raw").out.splitlines()))["sku"] == "=1+1"


def test_what_was_exported_is_imported_as_it_was(shop: Any, command: Any, tmp_path: Path) -> None:
    shop([{"action": "create_product", "sku": "'=1", "name": 'Ä, "x"\nβ', "barcodes": ["4006381333931"]}])
    file = tmp_path / "products.csv"
    command("export", "products", "--output", str(file))
    again = command("import", "products", str(file), "--json")
    assert (again.status, again.json["unchanged"], again.json["updated"]) == (0, 4, 0), again.json


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_wrong_usage_and_no_database(command: Any) -> None:
    assert command("export", "products", "--json").status == 2
    nowhere = "postgresql+asyncpg://app:hush@127.0.0.1:1/none"
    ended = command("export", "stock", database=nowhere)
    assert (ended.status, ended.out) == (3, "")
    assert (
        json.loads(command("export", "stock", "--json", "--output", "x", database=nowhere).out)["outcome"] == "failed"
    )


def test_the_kinds_are_those_that_exporting_knows() -> None:
    assert KINDS == EXPORT_KINDS
    assert tuple(Format) == EXPORT_FORMATS
