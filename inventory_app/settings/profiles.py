"""A profile says which database to open and how. It never holds the password; that is in `secrets`."""

from __future__ import annotations

import dataclasses
import ipaddress
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inventory_app.settings.checks import AdviceError, boolean, choice, number, path_text, text, whole
from inventory_app.settings.errors import InvalidSettingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inventory_app.settings.places import Places

DEFAULT_ID = "this-computer"
DEFAULT_NAME = "This computer"
POSTGRESQL_PORT = 5432
RECYCLE_NEVER = -1


class DatabaseKind(StrEnum):
    """What kind of database a profile opens."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"

    @property
    def word(self) -> str:
        return "SQLite" if self is DatabaseKind.SQLITE else "PostgreSQL"


class TlsMode(StrEnum):
    """How the way to the server is protected, strongest first; the words are PostgreSQL's own."""

    VERIFY_FULL = "verify-full"
    VERIFY_CA = "verify-ca"
    REQUIRE = "require"
    PREFER = "prefer"
    DISABLE = "disable"

    @property
    def word(self) -> str:
        """The line of the choice in the form."""
        return _TLS_WORDS[self]

    @property
    def verifies(self) -> bool:
        return self in (TlsMode.VERIFY_FULL, TlsMode.VERIFY_CA)


_TLS_WORDS = {
    TlsMode.VERIFY_FULL: "Required, verify the certificate",
    TlsMode.VERIFY_CA: "Required, verify the certificate but not its host name",
    TlsMode.REQUIRE: "Required, do not verify the certificate",
    TlsMode.PREFER: "When the server offers it",
    TlsMode.DISABLE: "Never",
}

_TLS_WARNINGS = {
    TlsMode.VERIFY_CA: "The host name in the certificate is not checked: any server that the same authority "
    "vouches for could pose as this one.",
    TlsMode.REQUIRE: "Encrypted, but the certificate is not checked: another computer could pose as the server.",
    TlsMode.PREFER: "Encrypted only when the server offers it: whoever sits on the way can switch it off.",
    TlsMode.DISABLE: "Nothing is encrypted: whoever sits on the way can read and change what is sent.",
}


