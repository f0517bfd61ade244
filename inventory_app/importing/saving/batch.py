"""Running the statements of an import: with the values they name, and telling how far they are."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, Uuid, bindparam, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from inventory_app.actions.action import Work
from inventory_app.actions.outcome import Phase, Progress
from inventory_app.database.bulk import load_rows
from inventory_app.database.statements import rows_changed
from inventory_app.database.types import UtcDateTime
from inventory_app.importing.saving.missing_names import TABLE, MissingNames
from inventory_app.importing.saving.steps import Steps

_FETCH = 500
# From so many rows on an index of SQLite does not fit into the cache that an import has.
_VAST = 2_000_000
# Values that are not of a plain type; the others are numbers and texts.
_TYPES: Mapping[str, TypeEngine[Any]] = {"action_id": Uuid(), "now": UtcDateTime()}


class Batch:
    """The open transaction of one import. Statements may name ``:action_id`` and ``:now`` besides their own values."""

    def __init__(self, work: Work, connection: AsyncConnection, records: int = 0) -> None:
        self.work = work
        self.records = records
        self.steps = Steps(records, self._report)
        self.connection = connection
        self.is_postgresql = work.dialect.name == "postgresql"
        self._known = {"action_id": work.action_id, "now": work.now}
        self.is_vast = False
        self.missing_names = MissingNames()
        self._tables: list[str] = []
        self._until_commit = " ON COMMIT DROP" if self.is_postgresql else ""

    async def run(self, statement: str, **values: object) -> int:
        """Run a statement; how many rows it wrote."""
        return rows_changed(await self._execute(statement, values))

    async def all(self, statement: str, **values: object) -> Sequence[Row[Any]]:
        """All rows of a query that has few."""
        found: Sequence[Row[Any]] = (await self._execute(statement, values)).all()
        return found

    async def scalar(self, statement: str, **values: object) -> Any:
        """The one value of a query."""
        return (await self._execute(statement, values)).scalar()

    async def stream(self, query: str, *, fetch: int = _FETCH) -> AsyncIterator[Sequence[Row[Any]]]:
        """The rows of a query that may have many, in batches small enough for the window's loop."""
        if not self.is_postgresql:
            result = await self.connection.stream(text(query), execution_options={"yield_per": fetch})
            async for part in result.partitions():
                yield part
            return
        # The driver's own cursors stay open until the transaction ends, and their tables cannot be dropped before.
        # A name of its own each time: the driver remembers what a statement gives by the statement's words.
        name = f"import_cursor_{secrets.token_hex(8)}"
        await self.run(f"DECLARE {name} NO SCROLL CURSOR FOR {query}")
        while part := await self.all(f"FETCH {fetch} FROM {name}"):
            yield part
        await self.run(f"CLOSE {name}")

    async def load(self, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Append rows to a table of our own."""
        await load_rows(self.connection, table, list(rows))

    async def make_table(self, name: str, columns: str) -> None:
        """A TEMP table that lives until `drop_tables`, or until the transaction is rolled back."""
        await self.run(f"CREATE TEMP TABLE {name} ({self.typed(columns)}){self._until_commit}")
        self._tables.append(name)

    async def keep_missing_names(self, names: MissingNames) -> None:
        """What is said of names that do not exist; a table of its own only where something is."""
        self.missing_names = names
        if names.rows:
            await self.make_table(TABLE, "field TEXT, name TEXT")
            await self.load(TABLE, names.rows)
            await self.analyze(TABLE)

    async def make_table_as(self, name: str, query: str, **values: object) -> None:
        """The same, filled by a query."""
        await self.run(f"CREATE TEMP TABLE {name}{self._until_commit} AS {query}", **values)
        self._tables.append(name)

    async def drop_tables(self) -> None:
        """Everything that was made."""
        while self._tables:
            await self.run(f"DROP TABLE {self._tables.pop()}")

    async def analyze(self, *tables: str) -> None:
        """Tell PostgreSQL's planner what is in our tables; SQLite takes the order of a join as it is written."""
        for table in tables if self.is_postgresql else ():
            await self.run(f"ANALYZE {table}")

    def tell(self, message: str) -> None:
        """What is being done, for the progress."""
        self.steps.begin(message)

    def _report(self, message: str, done: int, total: int) -> None:
        self.work.report(Progress(self.work.action_id, Phase.RUNNING, message, done, total))

    def typed(self, columns: str) -> str:
        """Column definitions for this engine: texts compare as bytes on both, a numeric key is the row's own."""
        if self.is_postgresql:
            return columns.replace(" TEXT", ' TEXT COLLATE "C"').replace(" MOMENT", " TIMESTAMPTZ")
        return columns.replace(" BIGINT PRIMARY KEY", " INTEGER PRIMARY KEY").replace(" MOMENT", " TEXT")

    async def measure(self) -> None:
        """Find out whether the rows, or the products that there are, are too many to be looked up in any order."""
        if not self.is_postgresql:
            products = await self.scalar("SELECT max(id) FROM product") or 0
            self.is_vast = max(self.records, products) > _VAST

    def in_order(self, query: str, by: str) -> str:
        """A subquery, sorted where that pays.

        What SQLite looks up for each row of it then lies side by side: as long as the index fits into the cache,
        sorting costs more than it saves. PostgreSQL chooses its own way of joining.
        """
        return f"({query} ORDER BY {by} LIMIT -1)" if self.is_vast else f"({query})"

    def _bound(self, statement: str, values: Mapping[str, object]) -> tuple[Any, dict[str, object]]:
        clause = text(statement)
        named = {**self._known, **values}
        names = clause.compile().params
        typed = [bindparam(name, type_=_TYPES[name]) for name in names if name in _TYPES]
        return clause.bindparams(*typed), {name: named[name] for name in names}

    async def _execute(self, statement: str, values: Mapping[str, object]) -> Any:
        clause, named = self._bound(statement, values)
        return await self.connection.execute(clause, named)
