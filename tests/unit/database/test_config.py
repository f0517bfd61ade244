"""What a URL says, and what is never shown of it."""

from __future__ import annotations

import pytest

from inventory_app.database.config import DatabaseConfig
from inventory_app.domain.errors import Refusal


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:////tmp/x.db", "sqlite+aiosqlite"),
        ("postgresql://app@host/db", "postgresql+asyncpg"),
        ("postgresql+asyncpg://app@host:6432/db?application_name=x", "postgresql+asyncpg"),
    ],
)
def test_our_two_drivers(url: str, driver: str) -> None:
    config = DatabaseConfig.from_url(url)
    assert config.url.drivername == driver
    assert config.is_sqlite is driver.startswith("sqlite")


@pytest.mark.parametrize(
    "url",
    ["", "x", "mysql://host/db", "postgresql+psycopg://host/db", "sqlite+pysqlite:///x.db", "sqlite://",
     "sqlite+aiosqlite:///:memory:", "sqlite+aiosqlite://", "://", "postgresql+asyncpg//host"],
)  # fmt: skip
def test_other_urls_are_refused_in_words(url: str) -> None:
    with pytest.raises(Refusal) as refused:
        DatabaseConfig.from_url(url)
    assert refused.value.code == "database_url"


def test_a_password_is_taken_out_of_the_url() -> None:
    config = DatabaseConfig.from_url("postgresql://app:s%40cret@host/db")
    assert config.password == "s@cret"
    assert config.url.password is None
    shown = f"{config!r} {config} {config.display()} {config.url}"
    assert "s@cret" not in shown
    assert "s%40cret" not in shown


def test_a_given_password_wins() -> None:
    assert DatabaseConfig.from_url("postgresql://app:one@host/db", "two").password == "two"
    assert DatabaseConfig.from_url("postgresql://app@host/db").password is None
    assert DatabaseConfig.from_url("postgresql://app@host/db", "").password == ""


def test_where_the_file_is() -> None:
    assert DatabaseConfig.from_url("sqlite:////data/my shop.db").path == "/data/my shop.db"
    with pytest.raises(ValueError, match="only an SQLite"):
        _ = DatabaseConfig.from_url("postgresql://app@host/db").path


@pytest.mark.parametrize(
    ("host", "mode"),
    [("localhost", "prefer"), ("127.0.0.1", "prefer"), ("[::1]", "prefer"), ("db.example.com", "verify-full"),
     ("10.0.0.7", "verify-full"), ("localhost.example.com", "verify-full")],
)  # fmt: skip
def test_tls_is_verified_to_every_host_but_this_machine(host: str, mode: str) -> None:
    config = DatabaseConfig.from_url(f"postgresql://app@{host}/db")
    assert config.tls_mode == mode
    chosen = DatabaseConfig(config.url, tls="require")
    assert chosen.tls_mode == "require"
