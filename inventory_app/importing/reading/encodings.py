"""Bytes to UTF-8: whatever the encoding, with each byte that is no text kept as a mark, so that its row is known."""

from __future__ import annotations

import codecs
import hashlib
import itertools
from collections.abc import Iterator

from inventory_app.domain.errors import Refusal
from inventory_app.importing.reading.compressed import Source

CHUNK = 1 << 20
UTF8 = "utf-8"
MARKED = "stockroom.marked"

_MARKED_ORDER = {
    "utf-16": (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE),
    "utf-32": (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE),
}
# Codecs of Python that are no encodings of files, or cannot mark what they cannot decode.
_NO_FILES = frozenset(
    ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "charmap", "mbcs", "oem")
)


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
        raise _no_encoding(name) from unknown
    if found.name.replace("_", "-") in _NO_FILES:
        raise _no_encoding(name)
    return UTF8 if found.name in ("utf-8", "utf-8-sig") else found.name


def _no_encoding(name: str) -> Refusal:
    return Refusal("option_invalid", f"encoding: there is no encoding “{name}”.", field="encoding")


def decode(data: bytes) -> str:
    """UTF-8 to text with marks for what is none (those that `utf8_chunks` made included)."""
    return data.decode(UTF8, MARKED)


class HashedFile:
    """An open file that hashes what is read of it; of a packed one what was packed."""

    def __init__(self, file: Source) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    @property
    def bytes_read(self) -> int:
        return self._file.position

    def chunks(self) -> Iterator[bytes]:
        """The file's bytes as they are."""
        while chunk := self._file.read(CHUNK):
            self._digest.update(chunk)
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
    first = next(chunks, b"")
    if encoding in _MARKED_ORDER and not first.startswith(_MARKED_ORDER[encoding]):
        encoding = f"{encoding}-le"  # without its mark most programs mean this order of bytes
    decoder = codecs.getincrementaldecoder(encoding)(MARKED)
    for chunk in itertools.chain([first], chunks):
        yield decoder.decode(chunk).encode(UTF8, "surrogatepass")
    yield decoder.decode(b"", final=True).encode(UTF8, "surrogatepass")
