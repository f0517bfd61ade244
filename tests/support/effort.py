"""What a statement costs an engine, in its own count and not by the clock: rows that PostgreSQL reads, steps of SQLite.

How the costs of twice as much compare tells whether they grow in step, on any machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlalchemy.util import await_only

if TYPE_CHECKING:
    from inventory_app.database.database import Database

_STEPS = 1_000
_ROWS = "SELECT coalesce(sum(seq_tup_read), 0) + coalesce(sum(idx_tup_fetch), 0) FROM pg_stat_xact_all_tables"


class Effort:
    """Counts what imports cost on a database from now on; made before its first connection is."""

    def __init__(self, database: Database) -> None:
        self._spent = 0
        engine = database.engine.sync_engine
        if database.dialect.one_writer:
            event.listen(engine, "connect", self._watch)
        else:
            event.listen(engine, "before_cursor_execute", self._ask)

    def take(self) -> int:
        """What was spent since it was asked the last time."""
        spent, self._spent = self._spent, 0
        return spent

    def _watch(self, connection: Any, _record: object) -> None:
        await_only(connection.driver_connection.set_progress_handler(self._step, _STEPS))

    def _step(self) -> int:
        self._spent += 1
        return 0

    def _ask(self, connection: Any, _cursor: object, statement: str, *_rest: object) -> None:
        """Before the first of the import's own tables goes, and what was read of it with it."""
        if statement.startswith("DROP TABLE import_"):
            self._spent = max(self._spent, int(connection.exec_driver_sql(_ROWS).scalar_one()))
