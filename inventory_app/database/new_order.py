"""Saving a new sales order with its lines and what they take of which lot: on each engine in the fewest statements.

PostgreSQL writes all three tables in one statement; SQLite, which has none that writes several, in one for each. The
database stands behind both alike: keys, checks and foreign keys are the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Text, Uuid, bindparam, insert, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import TypeEngine

from inventory_app.database.statements import table_of
from inventory_app.database.tables import SalesOrder, SalesOrderAllocation, SalesOrderLine
from inventory_app.database.types import Id, Money, Quantity, UtcDateTime
from inventory_app.domain.orders import SALES_PREFIX, order_number

Values = Mapping[str, Any]

_LINE = table_of(SalesOrderLine)
# Made once: what SQLAlchemy works out about a statement is kept with it.
_INSERT_ORDER = insert(table_of(SalesOrder))
_INSERT_LINES = insert(_LINE).returning(_LINE.c.id, _LINE.c.line_no)
_INSERT_ALLOCATIONS = insert(table_of(SalesOrderAllocation))


@dataclass(frozen=True, slots=True)
class NewOrder:
    """Columns and values. ``row`` lacks id and number; ``lines`` lack ids; ``takes`` have line_no for line_id."""

    row: Values
    lines: Sequence[Values]
    takes: Sequence[Values]


@dataclass(frozen=True, slots=True)
class SavedOrder:
    """What the database gave it; ``line_ids`` by line_no."""

    id: int
    number: str
    line_ids: Mapping[int, int]


async def insert_by_table(session: AsyncSession, order_id: int, order: NewOrder) -> SavedOrder:
    """One statement for each table, under an id that nobody else can take."""
    number = order_number(SALES_PREFIX, order_id)
    await session.execute(_INSERT_ORDER, {**order.row, "id": order_id, "number": number})
    lines = await session.execute(_INSERT_LINES, [{**line, "order_id": order_id} for line in order.lines])
    line_ids = {row.line_no: row.id for row in lines}
    takes = [{**take, "line_id": line_ids[take["line_no"]]} for take in order.takes]
    for take in takes:
        del take["line_no"]
    await session.execute(_INSERT_ALLOCATIONS, takes)
    return SavedOrder(order_id, number, line_ids)


_ROW: dict[str, TypeEngine[Any]] = {
    "reference": Text(),
    "status": Text(),
    "customer_id": Id,
    "location_id": Id,
    "placed_at": UtcDateTime(),
    "total": Money(),
    "action_id": Uuid(),
}
_LINES: dict[str, TypeEngine[Any]] = {
    "line_no": Integer(),
    "product_id": Id,
    "ordered": Quantity(),
    "unit_price": Money(),
    "total": Money(),
}
_TAKES: dict[str, TypeEngine[Any]] = {"line_no": Integer(), "lot_id": Id, "reserved": Quantity(), "shipped": Quantity()}

_INSERT_ALL = text(f"""
    WITH given AS MATERIALIZED (SELECT nextval('sales_order_id_seq') AS id),
    made AS (
        INSERT INTO sales_order (id, number, {", ".join(_ROW)})
        SELECT id, '{SALES_PREFIX}-' || lpad(CAST(id AS text), greatest(6, length(CAST(id AS text))), '0'),
            {", ".join(f":{name}" for name in _ROW)}
        FROM given
        RETURNING id, number
    ),
    line AS (
        INSERT INTO sales_order_line (order_id, {", ".join(_LINES)})
        SELECT made.id, new.* FROM made, unnest({", ".join(f":line_{name}" for name in _LINES)}) AS new
        RETURNING id, line_no
    ),
    allocation AS (
        INSERT INTO sales_order_allocation (line_id, lot_id, reserved, shipped)
        SELECT line.id, new.lot_id, new.reserved, new.shipped
        FROM unnest({", ".join(f":take_{name}" for name in _TAKES)}) AS new ({", ".join(_TAKES)})
        JOIN line ON line.line_no = new.line_no
    )
    SELECT made.id, made.number, line.line_no, line.id AS line_id FROM made, line
""").bindparams(  # noqa: S608 - column names of ours
    *(bindparam(name, type_=kind) for name, kind in _ROW.items()),
    *(bindparam(f"line_{name}", type_=ARRAY(kind)) for name, kind in _LINES.items()),
    *(bindparam(f"take_{name}", type_=ARRAY(kind)) for name, kind in _TAKES.items()),
)


async def insert_at_once(session: AsyncSession, order: NewOrder) -> SavedOrder:
    """All in one statement of PostgreSQL, which numbers the order by its sequence: no two get the same number."""
    values = {
        **order.row,
        **{f"line_{name}": [line[name] for line in order.lines] for name in _LINES},
        **{f"take_{name}": [take[name] for take in order.takes] for name in _TAKES},
    }
    rows = (await session.execute(_INSERT_ALL, values)).all()
    return SavedOrder(rows[0].id, rows[0].number, {row.line_no: row.line_id for row in rows})
