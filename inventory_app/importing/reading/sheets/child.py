"""The process that reads a workbook: ``python -m inventory_app.importing.reading.sheets.child REQUEST``.

It writes frames: a header with the names of the sheets, then the rows of one sheet as CSV text, then the end; or a
refusal. Its standard input stays open for as long as somebody wants the answer.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Protocol

from inventory_app.domain.errors import Refusal
from inventory_app.importing import frames
from inventory_app.importing.reading.format import MAX_RECORD
from inventory_app.importing.reading.refusals import file_refusal
from inventory_app.importing.reading.sheets.limits import MOST_TEXT, limit_process, too_large
from inventory_app.importing.reading.sheets.package import Package, main_part, refuse_other_archive
from inventory_app.importing.reading.sheets.xlsx import SheetName, SheetRow, XlsxWorkbook

HEAD = 200
WHOLE = 1_000_000
_ABANDONED = 3
_BLOCK = 1 << 20
_WIDEST_GAP = 1_000
_SHOWN_SHEETS = 20
_QUOTED = frozenset('",\r\n')


class Workbook(Protocol):
    """What both kinds of readers give. ``width``: how many columns the sheet being read says it has."""

    sheets: list[SheetName]
    width: int

    def rows(self, name: str) -> Iterator[SheetRow]: ...

    def progress(self, name: str) -> float: ...


def main(arguments: Sequence[str]) -> int:
    """Answer one request; 0 also when the answer is a refusal."""
    request = json.loads(arguments[0])
    path = Path(request["path"])
    threading.Thread(target=_leave_with_sender, daemon=True).start()
    limit_process(path)
    writer = frames.FrameWriter(sys.stdout.buffer)
    try:
        try:
            answer(path, request, writer)
        except MemoryError as error:
            raise too_large(path, "the workbook needs too much memory to be read") from error
    except Refusal as refusal:
        values = {"code": refusal.code, "message": refusal.message, "field": refusal.field}
        writer.write_json(frames.REFUSED, values)
    return 0


def answer(path: Path, request: dict[str, object], writer: frames.FrameWriter) -> None:
    """Write what is asked for of a workbook; raises Refusal for what cannot be read."""
    marks = (str(request["decimal"]), str(request["dates"]))
    with path.open("rb") as file:
        zipped = file.read(2) == b"PK"
    if not zipped:
        _write(path, _other(path, marks), request, writer)
        return
    with Package(path) as package:
        part = main_part(package)
        if part.endswith(".xml"):
            _write(path, XlsxWorkbook(package, part, *marks), request, writer)
            return
        if not part and not package.has("mimetype"):
            raise refuse_other_archive(package)
        package.unpack_all()
    _write(path, _other(path, marks), request, writer)


def _other(path: Path, marks: tuple[str, str]) -> Workbook:
    from inventory_app.importing.reading.sheets.others import OtherWorkbook  # noqa: PLC0415 - rarely needed

    return OtherWorkbook(path, *marks)


def _write(path: Path, workbook: Workbook, request: dict[str, object], writer: frames.FrameWriter) -> None:
    name, rows = _choose(path, workbook, str(request["sheet"]))
    head = list(islice(rows, HEAD))
    width = max(workbook.width, *(len(row.cells) for row in head))
    sheets = [[sheet.name, sheet.hidden] for sheet in workbook.sheets]
    writer.write_json(frames.HEADER, {"sheets": sheets, "sheet": name, "width": width})
    out = _RowWriter(path, writer, width, lambda: workbook.progress(name))
    for row in head:
        out.write(row, alone=True)
    apart = int(str(request["apart"]))
    for row in rows:
        alone = bool(apart) and row.number >= apart
        out.write(row, alone=alone)
        apart = 0 if alone else apart
    out.flush()
    writer.write_json(frames.END, {})


def _choose(path: Path, workbook: Workbook, wanted: str) -> tuple[str, Iterator[SheetRow]]:
    """The sheet that was asked for, or the first one that holds anything, and its rows."""
    names = [sheet.name for sheet in workbook.sheets]
    shown = sorted(workbook.sheets, key=lambda sheet: sheet.hidden)
    for name in [_find(path, names, wanted)] if wanted else [sheet.name for sheet in shown]:
        rows = workbook.rows(name)
        first = next(rows, None)
        if first is not None:
            return name, _chain(first, rows)
    what = f"its sheet “{_find(path, names, wanted)}” is empty" if wanted else "none of its sheets holds anything"
    raise file_refusal(path, what, "file_empty")


def _find(path: Path, names: Sequence[str], wanted: str) -> str:
    """A sheet by its name, exactly, then trimmed and case-folded; else by its position from 1 (also ``#2``)."""
    for fold in (str, _folded):
        for name in names:
            if fold(name) == fold(wanted):
                return name
    position = wanted.removeprefix("#")
    if position.isascii() and position.isdecimal() and len(position) < 6 and 1 <= int(position) <= len(names):
        return names[int(position) - 1]
    shown = ", ".join(f"{place} “{name}”" for place, name in enumerate(names[:_SHOWN_SHEETS], start=1))
    raise Refusal("sheet_unknown", f"{path.name}: there is no sheet “{wanted}”. Its sheets are {shown}.", field="sheet")


def _folded(name: str) -> str:
    return name.strip().casefold()


def _chain(first: SheetRow, rows: Iterator[SheetRow]) -> Iterator[SheetRow]:
    yield first
    yield from rows


class _RowWriter:
    """Gathers rows into blocks of CSV text: each row one record, each missing row an empty line."""

    def __init__(self, path: Path, writer: frames.FrameWriter, width: int, progress: Callable[[], float]) -> None:
        self._path = path
        self._writer = writer
        self._width = width
        self._progress = progress
        self._lines: list[str] = []
        self._size = self._total = 0
        self._first = self._next = 1

    def write(self, row: SheetRow, *, alone: bool) -> None:
        """Add a row; ``alone`` : as a block of its own."""
        missing = row.number - self._next
        if alone or missing > _WIDEST_GAP:
            self.flush()
        if self._lines:
            self._lines.append("\n" * missing)
        else:
            self._first = row.number
        line = csv_line(row.cells, self._width)
        if len(line) > MAX_RECORD:
            raise too_large(self._path, f"row {row.number:,} holds more than {MAX_RECORD >> 20} MB of text")
        self._lines.append(line)
        self._next = row.number + 1
        self._size += len(line) + missing
        if alone or self._size >= _BLOCK:
            self.flush()

    def flush(self) -> None:
        """Send what is gathered."""
        if not self._lines:
            return
        data = "".join(self._lines).encode("utf-8", "surrogatepass")
        self._lines.clear()
        self._size = 0
        self._total += len(data)
        if self._total > MOST_TEXT:
            raise too_large(self._path, f"the sheet holds more than {MOST_TEXT >> 30} GB of text")
        done = int(self._progress() * WHOLE)
        prefix = self._first.to_bytes(8, "big") + done.to_bytes(8, "big")
        self._writer.write_whole(frames.ROWS, prefix + data)


def csv_line(cells: Sequence[str], width: int) -> str:
    """One record of CSV, filled up with blank cells."""
    line = ",".join(cells)
    if '"' in line or "\n" in line or "\r" in line or line.count(",") >= len(cells):
        line = ",".join(map(_quoted, cells))
    return f"{line}{',' * (width - len(cells))}\n"


def _quoted(cell: str) -> str:
    if _QUOTED.isdisjoint(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _leave_with_sender() -> None:
    """End at once when the sender's end of the pipe closes."""
    while os.read(0, 1):
        pass
    os._exit(_ABANDONED)


if __name__ == "__main__":
    with suppress(BrokenPipeError):  # nobody wants the rest
        sys.exit(main(sys.argv[1:]))
    os._exit(_ABANDONED)
