"""The settings file as text on disk: read, set aside when broken, written whole or not at all."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inventory_app.settings.places import PRIVATE_FILE, make_private_directory

FORMAT = 1
SECTIONS = ("options", "profiles", "used")


class NotSettingsError(ValueError):
    """The file is there and readable, but what it holds are not settings; the message says why."""


@dataclass(frozen=True)
class Content:
    """What was read. `broken` says why the file is set aside, `closed` that it must not be replaced."""

    tree: dict[str, Any]
    notice: str | None = None
    broken: str | None = None
    closed: bool = False


def empty_tree() -> dict[str, Any]:
    return {"format": FORMAT, **{section: {} for section in SECTIONS}}


def read(path: Path) -> Content:
    """The file's tree; a missing file is an empty one."""
    try:
        tree = _parse(path.read_bytes())
    except FileNotFoundError:
        return Content(empty_tree())
    except OSError as error:
        why = error.strerror or type(error).__name__
        notice = f"The settings in {path} cannot be read ({why}). The defaults are used; nothing there is changed."
        return Content(empty_tree(), notice, closed=True)
    except NotSettingsError as error:
        return Content(empty_tree(), broken=str(error))
    if isinstance(tree["format"], int) and tree["format"] > FORMAT:
        newer = "were written by a newer Stockroom; what this one does not know is kept"
        return Content(tree, f"The settings in {path} {newer}.")
    return Content(tree)


def _parse(data: bytes) -> dict[str, Any]:
    """The tree in `data`, every section present."""
    try:
        tree = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise NotSettingsError(f"line {error.lineno}: {error.msg}") from error
    except UnicodeDecodeError as error:
        raise NotSettingsError(f"byte {error.start} is no UTF-8 text") from error
    except RecursionError as error:
        raise NotSettingsError("it is nested too deeply") from error
    if not isinstance(tree, dict):
        raise NotSettingsError("it does not hold named values")
    for section in SECTIONS:
        if not isinstance(tree.setdefault(section, {}), dict):
            raise NotSettingsError(f"its part “{section}” does not hold named values")
    tree.setdefault("format", FORMAT)
    return tree


def set_aside(path: Path, why: str) -> Content:
    """Give a broken file another name, so that it is never lost. The caller holds the lock."""
    aside = _free_name(path)
    try:
        path.rename(aside)
    except OSError as refused:
        notice = (
            f"The settings in {path} are broken ({why}) and cannot be set aside ({refused.strerror}). "
            "The defaults are used; nothing there is changed."
        )
        return Content(empty_tree(), notice, closed=True)
    notice = f"The settings file was broken ({why}). It is kept as {aside}; the defaults are used."
    return Content(empty_tree(), notice, broken=why)


def _free_name(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    number = 1
    aside = path.with_name(f"{path.stem}.broken-{stamp}{path.suffix}")
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.broken-{stamp}-{number}{path.suffix}")
    return aside


def write(path: Path, tree: dict[str, Any]) -> None:
    """Replace the file whole: whoever reads it, at whatever moment, sees the old text or the new one."""
    make_private_directory(path.parent)
    data = json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True).encode()
    # A symbolic link (settings kept with a person's other dotfiles) stays one.
    target = path.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data + b"\n")
            file.flush()
            os.fsync(file.fileno())
        temporary = Path(name)
        temporary.chmod(PRIVATE_FILE)
        temporary.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    _sync_directory(target.parent)


def _sync_directory(directory: Path) -> None:
    """Make the rename itself durable; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def version(path: Path) -> tuple[int, int, int] | None:
    """Changes whenever somebody replaced the file; None when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
