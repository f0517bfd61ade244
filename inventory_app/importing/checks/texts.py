"""Texts in cells: trimming as Python does, what is blank, damaged by a spreadsheet or wrong as a barcode or a path."""

from __future__ import annotations

import re

import polars as pl

from inventory_app.domain.barcodes import check_digit_ok, has_gtin_length
from inventory_app.domain.texts import NAME_LENGTH, PATH_MARK, too_wide

# Exactly what str.strip() takes away; polars' own idea of white space lacks the four separators 1C to 1F.
WHITE_SPACE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_DAMAGED = re.compile(r"[0-9][.,][0-9]*E\+[0-9]+")
# Lengths to which a GTIN shrinks when a spreadsheet drops its leading zeros, and the lengths they had.
_WITHOUT_ZEROS = (7, 10, 11)
_UNREADABLE = re.compile("[\ud800-\udfff]+")
_PATH_SUSPECT = "(^|/)[\\s\x1c-\x1f]*(/|$)|[\\s\x1c-\x1f]/|/[\\s\x1c-\x1f]"
# What four digits add to a GTIN's check sum; the weights of the digits repeat every two places.
_TEN = range(10)
_WEIGHTS = [(3 * a + b + 3 * c + d) % 10 for a in _TEN for b in _TEN for c in _TEN for d in _TEN]


def damaged(text: str) -> bool:
    """Whether a spreadsheet has turned the digits into scientific notation (``9.78E+12``)."""
    return _DAMAGED.fullmatch(text) is not None


def wrong_check_digit(text: str) -> bool:
    """Whether it is a GTIN, by its length, with a wrong check digit."""
    return has_gtin_length(text) and not check_digit_ok(text)


def lost_zeros(text: str) -> bool:
    """Whether leading zeros would make it a GTIN with a right check digit (zeros weigh nothing)."""
    return len(text) in _WITHOUT_ZEROS and text.isascii() and text.isdigit() and check_digit_ok(text)


def normal_path(text: str) -> str | None:
    """A location's path with its codes trimmed, or None when a code is empty."""
    codes = [code.strip() for code in text.split(PATH_MARK)]
    return PATH_MARK.join(codes) if all(codes) else None


def path_too_long(text: str) -> bool:
    """Whether one of the path's codes is longer than a code may be, or the whole more than can be found by."""
    return too_wide(text) or (len(text) > NAME_LENGTH and max(map(len, text.split(PATH_MARK))) > NAME_LENGTH)


def is_unreadable(text: str) -> bool:
    """Whether the text holds marks of bytes that could not be decoded, or a NUL, which no database keeps."""
    return "\0" in text or (not text.isascii() and _UNREADABLE.search(text) is not None)


def readable(text: str) -> str:
    """The text with what could not be decoded shown as U+FFFD, for messages and for the rejects file."""
    return _UNREADABLE.sub("\ufffd", text)


def trim_column(column: pl.Expr) -> pl.Expr:
    """`str.strip()` for a column."""
    return column.str.strip_chars(WHITE_SPACE)


def barcode_suspect(column: pl.Expr) -> pl.Expr:
    """True for every barcode about which `damaged`, `wrong_check_digit` or `lost_zeros` may have something to say."""
    number = column.cast(pl.UInt64, strict=False)
    fours = (number % 10**4, number // 10**4 % 10**4, number // 10**8 % 10**4, number // 10**12 % 10**4)
    weights = pl.lit(pl.Series(_WEIGHTS, dtype=pl.UInt8))
    weighted = pl.sum_horizontal(*(weights.gather(four.cast(pl.UInt32, strict=False)) for four in fours))
    digits = column.str.contains("^[0-9]{7,14}$")
    right = weighted % 10 == 0
    length = column.str.len_bytes()
    wrong = digits & ~right & ~length.is_in([7, 9, 10, 11])
    shrunk = digits & right & length.is_in(list(_WITHOUT_ZEROS))
    return wrong | shrunk | column.str.contains("E+", literal=True)


def path_suspect(column: pl.Expr) -> pl.Expr:
    """True for every path that may have to be trimmed, refused or measured."""
    return column.str.contains(_PATH_SUSPECT) | (column.str.len_bytes() > NAME_LENGTH)
