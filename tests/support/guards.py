"""The triggers that a database of ours must have on each engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from inventory_app.database.database import Database

APPEND_ONLY = ("stock_move", "action_log", "action_result", "change_log")
GUARDS = {
    "sqlite": {
        *(f"{table}_{what}" for table in APPEND_ONLY for what in ("no_update", "no_delete", "no_replace", "numbered")),
        "action_log_once",
        "stock_level_flags_insert",
        "stock_level_flags_update",
        "location_takes_levels_along",
        "lot_takes_levels_along",
        "location_replaced",
        "product_search_insert",
        "product_search_update",
        "product_search_delete",
    },
    "postgresql": {f"{table}_append_only" for table in APPEND_ONLY},
}


async def triggers(database: Database) -> set[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    if database.dialect.name == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    async with database.read() as session:
        return set(await session.scalars(text(query)))
