"""Changing the database while the program runs: the new one is ready before the old one is let go."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from inventory_app.actions.outcome import Topic
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.from_profile import config_from_profile
from inventory_app.database.to_the_end import to_the_end
from inventory_app.settings.errors import SettingsNotSavedError, UnknownProfileError
from inventory_app.settings.profiles import Profile
from inventory_app.settings.secrets import SecretStore, find_password
from inventory_app.settings.store import SettingsStore
from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.health import HealthMonitor
from inventory_app.ui.runtime.query_runner import QueryRunner
from inventory_app.ui.switching.opening import CannotOpen, better_words, checked, opened, prepared
from inventory_app.ui.switching.performing import Performer
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

log = logging.getLogger(__name__)

AskToMigrate: TypeAlias = Callable[[Profile], Awaitable[bool]]

STOPPED = QT_TRANSLATE_NOOP("Database", "Stopped. You still work with the same database.")


class Step(Enum):
    """How far a switch is."""

    CHECKING = QT_TRANSLATE_NOOP("Database", "Checking the connection")
    PREPARING = QT_TRANSLATE_NOOP("Database", "Preparing the tables")
    WAITING = QT_TRANSLATE_NOOP("Database", "Waiting for running actions")
    CHANGING = QT_TRANSLATE_NOOP("Database", "Changing over")

    @property
    def words(self) -> str:
        return translate("Database", self.value)


@dataclass(frozen=True, slots=True)
class SwitchProgress:
    """``running`` counts the actions that are waited for; only before CHANGING can a switch be stopped."""

    profile: Profile
    step: Step
    running: int = 0

    @property
    def can_be_stopped(self) -> bool:
        return self.step is not Step.CHANGING


@dataclass(frozen=True)
class Workers:
    """Whatever works with the database in use."""

    runner: ActionRunner
    queries: QueryRunner
    health: HealthMonitor
    performer: Performer


class DatabaseSwitch(QObject):
    """Owns the database in use. `open_first` at the start, `switch` from the settings, `close` at the end."""

    changed = Signal(object)  # Profile now in use: screens refetch
    renamed = Signal(object)  # Profile, the same database
    trouble_changed = Signal(object)  # CannotOpen when the database in use cannot be worked with, else None
    progressed = Signal(object)  # SwitchProgress, None when the switch is over

    def __init__(
        self,
        workers: Workers,
        settings: SettingsStore,
        secrets: SecretStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._queries = workers.runner, workers.queries
        self._health, self._performer = workers.health, workers.performer
        self._settings = settings
        self._secrets = secrets
        self._database: Database | None = None
        self._profile: Profile | None = None
        self._trouble: CannotOpen | None = None
        self._prepared = False
        self._remember_first = True
        self._preparing = asyncio.Lock()
        self._changing = asyncio.Lock()
        self._switching: asyncio.Task[object] | None = None
        self._background = Background(self)
        # Set by the bootstrap once there is a window to ask in.
        self.ask_to_migrate: AskToMigrate = _never

    @property
    def profile(self) -> Profile | None:
        """What is in use, or what could not be opened at the start."""
        return self._profile

    @property
    def trouble(self) -> CannotOpen | None:
        return self._trouble

    @property
    def switching(self) -> bool:
        return self._switching is not None

    # ----------------------------------------------------------------------------------------------- the start

    async def open_first(self, profile: Profile, password: str | None = None, *, remember: bool = True) -> None:
        """Open the database of the start. One that cannot be reached stays chosen, and is tried again and again.

        ``remember`` is False for one that was given for this time only.
        """
        self._profile, self._remember_first = profile, remember
        if password is not None:
            self._secrets.hold(profile.id, password)
        await self.prepare_again()

    async def prepare_again(self) -> None:
        """Bring the tables of the first database up to date as soon as it answers; does nothing once that is done."""
        async with self._preparing:
            profile = self._profile
            if profile is None or self._prepared:
                return
            if self._database is None or self._trouble is not None:
                await self._reopen(profile)
            database = self._database
            if database is not None:
                await self._prepare(database, profile)

    async def _reopen(self, profile: Profile) -> None:
        """From the profile as it is now: its password may be known by now."""
        former, self._database = self._database, None
        await _close(former)
        try:
            self._database = opened(await self.config_of(profile))
        except CannotOpen as trouble:
            await self._stand_by(trouble)

    async def _prepare(self, database: Database, profile: Profile) -> None:
        try:
            await prepared(database, partial(self.ask_to_migrate, profile))
        except CannotOpen as trouble:
            if self._database is not database:  # changed meanwhile
                return
            log.warning("the database of the start: %s", trouble.message)
            if trouble.unreachable:
                self._wait_for(database)
            else:
                await self._stand_by(await better_words(database.config, trouble))
            return
        if self._database is database:
            self._prepared = True
            self._take(database, profile)
            if self._remember_first:
                await self._remember(profile)

    def _wait_for(self, database: Database) -> None:
        """Out of reach: the window asks it on and shows so; when it answers it is prepared."""
        self._tell_trouble(None)
        self._runner.use(database)
        self._queries.use(database)
        self._health.start()
        self.changed.emit(self._profile)

    async def _stand_by(self, trouble: CannotOpen) -> None:
        """Not fit for use: nothing is asked and nothing is run until the person does something about it."""
        await self._health.stop()
        self._queries.use(None)
        self._runner.use(self._database)
        self._tell_trouble(trouble)
        self.changed.emit(self._profile)

    def try_again(self) -> None:
        """The database of the start may be fit for use by now: look, in the background."""
        self._background.start(self.prepare_again(), name="prepare the database")

    def _take(self, database: Database, profile: Profile) -> None:
        """From now on everything works with this database."""
        self._database, self._profile = database, profile
        self._tell_trouble(None)
        left_behind = self._performer.use(database.config.display(), profile.name)
        self._queries.use(database)
        self._runner.use(database)
        self._health.start()
        self.changed.emit(profile)
        self._runner.touched.emit(frozenset(Topic))
        for action in left_behind:
            self._runner.start(action)

    def _tell_trouble(self, trouble: CannotOpen | None) -> None:
        self._performer.refusing = trouble.message if trouble is not None else ""
        if trouble is not self._trouble:
            self._trouble = trouble
            self.trouble_changed.emit(trouble)

    # ---------------------------------------------------------------------------------------------- the switch

    async def config_of(self, profile: Profile, password: str | None = None) -> DatabaseConfig:
        """What is needed to open a profile; the keyring is asked in a thread, since it may ask the person."""
        if password is None:
            found = await asyncio.to_thread(find_password, profile.id, self._secrets)
            password = found.password
        return config_from_profile(profile, password, self._settings)

    async def switch(self, profile: Profile, password: str | None = None) -> None:
        """Work with another database. Raises CannotOpen, and then nothing has changed.

        Cancelling the calling task stops the switch, until the moment when everything is ready.
        """
        if self._switching is not None:
            raise CannotOpen(translate("Database", "Another change of the database is under way."))
        self._switching = asyncio.current_task()
        new: Database | None = None
        try:
            self._tell(profile, Step.CHECKING)
            config = await self.config_of(profile, password)
            await checked(config)
            self._tell(profile, Step.PREPARING)
            new = opened(config)
            await prepared(new, partial(self.ask_to_migrate, profile))
            await self._wait_for_actions(profile)
            self._tell(profile, Step.CHANGING)
        except asyncio.CancelledError:
            await _close(new)
            raise CannotOpen(translate("Database", STOPPED)) from None
        except CannotOpen:
            await _close(new)
            raise
        else:
            await to_the_end(self._change_over(new, profile))
        finally:
            self._switching = None
            self.progressed.emit(None)

    def rename(self, profile: Profile) -> None:
        """The profile in use was saved with another name; what else it says holds from the next connecting on."""
        if self._profile is not None and self._profile.id == profile.id and self._profile.name != profile.name:
            self._profile = self._profile.changed(name=profile.name)
            self.renamed.emit(self._profile)

    def cancel_actions(self) -> None:
        """Ask the running actions to stop, so that a waiting switch goes on sooner."""
        for run in self._runner.runs:
            self._runner.cancel(run)

    async def _wait_for_actions(self, profile: Profile) -> None:
        """Running actions end on the database that they began on; one that is asked about does not hold the switch
        up.
        """
        ended = asyncio.Event()

        def look(_run: ActionRun) -> None:
            ended.set()

        self._runner.finished.connect(look)
        self._runner.progressed.connect(look)
        try:
            while waiting := [run for run in self._runner.runs if not run.resolving]:
                self._tell(profile, Step.WAITING, len(waiting))
                ended.clear()
                await ended.wait()
        finally:
            self._runner.finished.disconnect(look)
            self._runner.progressed.disconnect(look)

    async def _change_over(self, new: Database, profile: Profile) -> None:
        async with self._changing:
            old = self._database
            await self._health.stop()
            await self._runner.drain()
            await self._queries.drain()
            self._prepared = True
            self._take(new, profile)
            await self._remember(profile)
            await _close(old)

    async def _remember(self, profile: Profile) -> None:
        """It is opened at the next start; one that no settings hold is opened when it is named again."""
        try:
            await asyncio.to_thread(self._settings.use_profile, profile.id)
        except (SettingsNotSavedError, UnknownProfileError) as unsaved:
            log.warning("%s", unsaved.message)

    def _tell(self, profile: Profile, step: Step, running: int = 0) -> None:
        self.progressed.emit(SwitchProgress(profile, step, running))

    # ------------------------------------------------------------------------------------------------- the end

    async def close(self) -> None:
        """Let the database go. The runners must have been drained; a switch under way is stopped or ends first."""
        if self._switching is not None:
            self._switching.cancel()
            await asyncio.wait([self._switching])
        async with self._changing:
            await self._background.drain()
            await self._health.stop()
            database, self._database = self._database, None
            self._queries.use(None)
            self._runner.use(None)
            await _close(database)


async def _close(database: Database | None) -> None:
    if database is not None:
        await database.close()


async def _never(_profile: Profile) -> bool:
    return False
