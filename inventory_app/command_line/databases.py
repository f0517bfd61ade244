"""``database test`` and ``database migrate``."""

from __future__ import annotations

from inventory_app.command_line.opening import Given, config_of, prepared, reached
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import Status, failed
from inventory_app.database import schema
from inventory_app.database.database import Database
from inventory_app.database.diagnosis import Check, Diagnosis, diagnose
from inventory_app.database.diagnosis import Status as Found
from inventory_app.settings.store import SettingsStore

_MARKS = {Found.OK: "ok", Found.WARN: "!", Found.FAIL: "FAILED", Found.SKIPPED: "-"}


async def check(given: Given, settings: SettingsStore, output: Output) -> Status:
    """Check the database from the outside in, and change nothing."""
    diagnosis = await diagnose(config_of(given, settings, output))
    if output.as_json:
        output.result(_values(diagnosis))
    else:
        output.text(diagnosis.place)
        for check in diagnosis.checks:
            output.text(_line(check))
        output.text(diagnosis.summary)
    return Status.DONE if diagnosis.usable else Status.UNREACHABLE


def _values(diagnosis: Diagnosis) -> dict[str, object]:
    return {
        "outcome": "committed" if diagnosis.usable else "failed",
        "usable": diagnosis.usable,
        "database": diagnosis.place,
        "message": diagnosis.summary,
        "checks": [
            {
                "name": check.name,
                "status": check.status.value,
                "message": check.sentence,
                "milliseconds": None if check.milliseconds is None else round(check.milliseconds, 1),
                "details": check.details,
            }
            for check in diagnosis.checks
        ],
    }


def _line(check: Check) -> str:
    took = f"  ({check.milliseconds:.0f} ms)" if check.milliseconds is not None else ""
    return f"{_MARKS[check.status]:>7}  {check.name:<12} {check.sentence}{took}"


async def migrate(given: Given, settings: SettingsStore, output: Output) -> Status:
    """Make the tables, or bring them up to what this program needs."""
    config = config_of(given, settings, output)
    async with reached(config) as database:
        before = await _revision(database)
        await prepared(database, migrate=True)
    message = (
        f"The tables are of version {before} already; nothing to do."
        if before == schema.HEAD_REVISION
        else f"The tables are of version {schema.HEAD_REVISION} now (before: {before or 'none'})."
    )
    if output.as_json:
        values = {"outcome": "committed", "database": config.display(), "before": before, "message": message}
        output.result({**values, "version": schema.HEAD_REVISION})
    else:
        output.text(message)
    return Status.DONE


async def _revision(database: Database) -> str | None:
    try:
        return await schema.current_revision(database)
    except Exception as error:
        raise failed(error) from error
