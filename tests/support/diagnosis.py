"""What the tests of a connection's diagnosis have in common."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import asyncpg
import pytest

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.diagnosis import Diagnosis, Status

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SECRET = "word-that-must-not-show"


def configured(url: str, **changes: object) -> DatabaseConfig:
    return dataclasses.replace(DatabaseConfig.from_url(url), **changes)  # type: ignore[arg-type]


def statuses(diagnosis: Diagnosis) -> dict[str, str]:
    return {check.name: check.status.value for check in diagnosis.checks}


def failed(diagnosis: Diagnosis, name: str) -> str:
    """The sentence of the one check that failed; all behind it are skipped and nothing shows the secret."""
    names = [check.name for check in diagnosis.checks]
    assert diagnosis.check(name).status is Status.FAIL, diagnosis.checks
    assert {check.status for check in diagnosis.checks[names.index(name) + 1 :]} <= {Status.SKIPPED}
    assert not diagnosis.usable
    assert SECRET not in repr(diagnosis)
    return diagnosis.check(name).sentence


@pytest.fixture
def prepared(postgresql_stockroom_url: str) -> str:
    """A database with our tables."""
    return postgresql_stockroom_url


@pytest.fixture
async def admin(prepared: str) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
    connection = await asyncpg.connect(prepared.replace("+asyncpg", ""))
    yield connection
    await connection.close()
