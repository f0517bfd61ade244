"""What is needed to open a database. Values only; the password is never part of a URL that is shown or logged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from inventory_app.domain.errors import Refusal

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
TlsMode = Literal["verify-full", "verify-ca", "require", "prefer", "disable"]
IsolationLevel = Literal["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"]
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class DatabaseConfig:
    """One database and how to talk to it. Times are in seconds.

    ``url`` holds driver, place and user, never a password. ``pooler`` is for a transaction pooler such as PgBouncer
    between us and PostgreSQL. ``isolation`` counts on PostgreSQL only; SQLite is always serializable.
    """

    url: URL
    password: str | None = field(default=None, repr=False)
    tls: TlsMode | None = None
    root_certificate: str | None = None
    strict_certificates: bool = True
    pooler: bool = False
    pool_size: int = 5
    max_overflow: int = 10
    pool_timeout: float = 5.0
    pre_ping: bool = False
    recycle: int = -1
    isolation: IsolationLevel = "READ COMMITTED"
    connect_timeout: float = 10.0
    lock_timeout: float = 5.0
    statement_timeout: float = 60.0
    log_sql: bool = False

    @classmethod
    def from_url(cls, url: str, password: str | None = None) -> DatabaseConfig:
        """Read an SQLAlchemy URL; a password in it is taken out of it. Raises Refusal when it is not one of ours."""
        try:
            parsed = make_url(url)
        except ArgumentError as unreadable:
            raise Refusal(
                "database_url",
                "database: this is not a profile's name or a URL like sqlite+aiosqlite:///file.db.",
            ) from unreadable
        backend = parsed.get_backend_name()
        if parsed.drivername not in (*DRIVERS.values(), *DRIVERS):
            known = " or ".join(DRIVERS.values())
            raise Refusal("database_url", f"database: “{parsed.drivername}” is not supported; use {known}.")
        if backend == "sqlite" and parsed.database in (None, "", ":memory:"):
            raise Refusal("database_url", "database: name a file, as in sqlite+aiosqlite:///stockroom.db.")
        found = parsed.password if password is None else password
        clean = URL.create(
            DRIVERS[backend],
            username=parsed.username,
            host=parsed.host,
            port=parsed.port,
            database=parsed.database,
            query=parsed.query,
        )
        return cls(clean, password=str(found) if found is not None else None)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def path(self) -> str:
        """The file of an SQLite database. Raises ValueError for a server."""
        if not self.is_sqlite or self.url.database is None:
            raise ValueError("only an SQLite database has a path")
        return self.url.database

    @property
    def files(self) -> tuple[str, ...]:
        """The files that an SQLite database consists of, its own one first; none for a server."""
        return tuple(f"{self.path}{end}" for end in ("", "-wal", "-shm", "-journal")) if self.is_sqlite else ()

    @property
    def tls_mode(self) -> TlsMode:
        """The mode in force: what was chosen, else verify-full to every host but this machine."""
        if self.tls is not None:
            return self.tls
        host = self.url.host
        return "prefer" if host is None or host in LOOPBACK or host.startswith("/") else "verify-full"

    def display(self) -> str:
        """The URL as it may be shown; it has no password to begin with."""
        return self.url.render_as_string(hide_password=True)
