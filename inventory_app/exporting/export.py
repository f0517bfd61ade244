"""One export: the rows of a table from one snapshot of the database, into a file or a pipe.

The rows never become Python objects here: SQLite's file is read by the writing process itself, PostgreSQL's rows come
by COPY and are handed on as bytes. So a window that exports a million rows stays alive.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from inventory_app.database.bulk import copy_query
from inventory_app.database.database import Database
from inventory_app.exporting.job import WriteTable, WrittenColumn
from inventory_app.exporting.process import WritingProcess, writing_process
from inventory_app.exporting.request import ExportRequest
from inventory_app.exporting.statement import Statement, statement_of
from inventory_app.exporting.tables import table_of
from inventory_app.exporting.whole_file import check_output, whole_binary_file
from inventory_app.queries.exported.table import ExportTable


async def export(
    database: Database,
    request: ExportRequest,
    *,
    pipe: BinaryIO | None = None,
    report: Callable[[int], None] = lambda _rows: None,
) -> int:
    """Write the rows; how many there were.

    Raises Refusal for an unknown kind, column or format, for a file that cannot be or is the database, and for what a
    format cannot hold; BrokenPipeError when nobody reads the pipe; WritingFailed. The file appears whole or not at all,
    also when the task is cancelled.
    """
    if not request.output and pipe is None:
        raise ValueError("an export without a file needs a pipe")
    written_as = request.written_as
    if request.output:
        check_output(Path(request.output), ((file, "the database itself") for file in database.config.files))
    async with database.read() as session:
        table = await table_of(session, request)
    statement = statement_of(table.statement, database.engine.dialect)
    job = WriteTable(written_as, request.raw, _written_columns(table))
    if database.config.is_sqlite:
        job = replace(job, database=database.config.path, sql=statement.sql, values=statement.values)
    with whole_binary_file(Path(request.output)) if request.output else nullcontext() as file:
        async with writing_process(job, file, report) as process:
            works: list[Coroutine[Any, Any, Any]] = [process.finish()]
            if file is None:
                works.append(process.copy_output(cast("BinaryIO", pipe)))
            if not job.database:
                works.append(_feed(database, process, statement))
            return await _together(works)


async def known_columns(database: Database, kind: str) -> tuple[str, ...]:
    """The columns that exports of this kind can have; raises Refusal for a kind that there is not."""
    async with database.read() as session:
        table = await table_of(session, ExportRequest(kind))
    return tuple(column.name for column in table.columns)


def _written_columns(table: ExportTable) -> tuple[WrittenColumn, ...]:
    """The columns without what only the database understands."""
    return tuple(WrittenColumn(column.name, column.form, column.part_names) for column in table.columns)


async def _feed(database: Database, process: WritingProcess, statement: Statement) -> None:
    """Give the process the rows of PostgreSQL."""
    try:
        async with database.connected() as connection:
            await copy_query(connection, statement.sql, statement.values, process.feed)
    except ConnectionError:
        if not process.has_ended:
            raise
    else:
        process.end_rows()


async def _together(works: Sequence[Coroutine[Any, Any, Any]]) -> int:
    """Run them at once; what the first one gives. The first that fails stops the others and is what is raised."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work) for work in works]
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from several
    return int(tasks[0].result())
