"""Reading many rows in bounded memory: batches from the engine, and streams sorted by the same key side by side."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

Key = TypeVar("Key", bound="tuple[int, ...]")
Value = TypeVar("Value")

_BATCH = 1_000


async def streamed(session: AsyncSession, query: Select[*tuple[Any, ...]]) -> AsyncIterator[Sequence[Any]]:
    """The rows of ``query``, fetched in batches: one wait for a thousand rows instead of one for each."""
    result = await session.stream(query.execution_options(yield_per=_BATCH))
    async for batch in result.partitions():
        for row in batch:
            yield row


async def merged(
    *streams: AsyncIterator[tuple[Key, Value]],
) -> AsyncIterator[tuple[Key, tuple[Value | None, ...]]]:
    """Every key of any stream once, with what each stream has for it; all of them rise by key, each without repeats."""
    heads = [await anext(stream, None) for stream in streams]
    while True:
        keys = [head[0] for head in heads if head is not None]
        if not keys:
            return
        key = min(keys)
        found: list[Value | None] = []
        for number, head in enumerate(heads):
            if head is not None and head[0] == key:
                found.append(head[1])
                heads[number] = await anext(streams[number], None)
            else:
                found.append(None)
        yield key, tuple(found)
