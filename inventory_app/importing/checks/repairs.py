"""Repairs of cells that say nothing as they stand, each offered for a problem and applied to all cells like it.

A repair only proposes another text; it counts when that text is read without the problem. So a repair never makes a
good cell worse, and what it cannot help stays the problem that it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from inventory_app.domain.barcodes import GTIN_LENGTHS, check_digit_ok
from inventory_app.importing.checks.numbers import SIGNS
from inventory_app.importing.options import ImportOptions

CURRENCY_SIGN = "currency_sign"
DECIMAL_MARK = "decimal_mark"
THOUSANDS_MARKS = "thousands_marks"
TRAILING_ZEROS = "trailing_zeros"
APOSTROPHE = "apostrophe"
CHECK_DIGIT_ZEROS = "check_digit_zeros"
LETTERS = "letters"
APOSTROPHES = "'’"

# A sign or the three letters of a currency, on one side of the number.
_CURRENCY = re.compile(
    rf"(?:[{SIGNS}]|[A-Z]{{3}})\s*([+-]?[0-9.,'’\s]+)|([+-]?[0-9.,'’\s]+?)\s*(?:[{SIGNS}]|[A-Z]{{3}})"
)
_GROUPED = re.compile(r"([+-]?[0-9]{1,3})((?:[,.'’ \u00a0\u202f][0-9]{3})+)(?:([.,])([0-9]+))?")
_ONE_MARK = re.compile(r"([+-]?[0-9]*)([.,])([0-9]+)")
# Letters may have been read wrongly more than once, each time by another program.
_TIMES = 3
_TILDE_A, _NO_BREAK_SPACE = "\u00c3", "\u00a0"
_DECIMALS = re.compile(r"([+-]?[0-9]+)([.,])([0-9]*?)0+")

Repair = Callable[[str, ImportOptions], str | None]


def _without_currency(text: str, _options: ImportOptions) -> str | None:
    found = _CURRENCY.fullmatch(text)
    return (found.group(1) or found.group(2)).strip() if found else None


def _other_decimal_mark(text: str, options: ImportOptions) -> str | None:
    """``12,5`` where a full stop was declared, and the other way round."""
    found = _ONE_MARK.fullmatch(text)
    if found is None or found.group(2) == options.decimal:
        return None
    return f"{found.group(1)}{options.decimal}{found.group(3)}"


def _without_groups(text: str, options: ImportOptions) -> str | None:
    """``1,234.50`` or ``1.234,50`` without the marks between its thousands."""
    found = _GROUPED.fullmatch(text)
    if found is None:
        return None
    first, groups, mark, decimals = found.groups()
    marks = {one for one in groups if not one.isdigit()}
    if len(marks) != 1 or mark in marks:
        return None
    whole = first + "".join(one for one in groups if one.isdigit())
    return f"{whole}{options.decimal}{decimals}" if decimals else whole


def _without_zeros(text: str, options: ImportOptions) -> str | None:
    """``1.500000000``: more decimals than are kept, but zeros only."""
    found = _DECIMALS.fullmatch(text)
    if found is None or found.group(2) != options.decimal:
        return None
    whole, mark, kept = found.groups()
    return f"{whole}{mark}{kept}" if kept else str(whole)


def _without_apostrophe(text: str, _options: ImportOptions) -> str | None:
    """A spreadsheet's way of keeping a text a text."""
    return text[1:].strip() if text[:1] in APOSTROPHES and text else None


def _with_zeros(text: str, _options: ImportOptions) -> str | None:
    """The shortest GTIN that the digits are without its leading zeros."""
    if not (text.isascii() and text.isdigit() and check_digit_ok(text)):
        return None
    length = next((one for one in sorted(GTIN_LENGTHS) if one > len(text)), None)
    return text.zfill(length) if length is not None else None


def _with_letters(text: str, _options: ImportOptions) -> str | None:
    """``CafÃ©`` as it was before its UTF-8 was read as cp1252 or latin-1: the whole text, or nothing of it."""
    found = None
    for _ in range(_TIMES):
        again = _read_as_utf8(text)
        if again is None and text.endswith(_TILDE_A):  # the other half of its à was white space, and was taken away
            again = _read_as_utf8(text + _NO_BREAK_SPACE)
        if again is None or again == text:
            break
        text = found = again
    return found


def _read_as_utf8(text: str) -> str | None:
    """The text whose bytes in UTF-8 give this one in cp1252; None when there is no such text."""
    data = bytearray()
    for one in text:
        try:
            data += one.encode("cp1252")
        except UnicodeEncodeError:
            if not "\x80" <= one <= "\x9f":
                return None
            data.append(ord(one))  # the five bytes that cp1252 has no letter for, and what latin-1 makes of others
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


REPAIRS: Mapping[str, Repair] = {
    LETTERS: _with_letters,
    APOSTROPHE: _without_apostrophe,
    CURRENCY_SIGN: _without_currency,
    THOUSANDS_MARKS: _without_groups,
    DECIMAL_MARK: _other_decimal_mark,
    TRAILING_ZEROS: _without_zeros,
    CHECK_DIGIT_ZEROS: _with_zeros,
}


def repaired(text: str, names: Sequence[str], options: ImportOptions, good: Callable[[str], bool]) -> str | None:
    """The text that these repairs make of ``text``, one after the other as they are needed; None when none helps.

    ``good`` says whether a text is read without a problem.
    """
    for name in REPAIRS:  # their own order: what stands around a number goes before its marks
        if name not in names:
            continue
        made = REPAIRS[name](text.strip(), options)
        if made is None:
            continue
        if good(made):
            return made
        text = made
    return None


def helpful(texts: Iterable[str], options: ImportOptions, good: Callable[[str], bool]) -> dict[str, int]:
    """For each repair how many of these problem texts it would mend by itself; those that mend none are left out."""
    given = list(texts)
    found = {name: sum(repaired(text, (name,), options, good) is not None for text in given) for name in REPAIRS}
    return {name: count for name, count in found.items() if count}
