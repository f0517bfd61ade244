"""Small helpers around statements that SQLAlchemy's types leave open."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import CursorResult, Result


def rows_changed(result: Result[Any]) -> int:
    """How many rows an UPDATE or DELETE hit; batch changes are checked by it."""
    return cast("CursorResult[Any]", result).rowcount
