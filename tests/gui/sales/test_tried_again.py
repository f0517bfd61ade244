"""What failed and is tried again, from its form or from Activity, is done once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import text

from inventory_app.actions.outcome import Committed, Failed
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.ship_order import ShipOrder
from inventory_app.actions.transfer_stock import TransferStock
from inventory_app.database.database import Database
from inventory_app.ui.widgets.activity_rows import ActivityRow
from tests.gui.sales_support import opened, orders, selling, write
from tests.support.screens import CTRL, Stage
from tests.support.waiting import until

Key = Qt.Key


async def fails(stage: Stage, begin: Callable[[], object], count: int = 1) -> None:
    """Begin something while nothing can be logged, so that it fails as the outcome number ``count``."""
    refuse = "CREATE TRIGGER broken BEFORE INSERT ON action_log BEGIN SELECT RAISE(ABORT, 'out of order'); END"
    await say(stage.shop.database, refuse)
    begin()
    assert isinstance(await stage.outcome(count), Failed)
    await say(stage.shop.database, "DROP TRIGGER broken")


async def say(database: Database, statement: str) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text(statement))


def save(stage: Stage) -> None:
    stage.keys(Key.Key_Return, modifiers=CTRL)


def rows(stage: Stage) -> list[ActivityRow]:
    """What Activity lists, the oldest first."""
    model = stage.window.activity._panel.model
    return [row for at in range(len(stage.window.activity._entries)) if (row := model.row(at)) is not None]


def offers(stage: Stage, number: int) -> list[str]:
    return [one.key for one in rows(stage)[number].actions]


def retry(stage: Stage, number: int) -> None:
    assert "retry" in offers(stage, number)
    stage.window.activity._chosen(rows(stage)[number], "retry")


async def test_an_order_that_activity_tried_again_is_not_placed_twice(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        await write(stage, page, ("00418", "3"))
        await fails(stage, partial(save, stage))
        assert page.banner.accessibleName() == "Failed: The order was not placed and nothing was saved"

        retry(stage, 0)
        assert page._writing.busy  # it can be neither changed nor placed meanwhile
        assert not page._place.isEnabled()
        placed = await stage.outcome(2)
        assert isinstance(placed, Committed)
        await until(lambda: not page.writing)
        assert page.holds_typing() == ""
        assert (
            page.banner.accessibleName() == f"Committed: {placed.result['order']} was placed by the retry in Activity"
        )
        page._write()
        save(stage)
        assert page.banner.accessibleName() == "Refused: The order has no lines yet"
        assert (await orders(sqlite_database), len(stage.outcomes)) == (1, 2)
        assert await stage.shop.level("00418") == (94, 3)


async def test_an_order_that_was_changed_after_a_failure_is_placed_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        await write(stage, page, ("00418", "3"))
        await fails(stage, partial(save, stage))
        page._form.reference.setText("PO 7731")
        page._place.click()
        assert isinstance(await stage.outcome(2), Committed)
        assert offers(stage, 0) == []  # the former try can be saved no more
        assert not rows(stage)[0].needs_you
        again = await stage.with_.actions.again(next(iter(stage.window.activity._numbers))).wait()
        assert getattr(again, "code", "") == "id_reused"
        assert await orders(sqlite_database) == 1


async def test_what_was_discarded_cannot_be_placed_by_activity(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        await write(stage, page, ("00418", "3"))
        await fails(stage, partial(save, stage))
        page._writing.discard()
        assert offers(stage, 0) == []


async def test_a_remedy_that_activity_tried_again_is_done_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        await write(stage, page, ("01022", "12"))
        save(stage)
        await stage.outcome(1)
        remedy = next(one for one in page._form.lines.findChildren(QPushButton) if one.text() == "Take &4 from SHOP")
        await fails(stage, remedy.click, 2)
        retry(stage, 1)
        assert isinstance(await stage.outcome(3), Committed)
        assert not page._writing.draft.short  # the line knows of it
        assert [type(run.action) for run in stage.window.activity._numbers].count(TransferStock) == 2
        assert await stage.shop.level("01022") == (12, 0)
        page._place.click()
        assert isinstance(await stage.outcome(4), Committed)
        assert await stage.shop.level("01022") == (12, 12)


async def test_shipping_again_after_a_failure_ships_once(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        placed = await stage.shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("00418", Decimal(10)),)))
        page.show_item(str(placed.result["order"]))
        await until(lambda: page.listed.current is not None)
        dialog = await opened(stage, Key.Key_S)
        stage.keys("4", Key.Key_Return)
        await until(lambda: dialog.picked == (("00418", Decimal(4)),))
        await fails(stage, partial(save, stage))
        await until(dialog.banner.isVisible)
        assert dialog.save.isEnabled()
        save(stage)
        assert isinstance(await stage.outcome(2), Committed)
        assert await stage.shop.level("00418") == (90, 6)
        assert offers(stage, 0) == []
        assert not rows(stage)[0].needs_you
        former = next(run for run in stage.window.activity._numbers if isinstance(run.action, ShipOrder))
        assert getattr(await stage.with_.actions.again(former).wait(), "repeated", False)
        assert await stage.shop.level("00418") == (90, 6)


async def test_a_dialog_closes_when_activity_has_saved_what_it_asked_for(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        lines = (OrderLine("00418", Decimal(10)),)
        placed = await stage.shop.done(PlaceOrder(location="MAIN", lines=lines, ship=True))
        page.show_item(str(placed.result["order"]))
        await until(lambda: page.listed.current is not None and page._back.isEnabled())
        dialog = await opened(stage, Key.Key_B)
        stage.keys("1", Key.Key_Return)
        await until(lambda: dialog.picked == (("00418", Decimal(1)),))
        await fails(stage, partial(save, stage))
        retry(stage, 0)
        assert isinstance(await stage.outcome(2), Committed)
        await until(lambda: QApplication.activeModalWidget() is None)
        assert await stage.shop.level("00418") == (85, 0)
