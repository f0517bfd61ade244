"""Driver error → our fault: what happened, whether to try again, and how to say it.

Errors are recognised by SQLSTATE or SQLite result code through SQLAlchemy's wrapper, never by their text, with three
exceptions that have no code of their own (the guards of SQLite, a pool that is exhausted, a connection that is closed).
asyncpg raises plain OSError while a server is down, so those are looked at too.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

_CONNECTION_STATES = ("08", "57P01", "57P02", "57P03", "57P05", "25P03", "25P04")


class FaultKind(Enum):
    """What kind of fault it was; ``transient`` ones may pass by themselves."""

    SERIALIZATION = ("Another workstation changed the same rows at the same moment", True)
    DEADLOCK = ("Another workstation held the rows", True)
    LOCKED = ("Another workstation held the rows", True)
    POOL_EXHAUSTED = ("All connections were busy", True)
    TOO_MANY_CONNECTIONS = ("The database server has no free connection", True)
    CONNECTION_LOST = ("The connection to the database was lost", True)
    UNREACHABLE = ("The database cannot be reached", True)
    FILE_FAILED = ("The file of the database could not be read or written", True)
    STALE_STATEMENT = ("The tables were changed while the program ran", True)
    UNIQUE = ("A record with the same key exists already", False)
    FOREIGN_KEY = ("A record that this one refers to is missing, or others still refer to it", False)
    CHECK = ("A value breaks a rule of the database", False)
    NOT_NULL = ("A value is missing", False)
    APPEND_ONLY = ("The ledger and the log can only be added to", False)
    STATEMENT_TIMEOUT = ("The database took longer than the time limit of the settings", False)
    DISK_FULL = ("The disk of the database is full", False)
    READ_ONLY = ("The database can only be read", False)
    NOT_ALLOWED = ("The database user may not do this", False)
    LOGIN = ("The database refused the user or the password", False)
    NO_DATABASE = ("There is no database of that name", False)
    CORRUPT = ("The database file is damaged or is not a database", False)
    NO_SCHEMA = ("The database has not the tables that this program needs", False)
    INTERRUPTED = ("The statement was interrupted", False)
    OTHER = ("Something unexpected happened", False)

    def __init__(self, words: str, transient: bool) -> None:
        self.words = words
        self.transient = transient


@dataclass(frozen=True, slots=True)
class Fault:
    """A classified error. ``code`` is the SQLSTATE or SQLite's name, ``constraint`` what was violated if known."""

    kind: FaultKind
    code: str
    detail: str
    constraint: str = ""

    @property
    def connection_is_gone(self) -> bool:
        return self.kind in (FaultKind.CONNECTION_LOST, FaultKind.UNREACHABLE, FaultKind.FILE_FAILED)

    @property
    def unreachable(self) -> bool:
        """Whether the database as a whole is out of reach for now, as opposed to one statement that failed."""
        return self.connection_is_gone or self.kind in (
            FaultKind.LOGIN, FaultKind.NO_DATABASE, FaultKind.CORRUPT, FaultKind.TOO_MANY_CONNECTIONS
        )  # fmt: skip


class ImportRunningError(Exception):
    """An import in another process holds the database: what to wait for, and nothing that went wrong."""


_BY_STATE = {
    "40001": FaultKind.SERIALIZATION,
    "40P01": FaultKind.DEADLOCK,
    "55P03": FaultKind.LOCKED,
    "53300": FaultKind.TOO_MANY_CONNECTIONS,
    "53100": FaultKind.DISK_FULL,
    "23505": FaultKind.UNIQUE,
    "23503": FaultKind.FOREIGN_KEY,
    "23001": FaultKind.FOREIGN_KEY,
    "23514": FaultKind.CHECK,
    "23502": FaultKind.NOT_NULL,
    "57014": FaultKind.STATEMENT_TIMEOUT,
    "25006": FaultKind.READ_ONLY,
    "42501": FaultKind.NOT_ALLOWED,
    "28P01": FaultKind.LOGIN,
    "28000": FaultKind.LOGIN,
    "3D000": FaultKind.NO_DATABASE,
    "42P01": FaultKind.NO_SCHEMA,
    "26000": FaultKind.STALE_STATEMENT,
    "0A000": FaultKind.OTHER,
    "SR001": FaultKind.APPEND_ONLY,
}
_BY_SQLITE = {
    "SQLITE_BUSY": FaultKind.LOCKED,
    "SQLITE_LOCKED": FaultKind.LOCKED,
    "SQLITE_CONSTRAINT_UNIQUE": FaultKind.UNIQUE,
    "SQLITE_CONSTRAINT_PRIMARYKEY": FaultKind.UNIQUE,
    "SQLITE_CONSTRAINT_ROWID": FaultKind.UNIQUE,
    "SQLITE_CONSTRAINT_FOREIGNKEY": FaultKind.FOREIGN_KEY,
    "SQLITE_CONSTRAINT_CHECK": FaultKind.CHECK,
    "SQLITE_CONSTRAINT_NOTNULL": FaultKind.NOT_NULL,
    "SQLITE_CONSTRAINT_TRIGGER": FaultKind.CHECK,
    "SQLITE_FULL": FaultKind.DISK_FULL,
    "SQLITE_READONLY": FaultKind.READ_ONLY,
    "SQLITE_CORRUPT": FaultKind.CORRUPT,
    "SQLITE_NOTADB": FaultKind.CORRUPT,
    "SQLITE_CANTOPEN": FaultKind.UNREACHABLE,
    "SQLITE_IOERR": FaultKind.FILE_FAILED,
    "SQLITE_INTERRUPT": FaultKind.INTERRUPTED,
}
# What a guard of ours says that stands in for a unique key.
_DOUBLED = re.compile(r"(\w+) (\w+) exists")
# asyncpg's own errors that have no SQLSTATE, by class name: importing the driver here would load it for SQLite too.
_BY_CLASS = {
    "ConnectionDoesNotExistError": FaultKind.CONNECTION_LOST,
    "ConnectionFailureError": FaultKind.CONNECTION_LOST,
    # What a statement meets when the server's farewell was read and the end of the connection was not yet.
    "InternalClientError": FaultKind.CONNECTION_LOST,
    "InvalidCachedStatementError": FaultKind.STALE_STATEMENT,
    "OutdatedSchemaCacheError": FaultKind.STALE_STATEMENT,
}


