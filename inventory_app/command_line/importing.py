"""``import``: a file as one action, and ``import --revert``: taking one back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from inventory_app.actions.outcome import Committed, Failed, Outcome, Phase, Progress, word_of
from inventory_app.actions.perform import perform
from inventory_app.actions.undo import Undo
from inventory_app.command_line.import_arguments import given_options
from inventory_app.command_line.opening import Opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.output_files import check_output_given
from inventory_app.command_line.status import CannotDo, Status, WrongUsage, status_of
from inventory_app.domain.errors import Refusal
from inventory_app.importing.mapping.presets import preset_of
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.mapping.saved import read_mapping
from inventory_app.importing.request import Counts, ImportOutcome, ImportRequest
from inventory_app.importing.run_import import run_import
from inventory_app.queries.imports import import_run

_PHASES = {
    Phase.WAITING: "waiting",
    Phase.STAGING: "reading",
    Phase.RUNNING: "saving",
    Phase.COMMITTING: "committing",
    Phase.RETRYING: "trying again",
    Phase.CHECKING: "asking what became of it",
}
_PROBLEMS_SHOWN = 20


def request_of(given: Namespace) -> ImportRequest:
    """What is to be imported, and how. Raises WrongUsage for what does not go together."""
    if given.revert is not None:
        if given.kind is not None:
            raise WrongUsage("--revert takes the number of an import and no file.")
        return ImportRequest("")
    if given.kind is None or given.file is None:
        raise WrongUsage("what is to be imported? Write import KIND FILE, or import --revert ID.")
    if given.rejects:
        kept = [(given.file, "the file that is imported"), (given.mapping or "", "the saved mapping")]
        check_output_given(given.rejects, kept)
    try:
        return _recipe(given).request(given.file, given_options(given), flags=given.flags, rejects=given.rejects)
    except Refusal as refusal:
        raise WrongUsage(refusal.message) from refusal


def _recipe(given: Namespace) -> Recipe:
    """What a preset or a saved mapping says; without either nothing, and the mapping is automatic."""
    if given.preset is not None:
        return preset_of(given.preset).recipe
    if given.mapping is not None:
        return read_mapping(Path(given.mapping)).recipe
    return Recipe(given.kind)


async def import_file(opened: Opened, given: Namespace, output: Output) -> Status:
    """Import a file, or take an import back."""
    if given.revert is not None:
        return await _revert(opened, given.revert, output)
    if given.rejects:
        check_output_given(given.rejects, ((file, "the database itself") for file in opened.database.config.files))
    outcome = await run_import(
        opened.database,
        request_of(given),
        context=opened.context,
        policy=opened.policy,
        outbox=opened.outbox,
        report=lambda progress: _show(output, progress),
    )
    output.progress("")
    if outcome.presets:
        output.note(f"The file looks like an export that is known: --preset {' or '.join(outcome.presets)}.")
    if output.as_json:
        output.result(outcome.to_json())
    else:
        _tell(output, outcome)
    if outcome.outcome == "dry_run" and not outcome.would_refuse:
        return Status.DONE
    return status_of({outcome.outcome}, unreachable=outcome.unreachable)


def empty_import(given: Namespace) -> Mapping[str, object]:
    """The keys of the JSON of an import, or of a revert, that did not even begin."""
    if given.revert is not None:
        return {"import_id": given.revert, "reverted": 0, "kept": 0, "kept_rows": [], "action_id": None}
    return {**Counts().to_json(), "import_id": None, "action_id": None, "tries": 0, "seconds": 0.0}


def _show(output: Output, progress: Progress) -> None:
    if not output.shows_progress:
        return
    words = progress.message or _PHASES[progress.phase]
    if progress.total:
        words = f"{words}: {progress.done:,} of {progress.total:,}"
    elif progress.done:
        words = f"{words}: {progress.done:,}"
    output.progress(words)


def _tell(output: Output, outcome: ImportOutcome) -> None:
    """The outcome as a person reads it; the problems go to standard error."""
    for problem in outcome.problems[:_PROBLEMS_SHOWN]:
        where = f"record {problem.record}, line {problem.line}"
        what = f"{problem.column} “{problem.value}”: " if problem.column else ""
        output.note(f"{where}: {what}{problem.text} ({problem.code})")
    counts = outcome.counts
    output.text(f"{outcome.outcome}: {outcome.message}")
    if counts.records:
        output.text(f"{counts.records:,} records: {counts.accepted:,} accepted, {counts.rejected:,} rejected")
    for title, reasons in (("Rejected", counts.rejected_by_reason), ("Warnings", counts.warnings_by_reason)):
        for code, count in reasons.items():
            output.text(f"  {title}: {code} {count:,}")
    if outcome.import_id is not None:
        output.text(f"Import {outcome.import_id}; take it back with: import --revert {outcome.import_id}")


async def _revert(opened: Opened, import_id: int, output: Output) -> Status:
    async with opened.database.read() as session:
        found = await import_run(session, import_id)
    if found is None:
        raise CannotDo("refused", f"There is no import {import_id}.")
    outcome = await perform(
        opened.database,
        Undo(of=found.action_id),
        context=opened.context,
        policy=opened.policy,
        outbox=opened.outbox,
    )
    values = _reverted(import_id, outcome)
    if output.as_json:
        output.result(values)
    else:
        output.text(f"{values['outcome']}: {outcome.message}")
        for row in _kept(outcome):
            output.text(f"  kept: {row.get('sku') or row.get('record')}, changed by {row['by']} at {row['at']}")
    status = status_of({word_of(outcome)}, unreachable=isinstance(outcome, Failed) and outcome.unreachable)
    return Status.NOT_DONE if status is Status.DONE and values["kept"] else status


def _reverted(import_id: int, outcome: Outcome) -> dict[str, object]:
    result = outcome.result if isinstance(outcome, Committed) else {}
    return {
        "outcome": word_of(outcome),
        "import_id": import_id,
        "reverted": result.get("reverted", 0),
        "kept": result.get("kept", 0),
        "kept_rows": result.get("kept_rows", []),
        "action_id": str(outcome.action_id),
        "message": outcome.message,
    }


def _kept(outcome: Outcome) -> list[Mapping[str, object]]:
    rows = outcome.result.get("kept_rows") if isinstance(outcome, Committed) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
