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
# What both engines can keep in a column.
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """One kind of number: its name in messages, the digits after the mark, and the limit that |n| stays below."""

    noun: str
    scale: int
    limit: int

    @property
    def article(self) -> str:
        return "an" if self.noun[0] in "aeiou" else "a"

    def parse(self, text: str, *, field: str, decimal_mark: str = ".") -> Decimal:
        """Read ``text``; raises Refusal naming the field and the text. ``-0`` is 0."""
        plain = text.strip()
        if not _GRAMMAR[decimal_mark].fullmatch(plain):
            raise self._refusal(field, text, f"is not {self.article} {self.noun}; write digits like 12{decimal_mark}5")
        return self.check(Decimal(plain.replace(",", ".")), field=field)

    def check(self, value: Decimal, *, field: str) -> Decimal:
        """``value`` with its zeros trimmed; raises Refusal when it has too many decimals or is out of range."""
        if not value.is_finite():
            raise self._refusal(field, str(value), f"is not {self.article} {self.noun}")
        scaled = self._scaled(self.within(value, field=field))
        if scaled is None:
            raise self._refusal(field, str(value), f"has more than {self.scale} decimals")
        return self.from_scaled(scaled)

    def within(self, value: Decimal, *, field: str) -> Decimal:
        """``value``, made from numbers that were checked; raises Refusal when it is out of range."""
        if not -self.limit < value < self.limit:
            limits = f"{self.article} {self.noun} stays below {self.limit:,}"
            raise self._refusal(field, str(value), f"is out of range; {limits}")
        return value

    def to_scaled(self, value: Decimal | int) -> int:
        """The 64-bit integer both engines keep. Raises ValueError for a value that does not fit one.

        Sums may be beyond the limit of a single number, so the limit is not asked here.
        """
        exact = Decimal(value)
        # An exponent far outside would make a number of that many digits first.
        near = exact.is_finite() and (not exact or abs(exact.adjusted()) < _SHOWN)
        scaled = self._scaled(exact) if near else None
        if scaled is None or abs(scaled) > _LARGEST:
            raise ValueError(f"{value} does not fit {self.article} {self.noun} of {self.scale} decimals")
        return scaled

    def _scaled(self, value: Decimal) -> int | None:
        """``value`` × 10^scale when that is whole. By its digits: Decimal's arithmetic rounds to 28 of them."""
        sign, digits, exponent = value.as_tuple()
        if not value or not isinstance(exponent, int):
            return 0
        places = exponent + self.scale
        if places < 0:
            if -places >= len(digits) or any(digits[places:]):
                return None
            digits, places = digits[:places], 0
        magnitude: int = int(Decimal((0, digits, 0))) * 10**places
        return -magnitude if sign else magnitude

    def from_scaled(self, scaled: int) -> Decimal:
        """The Decimal of a stored integer, without trailing zeros and without an exponent."""
        whole, rest = divmod(scaled, 10**self.scale)
        return Decimal(scaled).scaleb(-self.scale).normalize() if rest else Decimal(whole)

    def _refusal(self, field: str, text: str, what: str) -> Refusal:
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        return Refusal(f"{self.noun}_invalid", f"{field}: “{shown}” {what}.", field=field)


def plain(value: Decimal) -> str:
    """Plain decimal text as the contract writes it: no exponent, no trailing zeros, no negative zero."""
    if value == 0:
        return "0"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
