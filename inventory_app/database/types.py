"""Column types that mean the same on both engines: exact numbers, aware times, keys, JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine
from typing_extensions import override

from inventory_app.domain.money import MONEY
from inventory_app.domain.numbers import FixedPoint
from inventory_app.domain.quantities import QUANTITY

# SQLite gives a row number only to a column of exactly this type.
Id = BigInteger().with_variant(Integer(), "sqlite")
# Byte order on both engines: the same sorting, and on PostgreSQL comparisons without the locale's cost.
Key = Text().with_variant(Text(collation="C"), "postgresql")
Document = JSON().with_variant(JSONB(), "postgresql")

_SQLITE_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


class _Scaled(TypeDecorator[Decimal]):
    """A FixedPoint number as a 64-bit integer: SQLite has no decimal type and would round silently."""

    impl = BigInteger
    cache_ok = True
    number: FixedPoint

    @override
    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else self.number.to_scaled(value)

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        # A SUM of 64-bit integers comes back from PostgreSQL as a whole Decimal.
        return None if value is None else self.number.from_scaled(int(value))


class Quantity(_Scaled):
    """Six decimals."""

    cache_ok = True
    number = QUANTITY


class Money(_Scaled):
    """Four decimals."""

    cache_ok = True
    number = MONEY


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time: TIMESTAMPTZ on PostgreSQL, on SQLite a text of fixed width that sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        utc = value.astimezone(UTC)
        return utc.strftime(_SQLITE_TIME) if dialect.name == "sqlite" else utc

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, str):
            return datetime.strptime(value, _SQLITE_TIME).replace(tzinfo=UTC)
        moment: datetime = value
        return moment.astimezone(UTC)
