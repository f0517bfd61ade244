"""Waiting without an event loop: for processes, windows and databases that somebody else changes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

PATIENCE = 30.0  # a machine with little to spare; what is in order answers far sooner
_PAUSE = 0.03


def wait_for(
    condition: Callable[[], T | None], patience: float = PATIENCE, what: str = "", also: Callable[[], str] | None = None
) -> T:
    """The first true value of `condition`. `also` tells what there was instead when it never came."""
    end = time.monotonic() + patience
    while not (value := condition()):
        if time.monotonic() > end:
            seen = f"; {also()}" if also is not None else ""
            raise AssertionError(f"waited {patience:g} s in vain for {what or condition}{seen}")
        time.sleep(_PAUSE)
    return value
