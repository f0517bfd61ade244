"""The adjust dialog: by keyboard alone, and nothing typed is lost whatever becomes of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Committed, Failed, Phase, Progress, Refused
from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
from inventory_app.ui.screens.stock import StockScreen, make
from inventory_app.ui.screens.stock.adjust import AdjustDialog
from inventory_app.ui.widgets.decision import DecisionDialog
from tests.gui.stock_support import CTRL, Bench, dialog_of, focus, gone, nameless, press, write
from tests.support.waiting import until, wait_signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from inventory_app.actions.action import Action
    from inventory_app.actions.outcome import Outcome
    from inventory_app.database.database import Database

SAVE = (Qt.Key.Key_Return, CTRL)


def go_to(page: StockScreen, sku: str = "00417", place: str = "MAIN") -> None:
    """Make a level the current one."""
    at = next(n for n, row in enumerate(page.listed.table.rows.rows) if (row.sku, row.location) == (sku, place))
    page.listed.table.selectRow(at)


async def opened(page: StockScreen, sku: str = "00417", place: str = "MAIN") -> AdjustDialog:
    """The dialog for a level of the table, with its figures."""
    go_to(page, sku, place)
    page.adjust()
    dialog = await dialog_of(page, AdjustDialog)
    await until(lambda: dialog.picker.product is not None and dialog.location.currentText().startswith(place))
    await until(lambda: dialog.reason.count() > 0)
    await until(lambda: dialog._known, what="the figures")
    return dialog


async def test_by_keyboard_alone(bench: Bench) -> None:
    page = await bench.show(make)
    go_to(page)
    page.listed.table.setFocus()
    await until(page.listed.table.hasFocus)
    press(Qt.Key.Key_D, CTRL)
    dialog = await dialog_of(page, AdjustDialog)
    await until(lambda: dialog.quantity.hasFocus() and dialog._known and dialog.reason.count())
    press(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    await until(dialog.picker.hasFocus)
    dialog.picker.selectAll()
    write("oak")
    await until(lambda: dialog.picker.popup.isVisible() and dialog.picker.popup.found, what="the proposals")
    press(Qt.Key.Key_Return)
    await until(lambda: dialog.picker.product is not None and dialog._known and dialog._level.on_hand == 14)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    write("-3")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert focus() is dialog.reason
    write("DAM")
    assert str(dialog.reason.currentData()) == "DAMAGE"
    finished = wait_signal(bench.parts.actions.finished)
    press(*SAVE)
    (run,) = await finished
    assert isinstance(run.outcome, Committed)
    await gone(dialog)
    assert await bench.shop.level("01022") == (Decimal(11), Decimal(0))
    await until(lambda: any(row.sku == "01022" and row.on_hand == 11 for row in page.listed.table.rows.rows))


async def test_what_comes_out_is_shown_while_one_types(bench: Bench) -> None:
    dialog = await opened(await bench.show(make))
    QTest.keyClicks(dialog.quantity, "-50")
    assert (dialog._before.text(), dialog._after.text()) == ("42", "−8")
    assert dialog._quantity_field._message.isHidden()  # not before the field was left
    press(Qt.Key.Key_Tab)
    await until(lambda: not dialog.save_button.isEnabled())
    assert dialog._quantity_field._message.text() == "Only 36 of 42 can leave MAIN; 6 are reserved."
    dialog.quantity.setText("-3")
    assert dialog._after.text() == "39"
    assert dialog.save_button.isEnabled()


async def test_a_refusal_keeps_what_was_typed(bench: Bench) -> None:
    dialog = await opened(await bench.show(make))
    QTest.keyClicks(dialog.quantity, "-30")
    dialog.reason.setCurrentIndex(dialog.reason.findData("LOSS"))
    await until(lambda: bench.parts.queries._background.running == 0)
    await bench.shop.done(AdjustStock(sku="00417", location="MAIN", quantity=Decimal(-20), reason="COUNT"))
    finished = wait_signal(bench.parts.actions.finished)
    dialog.save()
    (run,) = await finished
    assert isinstance(run.outcome, Refused)
    assert dialog.isVisible()
    assert (dialog.quantity.text(), dialog.reason.currentData()) == ("-30", "LOSS")
    assert "available at MAIN" in dialog._quantity_field.message or "can leave MAIN" in dialog._quantity_field.message
    assert (await bench.shop.level("00417"))[0] == 22
    await until(lambda: dialog._before.text() == "22", what="the figure as it is now")
    dialog.quantity.setText("-10")
    dialog.save()
    await gone(dialog)
    assert (await bench.shop.level("00417"))[0] == 12


async def test_below_zero_is_asked_first(bench: Bench) -> None:
    dialog = await opened(await bench.show(make), place="BAR")
    QTest.keyClicks(dialog.quantity, "-5")
    dialog.reason.setCurrentIndex(0)
    dialog.save()
    await until(dialog.confirm_button.isVisible, what="the offer to go below zero")
    assert dialog.banner.isVisible()
    assert (await bench.shop.level("00417", "BAR"))[0] == 2
    dialog.confirm_button.click()
    await gone(dialog)
    assert (await bench.shop.level("00417", "BAR"))[0] == -3


async def test_set_to_a_figure(bench: Bench) -> None:
    dialog = await opened(await bench.show(make))
    dialog.toggle.click()
    QTest.keyClicks(dialog.quantity, "40")
    dialog.reason.setCurrentIndex(0)
    await until(lambda: bench.parts.queries._background.running == 0)
    # Others go on meanwhile: 40 is meant of what is there at the moment of saving.
    await bench.shop.done(AdjustStock(sku="00417", location="MAIN", quantity=Decimal(8), reason="FOUND"))
    dialog.save()
    await gone(dialog)
    assert (await bench.shop.level("00417"))[0] == 40


async def test_a_lot_is_named(bench: Bench) -> None:
    dialog = await opened(await bench.show(make), "09990")
    assert dialog.lot.isVisible()
    assert not dialog.serial.isVisible()
    dialog.lot.setText("L2")
    QTest.keyClicks(dialog.quantity, "-1")
    assert (dialog._before.text(), dialog._after.text()) == ("30", "29")
    dialog.lot.setText("")
    dialog.reason.setCurrentIndex(0)
    dialog.save()
    assert dialog._lot_field._message.text() == "This product is tracked by lot: name the lot."
    dialog.lot.setText("L2")
    dialog.save()
    await gone(dialog)
    assert (await bench.shop.level("09990"))[0] == 41


async def test_nothing_is_saved_before_it_is_whole(bench: Bench) -> None:
    page = await bench.show(make)
    dialog = await opened(page)
    dialog.save()
    assert not bench.parts.actions.runs
    assert dialog._quantity_field._message.text() == "Type how many come in (+) or go out (−)."
    assert not dialog.save_button.isEnabled()
    assert list(nameless(dialog)) == []
    dialog.leave()
    await gone(dialog)  # nothing was typed: nothing is asked


async def test_leaving_asks_when_something_was_typed(bench: Bench) -> None:
    page = await bench.show(make)
    dialog = await opened(page)
    QTest.keyClicks(dialog.quantity, "-3")
    assert page.holds_typing() == "the form “Adjust stock”"
    for choice, stays in (("stay", True), ("leave", False)):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        question = await dialog_of(dialog, DecisionDialog)
        question._choose(choice)
        await gone(question)
        if stays:
            assert dialog.isVisible()
            assert dialog.quantity.text() == "-3"
            await until(lambda: not dialog._background.running)
    await gone(dialog)
    assert page.holds_typing() == ""


@pytest.fixture
def broken(bench: Bench) -> ActionRunner:
    """A runner whose program fails."""

    async def fail(_database: Database, action: Action, *, report: Callable[[Progress], None]) -> Outcome:
        report(Progress(action.action_id, Phase.RUNNING))
        raise OSError("the cable")

    runner = ActionRunner(fail)
    runner.use(bench.shop.database)
    return runner


async def test_a_failure_keeps_what_was_typed(bench: Bench, broken: ActionRunner) -> None:
    bench.parts = replace(bench.parts, actions=broken)
    dialog = await opened(await bench.show(make))
    QTest.keyClicks(dialog.quantity, "-3")
    dialog.reason.setCurrentIndex(0)
    finished = wait_signal(broken.finished)
    dialog.save()
    (run,) = await finished
    assert isinstance(run.outcome, Failed)
    assert dialog.isVisible()
    assert dialog.quantity.text() == "-3"
    assert "Nothing was saved" in dialog.banner.accessibleName()
    first = run.action.action_id
    finished = wait_signal(broken.finished)
    dialog.save()
    assert (await finished)[0].action.action_id == first  # one wish keeps one id


async def test_a_refused_run_brings_its_form_back(bench: Bench) -> None:
    page = await bench.show(make)
    asked = AdjustStock(sku="00417", location="SHOP", quantity=Decimal("-99.5"), reason="LOSS")
    run: ActionRun = bench.parts.actions.start(asked)
    await run.wait()
    page.show_item(run)
    dialog = await dialog_of(page, AdjustDialog)
    await until(lambda: dialog.picker.product is not None and dialog.reason.currentData() == "LOSS")
    await until(lambda: dialog.location.currentText() == "SHOP")
    assert dialog.quantity.text() == "-99.5"
