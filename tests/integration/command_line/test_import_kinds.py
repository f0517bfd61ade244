"""`import` of the other kinds of files, by the contract: counts, exit statuses, dry runs, rejects, reverts."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

COUNTS = ("records", "accepted", "created", "updated", "unchanged", "rejected")
OF_ORDERS = ("sales-orders", "purchase-orders")
PRODUCTS = "sku,name,price,quantity\nA,Tray,2.5,10\nB,Bowl,4,5\n"
# Of each kind: a good file, another with one bad document or row, its reasons, and what the good rows of it make.
FILES = {
    "suppliers": ("code,name,email\n1,Berger,a@b.c\n2,Krug,\n", "code,name\n3,Neu\n4,\n", {"name_missing": 1}, 1),
    "customers": ("Kunde,Telefon\nAnn,1\nBob,2\n", "name\nCarl\nCarl\n", {"duplicate_name": 1}, 1),
    "locations": ("Code,Parent\nShop,\nBack,Shop\n", "path,kind\nX,shelf\nY,\n", {"kind_invalid": 1}, 1),
    "sales-orders": (
        "Order,Customer,SKU,Qty\n1,Ann,A,4\n1,,B,1\n2,Bob,A,3\n",
        "Order,Customer,SKU,Qty\n3,Ann,B,1\n4,Bob,B,1\n4,Bob,A,9\n",
        {"not_available": 1, "document_rejected": 1},
        1,
    ),
    "purchase-orders": (
        "PO,Vendor,SKU,Qty,Expected\n1,Berger,A,40,2026-12-01\n2,Krug,B,1,\n",
        "PO,Vendor,SKU,Qty\n3,Berger,A,1\n4,,A,1\n",
        {"supplier_missing": 1},
        1,
    ),
}


def counts(values: dict[str, Any]) -> tuple[int, ...]:
    return tuple(values[name] for name in COUNTS)


@pytest.mark.parametrize("kind", list(FILES))
def test_each_kind(command: Any, tmp_path: Path, kind: str) -> None:
    good, bad, reasons, saved = FILES[kind]

    def write(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    assert command("import", "products", write("p.csv", PRODUCTS), "--json").status == 0
    path, rejects = write("good.csv", good), tmp_path / "rejects.csv"
    dry = command("import", kind, path, "--dry-run", "--json")
    done = command("import", kind, path, "--json")
    assert (dry.json["outcome"], done.json["outcome"]) == ("dry_run", "committed")
    records = good.count("\n") - 1
    assert counts(dry.json) == counts(done.json) == (records, records, records, 0, 0, 0)
    assert (dry.json.get("documents"), done.json.get("documents")) == ((2, 2) if kind in OF_ORDERS else (None, None))

    other = write("bad.csv", bad)
    refused = command("import", kind, other, "--json")
    assert (refused.status, refused.json["outcome"], refused.json["created"]) == (1, "refused", 0)
    skipped = command("import", kind, other, "--mode", "skip", "--rejects", str(rejects), "--json")
    assert (skipped.status, skipped.json["created"]) == (0, saved)
    assert skipped.json["rejected_by_reason"] == refused.json["rejected_by_reason"] == reasons
    with rejects.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == sum(reasons.values())
    assert {row["error"].partition(" ")[0].rstrip(":") for row in rows} == set(reasons)

    reverted = command("import", "--revert", str(done.json["import_id"]), "--json")
    assert (reverted.status, reverted.json["reverted"], reverted.json["kept_rows"]) == (0, 2, [])
    assert command("verify").status == 0
    assert command("import", "--revert", str(done.json["import_id"])).status == 1


def test_orders_as_shipped(command: Any, tmp_path: Path) -> None:
    for name, text in (("p.csv", PRODUCTS), ("o.csv", "number,sku,quantity\n1,A,4\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    command("import", "products", str(tmp_path / "p.csv"))
    done = command("import", "sales-orders", str(tmp_path / "o.csv"), "--orders", "shipped", "--json")
    assert (done.status, done.json["created"]) == (0, 1)
    level = command("stock", "--sku", "A", "--json").json["levels"][0]
    assert (level["on_hand"], level["reserved"]) == ("6", "0")
    again = command("import", "sales-orders", str(tmp_path / "o.csv"), "--orders", "shipped", "--json")
    assert (again.status, again.json["outcome"], again.json["records"]) == (1, "refused", 0)
    assert "imported already" in again.json["message"]
    assert json.dumps(again.json)
