"""The frame that every screen shares: top bar, navigation, pages, activity panel, status bar."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from inventory_app.settings import declared
from inventory_app.settings.errors import SettingsNotSavedError
from inventory_app.ui.activity import ActivityPresenter, UndoOf, undo_of
from inventory_app.ui.closing import Closing
from inventory_app.ui.find import FindPresenter
from inventory_app.ui.navigation import Navigation
from inventory_app.ui.screen import Collaborators, Command, ScreenDeclaration, Shows
from inventory_app.ui.status import StatusPresenter
from inventory_app.ui.theme import Size
from inventory_app.ui.widgets.activity_panel import CLOSED, LEAST, ActivityPanel
from inventory_app.ui.widgets.activity_rows import ActivityModel
from inventory_app.ui.widgets.dropping import dropped_file
from inventory_app.ui.widgets.layout import box, column, row, rule
from inventory_app.ui.widgets.nav_rail import NavEntry, NavRail
from inventory_app.ui.widgets.page import Page
from inventory_app.ui.widgets.room import room_on
from inventory_app.ui.widgets.splitter import Splitter
from inventory_app.ui.widgets.status_bar import StatusBar
from inventory_app.ui.widgets.toast import Toast
from inventory_app.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from inventory_app.settings.declared import Option

_log = logging.getLogger(__name__)
TITLE = "Stockroom"
IMPORTS = "imports"


class MainWindow(QMainWindow):
    """Screens are declared; their pages are made when they are shown for the first time."""

    screen_changed = Signal(str)
    settings_wanted = Signal()  # the banner's "Settings…": show the database profiles
    closed = Signal()

    def __init__(self, with_: Collaborators, screens: Sequence[ScreenDeclaration], undo: UndoOf = undo_of) -> None:
        super().__init__()
        self._settings = with_.settings
        self._screens = {one.key: one for one in screens}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self.setObjectName("main-window")
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self._build(screens)
        self.activity = ActivityPresenter(with_.actions, self.panel, self.toast, undo, self)
        self.finder = FindPresenter(self.top.find_box, with_.queries, self._commands(screens), self)
        self.status = StatusPresenter(self.bar, with_.actions, with_.health, self)
        self.status.settings_wanted.connect(self.settings_wanted)
        self.status.came_back.connect(self.refresh_page)
        self._closing = Closing(self, with_)
        if isinstance(with_.navigator, Navigation):
            with_.navigator.wanted.connect(self.go)
            with_.navigator.told.connect(self.tell)
        self._add_shortcuts(screens)
        self._restore()

    # ------------------------------------------------------------------------------------------------ its
    # parts

    def _build(self, screens: Sequence[ScreenDeclaration]) -> None:
        self.top = TopBar(TITLE)
        self.nav = NavRail([NavEntry(s.key, s.title, s.icon_name, s.shortcut, s.at_foot) for s in screens])
        self.nav.chosen.connect(self.show_screen)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.panel = ActivityPanel(ActivityModel(self))
        self.panel.toggled.connect(self._panel_toggled)
        self.bar = StatusBar()
        above = box(column((self.stack, 1), spacing=0), "surface")
        self._splitter = Splitter(above, self.panel, vertical=True, name="activity-splitter")
        self._splitter.splitterMoved.connect(self._panel_moved)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(500)
        self._settle.timeout.connect(self._keep_panel)
        body = row(self.nav, rule(vertical=True), (self._splitter, 1), spacing=0)
        frame = QWidget()
        frame.setLayout(column(self.top, rule(), (body, 1), self.bar, spacing=0))
        self.setCentralWidget(frame)
        self.toast = Toast(above)
        self.setMinimumSize(1024, 640)
        self.resize(*Size.WINDOW)

    def _commands(self, screens: Sequence[ScreenDeclaration]) -> list[Command]:
        return [Command(s.title, partial(self.show_screen, s.key), s.icon_name, s.shortcut) for s in screens]

    def _add_shortcuts(self, screens: Sequence[ScreenDeclaration]) -> None:
        keys: list[tuple[str, Any]] = [
            ("Ctrl+K", self._focus_find),
            ("Ctrl+J", self.panel.toggle),
            ("Ctrl+Return", self._primary),
            ("Ctrl+Enter", self._primary),
            ("Esc", self._back),
            ("Ctrl+Z", self.activity.undo_last),
            ("F5", self.refresh_page),
        ]
        if IMPORTS in self._screens:
            keys.append(("Ctrl+I", partial(self.go, IMPORTS, ("new",))))
        keys += [(one.shortcut, partial(self.show_screen, one.key)) for one in screens if one.shortcut]
        for sequence, slot in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(slot)
        leave = QShortcut(QKeySequence("Ctrl+Q"), self)
        leave.setContext(Qt.ShortcutContext.ApplicationShortcut)  # import windows and open dialogs know it too
        leave.activated.connect(self.close)

    # ----------------------------------------------------------------------------------------------------
    # screens

    @property
    def current_screen(self) -> str:
        return self._current

    def page(self, key: str) -> Page:
        """The page of a screen, made now if it was never shown. Raises KeyError."""
        if key not in self._pages:
            page = self._screens[key].factory()
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def show_screen(self, key: str) -> None:
        """Bring a screen to the front."""
        if key not in self._screens:
            raise KeyError(key)
        page = self.page(key)
        self._current = key
        self.stack.setCurrentWidget(page)
        self.nav.show_current(key)
        self.setWindowTitle(f"{self._screens[key].title} – {TITLE}")
        self.status.show_on(page)
        page.enter()
        self._keep(declared.WINDOW_SCREEN, key)
        self.screen_changed.emit(key)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if IMPORTS in self._screens and dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """A file that is dropped anywhere is looked at in an import window."""
        path = dropped_file(event)
        if IMPORTS in self._screens and path is not None:
            event.acceptProposedAction()
            self.go(IMPORTS, path)

    def go(self, key: str, argument: object = None) -> None:
        """Show a screen, and there what is named."""
        self.show_screen(key)
        page = self._pages[key]
        if argument is not None and isinstance(page, Shows):
            page.show_item(argument)

    def tell(self, message: str) -> None:
        """A toast for what the person just did."""
        self.toast.tell(message)

    def show_last_screen(self) -> None:
        """The screen of last time, else the first."""
        last = self._settings.get(declared.WINDOW_SCREEN)
        self.show_screen(last if last in self._screens else next(iter(self._screens)))

    def open_pages(self) -> tuple[Page, ...]:
        return tuple(self._pages.values())

    def refresh_page(self) -> None:
        if (page := self._front()) is not None:
            page.refresh()

    def _front(self) -> Page | None:
        return self._pages.get(self._current)

    def _primary(self) -> None:
        if (page := self._front()) is not None:
            page.do_primary()

    def _back(self) -> None:
        page = self._front()
        if page is not None and not page.go_back():
            page.enter()

    def _focus_find(self) -> None:
        self.top.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.find_box.selectAll()

    # --------------------------------------------------------------------------------------------- activity
    # panel

    def _panel_toggled(self, is_open: bool) -> None:
        height = max(self._settings.get(declared.ACTIVITY_HEIGHT), LEAST)
        rows = round((height - Size.ACTIVITY_HEAD) / Size.ROW)  # no row is cut in half
        self._give_panel(Size.ACTIVITY_HEAD + rows * Size.ROW if is_open else CLOSED)
        self._keep(declared.ACTIVITY_OPEN, is_open)

    def _give_panel(self, height: int) -> None:
        total = sum(self._splitter.sizes()) or self.height() - Size.TOP - Size.STATUS - 1
        self._splitter.setSizes([max(total - height, 0), height])
        handle = self._splitter.handle(1)
        handle.setEnabled(self.panel.is_open)

    def _panel_moved(self, _position: int, _index: int) -> None:
        self._settle.start()

    def _keep_panel(self) -> None:
        if self.panel.is_open:
            self._keep(declared.ACTIVITY_HEIGHT, self.panel.height())

    # ------------------------------------------------------------------------------------------ opening and
    # closing

    def open(self) -> None:
        """Show it: as it was left, else in its size; where the screen has no room for that, on all of it."""
        wanted, room = QSize(*Size.WINDOW), room_on(self.screen())
        if self._is_as_left or wanted == wanted.boundedTo(room):
            self.show()
        else:
            self.resize(wanted.boundedTo(room))  # as it is when it is large no more
            self.showMaximized()

    def _restore(self) -> None:
        kept = self._settings.get(declared.WINDOW_GEOMETRY)
        self._is_as_left = bool(kept) and self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode())))
        if self._settings.get(declared.ACTIVITY_OPEN):
            self.panel.set_open(True)
        else:
            self._give_panel(CLOSED)

    def _keep(self, option: Option[Any], value: object) -> None:
        """State that is nice to find again; a disk that is full must not stop the work."""
        if self._settings.get(option) == value:
            return
        try:
            self._settings.set(option, value)
        except SettingsNotSavedError as unsaved:
            _log.warning("%s", unsaved)

    def keep_geometry(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        if geometry != self._settings.get(declared.WINDOW_GEOMETRY):
            self._keep(declared.WINDOW_GEOMETRY, geometry)

    async def shut_down(self) -> None:
        """Let running actions end without asking, then close: for SIGTERM and the end of the session."""
        await self._closing.shut_down()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing.done:
            self._closing.begin()
        if self._closing.done:
            self.keep_geometry()
            event.accept()
            self.closed.emit()
            return
        event.ignore()
