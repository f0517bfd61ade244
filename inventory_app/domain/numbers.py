"""Exact decimal numbers of one fixed scale: reading, writing, and their 64-bit form.

Both quantities and money are such numbers. The grammar is the one of the import contract: plain ASCII digits,
one declared decimal mark, an optional sign, no exponent, no thousands mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from inventory_app.domain.errors import Refusal

_GRAMMAR = {mark: re.compile(rf"[+-]?(?:[0-9]+(?:{re.escape(mark)}[0-9]*)?|{re.escape(mark)}[0-9]+)") for mark in ".,"}
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """One kind of number: its name in messages, the digits after the mark, and the limit that |n| stays below."""

    noun: str
    scale: int
    limit: int

    def parse(self, text: str, *, field: str, decimal_mark: str = ".") -> Decimal:
        """Read ``text``; raises Refusal naming the field and the text. ``-0`` is 0."""
        plain = text.strip()
        if not _GRAMMAR[decimal_mark].fullmatch(plain):
            raise self._refusal(field, text, f"is not a {self.noun}; write digits like 12{decimal_mark}5")
        return self.check(Decimal(plain.replace(",", ".")), field=field)

    def check(self, value: Decimal, *, field: str) -> Decimal:
        """``value`` with its zeros trimmed; raises Refusal when it has too many decimals or is out of range."""
        if not value.is_finite():
            raise self._refusal(field, str(value), f"is not a {self.noun}")
        if abs(value) >= self.limit:
            raise self._refusal(field, str(value), f"is out of range; a {self.noun} stays below {self.limit:,}")
        scaled = value.scaleb(self.scale)
        if scaled != scaled.to_integral_value():
            raise self._refusal(field, str(value), f"has more than {self.scale} decimals")
        return self.from_scaled(int(scaled))

    def to_scaled(self, value: Decimal | int) -> int:
        """The 64-bit integer both engines keep. Raises ValueError for a value that ``check`` would refuse."""
        number = Decimal(value)
        scaled = number.scaleb(self.scale)
        if scaled != scaled.to_integral_value() or abs(number) >= 10 * self.limit:
            raise ValueError(f"{value} does not fit a {self.noun} of {self.scale} decimals")
        return int(scaled)

    def from_scaled(self, scaled: int) -> Decimal:
        """The Decimal of a stored integer, without trailing zeros and without an exponent."""
        value = Decimal(scaled).scaleb(-self.scale).normalize()
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value

    def _refusal(self, field: str, text: str, what: str) -> Refusal:
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        return Refusal(f"{self.noun}_invalid", f"{field}: “{shown}” {what}.", field=field)


def plain(value: Decimal) -> str:
    """Plain decimal text as the contract writes it: no exponent, no trailing zeros, no negative zero."""
    if value == 0:
        return "0"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
