"""Blocks that are read while the one before is written."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from inventory_app.exporting.writing.ahead import one_ahead


def test_all_blocks_come_in_their_order() -> None:
    assert list(one_ahead(iter(range(1, 100)))) == list(range(1, 100))


def test_a_block_is_read_while_the_one_before_is_used() -> None:
    began = [threading.Event() for _ in range(3)]

    def blocks() -> Iterator[int]:
        for number, event in enumerate(began):
            event.set()
            yield number

    taken = one_ahead(blocks())
    assert next(taken) == 0
    assert began[1].wait(60), "the next block is not read before it is asked for"
    assert not began[2].is_set(), "more than one block waits"
    assert list(taken) == [1, 2]


def test_what_reading_raises_comes_behind_the_blocks_before_it() -> None:
    def blocks() -> Iterator[str]:
        yield "whole"
        raise ValueError("the file ends here")

    taken = one_ahead(blocks())
    assert next(taken) == "whole"
    with pytest.raises(ValueError, match="ends here"):
        next(taken)


def test_leaving_early_ends_the_reading() -> None:
    taken = one_ahead(iter(range(1, 100)))
    assert next(taken) == 1
    taken.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("reading")]
