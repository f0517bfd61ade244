"""ZIP archives are opened here: their directory is read as a whole and becomes objects, so it must not be large."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from typing_extensions import override

# 10,000 parts with long names take a megabyte and a half; each entry takes several hundred bytes of memory.
MOST_DIRECTORY = 4 << 20


class DirectoryTooLarge(Exception):  # noqa: N818 - named as what it is about
    """The archive's directory alone is more than anybody packs by purpose."""


class _Bounded(io.BufferedReader):
    """A file that gives only so many bytes in all until `release`: nothing that it says of itself is believed."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self._left: int | None = MOST_DIRECTORY

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        if self._left is None:
            return super().read(size)
        data = super().read(self._left + 1 if size is None or not 0 <= size <= self._left else size)
        self._left -= len(data)
        if self._left < 0:
            raise DirectoryTooLarge
        return data

    def release(self) -> None:
        """The directory is read; what comes now is counted elsewhere."""
        self._left = None


class Archive(zipfile.ZipFile):
    """An archive to read from. Raises DirectoryTooLarge, or whatever zipfile does."""

    def __init__(self, path: Path) -> None:
        self._bounded = _Bounded(path)
        try:
            super().__init__(self._bounded)
        except BaseException:
            self._bounded.close()
            raise
        self._bounded.release()

    @override
    def close(self) -> None:
        super().close()
        self._bounded.close()
