"""The directories of Stockroom on this computer, all private to the person.

INVENTORY_APP_HOME puts all of them below one directory: for tests, for a program on a memory stick, for a
second, separate installation.
"""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME_VARIABLE = "INVENTORY_APP_HOME"
PRIVATE_DIRECTORY = 0o700
PRIVATE_FILE = 0o600
PRIVATE_UMASK = 0o077

# Linux writes directory names in lower case, Windows and macOS show them to people as they are.
_DIRECTORY_NAME = "stockroom" if sys.platform.startswith("linux") else "Stockroom"


@dataclass(frozen=True, slots=True)
class Places:
    """Where settings (`config`), databases (`data`), logs and drafts (`state`) live."""

    config: Path
    data: Path
    state: Path

    @classmethod
    def of_user(cls, home: Path | None = None, environ: Mapping[str, str] | None = None) -> Places:
        """The person's directories; `home` or INVENTORY_APP_HOME override the system's."""
        chosen = (os.environ if environ is None else environ).get(HOME_VARIABLE, "")
        root = home if home is not None else (Path(chosen).expanduser() if chosen else None)
        if root is not None:
            root = root.absolute()
            return cls(config=root / "config", data=root / "data", state=root / "state")
        dirs = platformdirs.PlatformDirs(_DIRECTORY_NAME, appauthor=False)
        return cls(config=Path(dirs.user_config_dir), data=Path(dirs.user_data_dir), state=Path(dirs.user_state_dir))

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.json"

    @property
    def mappings(self) -> Path:
        """The mappings of imports that the person has saved."""
        return self.config / "mappings"

    @property
    def default_database(self) -> Path:
        return self.data / "stockroom.db"

    @property
    def log_file(self) -> Path:
        return self.state / "stockroom.log"


def make_private_directory(directory: Path) -> None:
    """Make `directory` when it is missing, and close it to others when it is ours and open."""
    directory.mkdir(mode=PRIVATE_DIRECTORY, parents=True, exist_ok=True)
    if sys.platform == "win32":  # the profile directory's access list already excludes other people
        return
    status = directory.stat()
    if status.st_uid == os.geteuid() and stat.S_IMODE(status.st_mode) & 0o077:
        directory.chmod(PRIVATE_DIRECTORY)


def be_private() -> None:
    """From now on every file that this process makes is private; for the start of a program only."""
    os.umask(PRIVATE_UMASK)
