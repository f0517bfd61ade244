"""The counts of an import, as the command line tells them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COUNTS = ("records", "accepted", "created", "updated", "unchanged", "rejected")


def counts(values: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(values[name] for name in COUNTS)
