"""Slow sums are asked for again only after a rest, another filter at once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from inventory_app.queries.stock import LevelFilter
from inventory_app.ui.screens.stock.pace import Pace
from tests.support.waiting import until

ALL, SHOP = LevelFilter(), LevelFilter(location="SHOP")


async def test_the_same_is_asked_once_more_after_a_rest_and_another_at_once() -> None:
    owner = QObject()
    asked: list[LevelFilter] = []
    pace = Pace(owner, asked.append)
    for _ in range(5):
        pace.want(LevelFilter())
    assert asked == [ALL]
    pace.ended()
    assert asked == [ALL]
    await until(lambda: asked == [ALL, ALL])

    pace.want(ALL)
    pace.want(SHOP)
    assert asked == [ALL, ALL, SHOP]
    pace.forget()
    pace.want(SHOP)  # of another database
    assert asked == [ALL, ALL, SHOP, SHOP]
    owner.deleteLater()
