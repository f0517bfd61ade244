"""A table over any number of rows: one keyset page at a time, asked for by signal, never blocking.

Rows are kept in blocks, each with the key that its page continues after. A refresh asks again only for the
blocks
that are on the screen; the others follow when they are scrolled to. So its cost does not grow with the table.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from inventory_app.ui.models.table_base import Index, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inventory_app.ui.models.columns import Column

R = TypeVar("R")
Key: TypeAlias = "tuple[object, ...]"

PAGE = 200


class Purpose(Enum):
    """Why a page is asked for."""

    FIRST = "first"  # of a new question; its answer replaces all rows
    MORE = "more"  # the person scrolls on
    REFRESH = "refresh"  # what is shown, again


class State(Enum):
    """What the table has to show."""

    LOADING = "loading"  # nothing yet
    EMPTY = "empty"
    ROWS = "rows"
    FAILED = "failed"  # nothing, and why is told elsewhere


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One question. ``sort`` is the query's name of the order, None for its own."""

    purpose: Purpose
    generation: int
    after: Key | None
    limit: int
    sort: str | None
    descending: bool


@dataclass(slots=True)
class _Block:
    """One page's rows begin at ``start``; ``old`` when they must be asked for again before they are shown."""

    start: int
    after: Key | None
    old: bool = False


