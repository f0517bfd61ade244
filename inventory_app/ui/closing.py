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
    from inventory_app.ui.runtime.action_runner import ActionRunner
    from inventory_app.ui.runtime.query_runner import QueryRunner


class Closing(QObject):
    """`begin` is called by each wish to close; `done` says that the window may go."""

    def __init__(self, window: MainWindow, runner: ActionRunner, queries: QueryRunner) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._queries = queries
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
        running = [run for run in self._runner.runs if not run.resolving]
        cancel = False
        if running:
            choice = await self._ask_about(len(running))
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

    async def _ask_about(self, count: int) -> str | None:
        words = translate(
            "Closing",
            "{count} action(s) are still running. Stopped actions save nothing; Stockroom closes when each "
            "has its outcome.",
            count=count,
        ).format(count=formats.number(count))
        choices = [
            Choice("stay", translate("Closing", "Stay &open")),
            Choice("stop", translate("Closing", "&Stop and close")),
            Choice("wait", translate("Closing", "&Finish, then close"), primary=True),
        ]
        return await ask(
            self._window, translate("Closing", "Close Stockroom?"), words, choices, look=OutcomeLook.RUNNING
        )

    async def _finish(self, *, cancel: bool) -> None:
        self._window.bar.show_running(translate("Closing", "Finishing what runs"))
        await self._runner.drain(cancel=cancel)
        await self._queries.drain()
        self.done = True
        self._window.close()
