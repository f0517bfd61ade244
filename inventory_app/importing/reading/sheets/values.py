"""What a cell of a sheet says, as text: its value, not what the spreadsheet shows of it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from inventory_app.importing.checks.dates import directives

# Number formats that need no declaration, by their number: dates, and times of day.
_BUILTIN_DATES = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_BUILTIN_TIMES = frozenset((18, 19, 20, 21, 45, 47))
_BUILTIN_SPAN = 46
_NOT_MARKS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
# An m beside hours or seconds means minutes.
_DATE_MARKS = re.compile(r"[yd]|(?<![hs:\[m])m+(?![:\]m])", re.IGNORECASE)
_SPAN_MARKS = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_TIME_MARKS = re.compile(r"[hs]", re.IGNORECASE)
# As many digits as the code has zeros: 00000 shows 123 as 00123, which is how article numbers are kept.
_ZEROS = re.compile(r"0{2,40}")
_WHOLE = re.compile(r"(-?)([0-9]+)")
_WITHOUT_COLOUR = re.compile(r"\[[^\]]*\]")
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)
_LONGEST = 16
_EXACT = 2.0**53
_DAY = 86_400
_LAST_DAY = 2_958_466
_FIRST, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a cell's day has no zone
_LEAP_DAY_THAT_WAS_NONE = 60

PLAIN, DATE, TIME, SPAN = "", "date", "time", "span"


def kind_of_format(number: int, code: str) -> str:
    """Whether a number format shows a number, a date, a time of day or a span of time; ``code`` '' : a builtin one.

    A format that is nothing but zeros is a kind of its own: these zeros.
    """
    if not code:
        if number == _BUILTIN_SPAN:
            return SPAN
        return DATE if number in _BUILTIN_DATES else TIME if number in _BUILTIN_TIMES else PLAIN
    if _ZEROS.fullmatch(zeros := _WITHOUT_COLOUR.sub("", code.partition(";")[0])):
        return zeros
    marks = _NOT_MARKS.sub("", _GENERAL.sub("", code.partition(";")[0]))
    if _SPAN_MARKS.search(marks):
        return SPAN
    if _DATE_MARKS.search(marks):
        return DATE
    return TIME if _TIME_MARKS.search(marks) else PLAIN


class CellTexts:
    """Writes values with the decimal mark and the form of dates in which the import will read them."""

    def __init__(self, decimal: str = ".", dates: str = "", *, from_1904: bool = False) -> None:
        self._decimal = decimal
        self._directives = directives(dates) if dates else ""
        self._first = _FIRST_1904 if from_1904 else _FIRST
        self._skips_leap_day = not from_1904

    def number(self, raw: str) -> str:
        """A number as the file spells it; what a spreadsheet cannot show (the 16th digit) is rounded as there."""
        if len(raw) < _LONGEST and raw.isdecimal() and raw.isascii():
            return raw if raw[0] != "0" else str(int(raw))
        try:
            return self.plain(float(raw))
        except ValueError:
            return raw

    def plain(self, value: float) -> str:
        """Plain digits: no exponent, no ``.0``, at most 15 of them behind a fraction."""
        if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - not a number
            return "#NUM!"
        if value.is_integer() and abs(value) < _EXACT:
            return str(int(value))
        text = f"{value:.15g}"
        if "e" in text:
            text = f"{Decimal(text):f}"
        return text.replace(".", self._decimal) if self._decimal != "." else text

    def serial(self, raw: str, kind: str) -> str:
        """A number that is shown as a date or a time (days since the beginning of the calendar), or with zeros."""
        if kind.startswith("0"):
            return _with_zeros(self.number(raw.strip()), len(kind))
        try:
            days = float(raw)
        except ValueError:
            return raw
        if not 0 <= days < _LAST_DAY:
            return self.number(raw)
        if kind == SPAN or (days < 1 and self._skips_leap_day):
            return self.duration(timedelta(seconds=round(days * _DAY)))
        if self._skips_leap_day and days < _LEAP_DAY_THAT_WAS_NONE:
            days += 1
        whole, seconds = divmod(round(days * _DAY), _DAY)
        return self.moment(self._first + timedelta(days=whole, seconds=seconds))

    def moment(self, value: datetime) -> str:
        """A day, or a day and a time where there is one."""
        if value.time() == time():
            return self.day(value.date())
        return value.replace(microsecond=0).isoformat(sep=" ")

    def day(self, value: date) -> str:
        """A day in the declared form, ISO when none is."""
        return value.strftime(self._directives) if self._directives else value.isoformat()

    def duration(self, value: timedelta) -> str:
        """Hours, minutes and seconds; more than 24 hours stay hours."""
        minutes, seconds = divmod(int(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"

    def value(self, found: bool | float | str | date | time | timedelta) -> str:
        """A value as a library gives it."""
        match found:
            case str():
                return found
            case bool() | int():
                return str(found).upper()
            case float():
                return self.plain(found)
            case datetime():
                return self.moment(found)
            case date():
                return self.day(found)
            case time():
                return found.replace(microsecond=0).isoformat()
            case timedelta():
                return self.duration(found)


def _with_zeros(text: str, digits: int) -> str:
    """A whole number with at least so many digits; every other text as it is."""
    found = _WHOLE.fullmatch(text)
    return found[1] + found[2].zfill(digits) if found else text
