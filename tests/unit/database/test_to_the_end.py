"""What must not be left half done is finished, and a cancel is heard afterwards."""

from __future__ import annotations

import asyncio

import pytest

from inventory_app.database.to_the_end import to_the_end


async def answer(value: str) -> str:
    await asyncio.sleep(0)
    return value


async def fail() -> None:
    await asyncio.sleep(0)
    raise ValueError("on purpose")


async def test_the_result_is_given() -> None:
    assert await to_the_end(answer("x")) == "x"


async def test_an_error_is_raised() -> None:
    with pytest.raises(ValueError, match="on purpose"):
        await to_the_end(fail())


@pytest.mark.parametrize("times", [1, 3])
async def test_a_cancel_is_heard_when_it_is_done(times: int) -> None:
    gate, ended = asyncio.Event(), list[str]()

    async def work() -> None:
        await gate.wait()
        ended.append("whole")

    task = asyncio.create_task(to_the_end(work()))
    for _ in range(times):
        await asyncio.sleep(0)
        task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    gate.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended == ["whole"]


async def test_an_error_is_more_than_a_cancel() -> None:
    gate = asyncio.Event()

    async def work() -> None:
        await gate.wait()
        raise ValueError("on purpose")

    task = asyncio.create_task(to_the_end(work()))
    await asyncio.sleep(0)
    task.cancel()
    gate.set()
    with pytest.raises(ValueError, match="on purpose"):
        await task
