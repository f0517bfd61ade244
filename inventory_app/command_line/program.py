"""Reads the command line, runs the command, and turns whatever happens into an exit status."""

from __future__ import annotations

import asyncio
import logging
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

from inventory_app.command_line.arguments import parse
from inventory_app.command_line.opening import Given, Opened, opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import CannotDo, Status, WrongUsage, failed
from inventory_app.command_line.stopping import stoppable
from inventory_app.settings import declared
from inventory_app.settings.logging_setup import set_up_logging
from inventory_app.settings.places import Places, be_private
from inventory_app.settings.store import SettingsStore

log = logging.getLogger(__name__)

Command: TypeAlias = Callable[[Opened, Namespace, Output], Awaitable[Status]]

# Module and function of each command. They are loaded when they are asked for: some cost more than a short one takes.
_COMMANDS: Mapping[str, tuple[str, str]] = {
    "apply": ("apply", "apply"),
    "demo": ("demo", "demo"),
    "export": ("exporting", "export_table"),
    "import": ("importing", "import_file"),
    "stock": ("stock", "stock"),
    "verify": ("verifying", "verify_books"),
}
# What does not go together is told before any database is asked.
_CHECKS: Mapping[str, tuple[str, str]] = {
    "export": ("exporting", "export_request_of"),
    "import": ("importing", "request_of"),
}


@dataclass
class Ended:
    """The status of a command that has told its outcome: a stop while the database is closed changes nothing of it."""

    status: Status | None = None


def _load(place: tuple[str, str]) -> Any:
    module, name = place
    return getattr(import_module(f"inventory_app.command_line.{module}"), name)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit status."""
    output = Output.standard()
    try:
        given = parse(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    be_private()
    output.as_json = given.json
    settings = SettingsStore(Places.of_user())
    log_setup = set_up_logging(
        settings.places.log_file, settings.get(declared.LOG_LEVEL), sql=settings.get(declared.SQL_LOG)
    )
    output.notes(text for text in (*settings.notices, log_setup.notice) if text)
    try:
        return int(_run(given, settings, output))
    finally:
        output.finish()
        log_setup.close()


def _run(given: Namespace, settings: SettingsStore, output: Output) -> Status:
    """Run the command to one of the four statuses; no traceback reaches anybody."""
    ended = Ended()
    try:
        return asyncio.run(stoppable(_command(given, settings, output, ended)))
    except WrongUsage as wrong:
        output.note(f"inventory-app {given.command}: {wrong.message}")
        return Status.WRONG_USAGE
    except CannotDo as end:
        return _tell(given, output, end)
    except (KeyboardInterrupt, asyncio.CancelledError):
        if ended.status is not None:
            return ended.status
        return _tell(given, output, CannotDo("cancelled", "Stopped."))
    except Exception as error:
        log.exception("%s failed", given.command)
        unforeseen = failed(error)
        if not unforeseen.unreachable:
            output.note(f"Details are in {settings.places.log_file}.")
        return _tell(given, output, unforeseen)


async def _command(given: Namespace, settings: SettingsStore, output: Output, ended: Ended) -> Status:
    database = Given(given.database, given.password_stdin, not given.no_migrate, getattr(given, "jobs", 1))
    if given.command == "database":
        work = _load(("databases", "check" if given.what == "test" else "migrate"))
        return Status(await work(database, settings, output))
    if given.command in _CHECKS:
        _load(_CHECKS[given.command])(given)
    command: Command = _load(_COMMANDS[given.command])
    async with opened(database, settings, output) as use:
        ended.status = await command(use, given, output)
    return ended.status


def _tell(given: Namespace, output: Output, end: CannotDo) -> Status:
    """Say why nothing was done, also to a program that waits for JSON."""
    if end.detail:
        log.warning("%s: %s", given.command, end.detail)
    if output.as_json or given.command == "apply":
        output.result(_empty(given) | {"outcome": end.outcome, "message": end.message})
    output.note(end.message)
    return end.status


def _empty(given: Namespace) -> dict[str, object]:
    """The keys that a reader of this command's JSON expects, with nothing in them."""
    if given.command == "apply":
        return {"id": None, "action": None, "tries": 0, "seconds": 0.0, "result": {}, "repeated": False}
    if given.command == "import":
        return dict(_load(("importing", "empty_import"))(given))
    if given.command == "stock":
        return {"levels": []}
    return {}
