"""`import` on both engines: counts, exit statuses and reverts by the contract, with files made here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.counts import COUNTS, counts

PRODUCTS = """\
Art Nr,Name,Price,Stock
0001,Blue mug,4.90,42
0002,White mug,4.90,7
0003,Oak tray,24.00,
"""
BAD = PRODUCTS + "0004,,1.00,1\n0005,Pan,dear,1\n0001,Again,1,1\n"
MAP = ("--map", "sku=Art Nr", "--map", "name=Name", "--map", "price=Price", "--map", "quantity=Stock")
KEYS = {*COUNTS, "outcome", "rejected_by_reason", "warnings_by_reason", "import_id", "action_id", "tries", "seconds",
        "message"}  # fmt: skip


def on_hand(command: Any) -> dict[tuple[str, str], str]:
    levels = command("stock", "--json").json["levels"]
    return {(level["sku"], level["location"]): level["on_hand"] for level in levels}


def test_products_with_opening_stock(command: Any, file: Any) -> None:
    path = file(PRODUCTS)
    dry = command("import", "products", path, *MAP, "--dry-run", "--json")
    assert (dry.status, dry.json["outcome"], counts(dry.json)) == (0, "dry_run", (3, 3, 3, 0, 0, 0))
    assert on_hand(command) == {}
    done = command("import", "products", path, *MAP, "--json")
    assert (done.status, done.json["outcome"], counts(done.json)) == (0, "committed", (3, 3, 3, 0, 0, 0))
    assert set(done.json) == KEYS
    assert on_hand(command) == {("0001", "MAIN"): "42", ("0002", "MAIN"): "7"}
    again = command("import", "products", path, *MAP, "--json")
    assert (again.status, counts(again.json)) == (0, (3, 3, 0, 0, 3, 0))
    assert again.json["warnings_by_reason"] == {"opening_ignored": 2}
    assert command("verify").status == 0


def test_one_bad_row_refuses_all_or_is_skipped(command: Any, file: Any, tmp_path: Path) -> None:
    path = file(BAD)
    refused = command("import", "products", path, *MAP, "--json")
    reasons = {"name_missing": 1, "price_invalid": 1, "duplicate_sku": 1}
    assert (refused.status, refused.json["outcome"], counts(refused.json)) == (1, "refused", (6, 3, 0, 0, 0, 3))
    assert refused.json["rejected_by_reason"] == reasons
    dry = command("import", "products", path, *MAP, "--dry-run", "--json")
    assert (dry.status, dry.json["outcome"], counts(dry.json)) == (1, "dry_run", (6, 3, 3, 0, 0, 3))
    rejects = tmp_path / "rejects.csv"
    done = command("import", "products", path, *MAP, "--mode", "skip", "--rejects", str(rejects), "--json")
    assert (done.status, done.json["outcome"], counts(done.json)) == (0, "committed", (6, 3, 3, 0, 0, 3))
    assert done.json["rejected_by_reason"] == reasons
    assert rejects.read_bytes().startswith(b"\xef\xbb\xbfArt Nr,Name,Price,Stock,record,line,error")


def test_an_import_is_told_in_words(command: Any, file: Any) -> None:
    told = command("import", "products", file(BAD), *MAP, "--mode", "skip")
    assert told.status == 0
    assert "6 records: 3 accepted, 3 rejected" in told.out
    assert "Rejected: price_invalid 1" in told.out
    assert "“dear”" in told.err


def test_a_location_is_a_path_as_elsewhere(command: Any, file: Any) -> None:
    command("import", "products", file(PRODUCTS), *MAP)
    path = file("sku,quantity\n0003,5\n", "stock.csv")
    for wrong in ("A//B", "", "MAIN/"):
        refused = command("import", "stock", path, "--location", wrong)
        assert (refused.status, refused.out, "location: write a location's path" in refused.err) == (2, "", True)
    assert command("import", "stock", path, "--location", " MAIN ").status == 0
    assert on_hand(command) == {("0001", "MAIN"): "42", ("0002", "MAIN"): "7", ("0003", "MAIN"): "5"}


def test_stock_is_imported_once_and_taken_back_once(command: Any, file: Any) -> None:
    command("import", "products", file(PRODUCTS), *MAP)
    path = file("sku,location,quantity,batch\n0001,Shop/A,3,L1\n0001,Shop/A,2,L1\n0002,MAIN,0.5,\n", "stock.csv")
    done = command("import", "stock", path, "--json")
    assert (done.status, counts(done.json)) == (0, (3, 3, 1, 1, 0, 0))
    stocked = on_hand(command)
    assert stocked == {("0001", "MAIN"): "42", ("0001", "Shop/A"): "5", ("0002", "MAIN"): "7.5"}
    again = command("import", "stock", path, "--json")
    assert (again.status, again.json["outcome"], counts(again.json)) == (1, "refused", (0, 0, 0, 0, 0, 0))
    assert command("import", "stock", path, "--again", "--json").status == 0
    number = str(done.json["import_id"])
    reverted = command("import", "--revert", number, "--json")
    assert (reverted.status, reverted.json["outcome"], reverted.json["kept"]) == (0, "committed", 0)
    assert on_hand(command) == stocked
    twice = command("import", "--revert", number, "--json")
    assert (twice.status, twice.json["outcome"], twice.json["kept_rows"]) == (1, "refused", [])
    assert command("verify").status == 0


def test_what_was_used_since_is_kept_and_listed(command: Any, apply: Any, file: Any) -> None:
    done = command("import", "products", file(PRODUCTS), *MAP, "--json").json
    apply([{"action": "adjust_stock", "sku": "0001", "location": "MAIN", "quantity": "-40", "reason": "LOSS"}])
    reverted = command("import", "--revert", str(done["import_id"]), "--json")
    assert (reverted.status, reverted.json["reverted"], reverted.json["kept"]) == (1, 2, 1)
    (row,) = reverted.json["kept_rows"]
    assert row["sku"] == "0001"
    assert {"sku", "by", "at", "action_id"} == set(row)
    assert command("verify").status == 0
    assert "kept: 0001" not in command("import", "--revert", "99").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("import", "products"),
        ("import", "products", "a.csv", "--revert", "1"),
        ("import", "products", "a.csv", "--delimiter", ";", "--quote", ";"),
        ("import", "products", "a.csv", "--thousands", "."),
    ],
)
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_does_not_go_together_is_wrong_usage(command: Any, arguments: tuple[str, ...]) -> None:
    ended = command(*arguments, "--json")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_files_that_are_no_tables(command: Any, tmp_path: Path) -> None:
    missing = command("import", "products", str(tmp_path / "none.csv"), "--json")
    assert (missing.status, missing.json["outcome"]) == (1, "refused")
    for name, content, word in (
        ("empty.csv", b"", "refused"),
        ("header.csv", b"sku,name\n", None),
        ("sheet.csv", b"PK\x03\x04" + b"\0" * 99, "refused"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        ended = command("import", "products", str(path), "--json")
        assert ended.json["created"] == 0, name
        assert word is None or ended.json["outcome"] == word
        assert "Traceback" not in ended.err + ended.out


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_database_out_of_reach_has_the_keys_of_an_import(command: Any, file: Any) -> None:
    nowhere = "postgresql+asyncpg://app:hush@127.0.0.1:1/none"
    ended = command("import", "products", file(PRODUCTS), "--json", database=nowhere)
    assert (ended.status, ended.json["outcome"], set(ended.json)) == (3, "failed", KEYS)
    ended = command("import", "--revert", "1", "--json", database=nowhere)
    assert (ended.status, ended.json["outcome"], ended.json["kept_rows"]) == (3, "failed", [])
