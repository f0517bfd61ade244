"""Files that cannot be read at all, each with the reason in plain words."""

from __future__ import annotations

from pathlib import Path

from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import readable

START = 8192
_MOST_CONTROLS = 0.3
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b")

# What files begin with that people take for tables, and what to do about it.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "is a ZIP archive inside another one; unpack it and import the file inside"),
    (b"PK\x05\x06", "is an empty ZIP archive, not a table"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a packed Excel workbook; unpack it first"),
    (b"%PDF-", "is a PDF document, not a table"),
    (b"\x1f\x8b", "is compressed (gzip) more than once; unpack it first"),
    (b"BZh", "is compressed (bzip2); unpack it first"),
    (b"\xfd7zXZ\x00", "is compressed (xz); unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is compressed (7z); unpack it first"),
    (b"SQLite format 3\x00", "is a SQLite database, not a table"),
    (b"\x89PNG", "is a picture, not a table"),
    (b"\xff\xd8\xff", "is a picture, not a table"),
    (b"GIF8", "is a picture, not a table"),
    (b"\x7fELF", "is a program, not a table"),
    (b"PAR1", "is a Parquet file, not a table"),
)


def file_refusal(path: Path, what: str, code: str = "file_unreadable") -> Refusal:
    """A refusal that names the file."""
    return Refusal(code, f"{readable(path.name or str(path))}: {what}.", field="file")


def read_start(path: Path) -> bytes:
    """The first bytes of a file that can be read at all; raises Refusal for any other."""
    try:
        if path.is_dir():
            raise file_refusal(path, "is a folder, not a file")
        if not path.is_file():
            raise file_refusal(path, "there is no such file" if not path.exists() else "is not an ordinary file")
        with path.open("rb") as file:
            start = file.read(START)
    except PermissionError as denied:
        raise file_refusal(path, "you may not read this file; ask for its permissions to be changed") from denied
    except OSError as error:
        raise file_refusal(path, f"cannot be read ({error.strerror or error})") from error
    if not start.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe\x00") and path.stat().st_size <= len(start):
        raise file_refusal(path, "is empty", "file_empty")
    return start


def refuse_foreign(path: Path, start: bytes) -> None:
    """Raises Refusal for a file that is something else than text."""
    for magic, what in _MAGIC:
        if start.startswith(magic):
            raise file_refusal(path, what, "file_foreign")
    controls = sum(1 for byte in start if byte < 0x20 and byte not in _TEXT_CONTROLS)
    if controls > len(start) * _MOST_CONTROLS and wide_encoding(start) is None:
        raise file_refusal(path, "is not a text file; save the table as CSV first", "file_foreign")


def wide_encoding(start: bytes) -> str | None:
    """UTF-16 or UTF-32 by their byte order mark, or by the place of their zero bytes; else None."""
    for mark, encoding in (
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if start.startswith(mark):
            return encoding
    fourths = [start[place::4].count(0) for place in range(4)]
    quarter = max(len(start) // 4, 1)
    if min(fourths[1:]) > quarter * 0.8 and fourths[0] < quarter * 0.1:
        return "utf-32-le"
    if min(fourths[:3]) > quarter * 0.8 and fourths[3] < quarter * 0.1:
        return "utf-32-be"
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = max(len(start) // 2, 1)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def is_workbook(start: bytes) -> bool:
    """Whether a file begins as workbooks do: a ZIP archive, or the container of the older Office formats."""
    return start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
