"""The test of a connection: a list of checks in plain words, each with its time; never a password.

`diagnose` opens connections of its own, changes nothing and never raises for a database that is out of order:
that is what its checks tell. The drivers are used directly, so that each step can be told apart.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from inventory_app.database.diagnosis import file, server
from inventory_app.database.diagnosis.findings import Check, Diagnosis, Remedy, Status

if TYPE_CHECKING:
    from inventory_app.database.config import DatabaseConfig

__all__ = ["Check", "Diagnosis", "Remedy", "Status", "diagnose"]


async def diagnose(config: DatabaseConfig) -> Diagnosis:
    """Check the database of ``config`` from the outside in; what a failed check makes pointless is skipped."""
    started_at = datetime.now(UTC)
    checks = await (file.checks(config) if config.is_sqlite else server.checks(config))
    return Diagnosis(place=config.display(), checked_at=started_at, checks=checks)
