"""Dates in cells: the format that the person declared, ISO when none is."""

from __future__ import annotations

import re
from datetime import date, datetime

from inventory_app.domain.errors import Refusal

_TOKENS = (("YYYY", "%Y"), ("YY", "%y"), ("MM", "%m"), ("DD", "%d"))
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_date(text: str, date_format: str) -> str | None:
    """The ISO form of a trimmed text, or None. '' is ISO; else a format of strptime or of YYYY, MM and DD."""
    try:
        if not date_format:
            return date.fromisoformat(text).isoformat() if _ISO.fullmatch(text) else None
        if not text.isascii():
            return None
        return datetime.strptime(text, directives(date_format)).date().isoformat()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def check_date_format(date_format: str) -> None:
    """Raises Refusal for a format that cannot give a day."""
    if not date_format:
        return
    form, sample = directives(date_format), date(2031, 12, 30)
    # Without a year there is no day; Python warns when it is asked to read such a text.
    tells_the_year = sample.strftime(form) != sample.replace(year=2030).strftime(form)
    if not tells_the_year or read_date(sample.strftime(form), date_format) != sample.isoformat():
        raise Refusal(
            "option_invalid",
            f"date-format: “{date_format}” does not give a day; write for example DD.MM.YYYY or %d/%m/%y.",
            field="date_format",
        )


def directives(date_format: str) -> str:
    """A declared format as strftime takes it."""
    if "%" in date_format:
        return date_format
    for token, directive in _TOKENS:
        date_format = date_format.replace(token, directive)
    return date_format
