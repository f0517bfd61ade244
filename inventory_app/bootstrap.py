"""The composition root: settings, log, theme, window, database, loop. The only module that knows all of them.

The window is shown at once; the database is opened and prepared behind it, so that a server that does not answer
keeps nobody from reading why, and from the settings.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from inventory_app import __version__
from inventory_app.actions.perform.outbox import Outbox
from inventory_app.queries.activity import saved_ids
from inventory_app.settings import declared
from inventory_app.settings.declared import Option
from inventory_app.settings.errors import SettingsError
from inventory_app.settings.logging_setup import LogSetup, set_up_logging
from inventory_app.settings.places import Places, be_private
from inventory_app.settings.profiles import Profile
from inventory_app.settings.secrets import SecretStore
from inventory_app.settings.store import SettingsStore
from inventory_app.settings.urls import is_url, split_url
from inventory_app.ui import translation
from inventory_app.ui.find_sources import commands, finders
from inventory_app.ui.main_window import MainWindow
from inventory_app.ui.navigation import Navigation
from inventory_app.ui.runtime import running
from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.collector import settle
from inventory_app.ui.runtime.dialogs import Choice, ask
from inventory_app.ui.runtime.health import HealthMonitor
from inventory_app.ui.runtime.notices import Notice, Notices
from inventory_app.ui.runtime.query_runner import QueryRunner
from inventory_app.ui.runtime.writings import Writings
from inventory_app.ui.scanning import ScanPresenter
from inventory_app.ui.screen import Collaborators, ScreenDeclaration
from inventory_app.ui.screens import products, sales, stock
from inventory_app.ui.screens.settings import SettingsServices
from inventory_app.ui.screens.settings import make as make_settings
from inventory_app.ui.screens.welcome import Run, Told
from inventory_app.ui.switching import CannotOpen, DatabaseSwitch, Performer, Workers
from inventory_app.ui.switching.announcements import Announcement, Announcements
from inventory_app.ui.switching.connections import Connections
from inventory_app.ui.switching.first_start import FirstStart
from inventory_app.ui.switching.news import NewsPresenter
from inventory_app.ui.switching.starting_again import StartingAgain
from inventory_app.ui.theme import Mode, OutcomeLook, Theme, icon
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.page import Page

log = logging.getLogger(__name__)

WRONG_USAGE = 2


def make_imports(collaborators: Collaborators) -> Page:
    """The imports' page. What reads files is loaded when it is needed: it would slow every start by a fifth."""
    from inventory_app.ui.screens import imports  # noqa: PLC0415 - see above

    return imports.make(collaborators)


def make_activity(collaborators: Collaborators) -> Page:
    """The activity's page, which can take imports back; see make_imports."""
    from inventory_app.ui.screens import activity  # noqa: PLC0415 - see above

    return activity.make(collaborators)


# Key (of its icon, too), title, and what makes its page when it is shown for the first time.
SCREENS: tuple[tuple[str, str, Callable[[Collaborators], Page]], ...] = (
    ("products", QT_TRANSLATE_NOOP("Screens", "Products"), products.make),
    ("stock", QT_TRANSLATE_NOOP("Screens", "Stock"), stock.make),
    ("sales", QT_TRANSLATE_NOOP("Screens", "Sales"), sales.make),
    ("imports", QT_TRANSLATE_NOOP("Screens", "Imports"), make_imports),
    ("activity", QT_TRANSLATE_NOOP("Screens", "Activity"), make_activity),
)
# Where the form of an action is, when it was refused or met a conflict.
FORMS = {
    "create_product": "products",
    "edit_product": "products",
    "archive_products": "products",
    "create_location": "stock",
    "adjust_stock": "stock",
    "transfer_stock": "stock",
    "place_order": "sales",
    "ship_order": "sales",
    "cancel_order": "sales",
    "return_goods": "sales",
}


@dataclass(frozen=True)
class Chosen:
    """The database to begin with. ``password`` only when it stood in a URL."""

    profile: Profile
    password: str | None = None
    warning: str = ""
    remember: bool = True


@dataclass(frozen=True)
class Parts:
    """What is there before the loop runs."""

    settings: SettingsStore
    secrets: SecretStore
    theme: Theme
    log_setup: LogSetup


def main(arguments: Sequence[str]) -> int:
    """Run the window until it is closed, and give the exit status."""
    be_private()
    settings = SettingsStore(Places.of_user())
    level, sql = settings.get(declared.LOG_LEVEL), settings.get(declared.SQL_LOG)
    log_setup = set_up_logging(settings.places.log_file, level, sql=sql)
    log.info("Stockroom %s begins", __version__)
    try:
        chosen = choose(arguments, settings)
        app = application()
        translation.install(app, settings.get(declared.LANGUAGE))
        theme = Theme(app, Mode(settings.get(declared.THEME).value))
        app.setWindowIcon(icon("stock", "accent"))
        return running.run(app, partial(session, Parts(settings, SecretStore(), theme, log_setup), chosen))
    except SettingsError as error:
        sys.stderr.write(f"{error.message}\n")
        return WRONG_USAGE
    finally:
        log.info("Stockroom ends")
        log_setup.close()


