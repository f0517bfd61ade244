"""The command line, run in this process: quick, and what it says is caught."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from inventory_app.command_line import main
from tests.support.real_files import DATA

collect_ignore = [] if DATA.is_dir() else ["test_real_files.py"]


@dataclass(frozen=True)
class Ended:
    """What a run left: its exit status and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The objects of JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Ended]
Apply = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def command(stockroom_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run one command on the test's database."""

    def run(*arguments: str, stdin: bytes = b"", database: str = stockroom_url) -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        umask = os.umask(0o077)
        try:
            status = main([*arguments, "--database", database])
        finally:
            os.umask(umask)  # a program closes its files to others; the tests that follow must not
        captured = capsys.readouterr()
        return Ended(status, captured.out, captured.err)

    return run


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., str]:
    """Write a file; its path."""

    def write(content: str, name: str = "products.csv") -> str:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def apply(command: Command) -> Apply:
    """Carry out actions; their outcomes."""

    def carry_out(actions: Iterable[Mapping[str, object]], *options: str) -> list[dict[str, Any]]:
        content = "\n".join(json.dumps(action) for action in actions)
        return command("apply", "-", *options, stdin=content.encode()).lines

    return carry_out


@pytest.fixture
def shop(apply: Apply) -> Apply:
    """Three products with stock at MAIN; gives `apply` on."""
    outcomes = apply(
        [{"action": "create_product", "sku": sku, "name": f"Product {sku}", "price": "4.90"} for sku in "ABC"]
        + [{"action": "create_location", "code": "SHOP"}]
        + [
            {"action": "adjust_stock", "sku": sku, "location": "MAIN", "quantity": "10", "reason": "FOUND"}
            for sku in "ABC"
        ]
    )
    assert {one["outcome"] for one in outcomes} == {"committed"}
    return apply
