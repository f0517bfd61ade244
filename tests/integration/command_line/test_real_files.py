"""Files that others have made, by the command line: their counts, tried and done, and what comes of doing it twice."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.support.counts import COUNTS
from tests.support.real_files import DATA, FILES, SMALL, RealFile, read_rows

REPLAY = DATA.parent / "tools" / "replay.py"
# The first order that cannot be served when there is one piece less of this, and how many pieces it wants.
PROBE, OPENING, FIRST, WANTED = "17021", 600, "536437", Decimal(600)


@pytest.mark.parametrize("folder", SMALL)
def test_each_small_file_gives_its_counts(command: Any, folder: str) -> None:
    for file in FILES[folder]:
        assert_right(told(command, file), file)
    assert command("verify").status == 0


@pytest.mark.parametrize("folder", [folder for folder in FILES if folder not in SMALL])
def test_each_file_gives_its_counts(command: Any, folder: str) -> None:
    for file in FILES[folder]:
        tried = told(command, file, "--dry-run")
        done = told(command, file)
        assert tried | {"outcome": done["outcome"]} == done, file.name
        assert done["outcome"] == "committed"
        assert_right(done, file)
        assert_nothing_new(told(command, file), file)
    assert command("verify").status == 0
    if folder == "inventree":
        assert on_hand(command) == {
            (row["sku"], row["location"]): Decimal(row["quantity"])
            for row in read_rows("inventree/expected_on_hand.csv")
        }


def told(command: Any, file: RealFile, *more: str) -> dict[str, Any]:
    """What an import says, without what differs from run to run."""
    flags = [word for flag in file.flags for word in ("--map", flag)]
    ended = command("import", file.kind, str(file.path), *flags, "--mode", "skip", *more, "--json")
    told: dict[str, Any] = ended.json
    assert ended.status == (0 if told["outcome"] in ("committed", "dry_run") else 1), ended.err
    assert told["records"] == told["accepted"] + told["rejected"], file.name
    return {name: value for name, value in told.items() if name not in ("import_id", "action_id", "seconds", "message")}


def assert_right(done: dict[str, Any], file: RealFile) -> None:
    counted = file.counted()
    assert [done["records"], done["accepted"], done["rejected"], done["rejected_by_reason"]] == [
        counted.records, counted.accepted, counted.rejected, counted.reasons,
    ], file.name  # fmt: skip
    assert counted.warned.items() <= done["warnings_by_reason"].items(), file.name
    if file.kind != "stock":
        assert counted.accepted == done["created"] + done["updated"] + done["unchanged"]


def assert_nothing_new(again: dict[str, Any], file: RealFile) -> None:
    if file.twice_is_refused:
        assert (again["outcome"], [again[name] for name in COUNTS]) == ("refused", [0] * 6)
    else:
        assert (again["outcome"], again["created"], again["accepted"]) == ("committed", 0, file.counted().accepted)


def on_hand(command: Any) -> dict[tuple[str, str], Decimal]:
    found: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for level in command("stock", "--json").json["levels"]:
        found[level["sku"], level["location"]] += Decimal(level["on_hand"])
    return dict(found)


def test_hostile_names_come_out_as_they_went_in(command: Any) -> None:
    (file, _) = FILES["naughty"]
    told(command, file)
    exported = command("export", "products", "--raw").out
    names = {row["sku"]: row["name"] for row in csv.DictReader(io.StringIO(exported, newline=""))}
    want = {row["sku"]: row["name"].strip() for row in read_rows(file.name)}
    assert names == {sku: name for sku, name in want.items() if name}


def test_a_real_day_is_replayed_and_one_piece_too_few_refuses_one_order(command: Any, tmp_path: Path) -> None:
    catalogue = tmp_path / "catalogue.csv"
    lines = (DATA / "online-retail" / "catalogue.csv").read_text(encoding="utf-8")
    short = lines.replace(f",{OPENING}\n", f",{OPENING - 1}\n")
    assert [one.split(",")[0] for one in lines.splitlines() if one not in short.splitlines()] == [PROBE]
    catalogue.write_text(short, encoding="utf-8")
    assert command("import", "products", str(catalogue), "--json").json["created"] == len(short.splitlines()) - 1
    first = next(one for one in replayed(command, tmp_path) if one["outcome"] != "committed")
    details = first["result"]["details"]
    assert (details["sku"], Decimal(details["wanted"]), Decimal(details["available"])) == (PROBE, WANTED, WANTED - 1)
    orders = command("export", "orders", "--format", "jsonl").lines
    assert FIRST not in {one["reference"] for one in orders}


def test_a_real_day_ends_with_what_was_counted(command: Any, tmp_path: Path) -> None:
    told(command, FILES["online-retail"][0])
    assert {one["outcome"] for one in replayed(command, tmp_path)} == {"committed"}
    stock = tmp_path / "stock.json"
    stock.write_text(command("stock", "--json").out, encoding="utf-8")
    assert "0 SKUs differ" in replay("compare", str(DATA / "online-retail" / "expected_on_hand.csv"), str(stock))
    assert {one["repeated"] for one in replayed(command, tmp_path)} == {True}
    assert command("verify").status == 0


def replayed(command: Any, folder: Path) -> list[dict[str, Any]]:
    actions = folder / "actions.jsonl"
    actions.write_text(replay("actions", str(DATA / "online-retail" / "orders.csv")), encoding="utf-8")
    outcomes: list[dict[str, Any]] = command("apply", str(actions), "--jobs", "1").lines
    return outcomes


def replay(*arguments: str) -> str:
    done = subprocess.run([sys.executable, str(REPLAY), *arguments], check=True, capture_output=True, text=True)
    return done.stdout
