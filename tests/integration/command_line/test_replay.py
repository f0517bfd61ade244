"""A day of sales replayed: openings that are the least which suffice, one document after another or many at a time."""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import pytest

DOCUMENTS = 60
SKUS = [f"{number:05d}" for number in range(1, 31)]


@dataclass
class Day:
    """The documents of a day, and per sku the least opening with which no balance falls below zero."""

    actions: list[dict[str, Any]] = field(default_factory=list)
    balance: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    lowest: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def change(self, sku: str, quantity: int) -> None:
        self.balance[sku] += quantity
        self.lowest[sku] = min(self.lowest[sku], self.balance[sku])

    def opening(self, sku: str) -> int:
        return -self.lowest[sku]

    def final(self, sku: str) -> int:
        return self.opening(sku) + self.balance[sku]


def a_day(seed: int = 5) -> Day:
    day, dice = Day(), random.Random(seed)  # noqa: S311 - no secret
    for number in range(DOCUMENTS):
        skus = dice.sample(SKUS, dice.randint(1, 6))
        kind = dice.choices(("place_order", "return_goods", "adjust_stock"), (12, 2, 1))[0]
        action: dict[str, Any] = {"id": str(uuid5(NAMESPACE_OID, str(number))), "action": kind, "location": "MAIN"}
        if kind == "adjust_stock":
            quantity = dice.choice((-2, 3))
            day.change(skus[0], quantity)
            day.actions.append(action | {"sku": skus[0], "quantity": str(quantity), "reason": "COUNT"})
            continue
        lines = []
        for sku in skus:
            quantity = dice.randint(1, 12)
            day.change(sku, -quantity if kind == "place_order" else quantity)
            lines.append({"sku": sku, "quantity": str(quantity), "unit_price": "1.25"})
        more = {"ship": True, "customer": f"Customer {number % 7}"} if kind == "place_order" else {}
        day.actions.append(action | {"reference": f"R-{number}", "lines": lines} | more)
    return day


@pytest.fixture
def replay(command: Any, tmp_path: Path) -> Any:
    """Import the catalogue, its openings raised by ``plus`` and of one sku lowered; then carry out the day."""

    def run(day: Day, jobs: int = 1, plus: int = 0, lowered: str = "") -> list[dict[str, Any]]:
        catalogue, actions = tmp_path / "catalogue.csv", tmp_path / "actions.jsonl"
        if not catalogue.exists():
            with catalogue.open("w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file)
                writer.writerow(("sku", "name", "opening_quantity"))
                for sku in SKUS:
                    writer.writerow((sku, f"Product {sku}", day.opening(sku) + plus - (sku == lowered)))
            imported = command("import", "products", str(catalogue), "--json")
            assert imported.json["created"] == len(SKUS)
            actions.write_text("".join(json.dumps(action) + "\n" for action in day.actions))
        outcomes: list[dict[str, Any]] = command("apply", str(actions), "--jobs", str(jobs)).lines
        assert command("verify").status == 0
        return outcomes

    return run


def on_hand(command: Any) -> dict[str, int]:
    levels = command("stock", "--json", "--zero").json["levels"]
    return {level["sku"]: int(level["on_hand"]) for level in levels}


def test_one_after_another_with_just_enough(replay: Any, command: Any) -> None:
    day = a_day()
    assert {one["outcome"] for one in replay(day)} == {"committed"}
    expected = {sku: day.final(sku) for sku in SKUS if day.opening(sku) or day.balance[sku]}
    assert {sku: on_hand(command).get(sku, 0) for sku in expected} == expected
    again = replay(day)
    assert {one["outcome"] for one in again} == {"committed"}
    assert all(one["repeated"] for one in again)
    assert {sku: on_hand(command).get(sku, 0) for sku in expected} == expected


def test_many_at_a_time_with_more_than_enough(replay: Any, command: Any) -> None:
    day = a_day()
    outcomes = replay(day, jobs=8, plus=1_000)
    assert {one["outcome"] for one in outcomes} == {"committed"}
    assert len(outcomes) == DOCUMENTS
    assert on_hand(command) == {sku: day.final(sku) + 1_000 for sku in SKUS}


def test_one_piece_too_few_refuses_one_order_whole(replay: Any) -> None:
    day = a_day()
    sku = max(SKUS, key=day.opening)
    balance, short = day.opening(sku) - 1, ""
    for action in day.actions:
        lines = action.get("lines", [action])
        signed = sum(int(line["quantity"]) for line in lines if line.get("sku", action.get("sku")) == sku)
        balance += -signed if action["action"] == "place_order" else signed
        if balance < 0:
            short = action["id"]
            break
    first = next(one for one in replay(day, lowered=sku) if one["outcome"] != "committed")
    assert (first["id"], first["outcome"]) == (short, "refused")
    details = first["result"]["details"]
    assert details["sku"] == sku
    assert int(details["wanted"]) - int(details["available"]) == 1