def choose(arguments: Sequence[str], settings: SettingsStore) -> Chosen:
    """The profile that ``--database`` names, else the one of the settings. Raises SettingsError."""
    parser = argparse.ArgumentParser(prog="inventory-app", add_help=False)
    parser.add_argument("--database", default="")
    wanted: str = parser.parse_args(list(arguments)).database
    if not wanted:
        return Chosen(settings.profile_in_use())
    if not is_url(wanted):
        return Chosen(settings.profile(wanted), remember=False)
    split = split_url(wanted)
    return Chosen(split.profile, split.password, split.warning or "", remember=False)


def application() -> QApplication:
    """The one QApplication, with the names that window managers show."""
    app = QApplication(["stockroom"])
    app.setApplicationName("Stockroom")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("stockroom")
    return app


async def session(parts: Parts, chosen: Chosen, stop: asyncio.Event) -> int:
    """From the first paint to the last connection closed."""
    running_session = Session(parts)
    try:
        running_session.start(chosen)
        await stop.wait()
        await running_session.end()
    finally:
        running_session.dispose()
    return 0


class Session(QObject):
    """Everything that lives as long as the window, joined together."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.settings = parts.settings
        self._parts = parts
        self._own_failures: list[str] = []
        self.notices = Notices(self)
        self.notices.install(asyncio.get_running_loop())
        self.performer = Performer(parts.settings, self._open_outbox())
        self.runner = ActionRunner(self.performer, self.performer.resolve, self)
        self.queries = QueryRunner(self)
        self.health = HealthMonitor(self.queries, self)
        self.background = Background(self)
        self.navigation = Navigation(self)
        workers = Workers(self.runner, self.queries, self.health, self.performer)
        self.switch = DatabaseSwitch(workers, parts.settings, parts.secrets, self)
        self.news = NewsPresenter(self.runner, self.queries, self.health, self)
        self.collaborators = Collaborators(
            actions=self.runner,
            queries=self.queries,
            background=self.background,
            writings=Writings(),
            health=self.health,
            notices=self.notices,
            settings=parts.settings,
            secrets=parts.secrets,
            navigator=self.navigation,
        )
        services = SettingsServices(self.switch, Connections(self.switch), self._applied)
        self.screens = declare(self.collaborators, services)
        self.window = MainWindow(self.collaborators, self.screens)
        self.scanner = ScanPresenter(self.window, self.collaborators)
        self.announcements = Announcements(self.window)
        self.starting_again = StartingAgain(self.runner, self.announcements, partial(self.window.go, "imports"))
        self.first_start = FirstStart(self.window, self.collaborators, self._fill_with_demo)
        self._connect()

    def _open_outbox(self) -> Outbox | None:
        folder = self.settings.places.state / "outbox"
        try:
            return Outbox(folder, "")
        except OSError as error:
            log.warning("no outbox in %s: %s", folder, error)
            self._own_failures.append(
                translate(
                    "Start",
                    "{folder} cannot be written ({reason}). Should Stockroom be ended while it saves, it "
                    "cannot tell at its next start what became of the action.",
                ).format(folder=folder, reason=error.strerror or error)
            )
            return None

    def _connect(self) -> None:
        self.switch.ask_to_migrate = self._may_migrate
        self.switch.changed.connect(self._database_changed)
        self.switch.renamed.connect(self._database_renamed)
        self.switch.trouble_changed.connect(self._trouble_changed)
        self.health.came_back.connect(self.switch.try_again)
        self.notices.told.connect(self._fault)
        self.window.screen_changed.connect(self._screen_changed)
        self.first_start.page_shown.connect(self.window.status.show_on)
        self.first_start.page_shown.connect(self.announcements.show_on)
        self.window.status.banner_changed.connect(self.announcements.stand_back)
        self.window.activity.open_wanted.connect(self._bring_back)
        self.window.activity.resolve_wanted.connect(self._bring_back)
        self.window.activity.revert_wanted.connect(self._bring_back)
        self.window.finder.set_finders(finders(self.navigation))
        self.window.finder.add_commands(commands(self.navigation))
        self.window.settings_wanted.connect(partial(self.window.go, "settings", "databases"))

    # ------------------------------------------------------------------------------------------ start and end

    def start(self, chosen: Chosen) -> None:
        """Show the window, and open the database behind it."""
        self.window.show_last_screen()
        self._show_person()
        self.window.status.show_database(chosen.profile.name, chosen.profile.summary())
        self.window.open()
        self._tell_of_the_start(chosen)
        first = self.switch.open_first(chosen.profile, chosen.password, remember=chosen.remember)
        self.background.start(first, name="open the database")

    async def end(self) -> None:
        """Let actions have their outcomes, close the window, then the database."""
        if self.window.isVisible():
            await self.window.shut_down()
        await self.news.stop()
        await self.scanner.stop()
        await self.switch.close()
        await self.background.drain()

    def dispose(self) -> None:
        self.performer.close()
        self.notices.uninstall()
        self.window.deleteLater()
        self.deleteLater()

    def _screen_changed(self, key: str) -> None:
        self.announcements.show_on(self.window.page(key))

    def _bring_back(self, run: ActionRun) -> None:
        """An action needs the person: to the screen that has its form."""
        key = screen_of(run.action.kind)
        if key in {screen.key for screen in self.screens}:
            self.window.go(key, run)

    def _applied(self, option: Option[Any]) -> None:
        """An option was saved: what it says holds at once."""
        if option is declared.THEME:
            self._parts.theme.set_mode(Mode(self.settings.get(declared.THEME).value))
        elif option is declared.SQL_LOG:
            self._parts.log_setup.log_sql(self.settings.get(declared.SQL_LOG))
        elif option is declared.LOG_LEVEL:
            logging.getLogger().setLevel(self.settings.get(declared.LOG_LEVEL).upper())
        elif option in (declared.SCANNER_ENABLED, declared.SCANNER_GAP_MS, declared.SCANNER_LEAST):
            self.scanner.configure()
        elif option in (declared.ACTOR, declared.WORKSTATION):
            self._show_person()

    def _show_person(self) -> None:
        self.window.top.show_person(self.settings.get(declared.ACTOR), self.settings.get(declared.WORKSTATION))

    async def _fill_with_demo(self, run: Run, told: Told) -> None:
        """The demo data, from where it was stopped if it was."""
        from inventory_app import demo  # noqa: PLC0415 - it reads files, see make_imports

        with demo.demo_steps(datetime.now(UTC).date()) as steps:
            ids = [step.action_id for step in steps]
        done = await self.queries.read(partial(saved_ids, ids=ids))
        await demo.fill(run, told, done=done)

    # ------------------------------------------------------------------------------------------ what it tells

    def _tell_of_the_start(self, chosen: Chosen) -> None:
        told = [*self.settings.notices, *self._own_failures, self._parts.log_setup.notice, chosen.warning]
        words = [one for one in told if one]
        if words:
            title = (
                translate("Start", "The settings are not as you left them")
                if self.settings.notices
                else translate("Start", "Good to know")
            )
            self.announcements.say("start", Announcement(title, "\n".join(words), look=OutcomeLook.REFUSED))

    def _fault(self, notice: Notice) -> None:
        detail = translate("Start", "What you did last may not have happened. Details can be copied for a report.")
        self.announcements.say("fault", Announcement(notice.summary, detail, notice.detail))

    def _trouble_changed(self, trouble: CannotOpen | None) -> None:
        if trouble is None:
            self.announcements.say("database", None)
            return
        name = self.switch.profile.name if self.switch.profile is not None else ""
        self.window.bar.show_health(translate("Start", "Not in use"), "offline", "failed")
        self.announcements.say(
            "database",
            Announcement(
                translate("Start", "The database {name} cannot be used").format(name=name),
                trouble.message,
                trouble.detail,
                again=self.switch.try_again,
                settings=partial(self.window.go, "settings", "databases"),
            ),
        )

    def _database_changed(self, profile: Profile) -> None:
        self.window.status.show_database(profile.name, profile.summary())
        if self.switch.trouble is not None:
            self._trouble_changed(self.switch.trouble)
            return
        self.news.start()
        self.first_start.database_opened(profile.name)
        for page in self.window.open_pages():
            page.refresh()
        settle()  # the window and all that the database needs are there by now

    def _database_renamed(self, profile: Profile) -> None:
        self.window.bar.show_database(profile.name, profile.summary())

    async def _may_migrate(self, profile: Profile) -> bool:
        words = translate(
            "Start",
            "The tables of {name} are of an older version. They are brought up to date in one transaction; "
            "older Stockrooms on other workstations cannot work with them any more. Make a backup first.",
        ).format(name=profile.name)
        choices = [
            Choice("leave", translate("Start", "&Leave as it is")),
            Choice("migrate", translate("Start", "&Bring up to date"), primary=True),
        ]
        title = translate("Start", "Bring the tables up to date?")
        return await ask(self.window, title, words, choices, look=OutcomeLook.REFUSED) == "migrate"


def screen_of(kind: str) -> str:
    """The screen with the form of this kind of action; what has none is looked at among the activities."""
    if kind.startswith("import"):
        return "imports"
    return FORMS.get(kind, "activity")


def declare(collaborators: Collaborators, services: SettingsServices) -> list[ScreenDeclaration]:
    """The screens in the order of the navigation."""
    shown = [
        ScreenDeclaration(key, translate("Screens", title), key, partial(make, collaborators), f"Ctrl+{number}")
        for number, (key, title, make) in enumerate(SCREENS, start=1)
    ]
    settings = partial(make_settings, collaborators, services)
    return [
        *shown,
        ScreenDeclaration("settings", translate("Start", "Settings"), "settings", settings, "Ctrl+,", at_foot=True),
    ]
