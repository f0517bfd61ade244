"""Orders by keyboard alone: placed, refused and remedied, sold, shipped, taken back, cancelled, undone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from inventory_app.actions.outcome import Committed, Refused
from inventory_app.actions.place_order import OrderLine, PlaceOrder
from inventory_app.actions.undo import Undo
from inventory_app.database.database import Database
from inventory_app.settings import declared
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.sales import make
from inventory_app.ui.screens.sales.page import SalesPage
from inventory_app.ui.widgets.page import unique_mnemonics
from tests.gui.sales_support import opened, orders, selling, write
from tests.support.screens import CTRL, SHIFT, nameless, on_stage
from tests.support.waiting import until

Key = Qt.Key


async def test_refused_line_is_remedied_and_placed(database: Database, tmp_path: Path) -> None:
    async with selling(database, tmp_path) as (stage, page):
        await write(stage, page, ("00418", "24"), ("01022", "12"))
        settled: list[object] = []
        stage.with_.actions.settled.connect(settled.append)
        page._form.customer.setFocus()
        stage.keys("Bar Morgenrot", Key.Key_Tab, "PO 7731")
        stage.keys(Key.Key_Return, modifiers=CTRL)

        refused = await stage.outcome(1)
        assert isinstance(refused, Refused)
        assert refused.code == "not_available"
        assert await orders(database) == 0
        assert page.banner.isVisible()
        assert page.banner.accessibleName() == "Refused: The order was not placed and nothing was saved"
        assert page._form.customer.text() == "Bar Morgenrot"  # everything typed is still there
        assert page._form.reference.text() == "PO 7731"
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == "Order &8"
        assert focused.accessibleName() == "Order 8: 01022"

        stage.keys(Key.Key_Return)
        assert page._writing.draft.lines[1].quantity == 8
        assert not page.banner.isVisible()
        stage.keys(Key.Key_Return, modifiers=CTRL)
        placed = await stage.outcome(2)
        assert isinstance(placed, Committed)
        assert placed.result["status"] == "placed"
        assert refused.action_id in settled  # it needs nobody any more
        await until(lambda: page.listed.current is not None)
        assert not page.writing
        assert page.listed.current is not None
        assert (page.listed.current.number, page.listed.current.customer) == (placed.result["order"], "Bar Morgenrot")
        assert await stage.shop.level("01022") == (8, 8)
        assert page.holds_typing() == ""
        await stage.shop.levels_and_ledger_agree()


async def test_what_is_missing_comes_from_another_place(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        await write(stage, page, ("01022", "12"))
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await stage.outcome(1)
        stage.keys(Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == "Take &4 from SHOP"
        stage.keys(Key.Key_Space)
        transfer, placed = await stage.outcome(2), await stage.outcome(3)  # two actions, both visible
        assert isinstance(transfer, Committed)
        assert isinstance(placed, Committed)
        assert await stage.shop.level("01022") == (12, 12)
        assert await stage.shop.level("01022", "SHOP") == (5, 0)


async def test_remove_line_and_sell_over_the_counter(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        await write(stage, page, ("00418", "2"), ("01022", "99"))
        stage.keys(Key.Key_Return, modifiers=CTRL | SHIFT)
        assert isinstance(await stage.outcome(1), Refused)
        remove = page._form.lines.findChild(QPushButton, "remove-line-01022")
        assert remove is not None
        remove.setFocus()
        stage.keys(Key.Key_Return)
        assert [line.sku for line in page._writing.draft.lines] == ["00418"]
        stage.keys(Key.Key_Return, modifiers=CTRL | SHIFT)
        sold = await stage.outcome(2)
        assert isinstance(sold, Committed)
        assert sold.result["status"] == "shipped"
        assert await stage.shop.level("00418") == (92, 0)


async def test_what_is_no_quantity_stays_and_is_told(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        stage.keys(Key.Key_N, modifiers=CTRL)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert page.banner.accessibleName() == "Refused: The order has no lines yet"
        stage.keys("00418", Key.Key_Return)
        await until(lambda: page._writing.draft.lines)
        lines = page._form.lines.lines
        quantity = lines.index(0, lines.column_at("quantity"))
        assert lines.setData(quantity, "1.2345678")
        assert lines.data(quantity) == "1.2345678"
        assert "more than 6 decimals" in page._writing.draft.lines[0].message
        assert lines.setData(lines.index(0, lines.column_at("quantity")), "many")
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert page.banner.accessibleName() == "Refused: 1 line cannot be read as a number"
        assert stage.outcomes == []
        assert page.holds_typing() == "The order you are writing (1 line)"


async def test_ship_in_part_take_back_and_undo(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        lines = (OrderLine("00418", Decimal(10)), OrderLine("01022", Decimal(5)))
        placed = await stage.shop.done(PlaceOrder(location="MAIN", lines=lines))
        number = str(placed.result["order"])
        page.show_item(number)
        await until(lambda: page.listed.current is not None)

        dialog = await opened(stage, Key.Key_S)
        stage.keys("4", Key.Key_Return)
        await until(lambda: dialog.picked == (("00418", Decimal(4)), ("01022", Decimal(5))))
        assert dialog.save.text() == "&Ship 9"
        stage.keys(Key.Key_Return, modifiers=CTRL)
        shipped = await stage.outcome(1)
        assert isinstance(shipped, Committed)
        assert shipped.result["status"] == "partly_shipped"
        assert await stage.shop.level("00418") == (90, 6)

        await stage.active(stage.window)
        await until(page._back.isEnabled)
        page.listed.table.setFocus()
        dialog = await opened(stage, Key.Key_B)
        assert (dialog.picked, dialog.save.isEnabled()) == ((), False)
        stage.keys("7", Key.Key_Return)  # only four have left
        await until(lambda: "write a quantity from 0 to 4" in dialog.note.words)
        stage.keys("1", Key.Key_Return)
        await until(lambda: dialog.picked == (("00418", Decimal(1)),))
        stage.keys(Key.Key_Return, modifiers=CTRL)
        back = await stage.outcome(2)
        assert isinstance(back, Committed)
        assert await stage.shop.level("00418") == (91, 6)

        undone = await stage.with_.actions.start(Undo(of=back.action_id)).wait()
        assert isinstance(undone, Committed)
        assert await stage.shop.level("00418") == (90, 6)
        await stage.active(stage.window)
        page.listed.table.setFocus()
        stage.keys(Key.Key_Delete, modifiers=CTRL)
        cancelled = await stage.outcome(4)
        assert isinstance(cancelled, Committed)
        assert cancelled.result["status"] == "closed"  # something has left, so the rest is closed
        assert await stage.shop.level("00418") == (90, 0)
        await stage.shop.levels_and_ledger_agree()


async def test_an_order_that_others_emptied_stays_in_the_dialog(sqlite_database: Database, tmp_path: Path) -> None:
    """The order was cancelled elsewhere while the dialog was open: refused, told in it, nothing typed is lost."""
    from inventory_app.actions.cancel_order import CancelOrder

    async with selling(sqlite_database, tmp_path) as (stage, page):
        placed = await stage.shop.done(PlaceOrder(location="MAIN", lines=(OrderLine("00418", Decimal(3)),)))
        page.refresh()
        await until(lambda: page.listed.current is not None)
        dialog = await opened(stage, Key.Key_S)
        stage.keys("2", Key.Key_Return)
        await stage.shop.done(CancelOrder(order=str(placed.result["order"])))
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert isinstance(await stage.outcome(1), Refused)
        await until(dialog.banner.isVisible)
        assert dialog.isVisible()
        assert dialog.picked == (("00418", Decimal(2)),)
        stage.keys(Key.Key_Escape)


async def test_leaving_keeps_the_draft_and_discarding_asks(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        await write(stage, page, ("00418", "2"))
        assert page.go_back()
        assert page._new.text() == "Continue order, 1 line"
        stage.keys(Key.Key_N, modifiers=CTRL)
        assert page.writing
        page._discard.click()
        await stage.decide("keep")
        assert page._writing.draft.lines
        await until(lambda: QApplication.activeModalWidget() is None)
        page._discard.click()
        await stage.decide("discard")
        await until(lambda: not page.writing)
        assert page.holds_typing() == ""


async def test_filter_and_states(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        for reference, ship in (("A 1", True), ("B 2", False), ("B 3", True)):
            line = (OrderLine("00418", Decimal(1)),)
            await stage.shop.done(PlaceOrder(location="MAIN", lines=line, reference=reference, ship=ship))
        page.refresh()
        model = page.listed.model
        await until(lambda: model.rowCount() == 3)
        page._filter.setFocus()
        stage.keys("B ")
        await until(lambda: [row.reference for row in model.rows] == ["B 3", "B 2"])
        page._states.setCurrentIndex(page._states.findText("Open"))
        await until(lambda: [row.reference for row in model.rows] == ["B 2"])
        stage.keys("zzz")
        await until(lambda: model.rowCount() == 0)
        assert page.listed.no_match.isVisible()
        show_all = page.listed.no_match.findChild(QPushButton, "clear-the-filter")
        assert show_all is not None
        show_all.click()
        await until(lambda: model.rowCount() == 3)
        assert page.head.caption == "3 orders · live"


async def test_refused_order_comes_back_from_the_activity_panel(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        lines = (OrderLine("01022", Decimal(500)),)
        run = stage.with_.actions.start(PlaceOrder(location="MAIN", lines=lines, customer="Bar Nord"))
        await run.wait()
        page.show_item(run)
        assert page.writing
        assert page._form.customer.text() == "Bar Nord"
        assert [(line.sku, line.quantity) for line in page._writing.draft.lines] == [("01022", Decimal(500))]
        await until(lambda: page._writing.draft.lines[0].name == "Oak tray, large")


async def test_names_mnemonics_and_size(sqlite_database: Database, tmp_path: Path) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        for face in (False, True):
            if face:
                await write(stage, page, ("00418", "2"), ("01022", "99"))
                stage.keys(Key.Key_Return, modifiers=CTRL)
                await stage.outcome(1)
            assert nameless(page) == []
            assert unique_mnemonics(page) == []
        size = page._stack.minimumSizeHint()
        assert size.width() <= 1280 - 184
        assert size.height() <= 800 - 48 - 28 - 36 - 52


@pytest.mark.parametrize("stated", ["list", "lines"])
async def test_models_hold_qts_rules(sqlite_database: Database, tmp_path: Path, stated: str) -> None:
    async with selling(sqlite_database, tmp_path) as (stage, page):
        model: Any = page.listed.model if stated == "list" else page._form.lines.lines
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        await write(stage, page, ("00418", "2"), ("01022", "99"))
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await stage.outcome(1)
        page._writing.remove(["01022"])
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await stage.outcome(2)
        await until(lambda: page.listed.model.rowCount() == 1)
        del tester


async def test_the_persons_own_decimal_mark(sqlite_database: Database, tmp_path: Path) -> None:
    def with_comma(collaborators: Collaborators) -> SalesPage:
        collaborators.settings.set(declared.DECIMAL_MARK, ",")
        return make(collaborators)

    async with on_stage(with_comma, sqlite_database, tmp_path) as (stage, page):
        await stage.shop.product("02200", "12.5", name="Coffee beans", price=Decimal("18.90"))
        await write(stage, page, ("02200", "1,5"))
        lines = page._form.lines.lines
        edited = lines.data(lines.index(0, lines.column_at("quantity")), int(Qt.ItemDataRole.EditRole))
        assert edited == "1,5"
        stage.keys(Key.Key_Return, modifiers=CTRL)
        await stage.outcome(1)
        await until(lambda: page.listed.current is not None)
        dialog = await opened(stage, Key.Key_S)
        assert dialog.picked == (("02200", Decimal("1.5")),)
        stage.keys(Key.Key_Return, modifiers=CTRL)
        assert isinstance(await stage.outcome(2), Committed)
        assert await stage.shop.level("02200") == (11, 0)
