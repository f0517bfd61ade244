"""How numbers, durations and times are written for people. Exact figures stay Decimal; floats are for
durations only.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

MINUS = "\u2212"  # the true minus: as wide as the plus
_FIGURE_SPACE = "\u2007"  # as wide as a digit
_POINT_SPACE = "\u2008"  # as wide as the full stop
_DAYS = (
    QT_TRANSLATE_NOOP("Formats", "{day} Jan"),
    QT_TRANSLATE_NOOP("Formats", "{day} Feb"),
    QT_TRANSLATE_NOOP("Formats", "{day} Mar"),
    QT_TRANSLATE_NOOP("Formats", "{day} Apr"),
    QT_TRANSLATE_NOOP("Formats", "{day} May"),
    QT_TRANSLATE_NOOP("Formats", "{day} Jun"),
    QT_TRANSLATE_NOOP("Formats", "{day} Jul"),
    QT_TRANSLATE_NOOP("Formats", "{day} Aug"),
    QT_TRANSLATE_NOOP("Formats", "{day} Sep"),
    QT_TRANSLATE_NOOP("Formats", "{day} Oct"),
    QT_TRANSLATE_NOOP("Formats", "{day} Nov"),
    QT_TRANSLATE_NOOP("Formats", "{day} Dec"),
)
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
    last = 0 if 10 < value % 100 < 20 else value % 10
    if last == 1:
        return translate("Formats", "{number}st").format(number=value)
    if last == 2:
        return translate("Formats", "{number}nd").format(number=value)
    if last == 3:
        return translate("Formats", "{number}rd").format(number=value)
    return translate("Formats", "{number}th").format(number=value)


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
    if whole < 2 * _MINUTE:
        return translate("Formats", "{seconds} s left").format(seconds=whole)
    return translate("Formats", "{minutes} min left").format(minutes=round(whole / _MINUTE))


def clock(at: datetime) -> str:
    """10:42, in the computer's time zone."""
    return f"{at.astimezone():%H:%M}"


def moment(at: datetime, now: datetime) -> str:
    """Times of today as 10:42, before that "yesterday 15:07", "18 Nov 09:30", "18 Nov 2025"."""
    here, today = at.astimezone(), now.astimezone().date()
    if here.date() == today:
        return clock(at)
    if here.date() == today - timedelta(days=1):
        return translate("Formats", "yesterday {clock}").format(clock=clock(at))
    day = translate("Formats", _DAYS[here.month - 1]).format(day=here.day)
    if here.year == today.year:
        return translate("Formats", "{day} {clock}").format(day=day, clock=clock(at))
    return translate("Formats", "{day} {year}").format(day=day, year=here.year)


def file_size(size: int) -> str:
    """84 MB, 18.4 MB, 512 bytes."""
    if size < _KILO:
        return translate("Formats", "{count} byte(s)", count=size).format(count=size)
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
