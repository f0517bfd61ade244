"""What reverts of all kinds of imports share: the statements' values, and who built on a record since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, text
from sqlalchemy.types import TypeEngine

from inventory_app.actions.action import Done, Work
from inventory_app.actions.outcome import Json, Phase, Progress, Topic
from inventory_app.database.statements import rows_changed
from inventory_app.database.types import UtcDateTime
from inventory_app.domain.texts import counted
from inventory_app.queries.reversals import taken_back_by

LISTED = 10_000
BATCH = 1_000
_TYPES: Mapping[str, TypeEngine[Any]] = {
    "import_id": Uuid(),
    "action_id": Uuid(),
    "now": UtcDateTime(),
}
# An action that is neither the import nor this revert, and stands.
IN_FORCE = f"a.id <> :import_id AND a.id <> :action_id AND a.reverses IS NULL AND {taken_back_by('a.id')} IS NULL"


class Reverting:
    """One revert: runs statements that may name what is known of it."""

    def __init__(self, work: Work, known: Mapping[str, Any]) -> None:
        self.work = work
        self._known = known

    @property
    def import_id(self) -> UUID:
        known: UUID = self._known["import_id"]
        return known

    @property
    def is_postgresql(self) -> bool:
        return self.work.dialect.name == "postgresql"

    def tell(self, message: str, done: int = 0, total: int = 0) -> None:
        """How far it is."""
        self.work.report(Progress(self.work.action_id, Phase.RUNNING, message, done, total))

    async def analyze(self, table: str) -> None:
        """Tell PostgreSQL's planner what is in a table of ours; SQLite takes joins as they are written."""
        if self.is_postgresql:
            await self.run(f"ANALYZE {table}")

    async def run(self, statement: str, **values: object) -> int:
        """Run a statement; how many rows it wrote."""
        return rows_changed(await self.work.session.execute(*self._bound(statement, values)))

    async def all(self, statement: str, **values: object) -> Sequence[Row[Any]]:
        return (await self.work.session.execute(*self._bound(statement, values))).all()

    async def kept_rows(self, statement: str) -> list[Json]:
        """The rows of a query of record, actor, at and action_id, for the list of what was kept."""
        clause, values = self._bound(statement, {"many": LISTED})
        columns = clause.columns(action_id=Uuid(), at=UtcDateTime())
        return [
            {
                "record": row.record,
                "by": row.actor,
                "at": None if row.at is None else row.at.isoformat(),
                "action_id": None if row.action_id is None else str(row.action_id),
            }
            for row in await self.work.session.execute(columns, values)
        ]

    def _bound(self, statement: str, values: Mapping[str, object]) -> tuple[Any, dict[str, Any]]:
        clause = text(statement)
        known = {**self._known, **values}
        named = [name for name in clause.compile().params if name in known]
        typed = [bindparam(name, type_=_TYPES[name]) for name in named if name in _TYPES]
        return clause.bindparams(*typed), {name: known[name] for name in named}


def done(
    noun: str, title: str, run_id: int | None, counts: tuple[int, int], kept_rows: list[Json], topics: frozenset[Topic]
) -> Done:
    """The result in the words of the contract; ``counts`` are all records and those that are kept."""
    records, kept = counts
    plural = noun[:-1] + "ies" if noun.endswith("y") else f"{noun}s"
    also = f", {counted(kept, noun, plural)} kept since they were used or changed" if kept else ""
    return Done(
        title=f"Revert: {title}",
        summary=f"{counted(records - kept, noun, plural)} taken back{also}",
        result={"import_id": run_id, "reverted": records - kept, "kept": kept, "kept_rows": kept_rows},
        topics=topics | {Topic.IMPORTS},
    )
