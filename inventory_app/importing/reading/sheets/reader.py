"""The asking side of the workbook's reader: starts it, takes its blocks, and says in plain words how it ended."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from inventory_app.child_process import child_environment
from inventory_app.domain.errors import Refusal
from inventory_app.importing import frames
from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.sheets.child import HEAD, WHOLE
from inventory_app.importing.reading.sheets.limits import SILENCE, damaged, too_large

_MODULE = "inventory_app.importing.reading.sheets.child"
_LOOK = 0.5


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """Which sheet ('' : the first one that holds anything) and how its numbers and dates become text.

    ``apart``: the first row from this number on comes as a block of its own, as the first `HEAD` rows do.
    """

    sheet: str = ""
    decimal: str = "."
    dates: str = ""
    apart: int = 0


class SheetReader:
    """A running reader."""

    def __init__(self, path: Path, process: subprocess.Popen[bytes]) -> None:
        self._path = path
        self._process = process
        self._waiting_since = 0.0
        self._ended = False
        self._head: list[Block] = []
        self.done = 0.0
        self.sheet = ""
        self.sheets: tuple[tuple[str, bool], ...] = ()
        self.width = 0

    def begin(self) -> None:
        """Wait until the sheet is found; raises Refusal when there is none."""
        kind, payload = self._frame()
        if kind != frames.HEADER:
            raise self._ended_early()
        values = frames.to_json(payload)
        self.sheet, self.width = values["sheet"], values["width"]
        self.sheets = tuple((name, hidden) for name, hidden in values["sheets"])

    def head(self) -> list[Block]:
        """The first rows, each a block of its own; `blocks` begins with them all the same."""
        while len(self._head) < HEAD and not self._ended:
            block = self._next()
            if block is not None:
                self._head.append(block)
        return self._head

    def blocks(self) -> Iterator[Block]:
        """All rows."""
        yield from self.head()
        while (block := self._next()) is not None:
            yield block

    def watch(self, stop: threading.Event) -> None:
        """End the reader when it gives no sign of life while it is waited for."""
        while not stop.wait(_LOOK):
            since = self._waiting_since
            if since and time.monotonic() - since > SILENCE:
                self._process.kill()

    def _next(self) -> Block | None:
        if self._ended:
            return None
        kind, payload = self._frame()
        if kind == frames.END:
            self._ended = True
            return None
        self.done = int.from_bytes(payload[8:16], "big") / WHOLE
        return Block(payload[16:], int.from_bytes(payload[:8], "big"), well_formed=True)

    def _frame(self) -> tuple[bytes, bytes]:
        pipe = self._process.stdout
        assert pipe is not None  # noqa: S101 - it was started with a pipe
        self._waiting_since = time.monotonic()
        prefix = pipe.read(frames.PREFIX)
        if len(prefix) < frames.PREFIX:
            raise self._ended_early()
        kind, length = frames.unpack_prefix(prefix)
        payload = pipe.read(length)
        self._waiting_since = 0.0
        if len(payload) < length:
            raise self._ended_early()
        if kind == frames.REFUSED:
            told = frames.to_json(payload)
            raise Refusal(told["code"], told["message"], field=told["field"])
        return kind, payload

    def _ended_early(self) -> Refusal:
        """Killed for its memory or its time, or by a file that its library cannot bear."""
        status = self._process.wait()
        if status < 0:
            return too_large(self._path, "the workbook takes too much memory or time to be read")
        return damaged(self._path, "reading it failed")


@contextmanager
def read_sheet(path: Path, request: SheetRequest) -> Iterator[SheetReader]:
    """A running reader; ended for certain when the block ends. Raises Refusal for what is no workbook."""
    values = {
        "path": str(path),
        "sheet": request.sheet,
        "decimal": request.decimal,
        "dates": request.dates,
        "apart": request.apart,
    }
    process = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-P", "-m", _MODULE, json.dumps(values)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=child_environment(),
    )
    reader, stop = SheetReader(path, process), threading.Event()
    watcher = threading.Thread(target=reader.watch, args=(stop,), daemon=True)
    watcher.start()
    try:
        reader.begin()
        yield reader
    finally:
        stop.set()
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait()
        watcher.join()
