"""`apply` on both engines: each action whole, once, and with its own line."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

SELL = {"action": "place_order", "location": "MAIN", "ship": True}


def lines(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"sku": sku, "quantity": quantity} for sku, quantity in pairs]


def on_hand(command: Any, **_: Any) -> dict[str, str]:
    return {level["sku"]: level["on_hand"] for level in command("stock", "--json", "--zero").json["levels"]}


def test_every_action_of_the_contract(shop: Any, command: Any) -> None:
    sold = str(uuid4())
    outcomes = shop(
        [
            {"action": "edit_product", "sku": "A", "set": {"price": "5.20"}, "expected": {"price": "4.90"}},
            {"action": "transfer_stock", "from": "MAIN", "to": "SHOP", "lines": lines(("A", "2.5"))},
            {"action": "place_order", "location": "MAIN", "reference": "W-1", "lines": lines(("B", "4"), ("C", "1"))},
            {"action": "ship_order", "order": "W-1", "lines": lines(("B", "3"))},
            {"action": "cancel_order", "order": "SO-000001"},
            {"id": sold, **SELL, "customer": "Bob", "lines": lines(("C", "2"))},
            {"action": "return_goods", "location": "MAIN", "order": "SO-000002", "lines": lines(("C", "1"))},
            {"action": "adjust_stock", "sku": "A", "location": "SHOP", "quantity": "-0.5", "reason": "DAMAGE"},
            {"action": "create_product", "sku": "Z", "name": "Short-lived"},
            {"action": "archive_products", "skus": ["Z"]},
            {"action": "undo", "of": sold},
        ]
    )
    assert [one["outcome"] for one in outcomes] == ["committed"] * 10 + ["refused"], outcomes
    assert outcomes[2]["result"]["order"] == "SO-000001"
    assert outcomes[5]["result"]["order"] == "SO-000002"
    assert "RT-000001" in outcomes[-1]["message"], "what came back stands in the way of taking the sale back"
    assert on_hand(command) == {"A": "2", "B": "7", "C": "9"}
    verified = command("verify", "--json")
    assert (verified.status, verified.json["clean"]) == (0, True)


def test_a_file_is_read_and_the_status_tells_whether_all_was_committed(command: Any, shop: Any, tmp_path: Path) -> None:
    path = tmp_path / "actions.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"action": "create_product", "sku": "D", "name": "D"}\r\n\r\n')
    done = command("apply", str(path))
    assert (done.status, [one["outcome"] for one in done.lines]) == (0, ["committed"])
    path.write_text('{"action": "create_product", "sku": "D", "name": "D"}\nbroken\n')
    done = command("apply", str(path), "--json")
    assert (done.status, [one["outcome"] for one in done.lines]) == (1, ["refused", "refused"])
    assert done.lines[1]["message"].startswith("Line 2: ")
    path.write_text("\n\n")
    assert command("apply", str(path)).status == 0
    assert command("apply", str(tmp_path / "none.jsonl")).status == 2
    assert shop


def test_the_same_again_changes_nothing_and_says_so(shop: Any, command: Any) -> None:
    actions = [{"id": str(uuid4()), **SELL, "lines": lines(("A", "1"))} for _ in range(3)]
    first, again = shop(actions), shop(actions)
    assert [one["repeated"] for one in first + again] == [False] * 3 + [True] * 3
    assert [one["result"] for one in first] == [one["result"] for one in again]
    other = shop([actions[0] | {"lines": lines(("A", "2"))}])
    assert (other[0]["outcome"], other[0]["result"]["code"]) == ("refused", "id_reused")
    assert on_hand(command)["A"] == "7"


def test_an_order_that_is_short_is_refused_whole(shop: Any, command: Any) -> None:
    (refused,) = shop([{**SELL, "lines": lines(("A", "1"), ("B", "11"))}])
    assert refused["outcome"] == "refused"
    assert refused["result"]["details"]["available"] == "10"
    assert on_hand(command) == {"A": "10", "B": "10", "C": "10"}


@pytest.mark.parametrize("jobs", ["1", "4", "16"])
def test_many_at_a_time_sell_what_there_is_and_no_more(shop: Any, command: Any, jobs: str) -> None:
    sales = [{"id": str(uuid4()), **SELL, "lines": lines(("A", "1"), ("B", "1"))} for _ in range(15)]
    outcomes = shop(sales + sales[:5], "--jobs", jobs)
    done = {one["id"] for one in outcomes if one["outcome"] == "committed"}
    assert len(done) == 10
    assert {one["outcome"] for one in outcomes} == {"committed", "refused"}
    assert on_hand(command) == {"A": "0", "B": "0", "C": "10"}
    assert command("verify").status == 0


def test_two_of_one_id_at_once(shop: Any) -> None:
    sale = {"id": str(uuid4()), **SELL, "lines": lines(("A", "1"))}
    outcomes = shop([sale] * 6, "--jobs", "6")
    assert sorted(one["repeated"] for one in outcomes) == [False] + [True] * 5


def test_the_password_comes_before_the_actions_on_standard_input(command: Any, shop: Any) -> None:
    done = command(
        "apply", "-", "--password-stdin", stdin=b'test\n{"action": "create_product", "sku": "D", "name": "D"}\n'
    )
    assert [one["outcome"] for one in done.lines] == ["committed"]
    assert shop
