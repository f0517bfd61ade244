"""What a command says: results on standard output, everything else on standard error, quiet when nobody reads."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import TextIOWrapper
from typing import BinaryIO, TextIO


class Output:
    """Writes for a program or for a person. A reader that went away is noticed once and then no longer written to."""

    def __init__(self, stdout: TextIO | None, stderr: TextIO | None, *, as_json: bool = False) -> None:
        self._stdout = _prepared(stdout)
        self._stderr = _prepared(stderr)
        self.as_json = as_json

    @classmethod
    def standard(cls) -> Output:
        """The streams of this process, which may have been started without one."""
        return cls(sys.stdout, sys.stderr)

    @property
    def closed(self) -> bool:
        """Whether nobody reads the results any more."""
        return self._stdout is None

    @property
    def binary(self) -> BinaryIO:
        """Where pieces of results go that somebody else writes."""
        return io.BytesIO() if self._stdout is None else self._stdout.buffer

    @property
    def shows_progress(self) -> bool:
        """Whether a person watches standard error."""
        return self._stderr is not None and self._stderr.isatty()

    def result(self, values: Mapping[str, object]) -> None:
        """One JSON object on one line, at once."""
        self.text(json.dumps(values, ensure_ascii=False), flush=True)

    def text(self, line: str, *, flush: bool = False) -> None:
        """A line for whoever reads the results."""
        self.raw(f"{line}\n", flush=flush)

    def raw(self, text: str, *, flush: bool = False) -> None:
        """A piece of the results."""
        if self._stdout is None:
            return
        try:
            self._stdout.write(text)
            if flush:
                self._stdout.flush()
        except (BrokenPipeError, ValueError):
            self.give_up()

    def note(self, sentence: str) -> None:
        """Something for the person, never for a program."""
        self._to_person(f"{sentence}\n")

    def notes(self, sentences: Iterable[str]) -> None:
        """Several of them."""
        for sentence in sentences:
            self.note(sentence)

    def progress(self, sentence: str) -> None:
        """Where a long command is, on one line that the next replaces; '' clears it."""
        if self.shows_progress:
            self._to_person(f"\r\x1b[2K{sentence}")

    def finish(self) -> None:
        """Bring out what is left."""
        if self._stdout is not None:
            try:
                self._stdout.flush()
            except (BrokenPipeError, ValueError):
                self.give_up()

    def _to_person(self, text: str) -> None:
        if self._stderr is None:
            return
        try:
            self._stderr.write(text)
            self._stderr.flush()
        except (OSError, ValueError):
            self._stderr = None

    def give_up(self) -> None:
        """Nobody reads: what Python would still flush at its end goes nowhere instead of into a complaint."""
        stream, self._stdout = self._stdout, None
        if stream is None:
            return
        with suppress(OSError, ValueError):  # a stream without a file, or a closed one
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _prepared(stream: TextIO | None) -> TextIO | None:
    """UTF-8 and plain line ends whatever the locale is; half a character becomes an escape, which JSON reads back."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream
