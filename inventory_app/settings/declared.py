"""Every option of the program in one table: key, type, default, help and check.

An option is read with `store.get(declared.MAX_TRIES)` and has the type that stands here. Databases are not
options but profiles (`profiles`). `docs` and the settings screen are made from `OPTIONS`.
"""

from __future__ import annotations

import getpass
import platform
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from inventory_app.settings.checks import (
    AdviceError,
    boolean,
    choice,
    number,
    path_text,
    short_text,
    text,
    texts,
    whole,
)
from inventory_app.settings.errors import InvalidSettingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


class Theme(StrEnum):
    """Light or dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """What the window speaks: the catalogues of resources/translations, or the first of the system's that there is."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


class LogLevel(StrEnum):
    """How much the log file tells."""

    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


class Section(StrEnum):
    """Where the settings screen shows an option; `STATE` is remembered by the window and never shown."""

    GENERAL = "general"
    NUMBERS = "numbers"
    SAVING = "saving"
    SCANNER = "scanner"
    LOG = "log"
    STATE = "state"


@dataclass(frozen=True)
class Option(Generic[T]):
    """One option. `read` turns what a file or a form holds into T, or raises AdviceError."""

    key: str
    label: str
    help: str
    default: Callable[[], T]
    read: Callable[[object], T]
    section: Section = Section.GENERAL
    unit: str = ""
    choices: tuple[str, ...] = ()

    def check(self, value: object) -> T:
        """`value` as T, or InvalidSettingError that names the option, the value and what to do."""
        try:
            return self.read(value)
        except AdviceError as advice:
            shown = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "…"
            message = f"{self.label} ({self.key}) is {shown}: {advice}."
            raise InvalidSettingError(self.key, value, message) from advice


def _user_name() -> str:
    try:
        name = getpass.getuser().strip()
    except (OSError, KeyError, ImportError):  # no such user in the system, as in a bare container
        name = ""
    return name or "unknown"


def _host_name() -> str:
    return platform.node().strip() or "unknown"


ACTOR = Option("person.actor", "Your name", "Stands beside every action that you save.", _user_name, short_text)
WORKSTATION = Option(
    "person.workstation",
    "This workstation",
    "Tells your colleagues from where it was saved.",
    _host_name,
    short_text,
)
THEME = Option(
    "look.theme",
    "Appearance",
    "Light, dark, or as the system is set.",
    lambda: Theme.SYSTEM,
    choice(Theme),
    choices=tuple(Theme),
)
LANGUAGE = Option(
    "look.language",
    "Language",
    "Of the window. It changes when Stockroom is started the next time.",
    lambda: Language.SYSTEM,
    choice(Language),
    choices=tuple(Language),
)

CURRENCY_SIGN = Option(
    "numbers.currency_sign",
    "Currency sign",
    "Shown in headers and beside totals, as € or CHF; it does not convert anything.",
    lambda: "",
    text(most=8),
    Section.NUMBERS,
)
DECIMAL_MARK = Option(
    "numbers.decimal_mark",
    "Decimal mark",
    "How you type and read quantities and prices.",
    lambda: ".",
    choice({".": ".", ",": ","}),
    Section.NUMBERS,
    choices=(".", ","),
)

MAX_TRIES = Option(
    "saving.max_tries",
    "Most tries of one action",
    "After a passing fault (deadlock, lost connection) the whole action runs again.",
    lambda: 5,
    whole(1, 20),
    Section.SAVING,
)
TOTAL_SECONDS = Option(
    "saving.total_seconds",
    "Time for all tries together",
    "After this no further try begins.",
    lambda: 15.0,
    number(1, 600),
    Section.SAVING,
    "s",
)
BASE_DELAY_SECONDS = Option(
    "saving.base_delay_seconds",
    "Shortest delay between tries",
    "The delay is random and its limit doubles with each try.",
    lambda: 0.05,
    number(0.001, 10),
    Section.SAVING,
    "s",
)
MAX_DELAY_SECONDS = Option(
    "saving.max_delay_seconds",
    "Longest delay between tries",
    "The doubling ends here.",
    lambda: 2.0,
    number(0.001, 60),
    Section.SAVING,
    "s",
)
POOL_WAIT_SECONDS = Option(
    "saving.pool_wait_seconds",
    "Wait for a free connection",
    "When all connections are in use; a profile may have its own value.",
    lambda: 5.0,
    number(0.1, 600),
    Section.SAVING,
    "s",
)
LOCK_TIMEOUT_SECONDS = Option(
    "saving.lock_timeout_seconds",
    "Wait for rows held by others",
    "After this the try counts as failed and the action runs again.",
    lambda: 5.0,
    number(0.1, 600),
    Section.SAVING,
    "s",
)
STATEMENT_TIMEOUT_SECONDS = Option(
    "saving.statement_timeout_seconds",
    "Longest time of one statement",
    "For actions; imports have no limit. 0 = no limit.",
    lambda: 60.0,
    number(0, 86_400),
    Section.SAVING,
    "s",
)
IMPORT_WAIT_SECONDS = Option(
    "saving.import_wait_seconds",
    "Wait for a running import",
    "Shown while it lasts, can be cancelled, and is not counted as a try.",
    lambda: 600.0,
    number(0, 86_400),
    Section.SAVING,
    "s",
)
RESOLVE_SECONDS = Option(
    "saving.resolve_seconds",
    "Check an unknown outcome for",
    "How long the program asks the database what became of an action whose connection died while saving; "
    "after this it goes on checking at each start.",
    lambda: 600.0,
    number(1, 86_400),
    Section.SAVING,
    "s",
)

