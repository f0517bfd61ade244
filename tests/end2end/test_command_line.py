"""The command line as a process: several at once, killed, stopped, and with nobody who reads."""

from __future__ import annotations

import json
import os
import random
import shlex
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.support.writing_rejects import MANY, every_third_bad, hold_writer, partials

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, str(ROOT / "main.py")]
PROCESSES = 8
PRODUCTS = 10
OPENING = 12
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the program with these arguments; what still runs at the end of the test is killed."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, **options: Any) -> subprocess.Popen[str]:
        streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        process = subprocess.Popen([*PROGRAM, *arguments], text=True, **(streams | options))
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def ended(process: subprocess.Popen[str], stdin: str | None = None) -> tuple[int, str, str]:
    out, err = process.communicate(stdin, timeout=100)
    assert "Traceback" not in out + err, err
    return process.returncode, out, err


def outcomes(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines() if line.endswith("}")]


def written(path: Path, actions: Iterable[Mapping[str, object]]) -> str:
    path.write_text("".join(json.dumps(action) + "\n" for action in actions))
    return str(path)


def stocked(start: Start, url: str) -> None:
    """Ten products, twelve of each."""
    skus = [f"P{number}" for number in range(PRODUCTS)]
    actions: list[dict[str, object]] = [{"action": "create_product", "sku": sku, "name": sku} for sku in skus]
    actions += [
        {"action": "adjust_stock", "sku": sku, "location": "MAIN", "quantity": str(OPENING), "reason": "FOUND"}
        for sku in skus
    ]
    process = start("apply", "-", "--database", url, stdin=subprocess.PIPE)
    status, _, err = ended(process, "\n".join(json.dumps(action) for action in actions))
    assert status == 0, err


