"""A query in the words of its engine, for those who send it past SQLAlchemy: COPY, and the writing process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Select


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with marks for its values, and the values in their order."""

    sql: str
    values: tuple[Any, ...]


def statement_of(query: Select[Any], dialect: Dialect) -> Statement:
    """The query for this dialect; its values stay bound values, in the form that the driver takes."""
    compiled = query.compile(dialect=dialect)
    state = compiled.construct_expanded_state(escape_names=False)
    origin = {one: name for name, several in state.parameter_expansion.items() for one in several}
    values = []
    for name in state.positiontup or ():
        kind = compiled.binds[origin.get(name, name)].type
        process = kind.dialect_impl(dialect).bind_processor(dialect)
        value = state.parameters[name]
        values.append(process(value) if process else value)
    return Statement(state.statement, tuple(values))
