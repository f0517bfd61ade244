"""Who is rejected and why: problems found by SQL beside those of the reading process, and what they come to."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import NamedTuple

from inventory_app.importing.reasons import CODE_OF, NUMBER_OF, REASONS, explain
from inventory_app.importing.saving.batch import Batch

_SHOWN = 200

# All problems of all rows. `number` is NULL for a warning.
_ALL = (
    "SELECT record, line, field, value, code, number FROM stage_problem"
    " UNION ALL SELECT record, CAST(NULL AS BIGINT), field, value, code, number FROM import_problem"
)
# Of a table of records: nothing was found so far for which the record would be rejected.
STILL_GOOD = (
    "NOT EXISTS (SELECT 1 FROM stage_row v WHERE v.record = {0}.record AND v.verdict IS NOT NULL)"
    " AND NOT EXISTS (SELECT 1 FROM import_problem f WHERE f.record = {0}.record AND f.number IS NOT NULL)"
)


class Rejected(NamedTuple):
    """One rejected record, for the rejects file."""

    record: int
    error: str


async def make_problem_table(batch: Batch) -> None:
    """The table that the checks fill."""
    await batch.make_table("import_problem", "record BIGINT, field TEXT, value TEXT, code TEXT, number BIGINT")


async def add_problems(
    batch: Batch, code: str, query: str, *, field: str = "", value: str = "''", **values: object
) -> int:
    """Note a problem for each record of ``query``, a FROM clause in which the staged row is ``s``.

    A code that is no reason to reject, or is named as a warning, is noted as one. ``value`` is SQL.
    """
    number = str(NUMBER_OF[code]) if code in REASONS else "NULL"
    return await batch.run(
        "INSERT INTO import_problem (record, field, value, code, number)"
        f" SELECT s.record, CAST(:problem_field AS TEXT), substr({value}, 1, {_SHOWN}), '{code}', {number}"
        f" FROM {query}",
        problem_field=field,
        **values,
    )


async def decide(batch: Batch) -> None:
    """All reasons are known: from now on ``import_rejected`` says whose rows do not count."""
    await batch.make_table("import_rejected", "record BIGINT PRIMARY KEY")
    await batch.run(
        "INSERT INTO import_rejected (record) SELECT record FROM stage_row WHERE verdict IS NOT NULL"
        " UNION SELECT record FROM import_problem WHERE number IS NOT NULL"
    )
    await batch.analyze("import_rejected")


async def rejected_by_reason(batch: Batch) -> dict[str, int]:
    """Each rejected record under the first of its reasons, in the order of reasons."""
    rows = await batch.all(
        "SELECT number, count(*) AS times FROM (SELECT record, min(number) AS number FROM ("
        "SELECT record, verdict AS number FROM stage_row WHERE verdict IS NOT NULL"
        " UNION ALL SELECT record, number FROM import_problem WHERE number IS NOT NULL) found"
        " GROUP BY record) firsts GROUP BY number ORDER BY number"
    )
    return {CODE_OF[row.number]: row.times for row in rows}


async def warnings_by_reason(batch: Batch) -> dict[str, int]:
    """How many accepted records each warning was said of."""
    rows = await batch.all(
        f"SELECT code, count(DISTINCT record) AS times FROM ({_ALL}) found WHERE number IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM import_rejected r WHERE r.record = found.record) GROUP BY code ORDER BY code"
    )
    return {row.code: row.times for row in rows}


async def rejected_records(batch: Batch) -> AsyncIterator[list[Rejected]]:
    """All rejected records in file order, each with all of its reasons."""
    query = (
        f"SELECT record, code, field, value FROM ({_ALL}) found WHERE number IS NOT NULL ORDER BY record, number, field"
    )
    waiting: list[tuple[int, str]] = []
    async for part in batch.stream(query):
        waiting.extend((row.record, explain(row.code, row.field, row.value)) for row in part)
        last = waiting[-1][0]
        yield _joined([one for one in waiting if one[0] != last])
        waiting = [one for one in waiting if one[0] == last]
    yield _joined(waiting)


def _joined(found: Sequence[tuple[int, str]]) -> list[Rejected]:
    errors: dict[int, list[str]] = {}
    for record, error in found:
        errors.setdefault(record, []).append(error)
    return [Rejected(record, "; ".join(texts)) for record, texts in errors.items()]
