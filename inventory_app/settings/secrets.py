"""Passwords: in the system keyring, or in memory for this session; never in a file, a log or a repr.

The keyring may ask the person to unlock it, so `find` and `keep` can take long: call them off the event loop.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO, TypeVar

from typing_extensions import override

from inventory_app.settings.errors import KeyringUnavailable, NoPasswordError
from inventory_app.settings.urls import URL_WARNING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "Stockroom"
PASSWORD_VARIABLE = "INVENTORY_APP_PASSWORD"  # noqa: S105 - the name of a variable
# Below this priority keyring's back ends keep secrets readable, or not at all.
_RECOMMENDED_PRIORITY = 1

_NO_KEYRING = (
    "This computer has no keyring that Stockroom can use; the password holds until the program ends. "
    "Install one (GNOME Keyring or KWallet on Linux) to have it remembered."
)


class SecretStore:
    """Passwords by profile id. What was kept in this session is known without asking the keyring again."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend
        self._looked = backend is not None
        self._session: dict[str, str] = {}
        self.notice: str | None = None

    @override
    def __repr__(self) -> str:
        return f"SecretStore({len(self._session)} in this session)"

    def find(self, profile_id: str) -> str | None:
        """The password, or None when nobody kept one; `notice` says why the keyring gave no answer."""
        if profile_id in self._session:
            return self._session[profile_id]
        try:
            password = self._ask(lambda backend: backend.get_password(SERVICE, profile_id))
        except KeyringUnavailable as unavailable:
            self.notice = unavailable.message
            return None
        if password is not None:
            self._session[profile_id] = password
        return password

    def hold(self, profile_id: str, password: str) -> None:
        """Know the password in this session only."""
        self._session[profile_id] = password

    def keep(self, profile_id: str, password: str) -> None:
        """Keep it in the keyring, and in the session also when KeyringUnavailable tells why that failed."""
        self.hold(profile_id, password)
        self._ask(lambda backend: backend.set_password(SERVICE, profile_id, password))

    def forget(self, profile_id: str) -> None:
        """Remove it from session and keyring (of a removed profile); none there is fine."""
        self._session.pop(profile_id, None)

        def remove(backend: KeyringBackend) -> None:
            if backend.get_password(SERVICE, profile_id) is not None:
                backend.delete_password(SERVICE, profile_id)

        self._ask(remove)

    def unavailable(self) -> str | None:
        """Why passwords cannot be remembered on this computer; None when they can."""
        return _NO_KEYRING if self._usable() is None else None

    def _ask(self, question: Callable[[KeyringBackend], T]) -> T:
        backend = self._usable()
        if backend is None:
            raise KeyringUnavailable(_NO_KEYRING)
        try:
            return question(backend)
        except Exception as error:  # noqa: BLE001 - back ends raise their own kinds: D-Bus, COM, OSStatus
            # "from None" and the class name alone: a back end's text may hold what it was given
            raise KeyringUnavailable(
                f"The keyring of this computer did not answer ({type(error).__name__}); the password holds "
                "until the program ends. Unlock the keyring and save the password again."
            ) from None

    def _usable(self) -> KeyringBackend | None:
        if not self._looked:
            import keyring  # noqa: PLC0415 - its search for back ends would slow every start

            self._backend = keyring.get_keyring()
            self._looked = True
        return None if self._backend is None else _recommended(self._backend)


def _recommended(backend: KeyringBackend) -> KeyringBackend | None:
    """`backend`, or for a chain its first safe member, when it truly protects what it keeps."""
    for candidate in getattr(backend, "backends", (backend,)):
        if candidate.priority >= _RECOMMENDED_PRIORITY:
            return candidate
    return None


class Source(StrEnum):
    """Where a password came from."""

    STDIN = "standard input"
    ENVIRONMENT = PASSWORD_VARIABLE
    URL = "URL"
    KEYRING = "keyring"
    NONE = "nowhere"


@dataclass(frozen=True)
class FoundPassword:
    """A password and where it came from; its repr does not show it."""

    password: str | None
    source: Source
    warning: str | None = None

    @override
    def __repr__(self) -> str:
        return f"FoundPassword(from {self.source})"


def find_password(
    profile_id: str,
    secrets: SecretStore,
    *,
    stdin: TextIO | None = None,
    url_password: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> FoundPassword:
    """The password to open a profile with: standard input (when asked for), environment, URL, keyring."""
    if stdin is not None:
        return FoundPassword(read_password(stdin), Source.STDIN)
    from_environment = (os.environ if environ is None else environ).get(PASSWORD_VARIABLE)
    if from_environment:
        return FoundPassword(from_environment, Source.ENVIRONMENT)
    if url_password is not None:
        return FoundPassword(url_password, Source.URL, URL_WARNING)
    kept = secrets.find(profile_id)
    return FoundPassword(kept, Source.NONE if kept is None else Source.KEYRING, secrets.notice)


def read_password(stdin: TextIO) -> str:
    """The first line of standard input, blanks and all, without its line end."""
    password = stdin.readline().removesuffix("\n").removesuffix("\r")
    if not password:
        raise NoPasswordError("--password-stdin: no password came on standard input; send it as the first line.")
    return password
