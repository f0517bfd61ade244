"""Why a database is out of reach, in words."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.faults import classify
from inventory_app.ui.runtime.causes import cause_of

SHOP = DatabaseConfig.from_url("postgresql+asyncpg://app@db.shop.lan/shop")


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (ConnectionRefusedError(111, "refused"), "Nothing listens at db.shop.lan:5432"),
        (socket.gaierror(-2, "unknown"), "The name db.shop.lan is not known"),
        (TimeoutError(), "db.shop.lan:5432 does not answer within 10 s"),
    ],
)
def test_the_cause_is_found_inside(error: OSError, cause: str) -> None:
    wrapped = OperationalError("SELECT 1", {}, error)
    wrapped.__cause__ = error
    error.__cause__ = wrapped  # a circle, which drivers make
    for told in (error, wrapped):
        assert cause_of(told, classify(told), SHOP).startswith(cause)


def test_a_file_is_named(tmp_path: Path) -> None:
    config = DatabaseConfig.from_url(f"sqlite+aiosqlite:///{tmp_path / 'gone.db'}")
    assert cause_of(OSError(), classify(OSError()), config) == f"The file {tmp_path / 'gone.db'} cannot be opened."
