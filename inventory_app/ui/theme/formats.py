"""How numbers, durations and times are written for people. Exact figures stay Decimal; floats are for
durations only.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

MINUS = "\u2212"  # the true minus: as wide as the plus
_FIGURE_SPACE = "\u2007"  # as wide as a digit
_POINT_SPACE = "\u2008"  # as wide as the full stop
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MINUTE, _HOUR = 60, 3600
_KILO = 1024


def quantity(value: Decimal | int | None, decimals: int = 0) -> str:
    """A quantity for a column that shows ``decimals``: the units of all its rows stand below each other.

    Whole numbers get blanks as wide as the decimals of the others. Nothing is rounded: more decimals than
    the column
    shows are written out.
    """
    if value is None:
        return ""
    whole, fraction = _parts(Decimal(value))
    if not fraction:
        return whole + (_POINT_SPACE + _FIGURE_SPACE * decimals if decimals else "")
    return f"{whole}.{fraction}" + _FIGURE_SPACE * (decimals - len(fraction))


def decimals_of(values: list[Decimal]) -> int:
    """How many decimals a column needs for these values."""
    return max((len(_parts(value)[1]) for value in values), default=0)


def change(value: Decimal | int, decimals: int = 0) -> str:
    """A change with its sign: −3, +36, 0."""
    number = Decimal(value)
    return ("+" if number > 0 else "") + quantity(number, decimals)


def money(value: Decimal | None) -> str:
    """An amount: two decimals at least, four at most, never rounded: 1,234.50."""
    if value is None:
        return ""
    whole, fraction = _parts(value)
    return f"{whole}.{fraction.ljust(2, '0')}"


def number(value: int) -> str:
    """A count: 99,871."""
    return f"{value:,}".replace("-", MINUS)


def counted(value: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 level, 1,248 levels."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    teens = 10 < value % 100 < 20
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def duration(seconds: float) -> str:
    """12 ms, 340 ms, 31.4 s, 2 min 05 s, 1 h 02 min."""
    if seconds < 0.9995:
        return f"{max(1, round(seconds * 1000))} ms"
    if seconds < _MINUTE - 0.05:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE:02} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE:02} min"


def left(seconds: float) -> str:
    """12 s left, 3 min left."""
    whole = max(1, round(seconds))
    return f"{whole} s left" if whole < 2 * _MINUTE else f"{round(whole / _MINUTE)} min left"


def clock(at: datetime) -> str:
    """10:42, in the computer's time zone."""
    return f"{at.astimezone():%H:%M}"


def moment(at: datetime, now: datetime) -> str:
    """Times of today as 10:42, before that "yesterday 15:07", "18 Nov 09:30", "18 Nov 2025"."""
    here, today = at.astimezone(), now.astimezone().date()
    if here.date() == today:
        return clock(at)
    if here.date() == today - timedelta(days=1):
        return f"yesterday {clock(at)}"
    named = f"{here.day} {_MONTHS[here.month - 1]}"
    return f"{named} {clock(at)}" if here.year == today.year else f"{named} {here.year}"


def file_size(size: int) -> str:
    """84 MB, 18.4 MB, 512 bytes."""
    if size < _KILO:
        return f"{size} bytes"
    amount, unit = size / _KILO, "KB"
    for larger in ("MB", "GB", "TB"):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    return f"{amount:.1f} {unit}".replace(".0 ", " ")


def _parts(value: Decimal) -> tuple[str, str]:
    """Grouped whole part with the true minus, and the decimals without trailing zeros."""
    if value == 0:
        return "0", ""
    whole, _, fraction = f"{value:,f}".partition(".")
    return whole.replace("-", MINUS), fraction.rstrip("0")