def sales(seed: int, count: int) -> list[dict[str, Any]]:
    """Sales of two products each, with ids of their own; the same seed gives the same."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    return [
        {
            "id": str(UUID(int=dice.getrandbits(128))),
            "action": "place_order",
            "location": "MAIN",
            "ship": True,
            "lines": [{"sku": f"P{n}", "quantity": dice.choice("12")} for n in dice.sample(range(PRODUCTS), 2)],
        }
        for _ in range(count)
    ]


def wait_for_lines(path: Path, count: int) -> None:
    limit = time.monotonic() + 60
    while path.read_text().count("\n") < count:
        assert time.monotonic() < limit, "nothing comes"
        time.sleep(0.02)


def wait_for_action(home: Path) -> None:
    """Until a process has begun an action: it stands in its outbox then."""
    limit = time.monotonic() + 60
    while not any(path.stat().st_size for path in home.rglob("outbox/*.jsonl")):
        assert time.monotonic() < limit, "no action begins"
        time.sleep(0.02)


@pytest.mark.timeout(240)
def test_many_processes_sell_out_and_one_of_them_is_killed(
    start: Start, stockroom_url: str, tmp_path: Path, engine_name: str
) -> None:
    jobs = {"sqlite": "1", "postgresql": "3"}[engine_name]
    stocked(start, stockroom_url)
    asked = {action["id"]: action for seed in range(PROCESSES) for action in sales(seed, 15)}
    files = [tmp_path / f"sales{seed}.jsonl" for seed in range(PROCESSES)]
    results = [file.with_suffix(".out") for file in files]
    processes = []
    for seed, (file, result) in enumerate(zip(files, results, strict=True)):
        written(file, sales(seed, 15))
        stream = result.open("w")
        processes.append(start("apply", str(file), "--jobs", jobs, "--database", stockroom_url, stdout=stream))
        stream.close()
    wait_for_lines(results[0], 3)
    processes[0].send_signal(signal.SIGKILL)
    for process in processes:
        process.communicate(timeout=120)
    told_before = outcomes(results[0].read_text())
    status, out, err = ended(start("apply", str(files[0]), "--jobs", jobs, "--database", stockroom_url))
    assert status in (0, 1), err

    told = {one["id"]: one for result in results[1:] for one in outcomes(result.read_text())}
    told |= {one["id"]: one for one in outcomes(out)}
    assert set(told) == set(asked), "each action has its outcome"
    assert {one["outcome"] for one in told.values()} == {"committed", "refused"}, "no lock error reaches a person"
    for before in told_before:
        if before["outcome"] == "committed":
            assert told[before["id"]]["repeated"], "what was committed once is not done again"
    sold: Counter[str] = Counter()
    for action_id, one in told.items():
        if one["outcome"] == "committed":
            sold.update({line["sku"]: int(line["quantity"]) for line in asked[action_id]["lines"]})
    _, out, _ = ended(start("stock", "--json", "--zero", "--database", stockroom_url))
    left = {level["sku"]: int(level["on_hand"]) for level in json.loads(out)["levels"]}
    assert {sku: sold[sku] + left[sku] for sku in left} == dict.fromkeys(left, OPENING)
    assert min(left.values()) >= 0
    assert ended(start("verify", "--database", stockroom_url))[0] == 0


def test_many_processes_make_the_tables_at_once(start: Start, database_url: str) -> None:
    processes = [start("verify", "--json", "--database", database_url) for _ in range(4)]
    for process in processes:
        status, out, err = ended(process)
        assert (status, json.loads(out)["clean"]) == (0, True), err


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_stopped_while_it_writes_what_was_rejected(
    start: Start, stockroom_url: str, tmp_path: Path, stop: signal.Signals
) -> None:
    file, rejects = every_third_bad(tmp_path / "file.csv"), tmp_path / "rejects.csv"
    process = start("import", "products", str(file), "--mode", "skip", "--rejects", str(rejects), "--json",
                    "--database", stockroom_url)  # fmt: skip
    limit = time.monotonic() + 100
    while not partials(tmp_path):
        assert time.monotonic() < limit, "nothing is written"
        time.sleep(0.005)
    hold_writer(process.pid)
    process.send_signal(stop)
    status, out, err = ended(process)
    told = json.loads(out)
    assert (status, told["outcome"], told["records"], told["created"]) == (0, "committed", MANY, MANY // 3 * 2), err
    assert told["import_id"]
    assert told["action_id"]
    assert "The rejected rows were not written" in told["message"]
    assert (rejects.exists(), partials(tmp_path)) == (False, [])


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_stopped_while_it_waits_for_more_lines(start: Start, stockroom_url: str, stop: signal.Signals) -> None:
    process = start("apply", "-", "--database", stockroom_url, stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write('{"action": "create_product", "sku": "A", "name": "A"}\n')
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["outcome"] == "committed", "told at once, not at the end"
    process.send_signal(stop)
    process.wait(timeout=30)
    out, err = process.communicate()
    assert (process.returncode, out) == (1, "")
    assert err == "Stopped. Lines after 1 were not begun.\n"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("command", [["apply", "{file}"], ["demo", "--json"]])
def test_stopped_while_another_program_holds_the_file(
    start: Start, stockroom_url: str, tmp_path: Path, private_home: Path, command: list[str]
) -> None:
    file = written(tmp_path / "actions.jsonl", [{"action": "create_product", "sku": "A", "name": "A"}])
    with closing(sqlite3.connect(tmp_path / "stockroom.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        process = start(*[part.format(file=file) for part in command], "--database", stockroom_url)
        wait_for_action(private_home)
        process.send_signal(signal.SIGINT)
        status, out, err = ended(process)
    assert status == 1, err
    (one,) = outcomes(out)
    assert one["outcome"] == "cancelled"
    assert "Nothing was saved" in one["message"]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_reader_that_goes_away_gets_no_complaint(start: Start, stockroom_url: str, tmp_path: Path) -> None:
    actions = [{"action": "create_product", "sku": f"S{n}", "name": "x"} for n in range(300)]
    file = written(tmp_path / "actions.jsonl", actions)
    process = start("apply", file, "--database", stockroom_url)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=100) == 1
    assert process.stderr.read() == ""
    report = json.loads(ended(start("verify", "--json", "--database", stockroom_url))[1])
    assert report["products"] < 300, "it stops when nobody hears its outcomes any more"


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_without_any_streams(stockroom_url: str) -> None:
    command = shlex.join([*map(str, PROGRAM[:2]), "verify", "--database", stockroom_url])
    shell = f"exec {command} <&- >&- 2>&-"
    assert subprocess.run(["sh", "-c", shell], check=False, timeout=100).returncode == 0


def test_files_are_private(start: Start, tmp_path: Path, private_home: Path) -> None:
    file = tmp_path / "new.db"
    assert ended(start("verify", "--database", f"sqlite+aiosqlite:///{file}"))[0] == 0
    made = [file, *(path for path in private_home.rglob("*") if path.is_file())]
    assert len(made) > 1
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in made} == {0}


def test_a_relative_path_is_where_one_stands(start: Start, tmp_path: Path) -> None:
    assert ended(start("verify", "--database", "sqlite+aiosqlite:///here.db", cwd=tmp_path))[0] == 0
    assert (tmp_path / "here.db").is_file()


def test_no_command_loads_qt() -> None:
    code = (
        "import sys, runpy; sys.argv = ['main.py', 'verify', '--json', '--database', 'sqlite+aiosqlite:///q.db']\n"
        "try: runpy.run_path(r'" + str(ROOT / "main.py") + "', run_name='__main__')\n"
        "except SystemExit as end: assert end.code == 0, end.code\n"
        "loaded = [name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6', 'qasync')]\n"
        "assert not loaded and 'inventory_app.ui' not in sys.modules, loaded"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    cwd = os.environ["HOME"]
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, env=environment, cwd=cwd, timeout=100
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_a_killed_process_left_is_settled_by_the_next(
    start: Start, stockroom_url: str, tmp_path: Path, private_home: Path
) -> None:
    action = {"id": str(uuid4()), "action": "create_product", "sku": "A", "name": "A"}
    file = written(tmp_path / "actions.jsonl", [action])
    with closing(sqlite3.connect(tmp_path / "stockroom.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        process = start("apply", file, "--database", stockroom_url)
        wait_for_action(private_home)
        process.kill()
        process.wait()
    _, out, err = ended(start("verify", "--json", "--database", stockroom_url))
    assert "nothing was saved" in err
    assert str(action["id"]) in err
    assert json.loads(out)["products"] == 0
    assert ended(start("apply", file, "--database", stockroom_url))[0] == 0
