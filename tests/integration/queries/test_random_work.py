"""Whatever is done, in whatever order: the books stay right, and what is taken back leaves them right, too."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from inventory_app.actions.action import Context
from inventory_app.actions.outcome import Committed, Refused
from inventory_app.actions.perform import perform
from inventory_app.actions.registry import action_from_json
from inventory_app.database.database import Database
from inventory_app.queries.moves import product_moves
from inventory_app.queries.stock import stock_page
from inventory_app.queries.verify import verify

SKUS = ("A", "B", "C", "D")
PLACES = ("MAIN", "SHOP", "SHOP/Shelf")
STEPS = 70


class Worker:
    """Asks for actions by chance; many of them are refused."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - no secret
        self.orders: list[str] = []
        self.done: list[UUID] = []

    def next(self) -> Mapping[str, object]:
        kinds = (self._adjust, self._adjust, self._transfer, self._order, self._order, self._sell, self._ship,
                 self._cancel, self._take_back, self._undo)  # fmt: skip
        return self._dice.choice(kinds)()

    def _quantity(self) -> str:
        return self._dice.choice(("1", "2", "3", "0.5", "0.000001", "7.25"))

    def _lines(self, count: int) -> list[dict[str, str]]:
        return [{"sku": self._dice.choice(SKUS), "quantity": self._quantity()} for _ in range(count)]

    def _place(self) -> str:
        return self._dice.choice(PLACES)

    def _adjust(self) -> Mapping[str, object]:
        sign = self._dice.choice(("", "", "-"))
        lot = self._dice.choice(("", "", "L1", "L2"))
        sku = self._dice.choice(SKUS)
        where = {"location": self._place(), "reason": "COUNT"} | ({"lot": lot} if lot else {})
        return {"action": "adjust_stock", "sku": sku, "quantity": sign + self._quantity(), **where}

    def _transfer(self) -> Mapping[str, object]:
        return {"action": "transfer_stock", "from": self._place(), "to": self._place(), "lines": self._lines(2)}

    def _order(self) -> Mapping[str, object]:
        return {"action": "place_order", "location": self._place(), "lines": self._lines(self._dice.randint(1, 3))}

    def _sell(self) -> Mapping[str, object]:
        return {**self._order(), "ship": True, "customer": self._dice.choice(("", "Bob"))}

    def _some_order(self) -> str:
        return self._dice.choice(self.orders or ["SO-none"])

    def _ship(self) -> Mapping[str, object]:
        lines = self._dice.choice(([], self._lines(1)))
        return {"action": "ship_order", "order": self._some_order(), "lines": lines}

    def _cancel(self) -> Mapping[str, object]:
        return {"action": "cancel_order", "order": self._some_order()}

    def _take_back(self) -> Mapping[str, object]:
        order = self._dice.choice(({}, {"order": self._some_order()}))
        return {"action": "return_goods", "location": self._place(), "lines": self._lines(1), **order}

    def _undo(self) -> Mapping[str, object]:
        return {"action": "undo", "of": str(self._dice.choice(self.done or [UUID(int=1)]))}


async def _do(database: Database, asked: Mapping[str, object]) -> Committed | None:
    outcome = await perform(database, action_from_json(asked), context=Context("Mira", "till"))
    assert isinstance(outcome, Committed | Refused), (asked, outcome)
    return outcome if isinstance(outcome, Committed) else None


async def _assert_right(database: Database) -> None:
    async with database.read() as session:
        report = await verify(session)
    assert report.differences == []


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_the_books_stay_right(database: Database, seed: int) -> None:
    worker, kinds = Worker(seed), Counter[str]()
    for sku in SKUS:
        await _do(database, {"action": "create_product", "sku": sku, "name": sku, "price": "1.10", "cost": "0.333"})
    for code, parent in (("SHOP", ""), ("Shelf", "SHOP")):
        await _do(database, {"action": "create_location", "code": code, "parent": parent})
    for sku in SKUS:
        await _do(database, {"action": "adjust_stock", "sku": sku, "location": "MAIN", "quantity": "30",
                             "reason": "FOUND"})  # fmt: skip
    for step in range(STEPS):
        asked = worker.next()
        done = await _do(database, asked)
        if done is None:
            continue
        kinds[str(asked["action"])] += 1
        worker.done.append(done.action_id)
        if isinstance(order := done.result.get("order"), str):
            worker.orders.append(order)
        if step % 10 == 0:
            await _assert_right(database)
    await _assert_right(database)
    assert len(kinds) >= 5, "chance tried too little"
    await _assert_history_adds_up(database)


async def _assert_history_adds_up(database: Database) -> None:
    """What the newest move of each place says was left is what its levels hold."""
    async with database.read() as session:
        now: Counter[tuple[str, str]] = Counter()
        for level in (await stock_page(session)).rows:
            now[level.sku, level.location] += level.on_hand  # type: ignore[assignment]
        for sku in SKUS:
            newest: dict[str, Any] = {}
            after, oldest = None, Decimal(1)
            while True:
                page = await product_moves(session, sku, after=after, limit=7)
                for row in page.rows:
                    newest.setdefault(row.location, row.on_hand)
                    oldest = row.on_hand - row.change
                if (after := page.next_key) is None:
                    break
            assert oldest == Decimal(0)
            assert {place: now[sku, place] for place in newest} == newest
