"""Barcodes: which texts are GTINs, and whether their check digit is right (GS1 General Specifications 7.9)."""

from __future__ import annotations

import re

GTIN_LENGTHS = (8, 12, 13, 14)
_DAMAGED = re.compile(r"[0-9][.,][0-9]*[Ee]\+[0-9]+")


def has_gtin_length(text: str) -> bool:
    """Only ASCII digit strings of 8, 12, 13 or 14 are GTINs; all other barcodes are free text."""
    return len(text) in GTIN_LENGTHS and text.isascii() and text.isdigit()


def check_digit_ok(text: str) -> bool:
    """Whether the last digit of a digit string is the GS1 mod-10 check digit of the others."""
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    return weighted % 10 == 0


def damaged_by_spreadsheet(text: str) -> bool:
    """Whether a spreadsheet turned the number into scientific notation (9.78E+12): its digits are lost."""
    return _DAMAGED.fullmatch(text) is not None
