"""One page of rows, and the key that the next page continues after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Row = TypeVar("Row")
Key: TypeAlias = "tuple[object, ...]"

PAGE_SIZE = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """``next_key`` is None on the last page; else the sort values of the last row here, the id last."""

    rows: tuple[Row, ...]
    next_key: Key | None


@dataclass(frozen=True, slots=True)
class Order:
    """Which declared column sorts a page; the row's id always breaks ties."""

    column: str
    descending: bool = False
