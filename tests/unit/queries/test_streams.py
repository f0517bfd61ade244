"""Streams side by side give what dictionaries would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from hypothesis import given
from hypothesis import strategies as st

from inventory_app.queries.streams import merged

Table = dict[tuple[int, int], int]
_tables = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers())


async def _stream(table: Table) -> AsyncIterator[tuple[tuple[int, int], int]]:
    for key in sorted(table):
        yield key, table[key]


async def _merge(*tables: Table) -> list[tuple[tuple[int, int], tuple[int | None, ...]]]:
    return [item async for item in merged(*map(_stream, tables))]


@given(st.lists(_tables, min_size=1, max_size=3))
def test_merged_streams(tables: list[Table]) -> None:
    keys = sorted({key for table in tables for key in table})
    expected = [(key, tuple(table.get(key) for table in tables)) for key in keys]
    assert asyncio.run(_merge(*tables)) == expected
