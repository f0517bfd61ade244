"""Under which word an order stands in a file, so that its lines stay together and an import knows it again.

That is the reference that it was given, the other side's number, as long as no other order in force has it; else its
own number. A reference may look like a number of ours, for that is what an import of such a file makes of an order
without one: then it gives way to the order whose number it is, if that one stands under its number.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from inventory_app.database.tables import PurchaseOrder, SalesOrder

# As the indexes on references say it.
_NONE: ColumnElement[str] = literal_column("''")


def file_reference(
    orders: type[SalesOrder | PurchaseOrder], prefix: str, in_force: Sequence[StrEnum]
) -> ColumnElement[str]:
    """What an order is called in a file; of the orders in force no two are called alike."""
    own = and_(
        orders.reference != _NONE,
        orders.reference.not_in(_shared(orders, in_force)),
        orders.id.not_in(_giving_way(orders, prefix, in_force)),
    )
    return case((own, orders.reference), else_=orders.number)


def _shared(orders: Any, in_force: Sequence[StrEnum]) -> Select[Any]:
    """References that several orders have."""
    one = aliased(orders)
    named = select(one.reference).where(one.reference != _NONE, one.status.in_(in_force))
    return named.group_by(one.reference).having(func.count() > 1)


def _giving_way(orders: Any, prefix: str, in_force: Sequence[StrEnum]) -> Select[Any]:
    """Orders whose reference is the number of one that stands under its number; they stand under theirs from then on.

    Few orders have such a reference at all, so those are looked at first.
    """
    one, other, next_one = aliased(orders), aliased(orders), aliased(orders)
    like_ours = (one.reference >= f"{prefix}-", one.reference < f"{prefix}.")  # the character behind the hyphen
    unnamed = or_(other.reference == _NONE, other.reference.in_(_shared(orders, in_force)))
    first = (
        select(one.id, one.number)
        .join(other, and_(other.number == one.reference, other.id != one.id))
        .where(one.reference != _NONE, *like_ours, unnamed, one.status.in_(in_force), other.status.in_(in_force))
        .cte("giving_way", recursive=True)
    )
    further = (
        select(next_one.id, next_one.number)
        .join(first, first.c.number == next_one.reference)
        .where(next_one.reference != _NONE, next_one.status.in_(in_force))
    )
    return select(first.union(further).c.id)
