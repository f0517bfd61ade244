"""What stands where in a list: filters, the table or why there is none, and the detail at its side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget
from typing_extensions import override

from inventory_app.ui.models.paged_table import State
from inventory_app.ui.theme import Size
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.empty_state import EmptyState
from inventory_app.ui.widgets.layout import Part, box, column, rule
from inventory_app.ui.widgets.page import inset
from inventory_app.ui.widgets.splitter import Splitter
from inventory_app.ui.widgets.table import DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from inventory_app.ui.list_page.filters import Filters
    from inventory_app.ui.models.paged_table import PagedTableModel
    from inventory_app.ui.widgets.detail_panel import DetailPanel

WIDE = 1600  # from this width of the window on the table shows more columns


class ListFrame(QFrame):
    """Nothing at all yet, nothing that fits the filter, out of reach: each looks its own way."""

    def __init__(
        self,
        model: PagedTableModel[Any],
        name: str,
        *,
        detail: DetailPanel,
        nothing_yet: EmptyState,
        filters: Filters | None = None,
    ) -> None:
        super().__init__()
        self.model = model
        self.filters = filters
        self.detail = detail
        self.nothing_yet = nothing_yet
        self._wide_columns: tuple[str, ...] = ()
        self.is_wide = False
        self.table = DataTable(model, name)
        model.setParent(self.table)
        self.no_match = EmptyState(
            "filter",
            translate("Lists", "No rows match"),
            translate("Lists", "The filter leaves nothing over."),
            link_words=translate("Lists", "Clear the filter"),
        )
        self.no_answer = EmptyState(
            "offline", translate("Lists", "Nothing to show yet"), translate("Lists", "The database has not answered.")
        )
        self._over_table = QStackedWidget()
        for part in (inset(self.table), self.no_match, self.no_answer):
            self._over_table.addWidget(part)
        self._put_together()

    def _put_together(self) -> None:
        above: tuple[Part, ...] = (self.filters, rule()) if self.filters is not None else ()
        left = box(column(*above, (self._over_table, 1), spacing=0), "surface")
        self.splitter = Splitter(left, self.detail, name=f"splitter-{self.table.objectName()}")
        # It may be narrower than the widest filter row wants: the window's smallest size is what counts.
        self.splitter.setSizes([Size.WINDOW[0] - Size.NAV - Size.DETAIL, Size.DETAIL])
        self._whole = QStackedWidget()
        self._whole.addWidget(self.splitter)
        self._whole.addWidget(self.nothing_yet)
        self.setLayout(column(self._whole, spacing=0))
        if self.filters is not None:
            self.no_match.chosen.connect(self.filters.clear)
            self.filters.columns_button.clicked.connect(self._show_columns)

    def ways_by_key(self, **ways: str) -> None:
        """Shortcuts of the ways out; they hold while there is nothing yet."""
        for way, keys in ways.items():
            shortcut = QShortcut(QKeySequence(keys), self.nothing_yet)
            shortcut.activated.connect(partial(self.nothing_yet.chosen.emit, way))

    # --------------------------------------------------------------------------------------------- states

    def show_state(self, state: State, *, filtered: bool) -> None:
        """The table, or why there is none."""
        self._whole.setCurrentIndex(1 if state is State.EMPTY and not filtered else 0)
        self._over_table.setCurrentIndex({State.EMPTY: 1, State.FAILED: 2}.get(state, 0))

    @property
    def shows_rows(self) -> bool:
        return self._whole.currentIndex() == 0 and self._over_table.currentIndex() == 0

    @property
    def shows_nothing_yet(self) -> bool:
        return self._whole.currentIndex() == 1

    def take_focus(self) -> None:
        """Where work begins: the table, or the first way out while there is nothing."""
        if self.shows_nothing_yet:
            self.nothing_yet.focus_first()
        else:
            self.table.setFocus()

    # -------------------------------------------------------------------------------------------- columns

    def widen_with(self, *keys: str) -> None:
        """Columns that are shown while the window is wide, unless the person has chosen otherwise."""
        self._wide_columns = keys
        self._show_wide_columns()

    def _show_wide_columns(self) -> None:
        for key in self._wide_columns:
            self.table.columns.propose(key, shown=self.is_wide)

    def _show_columns(self) -> None:
        if self.filters is not None:
            button = self.filters.columns_button
            self.table.columns.show_menu(button.mapToGlobal(button.rect().bottomLeft()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.window().width() >= WIDE
        if wide != self.is_wide:
            self.is_wide = wide
            self._show_wide_columns()
