"""Whatever people do, in whatever order: the ledger is the truth, and the levels say the same.

Programs of actions that hypothesis makes up are performed on a real file; after each step the rules that must always
hold are looked at through another program's eyes.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from typing_extensions import override

from inventory_app.actions.action import Action
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.outcome import Committed, Outcome, Refused
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.return_goods import ReturnGoods, ReturnLine
from inventory_app.actions.ship_order import ShipLine, ShipOrder
from inventory_app.actions.transfer_stock import TransferLine, TransferStock
from inventory_app.actions.undo import Undo
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.domain.stock import NegativeStock, Tracking
from tests.support.trials import carry_out

PLACES = {"MAIN": NegativeStock.BLOCK, "BACK": NegativeStock.BLOCK, "LOOSE": NegativeStock.ALLOW,
          "WARNED": NegativeStock.WARN}  # fmt: skip
SKUS = ("PLAIN", "LOTS", "SERIALS")
# In whole pieces and parts of one: a sum of absurd quantities does not fit an integer while it is added up.
LEDGER_IS_THE_LEVELS = """
    SELECT product_id, location_id, lot_id, sum(change / 1000000), sum(held / 1000000) FROM (
        SELECT product_id, to_location_id AS location_id, lot_id, quantity AS change, 0 AS held FROM stock_move
        UNION ALL SELECT product_id, from_location_id, lot_id, -quantity, 0 FROM stock_move
        UNION ALL SELECT product_id, location_id, lot_id, 0, on_hand FROM stock_level)
    JOIN location ON location.id = location_id WHERE kind IN ('storage', 'transit')
    GROUP BY 1, 2, 3 HAVING (sum(change / 1000000) - sum(held / 1000000)) * 1000000
        + sum(change % 1000000) - sum(held % 1000000) <> 0
"""
RESERVED_IS_THE_ORDERS = """
    SELECT product_id, location_id, lot_id, sum(promised), sum(held) FROM (
        SELECT line.product_id, location_id, lot_id, reserved AS promised, 0 AS held
            FROM sales_order_allocation JOIN sales_order_line line ON line.id = line_id
            JOIN sales_order ON sales_order.id = order_id
        UNION ALL SELECT product_id, location_id, lot_id, 0, reserved FROM stock_level)
    GROUP BY 1, 2, 3 HAVING sum(promised) <> sum(held)
"""
MORE_IS_BACK = """
    SELECT order_id, product_id, lot_id FROM (
        SELECT l.order_id, l.product_id, a.lot_id, a.shipped AS out FROM sales_order_allocation a
        JOIN sales_order_line l ON l.id = a.line_id
        UNION ALL SELECT r.order_id, l.product_id, l.lot_id, -l.quantity FROM goods_return_line l
        JOIN goods_return r ON r.id = l.return_id WHERE r.status = 'posted' AND r.order_id IS NOT NULL)
    GROUP BY 1, 2, 3 HAVING sum(out / 1000000) * 1000000 + sum(out % 1000000) < 0
