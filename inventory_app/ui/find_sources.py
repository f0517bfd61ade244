"""What the find box of the top bar knows: records of the database, and what can be begun from anywhere."""

from __future__ import annotations

from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.queries.orders import find_orders
from inventory_app.queries.products import find_products
from inventory_app.ui.navigation import Navigation
from inventory_app.ui.screen import Command, Finder
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.popup import Found

MOST_FOUND = 6


def finders(navigator: Navigation) -> tuple[Finder, ...]:
    """The records that the find box knows."""
    return (
        Finder("products", _look_for_products, lambda found: navigator.go("products", found.value)),
        Finder("orders", _look_for_orders, lambda found: navigator.go("sales", found.value)),
    )


def commands(navigator: Navigation) -> tuple[Command, ...]:
    """What can be begun from anywhere, beside going to a screen."""
    return (
        Command(translate("Find", "New product…"), partial(navigator.go, "products", ("new",)), "add"),
        Command(translate("Find", "New order…"), partial(navigator.go, "sales", "new"), "add"),
        Command(
            translate("Find", "Import products…"), partial(navigator.go, "imports", "products"), "imports", "Ctrl+I"
        ),
        Command(translate("Find", "Import stock…"), partial(navigator.go, "imports", "stock"), "imports"),
        Command(translate("Find", "Databases…"), partial(navigator.go, "settings", "databases"), "database"),
    )


async def _look_for_products(session: AsyncSession, words: str) -> list[Found]:
    rows = await find_products(session, words, limit=MOST_FOUND)
    group = translate("Find", "Products")
    return [Found(row.sku, row.name, row.sku, row.category or "", "products", group) for row in rows]


async def _look_for_orders(session: AsyncSession, words: str) -> list[Found]:
    rows = await find_orders(session, words.strip(), limit=MOST_FOUND)
    group = translate("Find", "Orders")
    return [Found(row.number, row.customer or row.reference, row.number, row.status, "sales", group) for row in rows]
