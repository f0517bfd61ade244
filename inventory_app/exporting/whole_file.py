"""Files that are complete or not there: written under another name, and private."""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from inventory_app.domain.errors import Refusal


def partial_path(path: Path) -> Path:
    """Under which name a file is written before it has its own."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")


@contextmanager
def whole_binary_file(path: Path, partial: Path | None = None) -> Iterator[BinaryIO]:
    """A file that appears under its name when the block ends well, and not at all when it does not.

    ``partial`` is its name until then, for one who removes it should this process be killed. Raises Refusal when
    there can be no such file.
    """
    partial = partial or partial_path(path)
    try:
        descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        try:
            partial.replace(path)
        except OSError as error:
            raise _unwritable(path, error) from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def whole_file(path: Path, *, encoding: str = "utf-8", partial: Path | None = None) -> Iterator[TextIO]:
    """The same for text, with line ends as they are written."""
    with whole_binary_file(path, partial) as binary:
        text = io.TextIOWrapper(binary, encoding=encoding, newline="")
        try:
            yield text
            text.flush()
        finally:
            text.detach()


def _unwritable(path: Path, error: OSError) -> Refusal:
    message = f"{path.name or path}: cannot be written ({error.strerror or error})."
    return Refusal("file_unwritable", message, field="output")