class Isolation(StrEnum):
    """Isolation level of transactions on PostgreSQL; SQLite's are serializable always."""

    READ_COMMITTED = "READ COMMITTED"
    REPEATABLE_READ = "REPEATABLE READ"
    SERIALIZABLE = "SERIALIZABLE"


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One database. `tls` None means: verify-full, but on this computer itself whatever the server offers."""

    name: str
    kind: DatabaseKind
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    path: str = ""
    host: str = ""
    port: int = POSTGRESQL_PORT
    database: str = ""
    user: str = ""
    tls: TlsMode | None = None
    root_certificate: str = ""
    strict_x509: bool = True
    pooler: bool = False
    pool_size: int = 5
    max_overflow: int = 10
    pool_timeout_seconds: float | None = None
    pre_ping: bool = True
    recycle_seconds: int = 1800
    isolation: Isolation = Isolation.READ_COMMITTED
    sql_log: bool = False

    @classmethod
    def this_computer(cls, places: Places) -> Profile:
        """The profile of the first start: a file in the person's data directory."""
        return cls(id=DEFAULT_ID, name=DEFAULT_NAME, kind=DatabaseKind.SQLITE, path=str(places.default_database))

    @classmethod
    def from_url(cls, url: str, name: str = "") -> Profile:
        """The profile of an SQLAlchemy URL; a password in it is dropped (see `urls.split_url`)."""
        from inventory_app.settings.urls import split_url  # noqa: PLC0415 - urls builds on this module

        return split_url(url, name).profile

    @classmethod
    def from_record(cls, profile_id: str, record: Mapping[str, object]) -> tuple[Profile, dict[str, str]]:
        """The profile that a file or a form holds, and what did not fit: field → message.

        A field that does not fit takes its default; fields that this version does not know are left alone.
        """
        values: dict[str, Any] = {}
        problems: dict[str, str] = {}
        for name in FIELDS.keys() & record.keys():
            try:
                values[name] = check_field(name, record[name])
            except InvalidSettingError as error:
                problems[name] = error.message
        values.setdefault("name", profile_id)
        values.setdefault("kind", DatabaseKind.POSTGRESQL if record.get("host") else DatabaseKind.SQLITE)
        return cls(id=profile_id, **values), problems

    def record(self) -> dict[str, object]:
        """What the settings file keeps: every field but the id."""
        return {name: getattr(self, name) for name in FIELDS}

    @property
    def is_local(self) -> bool:
        """A file, or a server on this computer: what is sent never leaves it."""
        return self.kind is DatabaseKind.SQLITE or is_loopback(self.host)

    @property
    def effective_tls(self) -> TlsMode:
        """The mode in force; a loopback server rarely has a certificate, and nobody sits on the way."""
        if self.tls is not None:
            return self.tls
        return TlsMode.PREFER if self.is_local else TlsMode.VERIFY_FULL

    @property
    def warning(self) -> str | None:
        """What is unsafe about this profile, for the form and for the log; None when nothing is."""
        return None if self.is_local else _TLS_WARNINGS.get(self.effective_tls)

    @property
    def file(self) -> Path:
        """The file of an SQLite profile."""
        return Path(self.path).expanduser()

    def summary(self) -> str:
        """The line below the name: "PostgreSQL · db.shop.lan", "SQLite · stockroom.db"."""
        place = self.file.name if self.kind is DatabaseKind.SQLITE else self.host
        return f"{self.kind.word} · {place}"

    def display(self) -> str:
        """The address in one line for logs and messages; there is no password in it."""
        if self.kind is DatabaseKind.SQLITE:
            return f"sqlite:///{self.path}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"postgresql://{self.user}@{host}:{self.port}/{self.database}"

    def problems(self) -> dict[str, str]:
        """Field → what is wrong with it and what to do; empty when the profile can be used."""
        found: dict[str, str] = {}
        for name in FIELDS:
            try:
                check_field(name, getattr(self, name))
            except InvalidSettingError as error:
                found[name] = error.message
        for name, message in self._missing():
            found.setdefault(name, message)
        return found

    def _missing(self) -> list[tuple[str, str]]:
        """What this kind of database cannot do without."""
        if self.kind is DatabaseKind.SQLITE:
            return [] if self.path else [("path", "File: choose where the database is kept.")]
        found = []
        if not self.host:
            found.append(("host", "Host: give the name or address of the server, as db.shop.lan."))
        if not self.database:
            found.append(("database", "Database: give its name on the server."))
        if not self.user:
            found.append(("user", "User: give the name to log in with."))
        if self.root_certificate and not Path(self.root_certificate).expanduser().is_file():
            found.append(("root_certificate", f"Root certificate: there is no file {self.root_certificate}."))
        return found

    def changed(self, **fields: Any) -> Profile:
        """The same profile with some fields different."""
        return dataclasses.replace(self, **fields)


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer: localhost, a loopback address, or a socket in the file system."""
    name = host.strip().rstrip(".").lower()
    if name.startswith("/") or name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def _host(value: object) -> str:
    host = text(most=253)(value)
    if host.startswith("/"):
        return host
    if any(mark in host for mark in "/@?#") or any(character.isspace() for character in host):
        raise AdviceError("give the name or address of the server alone, without //, user or path")
    if host.count(":") == 1:
        raise AdviceError("give the port in its own field")
    return host.strip("[]")


def _optional(read: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda value: None if value is None or value == "" else read(value)


def _recycle(value: object) -> int:
    seconds = whole(RECYCLE_NEVER, 604_800)(value)
    if 0 <= seconds < 10:
        raise AdviceError("give at least 10 seconds, or −1 for never")
    return seconds


# Field → (label in the form, reader). The order is that of the form.
FIELDS: Mapping[str, tuple[str, Callable[[object], Any]]] = {
    "name": ("Name", text(100, least=1)),
    "kind": ("Kind", choice(DatabaseKind)),
    "path": ("File", path_text),
    "host": ("Host", _host),
    "port": ("Port", whole(1, 65_535)),
    "database": ("Database", text(most=63)),
    "user": ("User", text(most=63)),
    "tls": ("TLS", _optional(choice(TlsMode))),
    "root_certificate": ("Root certificate", path_text),
    "strict_x509": ("Strict certificate check", boolean),
    "pooler": ("Behind a transaction pooler", boolean),
    "pool_size": ("Connections kept open", whole(1, 100)),
    "max_overflow": ("More connections when busy", whole(0, 100)),
    "pool_timeout_seconds": ("Wait for a free connection", _optional(number(0.1, 600))),
    "pre_ping": ("Check a connection before use", boolean),
    "recycle_seconds": ("Renew a connection after", _recycle),
    "isolation": ("Isolation", choice(Isolation)),
    "sql_log": ("Write SQL to the log", boolean),
}


def check_field(name: str, value: object) -> Any:
    """`value`, which may be a form's text, as the field's type, or InvalidSettingError."""
    label, read = FIELDS[name]
    try:
        return read(value)
    except AdviceError as advice:
        shown = "" if value in ("", None) else f" {value!r}"
        raise InvalidSettingError(name, value, f"{label}{shown}: {advice}.") from advice
