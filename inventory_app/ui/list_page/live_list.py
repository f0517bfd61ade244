"""A list that stays true: it asks when it is shown and when something was saved, and says how fresh its rows are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from typing_extensions import override

from inventory_app.settings import declared
from inventory_app.ui.list_page.exporting import Exported, offer_export
from inventory_app.ui.list_page.frame import ListFrame
from inventory_app.ui.list_page.remembering import entry
from inventory_app.ui.models.paged_table import PagedTableModel, State
from inventory_app.ui.runtime.paged_loader import PagedLoader
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from inventory_app.actions.outcome import Topic
    from inventory_app.ui.list_page.filters import Filters
    from inventory_app.ui.models.columns import Column
    from inventory_app.ui.runtime.health import Health
    from inventory_app.ui.runtime.paged_loader import PageOf
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screen import Collaborators
    from inventory_app.ui.widgets.detail_panel import DetailPanel
    from inventory_app.ui.widgets.empty_state import EmptyState

R = TypeVar("R")


@dataclass(frozen=True)
class Source(Generic[R]):
    """Where the rows of a list come from. ``question`` makes the one of this moment: filter and search are in it.

    ``topics`` are what makes the rows old when it is saved; None is everything.
    """

    columns: Sequence[Column[R]]
    key: Callable[[R], object]
    question: Callable[[], PageOf[R]]
    topics: frozenset[Topic] | None
    counted: Callable[[int], str] | None = None  # "12 orders"; where it is None the screen sets that of the list
    exported: Exported | None = None


class LiveList(ListFrame, Generic[R]):
    """Asks when it is shown, and again when something was saved; while it is hidden it only notes that it must.

    ``counted`` may be replaced by a screen that knows more than how many rows are loaded.
    """

    captioned = Signal(str)  # what the head says of it: "12 orders · live", "12 orders · as of 10:38"
    current_changed = Signal(object)  # the row or None; also when what the row says may have changed
    opened = Signal(object)
    asking = Signal()  # rows are asked for; what stands around them has to be asked for as well
    loaded = Signal()  # an answer is in the table
    forgotten = Signal()  # another database is in use: nothing that was shown holds any more

    def __init__(
        self,
        with_: Collaborators,
        name: str,
        source: Source[R],
        *,
        detail: DetailPanel,
        nothing_yet: EmptyState,
        filters: Filters | None = None,
    ) -> None:
        model: PagedTableModel[R] = PagedTableModel(source.columns, source.key)
        super().__init__(model, name, detail=detail, nothing_yet=nothing_yet, filters=filters)
        self._with = with_
        self._source = source
        self._database = with_.queries.database
        self._wanted = True  # nothing was asked yet, or what is shown is old
        self._narrow = False  # the question that was asked last
        self._refreshing = False
        self._seen_at: datetime | None = None
        self._loader = PagedLoader(model, with_.queries, self._question)
        self.counted: Callable[[], str] = self._loaded_words
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
        self._with.health.came_back.connect(self._came_back)
        if self.filters is not None:
            self.filters.changed.connect(self.restart)
        if self._source.exported is not None:
            offer_export(self, self._with, self._source.exported)

    def remember(self, name: str) -> None:
        """Keep columns, order and the place of the splitter in the settings."""
        self.table.columns.remember(*entry(self._with.settings, declared.COLUMNS, name))
        self.splitter.remember(*entry(self._with.settings, declared.SPLITTERS, name))

    @property
    def current(self) -> R | None:
        """The row that the cursor is on."""
        row: R | None = self.table.current_row
        return row

    # --------------------------------------------------------------------------------------------- asking

    def restart(self) -> None:
        """Another question, from the top: the filter has changed."""
        self._wanted = False
        self.model.restart()
        self.asking.emit()

    def refresh(self) -> None:
        """Ask again for what is shown, now or when it comes to the front."""
        if self._with.queries.database is not self._database:
            self._forget()
        self._wanted = not self.isVisible()
        if not self._wanted:
            self.model.refresh()
            self.asking.emit()

    def _forget(self) -> None:
        self._database = self._with.queries.database
        self._seen_at = None
        self._loader.stop()
        if self.filters is not None:
            self.filters.forget()
        self.model.clear()
        self.forgotten.emit()

    def _question(self) -> PageOf[R]:
        self._narrow = self.filters is not None and self.filters.narrow
        return self._source.question()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted or self._with.queries.database is not self._database:
            self.refresh()

    def _touched(self, topics: frozenset[Topic]) -> None:
        if self._source.topics is None or topics & self._source.topics:
            self.refresh()

    def _came_back(self) -> None:
        self._wanted = self._wanted or not self.isVisible()  # the window refreshes the page in front

    # ------------------------------------------------------------------------------------------ freshness

    def _loaded(self) -> None:
        self._seen_at = datetime.now(UTC)
        self._refreshing = False
        self.model.set_stale(False)
        self._show_state(self.model.state)
        self.loaded.emit()

    def _slow(self) -> None:
        self._refreshing = True
        self.show_caption()

    def _failed(self, fault: QueryFault) -> None:
        self._refreshing = False
        self.no_answer.set_why(fault.message)
        self.model.set_stale(True)
        self._show_state(self.model.state)

    def _health_changed(self, health: Health) -> None:
        if not health.reachable:
            self.model.set_stale(True)
            self.show_caption()

    def _show_state(self, state: State) -> None:
        self.show_state(state, filtered=self._narrow)
        self.show_caption()

    def show_caption(self) -> None:
        """How much, and how fresh."""
        fresh = ""
        if self._seen_at is not None:
            fresh = (
                translate("Lists", "as of {seen_at}").format(seen_at=formats.moment(self._seen_at, datetime.now(UTC)))
                if self.model.stale
                else translate("Lists", "live")
            )
        if self._refreshing:
            fresh = translate("Lists", "refreshing…")
        self.captioned.emit(" · ".join(part for part in (self.counted(), fresh) if part))

    def _loaded_words(self) -> str:
        count = self.model.rowCount()
        if not count or self._source.counted is None:
            return ""
        words = self._source.counted(count)
        return words if self.model.complete else translate("Lists", "more than {rows}").format(rows=words)
