"""The session that a question is given. Screens name it without knowing what is behind it."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

Session: TypeAlias = AsyncSession
