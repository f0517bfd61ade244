"""The checks of a PostgreSQL server, from the outside in: each needs the one before."""

from __future__ import annotations

import asyncio
import ssl
import struct
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import asyncpg

from inventory_app.database.diagnosis import server_words as words
from inventory_app.database.diagnosis.findings import (
    Check,
    Finding,
    Report,
    fail,
    ok,
    round_trip_finding,
    schema_finding,
    warn,
)
from inventory_app.database.tls import connect_tls, ssl_context
from inventory_app.settings.profiles import is_loopback

if TYPE_CHECKING:
    from inventory_app.database.config import DatabaseConfig

NAMES = ("Reachable", "TLS", "Login", "Rights", "Schema", "Clock", "Round trip")
ROUND_TRIPS = 20
_SLOW_MS = 100.0
_CLOCK_SECONDS = 5.0
_RENEW_SOON = timedelta(days=30)
_DEFAULT_PORT = 5432
_SSL_REQUEST = struct.pack("!ii", 8, 80877103)
# What a driver may raise while a server is asked; a bug of ours is not among them.
_FAULTS = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)

_RIGHTS = """
WITH needed(name, privilege) AS (VALUES
    ('stock_move', 'SELECT'), ('stock_move', 'INSERT'), ('action_log', 'SELECT'), ('action_log', 'INSERT'),
    ('action_result', 'SELECT'), ('action_result', 'INSERT'), ('change_log', 'SELECT'), ('change_log', 'INSERT'),
    ('stock_level', 'SELECT'), ('stock_level', 'INSERT'), ('stock_level', 'UPDATE'),
    ('product', 'SELECT'), ('product', 'INSERT'), ('product', 'UPDATE'))
SELECT current_user AS who,
    current_schema() AS schema,
    current_setting('transaction_read_only') = 'on' AS read_only,
    pg_is_in_recovery() AS standby,
    coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
        AND NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace(current_schema())
            AND relkind IN ('r', 'p') AND NOT pg_has_role(relowner, 'USAGE')) AS may_change,
    coalesce((SELECT array_agg(privilege || ' on ' || name) FROM needed
        WHERE to_regclass(name) IS NOT NULL AND NOT has_table_privilege(to_regclass(name), privilege)),
        '{}') AS missing,
    to_regclass('alembic_version') IS NOT NULL AS has_version,
    EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace(current_schema())
        AND relkind IN ('r', 'p')) AS has_tables
"""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to knock: a host or the folder of a socket, and a port."""

    host: str
    port: int

    @property
    def is_socket(self) -> bool:
        return self.host.startswith("/")

    @property
    def place(self) -> str:
        return f"{self.host}/.s.PGSQL.{self.port}" if self.is_socket else f"{self.host}:{self.port}"


@dataclass
class _Line:
    """An open connection before any login."""

    target: Target
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def close(self) -> None:
        self.writer.close()
        # The other side may be gone already; there is nothing left to lose here.
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(1):
                await self.writer.wait_closed()


async def checks(config: DatabaseConfig) -> tuple[Check, ...]:
    """All checks of a server."""
    report = Report(NAMES, secrets=[config.password] if config.password else [])
    arguments = _driver_arguments(config)
    line, finding = await _reach(_targets(arguments), config.connect_timeout)
    if not report.add(finding) or line is None:
        return report.finish()
    try:
        finding = await _greet(line, config)
    finally:
        await line.close()
    if not report.add(finding):
        return report.finish()
    return await _inside(report, config, arguments, line.target)


def _driver_arguments(config: DatabaseConfig) -> dict[str, Any]:
    """What the engine passes to asyncpg for this URL, made by the same code."""
    _, arguments = config.url.get_dialect()().create_connect_args(config.url)
    for name in [name for name in arguments if name.startswith("prepared_statement_")]:
        del arguments[name]
    return dict(arguments)


def _targets(arguments: dict[str, Any]) -> list[Target]:
    hosts, ports = arguments.get("host") or "localhost", arguments.get("port") or _DEFAULT_PORT
    if isinstance(hosts, str):
        hosts = [hosts]
    if isinstance(ports, int | str):
        ports = [ports] * len(hosts)
    return [Target(host, int(port or _DEFAULT_PORT)) for host, port in zip(hosts, ports, strict=True)]


async def _reach(targets: list[Target], patience: float) -> tuple[_Line | None, Finding]:
    """The first target that answers, or why the last one did not."""
    finding = fail("no host is given")
    for target in targets:
        try:
            async with asyncio.timeout(patience):
                line = await _connect(target)
        except OSError as error:
            finding = fail(words.reach(error, target.host, target.port, patience), error)
        else:
            return line, ok(f"{target.place} answers")
    return None, finding


async def _connect(target: Target) -> _Line:
    """Each address of the name in turn, so that the fault of one is not hidden among those of others."""
    if target.is_socket:
        return _Line(target, *await asyncio.open_unix_connection(target.place))
    loop = asyncio.get_running_loop()
    addresses = await loop.getaddrinfo(target.host, target.port, type=1)  # SOCK_STREAM
    fault = OSError(f"{target.host} has no address")
    for *_, address in addresses:
        try:
            return _Line(target, *await asyncio.open_connection(str(address[0]), target.port))
        except OSError as error:
            fault = error
    raise fault


async def _greet(line: _Line, config: DatabaseConfig) -> Finding:
    """Ask for TLS as PostgreSQL clients do; the answer also tells whether this is a PostgreSQL server."""
    target, local = line.target, is_loopback(line.target.host)
    if target.is_socket:
        return ok("not needed: a socket of this computer")
    try:
        context = ssl_context(
            "require" if config.tls_mode == "prefer" else config.tls_mode,
            config.root_certificate,
            config.strict_certificates,
        )
    except OSError as error:  # ssl.SSLError is one
        return fail(words.tls(error, target.host), error)
    try:
        async with asyncio.timeout(config.connect_timeout):
            line.writer.write(_SSL_REQUEST)
            await line.writer.drain()
            answer = await line.reader.read(1)
    except OSError as error:
        return fail(_not_postgresql(target), error)
    if answer not in (b"S", b"N"):
        return fail(_not_postgresql(target))
    if not isinstance(context, ssl.SSLContext):
        return ok("switched off; this computer") if local else warn("switched off: nothing is encrypted")
    if answer == b"N":
        return _no_tls(config, local)
    return await _handshake(line, context, config.connect_timeout)


def _not_postgresql(target: Target) -> str:
    return f"what answers at {target.place} is not a PostgreSQL server; check the port"


def _no_tls(config: DatabaseConfig, local: bool) -> Finding:
    if config.tls_mode != "prefer":
        return fail("the server does not offer TLS; switch it on there, or choose a weaker mode here")
    if local:
        return ok("not offered by the server; this computer")
    return warn("not offered by the server: nothing is encrypted")


async def _handshake(line: _Line, context: ssl.SSLContext, patience: float) -> Finding:
    try:
        async with asyncio.timeout(patience):
            await line.writer.start_tls(context, server_hostname=line.target.host)
    except OSError as error:
        return fail(words.tls(error, line.target.host), error)
    secured: ssl.SSLObject = line.writer.get_extra_info("ssl_object")
    version = (secured.version() or "TLS").replace("TLSv", "TLS ")
    if context.verify_mode is ssl.CERT_NONE:
        sentence = f"{version}, certificate not checked"
        return ok(sentence) if is_loopback(line.target.host) else warn(sentence)
    certificate = secured.getpeercert() or {}
    until = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)
    sentence = f"{version}, certificate valid until {until.day} {until:%b %Y}"
    return warn(f"{sentence}; have it renewed") if until - datetime.now(UTC) < _RENEW_SOON else ok(sentence)


async def _inside(
    report: Report, config: DatabaseConfig, arguments: dict[str, Any], target: Target
) -> tuple[Check, ...]:
    """Login and everything behind it."""
    user, database = str(arguments.get("user", "")), str(arguments.get("database", ""))

    def told(error: BaseException) -> Finding:
        sentence = words.login(
            error, user=user, database=database, place=target.place, has_password=config.password is not None
        )
        return fail(sentence, error)

    report.begin()
    try:
        connection: asyncpg.Connection[Any] = await asyncpg.connect(
            **arguments,
            password=config.password,
            ssl=connect_tls(config),
            timeout=config.connect_timeout,
            statement_cache_size=0,
        )
    except _FAULTS as error:
        report.add(told(error))
        return report.finish()
    try:
        accepted = "password accepted" if config.password else "let in without a password"
        version = connection.get_settings().server_version
        report.add(ok(f"{user}, {accepted}", details=f"PostgreSQL {version}"))
        async with asyncio.timeout(config.connect_timeout * 2):
            await _ask(report, config, connection)
    except _FAULTS as error:
        report.add(told(error))
    finally:
        await _close(connection)
    return report.finish()


async def _close(connection: asyncpg.Connection[Any]) -> None:
    try:
        await connection.close(timeout=1)
    except _FAULTS:
        connection.terminate()


async def _ask(report: Report, config: DatabaseConfig, connection: asyncpg.Connection[Any]) -> None:
    rights = await connection.fetchrow(_RIGHTS)
    if rights is None or not report.add(_rights(rights, config)):
        return
    revision = None
    if rights["has_version"]:
        revision = await connection.fetchval("SELECT version_num FROM alembic_version")
    report.add(
        schema_finding(
            revision,
            other_tables=rights["has_tables"],
            may_change=rights["may_change"],
            who=rights["who"],
        )
    )
    report.add(await _clock(connection))
    times = []
    for _ in range(ROUND_TRIPS):
        began = time.perf_counter()
        await connection.execute("SELECT 1")
        times.append((time.perf_counter() - began) * 1000)
    report.add(round_trip_finding(times, _SLOW_MS))


def _rights(rights: asyncpg.Record, config: DatabaseConfig) -> Finding:
    who = rights["who"]
    if rights["standby"]:
        return fail("read only: this server is a standby; give the address of the primary")
    if rights["read_only"]:
        return fail(f"read only: the server takes no changes from {who} (default_transaction_read_only)")
    if rights["schema"] is None:
        return fail(f"{who} may not use the schema of the tables; have USAGE granted")
    if rights["missing"]:
        return fail(f"{who} lacks {', '.join(rights['missing'])}; have it granted")
    able = "read and write (a pooler passes no hints on)" if config.pooler else "read, write and listen"
    return ok(f"{able}; {'may' if rights['may_change'] else 'may not'} change the schema")


async def _clock(connection: asyncpg.Connection[Any]) -> Finding:
    began = time.time()
    theirs: float = await connection.fetchval("SELECT extract(epoch FROM clock_timestamp())::float8")
    ended = time.time()
    # Within the time of the question itself nobody can tell; only what goes beyond is a difference.
    apart = max(0.0, abs(theirs - (began + ended) / 2) - (ended - began) / 2)
    sentence = f"{apart:.1f} s apart" if apart < 120 else f"{apart / 60:,.0f} minutes apart"
    if apart > _CLOCK_SECONDS:
        return warn(f"{sentence}; set the clock of this computer or of the server, or times in the history mislead")
    return ok(sentence)
