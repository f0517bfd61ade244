"""Text files that are packed, alone in a ZIP archive or with gzip: read as if they were not, and counted meanwhile."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from inventory_app.importing.reading.archives import Archive, DirectoryTooLarge
from inventory_app.importing.reading.refusals import file_refusal

_GZIP = b"\x1f\x8b"
_ZIP = b"PK"
_TEXTS = (".csv", ".tsv", ".txt", ".tab")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NO_TABLE = ("__macosx/", ".ds_store")
_MOST_RATIO = 100
_HARMLESS = 64 << 20
_MOST_NAMES = 1_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Readable(Protocol):
    """What a file of bytes is asked for here."""

    def read(self, size: int = -1, /) -> bytes: ...


class Source:
    """A file's bytes, unpacked. Refuses when they become too many for what they were packed in."""

    def __init__(self, path: Path, file: BinaryIO, unpacked: Readable | None = None) -> None:
        self._path = path
        self._file = file
        self._unpacked = unpacked
        self._most = max(_HARMLESS, path.stat().st_size * _MOST_RATIO)
        self._read = 0

    @property
    def position(self) -> int:
        """How much of the file itself is read."""
        return self._file.tell()

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; empty at the end."""
        if self._unpacked is None:
            return self._file.read(size)
        try:
            data = self._unpacked.read(size)
        except (*_BROKEN, OSError) as error:
            raise file_refusal(self._path, "is packed and cannot be unpacked; it is damaged") from error
        self._read += len(data)
        if self._read > self._most:
            raise file_refusal(
                self._path, f"is packed more than {_MOST_RATIO} times over; unpack it first", "file_too_large"
            )
        return data


@contextmanager
def open_bytes(path: Path) -> Iterator[Source]:
    """The file's bytes, unpacked where they are packed text. Raises Refusal for what cannot be opened."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise file_refusal(path, f"cannot be read ({error.strerror or error})") from error
    with file:
        start = file.read(2)
        file.seek(0)
        if start == _GZIP:
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield Source(path, file, unpacked)
        elif start == _ZIP and (name := packed_text(path)):
            yield from _open_member(file, name, path)
        else:
            yield Source(path, file)


def packed_text(path: Path) -> str:
    """The name of the one text file in a ZIP archive; '' when it holds something else, or more."""
    try:
        with Archive(path) as archive:
            infos = archive.infolist()
    except (*_BROKEN, DirectoryTooLarge, OSError):
        return ""
    if len(infos) > _MOST_NAMES:
        return ""
    names = [one for one in infos if not one.is_dir() and not one.filename.lower().startswith(_NO_TABLE)]
    if len(names) != 1 or not names[0].filename.lower().endswith(_TEXTS) or names[0].compress_type not in _METHODS:
        return ""
    return names[0].filename


def _open_member(file: BinaryIO, name: str, path: Path) -> Iterator[Source]:
    try:
        archive = zipfile.ZipFile(file)
        member = archive.open(name)
    except (*_BROKEN, OSError) as error:
        raise file_refusal(path, "the file in this archive cannot be unpacked; is it encrypted?") from error
    with archive, member:
        yield Source(path, file, member)
