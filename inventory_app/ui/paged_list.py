"""A paged list as most screens have one: the table, what stands in its place when it is empty, and how fresh it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget
from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.settings import declared
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.paged_table import PagedTableModel, State
from inventory_app.ui.runtime.health import Health
from inventory_app.ui.runtime.paged_loader import Fetch, PagedLoader
from inventory_app.ui.runtime.query_runner import QueryFault
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.theme import formats
from inventory_app.ui.widgets.page import inset
from inventory_app.ui.widgets.table import DataTable

R = TypeVar("R")


class PagedList(QFrame, Generic[R]):
    """Asks when it is shown, and again when ``topics`` were touched; hidden lists ask when they come to the front.

    ``captioned`` carries what the head says of it: "12 orders · live", "as of 10:38", "refreshing…".
    """

    captioned = Signal(str)
    current_changed = Signal(object)  # the row or None
    opened = Signal(object)

    def __init__(
        self,
        with_: Collaborators,
        name: str,
        columns: Sequence[Column[R]],
        key: Callable[[R], object],
        fetch: Fetch[R],
        *,
        topics: frozenset[Topic] | None,
    ) -> None:
        super().__init__()
        self._with = with_
        self._topics = topics
        self._noun = name.lower()
        self._database = with_.queries.database
        self._filtered: Callable[[], bool] = _never
        self._wanted = True  # nothing was asked yet, or what is shown is old
        self._seen_at: datetime | None = None
        self._freshness = ""
        self.model: PagedTableModel[R] = PagedTableModel(columns, key, self)
        self._loader = PagedLoader(self.model, with_.queries, fetch)
        self.table = DataTable(self.model, name)
        self._stack = QStackedLayout(self)  # at once: what it shows without a parent flashes as a window
        self._stack.addWidget(inset(self.table))
        self._connect()

    def _connect(self) -> None:
        self.table.current_changed.connect(self.current_changed)
        self.table.opened.connect(self.opened)
        self.model.state_changed.connect(self._show_state)
        self._loader.loaded.connect(self._loaded)
        self._loader.slow.connect(self._slow)
        self._loader.failed.connect(self._failed)
        self._with.actions.touched.connect(self._touched)
        self._with.health.changed.connect(self._health_changed)
        self._with.health.came_back.connect(self.refresh)

    def instead(self, when_empty: QWidget, when_no_match: QWidget, filtered: Callable[[], bool]) -> None:
        """What is shown in the place of the table when there are no rows at all, and when a filter leaves none."""
        self._filtered = filtered
        self._stack.addWidget(when_empty)
        self._stack.addWidget(when_no_match)

    def remember(self, name: str) -> None:
        """Keep the widths and hidden columns in the settings."""
        settings = self._with.settings
        self.table.remember(
            lambda: settings.get(declared.COLUMNS).get(name, ""),
            lambda state: settings.put(declared.COLUMNS, name, state),
        )

    @property
    def current(self) -> R | None:
        """The row that the cursor is on."""
        row: R | None = self.table.current_row
        return row

    def restart(self) -> None:
        """Another question: the filter has changed."""
        self._wanted = False
        self.model.restart()

    def refresh(self) -> None:
        """Ask again for what is shown, now or when it comes to the front."""
        if self._with.queries.database is not self._database:  # nothing that is shown holds any more
            self._database = self._with.queries.database
            self._seen_at = None
            self.model.clear()
        if self.isVisible():
            self._wanted = False
            self.model.refresh()
        else:
            self._wanted = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted:
            self.refresh()

    def _touched(self, topics: frozenset[Topic]) -> None:
        if self._topics is None or topics & self._topics:
            self.refresh()

    def _loaded(self) -> None:
        self._seen_at = datetime.now(UTC)
        self.model.set_stale(False)
        self._say("live")
        self._show_state(self.model.state)

    def _slow(self) -> None:
        self._say("refreshing…")

    def _failed(self, fault: QueryFault) -> None:
        self._old()
        if not self.model.rowCount():
            self._say(fault.message)

    def _health_changed(self, health: Health) -> None:
        if not health.reachable:
            self._old()

    def _old(self) -> None:
        self.model.set_stale(True)
        if self._seen_at is not None:
            self._say(f"as of {formats.moment(self._seen_at, datetime.now(UTC))}")

    def _say(self, freshness: str) -> None:
        self._freshness = freshness
        count = self.model.rowCount()
        noun = self._noun.removesuffix("s")
        more = "" if self.model.complete or not count else "more than "
        counted = "" if not count else f"{more}{formats.counted(count, noun)} · "
        self.captioned.emit(counted + freshness)

    def _show_state(self, state: State) -> None:
        at = 0
        if state is State.EMPTY and self._stack.count() > 1:
            at = 2 if self._filtered() else 1
        self._stack.setCurrentIndex(at)


def _never() -> bool:
    return False


def remembered(with_: Collaborators, name: str) -> tuple[Callable[[], str], Callable[[str], None]]:
    """How a splitter loads and keeps its sizes under a name."""
    settings: Any = with_.settings
    return (
        lambda: settings.get(declared.SPLITTERS).get(name, ""),
        lambda state: settings.put(declared.SPLITTERS, name, state),
    )
