"""Money: exact, four decimals, in the one currency of the database."""

from __future__ import annotations

from decimal import Decimal

from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import FixedPoint, plain
from inventory_app.domain.quantities import QUANTITY

MONEY = FixedPoint("amount", scale=4, limit=9 * 10**14)
# quantity × amount has the decimals of both; so many of them are rounded away.
_ROUNDED_AWAY = 10**QUANTITY.scale


def parse_money(text: str, *, field: str = "price", decimal_mark: str = ".") -> Decimal:
    """Read an amount; raises Refusal."""
    return MONEY.parse(text, field=field, decimal_mark=decimal_mark)


def require_not_negative(value: Decimal, *, field: str = "price") -> Decimal:
    """``value`` checked, for a price or a cost; raises Refusal."""
    checked = MONEY.check(value, field=field)
    if checked < 0:
        raise Refusal("amount_negative", f"{field}: {plain(value)} is below 0.", field=field)
    return checked


def value_of(quantity: Decimal, unit_amount: Decimal | None, *, field: str = "value") -> Decimal | None:
    """quantity × unit amount, rounded half-even to four decimals; None when the amount is not known.

    Computed here and never in SQL, where a product of two scaled integers turns into a float on SQLite.
    """
    if unit_amount is None:
        return None
    # In whole numbers: Decimal would round the product to 28 digits first, and then once more.
    value, rest = divmod(QUANTITY.to_scaled(quantity) * MONEY.to_scaled(unit_amount), _ROUNDED_AWAY)
    if 2 * rest > _ROUNDED_AWAY or (2 * rest == _ROUNDED_AWAY and value % 2):
        value += 1
    return MONEY.within(MONEY.from_scaled(value), field=field)


def format_money(value: Decimal) -> str:
    """Plain text as exports write it: at least two decimals, at most four."""
    text = plain(value)
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"
