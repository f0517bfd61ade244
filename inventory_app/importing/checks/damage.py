"""What spreadsheets and wrong encodings do to texts: named, never mended unasked. Each is a warning.

The patterns are for Python's and for Rust's regular expressions alike: whole columns are looked at as one text is.
"""

from __future__ import annotations

import re

import polars as pl

from inventory_app.importing.kinds import FieldType

CELL_LIMIT = 32_767

# UTF-8 that was read as a Western encoding: é as Ã©, ° as Â°, a dash as â€“; or the mark for what could not be read.
_SECOND_BYTES = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d"
    "\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_MOJIBAKE = (
    f"\u00c3[{_SECOND_BYTES}]|\u00c2[\u00a0-\u00bf]|\u00e2[\u0080-\u009f\u20ac\u201a\u201e\u2020\u02c6]"
    "|\ufffd|\u00ef\u00bf\u00bd"
    "|[a-z]\u00c3(?:[ \t\r\n]|$)"  # à at the end of a word: its second byte is a no-break space, which is easily lost
)
_MOJIBAKE_BYTES = (b"\xc3\x83", b"\xc3\x82", b"\xc3\xa2", b"\xef\xbf\xbd", b"\xc3\xaf\xc2\xbf")
_ERROR = "#(?:N/A|REF!|VALUE!|DIV/0!|NAME[?]|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)"
# A part number like 3-2 or MAR-5 becomes a date; English, German, Spanish and French months.
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mär|mrz|mai|okt|dez|ene|abr|ago|dic|janv|févr|mars|avr|juin"
    "|juil|août|déc"
)
_DATE = (
    f"(?i:[0-9]{{1,2}}(?:[-. ]|[.] )(?:{_MONTHS})[.]?(?:[-. ][0-9]{{2,4}})?|(?:{_MONTHS})[.]?-[0-9]{{1,2}})"
    "|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?: 00:00:00)?"
)
# A spreadsheet keeps 15 digits of a number and writes zeros for the rest.
_DIGITS = "[1-9][0-9]{14}0+"

_PATTERNS = {name: re.compile(pattern) for name, pattern in (("error", _ERROR), ("date", _DATE), ("digits", _DIGITS))}
_MOJIBAKE_PATTERN = re.compile(_MOJIBAKE)
_NUMBERED = (FieldType.SKU, FieldType.BARCODE)


def damage_of(text: str, field_type: FieldType) -> list[str]:
    """The warnings for a text of a field, as codes."""
    found = []
    if not text.isascii() and _MOJIBAKE_PATTERN.search(text):
        found.append("mojibake")
    if len(text) == CELL_LIMIT:
        found.append("cell_cut")
    if text.startswith("#") and _PATTERNS["error"].fullmatch(text):
        found.append("cell_error")
    if field_type is FieldType.SKU and _PATTERNS["date"].fullmatch(text):
        found.append("sku_date")
    if field_type in _NUMBERED and _PATTERNS["digits"].fullmatch(text):
        found.append("digits_lost")
    return found


def may_hold_mojibake(data: bytes) -> bool:
    """Whether the bytes of a block may hold any, found much faster than in its columns."""
    return any(mark in data for mark in _MOJIBAKE_BYTES)


def damage_doubt(value: pl.Expr, field_type: FieldType, *, mojibake: bool) -> pl.Expr:
    """True for every text about which `damage_of` may have something to say."""
    patterns = [f"^{_ERROR}$"]
    if field_type is FieldType.SKU:
        patterns.append(f"^(?:{_DATE})$")
    if field_type in _NUMBERED:
        patterns.append(f"^{_DIGITS}$")
    doubt = value.str.contains("|".join(patterns)) | (value.str.len_bytes() >= CELL_LIMIT)
    return doubt | value.str.contains(_MOJIBAKE) if mojibake else doubt
