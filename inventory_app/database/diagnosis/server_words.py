"""Plain words for what can keep a program from a PostgreSQL server."""

from __future__ import annotations

import errno
import socket
import ssl

import asyncpg

# https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error: numbers do not change, texts do.
_NOT_YET_VALID, _EXPIRED = 9, 10
_UNTRUSTED = frozenset({18, 19, 20, 21, 2})
_OTHER_NAME = frozenset({62, 63, 64})

_BY_STATE = {
    "3D000": "there is no database “{database}” on {place}; check its name, or have it created",
    "53300": "all connections of the server are in use; try again, or raise max_connections there",
    "53100": "the disk of the server is full",
    "53200": "the server is out of memory",
    "57P03": "the server is starting, stopping or recovering; try again in a moment",
    "57P01": "the server was stopped while the program asked",
    "57P02": "the server broke down while the program asked; try again in a moment",
    "57014": "the server stopped the question at its time limit",
    "25006": "the server takes no changes (a standby); give the address of the primary",
    "42501": "{user} may not do this in the database “{database}”",
    "55000": "the database “{database}” takes no connections at present",
    "0A000": "the server cannot do what this program needs; use PostgreSQL 13 or newer",
}


def reach(error: OSError, host: str, port: int, patience: float) -> str:
    """Why no connection came about."""
    place = host if host.startswith("/") else f"{host}:{port}"
    if isinstance(error, socket.gaierror):
        return f"the name {host} is not known; check its spelling and this computer's network"
    if isinstance(error, ConnectionRefusedError):
        return f"nothing listens at {place}; check the port, and whether the server runs"
    if isinstance(error, TimeoutError):
        return f"{place} does not answer within {patience:g} s; check the address and the firewall between"
    if isinstance(error, FileNotFoundError):
        return f"there is no server socket {place}; check the folder and the port, and whether the server runs"
    if isinstance(error, PermissionError):
        return f"this computer does not let the program connect to {place}"
    if error.errno in (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.ENETDOWN):
        return f"there is no way to {host} from here; check this computer's network"
    if isinstance(error, ConnectionError):
        return f"{place} ended the connection at once; a firewall or a proxy may be between"
    return f"{place} cannot be reached ({error.strerror or type(error).__name__})"


def tls(error: BaseException, host: str) -> str:
    """Why the protected connection did not come about."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _certificate(error, host)
    if isinstance(error, FileNotFoundError):
        return "there is no file with the root certificate; check its path"
    if isinstance(error, PermissionError | IsADirectoryError):
        return "the file with the root certificate cannot be read"
    if isinstance(error, ssl.SSLError) and error.reason in ("NO_CERTIFICATE_OR_CRL_FOUND", "NO_START_LINE"):
        return "the file of the root certificate holds no certificate"
    if isinstance(error, ssl.SSLError) and error.reason and "PROTOCOL" in error.reason:
        return "the server speaks only versions of TLS that are no longer safe; it needs TLS 1.2 or newer"
    if isinstance(error, TimeoutError):
        return "the server does not finish the TLS greeting"
    return "the server broke off the TLS greeting"


def _certificate(error: ssl.SSLCertVerificationError, host: str) -> str:
    code = error.verify_code
    if code == _EXPIRED:
        return "the server's certificate has expired; have it renewed"
    if code == _NOT_YET_VALID:
        return "the server's certificate is not valid yet; check the clock of this computer"
    if code in _OTHER_NAME:
        return f"the server's certificate is for another host than {host}; connect by the name that it names"
    if code in _UNTRUSTED:
        return "the server's certificate is not trusted; give the root certificate of the authority that signed it"
    return (
        f"the server's certificate is not accepted ({error.verify_message}); when its authority is an old one, "
        "switch the strict check off"
    )


def login(error: BaseException, *, user: str, database: str, place: str, has_password: bool) -> str:
    """Why the server did not let the user in, or broke off later."""
    state = getattr(error, "sqlstate", None)
    if state == "28P01":
        return _refused_password(user, has_password)
    if state == "28000":
        return (
            f"the server does not let {user} in from this computer: there is no such role, it may not log in, or "
            "pg_hba.conf has no line for it"
        )
    if state in _BY_STATE:
        return _BY_STATE[state].format(user=user, database=database, place=place)
    if isinstance(error, TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, asyncpg.InterfaceError) and not has_password:
        return _refused_password(user, has_password)
    if isinstance(error, OSError | asyncpg.PostgresConnectionError | asyncpg.InterfaceError):
        return "the server ended the connection; its log may say why"
    return f"the server answered: {error}"


def _refused_password(user: str, has_password: bool) -> str:
    if not has_password:
        return f"the server asks for a password for {user}, and none is kept; type it"
    return f"the server refused the user {user} or the password"
