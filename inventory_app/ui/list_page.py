"""The page of a list, which Products and Stock share: table with filters, detail at its side, and all its states.

Nothing at all yet, nothing that fits the filter, out of reach, old figures, refreshing: each looks its own way.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from inventory_app.ui.models.paged_table import PagedTableModel, State
from inventory_app.ui.table_feed import Remembers, TableFeed, remember_columns, remember_splitter
from inventory_app.ui.theme import Size, formats
from inventory_app.ui.widgets.empty_state import EmptyState
from inventory_app.ui.widgets.layout import Part, box, column, rule
from inventory_app.ui.widgets.page import Page, filter_row, inset
from inventory_app.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from inventory_app.actions.outcome import Topic
    from inventory_app.ui.runtime.action_runner import ActionRunner
    from inventory_app.ui.runtime.health import Health, HealthMonitor
    from inventory_app.ui.runtime.query_runner import QueryFault, QueryRunner
    from inventory_app.ui.screen import Navigator
    from inventory_app.ui.widgets.table import DataTable

T = TypeVar("T")
WIDE = 1600  # from this width of the window on the table shows more columns


class ScreenParts(Protocol):
    """The part of `screen.Collaborators` that these screens work with."""

    @property
    def actions(self) -> ActionRunner: ...
    @property
    def queries(self) -> QueryRunner: ...
    @property
    def health(self) -> HealthMonitor: ...
    @property
    def settings(self) -> Remembers: ...
    @property
    def navigator(self) -> Navigator: ...


class ListPage(Page):
    """A page around one table. The presenter fills it; ``fresh_wanted`` asks it for what is shown, again."""

    fresh_wanted = Signal()
    entered = Signal()

    def __init__(self, title: str, *actions: QWidget) -> None:
        super().__init__(title, "", *actions)
        self._wide_columns: tuple[str, ...] = ()
        self._is_wide = False

    def build(self, table: DataTable, filters: Sequence[Part], detail: QWidget, nothing_yet: EmptyState) -> None:
        """Put the parts in their places."""
        self.table = table
        self.no_match = EmptyState(
            "filter", "No rows match", "The filter leaves nothing over.", link_words="Clear the filter"
        )
        self.no_answer = EmptyState("offline", "Nothing to show yet", "The database has not answered.")
        self.nothing_yet = nothing_yet
        self._over_table = QStackedWidget()
        for part in (inset(table), self.no_match, self.no_answer):
            self._over_table.addWidget(part)
        left = box(column(filter_row(*filters), rule(), (self._over_table, 1), spacing=0), "surface")
        self.splitter = Splitter(left, detail, name=f"splitter-{self.head.title.lower()}")
        # It may be narrower than the widest filter row wants: the window's smallest size is what counts.
        self.splitter.setSizes([Size.WINDOW[0] - Size.NAV - Size.DETAIL, Size.DETAIL])
        self._body = QStackedWidget()
        self._body.addWidget(self.splitter)
        self._body.addWidget(nothing_yet)
        self.set_body(self._body)

    def ways_by_key(self, **ways: str) -> None:
        """Shortcuts of the ways out; they hold while there is nothing yet."""
        for way, keys in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self.nothing_yet)
            shortcut.activated.connect(partial(self.nothing_yet.chosen.emit, way))

    def remember(self, settings: Remembers, name: str) -> None:
        remember_columns(self.table, settings, name)
        remember_splitter(self.splitter, settings, name)

    def show_state(self, state: State, *, filtered: bool) -> None:
        """The table, or why there is none."""
        if state in (State.ROWS, State.LOADING):
            self._body.setCurrentIndex(0)
            self._over_table.setCurrentIndex(0)
        elif state is State.FAILED:
            self._body.setCurrentIndex(0)
            self._over_table.setCurrentIndex(2)
        else:
            self._body.setCurrentIndex(0 if filtered else 1)
            self._over_table.setCurrentIndex(1)

    @property
    def shows_rows(self) -> bool:
        return self._body.currentIndex() == 0 and self._over_table.currentIndex() == 0

    @property
    def shows_nothing_yet(self) -> bool:
        return self._body.currentIndex() == 1

    def show_detail(self, shown: bool) -> None:
        """The panel is blank while there is no current row."""
        area = self.splitter.findChild(QScrollArea, "detail-scroll")
        content = area.widget() if isinstance(area, QScrollArea) else None
        if content is not None:
            content.setVisible(shown)

    @property
    def is_wide(self) -> bool:
        return self._is_wide

    def widen_with(self, *keys: str) -> None:
        """Columns that are shown while the window is wide."""
        self._wide_columns = keys
        if self._is_wide:
            self._show_wide_columns()

    @override
    def refresh(self) -> None:
        self.fresh_wanted.emit()

    @override
    def enter(self) -> None:
        self.entered.emit()
        if self.shows_nothing_yet:
            first = self.nothing_yet.findChild(QFrame, "way-imports")
            if isinstance(first, QWidget):
                first.setFocus()
        else:
            self.table.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.window().width() >= WIDE
        if wide != self._is_wide:
            self._is_wide = wide
            self._show_wide_columns()

    def _show_wide_columns(self) -> None:
        for key in self._wide_columns:
            self.table.setColumnHidden(self.table.rows.column_at(key), not self._is_wide)


class ListPresenter(QObject):
    """What the presenters of these pages have in common: when to ask again, and how fresh the rows are.

    Subclasses connect their filters to `filter_changed`, and say by `caption` how much there is.
    """

    topics: frozenset[Topic] = frozenset()

    def __init__(self, page: ListPage, model: PagedTableModel[Any], parts: ScreenParts) -> None:
        super().__init__(page)
        self.page = page
        self.model = model
        self.parts = parts
        self._database = parts.queries.database
        self._asked = False  # anything at all, ever
        self._old = False  # something was saved while the page was not in front
        self._answered_at: datetime | None = None
        self._refreshing = False
        page.fresh_wanted.connect(self.refresh)
        page.entered.connect(self._entered)
        parts.actions.touched.connect(self._touched)
        parts.health.changed.connect(self._health_changed)
        parts.health.came_back.connect(self._came_back)
        model.state_changed.connect(self._show_state)

    def follow(self, feed: TableFeed[Any]) -> None:
        """Tell in the caption what this feed does."""
        self._feed = feed
        feed.answered.connect(self._answered)
        feed.slow.connect(self._slow)
        feed.failed.connect(self._failed)

    # ------------------------------------------------------------------------------------- for subclasses

    def is_filtered(self) -> bool:
        return False

    def caption(self) -> str:
        """How much there is: "1,248 levels · value € 84,312.40"."""
        return ""

    def ask_around(self) -> None:
        """Ask for what stands around the table: totals, choices of the filters, the detail."""

    def forget(self) -> None:
        """Another database is in use: nothing that is shown holds any more."""

    # ------------------------------------------------------------------------------------------- refreshing

    def filter_changed(self) -> None:
        """Start from the top with another question."""
        self._asked = True
        self.model.restart()
        self.ask_around()

    def refresh(self) -> None:
        """Ask again for what is shown; all is forgotten first when another database is in use."""
        if self.parts.queries.database is not self._database:
            self._database = self.parts.queries.database
            self._answered_at = None
            self._feed.stop()
            self.model.clear()
            self.forget()
        self._asked, self._old = True, False
        self.model.refresh()
        self.ask_around()

    def _entered(self) -> None:
        if not self._asked or self._old or self.parts.queries.database is not self._database:
            self.refresh()

    def _touched(self, topics: frozenset[Topic]) -> None:
        if not topics & self.topics:
            return
        if self.page.isVisible():
            self.refresh()
        else:
            self._old = True

    def _came_back(self) -> None:
        self._old = self._old or not self.page.isVisible()  # the window refreshes the page in front

    # -------------------------------------------------------------------------------------------- freshness

    def _answered(self) -> None:
        self._answered_at = datetime.now(UTC)
        self._refreshing = False
        self.model.set_stale(False)
        self._show_state()

    def _slow(self) -> None:
        self._refreshing = True
        self.show_caption()

    def _failed(self, fault: QueryFault) -> None:
        self._refreshing = False
        self.model.set_stale(True)
        self.page.no_answer.setAccessibleDescription(fault.message)
        self._show_state()

    def _health_changed(self, health: Health) -> None:
        if not health.reachable and not self.model.stale:
            self.model.set_stale(True)
            self.show_caption()

    def _show_state(self, _state: object = None) -> None:
        self.page.show_state(self.model.state, filtered=self.is_filtered())
        self.show_caption()

    def show_caption(self) -> None:
        """How much, and how fresh."""
        if self.model.stale and self._answered_at is not None:
            self.page.head.set_caption(f"as of {formats.clock(self._answered_at)}")
            return
        fresh = "refreshing…" if self._refreshing else "live" if self._answered_at is not None else ""
        self.page.head.set_caption(" · ".join(part for part in (self.caption(), fresh) if part))