def classify(error: BaseException) -> Fault:
    """What ``error`` means. Never raises; what is not known is OTHER."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, PoolTimeoutError):
        return Fault(FaultKind.POOL_EXHAUSTED, "pool", detail)
    if isinstance(error, ImportRunningError):
        return Fault(FaultKind.LOCKED, "import", detail)
    for link in _chain(error):
        fault = _of_sqlite(link, detail) if isinstance(link, sqlite3.Error) else _of_server(link, detail)
        if fault is not None:
            return fault
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return Fault(FaultKind.CONNECTION_LOST, "invalidated", detail)
    return Fault(FaultKind.OTHER, "", detail)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, the driver's error inside it, and what they were raised from."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        link = waiting.pop(0)
        if id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        inner = (getattr(link, "orig", None), link.__cause__)
        waiting.extend(one for one in inner if isinstance(one, BaseException))


def _of_sqlite(error: sqlite3.Error, detail: str) -> Fault | None:
    name = str(getattr(error, "sqlite_errorname", "") or "")
    text = str(error)
    if name == "SQLITE_CONSTRAINT_TRIGGER":
        if text.endswith(" is append-only"):
            return Fault(FaultKind.APPEND_ONLY, name, detail)
        doubled = _DOUBLED.fullmatch(text)
        if doubled:
            table, column = doubled.groups()
            key = f"pk_{table}" if column == "id" else f"uq_{table}_{column}"
            return Fault(FaultKind.UNIQUE, name, detail, constraint=key)
    for length in range(len(name.split("_")), 1, -1):
        kind = _BY_SQLITE.get("_".join(name.split("_")[:length]))
        if kind is not None:
            return Fault(kind, name, detail, constraint=text.partition("constraint failed: ")[2])
    if name == "SQLITE_ERROR" and text.startswith("no such table"):
        return Fault(FaultKind.NO_SCHEMA, name, detail)
    return None


def _of_server(error: BaseException, detail: str) -> Fault | None:
    state = str(getattr(error, "sqlstate", "") or "")
    constraint = _constraint_of(error)
    by_class = _BY_CLASS.get(type(error).__name__)
    if by_class is not None:
        return Fault(by_class, state, detail)
    if state in _BY_STATE:
        return Fault(_BY_STATE[state], state, detail, constraint)
    if state.startswith(_CONNECTION_STATES):
        return Fault(FaultKind.CONNECTION_LOST, state, detail)
    if state:
        return Fault(FaultKind.OTHER, state, detail, constraint)
    # asyncpg says this and wrong uses of a connection by one class without a code.
    if type(error).__name__ == "InterfaceError" and "connection is closed" in str(error):
        return Fault(FaultKind.CONNECTION_LOST, "interface", detail)
    # One that names a file is about that file (an import's, say) and not about the way to a server.
    if isinstance(error, OSError) and error.filename is None:
        return Fault(FaultKind.UNREACHABLE, type(error).__name__, detail)
    return None


def _constraint_of(error: BaseException) -> str:
    """asyncpg tells the constraint's name on its own error, which SQLAlchemy keeps as the cause."""
    for link in _chain(error):
        name = getattr(link, "constraint_name", None)
        if name:
            return str(name)
    return ""
