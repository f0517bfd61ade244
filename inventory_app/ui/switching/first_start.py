"""Whether the database that was opened at the start is empty, and the page that stands in front then."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from inventory_app.queries.summary import is_empty
from inventory_app.ui.main_window import TITLE, MainWindow
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.query_runner import QueryFailed
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.welcome import Fill, WelcomePage, WelcomePresenter
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.empty_state import WayOut


class FirstStart(QObject):
    """Shows the welcome once, over the screens; whoever goes to a screen leaves it."""

    page_shown = Signal(object)  # WelcomePage: the window's banners stand on it

    def __init__(self, window: MainWindow, collaborators: Collaborators, fill: Fill | None) -> None:
        super().__init__(window)
        self._window = window
        self._with = collaborators
        self._fill = fill
        self._looked = False
        self._background = Background(self)
        self._page: WelcomePage | None = None

    @property
    def shown(self) -> bool:
        """Whether the welcome stands in front now."""
        return self._page is not None and self._window.stack.currentWidget() is self._page

    def database_opened(self, name: str) -> None:
        """Look whether it is empty; only the first database of a session is welcomed."""
        if not self._looked:
            self._looked = True
            self._background.start(self._look(name), name="is the database empty")

    async def _look(self, name: str) -> None:
        try:
            empty = await self._with.queries.read(is_empty)
        except QueryFailed:
            self._looked = False
            return
        if empty and self._window.current_screen != "settings":
            self._show(name)

    def _show(self, name: str) -> None:
        page = self._page = WelcomePage(_ways_out(demo=self._fill is not None))
        presenter = WelcomePresenter(page, self._with, self._fill)
        presenter.left.connect(self._leave)
        page.show_database(name)
        self._window.stack.addWidget(page)
        self._window.stack.setCurrentWidget(page)
        self._window.nav.show_current("")
        self._window.setWindowTitle(translate("Welcome", "Welcome – {program}").format(program=TITLE))
        self.page_shown.emit(page)
        page.enter()

    def _leave(self) -> None:
        if self.shown:
            self._with.navigator.go("products")


def _ways_out(*, demo: bool) -> list[WayOut]:
    why = translate("Welcome", "CSV, Excel or OpenDocument, from a shop system or your own list")
    ways = [WayOut("import", "imports", translate("Welcome", "Import products"), why, "Ctrl+I")]
    why = translate("Welcome", "SKU and name are enough to begin")
    ways.append(WayOut("product", "add", translate("Welcome", "Add a product by hand"), why, "Ctrl+N"))
    if demo:
        why = translate("Welcome", "A shop with products, stock and orders to look around in")
        ways.append(WayOut("demo", "stock", translate("Welcome", "Try with demo data"), why))
    return ways
