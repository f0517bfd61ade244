"""Files that are complete or not there: written under another name, and private."""

from __future__ import annotations

import io
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from inventory_app.domain.errors import Refusal
from inventory_app.exporting.leftovers import hold, sweep


def check_output(path: Path, kept: Iterable[tuple[str, str]] = ()) -> None:
    """Raises Refusal when there can be no such file, or when it would take the place of one that has to stay.

    ``kept`` are those, each with what it is; they are known by whatever name or link.
    """
    if path.is_dir():
        raise Refusal("file_unwritable", f"{path}: is a folder; name a file in it.", field="output")
    for file, what in kept:
        if _is_same(path, Path(file)):
            raise Refusal("output_in_use", f"{path}: is {what}, which stays; write to another file.", field="output")


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False  # one of them is not there, so nothing can be lost


def partial_path(path: Path) -> Path:
    """Under which name a file is written before it has its own."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")


@contextmanager
def whole_binary_file(path: Path, partial: Path | None = None) -> Iterator[BinaryIO]:
    """A file that appears under its name when the block ends well, and not at all when it does not.

    ``partial`` is its name until then, for one who removes it should this process be killed. Raises Refusal when
    there can be no such file.
    """
    check_output(path)
    sweep(_partials(path))
    partial = partial or partial_path(path)
    try:
        descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise _unwritable(path, error) from error
    hold(descriptor)
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


def _partials(path: Path) -> list[Path]:
    """What was begun of this file under other names."""
    name = re.compile(rf"{re.escape(f'.{path.name}.')}[0-9a-f]{{8}}\.partial")
    try:
        return [one for one in path.parent.iterdir() if name.fullmatch(one.name)]
    except OSError:
        return []  # a folder that cannot be listed, or is none; writing into it tells


def _unwritable(path: Path, error: OSError) -> Refusal:
    message = f"{path.name or path}: cannot be written ({error.strerror or error})."
    return Refusal("file_unwritable", message, field="output")
