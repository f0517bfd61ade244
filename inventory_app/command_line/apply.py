"""``apply``: actions from JSON Lines, N at a time, each in a session and a transaction of its own."""

from __future__ import annotations

import asyncio
import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from inventory_app.actions.action import Action
from inventory_app.actions.outcome import Committed, Conflict, Failed, Outcome, Refused, Unknown, word_of
from inventory_app.actions.perform import perform
from inventory_app.actions.registry import action_from_json
from inventory_app.command_line.lines import LONGEST_LINE, Line, LineReader
from inventory_app.command_line.opening import Opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import Status, WrongUsage, status_of
from inventory_app.command_line.stdin import own_stdin
from inventory_app.domain.errors import Refusal


async def apply(opened: Opened, given: Namespace, output: Output) -> Status:
    """Carry out the actions of a file or of standard input (``-``)."""
    application = Application(opened, output, LineReader(_source(given.file)))
    await application.run(given.jobs)
    return application.status


def _source(name: str) -> BinaryIO:
    """The file, for the reader alone: it may hang in it, and is not to be waited for at the end."""
    if name == "-":
        return own_stdin()
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise WrongUsage(f"{name}: {error.strerror or error}.") from error


class Application:
    """One run over a source of lines."""

    def __init__(self, opened: Opened, output: Output, lines: LineReader) -> None:
        self._opened = opened
        self._output = output
        self._lines = lines
        self._stopped = False
        self._words: set[str] = set()
        self._unreachable = False
        self._last = 0

    @property
    def status(self) -> Status:
        """What the run ends with."""
        return status_of(self._words, unreachable=self._unreachable)

    async def run(self, jobs: int) -> None:
        """Go on until the lines are over. A cancel stops what can be stopped; every action begun has its line."""
        workers = [asyncio.create_task(self._work(), name=f"apply {number}") for number in range(jobs)]
        try:
            await asyncio.wait(workers, return_when=asyncio.FIRST_EXCEPTION)
        except asyncio.CancelledError:
            self._stopped = True
            self._words.add("cancelled")
            for worker in workers:
                worker.cancel()
            await asyncio.wait(workers)
            self._output.note(f"Stopped. Lines after {self._last} were not begun.")
        await self._end(workers)

    async def _end(self, workers: list[asyncio.Task[None]]) -> None:
        for worker in workers:
            worker.cancel()
        ended = await asyncio.gather(*workers, return_exceptions=True)
        for error in ended:
            if isinstance(error, Exception):
                raise error

    async def _work(self) -> None:
        while not self._stopped and not self._output.closed:
            line = await self._lines.next()
            if line is None:
                return
            self._last = max(self._last, line.number)
            await self._take(line)
        self._words.add("cancelled")

    async def _take(self, line: Line) -> None:
        try:
            values = read_line(line)
            if values is None:
                return
            action = action_from_json(values)
        except Refusal as refusal:
            self._words.add("refused")
            self._output.result(refused_line(line, refusal))
            return
        opened = self._opened
        outcome = await perform(
            opened.database, action, context=opened.context, policy=opened.policy, outbox=opened.outbox
        )
        self._words.add(word_of(outcome))
        self._unreachable |= isinstance(outcome, Failed) and outcome.unreachable
        self._output.result(outcome_line(action, outcome))


def read_line(line: Line) -> Mapping[str, object] | None:
    """The JSON object of a line, None for an empty one. Raises Refusal."""
    if line.content is None:
        raise _unreadable(f"longer than {LONGEST_LINE:,} bytes")
    try:
        text = line.content.decode("utf-8-sig" if line.number == 1 else "utf-8")
        if not text.strip():
            return None
        values = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise _unreadable(f"not UTF-8 (byte {error.start + 1})") from error
    except json.JSONDecodeError as error:
        raise _unreadable(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise _unreadable(f"not JSON that can be read: {error}") from error
    if not isinstance(values, dict):
        raise _unreadable("not an object in braces")
    return values


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a field is given twice")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def _unreadable(what: str) -> Refusal:
    return Refusal("line_unreadable", f"{what}.")


def refused_line(line: Line, refusal: Refusal) -> dict[str, object]:
    """The outcome of a line that is no action; what it says of itself is told back where it can be read."""
    try:
        values: Mapping[str, object] = read_line(line) or {}
    except Refusal:
        values = {}
    known = {name: value if isinstance(value := values.get(name), str) else None for name in ("id", "action")}
    return {
        **known,
        "outcome": "refused",
        "message": f"Line {line.number}: {refusal.message}",
        "tries": 0,
        "seconds": 0.0,
        "result": {"code": refusal.code, "field": refusal.field, "line": line.number},
        "repeated": False,
    }


def outcome_line(action: Action, outcome: Outcome) -> dict[str, object]:
    """The outcome of an action, under the names of the contract."""
    return {
        "id": str(action.action_id),
        "action": action.kind,
        "outcome": word_of(outcome),
        "message": outcome.message,
        "tries": outcome.tries,
        "seconds": round(outcome.seconds, 6),
        "result": result_of(outcome),
        "repeated": isinstance(outcome, Committed) and outcome.repeated,
    }


def result_of(outcome: Outcome) -> dict[str, object]:
    """What an outcome carries beside its sentence."""
    match outcome:
        case Committed():
            return {**outcome.result, **({"notes": list(outcome.notes)} if outcome.notes else {})}
        case Refused():
            return {**outcome.result, "code": outcome.code, "field": outcome.field, "details": dict(outcome.details)}
        case Conflict():
            return {"differences": [_plain(asdict(one)) for one in outcome.differences]}
        case Failed() | Unknown():
            return {"detail": outcome.detail} if outcome.detail else {}
        case _:
            return {}


def _plain(values: dict[str, Any]) -> dict[str, object]:
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}
