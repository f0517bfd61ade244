"""The activity panel: what became of every action. Closed it is one line with the latest outcome."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QListView,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QWidget,
)
from typing_extensions import override

from inventory_app.ui.models.columns import ROW_ROLE
from inventory_app.ui.theme import OutcomeLook, Size, Space, icon
from inventory_app.ui.theme.formats import number
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.activity_rows import ActivityDelegate, ActivityModel, ActivityRow, Show
from inventory_app.ui.widgets.badge import Badge
from inventory_app.ui.widgets.buttons import Button, chip, link, quiet
from inventory_app.ui.widgets.labels import ElidedLabel, kbd, text
from inventory_app.ui.widgets.layout import box, column, row

CLOSED = Size.ACTIVITY_LINE  # the hairline above is the splitter's
LEAST = Size.ACTIVITY_HEAD + 3 * Size.ROW
USUAL = Size.ACTIVITY_HEAD + 8 * Size.ROW


class _Rows(QListView):
    """The list: links follow the mouse, Enter opens the details, the menu key shows everything that can be
    done.
    """

    action_chosen = Signal(object, str)  # ActivityRow, key of the action
    opened = Signal(object)

    def __init__(self, model: ActivityModel) -> None:
        super().__init__()
        self._delegate = ActivityDelegate(self)
        self.setProperty("kind", "rows")
        self.setObjectName("activity-rows")
        self.setAccessibleName(translate("Activity", "Activity"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def _over_link(self, at: QPoint) -> ActivityRow | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        found: ActivityRow = index.data(ROW_ROLE)
        return found if self._delegate.link_rect(found, self.visualRect(index)).contains(at) else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._over_link(event.position().toPoint())
        hovered = over.number if over is not None else -1
        if hovered != self._delegate.hovered:
            self._delegate.hovered = hovered
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if over is not None else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        over = self._over_link(event.position().toPoint())
        if over is not None and event.button() == Qt.MouseButton.LeftButton:
            self.action_chosen.emit(over, over.actions[0].key)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.indexAt(at).isValid() and self._over_link(at) is None:
            self._opened(self.indexAt(at))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _opened(self, index: QModelIndex) -> None:
        found: ActivityRow = index.data(ROW_ROLE)
        self.opened.emit(found)

    def _menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            index = self.currentIndex()
        if not index.isValid():
            return
        found: ActivityRow = index.data(ROW_ROLE)
        menu = QMenu(self)
        menu.setObjectName("activity-menu")
        for one in found.actions:
            action = menu.addAction(icon(one.icon_name), one.words) if one.icon_name else menu.addAction(one.words)
            action.triggered.connect(partial(self.action_chosen.emit, found, one.key))
        details = menu.addAction(translate("Activity", "Details…"))
        details.triggered.connect(partial(self.opened.emit, found))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(at))


class ActivityPanel(QFrame):
    """Shows the rows of an `ActivityModel`. The window gives it its place and height."""

    action_chosen = Signal(object, str)  # ActivityRow, key of the action
    opened = Signal(object)  # ActivityRow: its details
    toggled = Signal(bool)

    def __init__(self, model: ActivityModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._open = False
        self.setObjectName("activity")
        self.setAccessibleName(translate("Activity", "Activity panel"))
        self._line_row: ActivityRow | None = None
        self._stack = QStackedLayout(self)  # at once: what it shows without a parent flashes as a window
        self._stack.addWidget(self._make_line())
        self._stack.addWidget(self._make_list())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        model.counted.connect(self._counts)
        self._counts()
        self.set_open(False)

    # -------------------------------------------------------------------------------------------- its two
    # forms

    def _make_line(self) -> QFrame:
        self._badge = Badge(OutcomeLook.COMMITTED)
        self._title = ElidedLabel()
        self._sentence = ElidedLabel("", "caption")
        self._link = link(translate("Activity", "Undo"), name=translate("Activity", "Act on the latest action"))
        self._link.setObjectName("activity-line-action")
        self._link.clicked.connect(self._line_chosen)
        self._nothing = text(translate("Activity", "Nothing done yet"), "caption")
        self._need = text("", "caption", "refused")
        show = quiet(
            "",
            "chevron-up",
            tip=translate("Activity", "Show activity ({keys})").format(keys=native_keys("Ctrl+J")),
            name=translate("Activity", "Show activity"),
        )
        show.clicked.connect(self.toggle)
        parts = (self._badge, self._title, self._sentence, self._link, self._nothing)
        line = row(
            text(translate("Activity", "Activity"), "strong"), Space.S, *parts, None, self._need, kbd("Ctrl+J"), show,
            margins=(Space.L, 0, Space.S, 0),
        )  # fmt: skip
        return box(line, "surface", height=Size.ACTIVITY_LINE)

    def _make_list(self) -> QFrame:
        self._chips: dict[Show, Button] = {}
        group = QButtonGroup(self)
        for show in Show:
            one = chip(show.words, checked=show is Show.ALL)
            one.setObjectName(f"activity-{show.name.lower().replace('_', '-')}")
            one.clicked.connect(partial(self._choose, show))
            group.addButton(one)
            self._chips[show] = one
        hide = quiet(
            "",
            "chevron-down",
            tip=translate("Activity", "Hide activity ({keys})").format(keys=native_keys("Ctrl+J")),
            name=translate("Activity", "Hide activity"),
        )
        hide.clicked.connect(self.toggle)
        head = row(
            text(translate("Activity", "Activity"), "strong"), Space.S, *self._chips.values(), None,
            kbd("Ctrl+J"), hide,
            margins=(Space.L, 0, Space.S, 0),
        )  # fmt: skip
        self.rows = _Rows(self.model)
        self.rows.action_chosen.connect(self.action_chosen)
        self.rows.opened.connect(self.opened)
        return box(column(box(head, "surface", height=Size.ACTIVITY_HEAD), (self.rows, 1), spacing=0), "surface")

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        self._open = is_open
        self._stack.setCurrentIndex(int(is_open))
        self.setMinimumHeight(LEAST if is_open else CLOSED)
        self.setMaximumHeight(16_777_215 if is_open else CLOSED)
        self.toggled.emit(is_open)

    def toggle(self) -> None:
        self.set_open(not self._open)
        if self._open:
            self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_only(self, show: Show) -> None:
        """Open the panel with some of its rows."""
        self._chips[show].setChecked(True)
        self._choose(show)
        self.set_open(True)

    def _choose(self, show: Show, _checked: bool = False) -> None:
        self.model.show_only(show)

    def _line_chosen(self) -> None:
        if self._line_row is not None and self._line_row.actions:
            self.action_chosen.emit(self._line_row, self._line_row.actions[0].key)

    def _counts(self) -> None:
        for show, one in self._chips.items():
            count = self.model.count(show)
            one.set_words(f"{show.words} {number(count)}" if count else show.words)
        need = self.model.count(Show.NEEDS_YOU)
        waiting = translate("Activity", "{count} need(s) you", count=need).format(count=number(need))
        self._need.setText(waiting if need else "")
        newest = self.model.newest()
        if newest is not self._line_row or newest is None:
            self._show_line(newest)

    def _show_line(self, newest: ActivityRow | None) -> None:
        self._line_row = newest
        for part in (self._badge, self._title, self._sentence):
            part.setVisible(newest is not None)
        self._nothing.setVisible(newest is None)
        self._link.setVisible(newest is not None and bool(newest.actions))
        if newest is None:
            return
        self._badge.show_outcome(newest.look)
        self._title.set_words(newest.title)
        self._sentence.set_words(" · ".join(part for part in (newest.sentence, newest.took) if part))
        if newest.actions:
            self._link.set_words(newest.actions[0].words)
