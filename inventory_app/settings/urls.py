"""Reads the database URLs that the command line takes; without SQLAlchemy, but with its rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from typing_extensions import override

from inventory_app.settings.errors import InvalidSettingError
from inventory_app.settings.masking import mask_url
from inventory_app.settings.profiles import DatabaseKind, Profile, check_field

_SQLITE_SCHEMES = ("sqlite", "sqlite+aiosqlite")
_POSTGRESQL_SCHEMES = ("postgresql", "postgres", "postgresql+asyncpg")
_QUERY_FIELDS = {
    "sslmode": "tls",
    "ssl": "tls",
    "sslrootcert": "root_certificate",
    "host": "host",
    "port": "port",
}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*")
_END_OF_AUTHORITY = re.compile(r"[/?#]")
URL_WARNING = (
    "The password stands in the URL, where other people of this computer can read it; "
    "use INVENTORY_APP_PASSWORD, --password-stdin or the keyring."
)


@dataclass(frozen=True)
class SplitUrl:
    """A URL taken apart: where to go, and the secret apart from it (never shown, not even by repr)."""

    profile: Profile
    password: str | None

    @override
    def __repr__(self) -> str:
        return f"SplitUrl({self.profile.display()!r})"

    @property
    def warning(self) -> str | None:
        return None if self.password is None else URL_WARNING


def is_url(text: str) -> bool:
    """Whether `--database` was given a URL and not a profile's name."""
    return "://" in text


def split_url(url: str, name: str = "") -> SplitUrl:
    """Profile and password of a URL; InvalidSettingError (without the password) when it cannot be read."""
    scheme, mark, rest = url.strip().partition("://")
    if not mark:
        raise _refused(url, "a URL begins as sqlite+aiosqlite:///path.db or postgresql+asyncpg://user@host/db")
    if scheme.lower() in _SQLITE_SCHEMES:
        return SplitUrl(_sqlite(url, rest, name), None)
    if scheme.lower() in _POSTGRESQL_SCHEMES:
        return _postgresql(url, name)
    # What is no scheme may be part of a password.
    named = scheme if _SCHEME.fullmatch(scheme) else "this"
    raise _refused(url, f"{named} is not supported; use sqlite+aiosqlite or postgresql+asyncpg")


def _refused(url: str, advice: str) -> InvalidSettingError:
    shown = mask_url(url)
    return InvalidSettingError("database", shown, f"Database URL {shown}: {advice}.")


def _sqlite(url: str, rest: str, name: str) -> Profile:
    path, _, query = rest.removeprefix("/").partition("?")
    if not rest.startswith("/") or path in ("", ":memory:") or path.startswith("file:"):
        raise _refused(url, "name a file, as sqlite+aiosqlite:///stock.db or sqlite+aiosqlite:////srv/stock.db")
    if query:
        raise _refused(url, f"the option {query.partition('=')[0]} is not known for SQLite")
    return Profile(id=f"url:{path}", name=name or path, kind=DatabaseKind.SQLITE, path=path)


def _postgresql(url: str, name: str) -> SplitUrl:
    behind = url.strip().partition("://")[2]
    authority = _END_OF_AUTHORITY.split(behind, maxsplit=1)[0]
    if ":" in authority and "@" in behind[len(authority) :]:
        # Read as a host, a port and a path it would be shown, and tried, with a part of the password in it.
        raise _refused(url, "a / ? # or @ in a password is written as %2F %3F %23 or %40")
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        # "from None": the cause's text may repeat what stands behind the user, which is the password
        raise _refused(url, "host or port cannot be read") from None if "@" in url else error
    fields: dict[str, Any] = {
        "host": parts.hostname or "",
        "database": unquote(parts.path.removeprefix("/")),
        "user": unquote(parts.username or ""),
    }
    if port is not None:
        fields["port"] = port
    fields |= _query(url, parts)
    profile = Profile(id="", name=name or "URL", kind=DatabaseKind.POSTGRESQL)
    checked = {key: check_field(key, value) for key, value in fields.items()}
    profile = profile.changed(**checked)
    profile = profile.changed(id=f"url:{profile.display()}", name=name or profile.display())
    return SplitUrl(profile, None if parts.password is None else unquote(parts.password))


def _query(url: str, parts: SplitResult) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in parse_qsl(parts.query, keep_blank_values=True):
        if key not in _QUERY_FIELDS:
            known = ", ".join(sorted(_QUERY_FIELDS))
            raise _refused(url, f"the option {key} is not known; known are {known}")
        if _QUERY_FIELDS[key] in found:
            raise _refused(url, f"the option {key} is given twice; one host is supported")
        found[_QUERY_FIELDS[key]] = value
    return found
