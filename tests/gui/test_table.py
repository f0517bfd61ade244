"""The table of all lists: keys, copying, sorting, what is remembered, and its place while rows are replaced."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from inventory_app.ui import theme
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.paged_table import PagedTableModel, PageRequest
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.theme import OutcomeLook, Size
from inventory_app.ui.widgets.table import DataTable
from tests.support.waiting import until


@dataclass(frozen=True)
class Line:
    """A row."""

    number: int
    name: str = "a\tname"
    amount: str = "1"


COLUMNS: tuple[Column[Line], ...] = (
    Column("number", "Number", lambda line: f"{line.number}\u2008\u2007", 80, right=True, sort="number"),
    Column("name", "Name", lambda line: line.name, detail=lambda line: f"below {line.number}"),
    Column("look", "State", lambda _line: "", 110, look=lambda _line: OutcomeLook.REFUSED),
    Column("amount", "Amount", lambda line: line.amount, 90, editable=True),
    Column("more", "More", lambda _line: "more", 90, hidden=True),
)


@pytest.fixture
def table(qtbot: Any, qapp: QApplication) -> DataTable:
    theme.apply(qapp, dark=False)
    model: SimpleTableModel[Line] = SimpleTableModel(COLUMNS, lambda line: line.number)
    made = DataTable(model, "Order lines")
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(600, 300)
    model.set_rows([Line(n) for n in range(100)])
    made.show()
    made.activateWindow()
    return made


def simple(table: DataTable) -> SimpleTableModel[Line]:
    assert isinstance(table.rows, SimpleTableModel)
    return table.rows


async def test_enter_and_double_click_open_a_row(table: DataTable) -> None:
    opened: list[Line] = []
    table.opened.connect(opened.append)
    table.selectRow(3)
    QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.rows.index(4, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [line.number for line in opened] == [3, 4]


async def test_rows_are_copied_as_spreadsheets_take_them(table: DataTable) -> None:
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "1\ta name\t\t1\n2\ta name\t\t1"


async def test_rows_are_as_high_as_the_look_has_them(table: DataTable) -> None:
    assert table.rowHeight(0) == Size.ROW
    assert table.horizontalHeader().height() == Size.HEADER
    assert not table.grab().isNull()


async def test_selection_and_scroll_survive_new_rows(table: DataTable) -> None:
    table.selectRow(50)
    table.scrollTo(table.rows.index(50, 0))
    await until(lambda: table.rowAt(0) > 0)
    top = table.rows.key_at(table.rowAt(0))
    rows = [Line(-n) for n in range(1, 4)] + [replace(Line(n), amount="7") for n in range(100)]
    simple(table).set_rows(rows)
    assert table.current_row == Line(50, amount="7")
    assert table.rows.key_at(table.rowAt(0)) == top
    simple(table).set_rows([Line(n) for n in range(10)])
    assert table.current_row is not None
    assert table.select_key(7)
    assert table.current_row.number == 7
    assert not table.select_key("nothing")
    simple(table).set_rows([])
    assert table.current_row is None
    assert table.selected_rows == []


@pytest.mark.parametrize("all_at_once", [False, True])
async def test_several_selected_rows_stay_selected(table: DataTable, all_at_once: bool) -> None:
    model = simple(table)
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (4, 9):  # the current one is not among them, as after Ctrl and a click on it
        table.selectionModel().select(model.index(row, 0), flags)
    table.selectionModel().setCurrentIndex(model.index(2, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    new = [Line(n) for n in range(-3, 100) if n != 9]
    if all_at_once:
        model.about_to_refresh.emit()
        model.beginResetModel()
        model._rows = new
        model.endResetModel()
        model.refreshed.emit()
    else:
        model.set_rows(new)
    assert [line.number for line in table.selected_rows] == [4]
    assert table.current_row == Line(2)


async def test_f2_edits_a_cell_and_tells(table: DataTable) -> None:
    edited: list[tuple[int, str, str]] = []
    table.rows.edited.connect(lambda line, key, typed: edited.append((line.number, key, typed)))
    table.setCurrentIndex(table.rows.index(2, 3))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert editor.accessibleName() == "Amount"
    editor.setText("12")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    await until(lambda: edited)
    assert edited == [(2, "amount", "12")]


async def test_columns_are_remembered(table: DataTable) -> None:
    kept: list[str] = []
    state = {"widths": {"number": 123, "gone": 9}, "shown": {"look": False}, "order": ["amount", "gone", "number"]}
    table.columns.remember(lambda: json.dumps(state), kept.append)
    assert table.columnWidth(0) == 123
    assert shown(table) == ["amount", "number", "name"]
    table.columns.timer.setInterval(1)
    table.horizontalHeader().resizeSection(0, 99)
    await until(lambda: kept)
    assert json.loads(kept[-1])["widths"] == {"number": 99}
    menu = table.columns.menu()
    menu.actions()[2].trigger()
    assert not table.isColumnHidden(2)
    await until(lambda: '"look": true' in kept[-1])
    for broken in (
        "nonsense",
        "[]",
        '{"widths": 5, "shown": [1], "order": {}, "sort": ["number"]}',
        '{"widths": {"number": "x"}}',
    ):
        table.columns.remember(partial(str, broken), kept.append)


def shown(table: DataTable) -> list[str]:
    return [column.key for column in table.columns.shown]


async def test_columns_move_by_mouse_and_by_the_menu(table: DataTable) -> None:
    kept: list[str] = []
    table.columns.remember(str, kept.append)
    table.columns.timer.setInterval(1)
    assert shown(table) == ["number", "name", "look", "amount"]
    table.horizontalHeader().moveSection(3, 1)
    assert shown(table) == ["number", "amount", "name", "look"]
    table.selectRow(1)
    table.copy_rows()
    assert QApplication.clipboard().text() == "1\t1\ta name\t"  # as they stand on the screen
    move = table.columns.menu().findChild(QMenu, "columns-move-menu")
    assert move is not None
    move.actions()[-1].trigger()
    assert shown(table) == ["number", "amount", "look", "name"]
    await until(lambda: kept)
    again = json.loads(kept[-1])["order"]
    assert [key for key in again if key != "more"] == ["number", "amount", "look", "name"]
    table.columns.menu().actions()[-1].trigger()
    assert shown(table) == ["number", "name", "look", "amount"]
    await until(lambda: kept[-1] == '{"widths": {}, "shown": {}}')


async def test_the_program_leaves_alone_what_the_person_chose(table: DataTable) -> None:
    kept: list[str] = []
    table.columns.remember(str, kept.append)
    table.columns.timer.setInterval(1)
    table.columns.propose("more", shown=True)
    table.columns.fit("name", 400)  # takes what is left over: it has no width of its own
    table.columns.fit("amount", 200)
    assert not table.isColumnHidden(4)
    table.columns.menu().actions()[4].trigger()
    table.columns.propose("more", shown=True)
    assert table.isColumnHidden(4)
    table.horizontalHeader().resizeSection(0, 50)
    simple(table).set_rows([Line(10**12)])
    table.columns.fit("number", 200)
    assert table.columnWidth(0) == 50
    await until(lambda: kept)
    assert json.loads(kept[-1]) == {"widths": {"number": 50}, "shown": {"more": False}}


async def test_the_order_is_remembered(qtbot: Any) -> None:
    kept: list[str] = []
    asked: list[PageRequest] = []
    model: PagedTableModel[Line] = PagedTableModel(COLUMNS, lambda line: line.number)
    model.page_wanted.connect(asked.append)
    table = DataTable(model, "Levels")
    model.setParent(table)
    qtbot.addWidget(table)
    table.columns.remember(lambda: '{"sort": ["number", true]}', kept.append)
    table.columns.timer.setInterval(1)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Number ↓"
    assert asked == []  # not before it is shown
    model.refresh()
    assert (asked[-1].sort, asked[-1].descending) == ("number", True)
    model.toggle_order("number")
    assert asked[-1].sort is None  # the third click leads back to the query's own order
    await until(lambda: kept)
    assert "sort" not in json.loads(kept[-1])
    model.toggle_order("number")
    await until(lambda: '"sort": ["number", false]' in kept[-1])


async def test_the_last_column_cannot_be_hidden(table: DataTable) -> None:
    menu = table.columns.menu()
    for action in menu.actions():
        if action.isChecked():
            action.trigger()
    assert any(not table.isColumnHidden(at) for at in range(5))


async def test_the_menu_key_names_the_row(table: DataTable) -> None:
    wanted: list[Line] = []
    table.menu_wanted.connect(lambda line, _at: wanted.append(line))
    table.selectRow(2)
    table.customContextMenuRequested.emit(QPoint(5, 5 * Size.ROW + 3))
    table.customContextMenuRequested.emit(QPoint(5, 100_000))
    assert [line.number for line in wanted] == [5, 2]


async def test_a_paged_table_asks_for_what_is_seen(qtbot: Any, qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)
    model: PagedTableModel[Line] = PagedTableModel(COLUMNS, lambda line: line.number, page=50)
    asked: list[PageRequest] = []

    def answer(request: PageRequest) -> None:
        asked.append(request)
        first = 0 if request.after is None else int(str(request.after[0])) + 1
        rows = [Line(n) for n in range(first, min(first + request.limit, 1000))]
        model.take(request, rows, (rows[-1].number,) if rows[-1].number < 999 else None)

    model.page_wanted.connect(answer)
    table = DataTable(model, "Levels")
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    model.restart()
    await until(lambda: table.rowAt(0) == 0)
    for _ in range(5):
        table.scrollToBottom()
        await until(lambda: table.rowAt(table.viewport().height() - 1) >= 0)
    assert model.rowCount() >= 250
    asked.clear()
    table.scrollTo(model.index(120, 0))
    model.refresh()
    assert len(asked) <= 2
    header = table.horizontalHeader()
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert asked[-1].sort == "number"
    assert table.rowAt(0) == 0


async def test_a_cell_that_fails_costs_one_cell(qtbot: Any) -> None:
    def broken(line: Line) -> str:
        return ["x"][line.number]

    model: SimpleTableModel[Line] = SimpleTableModel([Column("a", "A", broken)], lambda line: line.number)
    with qtbot.captureExceptions() as seen:
        model.set_rows([Line(0), Line(1)])
        assert model.data(model.index(0, 0)) == "x"
        assert model.data(model.index(1, 0)) is None
    assert [kind for kind, *_ in seen] == [IndexError]
