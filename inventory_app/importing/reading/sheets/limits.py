"""What a workbook may cost: unpacked size, rows, columns, memory, time; and how to say that it would cost more."""

from __future__ import annotations

import sys
from pathlib import Path

from inventory_app.domain.errors import Refusal
from inventory_app.importing.reading.refusals import file_refusal

MOST_UNPACKED = 200 << 20
MOST_RATIO = 100
# Small files may be packed as tightly as they like.
HARMLESS = 10 << 20
MOST_PARTS = 10_000
MOST_ROWS = 2_000_000
MOST_COLUMNS = 1_000
# Of all text together: one long text that a million cells share costs nothing until it is written out.
MOST_TEXT = 2 << 30
MEMORY = 1_536 << 20
# What the process needs for itself; a small file gets little more, however it asks for it.
_LEAST_MEMORY = 512 << 20
_MEMORY_PER_BYTE = 100
PROCESSOR_SECONDS = 300
# The reader has to give a sign of life this often; where a system knows no other limits this is the one.
SILENCE = 120.0

_AS_CSV = "save the sheet as “CSV UTF-8” in the spreadsheet program and import that"


def limit_process(path: Path) -> None:
    """Bind this process to the memory and the processor's time that reading a workbook may cost."""
    if sys.platform == "win32":
        return  # no such limits there; the asking side ends a reader that is silent for too long
    import resource  # noqa: PLC0415 - does not exist everywhere

    memory = min(MEMORY, _LEAST_MEMORY + path.stat().st_size * _MEMORY_PER_BYTE)
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, PROCESSOR_SECONDS)):
        _, hard = resource.getrlimit(limit)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (least, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def too_large(path: Path, what: str) -> Refusal:
    """The workbook is over one of the limits."""
    return file_refusal(path, f"{what}; {_AS_CSV}", "file_too_large")


def damaged(path: Path, what: str) -> Refusal:
    """The workbook is not what its format says."""
    return file_refusal(
        path, f"the workbook is damaged ({what}); open it in a spreadsheet program and save it again", "file_damaged"
    )


def protected(path: Path) -> Refusal:
    """The workbook is encrypted."""
    return file_refusal(
        path,
        "is protected with a password; open it in a spreadsheet program, save it without the password and import that",
        "file_protected",
    )
