"""What is typed into: fields with their messages, exact numbers, search boxes."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inventory_app.ui.find import FindPresenter
from inventory_app.ui.runtime.query_runner import QueryRunner
from inventory_app.ui.screen import Command
from inventory_app.ui.widgets.edits import LineEdit, QuantityEdit
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.popup import Found
from inventory_app.ui.widgets.search_box import SearchBox
from tests.support.waiting import until
from tests.support.widgets import opened, shown

pytestmark = pytest.mark.usefixtures("light")


# ---------------------------------------------------------------------------------------------------------- fields


def not_blank(words: str) -> str:
    return "" if words.strip() else "Type a name."


def test_a_field_keeps_still_until_it_was_left(qtbot: Any) -> None:
    edit = LineEdit()
    field = Field("&Name", edit, not_blank)
    form = Form([field, Field("&Other", LineEdit())])
    shown(qtbot, form)
    edit.setFocus()
    assert field.message == "Type a name."
    assert edit.property("invalid") is False
    form.fields[1].control.setFocus()
    assert edit.property("invalid") is True
    assert edit.accessibleDescription() == "Type a name."
    edit.setFocus()
    QTest.keyClicks(edit, "x")
    assert field.message == ""
    assert edit.property("invalid") is False


def test_a_refusal_of_the_database_stands_at_its_field_until_one_types(qtbot: Any) -> None:
    edit = LineEdit("00417")
    field = Field("&Sku", edit)
    form = Form([field])
    shown(qtbot, form)
    assert form.show_refusal("sku", "There is a product 00417 already.")
    assert field.message == "There is a product 00417 already."
    assert QApplication.focusWidget() is edit
    QTest.keyClicks(edit, "9")
    assert field.message == ""
    assert not form.show_refusal("price", "no such field")
    assert not form.show_refusal(None, "the whole form")


def test_checking_a_form_goes_to_the_first_wrong_field(qtbot: Any) -> None:
    first, second = LineEdit("fine"), LineEdit()
    form = Form([Field("&First", first, not_blank), Field("&Second", second, not_blank)])
    shown(qtbot, form)
    assert not form.check()
    assert QApplication.focusWidget() is second
    second.setText("now")
    assert form.check()
    assert form.ok
    form.reset()
    assert first.property("invalid") is False


def test_labels_lead_to_their_fields(qtbot: Any) -> None:
    field = Field("&Change", QuantityEdit())
    form = Form([field])
    shown(qtbot, form)
    assert field.label.buddy() is field.control
    assert field.control.accessibleName() == "Change"
    assert field.control.objectName()


@pytest.mark.parametrize(
    ("typed", "value", "wrong"),
    [
        ("12.5", "12.5", False),
        ("−3", "-3", False),
        ("-3", "-3", False),
        ("", None, False),
        ("1e5", None, True),
        ("1.0000001", None, True),
        ("99999999999999", None, True),
        ("abc", None, True),
    ],
)
def test_quantities_are_exact(qtbot: Any, typed: str, value: str | None, wrong: bool) -> None:
    edit = QuantityEdit(typed)
    qtbot.addWidget(edit)
    assert edit.value == (None if value is None else Decimal(value))
    assert bool(edit.problem) is wrong


def test_the_decimal_mark_is_the_one_of_the_settings(qtbot: Any) -> None:
    edit = QuantityEdit("12,5", decimal_mark=",")
    qtbot.addWidget(edit)
    assert edit.value == Decimal("12.5")
    edit.setText("12.5")
    assert edit.problem


def test_the_wheel_changes_no_choice_by_accident(qtbot: Any) -> None:
    combo = plain_combo([("One", 1), ("Two", 2)], name="Choice")
    shown(qtbot, combo)
    combo.clearFocus()
    QApplication.sendEvent(combo, QEvent(QEvent.Type.Wheel))
    assert combo.currentData() == 1


# ---------------------------------------------------------------------------------------------------------- search


async def searching(qtbot: Any, name: str) -> tuple[QWidget, SearchBox]:
    """A window with room for what is found, to be held by the test, and a search box in it that has the focus."""
    window = QWidget()
    box = SearchBox(name=name)
    box.setParent(window)
    window.resize(400, 300)
    opened(qtbot, window)
    await until(window.isActiveWindow)
    box.setFocus()
    return window, box


async def test_enter_never_takes_what_was_found_for_other_words(qtbot: Any) -> None:
    """Who types a whole sku and Enter at once gets that product, not the first one of what had been typed before."""
    _window, box = await searching(qtbot, "Product")
    asked: list[tuple[str, int]] = []
    chosen: list[Found] = []
    entered: list[str] = []
    box.wanted.connect(lambda words, number: asked.append((words, number)))
    box.chosen.connect(chosen.append)
    box.entered.connect(entered.append)
    QTest.keyClicks(box, "0041")
    await until(lambda: asked)
    box.show_found(asked[0][1], [Found(1, "Blue mug", "00417"), Found(2, "Red mug", "00418")])
    QTest.keyClicks(box, "8")
    box.show_found(asked[0][1], [Found(1, "Blue mug", "00417")])  # too late as well
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (chosen, entered) == ([], ["00418"])


async def test_enter_in_the_find_box_brings_the_answer_and_runs_nothing_of_before(qtbot: Any) -> None:
    ran: list[str] = []
    window, box = await searching(qtbot, "Find")
    commands = [Command(title, partial(ran.append, title)) for title in ("Sales", "Stock", "Settings")]
    FindPresenter(box, QueryRunner(window), commands, window)
    QTest.keyClicks(box, "s")
    await until(lambda: len(box.popup.found) == 3)
    QTest.keyClicks(box, "to")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert [one.title for one in box.popup.found] == ["Stock"]
    assert ran == []
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert ran == ["Stock"]


async def test_search_asks_after_a_pause_and_takes_the_newest_answer(qtbot: Any) -> None:
    _window, box = await searching(qtbot, "Product")
    asked: list[tuple[str, int]] = []
    box.wanted.connect(lambda words, number: asked.append((words, number)))
    QTest.keyClicks(box, "mu")
    await until(lambda: asked)
    QTest.keyClicks(box, "g")
    await until(lambda: len(asked) == 2)
    assert [words for words, _ in asked] == ["mu", "mug"]
    box.show_found(asked[0][1], [Found(1, "too late")])
    assert not box.popup.isVisible()
    box.show_found(asked[1][1], [Found(1, "Blue mug", "00417"), Found(2, "Red mug", "00418")])
    assert box.popup.isVisible()
    chosen: list[Found] = []
    box.chosen.connect(chosen.append)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen[0].value == 2
    assert box.value == 2
    assert box.text() == "00418  Red mug"
    assert not box.popup.isVisible()
    QTest.keyClicks(box, "x")
    assert box.value is None


def test_a_typed_code_is_entered_without_a_list(qtbot: Any) -> None:
    box = SearchBox(name="Product")
    shown(qtbot, box)
    entered: list[str] = []
    box.entered.connect(entered.append)
    QTest.keyClicks(box, " 00417 ")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert entered == ["00417"]
    assert box.take() == " 00417 "
    assert box.text() == ""


def test_esc_closes_the_list_and_nothing_else(qtbot: Any) -> None:
    window = QWidget()
    window.resize(400, 300)
    box = SearchBox(name="Product")
    box.setParent(window)
    shown(qtbot, window)
    box.setFocus()
    box.popup.show_found([Found(1, "Blue mug")], note="1 found")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.popup.isVisible()
    box.popup.show_found([Found(1, "Blue mug")])
    box.clearFocus()
    assert not box.popup.isVisible()
