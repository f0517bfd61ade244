"""The processes that the program starts for heavy work: they find the package as it did, and end when they have to."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import inventory_app

if TYPE_CHECKING:
    from asyncio.subprocess import Process


def child_environment() -> dict[str, str]:
    """Ours, and where the package is, which a checkout's own start script knows but a child does not."""
    home = str(Path(inventory_app.__file__).resolve().parent.parent)
    paths = [home, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


async def end_child(process: Process) -> None:
    """Kill it when it still runs, and wait for it, so that no child and no pipe is left behind.

    Whoever is cancelled once more meanwhile waits as well: what was killed is gone in a moment.
    """
    import asyncio  # noqa: PLC0415 - children ask for their environment too, and most of them need no loop

    if process.returncode is None:
        with suppress(ProcessLookupError):  # it ended by itself in between
            process.kill()
    if process.stdin is not None:
        process.stdin.close()
    stopped: asyncio.CancelledError | None = None
    while True:
        try:
            await process.communicate()
            break
        except asyncio.CancelledError as again:
            stopped = again
    if process.stdin is not None:
        with suppress(ConnectionError):  # what was not read any more; asyncio reports it unless somebody takes it
            await process.stdin.wait_closed()
    if stopped is not None:
        raise stopped
