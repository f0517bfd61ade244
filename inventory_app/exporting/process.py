"""The asking side of the writing process: starts it, feeds it, listens, and ends it whatever happens."""

from __future__ import annotations

import asyncio
import json
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import BinaryIO

from inventory_app.child_process import child_environment, end_child
from inventory_app.domain.errors import Refusal
from inventory_app.exporting.job import WriteTable
from inventory_app.exporting.leftovers import held, sweep

_MODULE = "inventory_app.exporting.writing.worker"
_SCRATCH = "stockroom-export-"
_PIECE = 1 << 18
_SHOWN_ERROR = 4_000
_SYSTEM_ERROR = re.compile(r"OSError: \[Errno [0-9]+\] (.+)")


class WritingFailed(Exception):  # noqa: N818 - it is an outcome, named as those are
    """The writing process ended without finishing: killed, disk full, or a fault of ours. There is no file.

    ``detail`` is what it said last, for the log.
    """

    def __init__(self, message: str, detail: str) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail


class WritingProcess:
    """One running job."""

    def __init__(self, process: asyncio.subprocess.Process, report: Callable[[int], None]) -> None:
        self._process = process
        self._report = report
        self._refusal: Refusal | None = None
        self._said: list[str] = []
        self._rows = 0

    @property
    def has_ended(self) -> bool:
        """Whether it reads no more; `finish` tells why."""
        stdin = self._process.stdin
        return self._process.returncode is not None or stdin is None or stdin.is_closing()

    async def feed(self, data: bytes) -> None:
        """Some of the rows that come on its standard input. Raises ConnectionError when it has ended."""
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - it was started with a pipe
        stdin.write(data)
        await stdin.drain()

    def end_rows(self) -> None:
        """All rows were fed."""
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - it was started with a pipe
        stdin.close()

    async def finish(self) -> int:
        """Wait until everything is written; how many rows. Raises Refusal or WritingFailed."""
        await self._listen()
        status = await self._process.wait()
        if self._refusal is not None:
            raise self._refusal
        if status:
            detail = "\n".join(self._said)[-_SHOWN_ERROR:]
            message = f"The file could not be written: {_why(self._said)} (status {status})."
            raise WritingFailed(message, detail)
        return self._rows

    async def copy_output(self, pipe: BinaryIO) -> None:
        """Hand on what it writes. Raises BrokenPipeError when nobody reads."""
        stdout = self._process.stdout
        assert stdout is not None  # noqa: S101 - asked for only when it was started with a pipe
        while piece := await stdout.read(_PIECE):
            pipe.write(piece)
        pipe.flush()

    async def _listen(self) -> None:
        stderr = self._process.stderr
        assert stderr is not None  # noqa: S101 - it was started with a pipe
        while line := (await stderr.readline()).decode(errors="replace"):
            word, _, rest = line.partition(" ")
            if word == "rows":
                self._rows = int(rest)
                self._report(self._rows)
            elif word == "refused":
                told = json.loads(rest)
                self._refusal = Refusal(told["code"], told["message"], field=told["field"])
            else:
                self._said.append(line.rstrip())


def _why(said: Sequence[str]) -> str:
    """The system's own word, such as that the disk is full; the rest of a fault is for the log."""
    last = said[-1] if said else ""
    found = _SYSTEM_ERROR.match(last)
    return found.group(1) if found else "the process that writes it ended too early"


def _sweep_scratch() -> None:
    """Remove the folders of those that were killed."""
    sweep(Path(tempfile.gettempdir()).glob(f"{_SCRATCH}*"))


@asynccontextmanager
async def writing_process(
    job: WriteTable, output: BinaryIO | None, report: Callable[[int], None]
) -> AsyncIterator[WritingProcess]:
    """A running job; ended for certain when the block ends, also when it is cancelled. ``output`` None: a pipe."""
    # What it keeps on disk while it writes goes with it, also when it is killed; should we be, with the next one.
    _sweep_scratch()
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, ignore_cleanup_errors=True) as scratch, held(Path(scratch)):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", _MODULE,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE if output is None else output,
            stderr=asyncio.subprocess.PIPE,
            limit=_PIECE,
            env={**child_environment(), "TMPDIR": scratch, "TEMP": scratch, "TMP": scratch},
        )  # fmt: skip
        try:
            assert process.stdin is not None  # noqa: S101 - it was started with a pipe
            process.stdin.write(job.to_line())
            yield WritingProcess(process, report)
        finally:
            await end_child(process)
