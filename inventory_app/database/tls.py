"""TLS to PostgreSQL: from the profile's words to what the driver's `ssl` argument takes."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from inventory_app.database.config import DatabaseConfig, TlsMode

# What asyncpg takes: a context means "required", the word "try, and go on without", False "never".
Tls = ssl.SSLContext | Literal["prefer", False]


def ssl_context(mode: TlsMode, root_certificate: str | None = None, strict: bool = True) -> Tls:
    """The driver's `ssl` argument for a mode; OSError or SSLError when the root certificate is unreadable.

    Without a root certificate the system's authorities are trusted. ``strict`` is what Python 3.13 does by
    itself and earlier ones do not: it refuses authorities that break the standard, as old in-house ones do.
    """
    if mode == "disable":
        return False
    if mode == "prefer":
        return "prefer"
    if mode == "require":
        return _unverified()
    cafile = str(Path(root_certificate).expanduser()) if root_certificate else None
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=cafile)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = mode == "verify-full"
    if strict:
        context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT
    else:
        context.verify_flags &= ~ssl.VerifyFlags.VERIFY_X509_STRICT
    return context


def _unverified() -> ssl.SSLContext:
    """Encrypted, to whoever answers; the profile carries a warning for it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def connect_tls(config: DatabaseConfig) -> Tls:
    """The `ssl` connect argument of a configuration."""
    return ssl_context(config.tls_mode, config.root_certificate, config.strict_certificates)
