"""Leads from the first start into the work: to the import, to a new product, to settings, or to made-up figures."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inventory_app.actions.action import Action
from inventory_app.actions.outcome import Committed, Outcome, Topic
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.welcome.page import WelcomePage
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate

Run: TypeAlias = Callable[[Action], Awaitable[Outcome]]
Told: TypeAlias = Callable[[str, int, int], None]  # words, done, total
# Fills an empty database by running actions, each of which may fail and ends the filling then.
Fill: TypeAlias = Callable[[Run, Told], Awaitable[object]]


class Stopped(Exception):  # noqa: N818 - an outcome that ends the filling
    """An action of the demo data was not committed; the message is its outcome's."""


class WelcomePresenter(QObject):
    """``left`` says that the database is not empty any more, or that the person went elsewhere."""

    left = Signal()

    def __init__(self, page: WelcomePage, collaborators: Collaborators, fill: Fill | None) -> None:
        super().__init__(page)
        self._page = page
        self._with = collaborators
        self._fill = fill
        self._background = Background(self)
        self._task: asyncio.Task[None] | None = None
        self._run: ActionRun | None = None
        page.chosen.connect(self._chosen)
        page.stop_wanted.connect(self._stop)
        collaborators.actions.touched.connect(self._touched)

    @property
    def filling(self) -> bool:
        return self._task is not None and not self._task.done()

    def _chosen(self, key: str) -> None:
        navigator = self._with.navigator
        match key:
            case "import":
                navigator.go("imports", "products")
            case "product":
                navigator.go("products", ("new",))
            case "connect":
                navigator.go("settings", "databases")
            case "demo" if not self.filling and self._fill is not None:
                self._task = self._background.start(self._fill_with_demo(self._fill), name="demo data")

    async def _fill_with_demo(self, fill: Fill) -> None:
        self._page.banner.clear()
        self._page.show_filling(translate("Welcome", "Beginning"), 0, 0)
        try:
            await fill(self._perform, self._told)
        except Stopped as stopped:
            self._say(
                translate("Welcome", "The demo data is not complete"),
                translate("Welcome", "{stopped} What was saved before stays.").format(stopped=stopped),
            )
            return
        except asyncio.CancelledError:
            self._say(
                translate("Welcome", "Stopped"),
                translate("Welcome", "What was saved before stays; every action of it can be undone in the activity."),
            )
            return
        if isValid(self._page):
            self._page.show_ways()
            self.left.emit()

    async def _perform(self, action: Action) -> Outcome:
        """One action, seen in the activity panel as everybody's."""
        self._run = self._with.actions.start(action)
        outcome = await self._run.wait()
        if not isinstance(outcome, Committed):
            raise Stopped(outcome.message)
        return outcome

    def _told(self, words: str, done: int, total: int) -> None:
        if isValid(self._page):
            self._page.show_filling(words, done, total)

    def _say(self, title: str, detail: str) -> None:
        if isValid(self._page):
            self._page.show_ways()
            self._page.banner.show_message(OutcomeLook.CANCELLED, title, detail)

    def _stop(self) -> None:
        if self._run is not None:
            self._with.actions.cancel(self._run)
        if self._task is not None:
            self._task.cancel()

    def _touched(self, topics: object) -> None:
        """Somebody put something in: here, or at another workstation."""
        if isinstance(topics, frozenset) and Topic.PRODUCTS in topics and not self.filling:
            self.left.emit()
