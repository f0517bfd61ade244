"""One export: the rows of a kind, streamed from one snapshot of the database into a file or a pipe."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from inventory_app.database.database import Database
from inventory_app.exporting.tables import table_of
from inventory_app.exporting.whole_file import whole_file
from inventory_app.exporting.writers import writer_of
from inventory_app.queries.engine import one_snapshot

_BATCH = 500


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is exported and how. ``output`` '' : into the pipe that is given along. ``raw``: without the guard."""

    kind: str
    format: str = "csv"
    output: str = ""
    raw: bool = False


async def export(
    database: Database,
    request: ExportRequest,
    *,
    pipe: TextIO | None = None,
    report: Callable[[int], None] = lambda _rows: None,
) -> int:
    """Write the rows; how many there were. Raises Refusal for an unknown kind or format and a file that cannot be.

    The file appears whole or not at all, also when the task is cancelled.
    """
    table, make_writer = table_of(request.kind), writer_of(request.format)
    count = 0
    with _target(request, pipe) as file:
        writer = make_writer(file, table.columns, raw=request.raw)
        async with database.read() as session:
            await one_snapshot(session)
            async for rows in _batches(table.rows(session)):
                writer.write(rows)
                count += len(rows)
                report(count)
                await asyncio.sleep(0)  # a window that exports stays alive
    return count


def _target(request: ExportRequest, pipe: TextIO | None) -> AbstractContextManager[TextIO]:
    if request.output:
        return whole_file(Path(request.output))
    if pipe is None:
        raise ValueError("an export without a file needs a pipe")
    return nullcontext(pipe)


async def _batches(rows: AsyncIterator[Any]) -> AsyncIterator[list[Any]]:
    batch: list[Any] = []
    async for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
