"""The forms of a product: checked while one types, refused at the field, conflicts decided field by field."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest

from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Committed, Conflict, Refused
from inventory_app.queries.products import ProductDetail, product_detail
from inventory_app.ui.screens.products import ProductsScreen, make
from inventory_app.ui.screens.products.conflict import ConflictDialog
from inventory_app.ui.screens.products.dialogs import EditProductDialog, NewProductDialog
from inventory_app.ui.screens.products.values import barcode_hint, barcodes_in
from inventory_app.ui.widgets.decision import DecisionDialog
from tests.gui.stock_support import Bench, dialog_of, gone, nameless
from tests.support.shop import JONAS
from tests.support.waiting import until, wait_signal


async def stored(bench: Bench, sku: str) -> ProductDetail:
    async with bench.shop.database.read() as session:
        found = await product_detail(session, sku)
    assert found is not None
    return found


async def new_form(bench: Bench) -> NewProductDialog:
    page = await bench.show(make)
    page.new_product()
    return await dialog_of(page, NewProductDialog)


async def edit_form(page: ProductsScreen, sku: str) -> EditProductDialog:
    page._start_edit(sku, None)
    return await dialog_of(page, EditProductDialog)


async def test_a_new_product_with_everything(bench: Bench) -> None:
    dialog = await new_form(bench)
    fields = dialog.fields
    QTest.keyClicks(fields.sku, "00900")
    QTest.keyClicks(fields.product_name, "Coffee beans, loose")
    QTest.keyClicks(fields.price, "16.90")
    fields.category.setText("Food")
    fields.uom.setText("kg")
    fields.tracking.setCurrentIndex(1)
    fields.barcodes.setPlainText("4006381333955\n\nBEANS\n")
    finished = wait_signal(bench.parts.actions.finished)
    dialog.save()
    (run,) = await finished
    assert isinstance(run.outcome, Committed)
    await gone(dialog)
    made = await stored(bench, "00900")
    assert (made.product.price, made.product.category, made.product.uom) == (Decimal("16.9"), "Food", "kg")
    assert (made.product.tracking, [one.barcode for one in made.barcodes]) == ("lot", ["4006381333955", "BEANS"])


async def test_a_sku_that_is_taken_is_said_while_one_types(bench: Bench) -> None:
    dialog = await new_form(bench)
    QTest.keyClicks(dialog.fields.sku, "00417")
    message = dialog.fields.sku_field._message
    await until(lambda: message.text() == "There is a product 00417 already: Blue enamel mug 350 ml.")
    assert not dialog.save_button.isEnabled()
    QTest.keyClicks(dialog.fields.sku, "5")
    assert dialog.save_button.isEnabled()
    assert list(nameless(dialog)) == []


async def test_refused_at_the_field_by_the_database(bench: Bench) -> None:
    dialog = await new_form(bench)
    dialog.fields.sku.setText("00901")
    dialog.fields.product_name.setText("Another mug")
    dialog.fields.barcodes.setPlainText("4006381333931")
    finished = wait_signal(bench.parts.actions.finished)
    dialog.save()
    (run,) = await finished
    assert isinstance(run.outcome, Refused)
    assert dialog.isVisible()
    assert dialog.fields.barcode_field._message.text() == "Barcode 4006381333931 belongs to 00417 already."
    assert dialog.fields.product_name.text() == "Another mug"


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("price", "12,5", "write digits like 12.5."),
        ("price", "-1", "An amount is not below 0."),
        ("price", "1.00001", "“1.00001” has more than 4 decimals."),
        ("name", "", "Type a name."),
        ("sku", "x" * 201, "201 characters are more than the 200 that fit."),
    ],
)
async def test_checked_before_it_is_saved(bench: Bench, field: str, typed: str, message: str) -> None:
    dialog = await new_form(bench)
    dialog.fields.show_values({"sku": "00902", "name": "Thing"})
    control = {"price": dialog.fields.price, "name": dialog.fields.product_name, "sku": dialog.fields.sku}[field]
    control.setText(typed)
    dialog.save()
    assert not bench.parts.actions.runs
    found = dialog.fields.field(field)
    assert found is not None
    assert found._message.text().endswith(message)


def test_hints_about_barcodes() -> None:
    assert barcodes_in(" 1 \n\n2\n1\n") == ("1", "2")
    assert barcode_hint(("4006381333931", "FREE TEXT")) == ""
    assert barcode_hint(("4006381333932",)).startswith("4006381333932: the check digit would be 1")
    assert "spreadsheet" in barcode_hint(("9.78E+12",))


async def test_only_what_was_changed_is_saved(bench: Bench) -> None:
    dialog = await edit_form(await bench.show(make), "01022")
    dialog.save()
    await until(dialog.banner.isVisible, what="the word that nothing is changed")
    dialog.fields.price.setText("25.90")
    await bench.shop.done(EditProduct(sku="01022", changes={"category": "Home"}), JONAS)
    dialog.save()
    await gone(dialog)  # another field than his: no conflict
    now = (await stored(bench, "01022")).product
    assert (now.price, now.category) == (Decimal("25.9"), "Home")


async def in_conflict(bench: Bench) -> tuple[EditProductDialog, ConflictDialog]:
    """Mine: price, name and description. Jonas saved price, description and category first."""
    page = await bench.show(make)
    dialog = await edit_form(page, "01022")
    dialog.fields.price.setText("25.90")
    dialog.fields.product_name.setText("Oak tray, XL")
    dialog.fields.description.setPlainText("Oiled oak, FSC")
    his = {"price": Decimal("24.50"), "description": "Oak, hand finished", "category": "Home"}
    await bench.shop.done(EditProduct(sku="01022", changes=his), JONAS)
    finished = wait_signal(bench.parts.actions.finished)
    dialog.save()
    (run,) = await finished
    assert isinstance(run.outcome, Conflict)
    return dialog, await dialog_of(dialog, ConflictDialog)


async def test_a_conflict_is_decided_field_by_field(both: Bench) -> None:
    dialog, choice = await in_conflict(both)
    assert [(one.name, one.who) for one in choice._differences] == [
        ("price", "Jonas Weber"),
        ("description", "Jonas Weber"),
    ]
    price = choice._differences[0]
    assert (price.was, price.mine, price.theirs) == (Decimal(24), Decimal("25.9"), Decimal("24.5"))
    choice.choose("price", mine=False)
    assert choice._summary.words == "1 of yours and 1 of theirs will be saved."
    assert list(nameless(choice)) == []
    choice.accept()
    await gone(dialog)
    now = await stored(both, "01022")
    assert (now.product.price, now.description) == (Decimal("24.5"), "Oiled oak, FSC")
    assert (now.product.name, now.product.category) == ("Oak tray, XL", "Home")


async def test_going_back_to_the_form_keeps_the_typing(both: Bench) -> None:
    dialog, choice = await in_conflict(both)
    choice.reject()
    await gone(choice)
    await until(lambda: not dialog._background.running)
    assert dialog.isVisible()
    assert (dialog.fields.price.text(), dialog.fields.product_name.text()) == ("25.90", "Oak tray, XL")
    assert (await stored(both, "01022")).product.price == Decimal("24.5")
    dialog.save()  # asks again: nothing was decided
    again = await dialog_of(dialog, ConflictDialog)
    again.accept()
    await gone(dialog)
    assert (await stored(both, "01022")).product.price == Decimal("25.9")


async def test_taking_all_of_theirs(bench: Bench) -> None:
    page = await bench.show(make)
    dialog = await edit_form(page, "01022")
    dialog.fields.price.setText("25.90")
    await bench.shop.done(EditProduct(sku="01022", changes={"price": Decimal("24.50")}), JONAS)
    dialog.save()
    choice = await dialog_of(dialog, ConflictDialog)
    choice._all(False)
    assert choice._summary.words == "Theirs stays as it is saved."
    choice.accept()
    await gone(dialog)
    assert (await stored(bench, "01022")).product.price == Decimal("24.5")


async def test_a_conflict_can_be_resolved_later(bench: Bench) -> None:
    page = await bench.show(make)
    expected = {"price": Decimal(20)}
    run = bench.parts.actions.start(EditProduct(sku="01022", changes={"price": Decimal(30)}, expected=expected))
    assert isinstance(await run.wait(), Conflict)
    page.show_item(run)
    dialog = await dialog_of(page, EditProductDialog)
    choice = await dialog_of(dialog, ConflictDialog)
    (price,) = choice._differences
    assert (price.was, price.mine, price.theirs) == (Decimal(20), Decimal(30), Decimal(24))
    choice.accept()
    await gone(dialog)
    assert (await stored(bench, "01022")).product.price == Decimal(30)


async def test_leaving_asks_when_something_was_typed(bench: Bench) -> None:
    page = await bench.show(make)
    dialog = await edit_form(page, "01022")
    dialog.fields.price.setText("25.90")
    assert page.holds_typing() == "the form “Edit product 01022”"
    dialog.leave()
    question = await dialog_of(dialog, DecisionDialog)
    question._choose("leave")
    await gone(dialog)
