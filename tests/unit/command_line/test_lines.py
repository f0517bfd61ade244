"""Reading lines beside the event loop."""

from __future__ import annotations

import asyncio
import io
from typing import Any

import pytest
from typing_extensions import override

from inventory_app.command_line import lines
from inventory_app.command_line.lines import Line, LineReader


async def all_lines(content: bytes) -> list[Line]:
    reader, found = LineReader(io.BytesIO(content)), []
    while (line := await reader.next()) is not None:
        found.append(line)
    assert await reader.next() is None, "the end stays the end"
    return found


async def test_lines_are_numbered_from_one() -> None:
    assert await all_lines(b"a\n\r\nb") == [Line(1, b"a\n"), Line(2, b"\r\n"), Line(3, b"b")]
    assert await all_lines(b"") == []


async def test_many_more_than_are_read_ahead() -> None:
    found = await all_lines(b"x\n" * 1_000)
    assert [line.number for line in found] == list(range(1, 1_001))


async def test_a_line_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 10)
    found = await all_lines(b"y" * 10 + b"\n" + b"z" * 1_000 + b"\n" + b"end")
    assert found == [Line(1, b"y" * 10 + b"\n"), Line(2, None), Line(3, b"end")]


async def test_all_who_wait_learn_of_the_end() -> None:
    reader = LineReader(io.BytesIO(b"only\n"))
    found = await asyncio.gather(*(reader.next() for _ in range(4)))
    assert sorted(line.number for line in found if line) == [1]


class Broken(io.BytesIO):
    @override
    def readline(self, _size: Any = -1) -> bytes:
        raise OSError(5, "Input/output error")


async def test_a_source_that_breaks_is_told() -> None:
    reader = LineReader(Broken())
    with pytest.raises(OSError, match="Input/output error"):
        await reader.next()
