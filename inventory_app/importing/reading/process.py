"""The asking side of the reading process: starts it, hands its frames on, and ends it whatever happens."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from inventory_app.child_process import child_environment, end_child
from inventory_app.domain.errors import Refusal
from inventory_app.importing import frames
from inventory_app.importing.checks.suggestions import Suggestion
from inventory_app.importing.jobs import Inspect, Job, ReadRecords, SuggestRepairs, WriteRejects, job_to_json
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.mapping.columns import ColumnProposal
from inventory_app.importing.reading.findings import Finding, Findings
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.preview import Preview

_MODULE = "inventory_app.importing.worker"
_SHOWN_ERROR = 4_000
_PIPE_BUFFER = 1 << 20


class ReadingFailed(Exception):  # noqa: N818 - it is an outcome, named as those are
    """The reading process ended without an answer: killed, out of memory, or a fault of ours. Nothing was saved."""


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """How far the file is read."""

    done: int
    total: int
    records: int


@dataclass(frozen=True, slots=True)
class StageHeader:
    """How the file is being read. ``columns``: those of the staged rows, with their types."""

    file_format: FileFormat
    mapping: Mapping
    columns: dict[str, str]
    size: int


@dataclass(frozen=True, slots=True)
class StageEnd:
    """The whole file was read. ``said`` is a sum of what its good rows say, of kinds that add to what is there."""

    records: int
    sha256: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Inspected:
    """The beginning of a file; without a mapping the reason why there is none.

    ``findings`` : what was found out or is proposed, by the names of the options. ``sheets`` : those of a workbook,
    each with whether it is hidden. ``presets`` : names of those that the headers look like, of whatever kind.
    ``columns`` : what else columns may mean.
    """

    preview: Preview
    mapping: Mapping | None
    mapping_problem: str
    findings: Findings = field(default_factory=dict)
    sheets: tuple[tuple[str, bool], ...] = ()
    presets: tuple[str, ...] = ()
    columns: tuple[ColumnProposal, ...] = ()


class ReadingProcess:
    """One running job. Frames come in the order HEADER, ROWS, PROBLEMS, CANDIDATES, END; progress in between."""

    def __init__(
        self, process: asyncio.subprocess.Process, errors: IO[bytes], report: Callable[[ReadProgress], None]
    ) -> None:
        self._process = process
        self._errors = errors
        self._report = report
        self._waiting: tuple[bytes, bytes] | None = None
        self._size = 0

    async def header(self) -> StageHeader:
        """How the file is read; raises Refusal for one that cannot be."""
        values = await self.json_of(frames.HEADER)
        self._size = values["size"]
        file_format = FileFormat.from_json(values["format"])
        return StageHeader(file_format, Mapping.from_json(values["mapping"]), values["columns"], self._size)

    async def copy_data(self, kind: bytes) -> AsyncIterator[bytes]:
        """The payloads of one kind, up to the first frame of another."""
        while True:
            found, payload = await self._next()
            if found != kind:
                self._waiting = (found, payload)
                return
            yield payload

    async def end(self) -> StageEnd:
        """Waits until the whole file is read; raises Refusal or ReadingFailed when it cannot be."""
        values = await self.json_of(frames.END)
        return StageEnd(values["records"], values["sha256"], values["said"])

    async def send(self, kind: bytes, payload: bytes = b"") -> None:
        """One more frame for a job that waits for some; waits while the process has enough to do."""
        assert self._process.stdin is not None  # noqa: S101 - it was started with a pipe
        try:
            self._process.stdin.write(frames.pack(kind, payload))
            await self._process.stdin.drain()
        except ConnectionError as ended:
            raise ReadingFailed(await self._why()) from ended

    async def json_of(self, kind: bytes) -> dict[str, Any]:
        """The next frame, which has to be of this kind."""
        found, payload = await self._next()
        if found != kind:
            raise ReadingFailed(f"The reading process said {found!r} where {kind!r} was due.")
        return frames.to_json(payload)

    async def _next(self) -> tuple[bytes, bytes]:
        """The next frame that is not progress."""
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            return waiting
        while True:
            kind, payload = await self._read_frame()
            if kind == frames.REFUSED:
                told = frames.to_json(payload)
                raise Refusal(told["code"], told["message"], field=told["field"])
            if kind != frames.PROGRESS:
                return kind, payload
            told = frames.to_json(payload)
            self._report(ReadProgress(told["bytes"], self._size, told["records"]))

    async def _read_frame(self) -> tuple[bytes, bytes]:
        stdout = self._process.stdout
        assert stdout is not None  # noqa: S101 - it was started with a pipe
        try:
            kind, length = frames.unpack_prefix(await stdout.readexactly(frames.PREFIX))
            return kind, await stdout.readexactly(length)
        except (asyncio.IncompleteReadError, ValueError) as ended:
            raise ReadingFailed(await self._why()) from ended

    async def _why(self) -> str:
        code = await self._process.wait()
        self._errors.seek(0)
        said = self._errors.read()[-_SHOWN_ERROR:].decode(errors="replace").strip()
        return f"The process that reads the file ended too early (status {code}). {said}".strip()


@asynccontextmanager
async def reading_process(
    job: Job, report: Callable[[ReadProgress], None] = lambda _: None
) -> AsyncIterator[ReadingProcess]:
    """A running job; ended for certain when the block ends, also when it is cancelled."""
    with tempfile.TemporaryFile() as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", _MODULE,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
            limit=_PIPE_BUFFER,
            env=child_environment(),
        )  # fmt: skip
        try:
            assert process.stdin is not None  # noqa: S101 - it was started with a pipe
            process.stdin.write(frames.pack(frames.HEADER, frames.json_bytes(job_to_json(job))))
            yield ReadingProcess(process, errors, report)
        finally:
            await end_child(process)


async def inspect_file(job: Inspect) -> Inspected:
    """The beginning of a file and its mapping; raises Refusal for a file that cannot be read."""
    async with reading_process(job) as process:
        values = await process.json_of(frames.HEADER)
    mapping = Mapping.from_json(values["mapping"]) if values["mapping"] else None
    findings = {name: Finding.from_json(finding) for name, finding in values["findings"].items()}
    sheets = tuple((name, hidden) for name, hidden in values["sheets"])
    return Inspected(
        Preview.from_json(values["preview"]),
        mapping,
        values["mapping_problem"],
        findings,
        sheets,
        tuple(values["presets"]),
        tuple(map(ColumnProposal.from_json, values["columns"])),
    )


async def write_rejects_file(job: WriteRejects) -> int:
    """Write the rejects file; how many records it holds. Raises Refusal when that cannot be done.

    Nothing of it is left when it was stopped: the process that wrote it was killed and could not see to that.
    """
    try:
        async with reading_process(job) as process:
            values = await process.json_of(frames.END)
    finally:
        _remove(job.partial)
    return int(values["rejected"])


def _remove(path: str) -> None:
    """At once, also while the loop ends."""
    Path(path).unlink(missing_ok=True)


async def suggested_repairs(job: SuggestRepairs, pages: Iterable[bytes]) -> tuple[Suggestion, ...]:
    """What would mend the problems of these pages, counted over all of them."""
    async with reading_process(job) as process:
        for page in pages:
            await process.send(frames.PROBLEMS, page)
        await process.send(frames.END)
        values = await process.json_of(frames.END)
    return tuple(map(Suggestion.from_json, values["suggestions"]))


async def records_of(job: ReadRecords) -> dict[int, tuple[str, ...]]:
    """Some records of a file by their numbers; raises Refusal for a file that cannot be read."""
    async with reading_process(job) as process:
        found = {}
        while values := await process.json_of(frames.HEADER):
            found[values["record"]] = tuple(values["cells"])
        await process.json_of(frames.END)
    return found
