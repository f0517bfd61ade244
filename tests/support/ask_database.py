"""Questions to a database by a connection of their own, beside the program that is tested."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from typing import Any, TypeAlias

import asyncpg

from inventory_app.settings.urls import split_url

Rows: TypeAlias = list[tuple[Any, ...]]

_LEVEL = (
    "SELECT l.on_hand, l.reserved FROM stock_level l JOIN product p ON p.id = l.product_id"
    " JOIN location o ON o.id = l.location_id WHERE p.sku = '{sku}' AND o.path = '{location}'"
)
_SCALE = 1_000_000


def rows(url: str, query: str) -> Rows:
    """What the query finds now, in a transaction of its own; [] while there are no tables yet."""
    if url.startswith("sqlite"):
        return _from_file(url.partition("///")[2], query)
    return asyncio.run(_from_server(url, query))


def _from_file(path: str, query: str) -> Rows:
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
    except sqlite3.OperationalError:
        return []
    try:
        return connection.execute(query).fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return []
        raise
    finally:
        connection.close()


async def _from_server(url: str, query: str) -> Rows:
    split = split_url(url)
    place = split.profile
    connection = await asyncpg.connect(
        host=place.host, port=place.port, user=place.user, password=split.password, database=place.database
    )
    try:
        found: Sequence[asyncpg.Record] = await connection.fetch(query)
        return [tuple(one) for one in found]
    except asyncpg.UndefinedTableError:
        return []
    finally:
        await connection.close()


def level(url: str, sku: str, location: str = "MAIN") -> tuple[float, float]:
    """on_hand and reserved of a product without lots; whole numbers in these tests."""
    found = rows(url, _LEVEL.format(sku=sku, location=location))
    return (found[0][0] / _SCALE, found[0][1] / _SCALE) if found else (0, 0)


def kinds_of_actions(url: str) -> list[str]:
    """What was committed, in the order of its recording."""
    return [kind for (kind,) in rows(url, "SELECT kind FROM action_log ORDER BY recorded_at, id")]
