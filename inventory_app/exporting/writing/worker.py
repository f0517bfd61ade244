"""The writing process: ``python -m inventory_app.exporting.writing.worker``.

Its job is the first line of standard input, its file is standard output. On standard error it says how many rows are
written (``rows 10000``) and why it refuses (``refused {…}``); anything else there is a fault.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import polars as pl

from inventory_app.domain.errors import Refusal
from inventory_app.exporting.formats import Format
from inventory_app.exporting.job import WriteTable
from inventory_app.exporting.writing.ahead import one_ahead
from inventory_app.exporting.writing.csv_file import CsvWriter
from inventory_app.exporting.writing.json_lines import JsonLinesWriter
from inventory_app.exporting.writing.shaping import shaped, stored_schema
from inventory_app.exporting.writing.sources import copied_rows, sqlite_rows
from inventory_app.exporting.writing.workbook import WorkbookWriter
from inventory_app.exporting.writing.writer import Writer

REFUSED = 2
NOBODY_READS = 3
_WRITERS: Mapping[Format, type[Writer]] = {
    Format.CSV: CsvWriter,
    Format.XLSX: WorkbookWriter,
    Format.JSONL: JsonLinesWriter,
}


def main() -> int:
    """Do the one job."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the sender to answer
    pipe = sys.stdin.buffer
    job = WriteTable.from_line(pipe.readline())
    try:
        for rows in write_table(job, pipe, sys.stdout.buffer):
            _say(f"rows {rows}")
    except Refusal as refusal:
        _say(f"refused {json.dumps({'code': refusal.code, 'message': refusal.message, 'field': refusal.field})}")
        return REFUSED
    except BrokenPipeError:
        # What Python would still flush at its end goes nowhere instead of into a complaint.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    return 0


def write_table(job: WriteTable, pipe: BinaryIO, output: BinaryIO) -> Iterator[int]:
    """Write the table; tells after each block how many rows are written. Raises Refusal."""
    make = _WRITERS[job.format]
    writer = make(output, job.columns, raw=job.raw)
    schema = stored_schema(job.columns)
    count = 0
    try:
        for stored in one_ahead(_stored(job, pipe, schema)):
            writer.write(shaped(stored, job.columns, guard=make.guards and not job.raw))
            count += stored.height
            yield count
    except BaseException:
        writer.abandon()
        raise
    writer.finish()
    output.flush()


def _stored(job: WriteTable, pipe: BinaryIO, schema: Mapping[str, pl.DataType]) -> Iterator[pl.DataFrame]:
    if not job.database:
        return copied_rows(pipe, schema)
    threading.Thread(target=_leave_with_sender, args=(pipe.fileno(),), daemon=True).start()
    return sqlite_rows(job, schema)


def _leave_with_sender(descriptor: int) -> None:
    """End at once when the sender's end of the pipe closes: nobody wants the file any more."""
    while os.read(descriptor, 1):
        pass
    os._exit(NOBODY_READS)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
