"""`ImportFile`: a whole file as one action, with one transaction and one outcome."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, ClassVar

from sqlalchemy.ext.asyncio import AsyncConnection
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.outcome import Json, Progress
from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import counted
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.options import Mode
from inventory_app.importing.problem_pages import ProblemPages
from inventory_app.importing.rejects import refuse_output, write_errors
from inventory_app.importing.request import Counts, FoundProblem, ImportRequest
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.listing import Listed, all_problems, first_problems
from inventory_app.importing.saving.missing_names import MissingNames
from inventory_app.importing.saving.runs import record_run, refuse_again, request_hash
from inventory_app.importing.saving.saver import Saved, Saver
from inventory_app.importing.saving.savers import SAVERS
from inventory_app.importing.saving.staging import Staged, Staging, reading_report
from inventory_app.importing.saving.verdicts import decide, rejected_by_reason, rejected_records, warnings_by_reason

_NONE = Saved(0, 0, 0)


@dataclass
class Findings:
    """What a try has found out besides its result, for the dialog and the rejects file. Each try starts anew."""

    staged: Staged | None = None
    counts: Counts = field(default_factory=Counts)
    problems: tuple[FoundProblem, ...] = ()
    pages: ProblemPages | None = None
    would_refuse: bool = False
    errors: IO[str] | None = None

    def take_pages(self) -> ProblemPages | None:
        """All problems, for one who closes them."""
        pages, self.pages = self.pages, None
        return pages

    def close(self) -> None:
        """Let the lists of problems and errors go."""
        if self.pages is not None:
            self.pages.close()
            self.pages = None
        if self.errors is not None:
            self.errors.close()
            self.errors = None


@dataclass(frozen=True, kw_only=True)
class ImportFile(Action):
    """Import what ``request`` says. ``findings`` is where the doing leaves what the result does not hold.

    ``listed`` says which problems are left there; it changes nothing of what is done.
    """

    kind: ClassVar[str] = "import"
    stages: ClassVar[bool] = True
    request: ImportRequest
    listed: Listed = field(default=Listed.FIRST, compare=False)
    findings: Findings = field(default_factory=Findings, compare=False, repr=False)
    _staging: list[Staging] = field(default_factory=list, compare=False, repr=False)

    @override
    def title(self) -> str:
        return f"Import {self.request.options.kind} from {self.request.file_name}"

    @property
    @override
    def dry_run(self) -> bool:
        return self.request.options.dry_run

    @property
    @override
    def locks(self) -> tuple[str, ...]:
        saver = SAVERS.get(self.request.options.kind)
        return saver.locks if saver is not None else ()

    @override
    def anew(self) -> dict[str, Json] | None:
        return None if self.dry_run else self.request.to_json()

    @override
    def canonical(self) -> dict[str, Json]:
        request: dict[str, Json] = {
            "path": str(Path(self.request.path).resolve()),
            "flags": list(self.request.flags),
            "options": self.request.options.to_json(),
        }
        if not self.request.treatment.is_empty:
            request["treatment"] = self.request.treatment.to_json()
        return {"kind": self.kind, "request": request}

    @override
    async def stage(self, connection: AsyncConnection, report: Callable[[Progress], None]) -> None:
        if self.request.rejects:
            refuse_output(self.request.rejects, self.request.path)
        staging = Staging(self.request)
        self._staging.append(staging)
        staged = await staging.fill(connection, reading_report(self.action_id, report))
        if self.request.checked not in ("", staged.end.sha256):
            name = self.request.file_name
            raise Refusal("file_changed", f"{name} has changed since it was checked. Check it again.", field="file")
        self.findings.staged = staged

    @override
    async def unstage(self, connection: AsyncConnection) -> None:
        while self._staging:
            await self._staging.pop().clear(connection)

    @override
    async def run(self, work: Work) -> Done:
        staged = self.findings.staged
        if staged is None:
            raise RuntimeError("nothing was staged")
        batch = Batch(work, await work.session.connection(), staged.end.records)
        options = self.request.options
        saver = SAVERS[options.kind](batch, staged.header.mapping, options)
        known = await request_hash(batch, self.request, staged)
        if kind_of(options.kind).adds and not options.again:
            await refuse_again(work, known)
        if batch.is_postgresql:
            await batch.run("SET LOCAL work_mem = '64MB'")
        batch.tell("Checking the rows against the database")
        await batch.keep_missing_names(MissingNames(options.missing, self.request.treatment.missing))
        await saver.check()
        await decide(batch)
        counts = await self._save(batch, saver, staged)
        self.findings.counts = counts
        await self._list_problems(batch, staged)
        await batch.drop_tables()
        if self.findings.would_refuse and not self.dry_run:
            raise Refusal("rows_rejected", _rejected_message(counts), field="file")
        import_id = await record_run(work, self.request, staged, counts, known)
        result: dict[str, Json] = {**counts.to_json(), "import_id": None if self.dry_run else import_id}
        return Done(summary=self._summary(counts), result=result, topics=saver.topics)

    async def _save(self, batch: Batch, saver: Saver, staged: Staged) -> Counts:
        """Write the accepted rows, unless one bad row forbids them all."""
        reasons = await rejected_by_reason(batch)
        rejected, records = sum(reasons.values()), staged.end.records
        self.findings.would_refuse = bool(rejected) and self.request.options.mode is Mode.ATOMIC
        saved = _NONE
        if self.dry_run or not self.findings.would_refuse:
            batch.tell(f"Saving {records - rejected:,} rows")
            saved = await saver.save(records - rejected)
        return Counts(
            records=records,
            accepted=records - rejected,
            created=saved.created,
            updated=saved.updated,
            unchanged=saved.unchanged,
            rejected=rejected,
            rejected_by_reason=reasons,
            warnings_by_reason=await warnings_by_reason(batch),
            documents=saved.documents,
        )

    async def _list_problems(self, batch: Batch, staged: Staged) -> None:
        """Keep what is wrong: problems to look at, and all errors for the rejects file when one is wanted."""
        self.findings.close()
        if self.listed is Listed.FIRST:
            self.findings.problems = await first_problems(batch, staged.header.mapping)
        elif self.listed is Listed.ALL:
            batch.tell("Listing what was found")
            self.findings.pages = ProblemPages(staged.header.mapping)
            await all_problems(batch, self.findings.pages)
        if self.request.rejects and self.findings.counts.rejected:
            errors = tempfile.NamedTemporaryFile("w+", encoding="utf-8", suffix=".errors")  # noqa: SIM115 - see close
            self.findings.errors = errors
            async for part in rejected_records(batch):
                write_errors(errors, part)
            errors.flush()

    def _summary(self, counts: Counts) -> str:
        what = kind_of(self.request.options.kind).what
        orders = f" in {counted(counts.documents, 'order')}" if counts.documents else ""
        done = f"{counts.created:,} {what} created{orders}, {counts.updated:,} updated, {counts.unchanged:,} unchanged"
        left = f"; {counted(counts.rejected, 'row')} rejected" if counts.rejected else ""
        if not self.dry_run:
            return f"{done}{left}."
        if self.findings.would_refuse:
            return f"Tried: {done}{left}. Nothing was saved; all or nothing, it would be refused."
        return f"Tried: {done}{left}. Nothing was saved."


def _rejected_message(counts: Counts) -> str:
    reasons = ", ".join(f"{code} {count:,}" for code, count in counts.rejected_by_reason.items())
    return (
        f"{counted(counts.rejected, 'row')} of {counts.records:,} cannot be saved ({reasons}), and all or nothing was"
        " asked for. Nothing was saved."
    )