SCANNER_ENABLED = Option(
    "scanner.enabled",
    "Barcode scanner",
    "Recognised anywhere in the window: what it reads goes into no field but to the product.",
    lambda: True,
    boolean,
    Section.SCANNER,
)
SCANNER_GAP_MS = Option(
    "scanner.gap_ms",
    "Longest gap between keys",
    "A person types slower than this, a scanner faster.",
    lambda: 35,
    whole(5, 500),
    Section.SCANNER,
    "ms",
)
SCANNER_LEAST = Option(
    "scanner.least",
    "Shortest code",
    "Fewer characters count as typing. A scanner that ends its codes without Enter or Tab needs two more.",
    lambda: 4,
    whole(2, 50),
    Section.SCANNER,
    "characters",
)

SQL_LOG = Option(
    "log.sql",
    "Write SQL to the log",
    "Every statement, values masked. For finding a fault; slows the program down.",
    lambda: False,
    boolean,
    Section.LOG,
)
LOG_LEVEL = Option(
    "log.level",
    "Detail of the log",
    "What the log file tells.",
    lambda: LogLevel.INFO,
    choice(LogLevel),
    Section.LOG,
    choices=tuple(LogLevel),
)

WINDOW_GEOMETRY = Option(
    "window.geometry", "Window", "Size and place of the window.", lambda: "", text(most=20_000), Section.STATE
)
WINDOW_SCREEN = Option(
    "window.screen",
    "Last screen",
    "The screen that was open last.",
    lambda: "",
    text(most=100),
    Section.STATE,
)
SPLITTERS: Option[Mapping[str, str]] = Option(
    "window.splitters", "Splitters", "Sizes of panels, by name.", dict, texts(most=20_000), Section.STATE
)
COLUMNS: Option[Mapping[str, str]] = Option(
    "window.columns",
    "Columns",
    "Widths, order and sorting of tables, by name.",
    dict,
    texts(most=20_000),
    Section.STATE,
)
ACTIVITY_HEIGHT = Option(
    "window.activity_height",
    "Activity panel",
    "Its height.",
    lambda: 220,
    whole(60, 4000),
    Section.STATE,
    "px",
)
ACTIVITY_OPEN = Option(
    "window.activity_open",
    "Activity panel open",
    "Whether it was open.",
    lambda: False,
    boolean,
    Section.STATE,
)
IMPORT_FOLDER = Option(
    "import.last_folder",
    "Folder of imports",
    "Where the last file was.",
    lambda: "",
    path_text,
    Section.STATE,
)
EXPORT_FOLDER = Option(
    "export.last_folder",
    "Folder of exports",
    "Where the last file went.",
    lambda: "",
    path_text,
    Section.STATE,
)

OPTIONS: tuple[Option[Any], ...] = (
    ACTOR, WORKSTATION, THEME, LANGUAGE,
    CURRENCY_SIGN, DECIMAL_MARK,
    MAX_TRIES, TOTAL_SECONDS, BASE_DELAY_SECONDS, MAX_DELAY_SECONDS, POOL_WAIT_SECONDS, LOCK_TIMEOUT_SECONDS,
    STATEMENT_TIMEOUT_SECONDS, IMPORT_WAIT_SECONDS, RESOLVE_SECONDS,
    SCANNER_ENABLED, SCANNER_GAP_MS, SCANNER_LEAST,
    SQL_LOG, LOG_LEVEL,
    WINDOW_GEOMETRY, WINDOW_SCREEN, SPLITTERS, COLUMNS, ACTIVITY_HEIGHT, ACTIVITY_OPEN, IMPORT_FOLDER,
    EXPORT_FOLDER,
)  # fmt: skip


def by_key(key: str) -> Option[Any] | None:
    """The option with this key, if there is one."""
    return next((option for option in OPTIONS if option.key == key), None)
