"""Closing the window: what runs gets its outcome first, and what was typed is not lost without a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import Choice, ask
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from inventory_app.ui.main_window import MainWindow
    from inventory_app.ui.screen import Collaborators


class Closing(QObject):
    """`begin` is called by each wish to close; `done` says that the window may go."""

    def __init__(self, window: MainWindow, with_: Collaborators) -> None:
        super().__init__(window)
        self._window = window
        self._runner, self._queries, self._writings = with_.actions, with_.queries, with_.writings
        self._background = Background(self)
        self.done = False

    def begin(self) -> None:
        """Start to close, once; a second wish while the first is answered is passed over."""
        if not self._background.can_start():
            self.done = True  # nothing can run any more that would have to be waited for
        elif not self._background.running:
            self._background.start(self._close(), name="closing")

    async def shut_down(self) -> None:
        await self._finish(cancel=False)

    async def _close(self) -> None:
        if not await self._may_lose_typing():
            return
        running = sum(1 for run in self._runner.runs if not run.resolving)
        cancel = False
        if running or self._writings:
            choice = await self._ask_about(running, len(self._writings))
            if choice in (None, "stay"):
                return
            cancel = choice == "stop"
        await self._finish(cancel=cancel)

    async def _may_lose_typing(self) -> bool:
        held = [words for page in self._window.open_pages() if (words := page.holds_typing())]
        if not held:
            return True
        words = translate("Closing", "{places}: what you typed there is not saved.").format(places=", ".join(held))
        choices = [
            Choice("leave", translate("Closing", "Close &without saving")),
            Choice("stay", translate("Closing", "&Back to it"), primary=True),
        ]
        return (
            await ask(self._window, translate("Closing", "Close Stockroom?"), words, choices, look=OutcomeLook.REFUSED)
            == "leave"
        )

    async def _ask_about(self, running: int, written: int) -> str | None:
        """What becomes of the actions that run and of the files that are being written."""
        said = []
        if running:
            words = translate(
                "Closing",
                "{count} action(s) are still running. Stopped actions save nothing; Stockroom closes when each "
                "has its outcome.",
                count=running,
            )
            said.append(words.format(count=formats.number(running)))
        if written:
            words = translate(
                "Closing", "{count} file(s) are still being written. Of a file that is stopped nothing is kept.",
                count=written,
            )  # fmt: skip
            said.append(words.format(count=formats.number(written)))
        choices = [
            Choice("stay", translate("Closing", "Stay &open")),
            Choice("stop", translate("Closing", "&Stop and close")),
            Choice("wait", translate("Closing", "&Finish, then close"), primary=True),
        ]
        title = translate("Closing", "Close Stockroom?")
        return await ask(self._window, title, " ".join(said), choices, look=OutcomeLook.RUNNING)

    async def _finish(self, *, cancel: bool) -> None:
        self._window.bar.show_running(translate("Closing", "Finishing what runs"))
        while self._runner.runs or self._writings:
            await self._runner.drain(cancel=cancel)
            await self._writings.drain(cancel=cancel)  # an import that ended may still write its rejected rows
        await self._queries.drain()
        self.done = True
        self._window.close()
