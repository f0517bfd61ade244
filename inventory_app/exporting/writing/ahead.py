"""Two things at once: a second thread reads the next block while this one is shaped and written."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Block = TypeVar("_Block")


def one_ahead(blocks: Iterator[_Block]) -> Generator[_Block, None, None]:
    """The same blocks in the same order; never more than one waits. What reading raises is raised here.

    Shaping is polars' work, which needs no interpreter lock, so the database is read meanwhile.
    """
    with ThreadPoolExecutor(1, "reading") as reader:
        following = reader.submit(next, blocks, None)
        while (block := following.result()) is not None:
            following = reader.submit(next, blocks, None)
            yield block
