"""Actions for the tests of `perform`: their bodies are written in the test, what they leave is a party's name."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import insert, select, text
from typing_extensions import override

from inventory_app.actions.action import Action, Context, Done, Work
from inventory_app.actions.outcome import Committed, Failed, Outcome, Phase, Progress, Topic
from inventory_app.actions.perform import Policy, perform
from inventory_app.database.tables import Party

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.ext.asyncio import AsyncConnection

    from inventory_app.actions.outcome import Json
    from inventory_app.actions.perform.outbox import Outbox
    from inventory_app.database.database import Database

CONTEXT = Context(actor="Ada", workstation="bench 1")
# Short pauses: a test waits for conditions, not for the patience that people need.
QUICK = Policy(base_delay=0.001, max_delay=0.01, probe_lock_timeout=0.1)

Body = Callable[[Work], Awaitable[object]]


async def mark(work: Work, name: str) -> None:
    """Leave something that can be looked for afterwards."""
    await work.session.execute(insert(Party).values(name=name))


async def marks(database: Database) -> list[str]:
    """What committed actions left."""
    async with database.read() as session:
        return list(await session.scalars(select(Party.name).order_by(Party.name)))


@dataclass(frozen=True, kw_only=True)
class Trial(Action):
    """Leaves its name and does whatever the test wants. ``says`` alone is what it asks for: its fingerprint."""

    kind: ClassVar[str] = "trial"
    says: str = "trial"
    body: Body | None = None
    rolls_back: bool = False

    @property
    @override
    def dry_run(self) -> bool:
        return self.rolls_back

    @override
    def title(self) -> str:
        return f"Try {self.says}"

    @override
    def canonical(self) -> dict[str, Json]:
        return {"kind": self.kind, "says": self.says}

    @override
    async def run(self, work: Work) -> Done:
        await mark(work, self.says)
        if self.body is not None:
            await self.body(work)
        return Done(
            summary=f"{self.says} done",
            result={"says": self.says},
            topics=frozenset({Topic.PARTIES}),
            notes=("a side remark",),
        )


@dataclass(frozen=True, kw_only=True)
class StagedTrial(Trial):
    """Brings ``rows`` into a TEMP table first and saves what it finds there; ``staging`` runs after they are staged."""

    kind: ClassVar[str] = "staged_trial"
    stages: ClassVar[bool] = True
    rows: tuple[str, ...] = ("one", "two", "three")
    staging: Callable[[AsyncConnection], Awaitable[object]] | None = None
    stagings: list[int] = field(default_factory=list, compare=False)

    @override
    async def stage(self, connection: AsyncConnection, report: Callable[[Progress], None]) -> None:
        self.stagings.append(1)
        await connection.execute(text("CREATE TEMP TABLE staged_trial (name TEXT)"))
        await connection.execute(text("INSERT INTO staged_trial VALUES (:name)"), [{"name": row} for row in self.rows])
        report(Progress(self.action_id, Phase.STAGING, done=len(self.rows), total=len(self.rows)))
        if self.staging is not None:
            await self.staging(connection)

    @override
    async def unstage(self, connection: AsyncConnection) -> None:
        await connection.execute(text("DROP TABLE IF EXISTS staged_trial"))

    @override
    async def run(self, work: Work) -> Done:
        staged = list(await work.session.scalars(text("SELECT name FROM staged_trial ORDER BY name")))
        for name in staged:
            await mark(work, f"{self.says} {name}")
        if self.body is not None:
            await self.body(work)
        return Done(summary=f"{len(staged)} rows", result={"rows": len(staged)})


class Reports:
    """What perform said while it ran."""

    def __init__(self) -> None:
        self.all: list[Progress] = []

    def __call__(self, progress: Progress) -> None:
        self.all.append(progress)

    @property
    def phases(self) -> list[Phase]:
        """The phases in their order, each change once."""
        found: list[Phase] = []
        for one in self.all:
            if not found or found[-1] is not one.phase:
                found.append(one.phase)
        return found

    def words(self, phase: Phase) -> list[str]:
        """What was said in one phase."""
        return [one.message for one in self.all if one.phase is phase]


async def carry_out(
    database: Database,
    action: Action,
    *,
    policy: Policy = QUICK,
    report: Callable[[Progress], None] = lambda _progress: None,
    outbox: Outbox | None = None,
) -> Outcome:
    """`perform` with the tests' context and patience."""
    return await perform(database, action, context=CONTEXT, policy=policy, report=report, outbox=outbox)


def start(
    database: Database,
    action: Action,
    *,
    policy: Policy = QUICK,
    report: Callable[[Progress], None] = lambda _progress: None,
    outbox: Outbox | None = None,
) -> asyncio.Task[Outcome]:
    """The same in a task of its own, as the window does it."""
    return asyncio.create_task(carry_out(database, action, policy=policy, report=report, outbox=outbox))


class Gate:
    """A place in a body where the test holds it: the body says that it is there and waits to be let through."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self.opened = asyncio.Event()
        self.passed = 0

    async def __call__(self, _work: object = None) -> None:
        self.reached.set()
        await self.opened.wait()
        self.passed += 1


async def is_logged(database: Database, action_id: UUID) -> bool:
    """The truth: whether the action's row is in the log."""
    async with database.read() as session:
        found = await session.scalar(
            text("SELECT count(*) FROM action_log WHERE id = :id"),
            {"id": action_id.hex if database.dialect.name == "sqlite" else action_id},
        )
    return bool(found)


def committed(outcome: Outcome) -> Committed:
    """The outcome, which must be this one."""
    assert isinstance(outcome, Committed), outcome
    return outcome


def failed(outcome: Outcome) -> Failed:
    """The outcome, which must be this one."""
    assert isinstance(outcome, Failed), outcome
    return outcome


async def fail_once(work: Work) -> None:
    """A fault that passes: what the engine says when somebody was quicker."""
    if work.dialect.name == "sqlite":
        busy = sqlite3.OperationalError("database is locked")
        busy.sqlite_errorname = "SQLITE_BUSY"
        raise busy
    await work.session.execute(text("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$"))


async def stopped(task: asyncio.Task[Any], *, times: int = 1) -> tuple[Any, float]:
    """Cancel as the Stop button does; the outcome and how long it took."""
    began = time.monotonic()
    for _ in range(times):
        task.cancel()
        await asyncio.sleep(0)
    return await task, time.monotonic() - began
