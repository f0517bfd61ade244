"""The rows of a file beside the database, before the transaction that acts on them.

PostgreSQL: TEMP tables filled by COPY with what the reading process sends. SQLite: the reading process fills a private
file, which is attached; the window's process has nothing to do with the rows. Both look the same to SQL.
"""

from __future__ import annotations

import os
import secrets
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from inventory_app.actions.outcome import Phase, Progress
from inventory_app.database.bulk import attach, copy_text, detach
from inventory_app.importing import frames
from inventory_app.importing.jobs import Stage
from inventory_app.importing.reading.process import (
    ReadingProcess,
    ReadProgress,
    StageEnd,
    StageHeader,
    reading_process,
)
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.targets import CANDIDATE_COLUMNS, PROBLEM_COLUMNS, columns_sql

_ATTACHED = "import_staging"
_PREFIX = ".stockroom-import-"
_ABANDONED_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Staged:
    """What is staged: how the file was read, and how much of it there was."""

    header: StageHeader
    end: StageEnd


class Staging:
    """The staged rows of one import, on one connection at a time."""

    def __init__(self, request: ImportRequest) -> None:
        self._request = request
        self._file: Path | None = None
        self._is_attached = False

    async def fill(self, connection: AsyncConnection, report: Callable[[ReadProgress], None]) -> Staged:
        """Read the file into staging; raises Refusal for a file that cannot be read."""
        if connection.dialect.name == "postgresql":
            return await self._fill_tables(connection, report)
        return await self._fill_file(connection, report)

    async def clear(self, connection: AsyncConnection) -> None:
        """Drop what was staged; also what a failed `fill` has left behind."""
        if connection.dialect.name == "postgresql":
            for table in ("stage_row", "stage_problem", "stage_candidate"):
                await connection.execute(text(f"DROP TABLE IF EXISTS pg_temp.{table}"))
            return
        if self._is_attached:
            await detach(connection, _ATTACHED)
            self._is_attached = False
        self._remove_file()

    async def _fill_tables(self, connection: AsyncConnection, report: Callable[[ReadProgress], None]) -> Staged:
        # A COPY that waits for a slow file must not run into the limit of a user's ordinary statements.
        await connection.execute(text("SET LOCAL statement_timeout = 0"))
        async with reading_process(self._job(""), report) as process:
            header = await process.header()
            await _copy(connection, process, "stage_row", header.columns, frames.ROWS)
            await _copy(connection, process, "stage_problem", PROBLEM_COLUMNS, frames.PROBLEMS)
            await _copy(connection, process, "stage_candidate", CANDIDATE_COLUMNS, frames.CANDIDATES)
            end = await process.end()
        await connection.execute(text("CREATE UNIQUE INDEX ON pg_temp.stage_row (record)"))
        for table in ("stage_row", "stage_problem", "stage_candidate"):
            await connection.execute(text(f"ANALYZE pg_temp.{table}"))
        return Staged(header, end)

    async def _fill_file(self, connection: AsyncConnection, report: Callable[[ReadProgress], None]) -> Staged:
        self._file = _new_file(_folder(connection))
        try:
            async with reading_process(self._job(str(self._file)), report) as process:
                header = await process.header()
                end = await process.end()
                # Until here the reading process sees to the file, should we be killed.
                await attach(connection, str(self._file), _ATTACHED)
                self._is_attached = True
                if os.name == "posix":
                    self._remove_file()  # it lives as long as it is attached, and no longer, whatever happens to us
        except BaseException:
            self._remove_file()
            raise
        return Staged(header, end)

    def _job(self, staging_file: str) -> Stage:
        return Stage(
            self._request.path, self._request.options, self._request.flags, staging_file, self._request.treatment
        )

    def _remove_file(self) -> None:
        if self._file is not None:
            for path in (self._file, self._file.with_name(f"{self._file.name}-journal")):
                path.unlink(missing_ok=True)
            self._file = None


def reading_report(action_id: UUID, report: Callable[[Progress], None]) -> Callable[[ReadProgress], None]:
    """Progress of the reading in the words of actions: bytes done, records in the message."""

    def tell(read: ReadProgress) -> None:
        message = f"Read {read.records:,} records"
        report(Progress(action_id, Phase.STAGING, message, read.done, read.total))

    return tell


async def _copy(
    connection: AsyncConnection, process: ReadingProcess, table: str, columns: dict[str, str], kind: bytes
) -> None:
    typed = columns_sql(columns).replace(" text", ' text COLLATE "C"')
    await connection.execute(text(f"CREATE TEMP TABLE {table} ({typed})"))
    await copy_text(connection, table, process.copy_data(kind))


def _folder(connection: AsyncConnection) -> Path:
    """Beside the database, where there is room for its rows; the temp folder when that cannot be written to."""
    database = connection.engine.url.database
    folder = Path(database).resolve().parent if database else Path(tempfile.gettempdir())
    return folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())


def _new_file(folder: Path) -> Path:
    """A name that nobody has. What a computer that lost its power has left behind is removed."""
    for left in folder.glob(f"{_PREFIX}*"):
        if left.stat().st_mtime < time.time() - _ABANDONED_SECONDS:
            left.unlink(missing_ok=True)
    return folder / f"{_PREFIX}{secrets.token_hex(8)}"
