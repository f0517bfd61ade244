"""Passwords: kept in the keyring, held in memory without one, and never seen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from keyring.backends import fail, null
from keyring.errors import KeyringLocked
from typing_extensions import override

from inventory_app.settings.errors import KeyringUnavailable, NoPasswordError
from inventory_app.settings.secrets import SERVICE, SecretStore, Source, find_password, read_password
from tests.support.keyring_in_memory import MemoryKeyring

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

WORD = "tall ship"
NO_KEYRING: KeyringBackend = fail.Keyring()  # type: ignore[no-untyped-call]
NULL_KEYRING: KeyringBackend = null.Keyring()  # type: ignore[no-untyped-call]


class LockedKeyring(MemoryKeyring):
    """A keyring that the person did not unlock; it tells more than it should."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(f"cannot unlock for {WORD}")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(f"cannot store {password}")


class ReadableKeyring(MemoryKeyring):
    """Keeps passwords readable, as keyring tells by a low priority."""

    priority = 0.5  # type: ignore[assignment]


def test_a_password_is_kept_in_the_keyring_of_the_system(memory_keyring: MemoryKeyring) -> None:
    SecretStore().keep("shop", WORD)
    assert memory_keyring.passwords == {(SERVICE, "shop"): WORD}
    assert SecretStore().find("shop") == WORD
    assert SecretStore().unavailable() is None


def test_a_password_that_nobody_kept_is_none(memory_keyring: MemoryKeyring) -> None:
    secrets = SecretStore(memory_keyring)
    assert secrets.find("shop") is None
    assert secrets.notice is None


def test_forgetting_takes_it_out_everywhere(memory_keyring: MemoryKeyring) -> None:
    secrets = SecretStore(memory_keyring)
    secrets.keep("shop", WORD)
    secrets.forget("shop")
    secrets.forget("shop")
    assert memory_keyring.passwords == {}
    assert secrets.find("shop") is None


@pytest.mark.parametrize("backend", [NO_KEYRING, NULL_KEYRING, ReadableKeyring()], ids=["none", "null", "open"])
def test_without_a_safe_keyring_the_session_holds_it_and_says_so(backend: KeyringBackend) -> None:
    secrets = SecretStore(backend)
    with pytest.raises(KeyringUnavailable) as caught:
        secrets.keep("shop", WORD)
    assert "holds until the program ends" in caught.value.message
    assert "GNOME Keyring" in caught.value.message
    assert secrets.find("shop") == WORD
    assert secrets.unavailable() == caught.value.message
    if isinstance(backend, ReadableKeyring):
        assert backend.passwords == {}


def test_a_keyring_that_fails_tells_no_secret() -> None:
    secrets = SecretStore(LockedKeyring())
    assert secrets.find("shop") is None
    assert secrets.notice is not None
    with pytest.raises(KeyringUnavailable) as caught:
        secrets.keep("shop", WORD)
    assert caught.value.__cause__ is None
    for text in (secrets.notice, caught.value.message, repr(secrets)):
        assert WORD not in text
    assert "KeyringLocked" in caught.value.message


def test_of_a_chain_the_safe_member_is_used() -> None:
    class Chain(MemoryKeyring):
        def __init__(self, *members: KeyringBackend) -> None:
            super().__init__()
            self.backends: tuple[Any, ...] = members

    readable, safe = ReadableKeyring(), MemoryKeyring()
    SecretStore(Chain(readable, safe)).keep("shop", WORD)
    assert readable.passwords == {}
    assert safe.passwords == {(SERVICE, "shop"): WORD}
    assert SecretStore(Chain(readable)).unavailable() is not None


def test_the_nearest_word_wins(memory_keyring: MemoryKeyring) -> None:
    memory_keyring.set_password(SERVICE, "shop", "of the keyring")
    variable = {"INVENTORY_APP_PASSWORD": "of the environment"}

    def found(**given: Any) -> tuple[str | None, Source]:
        result = find_password("shop", SecretStore(memory_keyring), **{"environ": {}, **given})
        return result.password, result.source

    typed = io.StringIO("typed\nrest")
    assert found(stdin=typed, environ=variable, url_password="of the url") == ("typed", Source.STDIN)
    assert found(environ=variable, url_password="of the url") == ("of the environment", Source.ENVIRONMENT)
    assert found(url_password="of the url") == ("of the url", Source.URL)
    assert found() == ("of the keyring", Source.KEYRING)
    memory_keyring.passwords.clear()
    assert found() == (None, Source.NONE)


def test_a_password_in_a_url_is_taken_with_a_warning() -> None:
    found = find_password("shop", SecretStore(NO_KEYRING), url_password=WORD, environ={})
    assert found.warning is not None
    assert WORD not in repr(found)


def test_the_environment_of_the_process_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVENTORY_APP_PASSWORD", WORD)
    assert find_password("shop", SecretStore(NO_KEYRING)).password == WORD


@pytest.mark.parametrize(("sent", "read"), [("word\n", "word"), (" two words \r\n", " two words "), ("end", "end")])
def test_standard_input_gives_its_first_line(sent: str, read: str) -> None:
    assert read_password(io.StringIO(sent)) == read


@pytest.mark.parametrize("sent", ["", "\n"])
def test_a_promised_password_that_does_not_come_is_told(sent: str) -> None:
    with pytest.raises(NoPasswordError, match="send it as the first line"):
        read_password(io.StringIO(sent))
