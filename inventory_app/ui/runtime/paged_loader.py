"""Joins a paged table to a query: each page in a session of its own, newer questions replace older ones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from inventory_app.queries.page import Page
    from inventory_app.ui.models.paged_table import PagedTableModel, PageRequest
    from inventory_app.ui.runtime.query_runner import QueryFault, QueryRunner

R = TypeVar("R")
Fetch: TypeAlias = "Callable[[AsyncSession, PageRequest], Awaitable[Page[R]]]"


class PagedLoader(QObject, Generic[R]):
    """Lives as long as the model, its parent. ``fetch`` reads the filter of its screen when it is called."""

    slow = Signal()  # no answer after 400 ms: the caption says "refreshing…"
    loaded = Signal()  # an answer is in the table
    failed = Signal(object)  # QueryFault

    def __init__(self, model: PagedTableModel[R], queries: QueryRunner, fetch: Fetch[R]) -> None:
        super().__init__(model)
        self._model = model
        self._queries = queries
        self._fetch = fetch
        model.page_wanted.connect(self._load)

    def _load(self, request: PageRequest) -> None:
        self._queries.ask(
            self,
            request.purpose.value,
            partial(self._question, request),
            partial(self._answered, request),
            failed=partial(self._failed, request),
            slow=self.slow.emit,
        )

    async def _question(self, request: PageRequest, session: AsyncSession) -> Page[R]:
        return await self._fetch(session, request)

    def _answered(self, request: PageRequest, page: Page[R]) -> None:
        self._model.take(request, page.rows, page.next_key)
        self.loaded.emit()

    def _failed(self, request: PageRequest, fault: QueryFault) -> None:
        self._model.failed(request)
        self.failed.emit(fault)
