"""Feeds a table from a query: answers the model's requests for pages, and keeps columns as the person left them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetrics

from inventory_app.queries.page import Order
from inventory_app.queries.page import Page as Rows
from inventory_app.settings import declared
from inventory_app.ui.models.paged_table import Key, PagedTableModel, PageRequest, Purpose
from inventory_app.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.ext.asyncio import AsyncSession

    from inventory_app.settings.declared import Option
    from inventory_app.ui.runtime.query_runner import QueryFault, QueryRunner
    from inventory_app.ui.widgets.splitter import Splitter
    from inventory_app.ui.widgets.table import DataTable

R = TypeVar("R")
S = TypeVar("S")
_CELL = 20  # both sides of a cell, and room for the arrow of the order
_SAMPLE = 200


class Remembers(Protocol):
    """What is needed of the settings to keep widths and sizes."""

    def get(self, option: Option[S]) -> S: ...
    def put(self, option: Option[Mapping[str, str]], name: str, entry: str) -> None: ...


class PageOf(Protocol[R]):
    """Reads one page: the session, the order or None for the query's own, where to continue, how many rows."""

    def __call__(
        self, session: AsyncSession, order: Order | None, after: Key | None, limit: int
    ) -> Awaitable[Rows[R]]: ...


class TableFeed(QObject, Generic[R]):
    """Asks for the pages that a model wants. ``page_of`` makes the question of this moment: filter and search."""

    answered = Signal()
    slow = Signal()
    failed = Signal(object)  # QueryFault

    def __init__(
        self,
        model: PagedTableModel[R],
        queries: QueryRunner,
        page_of: Callable[[], PageOf[R]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._queries = queries
        self._page_of = page_of
        model.page_wanted.connect(self._ask)

    def stop(self) -> None:
        """Drop what is open: the rows belong to another database now."""
        for purpose in Purpose:
            self._queries.forget(self, purpose.value)

    def _ask(self, request: PageRequest) -> None:
        if request.purpose is Purpose.FIRST:
            self._queries.forget(self, Purpose.MORE.value)
            self._queries.forget(self, Purpose.REFRESH.value)
        order = Order(request.sort, request.descending) if request.sort is not None else None
        question = partial(_one_page, self._page_of(), order, request)
        self._queries.ask(
            self,
            request.purpose.value,
            question,
            partial(self._take, request),
            failed=partial(self._fail, request),
            slow=self.slow.emit,
        )

    def _take(self, request: PageRequest, rows: Rows[R]) -> None:
        self._model.take(request, rows.rows, rows.next_key)
        self.answered.emit()

    def _fail(self, request: PageRequest, fault: QueryFault) -> None:
        self._model.failed(request)
        self.failed.emit(fault)


async def _one_page(page_of: PageOf[R], order: Order | None, request: PageRequest, session: AsyncSession) -> Rows[R]:
    return await page_of(session, order, request.after, request.limit)


def remember_columns(table: DataTable, settings: Remembers, name: str) -> None:
    """Widths and hidden columns of last time."""

    def load() -> str:
        return settings.get(declared.COLUMNS).get(name, "")

    table.remember(load, partial(settings.put, declared.COLUMNS, name))


def remember_splitter(splitter: Splitter, settings: Remembers, name: str) -> None:
    """Sizes of last time."""

    def load() -> str:
        return settings.get(declared.SPLITTERS).get(name, "")

    splitter.remember(load, partial(settings.put, declared.SPLITTERS, name))


def fit_column(table: DataTable, key: str, most: int) -> None:
    """Make a column as wide as its longest text of the first rows, up to ``most``; it never becomes narrower."""
    at = table.rows.column_at(key)
    column = table.rows.columns[at]
    metrics = QFontMetrics(font(code=column.code))
    texts = (column.text(row) for row in table.rows.rows[:_SAMPLE])
    wanted = max((metrics.horizontalAdvance(words) for words in texts), default=0) + _CELL
    if min(wanted, most) > table.columnWidth(at) and not table.isColumnHidden(at):
        table.horizontalHeader().resizeSection(at, min(wanted, most))
