"""Where the reading process puts staged rows: COPY data on its pipe, or a private SQLite file for ATTACH."""

from __future__ import annotations

import io
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Protocol

import polars as pl

from inventory_app.importing import frames
from inventory_app.importing.checks.rows import Problem
from inventory_app.importing.reasons import NUMBER_OF

# The staging tables beside that of the rows, whose columns follow from the mapping. ``number`` is the reason's place
# in the order of reasons, NULL for a warning; ``what`` says which key of the record may be there twice.
PROBLEM_COLUMNS = {
    "record": "bigint", "line": "bigint", "field": "text", "value": "text", "code": "text", "number": "bigint",
}  # fmt: skip
CANDIDATE_COLUMNS = {"what": "text", "record": "bigint"}

_IN_MEMORY = 4 << 20
_BATCH = 50_000
_COPY_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_PROBLEM_SCHEMA = {name: pl.String() if kind == "text" else pl.Int64() for name, kind in PROBLEM_COLUMNS.items()}


class Target(Protocol):
    """What takes the rows of a file, its problems and its candidates."""

    def add(self, rows: pl.DataFrame, problems: Sequence[Problem]) -> None:
        """The next rows in file order, and what is wrong with them."""

    def finish(self, candidates: Iterable[tuple[str, pl.Series]]) -> None:
        """All rows were added; these records' keys may be there twice."""


class CopyTarget:
    """Rows go out as they come; problems wait, because a connection takes one COPY at a time."""

    def __init__(self, writer: frames.FrameWriter) -> None:
        self._writer = writer
        self._problems: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - until finish

    def add(self, rows: pl.DataFrame, problems: Sequence[Problem]) -> None:
        self._writer.write(frames.ROWS, copy_text(rows))
        if problems:
            self._problems.write(copy_text(_problem_frame(problems)))

    def finish(self, candidates: Iterable[tuple[str, pl.Series]]) -> None:
        with self._problems as kept:
            kept.seek(0)
            while piece := kept.read(frames.PIECE):
                self._writer.write(frames.PROBLEMS, piece)
        for what, records in candidates:
            self._writer.write(frames.CANDIDATES, copy_text(_candidate_frame(what, records)))


class SqliteTarget:
    """Tables in a file of `new_staging_file`; it is thrown away after use, so it needs no journal."""

    def __init__(self, path: Path, row_columns: dict[str, str]) -> None:
        # Not made here: whoever has removed it meanwhile wants it gone.
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -16384"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN")
        self._connection.execute(f"CREATE TABLE stage_row ({columns_sql(row_columns, key='record')})")
        self._connection.execute(f"CREATE TABLE stage_problem ({columns_sql(PROBLEM_COLUMNS)})")
        self._connection.execute(f"CREATE TABLE stage_candidate ({columns_sql(CANDIDATE_COLUMNS)})")
        self._insert_row = _insert_sql("stage_row", len(row_columns))

    def add(self, rows: pl.DataFrame, problems: Sequence[Problem]) -> None:
        self._connection.executemany(self._insert_row, rows.iter_rows(buffer_size=512))
        if problems:
            sql = _insert_sql("stage_problem", len(PROBLEM_COLUMNS))
            self._connection.executemany(sql, map(_problem_row, problems))

    def finish(self, candidates: Iterable[tuple[str, pl.Series]]) -> None:
        sql = _insert_sql("stage_candidate", len(CANDIDATE_COLUMNS))
        for what, records in candidates:
            self._connection.executemany(sql, ((what, record) for record in records))
        self._connection.execute("COMMIT")
        self._connection.close()


def new_staging_file(path: Path) -> None:
    """An empty file that nobody else may read; raises OSError when there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def copy_text(frame: pl.DataFrame) -> bytes:
    """Rows as the text format of COPY takes them: tab-separated, ``\\N`` for NULL, four marks escaped."""
    marks, escapes = list(_COPY_ESCAPES), list(_COPY_ESCAPES.values())
    escaped = [
        pl.col(name).str.replace_many(marks, escapes)
        for name, kind in frame.schema.items()
        if kind == pl.String and frame[name].str.contains_any(marks).any()
    ]
    out = io.BytesIO()
    frame.with_columns(escaped).write_csv(
        out, include_header=False, separator="\t", quote_style="never", null_value="\\N"
    )
    return out.getvalue()


def columns_sql(columns: dict[str, str], key: str = "") -> str:
    """Column definitions of a staging table; ``key`` becomes SQLite's row number."""
    return ", ".join(f"{name} {'integer primary key' if name == key else kind}" for name, kind in columns.items())


def _insert_sql(table: str, width: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * width)})"  # noqa: S608 - our own names only


def _problem_row(problem: Problem) -> tuple[object, ...]:
    number = None if problem.warning else NUMBER_OF[problem.code]
    return problem.record, problem.line, problem.field, problem.value, problem.code, number


def _problem_frame(problems: Sequence[Problem]) -> pl.DataFrame:
    return pl.DataFrame(list(map(_problem_row, problems)), schema=_PROBLEM_SCHEMA, orient="row")


def _candidate_frame(what: str, records: pl.Series) -> pl.DataFrame:
    return pl.DataFrame({"record": records}).select(pl.lit(what).alias("what"), "record")
