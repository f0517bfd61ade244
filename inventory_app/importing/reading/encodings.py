"""Bytes to UTF-8: whatever the encoding, with each byte that is no text kept as a mark, so that its row is known."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from charset_normalizer import from_bytes

from inventory_app.domain.errors import Refusal
from inventory_app.importing.reading.refusals import wide_encoding

CHUNK = 1 << 20
UTF8 = "utf-8"
MARKED = "stockroom.marked"

_FALLBACK = "cp1252"
_GUESSES = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac_roman", "cp850", "cp437", "koi8_r",
            "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr")  # fmt: skip
_GUESS_SAMPLE = 1 << 18
_ENOUGH_HIGH_BYTES = 24
_HIGH = re.compile(rb"[\x80-\xff]+")
_CUT = re.compile(rb"(?:[\xc2-\xf4][\x80-\xbf]{0,2})?\Z")
_VALID = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Each undecodable byte becomes a lone low surrogate, which no text can hold."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 | byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(MARKED, _mark)


def check_encoding(name: str) -> str:
    """Python's own name of an encoding for text; raises Refusal for what is none."""
    try:
        "".encode(name)  # codecs that are no encodings of text refuse this
        found = codecs.lookup(name)
    except (LookupError, UnicodeError, ValueError) as unknown:
        raise Refusal("option_invalid", f"encoding: there is no encoding “{name}”.", field="encoding") from unknown
    return UTF8 if found.name in ("utf-8", "utf-8-sig") else found.name


def decode(data: bytes) -> str:
    """UTF-8 to text with marks for what is none (those that `utf8_chunks` made included)."""
    return data.decode(UTF8, MARKED)


class HashedFile:
    """An open file that counts and hashes what is read of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.bytes_read = 0

    def chunks(self) -> Iterator[bytes]:
        """The file's bytes as they are."""
        while chunk := self._file.read(CHUNK):
            self._digest.update(chunk)
            self.bytes_read += len(chunk)
            yield chunk

    @property
    def sha256(self) -> str:
        """Of everything read so far."""
        return self._digest.hexdigest()


def utf8_chunks(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The same text in UTF-8, without a byte order mark. Bytes that are no text stay, or become marks, in place."""
    first = True
    for chunk in chunks if encoding == UTF8 else _transcoded(chunks, encoding):
        if first:
            yield chunk.removeprefix(codecs.BOM_UTF8)
        else:
            yield chunk
        first = first and not chunk


def _transcoded(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)(MARKED)
    for chunk in chunks:
        yield decoder.decode(chunk).encode(UTF8, "surrogatepass")
    yield decoder.decode(b"", final=True).encode(UTF8, "surrogatepass")


def detect_encoding(path: Path) -> str:
    """By byte order mark, else UTF-8 when (nearly) all of the file is, else the likeliest of the old ones."""
    with path.open("rb") as file:
        sample = file.read(_GUESS_SAMPLE)
    if wide := wide_encoding(sample):
        return wide
    if _is_utf8(path):
        return UTF8
    good, bad = _count_sequences(path)
    # A few broken bytes in a UTF-8 file are broken rows, not another encoding.
    return UTF8 if good > bad else _guess(sample, path)


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder(UTF8)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _count_sequences(path: Path) -> tuple[int, int]:
    """How many UTF-8 sequences of several bytes the file has, and how many bytes that belong to none."""
    good, bad, cut = 0, 0, b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            data = cut + chunk
            found = _CUT.search(data, len(data) - 3) if len(chunk) == CHUNK else None
            cut = found.group() if found else b""
            high = b"\n".join(_HIGH.findall(data.removesuffix(cut)))
            rest, more = _VALID.subn(b"", high)
            good, bad = good + more, bad + len(rest) - rest.count(b"\n")
    return good, bad


def _guess(sample: bytes, path: Path) -> str:
    """Western files with few accents say too little for statistics; runs of high bytes are another script."""
    runs = _HIGH.findall(sample) or _HIGH.findall(path.read_bytes()[:CHUNK])
    if sum(map(len, runs)) < _ENOUGH_HIGH_BYTES:
        return _FALLBACK
    best = from_bytes(sample, cp_isolation=list(_GUESSES)).best()
    return best.encoding if best is not None else _FALLBACK
