"""What a screen is given and what it gives: the contract between the frame and the screens, which never meet.

A screen's package exports ``make(collaborators) -> Page``; the bootstrap declares it to the window.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from inventory_app.queries.scanned import Scanned
    from inventory_app.settings.secrets import SecretStore
    from inventory_app.settings.store import SettingsStore
    from inventory_app.ui.runtime.action_runner import ActionRunner
    from inventory_app.ui.runtime.background import Background
    from inventory_app.ui.runtime.health import HealthMonitor
    from inventory_app.ui.runtime.notices import Notices
    from inventory_app.ui.runtime.query_runner import QueryRunner
    from inventory_app.ui.runtime.writings import Writings
    from inventory_app.ui.widgets.page import Page
    from inventory_app.ui.widgets.popup import Found


class Navigator(Protocol):
    """How a screen leads to another one, by key: ``go("products", "00417")`` shows that product there."""

    def go(self, key: str, argument: object = None) -> None: ...

    def tell(self, message: str) -> None:
        """A toast for what the person just did."""


@dataclass(frozen=True)
class Collaborators:
    """Everything a screen works with; made once, by the bootstrap."""

    actions: ActionRunner
    queries: QueryRunner
    background: Background
    writings: Writings
    health: HealthMonitor
    notices: Notices
    settings: SettingsStore
    secrets: SecretStore
    navigator: Navigator


@runtime_checkable
class Shows(Protocol):
    """A page that can be led to something: a product, an order, a file to import."""

    def show_item(self, argument: object) -> None: ...


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that the scanner has read. ``found`` is the product that has it, None when none has."""

    code: str
    found: Scanned | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a screen has done with a code, in words; not ``ok`` when it could do nothing with it, and why."""

    words: str
    ok: bool = True


@runtime_checkable
class TakesScans(Protocol):
    """A page or a window of its own that does something with codes itself.

    None leaves the code to what happens everywhere: a product is shown on Products, an unknown code is told.
    """

    def take_scan(self, scan: Scan) -> Taken | None: ...


@dataclass(frozen=True)
class ScreenDeclaration:
    """One screen. ``factory`` makes its page when it is shown for the first time."""

    key: str
    title: str
    icon_name: str
    factory: Callable[[], Page]
    shortcut: str = ""
    at_foot: bool = False


@dataclass(frozen=True)
class Command:
    """Something that can be done from the find box, such as "Adjust stock…"."""

    title: str
    run: Callable[[], None]
    icon_name: str = ""
    shortcut: str = ""


# Finds records in the database for the words typed; called in a session of its own.
FindSource: TypeAlias = "Callable[[AsyncSession, str], Awaitable[Sequence[Found]]]"


@dataclass(frozen=True)
class Finder:
    """Records that the find box knows: how to look, and what to do with the one that was chosen."""

    name: str
    look: FindSource
    choose: Callable[[Found], None]
