"""What becomes of a scanned code: the one place that looks it up and decides who gets it.

A window of its own that is in front (a form, the import) gets it, else the page in front, by `screen.TakesScans`. What
they leave is shown: a product on Products; of a code that nobody has, a note with a way to create its product.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from inventory_app.queries.scanned import Scanned, product_of_code
from inventory_app.settings import declared
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.query_runner import QueryFailed
from inventory_app.ui.scanning.keys import ScannerKeys
from inventory_app.ui.screen import Collaborators, Scan, Taken, TakesScans
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from inventory_app.queries.session import Session
    from inventory_app.ui.main_window import MainWindow

_SHOWN_FOR = 4000  # ms that the last code stands in the top bar
_ROOMY = 900  # px of width from which a window has room for a note of its own


class ScanPresenter(QObject):
    """Codes are worked on one after the other, in the order in which they were read: none gets lost."""

    def __init__(self, window: MainWindow, with_: Collaborators) -> None:
        super().__init__(window)
        self._window = window
        self._with = with_
        self._background = Background(self)
        self._codes: deque[tuple[str, QWidget]] = deque()
        self._working = False
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.setInterval(_SHOWN_FOR)
        self._shown.timeout.connect(self._show_ready)
        self.keys = ScannerKeys(with_.notices.report, self)
        self.keys.scanned.connect(self._scanned)
        window.toast.action_chosen.connect(self._create)
        self.configure()

    def configure(self) -> None:
        """As the settings say, now."""
        get = self._with.settings.get
        enabled = get(declared.SCANNER_ENABLED)
        self.keys.configure(enabled=enabled, gap=get(declared.SCANNER_GAP_MS), least=get(declared.SCANNER_LEAST))
        self._show_ready()

    async def stop(self) -> None:
        """No more codes: what is being looked up is dropped, before the database is closed."""
        self.keys.configure(enabled=False, gap=1, least=2)
        self._codes.clear()
        await self._background.drain()

    def _show_ready(self) -> None:
        enabled = self._with.settings.get(declared.SCANNER_ENABLED)
        self._window.top.show_scanner(translate("Scanner", "Scanner ready") if enabled else "")

    # -------------------------------------------------------------------------------------------------- the queue

    def _scanned(self, code: str) -> None:
        code = code.strip()
        if not code or not self._background.can_start():
            return
        self._sign(code, "accent")
        self._codes.append((code, QApplication.activeModalWidget() or QApplication.activeWindow() or self._window))
        if not self._working:
            self._working = True
            self._background.start(self._work(), name="scanned codes")

    async def _work(self) -> None:
        try:
            while self._codes:
                await self._one(*self._codes.popleft())
        finally:
            self._working = False

    async def _one(self, code: str, front: QWidget) -> None:
        try:
            found = await self._with.queries.read(partial(_look_up, code))
        except QueryFailed as failed:
            words = translate("Scanner", "It cannot be looked up: {reason}").format(reason=failed.fault.message)
            self._tell(Taken(words, ok=False), front, code)
            return
        if not isValid(front) or not front.isVisible():  # it was closed meanwhile; the code was not for what is behind
            words = translate("Scanner", "Its form was closed meanwhile; nothing was done with it.")
            self._tell(Taken(words, ok=False), self._window, code)
            return
        self._hand(Scan(code, found), front)

    # ------------------------------------------------------------------------------------------------ who gets it

    def _hand(self, scan: Scan, front: QWidget) -> None:
        in_main = front is self._window
        target: object = self._window.page(self._window.current_screen) if in_main else front
        taken = target.take_scan(scan) if isinstance(target, TakesScans) else None
        if taken is not None:
            self._tell(taken, front, scan.code)
        elif scan.found is None:
            self._tell_unknown(scan.code, front, may_create=in_main)
        elif in_main:
            product = scan.found.product
            self._with.navigator.go("products", product.sku)
            self._tell(Taken(f"{product.sku} {product.name}"), front, scan.code)
        else:
            words = translate("Scanner", "“{window}” does nothing with {sku} {name}.")
            product = scan.found.product
            words = words.format(window=front.windowTitle(), sku=product.sku, name=product.name)
            self._tell(Taken(words, ok=False), front, scan.code)

    def _tell(self, taken: Taken, front: QWidget, code: str) -> None:
        """What was done stands beside the scanner's sign; what could not be done is said where the person looks."""
        self._sign(code, "committed" if taken.ok else "refused", taken.words)
        if not taken.ok:
            title = translate("Scanner", "Scanned {code}").format(code=code)
            self._toast(front).tell(title, taken.words, look=OutcomeLook.REFUSED)

    def _tell_unknown(self, code: str, front: QWidget, *, may_create: bool) -> None:
        words = translate("Scanner", "No product has the code {code}.").format(code=code)
        self._sign(code, "refused", words)
        title, look = translate("Scanner", "Not known"), OutcomeLook.REFUSED
        action = translate("Scanner", "Create product…") if may_create else ""
        self._toast(front).tell(title, words, look=look, action=action, action_icon="add", token=("create", code))

    def _sign(self, words: str, tone: str, spoken: str = "") -> None:
        self._window.top.show_scanner(words, tone, spoken)
        self._shown.start()

    def _toast(self, front: QWidget) -> Toast:
        """The main window's, unless a large window stands before it."""
        if front is self._window or front.width() < _ROOMY:
            return self._window.toast
        own = front.findChild(Toast)
        return own if isinstance(own, Toast) else Toast(front)

    def _create(self, token: object) -> None:
        match token:
            case ("create", str(code)):
                self._with.navigator.go("products", ("new", code))


async def _look_up(code: str, session: Session) -> Scanned | None:
    return await product_of_code(session, code)
