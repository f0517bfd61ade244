"""Texts that a spreadsheet would take for formulas: guarded in our own exports, and set free again on import.

One apostrophe more is put before a text that begins with ``=``, ``+``, ``-``, ``@``, tab or CR, or with apostrophes and
then one of these. So nothing that was exported differently comes back alike, and the guard can be taken off exactly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# The header of an empty column by which the import knows a guarded file; it outlives a spreadsheet's saving. We write
# it last, but a file of its rejected rows goes on with their errors, and people add columns of their own.
MARK = "stockroom_export"

# The same words for Python's and for Rust's regular expressions.
GUARDED = r"^''*[=+\-@\t\r]"
DANGEROUS = r"^'*[=+\-@\t\r]"
_DANGEROUS = re.compile(DANGEROUS)
_GUARDED = re.compile(GUARDED)


def guard(text: str) -> str:
    """The text as a spreadsheet may see it."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if _GUARDED.match(text) else text


def is_guarded_file(headers: Sequence[str]) -> bool:
    """Whether a file with these headers is an export of ours whose texts are guarded."""
    return any(header.strip() == MARK for header in headers)
