"""What a process that was killed left behind: it is removed by the next one that comes the same way.

Whoever writes holds a lock on the file or folder, which ends with the process, however that ends. Where a system has no
such locks, what is a day old is left behind.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

# Between being made and being held a file is nobody's for a moment.
_SETTLED = 60.0
_OLD = 86_400.0


def hold(descriptor: int) -> None:
    """Whoever sweeps sees from now on that this is being written, as long as it is open."""
    _is_taken(descriptor)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """A folder that is in use."""
    if sys.platform == "win32":
        yield  # folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        hold(descriptor)
        yield
    finally:
        os.close(descriptor)


def sweep(found: Iterable[Path]) -> None:
    """Remove the files and folders among these that nobody writes any more. What cannot be removed stays."""
    for path in found:
        with suppress(OSError):  # gone meanwhile, or not ours to remove
            if _is_left_behind(path):
                _remove(path)


def _is_left_behind(path: Path) -> bool:
    told = path.lstat()
    age = time.time() - told.st_mtime
    if age < _SETTLED or not (stat.S_ISREG(told.st_mode) or stat.S_ISDIR(told.st_mode)):
        return False
    if sys.platform == "win32":
        return age > _OLD
    if told.st_uid != os.getuid():
        return False
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        taken = _is_taken(descriptor)
    finally:
        os.close(descriptor)
    return age > _OLD if taken is None else not taken


def _is_taken(descriptor: int) -> bool | None:
    """Whether somebody else holds it, else it is held now; None where that cannot be told."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - does not exist everywhere

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return None  # a file system without locks
    return False


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink()
