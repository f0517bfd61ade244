"""What was found wrong, taken out of the transaction: the first problems, or all of them page by page."""

from __future__ import annotations

from enum import StrEnum

from inventory_app.importing.mapping import Mapping
from inventory_app.importing.problem_pages import PAGE, Noted, ProblemPages, Reason, problem_of
from inventory_app.importing.request import FoundProblem
from inventory_app.importing.saving.batch import Batch

FIRST_LISTED = 10_000
_FETCH = 16

# A problem that the reading process found shows the text of its cell; one that SQL found, what was made of it.
_ALL = (
    "SELECT record, line, field, value, code, number, 1 AS written FROM stage_problem UNION ALL"
    " SELECT p.record, s.line, p.field, p.value, p.code, p.number, 0 AS written"
    " FROM import_problem p LEFT JOIN stage_row s ON s.record = p.record"
)
_SQLITE_LINE, _SQLITE_PAGE = "json_array(record, line, field, value, written)", "group_concat(problem, char(10))"
_POSTGRESQL_LINE = "CAST(json_build_array(record, line, field, value, written) AS TEXT)"
_POSTGRESQL_PAGE = "string_agg(problem, chr(10))"
# The engine itself joins the problems of a page: a loop over all of them here would hold the window up.
_PAGES = (
    "SELECT code, warned, page, count(*) AS many, {page} AS problems FROM ("
    "SELECT code, warned, (row_number() OVER (PARTITION BY warned, code ORDER BY record, field) - 1) / {size} AS page,"
    " {line} AS problem FROM (SELECT found.*, CASE WHEN number IS NULL THEN 1 ELSE 0 END AS warned FROM ({all}) found"
    ") told) numbered GROUP BY warned, code, page ORDER BY warned, code, page"
)


class Listed(StrEnum):
    """Which problems of an import are wanted to look at."""

    FIRST = "first"
    ALL = "all"
    NONE = "none"


async def first_problems(batch: Batch, mapping: Mapping) -> tuple[FoundProblem, ...]:
    """The first problems in file order."""
    rows = await batch.all(
        f"SELECT record, line, field, value, code, number, written FROM ({_ALL}) found"
        " ORDER BY record, number IS NULL, number, field LIMIT :many",
        many=FIRST_LISTED,
    )
    return tuple(
        problem_of(
            mapping,
            Reason(row.code, row.number is None),
            Noted(row.record, row.line, row.field, row.value, row.written),
        )
        for row in rows
    )


async def all_problems(batch: Batch, pages: ProblemPages) -> None:
    """Put all problems into pages."""
    line, page = (_POSTGRESQL_LINE, _POSTGRESQL_PAGE) if batch.is_postgresql else (_SQLITE_LINE, _SQLITE_PAGE)
    query = _PAGES.format(page=page, line=line, size=PAGE, all=_ALL)
    async for part in batch.stream(query, fetch=_FETCH):
        for row in part:
            pages.add(Reason(row.code, bool(row.warned)), row.many, row.problems)
