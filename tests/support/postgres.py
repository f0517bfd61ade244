"""Throw-away PostgreSQL servers: never run as root, and gone with the process that started them.

A server needs about a second to make and start. Its files lie in memory where there is room for them; what a
killed run left behind is swept away by the next one.
"""

from __future__ import annotations

import base64
import ctypes
import hashlib
import hmac
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.support.postgres_binaries import find_binaries, reachable, unprivileged
from tests.support.run_folder import memory_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

USER: Final = "app"
PASSWORD: Final = "test"
_PREFIX: Final = "stockroom-pg-"
_PR_SET_PDEATHSIG: Final = 1
_FAST: Final = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "200",
    "max_wal_size": "256MB",
    "wal_retrieve_retry_interval": "100ms",
    "timezone": "UTC",
}


class Postgres:
    """One server of its own, listening on 127.0.0.1 with scram passwords."""

    def __init__(self, configuration: Mapping[str, str] | None = None, name: str = "server") -> None:
        sweep()
        self.name = name
        self.port = _free_port()
        self.folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=memory_folder()))
        self.folder.chmod(0o755)
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.configuration = dict(configuration or {})
        self._account = unprivileged()
        self._account.own(self.folder)
        self._binaries = reachable(find_binaries(), self._account, self.folder)
        self._process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "postgres", **query: str) -> str:
        options = "&".join(f"{name}={value}" for name, value in query.items())
        address = f"postgresql+asyncpg://{USER}:{PASSWORD}@127.0.0.1:{self.port}/{database}"
        return f"{address}?{options}" if options else address

    def create(self) -> None:
        """Make the data folder (initdb) with one superuser that needs a password."""
        password = self.folder / "password"
        password.write_text(_verifier(PASSWORD))
        self.run("initdb", "-D", self.data, "-U", USER, "-A", "scram-sha-256", "--pwfile", password,
                 "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip

    def create_standby(self, name: str = "standby") -> Postgres:
        """A hot standby of this running server, by its name; it follows as soon as it is started."""
        standby = Postgres(self.configuration, name)
        address = f"host=127.0.0.1 port={self.port} user={USER} password={PASSWORD} application_name={name}"
        standby.run("pg_basebackup", "-d", address, "-D", standby.data, "-R", "-X", "stream",
                    "--checkpoint=fast", "--no-sync")  # fmt: skip
        return standby

    def run(self, program: str, *arguments: str | Path) -> str:
        """Run one of PostgreSQL's own programs as the server's account; its output, or what it complained of."""
        done = subprocess.run(
            [str(self._binaries / program), *map(str, arguments)],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd="/",
            env=_environment(),
            user=self._account.user,
            group=self._account.group,
            extra_groups=self._account.extra_groups,
        )
        if done.returncode:
            raise RuntimeError(f"{program} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        return done.stdout

    def start(self, patience: float = 30.0) -> None:
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": str(self.folder)}
        settings |= {**_FAST, **self.configuration}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._binaries / "postgres"), "-D", str(self.data), "-p", str(self.port), *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd="/",
                env=_environment(),
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
                user=self._account.user,
                group=self._account.group,
                extra_groups=self._account.extra_groups,
            )
        deadline = time.monotonic() + patience
        while not self._ready():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"postgres did not start:\n{self.log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.01)

    def _ready(self) -> bool:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) > 7 and lines[7].strip() == "ready"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def stop(self, *, at_once: bool = False) -> None:
        """End the server and keep its files; `at_once` ends its sessions as a crash would."""
        if self._process is None:
            return
        if self.running:
            self._process.send_signal(signal.SIGQUIT if at_once else signal.SIGINT)
        self._process.wait(30)
        self._process = None

    def discard(self) -> None:
        """End the server and remove its files."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def sweep() -> None:
    """Remove the folders of killed test runs; a folder's name tells the process that made it."""
    for root in {memory_folder() or Path(tempfile.gettempdir()), Path(tempfile.gettempdir())}:
        for left in root.glob(f"{_PREFIX}*"):
            owner = left.name.removeprefix(_PREFIX).split("-")[0]
            if owner.isdigit() and not Path(f"/proc/{owner}").exists() and Path("/proc/self").exists():
                shutil.rmtree(left, ignore_errors=True)


def _verifier(password: str) -> str:
    """What a server keeps of a password, hashed once and not 4,096 times: each connection has to hash as often."""
    salt, rounds = b"of a throw-away server", 1
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)
    client, server = (hmac.digest(salted, f"{side} Key".encode(), "sha256") for side in ("Client", "Server"))
    words = [base64.b64encode(one).decode() for one in (salt, hashlib.sha256(client).digest(), server)]
    return f"SCRAM-SHA-256${rounds}:{words[0]}${words[1]}:{words[2]}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C.UTF-8", "PGPASSWORD": PASSWORD}


def _die_with_parent() -> None:
    # SIGINT asks postgres for a fast shutdown when the test process is killed.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
