"""The program without a window: the same actions and queries, from a shell or a script. Loads neither Qt nor ui."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit status."""
    with _ends_at_once():
        from inventory_app.command_line.program import run  # noqa: PLC0415 - the longest part of a short command

    return run(arguments)


@contextmanager
def _ends_at_once() -> Iterator[None]:
    """While modules are loaded nothing has begun: Ctrl-C ends the process without a word."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
