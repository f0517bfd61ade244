"""How often and how long an action is tried; all of it can be changed in the settings."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Limits, in seconds. ``resolve_time`` is how long an Unknown is asked about before it is given back as such."""

    max_tries: int = 5
    max_seconds: float = 15.0
    base_delay: float = 0.05
    max_delay: float = 2.0
    import_wait: float = 600.0
    resolve_time: float = 60.0
    probe_lock_timeout: float = 2.0

    def delay(self, tries: int) -> float:
        """A random pause before the next try, so that two that collided do not collide again (full jitter)."""
        return random.uniform(0, min(self.max_delay, self.base_delay * 2**tries))  # noqa: S311 - not a secret

    def may_retry(self, tries: int, seconds: float) -> bool:
        """Whether another try is allowed after ``tries`` of them in ``seconds``."""
        return tries < self.max_tries and seconds < self.max_seconds