class PagedTableModel(RowsModel[R]):
    """Answers to `page_wanted` come by `take`, or `failed`; answers to older questions are dropped."""

    page_wanted = Signal(object)  # PageRequest
    state_changed = Signal(object)  # State
    order_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], object],
        parent: QObject | None = None,
        *,
        page: int = PAGE,
    ) -> None:
        super().__init__(columns, key, parent)
        self._page = page
        self._blocks: list[_Block] = []
        self._next_key: Key | None = None
        self._generation = 0
        self._state = State.LOADING
        self._first: PageRequest | None = None  # what is open of each purpose
        self._more: PageRequest | None = None
        self._again: PageRequest | None = None
        self._visible = (0, 0)

    @property
    def state(self) -> State:
        return self._state

    @property
    def complete(self) -> bool:
        """Whether all rows are loaded."""
        return self._next_key is None and self._state in (State.ROWS, State.EMPTY)

    # ---------------------------------------------------------------------------------------------------
    # asking

    def restart(self) -> None:
        """A new question (filter, search, other database). The old rows stay until its first page is here."""
        self._generation += 1
        self._more = self._again = None
        self._first = self._request(Purpose.FIRST, None, self._page)
        self.page_wanted.emit(self._first)

    def clear(self) -> None:
        """Show nothing, at once: these rows belong to another database."""
        self._generation += 1
        self._first = self._more = self._again = None
        self._reset([], None)
        self._set_state(State.LOADING)

    def start_with_order(self, column_key: str, descending: bool) -> None:
        """The order of last time, before anything is asked."""
        if self._columns[self.column_at(column_key)].sort is not None:
            self._order = (column_key, descending)

    def sort_by(self, column_key: str, descending: bool) -> None:
        """Another order, by a column that declares one; starts from the top."""
        if self._columns[self.column_at(column_key)].sort is not None:
            self._sort((column_key, descending))

    def toggle_order(self, column_key: str) -> None:
        """What a click on the header does: ascending, then descending, then the query's own order again."""
        if self._order == (column_key, True):
            self._sort(None)
        else:
            self.sort_by(column_key, self._order == (column_key, False))

    def _sort(self, order: tuple[str, bool] | None) -> None:
        if order == self._order:
            return
        self._order = order
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.order_changed.emit()
        self.restart()

    def refresh(self) -> None:
        """The data may have changed: ask again for what is shown, keep rows, selection and scroll
        meanwhile.
        """
        if self._first is not None or not self._rows:
            self.restart()
            return
        for block in self._blocks:
            block.old = True
        self._again = None
        self._refresh_visible()

    def set_visible(self, first: int, last: int) -> None:
        """Told by the view when it scrolls."""
        self._visible = (first, last)
        if self._again is None and self._first is None:
            self._refresh_visible()

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next_key is not None and self._more is self._first is None

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._more = self._request(Purpose.MORE, self._next_key, self._page)
            self.page_wanted.emit(self._more)

    def _request(self, purpose: Purpose, after: Key | None, limit: int) -> PageRequest:
        sort, descending = None, False
        if self._order is not None:
            sort, descending = self._columns[self.column_at(self._order[0])].sort, self._order[1]
        return PageRequest(purpose, self._generation, after, limit, sort, descending)

    def _refresh_visible(self) -> None:
        at = next((n for n in self._shown_blocks() if self._blocks[n].old), None)
        if at is None:
            return
        size = self._end(at) - self._blocks[at].start
        # Before another block a page more: rows that came in between do not push the last ones out of sight.
        limit = size + self._page if at + 1 < len(self._blocks) else max(size, self._page)
        self._again = self._request(Purpose.REFRESH, self._blocks[at].after, limit)
        self.page_wanted.emit(self._again)

    def _shown_blocks(self) -> range:
        if not self._blocks:
            return range(0)
        starts = [block.start for block in self._blocks]
        first = max(bisect_right(starts, self._visible[0]) - 1, 0)
        last = max(bisect_right(starts, max(self._visible)) - 1, first)
        return range(first, last + 1)

    def _end(self, at: int) -> int:
        return self._blocks[at + 1].start if at + 1 < len(self._blocks) else len(self._rows)

    # --------------------------------------------------------------------------------------------------
    # answers

    def take(self, request: PageRequest, rows: Sequence[R], next_key: Key | None) -> None:
        """The answer to a request."""
        if request.generation != self._generation:
            return
        if request is self._first:
            self._first = None
            self.about_to_refresh.emit()
            self._reset(list(rows), next_key)
            self._set_state(State.ROWS if self._rows else State.EMPTY)
            self.refreshed.emit()
        elif request is self._more:
            # Before the rows: a view asks for the next page from within their insertion.
            self._more, self._next_key = None, next_key
            self._blocks.append(_Block(len(self._rows), request.after))
            self._insert(len(self._rows), list(rows))
        elif request is self._again:
            self._take_again(request, list(rows), next_key)
            self._again = None
            self._refresh_visible()
        elif request == self._again:
            # The same was asked for meanwhile: this answer is shown, and the newer one is still to come.
            self._take_again(request, list(rows), next_key)

    def failed(self, request: PageRequest) -> None:
        """No answer. What is shown stays; a table that has nothing says so."""
        if request.generation != self._generation:
            return
        if request is self._first:
            self._first = None
        elif request is self._more:
            self._more = None
        elif request is self._again:
            self._again = None
        if not self._rows:
            self._set_state(State.FAILED)

    def _reset(self, rows: list[R], next_key: Key | None) -> None:
        self.beginResetModel()
        self._rows = rows
        self._blocks = [_Block(0, None)] if rows else []
        self._next_key = next_key
        self._visible = (0, 0)
        self.endResetModel()

    def _take_again(self, request: PageRequest, rows: list[R], next_key: Key | None) -> None:
        at = next((n for n, block in enumerate(self._blocks) if block.after == request.after), None)
        if at is None:
            return
        start, end = self._blocks[at].start, self._end(at)
        following = self.key_at(end) if at + 1 < len(self._blocks) else None
        cut = next((n for n, row in enumerate(rows) if self._key(row) == following), None)
        self.about_to_refresh.emit()
        if following is not None and cut is not None:
            rows = rows[:cut]
        else:
            # The last block, or the next one moved away: what comes after is asked for when it is scrolled
            # to.
            del self._blocks[at + 1 :]
            end = len(self._rows)
            self._next_key, self._more = next_key, None
        self._replace(start, end, rows)
        self._blocks[at].old = False
        shift = start + len(rows) - end
        for block in self._blocks[at + 1 :]:
            block.start += shift
        if not self._rows:
            self._blocks = []
        self._set_state(State.ROWS if self._rows else State.EMPTY)
        self.refreshed.emit()

    def _set_state(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)
