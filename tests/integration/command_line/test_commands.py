"""The other commands on both engines, and what they say when nothing can be done."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.support.databases import opened

NOWHERE = "postgresql+asyncpg://app:hush@127.0.0.1:1/none"


def test_stock_as_json_and_as_a_table(shop: Any, command: Any) -> None:
    shop(
        [
            {"action": "create_location", "code": "Shelf", "parent": "SHOP"},
            {"action": "transfer_stock", "from": "MAIN", "to": "SHOP/Shelf", "lines": [{"sku": "A", "quantity": "10"}]},
            {"action": "place_order", "location": "MAIN", "lines": [{"sku": "B", "quantity": "1.5"}]},
        ]
    )
    levels = command("stock", "--json").json["levels"]
    assert levels[1] == {
        "sku": "B", "location": "MAIN", "lot": "", "serial": "", "on_hand": "10", "reserved": "1.5", "available": "8.5",
    }  # fmt: skip
    assert [(one["sku"], one["location"]) for one in levels] == [("A", "SHOP/Shelf"), ("B", "MAIN"), ("C", "MAIN")]
    with_empty = command("stock", "--json", "--zero", "--sku", "A").json["levels"]
    assert [(one["location"], one["on_hand"]) for one in with_empty] == [("MAIN", "0"), ("SHOP/Shelf", "10")]
    assert len(command("stock", "--json", "--location", "SHOP").json["levels"]) == 1
    table = command("stock")
    assert table.out.splitlines()[0].split() == [
        "SKU",
        "Location",
        "Lot",
        "Serial",
        "On",
        "hand",
        "Reserved",
        "Available",
    ]
    assert "3 levels" in table.err


def test_stock_of_what_there_is_not(shop: Any, command: Any) -> None:
    for option, value in (("--sku", "a"), ("--location", "SHO")):
        ended = command("stock", "--json", option, value)
        assert (ended.status, ended.json["outcome"], ended.json["levels"]) == (1, "refused", [])
        assert value in ended.json["message"]
    assert shop


async def _break(url: str) -> None:
    async with opened(url) as database, database.writing_connection() as connection, connection.begin():
        await connection.execute(text("UPDATE stock_level SET on_hand = on_hand - 1000000 WHERE product_id = 1"))


def test_verify_tells_what_is_wrong(shop: Any, command: Any, stockroom_url: str) -> None:
    asyncio.run(_break(stockroom_url))
    ended = command("verify", "--json")
    assert (ended.status, ended.json["clean"]) == (1, False)
    (one,) = ended.json["differences"]
    assert (one["sku"], one["location"], one["expected"], one["found"]) == ("A", "MAIN", "10", "9")
    assert command("verify").out.splitlines() == [
        "A at MAIN: on hand is 9, the ledger says 10.",
        "1 difference in 3 products, 3 moves, 3 levels, 0 orders.",
    ]
    assert shop


def test_an_empty_database_is_clean(command: Any) -> None:
    ended = command("verify", "--json")
    assert ended.status == 0
    assert ended.json["clean"]
    assert ended.json["differences"] == []
    assert command("verify").out.startswith("Clean: 0 products")
    assert command("stock", "--json").json == {"levels": []}


def test_the_connection_is_tested(command: Any) -> None:
    ended = command("database", "test", "--json")
    assert (ended.status, ended.json["usable"]) == (0, True)
    assert {"name", "status", "message"} <= set(ended.json["checks"][0])
    assert ":test@" not in ended.out + ended.err, "no password is shown"
    assert command("database", "test").status == 0


def test_tables_are_made_when_needed_and_not_when_forbidden(database_url: str, command: Any) -> None:
    database_url = database_url.replace("stockroom.db", "new.db")
    ended = command("verify", "--json", "--no-migrate", database=database_url)
    assert (ended.status, ended.json["outcome"]) == (1, "refused")
    assert "database migrate" in ended.json["message"]
    ended = command("database", "migrate", "--json", database=database_url)
    assert (ended.status, ended.json["before"]) == (0, None)
    assert command("database", "migrate", "--json", database=database_url).json["before"] == ended.json["version"]
    assert command("verify", "--no-migrate", database=database_url).status == 0


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["stock", "--json"], {"levels"}),
        (["verify", "--json"], set()),
        (["apply", "-"], {"id", "action", "tries", "seconds", "result", "repeated"}),
        (["database", "migrate", "--json"], set()),
    ],
)
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_database_out_of_reach(command: Any, arguments: list[str], keys: set[str]) -> None:
    ended = command(*arguments, database=NOWHERE)
    assert ended.status == 3
    assert ended.json["outcome"] == "failed"
    assert set(ended.json) == keys | {"outcome", "message"}
    assert "hush" not in ended.out + ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_is_no_database_is_told(command: Any, tmp_path: Path) -> None:
    no_database = tmp_path / "letter.db"
    no_database.write_text("Dear Sir or Madam, " * 100)
    ended = command("verify", "--json", database=f"sqlite+aiosqlite:///{no_database}")
    assert (ended.status, ended.json["outcome"]) == (3, "failed")
    for wrong in ("Shop", "mysql://root@host/db", "sqlite+aiosqlite://", "postgresql+asyncpg://a b c"):
        ended = command("stock", "--json", database=wrong)
        assert (ended.status, ended.out) == (2, ""), wrong


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_died_with_a_process_is_told_at_the_next_start(
    shop: Any, command: Any, stockroom_url: str, private_home: Path
) -> None:
    sold = str(uuid4())
    sale = {"id": sold, "action": "place_order", "location": "MAIN", "lines": [{"sku": "A", "quantity": "1"}]}
    shop([sale])
    folder = private_home / ".local/state/stockroom/outbox"
    assert folder.is_dir()
    started = {"kind": "place_order", "started_at": "2026-11-21T10:00:00+00:00", "database": stockroom_url}
    for entry in (
        {"action_id": sold, "title": "Sell A"},
        {"action_id": str(uuid4()), "title": "Sell B"},
        {"action_id": str(uuid4()), "title": "Sell C", "database": "postgresql+asyncpg://other/db"},
    ):
        (folder / f"1-{uuid4().hex}.jsonl").write_text(json.dumps({"started": started | entry}) + "\n")
    told = command("verify").err
    assert "“Sell A”" in told
    assert "it was saved" in told
    assert "“Sell B”" in told
    assert "nothing was saved" in told
    assert "Sell C" not in told
    assert "earlier process" not in command("verify").err
