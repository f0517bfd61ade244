"""What died with its process is found at the next start, and resolved to the truth."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from inventory_app.actions.outcome import Committed, Refused, Unknown
from inventory_app.actions.perform import Policy
from inventory_app.actions.perform.outbox import Outbox, Started
from inventory_app.actions.perform.probe import Answer, probe
from inventory_app.domain.errors import Refusal
from tests.support.raw import CommitGate
from tests.support.trials import Gate, Trial, carry_out, is_logged, marks, start
from tests.support.waiting import until_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inventory_app.actions.action import Work
    from inventory_app.database.database import Database
    from tests.support.proxy import Proxy

ROOT = Path(__file__).parents[3]

_PROGRAM = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from inventory_app.actions.perform.outbox import Outbox
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from tests.support.trials import Trial, carry_out

async def main(url, folder, saved, lost):
    database = Database.open(DatabaseConfig.from_url(url))
    outbox = Outbox(Path(folder), database.config.display())
    async def hang(work):
        await work.session.flush()
        print("in the middle", flush=True)
        await asyncio.Event().wait()
    await carry_out(database, Trial(action_id=UUID(saved), says="saved"), outbox=outbox)
    await carry_out(database, Trial(action_id=UUID(lost), says="lost", body=hang), outbox=outbox)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "outbox"


@contextlib.contextmanager
def program(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    """The program as a process of its own, in the middle of an action."""
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *map(str, arguments)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "in the middle\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def entries(folder: Path) -> list[dict[str, object]]:
    """Everything that is written in the files."""
    return [json.loads(line) for path in folder.glob("*.jsonl") for line in path.read_text().splitlines()]


async def test_a_process_killed_in_the_middle_of_an_action(
    database: Database, stockroom_url: str, folder: Path
) -> None:
    saved, lost = uuid4(), uuid4()
    with program(stockroom_url, folder, saved, lost) as process:
        living = Outbox(folder, "here")
        assert living.left_behind() == ()  # it is still at it
        process.send_signal(signal.SIGKILL)
        process.wait()
    (left,) = living.left_behind()
    assert (left.action_id, left.kind, left.title) == (str(lost), "trial", "Try lost")
    assert left.database == database.config.display()
    assert ":test@" not in left.database

    async def resolved() -> Answer | None:
        answer, _ = await probe(database, UUID(left.action_id), lock_timeout=0.5)
        return None if answer is Answer.PENDING else answer

    assert await until_answer(resolved) is Answer.NOT_COMMITTED
    assert await marks(database) == ["saved"]
    living.resolved(lost)
    living.close()
    assert list(folder.iterdir()) == []


async def test_killed_while_its_commit_is_under_way(
    postgresql: Database, postgresql_stockroom_url: str, folder: Path
) -> None:
    """The backend goes on without its client: the row is not there yet, and will be."""
    action = Trial()
    outbox = Outbox(folder, "here")
    async with CommitGate(postgresql_stockroom_url) as gate:
        task = start(postgresql, action, outbox=outbox)
        await gate.waiting()
        (entry,) = entries(folder)
        assert isinstance(entry["started"], dict)
        assert (await probe(postgresql, action.action_id, lock_timeout=0.05))[0] is Answer.PENDING
        await gate.open()
        assert isinstance(await task, Committed)
    assert (await probe(postgresql, action.action_id, lock_timeout=1))[0] is Answer.COMMITTED
    outbox.close()
    assert list(folder.iterdir()) == []


async def test_every_known_outcome_is_crossed_out(database: Database, folder: Path) -> None:
    async def refuse(_work: Work) -> None:
        raise Refusal("no", "No.")

    outbox = Outbox(folder, "here")
    await carry_out(database, Trial(), outbox=outbox)
    assert isinstance(await carry_out(database, Trial(says="no", body=refuse), outbox=outbox), Refused)
    gate = Gate()
    task = start(database, Trial(says="stopped", body=gate), outbox=outbox)
    await gate.reached.wait()
    task.cancel()
    await task
    written = entries(folder)
    assert [next(iter(one)) for one in written] == ["started", "ended"] * 3
    outbox.close()
    assert list(folder.iterdir()) == []


async def test_unknown_stays_until_it_is_resolved(
    open_database: Callable[..., Database], postgresql_stockroom_url: str, postgresql_proxy: Proxy, folder: Path
) -> None:
    database = open_database(postgresql_proxy.through(postgresql_stockroom_url))
    outbox, action = Outbox(folder, "here"), Trial()
    postgresql_proxy.cut_after(b"COMMIT;")
    impatient = Policy(resolve_time=0.05, base_delay=0.001, probe_lock_timeout=0.05)
    assert isinstance(await carry_out(database, action, outbox=outbox, policy=impatient), Unknown)
    outbox.close()
    next_start = Outbox(folder, "here")
    (left,) = next_start.left_behind()
    assert left.action_id == str(action.action_id)
    postgresql_proxy.mend()
    assert (await probe(database, action.action_id, lock_timeout=1))[0] is Answer.COMMITTED
    next_start.resolved(action.action_id)
    next_start.close()
    assert list(folder.iterdir()) == []


async def test_an_outbox_that_cannot_be_written_costs_no_sale(database: Database, folder: Path) -> None:
    """It is a safety net. Without it the action is carried out, and its outcome is told."""
    outbox = Outbox(folder, "here")
    outbox._file.close()
    action = Trial()
    assert isinstance(await carry_out(database, action, outbox=outbox), Committed)
    assert await is_logged(database, action.action_id)
    outbox.close()


# --- the files


def test_the_files_are_private(folder: Path) -> None:
    before = os.umask(0)
    try:
        outbox = Outbox(folder, "here")
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    outbox.close()


def crashed(folder: Path, *lines: str, name: str = "1-dead") -> Path:
    """The file of a process that is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(lines))
    return path


