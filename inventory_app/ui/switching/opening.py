"""Opening a database for the window: checked from the outside in, its tables brought up to date, or a reason why
not.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.diagnosis import Diagnosis, Status, diagnose
from inventory_app.database.faults import FaultKind, classify
from inventory_app.database.schema import SchemaState
from inventory_app.domain.errors import Refusal
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

log = logging.getLogger(__name__)

# Asks the person whether the tables may be brought up to date; False leaves the database as it is.
MayMigrate: TypeAlias = Callable[[], Awaitable[bool]]

DECLINED = QT_TRANSLATE_NOOP(
    "Database", "Its tables were left at their older version, which this program cannot work with."
)


class CannotOpen(Exception):  # noqa: N818 - an answer for the person, not a fault of the program
    """Why a database cannot be used. ``unreachable``: it may answer later by itself."""

    def __init__(
        self, message: str, *, detail: str = "", unreachable: bool = False, diagnosis: Diagnosis | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail
        self.unreachable = unreachable
        self.diagnosis = diagnosis


def opened(config: DatabaseConfig) -> Database:
    """The database, not yet connected. Raises CannotOpen when not even its file can be made."""
    try:
        return Database.open(config)
    except OSError as error:
        fault = classify(error)
        raise CannotOpen(f"{fault.kind.words}.", detail=fault.detail, unreachable=True) from error


async def prepared(database: Database, may_migrate: MayMigrate) -> None:
    """Make the tables fit this program. Raises CannotOpen; the caller closes the database then."""
    try:
        older = await schema.state(database) is SchemaState.OLDER
        await schema.prepare(database, migrate=not older or await may_migrate())
    except Refusal as refusal:
        declined = refusal.code == "schema_older"
        raise CannotOpen(translate("Database", DECLINED) if declined else refusal.message) from refusal
    except Exception as error:
        fault = classify(error)
        log.warning("the database cannot be prepared: %s", fault.detail)
        # A refused login or a damaged file is out of reach, too, but does not come back by itself.
        comes_back = fault.connection_is_gone or fault.kind is FaultKind.TOO_MANY_CONNECTIONS
        raise CannotOpen(f"{fault.kind.words}.", detail=fault.detail, unreachable=comes_back) from error


async def better_words(config: DatabaseConfig, trouble: CannotOpen) -> CannotOpen:
    """The same trouble in the words of the checks, where they find it, too: which user, which file, what to do."""
    try:
        await checked(config)
    except CannotOpen as found:
        return CannotOpen(found.message, detail=found.detail)
    return trouble


async def checked(config: DatabaseConfig) -> None:
    """Go through all checks of a connection. Raises CannotOpen with the first that failed, in plain words."""
    diagnosis = await diagnose(config)
    if not diagnosis.usable:
        raise CannotOpen(reason_of(diagnosis), detail=details_of(diagnosis), unreachable=True, diagnosis=diagnosis)


def reason_of(diagnosis: Diagnosis) -> str:
    """The sentence of the first check that failed."""
    failed = next(check for check in diagnosis.checks if check.status is Status.FAIL)
    return f"{failed.name}: {failed.sentence}."


def details_of(diagnosis: Diagnosis) -> str:
    """All checks as lines to copy; passwords are masked in them already."""
    lines = [f"{diagnosis.place} at {diagnosis.checked_at:%Y-%m-%d %H:%M:%S} UTC"]
    for check in diagnosis.checks:
        took = f", {check.milliseconds:.1f} ms" if check.milliseconds is not None else ""
        lines.append(f"{check.name}: {check.sentence} [{check.status.value}{took}]")
        lines += [f"    {line}" for line in check.details.splitlines()]
    return "\n".join(lines)
