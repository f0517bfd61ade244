"""Profiles: fields, TLS by default, what is shown of them, and the URLs that they come from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from inventory_app.settings.errors import InvalidSettingError
from inventory_app.settings.places import Places
from inventory_app.settings.profiles import (
    DatabaseKind,
    Isolation,
    Profile,
    TlsMode,
    check_field,
    is_loopback,
)
from inventory_app.settings.urls import is_url, split_url

if TYPE_CHECKING:
    from pathlib import Path

SHOP = Profile(
    id="shop",
    name="Shop",
    kind=DatabaseKind.POSTGRESQL,
    host="db.shop.lan",
    database="stockroom",
    user="stockroom_app",
)


def test_the_profile_of_the_first_start_is_a_file_of_the_person(tmp_path: Path) -> None:
    profile = Profile.this_computer(Places.of_user(tmp_path))
    assert profile.name == "This computer"
    assert profile.file == tmp_path / "data" / "stockroom.db"
    assert profile.summary() == "SQLite · stockroom.db"
    assert profile.problems() == {}
    assert profile.warning is None


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("db.localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("[::1]", True),
        ("/run/postgresql", True),
        ("db.shop.lan", False),
        ("10.4.0.12", False),
        ("localhost.example.com", False),
        ("127.0.0.1.example.com", False),
    ],
)
def test_loopback_is_told_from_the_network(host: str, local: bool) -> None:
    assert is_loopback(host) is local
    expected = TlsMode.PREFER if local else TlsMode.VERIFY_FULL
    assert SHOP.changed(host=host).effective_tls is expected


def test_anything_weaker_than_full_verification_over_the_network_warns() -> None:
    assert SHOP.warning is None
    for mode in TlsMode:
        warning = SHOP.changed(tls=mode).warning
        assert (warning is None) is (mode is TlsMode.VERIFY_FULL)
        assert SHOP.changed(tls=mode, host="127.0.0.1").warning is None
        assert mode.word


def test_what_is_shown_names_the_place() -> None:
    assert SHOP.summary() == "PostgreSQL · db.shop.lan"
    assert SHOP.display() == "postgresql://stockroom_app@db.shop.lan:5432/stockroom"
    assert SHOP.changed(host="fe80::1").display() == "postgresql://stockroom_app@[fe80::1]:5432/stockroom"


def test_a_profile_goes_through_json_and_back() -> None:
    profile = SHOP.changed(tls=TlsMode.REQUIRE, isolation=Isolation.SERIALIZABLE, pool_timeout_seconds=2.5)
    record = json.loads(json.dumps(profile.record()))
    assert Profile.from_record("shop", record) == (profile, {})


def test_a_damaged_record_keeps_what_fits_and_tells_the_rest() -> None:
    profile, problems = Profile.from_record("x", {"host": "db", "port": 99999, "tls": "maybe", "colour": "red"})
    assert (profile.kind, profile.host, profile.port, profile.tls) == (
        DatabaseKind.POSTGRESQL,
        "db",
        5432,
        None,
    )
    assert problems == {
        "port": "Port 99999: give a whole number from 1 to 65,535.",
        "tls": "TLS 'maybe': give one of verify-full, verify-ca, require, prefer, disable.",
    }


@pytest.mark.parametrize(
    ("field", "value", "part"),
    [
        ("name", " ", "at least one character"),
        ("host", "", "give the name or address"),
        ("host", "postgresql://db", "alone"),
        ("host", "mira@db", "alone"),
        ("host", "db shop", "alone"),
        ("host", "db:5433", "port in its own field"),
        ("database", "", "give its name"),
        ("user", "", "log in"),
        ("user", "x" * 64, "at most 63"),
        ("port", 0, "65,535"),
        ("pool_size", 0, "from 1"),
        ("max_overflow", -1, "from 0"),
        ("recycle_seconds", 3, "at least 10 seconds"),
        ("pool_timeout_seconds", 0.0, "from 0.1"),
        ("root_certificate", "/nowhere/root.crt", "there is no file"),
    ],
)
def test_each_field_says_what_is_wrong_with_it(field: str, value: object, part: str) -> None:
    problems = SHOP.changed(**{field: value}).problems()
    assert list(problems) == [field]
    assert part in problems[field]


def test_a_file_profile_needs_its_file_only() -> None:
    profile = Profile(name="Mine", kind=DatabaseKind.SQLITE)
    assert profile.problems() == {"path": "File: choose where the database is kept."}
    assert profile.changed(path="x.db").problems() == {}


def test_fields_are_read_from_the_text_of_a_form() -> None:
    assert check_field("port", " 5433 ") == 5433
    assert check_field("tls", "") is None
    assert check_field("host", "[::1]") == "::1"
    assert check_field("pool_timeout_seconds", "") is None
    assert check_field("recycle_seconds", "-1") == -1


def test_a_server_url_is_taken_apart() -> None:
    split = split_url("postgresql+asyncpg://mira:p%40ss@db.shop.lan:5433/stock%20room?sslmode=verify-ca")
    profile = split.profile
    assert (profile.host, profile.port, profile.database) == ("db.shop.lan", 5433, "stock room")
    assert (profile.user, profile.tls) == ("mira", TlsMode.VERIFY_CA)
    assert split.password == "p@ss"
    assert split.warning is not None
    for shown in (repr(split), repr(profile), profile.display(), profile.name, profile.id):
        assert "p@ss" not in shown
        assert "p%40ss" not in shown


def test_a_server_url_may_leave_things_to_their_defaults() -> None:
    split = split_url("postgres://mira@/stock?host=/run/postgresql")
    assert (split.profile.host, split.profile.port) == ("/run/postgresql", 5432)
    assert split.password is None
    assert split.warning is None
    assert Profile.from_url("postgresql://mira@[::1]/s").host == "::1"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite+aiosqlite:///shop.db", "shop.db"),
        ("sqlite:////srv/shop.db", "/srv/shop.db"),
        ("sqlite+aiosqlite:///C:\\stock\\shop.db", "C:\\stock\\shop.db"),
        ("sqlite+aiosqlite:////srv/100%25/ä b.db", "/srv/100%25/ä b.db"),
    ],
)
def test_a_file_url_is_read_as_sqlalchemy_reads_it(url: str, path: str) -> None:
    profile = Profile.from_url(url)
    assert (profile.kind, profile.path) == (DatabaseKind.SQLITE, path)


@pytest.mark.parametrize(
    "url",
    [
        "shop.db",
        "mysql://mira:geheim@db/shop",
        "postgresql+psycopg://mira:geheim@db/shop",
        "postgresql+asyncpg://mira:geheim@db:port/shop",
        "postgresql+asyncpg://mira:geheim@db/shop?pool=5",
        "postgresql+asyncpg://mira:geheim@/shop?host=a&host=b",
        "postgresql+asyncpg://mira:ge/heim@db/shop",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
        "sqlite+aiosqlite:///x.db?mode=ro",
    ],
)
def test_a_url_that_cannot_be_used_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(InvalidSettingError) as caught:
        split_url(url)
    assert "geheim" not in caught.value.message
    assert "heim" not in caught.value.message
    assert "geheim" not in repr(caught.value)


def test_a_name_is_told_from_a_url() -> None:
    assert is_url("sqlite:///x")
    assert not is_url("This computer")
