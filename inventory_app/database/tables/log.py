"""What was done: the log of actions (first write and last write of each), changed fields, and imports."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from inventory_app.database.tables.base import Base
from inventory_app.database.types import Document, Id, Key, UtcDateTime


class ActionLog(Base):
    """One row per committed action: its first write, idempotency key, and what the probe for Unknown collides with.

    ``database_user`` and ``transaction_id`` are filled by PostgreSQL itself; SQLite has neither. ``reverses`` is
    unique: an action can be taken back once.
    """

    __tablename__ = "action_log"
    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(Text)
    actor: Mapped[str] = mapped_column(Text)
    workstation: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reverses: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("action_log.id"), unique=True)
    transaction_id: Mapped[int | None] = mapped_column(BigInteger)
    database_user: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (
        Index("ix_action_log_recorded_at_id", "recorded_at", "id"),
        Index("ix_action_log_transaction_id", "transaction_id", postgresql_where=text("transaction_id IS NOT NULL"),
              sqlite_where=text("transaction_id IS NOT NULL")),
    )  # fmt: skip


class ActionResult(Base):
    """The last write of each action: the sentence that was shown, JSON values, and the topics it touched."""

    __tablename__ = "action_result"
    id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("action_log.id"), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text)
    result: Mapped[dict[str, Any]] = mapped_column(Document)
    topics: Mapped[list[str]] = mapped_column(Document)
    notes: Mapped[list[str]] = mapped_column(Document)


class ChangeLog(Base):
    """Old and new values of the fields of one record that one action changed. Created records need no row."""

    __tablename__ = "change_log"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    action_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("action_log.id"), index=True)
    record_kind: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int] = mapped_column(Id)
    old_values: Mapped[dict[str, Any]] = mapped_column(Document)
    new_values: Mapped[dict[str, Any]] = mapped_column(Document)
    __table_args__ = (
        Index("ix_change_log_record_kind_record_id_id", "record_kind", "record_id", "id"),
        {"sqlite_autoincrement": True},
    )


class ImportRun(Base):
    """A committed import. ``request`` is the hash of file, mapping and options: the same again is known by it."""

    __tablename__ = "import_run"
    id: Mapped[int] = mapped_column(Id, primary_key=True)
    action_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("action_log.id"), unique=True)
    kind: Mapped[str] = mapped_column(Text)
    file_name: Mapped[str] = mapped_column(Text)
    file_sha256: Mapped[str] = mapped_column(Text)
    request: Mapped[str] = mapped_column(Key, index=True)
    mapping: Mapped[dict[str, Any]] = mapped_column(Document)
    options: Mapped[dict[str, Any]] = mapped_column(Document)
    counts: Mapped[dict[str, Any]] = mapped_column(Document, server_default=text("'{}'"))
    imported_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = ({"sqlite_autoincrement": True},)
