"""Standard input, read without Python's own reader: a thread that hangs in that one would crash the process' end."""

from __future__ import annotations

import io
import os
import sys
from typing import BinaryIO, TextIO

from inventory_app.command_line.status import WrongUsage

_NONE = "There is no standard input."


def own_stdin() -> BinaryIO:
    """A reader of standard input that belongs to the caller."""
    if sys.stdin is None:
        raise WrongUsage(_NONE)
    try:
        return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    except io.UnsupportedOperation:
        return sys.stdin.buffer  # not a file: something in memory


def first_line() -> TextIO:
    """The first line and nothing behind it: the rest is for whoever reads on (a password before actions)."""
    if sys.stdin is None:
        raise WrongUsage(_NONE)
    try:
        descriptor = sys.stdin.fileno()
    except io.UnsupportedOperation:
        return io.StringIO(sys.stdin.buffer.readline().decode("utf-8", "replace"))
    found = bytearray()
    while (one := os.read(descriptor, 1)) and one != b"\n":
        found += one
    return io.StringIO(found.decode("utf-8", "replace"))
