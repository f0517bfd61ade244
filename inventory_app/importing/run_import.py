"""An import from request to outcome: performed as an action, and its rejected rows written beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from inventory_app.actions.action import Context
from inventory_app.actions.outcome import (
    Committed,
    DryRun,
    Failed,
    Outcome,
    Progress,
    Refused,
    word_of,
)
from inventory_app.actions.perform import perform
from inventory_app.actions.perform.outbox import Outbox
from inventory_app.actions.perform.policy import Policy
from inventory_app.database.database import Database
from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import counted
from inventory_app.exporting.whole_file import partial_path
from inventory_app.importing.import_file import Findings, ImportFile
from inventory_app.importing.jobs import WriteRejects
from inventory_app.importing.mapping.presets import recognised
from inventory_app.importing.mapping.recipe import Recipe, recipe_of_import
from inventory_app.importing.reading.process import ReadingFailed, write_rejects_file
from inventory_app.importing.request import Counts, ImportOutcome, ImportRequest
from inventory_app.importing.saving.runs import mapping_json

_NOT_WRITTEN = "The rejected rows were not written: that was stopped."
_SAVED = "The stop came too late for the import: it is saved."


async def run_import(
    database: Database,
    request: ImportRequest,
    *,
    context: Context,
    policy: Policy | None = None,
    report: Callable[[Progress], None] = lambda _progress: None,
    outbox: Outbox | None = None,
) -> ImportOutcome:
    """Import a file and say what became of it; never raises for anything that happens to the import.

    The window performs an `ImportFile` through its own runner and calls `finish_import` with what became of it.
    """
    action = ImportFile(request=request)
    outcome = await perform(database, action, context=context, policy=policy, report=report, outbox=outbox)
    return await finish_import(action, outcome)


async def finish_import(action: ImportFile, outcome: Outcome) -> ImportOutcome:
    """The outcome in the words of the contract, and the rejects file when one was asked for.

    What became of the import is decided: a cancel stops the writing of the rejects alone.
    """
    findings, message, written = action.findings, outcome.message, 0
    try:
        if isinstance(outcome, Committed | DryRun | Refused) and findings.errors is not None:
            try:
                written, said = await _write_rejects(action, findings)
            except asyncio.CancelledError:
                _take_cancel()
                said = f"{_NOT_WRITTEN} {_SAVED}" if isinstance(outcome, Committed) else _NOT_WRITTEN
            message = f"{message} {said}"
        if isinstance(outcome, Committed):
            message = " ".join((message, *outcome.notes))
        pages = findings.take_pages() if isinstance(outcome, DryRun) else None
    finally:
        findings.close()
    result = outcome.result if isinstance(outcome, Committed | DryRun) else {}
    import_id = result.get("import_id")
    return ImportOutcome(
        outcome=word_of(outcome),
        message=message,
        action_id=action.action_id,
        import_id=import_id if isinstance(import_id, int) else None,
        counts=_counts(outcome, findings),
        problems=findings.problems,
        pages=pages,
        would_refuse=findings.would_refuse,
        rejects_written=written,
        repeated=isinstance(outcome, Committed) and outcome.repeated,
        unreachable=isinstance(outcome, Failed) and outcome.unreachable,
        detail=outcome.detail if isinstance(outcome, Failed) else "",
        presets=_presets(action, findings),
        sha256=findings.staged.end.sha256 if findings.staged is not None else "",
        tries=outcome.tries,
        seconds=outcome.seconds,
    )


def recipe_of_action(action: ImportFile) -> Recipe | None:
    """What an import was done with, for the repaired file of its rejects; None when its file was never read."""
    staged = action.findings.staged
    if staged is None:
        return None
    return recipe_of_import(mapping_json(action.request, staged), action.request.options.to_json())


def _take_cancel() -> None:
    """The cancel became a sentence of the outcome: the task that carries it goes on and may wait again."""
    task = asyncio.current_task()
    while task is not None and task.cancelling():
        task.uncancel()


def _counts(outcome: Outcome, findings: Findings) -> Counts:
    """What was found, as far as the outcome lets it stand; a repeated import tells what the first one did."""
    if isinstance(outcome, Committed | DryRun):
        return Counts.from_json(outcome.result)
    if isinstance(outcome, Refused) and outcome.code == "rows_rejected":
        return findings.counts
    return Counts()


def _presets(action: ImportFile, findings: Findings) -> tuple[str, ...]:
    """The presets that know the file's header, when nobody said how its columns are mapped."""
    if action.request.flags or findings.staged is None:
        return ()
    headers = findings.staged.header.mapping.headers
    return tuple(preset.name for preset in recognised(headers, action.request.options.kind))


async def _write_rejects(action: ImportFile, findings: Findings) -> tuple[int, str]:
    """How many rows were written, and a sentence that says so or why not: the import itself stands either way."""
    staged, errors = findings.staged, findings.errors
    if staged is None or errors is None:
        return 0, ""
    job = WriteRejects(
        path=action.request.path,
        file_format=staged.header.file_format,
        sha256=staged.end.sha256,
        errors_file=errors.name,
        output=action.request.rejects,
        partial=str(partial_path(Path(action.request.rejects))),
        treatment=action.request.treatment,
    )
    try:
        written = await write_rejects_file(job)
    except (Refusal, ReadingFailed) as problem:
        return 0, f"The rejected rows could not be written: {problem}"
    return written, f"{counted(written, 'rejected row')} in {action.request.rejects}."
