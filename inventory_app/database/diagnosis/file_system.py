"""Whether a directory lies on a disk of this computer, which SQLite's write-ahead log needs."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from inventory_app.database.diagnosis.findings import ok, warn

if TYPE_CHECKING:
    from inventory_app.database.diagnosis.findings import Finding

_MOUNTS = Path("/proc/self/mounts")
_REMOTE = frozenset({
    "9p", "afs", "afpfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
    "fuse.sshfs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf",
})  # fmt: skip
_REMOTE_DRIVE = 4  # GetDriveTypeW


def describe(directory: Path) -> Finding:
    """The check of the file system that holds ``directory``."""
    kind, remote = kind_of(directory)
    if remote:
        return warn(
            f"{kind} is a network file system: SQLite's locks are not safe there; keep the file on this computer, "
            "or use PostgreSQL for several workstations"
        )
    return ok(f"{kind}, fit for the write-ahead log" if kind else "a disk of this computer, as far as can be told")


def kind_of(directory: Path, mounts: Path = _MOUNTS) -> tuple[str, bool]:
    """Its kind ("" when nobody tells) and whether it is another computer's."""
    if sys.platform == "win32":
        return _of_windows(directory)
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # macOS and the BSDs have no such table
        return "", False
    place = directory.resolve()
    best, kind = -1, ""
    for line in table.splitlines():
        _, mount_point, found, *_ = line.split(" ")
        point = Path(_unescape(mount_point))
        # Of two mounts on the same point the later one covers the earlier.
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), found
    return kind, kind in _REMOTE


def _unescape(text: str) -> str:
    """The table writes blanks and backslashes as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


if sys.platform == "win32":
    import ctypes

    def _of_windows(directory: Path) -> tuple[str, bool]:
        drive = directory.resolve().anchor
        remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
        return ("a drive of another computer", True) if remote else ("", False)