"""
NEVER = {
    "the ledger and the levels differ": LEDGER_IS_THE_LEVELS,
    "the orders and what is reserved differ": RESERVED_IS_THE_ORDERS,
    "less than nothing is available where that is blocked": (
        "SELECT * FROM stock_level JOIN location ON location.id = location_id"
        " WHERE negative_stock = 'block' AND (on_hand < reserved OR on_hand < 0)"
    ),
    "a serial is at two places": (
        "SELECT lot_id FROM stock_level JOIN lot ON lot.id = lot_id WHERE serial <> '' AND on_hand <> 0"
        " GROUP BY lot_id HAVING count(*) > 1"
    ),
    "a serial is not one piece": (
        "SELECT * FROM stock_level JOIN lot ON lot.id = lot_id WHERE serial <> '' AND on_hand NOT IN (0, 1000000)"
    ),
    "more of a lot came back than left by the order": MORE_IS_BACK,
    "something is reserved that is less than nothing": "SELECT * FROM stock_level WHERE reserved < 0",
    "a flag of a level is not that of its place or lot": (
        "SELECT * FROM stock_level level JOIN location ON location.id = location_id JOIN lot ON lot.id = lot_id"
        " WHERE level.may_go_negative <> location.may_go_negative OR level.is_serial <> lot.is_serial"
    ),
    "an action has no result, or a result no action": (
        "SELECT id FROM (SELECT id FROM action_log UNION ALL SELECT id FROM action_result)"
        " GROUP BY id HAVING count(*) <> 2"
    ),
    "a move belongs to no action": "SELECT id FROM stock_move WHERE action_id NOT IN (SELECT id FROM action_log)",
    "a number is not a whole one": (
        "SELECT quantity FROM stock_move"
        " WHERE typeof(quantity) <> 'integer' OR typeof(value) NOT IN ('integer', 'null')"
        " UNION ALL SELECT on_hand FROM stock_level WHERE typeof(on_hand) <> 'integer'"
    ),
}

quantities = st.one_of(
    st.integers(1, 12).map(Decimal),
    st.integers(1, 12 * 10**6).map(lambda scaled: Decimal(scaled).scaleb(-6)),
    st.sampled_from([Decimal("0.000001"), Decimal("8999999999999.999999"), Decimal("0.1")]),
)
places = st.sampled_from(sorted(PLACES))
skus = st.sampled_from(SKUS)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, str, str, Decimal]:
    """A product with the lot or serial that it may need, or with one that it should not have; and how much."""
    sku = draw(skus)
    lot = draw(st.sampled_from(["", "L1", "L2"])) if sku != "PLAIN" else ""
    serial = draw(st.sampled_from(["S1", "S2", "S3"])) if sku == "SERIALS" else ""
    quantity = draw(st.one_of(st.just(Decimal(1)), quantities)) if serial else draw(quantities)
    return sku, lot, serial, quantity


class Ledger(RuleBasedStateMachine):
    """People at a shop: each rule is one action that somebody asks for."""

    orders: Bundle[str] = Bundle("orders")
    actions: Bundle[UUID] = Bundle("actions")

    def __init__(self, template: Path) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="stockroom-ledger-", dir=template.parent))
        path = shutil.copy(template, self._folder / "stockroom.db")
        self._runner = asyncio.Runner()
        self._database = self._runner.run(_open(f"sqlite+aiosqlite:///{path}"))
        self._eyes = sqlite3.connect(path)
        self._changes: dict[UUID, dict[str, Decimal]] = {}

    @override
    def teardown(self) -> None:
        self._eyes.close()
        self._runner.run(self._database.close())
        self._runner.close()
        shutil.rmtree(self._folder)

    @initialize()
    def furnish(self) -> None:
        for code, policy in PLACES.items():
            if code != "MAIN":
                self._done(CreateLocation(code=code, negative_stock=policy))
        for sku, tracking in zip(SKUS, Tracking, strict=True):
            self._done(
                CreateProduct(sku=sku, name=sku, cost=Decimal("1.2345"), price=Decimal("2.5"), tracking=tracking)
            )

    # --- what people do

    @rule(target=actions, piece=pieces(), place=places, down=st.booleans(), confirm=st.booleans())
    def adjust(self, piece: tuple[str, str, str, Decimal], place: str, down: bool, confirm: bool) -> Any:
        sku, lot, serial, quantity = piece
        change = -quantity if down else quantity
        action = AdjustStock(
            sku=sku, location=place, quantity=change, reason="COUNT", lot=lot, serial=serial, confirm=confirm
        )
        outcome, changes = self._ask(action)
        if isinstance(outcome, Committed):
            assert changes == {f"{sku} {place}": change}
        return _ids(outcome)

    @rule(target=actions, pieces=st.lists(pieces(), min_size=1, max_size=3), source=places, target_place=places)
    def transfer(self, pieces: list[tuple[str, str, str, Decimal]], source: str, target_place: str) -> Any:
        lines = tuple(TransferLine(sku, quantity, lot, serial) for sku, lot, serial, quantity in pieces)
        outcome, changes = self._ask(TransferStock(source=source, target=target_place, lines=lines))
        if isinstance(outcome, Committed):
            assert sum(changes.values()) == 0
        return _ids(outcome)

    @rule(
        target=orders,
        lines=st.lists(st.tuples(skus, quantities), min_size=1, max_size=3),
        place=places,
        ship=st.booleans(),
        confirm=st.booleans(),
    )
    def order(self, lines: list[tuple[str, Decimal]], place: str, ship: bool, confirm: bool) -> Any:
        wanted = tuple(OrderLine(sku, quantity) for sku, quantity in lines)
        outcome, changes = self._ask(PlaceOrder(location=place, lines=wanted, ship=ship, confirm=confirm))
        if not isinstance(outcome, Committed):
            return multiple()
        total = sum((quantity for _, quantity in lines), Decimal(0))
        assert sum(changes.values()) == (-total if ship else 0)
        return str(outcome.result["order"])

    @rule(target=actions, order=orders, part=st.none() | st.tuples(skus, quantities))
    def ship(self, order: str, part: tuple[str, Decimal] | None) -> Any:
        lines = () if part is None else (ShipLine(*part),)
        return _ids(self._ask(ShipOrder(order=order, lines=lines))[0])

    @rule(
        target=actions,
        order=orders,
        lines=st.lists(pieces(), min_size=1, max_size=2),
        named=st.booleans(),
        place=places,
    )
    def take_back(self, order: str, lines: list[tuple[str, str, str, Decimal]], named: bool, place: str) -> Any:
        back = tuple(
            ReturnLine(sku, quantity, lot=lot if named else "", serial=serial if named else "")
            for sku, lot, serial, quantity in lines
        )
        return _ids(self._ask(ReturnGoods(location=place, lines=back, order=order))[0])

    @rule(target=actions, order=consumes(orders))
    def cancel(self, order: str) -> Any:
        return _ids(self._ask(CancelOrder(order=order))[0])

    @rule(target=actions, of=actions)
    def undo(self, of: UUID) -> Any:
        outcome, changes = self._ask(Undo(of=of))
        if isinstance(outcome, Committed):
            assert changes == {place: -change for place, change in self._changes[of].items()}
        return _ids(outcome)

    # --- what must hold

    @invariant()
    def nothing_that_must_never_be(self) -> None:
        for what, query in NEVER.items():
            assert self._eyes.execute(query).fetchall() == [], what

    def _ask(self, action: Action) -> tuple[Outcome, dict[str, Decimal]]:
        """The outcome, and by how much it changed what is on hand at each place. A refusal changes nothing at all."""
        before, rows = self._on_hand(), self._rows()
        outcome = self._runner.run(carry_out(self._database, action))
        after = self._on_hand()
        changes = {key: after[key] - before.get(key, 0) for key in after if after[key] != before.get(key, 0)}
        assert isinstance(outcome, Committed | Refused), outcome
        if isinstance(outcome, Refused):
            assert self._rows() == rows
        else:
            self._changes[action.action_id] = changes
        return outcome, changes

    def _done(self, action: Action) -> None:
        assert isinstance(self._ask(action)[0], Committed)

    def _on_hand(self) -> dict[str, Decimal]:
        query = (
            "SELECT sku || ' ' || path, on_hand FROM stock_level JOIN product ON product.id = product_id"
            " JOIN location ON location.id = location_id"
        )
        found: dict[str, Decimal] = {}
        for place, scaled in self._eyes.execute(query):
            found[place] = found.get(place, Decimal(0)) + Decimal(scaled).scaleb(-6)
        return found

    def _rows(self) -> list[Any]:
        """Everything that may change, and how much there is of what is only added to."""
        found: list[Any] = []
        for table in ("stock_level", "sales_order", "sales_order_allocation", "lot", "product", "location"):
            found += self._eyes.execute(f"SELECT * FROM {table}")
        for table in ("stock_move", "action_log", "action_result", "change_log", "goods_return_line"):
            found += self._eyes.execute(f"SELECT count(*) FROM {table}")
        return found


def _ids(outcome: Outcome) -> Any:
    return outcome.action_id if isinstance(outcome, Committed) else multiple()


async def _open(url: str) -> Database:
    return Database.open(DatabaseConfig.from_url(url))


def test_the_rules_of_the_ledger_hold_whatever_people_do(sqlite_template: Path) -> None:
    class Shop(Ledger):
        """On a copy of the tables that this test run has made."""

        def __init__(self) -> None:
            super().__init__(sqlite_template)

    run_state_machine_as_test(
        Shop,
        settings=settings(
            max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
