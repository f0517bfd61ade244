"""Table models: pages, order, refresh in place, and Qt's own tester on each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from inventory_app.ui.models.columns import LOOK_ROLE, ROW_ROLE, Column
from inventory_app.ui.models.paged_table import PagedTableModel, PageRequest, Purpose, State
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.theme import OutcomeLook


@dataclass(frozen=True)
class Line:
    number: int
    name: str = ""
    amount: int = 0


pytestmark = pytest.mark.usefixtures("qapp")

COLUMNS: tuple[Column[Line], ...] = (
    Column("number", "Number", lambda line: str(line.number), width=80, right=True, sort="number", code=True),
    Column("name", "Name", lambda line: line.name, sort="name"),
    Column(
        "amount",
        "Amount",
        lambda line: str(line.amount),
        right=True,
        editable=True,
        icon=lambda line: "warning" if line.amount < 0 else "",
        tone=lambda line: "refused" if line.amount < 0 else "",
        strong=lambda line: line.amount < 0,
        speech=lambda line: f"{line.amount}, too few" if line.amount < 0 else "",
        look=lambda line: OutcomeLook.FAILED if line.amount < 0 else OutcomeLook.COMMITTED,
    ),
)


class Table:
    """A database of one table, answering page requests as a keyset query does."""

    def __init__(self, model: PagedTableModel[Line], count: int) -> None:
        self.model = model
        self.lines = [Line(n * 10, f"name {n}") for n in range(count)]
        self.asked: list[PageRequest] = []
        self.open: list[PageRequest] = []
        model.page_wanted.connect(self.note)

    def note(self, request: PageRequest) -> None:
        self.asked.append(request)
        self.open.append(request)

    def answer(self, request: PageRequest) -> None:
        lines = sorted(self.lines, key=lambda line: line.number, reverse=request.descending)
        if request.after is not None:
            last = request.after[0]
            assert isinstance(last, int)
            lines = [one for one in lines if (one.number < last) == request.descending and one.number != last]
        page = lines[: request.limit]
        self.model.take(request, page, (page[-1].number,) if len(lines) > len(page) else None)

    def answer_all(self) -> None:
        while self.open:
            self.answer(self.open.pop(0))

    def load(self, pages: int) -> None:
        self.model.restart()
        self.answer_all()
        for _ in range(pages - 1):
            self.model.fetchMore(QModelIndex())
            self.answer_all()

    def state(self) -> State:
        return self.model.state

    def numbers(self) -> list[int]:
        return [line.number for line in self.model.rows]


@pytest.fixture
def model() -> PagedTableModel[Line]:
    return PagedTableModel(COLUMNS, lambda line: line.number, page=20)


@pytest.fixture
def table(model: PagedTableModel[Line]) -> Table:
    return Table(model, 100)


def test_pages_arrive_as_they_are_scrolled_to(table: Table, qtmodeltester: Any) -> None:
    states: list[State] = []
    table.model.state_changed.connect(states.append)
    table.load(1)
    assert table.model.rowCount() == 20
    assert table.model.canFetchMore(QModelIndex())
    table.model.fetchMore(QModelIndex())
    assert not table.model.canFetchMore(QModelIndex())  # one page at a time
    table.answer_all()
    assert table.model.rowCount() == 40
    table.load(9)
    assert table.numbers() == [n * 10 for n in range(100)]
    assert table.model.complete
    assert states == [State.ROWS]
    qtmodeltester.check(table.model)


def test_qt_watches_every_change(table: Table) -> None:
    """The tester scrolls on by itself at every change, so all pages arrive at once."""
    tester = QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.load(1)
    for change in (Line(205), Line(0), Line(995), Line(401, "x")):
        table.lines.append(change)
        table.model.set_visible(0, 30)
        table.model.refresh()
        table.answer_all()
        table.model.set_visible(80, 99)
        table.answer_all()
        table.lines.remove(Line(change.number, change.name))
        table.model.refresh()
        table.answer_all()
    table.model.toggle_order("number")
    table.answer_all()
    table.model.clear()
    tester.deleteLater()


def test_answers_to_older_questions_are_dropped(table: Table) -> None:
    table.load(2)
    table.model.fetchMore(QModelIndex())
    more = table.open.pop()
    table.model.restart()
    first = table.open.pop()
    table.answer(more)
    assert table.model.rowCount() == 40  # the old rows stay until the new first page is here
    table.answer(first)
    assert table.model.rowCount() == 20
    table.answer(first)
    assert table.model.rowCount() == 20


def test_the_header_sorts(table: Table) -> None:
    table.load(2)
    table.model.toggle_order("number")
    table.answer_all()
    assert table.asked[-1].sort == "number"
    assert not table.asked[-1].descending
    assert table.model.headerData(0, Qt.Orientation.Horizontal) == "Number ↑"
    table.model.toggle_order("number")
    table.answer_all()
    assert table.numbers()[:2] == [990, 980]
    asked = len(table.asked)
    table.model.toggle_order("amount")  # declares no order
    assert len(table.asked) == asked
    assert table.model.order == ("number", True)


def test_a_refresh_keeps_rows_that_did_not_change(table: Table) -> None:
    table.load(3)
    view = QTableView()
    view.setModel(table.model)
    view.selectRow(25)
    table.lines[24] = replace(table.lines[24], amount=7)
    table.model.set_visible(22, 30)
    table.model.refresh()
    request = table.asked[-1]
    assert request.purpose is Purpose.REFRESH
    assert request.after == (190,)
    assert request.limit == 40
    table.answer_all()
    assert len(table.asked) == 4  # three pages and one refresh, though three blocks are loaded
    assert table.model.rowCount() == 60
    assert table.model.rows[24].amount == 7
    assert view.currentIndex().row() == 25
    assert view.selectionModel().isRowSelected(25)
    view.deleteLater()


def test_a_slow_refresh_is_shown_though_a_newer_one_is_to_come(table: Table) -> None:
    """What is saved once a second must not keep a page that takes longer from ever being shown."""
    table.load(1)
    table.model.refresh()
    table.model.refresh()
    first, second = table.open
    assert first == second
    table.lines[3] = replace(table.lines[3], amount=7)
    table.answer(first)
    assert table.model.rows[3].amount == 7
    table.lines[3] = replace(table.lines[3], amount=8)
    table.answer(second)
    assert table.model.rows[3].amount == 8


def test_rows_that_came_and_went_move_the_others(table: Table) -> None:
    table.load(3)
    view = QTableView()
    view.setModel(table.model)
    view.selectRow(25)
    table.lines += [Line(225), Line(226)]
    table.lines.remove(Line(210, "name 21"))
    table.model.set_visible(20, 30)
    table.model.refresh()
    table.answer_all()
    assert table.numbers() == sorted(line.number for line in table.lines)[:61]
    assert table.model.key_at(view.currentIndex().row()) == 250
    table.model.set_visible(45, 55)  # the next block is old, and now asked for
    table.answer_all()
    assert table.numbers() == sorted(line.number for line in table.lines)[:61]
    view.deleteLater()


def test_a_refresh_past_the_next_block_drops_what_follows(table: Table) -> None:
    table.load(4)
    table.lines = [line for line in table.lines if line.number not in range(200, 400)]
    table.model.set_visible(15, 19)
    table.model.refresh()
    table.answer_all()
    assert table.numbers() == sorted(line.number for line in table.lines)[: table.model.rowCount()]
    while table.model.canFetchMore(QModelIndex()):
        table.model.fetchMore(QModelIndex())
        table.answer_all()
    assert table.numbers() == sorted(line.number for line in table.lines)


def test_everything_deleted_is_empty_and_comes_back(table: Table) -> None:
    table.load(1)
    lines, table.lines = table.lines, []
    table.model.refresh()
    table.answer_all()
    assert table.state() is State.EMPTY
    table.lines = lines
    table.model.refresh()
    table.answer_all()
    assert table.state() is State.ROWS
    assert table.model.rowCount() == 20


def test_a_failed_page_keeps_what_is_shown(table: Table) -> None:
    table.model.restart()
    table.model.failed(table.open.pop())
    assert table.state() is State.FAILED
    table.load(1)
    table.model.fetchMore(QModelIndex())
    table.model.failed(table.open.pop())
    assert table.state() is State.ROWS
    assert table.model.canFetchMore(QModelIndex())
    table.model.clear()
    assert table.state() is State.LOADING
    assert table.model.rowCount() == 0


def test_a_refresh_during_a_new_question_asks_that_again(table: Table) -> None:
    table.load(2)
    table.model.toggle_order("number")
    table.model.refresh()
    assert [request.purpose for request in table.open] == [Purpose.FIRST, Purpose.FIRST]
    assert not table.model.canFetchMore(QModelIndex())
    table.answer_all()
    assert table.model.rowCount() == 20


def test_stale_rows_stay_readable(table: Table) -> None:
    table.load(1)
    index = table.model.index(0, 1)
    role = int(Qt.ItemDataRole.ForegroundRole)
    assert table.model.data(index, role) is None
    table.model.set_stale(True)
    assert table.model.data(index, role) is not None
    assert table.model.flags(index) & Qt.ItemFlag.ItemIsSelectable


def test_roles_of_a_cell() -> None:
    simple = SimpleTableModel(COLUMNS, lambda line: line.number)
    simple.set_rows([Line(1, "one", -4), Line(2, "two", 5)])
    low, fine = simple.index(0, 2), simple.index(1, 2)
    assert simple.data(low) == "-4"
    assert simple.data(low, Qt.ItemDataRole.DecorationRole) is not None
    assert simple.data(fine, Qt.ItemDataRole.DecorationRole) is None
    assert simple.data(low, Qt.ItemDataRole.AccessibleTextRole) == "-4, too few"
    assert simple.data(fine, Qt.ItemDataRole.AccessibleTextRole) == "Committed"
    assert simple.data(low, LOOK_ROLE) is OutcomeLook.FAILED
    assert simple.data(low, ROW_ROLE) == Line(1, "one", -4)
    assert simple.data(low, Qt.ItemDataRole.FontRole).weight() == 600
    assert simple.data(simple.index(0, 0), Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert simple.headerData(9, Qt.Orientation.Horizontal) is None
    assert simple.headerData(0, Qt.Orientation.Vertical) == 1
    with pytest.raises(KeyError):
        simple.column_at("nothing")


def test_editing_is_told_and_decided_elsewhere(qtmodeltester: Any) -> None:
    simple = SimpleTableModel(COLUMNS, lambda line: line.number)
    simple.set_rows([Line(1, "one", 4)])
    seen: list[tuple[Any, ...]] = []
    simple.edited.connect(lambda *arguments: seen.append(arguments))
    assert simple.setData(simple.index(0, 2), "6")
    assert not simple.setData(simple.index(0, 2), "4")  # as it was
    assert not simple.setData(simple.index(0, 1), "other")  # not editable
    assert seen == [(Line(1, "one", 4), "amount", "6")]
    assert simple.rows == (Line(1, "one", 4),)
    qtmodeltester.check(simple)


@pytest.mark.parametrize(
    "numbers",
    [[], [1], [3, 2, 1], [1, 2, 3, 4, 5], [0, 1, 2, 3], [2, 3, 4], [1, 9, 3], [7, 8, 9], [1, 2, 8, 9, 3]],
)
def test_new_rows_replace_old_ones_whatever_they_are(numbers: list[int]) -> None:
    simple: SimpleTableModel[Line] = SimpleTableModel(COLUMNS, lambda line: line.number)
    tester = QAbstractItemModelTester(simple, QAbstractItemModelTester.FailureReportingMode.Fatal)
    simple.set_rows([Line(n) for n in (1, 2, 3)])
    kept = [simple.index(row, 0) for row in range(3)]
    rows = [Line(n, "new") for n in numbers]
    simple.set_rows(rows)
    assert list(simple.rows) == rows
    assert isinstance(simple, QAbstractItemModel)
    assert kept
    tester.deleteLater()


def test_a_hundred_thousand_rows_cost_one_page(model: PagedTableModel[Line]) -> None:
    table = Table(model, 4000)
    table.load(200)
    assert model.rowCount() == 4000
    before = len(table.asked)
    model.set_visible(3000, 3030)
    model.refresh()
    table.answer_all()
    assert len(table.asked) - before <= 3
    assert max(request.limit for request in table.asked) <= 60
