"""Children that are ended: none is left behind, however often their owner is cancelled."""

from __future__ import annotations

import asyncio
import sys

import pytest

from inventory_app.child_process import end_child

_BUSY = "import sys; print('here', flush=True); sys.stdin.read()"


async def _child() -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", _BUSY, stdin=pipe, stdout=pipe)
    assert process.stdout is not None
    assert await process.stdout.readline() == b"here\n"
    return process


async def test_a_child_that_runs_is_gone_behind_it() -> None:
    process = await _child()
    await end_child(process)
    assert process.returncode is not None
    await end_child(process)


@pytest.mark.parametrize("steps", range(1, 5))
async def test_cancelled_meanwhile_it_waits_all_the_same(steps: int) -> None:
    process = await _child()
    ending = asyncio.create_task(end_child(process))
    for _ in range(steps):
        await asyncio.sleep(0)
        ending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await ending
    assert process.returncode is not None
