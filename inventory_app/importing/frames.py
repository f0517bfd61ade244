"""The words between the window's process and the reading one: length-framed bytes, never objects.

A frame is one byte of kind, four bytes of length (big-endian) and that many bytes. JSON travels as UTF-8.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

HEADER = b"H"  # how the file is read: format, mapping, preview
ROWS = b"R"  # staged rows, as PostgreSQL's COPY takes them
PROBLEMS = b"Q"  # the same for problems
CANDIDATES = b"C"  # the same for rows whose keys may be there twice
PROGRESS = b"P"  # bytes and records read so far
END = b"E"  # all was well; counts and the file's hash
REFUSED = b"X"  # a rule said no; code and message

KINDS = frozenset((HEADER, ROWS, PROBLEMS, CANDIDATES, PROGRESS, END, REFUSED))
PREFIX = 5
LARGEST = 64 << 20
PIECE = 128 << 10


def pack(kind: bytes, payload: bytes) -> bytes:
    """One frame."""
    return kind + len(payload).to_bytes(4, "big") + payload


def unpack_prefix(prefix: bytes) -> tuple[bytes, int]:
    """Kind and length of the frame that begins so; raises ValueError for bytes that are no frame."""
    kind, length = prefix[:1], int.from_bytes(prefix[1:PREFIX], "big")
    if kind not in KINDS or length > LARGEST:
        raise ValueError(f"not a frame: {prefix!r}")
    return kind, length


def json_bytes(values: Mapping[str, Any]) -> bytes:
    """A JSON object as a payload."""
    return json.dumps(values).encode()


def to_json(payload: bytes) -> dict[str, Any]:
    """The JSON object of a frame."""
    found = json.loads(payload)
    if not isinstance(found, dict):
        raise TypeError("not a JSON object")
    return found


class FrameWriter:
    """Writes frames to a pipe; long payloads in pieces, so that the reader never waits for much."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe

    def write(self, kind: bytes, payload: bytes) -> None:
        """One payload that may be cut anywhere (COPY data)."""
        view = memoryview(payload)
        for place in range(0, len(payload), PIECE):
            self._pipe.write(pack(kind, bytes(view[place : place + PIECE])))
        self._pipe.flush()

    def write_whole(self, kind: bytes, payload: bytes) -> None:
        """One payload in one frame."""
        self._pipe.write(pack(kind, payload))
        self._pipe.flush()

    def write_json(self, kind: bytes, values: Mapping[str, Any]) -> None:
        """One JSON object, in one frame."""
        self.write_whole(kind, json_bytes(values))
