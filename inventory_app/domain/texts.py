"""Texts a person gives: trimming, lengths and what may not be in them."""

from __future__ import annotations

import re
import unicodedata

from inventory_app.domain.errors import Refusal

SKU_LENGTH = 200
BARCODE_LENGTH = 200
NAME_LENGTH = 1_000
# What is found by its text stands in an index, of which PostgreSQL takes some 2,700 bytes; a lot has two such texts.
KEY_BYTES = 2_600
LOT_BYTES = 1_300
DESCRIPTION_LENGTH = 100_000
PATH_MARK = "/"
# Halves of characters, which stand for bytes that are no text, and the NUL: no database keeps them.
_NO_TEXT = re.compile("[\ud800-\udfff\0]+")


def has_no_text(text: str) -> bool:
    """Whether there is anything in it that no database keeps."""
    return _NO_TEXT.search(text) is not None


def readable(text: str) -> str:
    """The text with what no database keeps shown as U+FFFD."""
    return _NO_TEXT.sub("\ufffd", text)


def require_text(text: str, *, field: str, limit: int = NAME_LENGTH) -> str:
    """The trimmed text; raises Refusal when it is empty, too long or holds a NUL (no database keeps one)."""
    trimmed = optional_text(text, field=field, limit=limit)
    if not trimmed:
        raise Refusal(f"{_name(field)}_missing", f"{field}: is empty; write something.", field=field)
    return trimmed


def optional_text(text: str, *, field: str, limit: int = NAME_LENGTH) -> str:
    """The trimmed text, '' allowed; raises Refusal as above."""
    trimmed = text.strip()
    if len(trimmed) > limit:
        raise Refusal(
            "too_long",
            f"{field}: {len(trimmed):,} characters are more than the {limit:,} that fit.",
            field=field,
        )
    if "\0" in trimmed:
        raise Refusal("text_invalid", f"{field}: holds a NUL character, which cannot be stored.", field=field)
    try:
        trimmed.encode("utf-8")
    except UnicodeEncodeError as unpaired:
        raise Refusal(
            "text_invalid", f"{field}: holds half a character, which cannot be stored.", field=field
        ) from unpaired
    return trimmed


def too_wide(text: str, limit: int = KEY_BYTES) -> bool:
    """Whether it takes more bytes than ``limit``; a character takes four at most."""
    return len(text) * 4 > limit and len(text.encode("utf-8", "surrogatepass")) > limit


def optional_key(text: str, *, field: str, limit: int = KEY_BYTES) -> str:
    """`optional_text` that is short enough in bytes, too, to be found by."""
    trimmed = optional_text(text, field=field)
    if too_wide(trimmed, limit):
        size = len(trimmed.encode())
        message = f"{field}: {len(trimmed):,} characters of {size:,} bytes are more than the {limit:,} bytes that fit."
        raise Refusal("too_long", message, field=field)
    return trimmed


def _name(field: str) -> str:
    """``sku`` of ``lines.2.sku``, ``barcodes`` of ``barcodes.1``: codes are words, whichever line they are about."""
    return next(part for part in reversed(field.split(".")) if not part.isdigit())


def normal_path(text: str) -> str:
    """A location's path without white space around its codes; '' for what is none."""
    codes = [code.strip() for code in text.split(PATH_MARK)]
    path = PATH_MARK.join(codes)
    fits = all(codes) and max(map(len, codes)) <= NAME_LENGTH
    return path if fits and not has_no_text(path) and not too_wide(path) else ""


def folded(text: str) -> str:
    """A name for telling whether two are meant alike: without case, accents and white space that does not matter."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return " ".join(plain.casefold().split())


def require_code(text: str, *, field: str = "code") -> str:
    """A location's code: a text without the mark that joins codes to a path."""
    code = optional_key(require_text(text, field=field), field=field)
    if PATH_MARK in code:
        raise Refusal(
            "code_invalid",
            f"{field}: “{code}” holds a “{PATH_MARK}”, which separates the codes of a path.",
            field=field,
        )
    return code


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 line``, ``3 lines``, ``12,000 lines``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
