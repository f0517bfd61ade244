"""What differs between the two engines, as one interface; sqlite.py and postgresql.py implement it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, ClassVar, Literal

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession
from sqlalchemy.orm import DeclarativeBase

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.new_order import NewOrder, SavedOrder


class Dialect(ABC):
    """Stateless rules of one engine."""

    name: ClassVar[Literal["sqlite", "postgresql"]]
    one_writer: ClassVar[bool]

    @abstractmethod
    def open(self, config: DatabaseConfig) -> AsyncEngine:
        """Make the engine with its pool and connection settings; connects to nothing yet."""

    @abstractmethod
    def insert(self, table: type[DeclarativeBase]) -> Any:
        """The engine's own INSERT, which has ON CONFLICT."""

    @abstractmethod
    async def next_id(self, session: AsyncSession, table: type[DeclarativeBase]) -> int:
        """The id that the next row of ``table`` shall have; the caller inserts it in this transaction."""

    @abstractmethod
    async def save_order(self, session: AsyncSession, order: NewOrder) -> SavedOrder:
        """Give a new sales order its number and write it with its lines and allocations."""

    @abstractmethod
    async def begin_action(self, connection: AsyncConnection, config: DatabaseConfig) -> None:
        """First statements of an action's transaction: limits of waiting."""

    @abstractmethod
    async def begin_staging(self, connection: AsyncConnection) -> None:
        """First statements of an import's scratch transaction: its statements take as long as the file is."""

    @abstractmethod
    async def lift_limit(self, connection: AsyncConnection) -> None:
        """Let the statements of this transaction take as long as they need: what they work on may be a million rows."""

    @abstractmethod
    async def begin_import(self, connection: AsyncConnection, config: DatabaseConfig, tables: Sequence[str]) -> None:
        """First statements of an import's try: keep edits of ``tables`` out, let waiters tell what they wait for."""

    @abstractmethod
    async def begin_probe(self, connection: AsyncConnection, lock_timeout: float) -> None:
        """First statement of the probe's transaction: it waits only this many seconds."""

    @abstractmethod
    async def commit(self, connection: AsyncConnection) -> None:
        """Send COMMIT; repeats it where the engine says that it may be repeated."""

    @abstractmethod
    def import_lock(self, config: DatabaseConfig) -> AbstractAsyncContextManager[None]:
        """Held around an import's try by engines whose transaction cannot show it by itself.

        Raises ImportRunningError while another import holds it.
        """

    @abstractmethod
    async def import_is_running(self, connection: AsyncConnection, config: DatabaseConfig) -> bool:
        """Whether some import holds the database right now, in whatever process."""
