"""The test of a connection over TLS: every certificate that cannot be trusted has its own words."""

from __future__ import annotations

import dataclasses
import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.diagnosis import Status, diagnose
from tests.support.authorities import Authority
from tests.support.diagnosis import admin, configured, failed, prepared
from tests.support.postgres import Postgres
from tests.support.tls_front import tls_front

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["admin", "prepared"]  # fixtures


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def through(url: str, port: int, **changes: object) -> DatabaseConfig:
    """The same database by way of a front; fully verified when nothing else is asked."""
    config = configured(url, **{"tls": "verify-full", "connect_timeout": 5.0, **changes})
    return dataclasses.replace(config, url=config.url.set(port=port))


async def test_a_verified_connection_tells_how_long_the_certificate_holds(
    prepared: str, postgres_server: Postgres, authority: Authority
) -> None:
    until = datetime(2099, 3, 3, 12, tzinfo=UTC)
    certificate = authority.server("127.0.0.1", valid_until=until)
    async with tls_front(certificate, postgres_server.port) as port:
        diagnosis = await diagnose(through(prepared, port, root_certificate=str(authority.root)))
    assert diagnosis.summary == "7 checks · 7 passed", diagnosis.checks
    assert diagnosis.check("TLS").sentence == "TLS 1.3, certificate valid until 3 Mar 2099"


async def test_a_certificate_that_ends_soon_warns(
    prepared: str, postgres_server: Postgres, authority: Authority
) -> None:
    certificate = authority.server("127.0.0.1", valid_until=datetime.now(UTC) + timedelta(days=5))
    async with tls_front(certificate, postgres_server.port) as port:
        diagnosis = await diagnose(through(prepared, port, root_certificate=str(authority.root)))
    assert diagnosis.usable
    assert diagnosis.check("TLS").status is Status.WARN
    assert diagnosis.check("TLS").sentence.endswith("have it renewed")


@pytest.mark.parametrize(
    ("host", "days", "words"),
    [
        ("127.0.0.1", -2, "has expired"),
        ("db.elsewhere.lan", 90, "is for another host than 127.0.0.1"),
    ],
    ids=["expired", "other host"],
)
async def test_bad_certificates_are_told_apart(
    host: str, days: int, words: str, prepared: str, postgres_server: Postgres, authority: Authority
) -> None:
    certificate = authority.server(host, valid_until=datetime.now(UTC) + timedelta(days=days))
    async with tls_front(certificate, postgres_server.port) as port:
        diagnosis = await diagnose(through(prepared, port, root_certificate=str(authority.root)))
    assert words in failed(diagnosis, "TLS")


async def test_an_authority_that_is_not_trusted(
    prepared: str, postgres_server: Postgres, authority: Authority, tmp_path: Path
) -> None:
    other = Authority(tmp_path, "other")
    async with tls_front(authority.server("127.0.0.1"), postgres_server.port) as port:
        for root in (str(other.root), None):
            sentence = failed(await diagnose(through(prepared, port, root_certificate=root)), "TLS")
            assert "is not trusted; give the root certificate" in sentence


async def test_the_host_name_counts_only_where_it_is_asked_for(
    prepared: str, postgres_server: Postgres, authority: Authority
) -> None:
    async with tls_front(authority.server("db.elsewhere.lan"), postgres_server.port) as port:
        diagnosis = await diagnose(through(prepared, port, tls="verify-ca", root_certificate=str(authority.root)))
    assert diagnosis.usable, diagnosis.checks


async def test_an_old_authority_passes_when_the_strict_check_is_off(
    prepared: str, postgres_server: Postgres, tmp_path: Path
) -> None:
    old = Authority(tmp_path, "old", modern=False)
    async with tls_front(old.server("127.0.0.1"), postgres_server.port) as port:
        config = through(prepared, port, root_certificate=str(old.root))
        assert "switch the strict check off" in failed(await diagnose(config), "TLS")
        assert (await diagnose(dataclasses.replace(config, strict_certificates=False))).usable


@pytest.mark.parametrize("mode", ["require", "prefer"])
async def test_modes_that_verify_nothing_say_so(
    mode: str, prepared: str, postgres_server: Postgres, authority: Authority
) -> None:
    async with tls_front(authority.server("db.elsewhere.lan"), postgres_server.port) as port:
        diagnosis = await diagnose(through(prepared, port, tls=mode))
    assert diagnosis.check("TLS").sentence == "TLS 1.3, certificate not checked"
    assert diagnosis.usable, diagnosis.checks


async def test_a_server_with_old_tls_only(prepared: str, postgres_server: Postgres, authority: Authority) -> None:
    certificate = authority.server("127.0.0.1")
    async with tls_front(certificate, postgres_server.port, ssl.TLSVersion.TLSv1_2) as port:
        diagnosis = await diagnose(through(prepared, port, root_certificate=str(authority.root)))
    assert diagnosis.check("TLS").sentence.startswith("TLS 1.2, ")


async def test_a_server_without_tls(prepared: str) -> None:
    sentence = failed(await diagnose(configured(prepared, tls="verify-full")), "TLS")
    assert sentence.startswith("the server does not offer TLS")
    assert (await diagnose(configured(prepared, tls="disable"))).usable


@pytest.mark.parametrize(
    ("content", "words"), [(None, "there is no file"), ("", "holds no certificate"), ("hello", "holds no certificate")]
)
async def test_a_root_certificate_that_cannot_be_used(
    content: str | None, words: str, prepared: str, tmp_path: Path
) -> None:
    root = tmp_path / "root.crt"
    if content is not None:
        root.write_text(content)
    config = configured(prepared, tls="verify-full", root_certificate=str(root))
    assert words in failed(await diagnose(config), "TLS")
