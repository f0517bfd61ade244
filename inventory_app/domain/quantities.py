"""Quantities: exact, six decimals, kept in the product's base unit of measure."""

from __future__ import annotations

from decimal import Decimal

from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import FixedPoint, plain

QUANTITY = FixedPoint("quantity", scale=6, limit=9 * 10**12)


def parse_quantity(text: str, *, field: str = "quantity", decimal_mark: str = ".") -> Decimal:
    """Read a quantity; raises Refusal."""
    return QUANTITY.parse(text, field=field, decimal_mark=decimal_mark)


def require_positive(value: Decimal, *, field: str = "quantity") -> Decimal:
    """``value`` checked, for what must be more than nothing; raises Refusal."""
    checked = QUANTITY.check(value, field=field)
    if checked <= 0:
        raise Refusal("quantity_invalid", f"{field}: {plain(value)} is not more than 0.", field=field)
    return checked


def require_change(value: Decimal, *, field: str = "quantity") -> Decimal:
    """``value`` checked, for a signed change that must change something; raises Refusal."""
    checked = QUANTITY.check(value, field=field)
    if checked == 0:
        raise Refusal("quantity_invalid", f"{field}: 0 changes nothing; write how much to add or remove.", field=field)
    return checked


def format_quantity(value: Decimal) -> str:
    """Plain text: ``12.5``, ``40``, ``-3``."""
    return plain(value)
