"""Which engine a session talks to, where a query has to be written differently for each."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Join, Text, collate, func, literal_column, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

# What makes a wildcard of LIKE stand for itself.
ESCAPE = "\\"


def is_postgresql(session: AsyncSession) -> bool:
    """Whether the session's engine is PostgreSQL (else it is SQLite)."""
    return session.get_bind().dialect.name == "postgresql"


def name_order(session: AsyncSession, column: ColumnElement[Any] | Any) -> ColumnElement[Any]:
    """A product's name, sorted as SQLite does, whatever the locale of a PostgreSQL database.

    PostgreSQL sorts by as much of it as its index ix_product_name_id has: a long name may not fit into an index.
    """
    if not is_postgresql(session):
        return column
    # Written out: with a bound number a prepared statement would not be known as what the index has.
    return collate(func.left(column, literal_column("500"), type_=Text()), "C")


async def plan_for_these_values(session: AsyncSession) -> None:
    """Have the server plan for the values at hand: its generic plan of a prepared search passes the index by."""
    if is_postgresql(session):
        await session.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))


async def one_snapshot(session: AsyncSession) -> None:
    """Let all statements of a new session see one state; SQLite's reads do so anyway."""
    if is_postgresql(session):
        await session.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))


class InThisOrder(Join):
    """A join that SQLite begins with its left side: an index there gives the order of a page, and nothing is sorted.

    Its planner knows nothing of a limit, and rather sorts a million rows for the first two hundred.
    """

    inherit_cache = True


@compiles(InThisOrder, "sqlite")
def _cross_join(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    left, right = (compiler.process(side, **{**options, "asfrom": True}) for side in (element.left, element.right))
    return f"{left} CROSS JOIN {right} ON {compiler.process(element.onclause, **{**options, 'asfrom': False})}"


class holds(FunctionElement[bool]):  # noqa: N801 - used like a function
    """``holds(field, pattern)``: LIKE that folds letters, in the engine's own way (SQLite's LIKE does by itself)."""

    type = Boolean()
    inherit_cache = True


@compiles(holds)
def _like(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return _compiled("LIKE", element, compiler, options)


@compiles(holds, "postgresql")
def _ilike(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    return _compiled("ILIKE", element, compiler, options)


def _compiled(operator: str, element: Any, compiler: SQLCompiler, options: dict[str, Any]) -> str:
    field, pattern = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({field} {operator} {pattern} ESCAPE '{ESCAPE}')"
