"""The log file: private, rotating, shared by all Stockrooms of the person, and without any secret.

Secrets are masked in the finished line, tracebacks included, so nothing that a library logs slips past. The
values bound to SQL statements are dropped, whatever the engine is set to.
"""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from typing_extensions import override

from inventory_app.settings.declared import LogLevel
from inventory_app.settings.masking import mask_secrets
from inventory_app.settings.places import PRIVATE_FILE, make_private_directory

if TYPE_CHECKING:
    from io import TextIOWrapper

LINE = "%(asctime)s %(levelname)-7s %(process)d %(name)s: %(message)s"
MOST_BYTES = 2_000_000
KEPT_FILES = 5
_ENGINE_LOGGER = "sqlalchemy.engine"
_HIDDEN = "[values hidden]"
# They write bound values or packets at DEBUG.
_TALKATIVE = ("aiosqlite", "asyncio", "keyring", "charset_normalizer")


class MaskingFormatter(logging.Formatter):
    """Masks the finished line: message, arguments, traceback and all."""

    default_msec_format = "%s.%03d"

    @override
    def format(self, record: logging.LogRecord) -> str:
        return mask_secrets(super().format(record))


class HideBoundValues(logging.Filter):
    """Takes bound values and result rows out of the engine's lines; the statements themselves stay."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        if not record.name.startswith(_ENGINE_LOGGER):
            return True
        if record.levelno < logging.INFO:  # result rows
            return False
        arguments = record.args
        if isinstance(arguments, tuple) and len(arguments) > 1 and str(record.msg).startswith("[%s]"):
            # "[generated in 0.1s] (values)": only the first part says nothing about anybody's data
            record.msg, record.args = f"[%s] {_HIDDEN}", (arguments[0],)
        return True


class PrivateLogFile(RotatingFileHandler):
    """A rotating file of mode 0600 that several processes may share: one rotates, the others follow."""

    def __init__(self, path: Path) -> None:
        make_private_directory(path.parent)
        super().__init__(path, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8")

    @override
    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        descriptor = os.open(self.baseFilename, flags, PRIVATE_FILE)
        if sys.platform != "win32":
            os.fchmod(descriptor, PRIVATE_FILE)  # also where an older, looser file was there
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")

    @override
    def doRollover(self) -> None:
        try:
            with FileLock(f"{self.baseFilename}.lock", 0, mode=PRIVATE_FILE, is_singleton=False):
                if self._is_current():
                    super().doRollover()
                else:
                    self._reopen()
        except Timeout:
            pass  # another process is rotating at this moment; this line still goes to the old file
        except OSError:
            # Windows does not rename a file that another process holds: go on in it and try again later.
            self._reopen()

    def _is_current(self) -> bool:
        """Whether the file that we write is still the one of that name."""
        try:
            there = Path(self.baseFilename).stat()
        except FileNotFoundError:
            return False
        if self.stream is None:
            return True
        ours = os.fstat(self.stream.fileno())
        return (ours.st_dev, ours.st_ino) == (there.st_dev, there.st_ino)

    def _reopen(self) -> None:
        if self.stream is not None and not self.stream.closed:
            self.stream.close()
        self.stream = self._open()


@dataclass(frozen=True)
class LogSetup:
    """What `set_up_logging` put in place; `close` takes it away again."""

    handlers: tuple[logging.Handler, ...]
    notice: str | None = None

    def log_sql(self, wanted: bool) -> None:
        """The SQL switch; holds for engines that exist already, too."""
        logging.getLogger(_ENGINE_LOGGER).setLevel(logging.INFO if wanted else logging.WARNING)

    def close(self) -> None:
        root = logging.getLogger()
        for handler in self.handlers:
            root.removeHandler(handler)
            handler.close()


def set_up_logging(path: Path, level: LogLevel = LogLevel.INFO, *, sql: bool = False) -> LogSetup:
    """Send the log to `path`; where that cannot be written, warnings go to standard error (see `notice`)."""
    notice = None
    handler: logging.Handler
    try:
        handler = PrivateLogFile(path)
    except OSError as error:
        notice = f"The log {path} cannot be written ({error.strerror}); warnings go to standard error."
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
    handler.setFormatter(MaskingFormatter(LINE))
    handler.addFilter(HideBoundValues())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(getattr(logging, level.upper()))
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    setup = LogSetup((handler,), notice)
    setup.log_sql(sql)
    return setup
