"""From a person's profile to what the database layer opens; settings lie below it, as domain does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.engine import URL

from inventory_app.database.config import DRIVERS, DatabaseConfig
from inventory_app.settings import declared
from inventory_app.settings.profiles import DatabaseKind, Profile

if TYPE_CHECKING:
    from inventory_app.settings.store import SettingsStore


def config_from_profile(
    profile: Profile, password: str | None = None, settings: SettingsStore | None = None
) -> DatabaseConfig:
    """The configuration of ``profile``; limits of waiting come from ``settings``, else their defaults."""

    def seconds(option: declared.Option[float]) -> float:
        return option.default() if settings is None else settings.get(option)

    pool_timeout = profile.pool_timeout_seconds
    return DatabaseConfig(
        _url(profile),
        password=password,
        tls=profile.effective_tls.value,
        root_certificate=profile.root_certificate or None,
        strict_certificates=profile.strict_x509,
        pooler=profile.pooler,
        pool_size=profile.pool_size,
        max_overflow=profile.max_overflow,
        pool_timeout=seconds(declared.POOL_WAIT_SECONDS) if pool_timeout is None else pool_timeout,
        pre_ping=profile.pre_ping,
        recycle=profile.recycle_seconds,
        isolation=profile.isolation.value,
        lock_timeout=seconds(declared.LOCK_TIMEOUT_SECONDS),
        statement_timeout=seconds(declared.STATEMENT_TIMEOUT_SECONDS),
        log_sql=profile.sql_log or (settings is not None and settings.get(declared.SQL_LOG)),
    )


def _url(profile: Profile) -> URL:
    if profile.kind is DatabaseKind.SQLITE:
        return URL.create(DRIVERS["sqlite"], database=str(profile.file))
    if profile.host.startswith("/"):  # the folder of a socket
        return URL.create(
            DRIVERS["postgresql"],
            username=profile.user,
            database=profile.database,
            query={"host": profile.host, "port": str(profile.port)},
        )
    return URL.create(
        DRIVERS["postgresql"],
        username=profile.user,
        host=profile.host,
        port=profile.port,
        database=profile.database,
    )
