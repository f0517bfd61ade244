"""From a profile and the settings to the configuration of a database."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from inventory_app.database.from_profile import config_from_profile
from inventory_app.database.tls import connect_tls, ssl_context
from inventory_app.settings import declared
from inventory_app.settings.places import Places
from inventory_app.settings.profiles import DatabaseKind, Isolation, Profile, TlsMode
from inventory_app.settings.store import SettingsStore

SHOP = Profile(
    name="Shop", kind=DatabaseKind.POSTGRESQL, host="db.shop.lan", database="stock room", user="a@b", sql_log=True
)


def test_a_server_profile_becomes_a_url_without_its_password() -> None:
    config = config_from_profile(SHOP, "geheim")
    assert config.display() == "postgresql+asyncpg://a%40b@db.shop.lan:5432/stock room"
    assert config.password == "geheim"
    assert "geheim" not in repr(config)
    assert (config.tls_mode, config.log_sql, config.pool_timeout) == ("verify-full", True, 5.0)


def test_every_choice_of_the_profile_arrives() -> None:
    config = config_from_profile(
        SHOP.changed(
            tls=TlsMode.REQUIRE, strict_x509=False, pooler=True, pool_size=2, max_overflow=0, pool_timeout_seconds=1.5,
            pre_ping=False, recycle_seconds=-1, isolation=Isolation.SERIALIZABLE, root_certificate="/x.crt",
        )
    )  # fmt: skip
    assert (config.tls, config.root_certificate, config.strict_certificates) == ("require", "/x.crt", False)
    assert (config.pooler, config.pool_size, config.max_overflow, config.pool_timeout) == (True, 2, 0, 1.5)
    assert (config.pre_ping, config.recycle, config.isolation) == (False, -1, "SERIALIZABLE")


def test_limits_of_waiting_come_from_the_settings(tmp_path: Path) -> None:
    store = SettingsStore(Places.of_user(tmp_path))
    store.change({declared.POOL_WAIT_SECONDS: 7, declared.LOCK_TIMEOUT_SECONDS: 8, declared.SQL_LOG: True})
    config = config_from_profile(SHOP.changed(sql_log=False), settings=store)
    assert (config.pool_timeout, config.lock_timeout, config.statement_timeout) == (7, 8, 60)
    assert config.log_sql


def test_a_socket_keeps_its_port() -> None:
    config = config_from_profile(SHOP.changed(host="/run/postgresql", port=5433))
    _, arguments = config.url.get_dialect()().create_connect_args(config.url)
    assert (arguments["host"], arguments["port"]) == ("/run/postgresql", 5433)
    assert config.tls_mode == "prefer"


def test_a_file_profile_is_opened_where_the_person_means(tmp_path: Path, private_home: Path) -> None:
    config = config_from_profile(Profile.this_computer(Places.of_user(tmp_path)))
    assert (config.is_sqlite, config.path) == (True, str(tmp_path / "data" / "stockroom.db"))
    odd = config_from_profile(Profile(name="x", kind=DatabaseKind.SQLITE, path="~/a?b#c%20.db"))
    assert odd.path == str(private_home / "a?b#c%20.db")


def test_modes_become_what_the_driver_takes() -> None:
    assert ssl_context("disable") is False
    assert ssl_context("prefer") == "prefer"
    required = ssl_context("require")
    assert isinstance(required, ssl.SSLContext)
    assert (required.verify_mode, required.check_hostname) == (ssl.CERT_NONE, False)
    for mode, names in (("verify-ca", False), ("verify-full", True)):
        context = ssl_context(mode)  # type: ignore[arg-type]
        assert isinstance(context, ssl.SSLContext)
        assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, names)
        assert context.minimum_version is ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize("strict", [True, False])
def test_the_strict_check_is_the_same_on_every_python(strict: bool) -> None:
    context = connect_tls(config_from_profile(SHOP.changed(strict_x509=strict)))
    assert isinstance(context, ssl.SSLContext)
    assert bool(context.verify_flags & ssl.VerifyFlags.VERIFY_X509_STRICT) is strict
