"""The dialogs that move stock and add places."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtTest import QTest

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.outcome import Committed, Refused
from inventory_app.ui.screens.stock import StockScreen, make
from inventory_app.ui.screens.stock.new_location import NewLocationDialog
from inventory_app.ui.screens.stock.transfer import TransferDialog
from tests.gui.stock_support import Bench, dialog_of, gone, nameless
from tests.support.waiting import until, wait_signal


async def opened(page: StockScreen) -> TransferDialog:
    at = next(n for n, row in enumerate(page.listed.table.rows.rows) if (row.sku, row.location) == ("00417", "MAIN"))
    page.listed.table.selectRow(at)
    page.transfer()
    dialog = await dialog_of(page, TransferDialog)
    await until(lambda: dialog.source.count() and dialog.lines.rows, what="the first line")
    await until(lambda: dialog.lines.rows[0].available is not None, what="what is available")
    return dialog


def pick(dialog: TransferDialog, place: str) -> None:
    dialog.target.setCurrentIndex(
        next(n for n in range(dialog.target.count()) if dialog.target.itemData(n).path == place)
    )


def set_quantity(dialog: TransferDialog, row: int, typed: str) -> None:
    dialog.lines.setData(dialog.lines.index(row, dialog.lines.column_at("quantity")), typed)


async def test_several_lines_in_one_transaction(bench: Bench) -> None:
    dialog = await opened(await bench.show(make))
    pick(dialog, "SHOP")
    dialog.picker.setFocus()
    QTest.keyClicks(dialog.picker, "4006381333931")  # a barcode, as a scanner types it
    dialog.picker.entered.emit(dialog.picker.text())
    await until(lambda: len(dialog.lines.rows) == 2)
    set_quantity(dialog, 0, "5")
    assert [line.typed for line in dialog.lines.rows] == ["5", "1"]
    finished = wait_signal(bench.parts.actions.finished)
    dialog.save()
    (run,) = await finished
    assert isinstance(run.outcome, Committed)
    await gone(dialog)
    assert await bench.shop.level("00417", "SHOP") == (Decimal(14), Decimal(0))
    assert await bench.shop.level("01022", "SHOP") == (Decimal(1), Decimal(0))


async def test_lots_are_lines_of_their_own(bench: Bench) -> None:
    dialog = await opened(await bench.show(make))
    pick(dialog, "SHOP")
    dialog.picker.setText("09990")
    dialog.picker.entered.emit("09990")
    await until(lambda: len(dialog.lines.rows) == 3)
    assert [line.lot for line in dialog.lines.rows] == ["", "L1", "L2"]
    set_quantity(dialog, 0, "")
    set_quantity(dialog, 2, "4")
    dialog.save()
    await gone(dialog)
    assert (await bench.shop.level("09990", "SHOP"))[0] == 4


async def test_too_much_is_said_at_the_line(bench: Bench) -> None:
    dialog = await opened(await bench.show(make))
    pick(dialog, "SHOP")
    set_quantity(dialog, 0, "40")
    await until(lambda: not dialog.save_button.isEnabled())
    assert dialog._told.words == "00417: Only 36 of 40 available."
    set_quantity(dialog, 0, "30")
    await until(lambda: bench.parts.queries._background.running == 0)
    await bench.shop.done(AdjustStock(sku="00417", location="MAIN", quantity=Decimal(-20), reason="COUNT"))
    finished = wait_signal(bench.parts.actions.finished)
    dialog.save()
    (run,) = await finished
    assert isinstance(run.outcome, Refused)
    assert dialog.isVisible()
    assert dialog.lines.rows[0].typed == "30"
    assert dialog.lines.rows[0].told == run.outcome.message
    assert await bench.shop.level("00417", "SHOP") == (Decimal(9), Decimal(0))


async def test_the_same_place_twice(bench: Bench) -> None:
    dialog = await opened(await bench.show(make))
    pick(dialog, "MAIN")
    dialog.save()
    assert not bench.parts.actions.runs
    assert dialog._form.fields[1]._message.text() == "From and to are the same place."
    assert list(nameless(dialog)) == []


async def test_a_new_place_below_another(bench: Bench) -> None:
    page = await bench.show(make)
    page.show_item(("location",))
    dialog = await dialog_of(page, NewLocationDialog)
    await until(lambda: dialog.inside.count() > 1)
    dialog.inside.setCurrentText("SHOP")
    dialog.code.setText("A/1")
    dialog.save()
    assert "holds a “/”" in dialog._form.fields[0]._message.text()
    dialog.code.setText("SHELF-A")
    assert dialog._path.words == "SHOP/SHELF-A"
    dialog.save()
    await gone(dialog)
    await until(lambda: page.location_combo.findText("SHOP/SHELF-A") > 0, what="the filter's choices")


async def test_a_place_that_exists(bench: Bench) -> None:
    page = await bench.show(make)
    page.new_location()
    dialog = await dialog_of(page, NewLocationDialog)
    await until(lambda: dialog.inside.count() > 1)
    await bench.shop.done(CreateLocation(code="NEW"))  # after the form has read what there is
    dialog.code.setText("NEW")
    dialog.save()
    await until(lambda: dialog._form.fields[0]._message.text() == "There is a location NEW already.")
    assert dialog.code.text() == "NEW"
    assert list(nameless(dialog)) == []
