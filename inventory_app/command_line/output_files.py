"""Files that a command is told to write: told before it does anything when one of them cannot be, or must stay."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from inventory_app.command_line.status import WrongUsage
from inventory_app.domain.errors import Refusal
from inventory_app.exporting.whole_file import check_output


def check_output_given(output: str, kept: Iterable[tuple[str, str]] = ()) -> None:
    """Raises WrongUsage for a file that must not be written, see `check_output`."""
    try:
        check_output(Path(output), kept)
    except Refusal as refusal:
        raise WrongUsage(refusal.message) from refusal