def line(action_id: str, at: str = "2026-11-21T10:00:00+00:00") -> str:
    entry = Started(action_id, "trial", "Try", "here", at)
    names = ("action_id", "kind", "title", "database", "started_at")
    return json.dumps({"started": {name: getattr(entry, name) for name in names}}) + "\n"


def test_what_several_left_behind_is_given_once_and_in_order(folder: Path) -> None:
    crashed(folder, line("b", "2026-11-21T11:00:00+00:00"), name="1-x")
    crashed(folder, line("a", "2026-11-21T10:00:00+00:00"), line("c", "2026-11-21T12:00:00+00:00"), name="2-y")
    crashed(folder, line("d"), json.dumps({"ended": "d"}) + "\n", name="3-z")
    outbox = Outbox(folder, "here")
    assert [one.action_id for one in outbox.left_behind()] == ["a", "b", "c"]
    assert outbox.left_behind() == ()
    assert sorted(one["started"]["action_id"] for one in entries(folder)) == ["a", "b", "c"]  # type: ignore[index]
    outbox.close()
    assert [path.suffix for path in folder.iterdir()] == [".jsonl"]  # not resolved: kept for the next start
    later = Outbox(folder, "here")
    assert len(later.left_behind()) == 3
    later.close()


@pytest.mark.parametrize(
    "torn",
    ['{"started": {"action_id": "x", "ki', "\n", "5\n", "null\n", '{"started": {"action_id": "x"}}\n',
     '{"started": 7}\n', "[]\n", '{"ended": ["x"]}\n', "\udce4\n"],
)  # fmt: skip
def test_a_line_that_a_crash_cut_off_is_passed_over(folder: Path, torn: str) -> None:
    path = crashed(folder)
    path.write_bytes((line("a") + torn).encode(errors="surrogateescape"))
    outbox = Outbox(folder, "here")
    assert [one.action_id for one in outbox.left_behind()] == ["a"]
    outbox.close()


def test_two_starts_at_once_share_what_was_left_behind(folder: Path) -> None:
    crashed(folder, line("a"))
    first, second = Outbox(folder, "here"), Outbox(folder, "here")
    path = folder / "1-dead.jsonl"
    assert [one.action_id for one in first.left_behind()] == ["a"]
    assert not path.exists()
    assert second.left_behind() == ()
    # A file that is gone by the time that its lock is held is nobody's fault.
    path.symlink_to(folder / "nowhere")
    assert second.left_behind() == ()
    first.close()
    second.close()


def test_a_living_process_keeps_its_own(folder: Path) -> None:
    living, other = Outbox(folder, "here"), Outbox(folder, "here")
    living.started(Trial())
    assert other.left_behind() == ()
    living.close()
    assert len(other.left_behind()) == 1
    other.close()


def test_an_action_belongs_to_the_database_in_use(folder: Path) -> None:
    outbox = Outbox(folder, "first.db")
    outbox.started(Trial())
    outbox.use("second.db")
    outbox.started(Trial())
    outbox.close()
    later = Outbox(folder, "third.db")
    assert [one.database for one in later.left_behind()] == ["first.db", "second.db"]
    later.close()
