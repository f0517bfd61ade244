"""The reading process: ``python -m inventory_app.importing.worker``.

It takes one job as a frame on its standard input and answers with frames on its standard output. Parsing holds an
interpreter for seconds, which would freeze a window that shared it. It knows no database but the private staging file.
The job's sender keeps our standard input open; when that ends, the sender is gone or has lost interest, and so have we.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from inventory_app.domain.errors import Refusal
from inventory_app.importing import frames
from inventory_app.importing.checks.blocks import LINE, RECORD, VERDICT, BlockChecker, staged_schema
from inventory_app.importing.checks.counting import ValueCounts
from inventory_app.importing.checks.dates import check_date_format
from inventory_app.importing.checks.suggestions import suggestions
from inventory_app.importing.checks.treating import check_treatment
from inventory_app.importing.jobs import (
    CountValues,
    Inspect,
    Job,
    ReadRecords,
    Stage,
    SuggestRepairs,
    WriteRejects,
    job_from_json,
)
from inventory_app.importing.key_hashes import KeyHashes
from inventory_app.importing.kinds import Kind, kind_of
from inventory_app.importing.mapping import Mapping, parse_flags, resolve
from inventory_app.importing.mapping.columns import proposed_columns
from inventory_app.importing.mapping.presets import recognised
from inventory_app.importing.reading.opening import OpenFile, open_file, proposals
from inventory_app.importing.reading.preview import preview_of
from inventory_app.importing.reading.some import read_some
from inventory_app.importing.rejects import write_rejects
from inventory_app.importing.targets import CopyTarget, SqliteTarget, Target, copy_text, new_staging_file

_ABANDONED = 3


def main() -> int:
    """Do the one job; 0 also when the answer is a refusal."""
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the sender to answer
    # Not sys.stdin: a thread that waits in a buffered reader would abort the interpreter's orderly end.
    pipe = sys.stdin.fileno()
    job = _read_job(pipe)
    if isinstance(job, Stage) and job.staging_file:
        new_staging_file(Path(job.staging_file))  # before anybody may remove it: it must not come up behind that
    watch = threading.Thread(target=_leave_with_sender, args=(pipe, job), daemon=True)
    if not isinstance(job, SuggestRepairs):  # what it reads from the pipe itself tells it when the sender is gone
        watch.start()
    writer = frames.FrameWriter(sys.stdout.buffer)
    try:
        run_job(job, writer, _pages(pipe))
    except Refusal as refusal:
        values = {"code": refusal.code, "message": refusal.message, "field": refusal.field}
        writer.write_json(frames.REFUSED, values)
    if isinstance(job, Stage) and job.staging_file:
        watch.join()  # the file needs somebody who removes it until the sender has it, and has ended us
    return 0


def run_job(job: Job, writer: frames.FrameWriter, pages: Iterable[bytes] = ()) -> None:
    """Do a job and write its answer; raises Refusal for what cannot be read. ``pages`` follow the job."""
    match job:
        case Inspect():
            _inspect(job, writer)
        case Stage():
            _stage(job, writer)
        case CountValues():
            _count_values(job, writer)
        case WriteRejects():
            writer.write_json(frames.END, {"rejected": write_rejects(job)})
        case SuggestRepairs():
            found = suggestions(pages, Mapping.from_json(dict(job.mapping)), job.options, job.treatment.repairs)
            writer.write_json(frames.END, {"suggestions": [one.to_json() for one in found.found()]})
        case ReadRecords():
            for record, cells in read_some(job):
                writer.write_json(frames.HEADER, {"record": record, "cells": cells})
            writer.write_json(frames.HEADER, {})
            writer.write_json(frames.END, {})


def _inspect(job: Inspect, writer: frames.FrameWriter) -> None:
    """The beginning of the file and how its columns would be mapped; a mapping that fails is told, not refused."""
    path, kind = Path(job.path), kind_of(job.options.kind)
    with _open(path, job) as opened:
        shown = preview_of(opened.table, path, opened.file_format)
    values: dict[str, Any] = {"preview": shown.to_json(), "mapping": None, "mapping_problem": ""}
    mapping = None
    try:
        mapping = _resolve(kind, shown.headers, job)
        values["mapping"] = mapping.to_json()
    except Refusal as refusal:
        values["mapping_problem"] = refusal.message
    cells = [row.cells for row in shown.rows]
    columns = proposed_columns(kind, shown.headers, cells, mapping, job.locations)
    values["columns"] = [proposal.to_json() for proposal in columns]
    values["presets"] = [preset.name for preset in recognised(shown.headers)]
    findings = opened.findings | proposals(opened, mapping, job.options)
    values["findings"] = {name: finding.to_json() for name, finding in findings.items()}
    values["sheets"] = [list(sheet) for sheet in opened.sheets]
    writer.write_json(frames.HEADER, values)
    writer.write_json(frames.END, {})


def _stage(job: Stage, writer: frames.FrameWriter) -> None:
    """Read, check and stage the whole file."""
    path = Path(job.path)
    with _open(path, job) as opened:
        table, file_format = opened.table, opened.file_format
        kind = kind_of(job.options.kind)
        mapping = _resolve(kind, table.headers, job)
        columns = staged_columns(mapping)
        header = {"format": file_format.to_json(), "mapping": mapping.to_json(), "columns": columns}
        writer.write_json(frames.HEADER, {**header, "size": path.stat().st_size})
        target: Target = SqliteTarget(Path(job.staging_file), columns) if job.staging_file else CopyTarget(writer)
        checker = BlockChecker(mapping, job.options, file_format, job.treatment)
        said = hashlib.sha256()
        keys = KeyHashes([key for key in mapping.kind.keys if mapping.maps(key.field)])
        for block in table.blocks():
            for checked in checker.check(block):
                target.add(checked.rows, checked.problems)
                keys.add(checked.rows)
                if kind.adds:
                    said.update(_what_is_said(checked.rows))
            writer.write_json(frames.PROGRESS, {"bytes": table.bytes_read, "records": checker.records})
        target.finish(keys.candidates())
        writer.write_json(frames.END, {"records": checker.records, "sha256": table.sha256, "said": said.hexdigest()})


def _what_is_said(rows: pl.DataFrame) -> bytes:
    """What the good rows bring, whatever way of reading the file found it in them."""
    return copy_text(rows.filter(pl.col(VERDICT).is_null()).drop(RECORD, LINE, VERDICT))


def _count_values(job: CountValues, writer: frames.FrameWriter) -> None:
    """Count the texts of some fields as the checks would read them, only without what is said about their meaning."""
    path = Path(job.path)
    with _open(path, job) as opened:
        kind = kind_of(job.options.kind)
        mapping = _resolve(kind, opened.table.headers, job)
        wanted = replace(mapping, assignments=tuple(one for one in mapping.assignments if one.label in job.labels))
        checker = BlockChecker(wanted, job.options, opened.file_format, replace(job.treatment, values={}))
        counts = ValueCounts(wanted)
        for block in opened.table.blocks():
            for checked in checker.check(block):
                counts.add(checked.rows)
            writer.write_json(frames.PROGRESS, {"bytes": opened.table.bytes_read, "records": checker.records})
        writer.write_json(frames.END, {"records": checker.records, "values": counts.to_json()})


def _resolve(kind: Kind, headers: Sequence[str], job: Inspect | Stage | CountValues) -> Mapping:
    """The mapping, with a hint when the file looks like an export that a preset knows and none was named."""
    try:
        mapping = resolve(kind, headers, parse_flags(kind, job.flags))
    except Refusal as refusal:
        if job.flags or not (known := recognised(headers)):
            raise
        titles = " or ".join(f"{one.title} (preset {one.name}, {one.kind})" for one in known)
        raise Refusal(
            refusal.code, f"{refusal.message} It looks like an export of {titles}.", field=refusal.field
        ) from refusal
    check_treatment(mapping, job.treatment)
    return mapping


def _open(path: Path, job: Inspect | Stage | CountValues) -> AbstractContextManager[OpenFile]:
    kind = kind_of(job.options.kind)
    check_date_format(job.options.date_format)
    wanted = [flag.wanted_header for flag in parse_flags(kind, job.flags)]
    return open_file(path, job.options, kind, [header for header in wanted if header is not None])


def staged_columns(mapping: Mapping) -> dict[str, str]:
    """The columns of the table of staged rows, with types that both engines know."""
    return {name: "text" if kind == pl.String else "bigint" for name, kind in staged_schema(mapping).items()}


def _read_job(pipe: int) -> Job:
    _, length = frames.unpack_prefix(_read_exactly(pipe, frames.PREFIX))
    return job_from_json(frames.to_json(_read_exactly(pipe, length)))


def _read_exactly(pipe: int, length: int) -> bytes:
    data = b""
    while len(data) < length:
        piece = os.read(pipe, length - len(data))
        if not piece:
            raise EOFError("the sender ended in the middle of the job")
        data += piece
    return data


def _pages(pipe: int) -> Iterator[bytes]:
    """The frames that follow a job, up to the one that ends them."""
    while True:
        kind, length = frames.unpack_prefix(_read_exactly(pipe, frames.PREFIX))
        if kind == frames.END:
            return
        yield _read_exactly(pipe, length)


def _leave_with_sender(pipe: int, job: Job) -> None:
    """End at once when the sender's end of the pipe closes: nobody will read what we write."""
    while os.read(pipe, 1):
        pass
    unfinished = job.staging_file if isinstance(job, Stage) else job.partial if isinstance(job, WriteRejects) else ""
    if unfinished:
        Path(unfinished).unlink(missing_ok=True)
    os._exit(_ABANDONED)


if __name__ == "__main__":
    sys.exit(main())
