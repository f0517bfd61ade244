"""What every format has in common: blocks of shaped rows, written in order to a binary file."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import BinaryIO

import polars as pl

from inventory_app.exporting.job import WrittenColumn


class Writer(ABC):
    """Writes one table to one open file, which need not be seekable."""

    guards = False  # whether texts are guarded against spreadsheets, unless raw ones are asked for

    @abstractmethod
    def __init__(self, file: BinaryIO, columns: Sequence[WrittenColumn], *, raw: bool) -> None:
        """Begin the file."""

    @abstractmethod
    def write(self, rows: pl.DataFrame) -> None:
        """The next rows, as `shaped` gives them. Raises Refusal for what the format cannot hold."""

    def finish(self) -> None:  # noqa: B027 - most formats have no end
        """Write what belongs at the end."""

    def abandon(self) -> None:  # noqa: B027 - most formats keep nothing
        """Let go what is kept beside the file, which nobody wants any more."""
