"""How a screen is declared to the window, and how a command is declared to the find box."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from inventory_app.ui.widgets.page import Page
    from inventory_app.ui.widgets.popup import Found


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
