"""Joins a paged table to a query: each page in a session of its own, newer questions replace older ones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from inventory_app.queries.page import Order
from inventory_app.ui.models.paged_table import Key, Purpose

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from inventory_app.queries.page import Page
    from inventory_app.ui.models.paged_table import PagedTableModel, PageRequest
    from inventory_app.ui.runtime.query_runner import QueryFault, QueryRunner

R = TypeVar("R")


class PageOf(Protocol[R]):
    """Reads one page: in this order or the query's own, continuing after this key, at most so many rows."""

    def __call__(
        self, session: AsyncSession, /, *, order: Order | None, after: Key | None, limit: int
    ) -> Awaitable[Page[R]]: ...


class PagedLoader(QObject, Generic[R]):
    """Lives as long as the model, its parent. ``question`` is made for each page, with the filter of that moment."""

    slow = Signal()  # no answer after 400 ms: the caption says "refreshing…"
    loaded = Signal()  # an answer is in the table
    failed = Signal(object)  # QueryFault

    def __init__(self, model: PagedTableModel[R], queries: QueryRunner, question: Callable[[], PageOf[R]]) -> None:
        super().__init__(model)
        self._model = model
        self._queries = queries
        self._question = question
        model.page_wanted.connect(self._load)

    def stop(self) -> None:
        """Drop what is open: the rows belong to another database now."""
        for purpose in Purpose:
            self._queries.forget(self, purpose.value)

    def _load(self, request: PageRequest) -> None:
        if request.purpose is Purpose.FIRST:
            self.stop()
        ask = self._queries.refresh if request.purpose is Purpose.REFRESH else self._queries.ask
        ask(
            self,
            request.purpose.value,
            partial(_one_page, self._question(), request),
            partial(self._answered, request),
            failed=partial(self._failed, request),
            slow=self.slow.emit,
        )

    def _answered(self, request: PageRequest, page: Page[R]) -> None:
        self._model.take(request, page.rows, page.next_key)
        self.loaded.emit()

    def _failed(self, request: PageRequest, fault: QueryFault) -> None:
        self._model.failed(request)
        self.failed.emit(fault)


async def _one_page(page_of: PageOf[R], request: PageRequest, session: AsyncSession) -> Page[R]:
    order = Order(request.sort, request.descending) if request.sort is not None else None
    return await page_of(session, order=order, after=request.after, limit=request.limit)
