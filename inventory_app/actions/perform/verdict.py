"""How one try of an action ended, kept safe from whatever happens while the try is cleared away."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from types import TracebackType
from typing import TypeAlias

from inventory_app.actions.outcome import Outcome
from inventory_app.database.faults import Fault, classify

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Rolled back for sure, by a fault that may pass."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class AskDatabase:
    """COMMIT gave no sure answer."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class LoggedAlready:
    """Rolled back, because the action's id is in the log of committed actions."""

    fault: Fault


Verdict: TypeAlias = Outcome | TryAgain | AskDatabase | LoggedAlready


class Decision:
    """Put around everything that a try uses. Once ``verdict`` is set, closing those things cannot change it any more.

    Without it a cancel that arrives while a connection goes back to its pool would turn a commit into “nothing was
    saved”. A cancel is heard only where another try would follow.
    """

    def __init__(self) -> None:
        self.verdict: Verdict | None = None

    def made(self) -> Verdict:
        """The verdict; there is one when the block was left without an exception."""
        if self.verdict is None:
            raise RuntimeError("a try ended without a verdict")
        return self.verdict

    async def __aenter__(self) -> Decision:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is None or self.verdict is None:
            return False
        if isinstance(error, asyncio.CancelledError):
            return not isinstance(self.verdict, TryAgain)
        if isinstance(error, Exception):
            log.warning("clearing away after a try failed: %s", classify(error).detail)
            return True
        return False
