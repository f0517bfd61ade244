"""Believable data for an empty database: a kitchen and home shop with three places and some weeks of work.

Everything goes the way that a person's own work would go: imports and actions, each with its transaction and its line
in the activity. What they say lies in ``resources/demo``; only the dates of expiry are counted from today. Each has a
fixed id, so that a filling that was stopped goes on where it ended.
"""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias
from uuid import UUID, uuid5

from inventory_app import resources
from inventory_app.actions.action import Action, Context
from inventory_app.actions.outcome import Committed, Failed, Outcome, word_of
from inventory_app.actions.perform import Policy, perform
from inventory_app.actions.perform.outbox import Outbox
from inventory_app.actions.registry import action_from_json
from inventory_app.database.database import Database
from inventory_app.domain.texts import counted
from inventory_app.importing.import_file import ImportFile
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.run_import import finish_import
from inventory_app.queries.activity import saved_ids
from inventory_app.queries.summary import is_empty

_IDS = UUID("b2d0a8a1-6c57-4f0a-9a57-2d1c7c0f5e11")
_NOT_EMPTY = "The database is in use already; the demo fills an empty one. Nothing was saved."


# Carries out one action; what it raises ends the filling.
Run: TypeAlias = Callable[[Action], Awaitable[Outcome]]
# What is done next, how many steps are done, and how many there are.
Told: TypeAlias = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class DemoOutcome:
    """What became of the filling, in the words of the contract."""

    outcome: str
    message: str
    steps: int = 0
    seconds: float = 0.0
    unreachable: bool = False
    detail: str = ""


class _NotCommitted(Exception):  # noqa: N818 - an outcome that ends the filling
    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.message)
        self.outcome = outcome


async def fill(run: Run, told: Told, *, done: frozenset[UUID] = frozenset()) -> int:
    """Run all steps that are not ``done`` yet, one after another; how many there were."""
    count = 0
    with demo_steps(datetime.now(UTC).date()) as steps:
        for number, step in enumerate(steps):
            if step.action_id in done:
                continue
            told(step.title(), number, len(steps))
            outcome = await run(step)
            if isinstance(step, ImportFile):
                await finish_import(step, outcome)
            count += 1
    return count


async def fill_database(
    database: Database,
    *,
    context: Context,
    policy: Policy | None = None,
    outbox: Outbox | None = None,
    told: Told = lambda _title, _done, _total: None,
) -> DemoOutcome:
    """Fill an empty database; go on with one that this began to fill. The first step that fails ends it."""
    began = time.monotonic()

    async def run(action: Action) -> Outcome:
        outcome = await perform(database, action, context=context, policy=policy, outbox=outbox)
        if not isinstance(outcome, Committed):
            raise _NotCommitted(outcome)
        return outcome

    done = await _done(database)
    if done is None:
        return DemoOutcome("refused", _NOT_EMPTY)
    try:
        count = await fill(run, told, done=done)
    except _NotCommitted as stopped:
        return _stopped(stopped.outcome)
    seconds = time.monotonic() - began
    message = f"The shop is filled: {counted(count, 'step')} in {seconds:.1f} s, each one in the activity."
    if not count:
        message = "The demo is in this database already; nothing was to do."
    return DemoOutcome("committed", message, count, seconds)


async def _done(database: Database) -> frozenset[UUID] | None:
    """The steps that are saved already; None for a database that somebody else's data is in."""
    with demo_steps(datetime.now(UTC).date()) as steps:
        ids = [step.action_id for step in steps]
    async with database.read() as session:
        done = await saved_ids(session, ids)
        return done if done or await is_empty(session) else None


def _stopped(outcome: Outcome) -> DemoOutcome:
    message = f"{outcome.message} What was done before stays; the demo goes on from there when it is started again."
    if not isinstance(outcome, Failed):
        return DemoOutcome(word_of(outcome), message)
    return DemoOutcome("failed", message, unreachable=outcome.unreachable, detail=outcome.detail)


@contextmanager
def demo_steps(today: date) -> Iterator[tuple[Action, ...]]:
    """All actions in their order; the files that they import are there as long as the context."""
    with TemporaryDirectory(prefix="stockroom-demo-") as folder:
        stock = Path(folder) / "stock.csv"
        _write_stock(stock, today)
        yield (
            *_actions("locations"),
            _import("products", resources.path("demo/products.csv"), "MAIN"),
            _import("products", resources.path("demo/reorder_points_shop.csv"), "SHOP"),
            _import("stock", stock, "MAIN"),
            *_actions("weeks"),
        )


def _actions(name: str) -> Iterator[Action]:
    for line in resources.text(f"demo/{name}.jsonl").splitlines():
        yield action_from_json(json.loads(line))


def _import(kind: str, path: Path, location: str) -> ImportFile:
    request = ImportRequest(str(path), ImportOptions(kind=kind, location=location))
    return ImportFile(action_id=uuid5(_IDS, path.name), request=request)


def _write_stock(path: Path, today: date) -> None:
    """The stock of the demo with the dates that its days from today mean."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("sku", "location", "quantity", "lot", "serial", "expires_on"))
        for row in csv.DictReader(resources.text("demo/stock.csv").splitlines()):
            days = row.pop("expires_in_days")
            expires = (today + timedelta(days=int(days))).isoformat() if days else ""
            writer.writerow((*row.values(), expires))
