"""Numbers in cells, as scaled 64-bit integers: exactly for one text, and the same for a whole column at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from inventory_app.domain.numbers import FixedPoint
from inventory_app.importing.options import CurrencySign, ImportOptions

# Unicode's currency signs (category Sc), written out: neither re nor Python 3.11's tables know them all by name.
SIGNS = (
    "$¢£¤¥\u058f\u060b\u07fe\u07ff\u09f2\u09f3\u09fb\u0af1\u0bf9\u0e3f\u17db\u20a0-\u20c0\ua838\ufdfc"
    "\ufe69\uff04\uffe0\uffe1\uffe5\uffe6"
)
SPACE = "[ \\t\u00a0\u202f]*"
_LONGEST = 18  # digits that fit a signed 64-bit integer whatever they are


@dataclass(frozen=True)
class NumberReader:
    """Reads numbers of one kind in the marks that the person declared. ``strip`` leaves a currency sign out."""

    number: FixedPoint
    decimal: str
    thousands: str
    strip: bool

    @classmethod
    def of(cls, number: FixedPoint, options: ImportOptions, *, money: bool) -> NumberReader:
        """The reader for one field; only money has a currency sign."""
        strip = money and options.currency_sign is CurrencySign.STRIP
        return cls(number, options.decimal, options.thousands, strip)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._grammar())

    def read(self, text: str) -> int | None:
        """The scaled value of a trimmed text, or None when it is not a number of this kind or out of range."""
        if self.strip:
            text = _without_sign(text)
        if not self._pattern.fullmatch(text):
            return None
        plain = text.replace(self.thousands, "") if self.thousands else text
        whole, _, decimals = plain.lstrip("+-").partition(self.decimal)
        scale = self.number.scale
        whole = whole.lstrip("0")
        if len(decimals) > scale or len(whole) > _LONGEST:
            return None
        scaled = int(whole + decimals.ljust(scale, "0"))
        if scaled >= self.number.limit * 10**scale:
            return None
        return -scaled if text.startswith("-") else scaled

    def read_column(self, column: pl.Expr) -> pl.Expr:
        """The same for a column: null where `read` gives None, and for the few texts that only `read` can tell."""
        text = column
        if self.strip:
            for pattern, kept in _CURRENCY:
                replacement = "".join(f"${{{group}}}" for group in kept)
                text = (
                    pl.when(text.str.contains(f"^(?:{pattern.pattern})$"))
                    .then(text.str.replace(f"^(?:{pattern.pattern})$", replacement))
                    .otherwise(text)
                )
        plain = text.str.replace_all(self.thousands, "", literal=True) if self.thousands else text
        if self.decimal != ".":
            plain = plain.str.replace(self.decimal, ".", literal=True)
        # A decimal of 38 digits is exact where the grammar holds; what does not fit 64 bits becomes null.
        scaled = plain.cast(pl.Decimal(38, self.number.scale), strict=False).to_physical().cast(pl.Int64, strict=False)
        certain = text.str.contains(f"^(?:{self._grammar(self.number.scale)})$")
        limit = self.number.limit * 10**self.number.scale
        return pl.when(certain & (scaled < limit) & (scaled > -limit)).then(scaled)

    def _grammar(self, decimals: int | None = None) -> str:
        """The contract's grammar, for Python's and for Rust's regular expressions alike."""
        mark = re.escape(self.decimal)
        whole = "[0-9]+"
        if self.thousands:
            whole = f"(?:[0-9]{{1,3}}(?:{re.escape(self.thousands)}[0-9]{{3}})+|[0-9]+)"
        most = "" if decimals is None else str(decimals)
        return f"[+-]?(?:{whole}(?:{mark}[0-9]{{0,{most}}})?|{mark}[0-9]{{1,{most}}})"


# One sign of a currency, before or after the number; the groups that are kept are the sign of the number and itself.
_CURRENCY: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (re.compile(f"([+-]?)[{SIGNS}]{SPACE}([+-]?[^{SIGNS}]*)"), (1, 2)),
    (re.compile(f"([^{SIGNS}]*?){SPACE}[{SIGNS}]"), (1,)),
)


def _without_sign(text: str) -> str:
    """The text without its one currency sign, if it has one."""
    for pattern, kept in _CURRENCY:
        if found := pattern.fullmatch(text):
            return "".join(found[group] for group in kept)
    return text
