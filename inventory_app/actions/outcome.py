"""What became of one user action. Each action ends in exactly one of these, and the window shows it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from inventory_app.domain.errors import FieldDifference

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


class Topic(StrEnum):
    """What kind of data an action touched; screens refetch what they show of it."""

    PRODUCTS = "products"
    STOCK = "stock"
    LOCATIONS = "locations"
    SALES = "sales"
    PARTIES = "parties"
    IMPORTS = "imports"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """What every outcome tells: whose it is, how often it was tried and how long it took."""

    action_id: UUID
    message: str
    tries: int = 1
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed(_Ended):
    """Saved, whole. ``repeated``: an earlier action of the same id had saved it already, nothing was done again."""

    result: Mapping[str, Json] = field(default_factory=dict)
    topics: frozenset[Topic] = frozenset()
    repeated: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(_Ended):
    """A rule of the business said no; everything was rolled back.

    ``result`` holds what was found before the rule spoke (the counts of a refused import).
    """

    code: str = "refused"
    field: str | None = None
    details: Mapping[str, object] = dataclasses.field(default_factory=dict)
    result: Mapping[str, Json] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun(_Ended):
    """A trial: all was done and checked, then rolled back on purpose."""

    result: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(_Ended):
    """Someone else changed the record since it was opened; everything was rolled back."""

    differences: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(_Ended):
    """The database or the program failed; everything was rolled back. ``detail`` is for copying, never a password."""

    detail: str = ""
    unreachable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(_Ended):
    """The person stopped it in time; everything was rolled back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(_Ended):
    """The connection died during COMMIT and the probe has no answer yet; never a guess."""

    detail: str = ""


Outcome: TypeAlias = Committed | Refused | DryRun | Conflict | Failed | Cancelled | Unknown

WORDS: Mapping[type[_Ended], str] = {
    Committed: "committed",
    Refused: "refused",
    DryRun: "dry_run",
    Conflict: "conflict",
    Failed: "failed",
    Cancelled: "cancelled",
    Unknown: "unknown",
}


def word_of(outcome: Outcome) -> str:
    """The outcome's word in the contract of the command line."""
    return WORDS[type(outcome)]


class Phase(StrEnum):
    """What a running action is doing; shown, never an outcome."""

    WAITING = "waiting"  # for the writer queue, a connection, or a running import
    STAGING = "staging"  # reading a file, nothing locked
    RUNNING = "running"
    COMMITTING = "committing"  # past the point of no return: cannot be cancelled any more
    RETRYING = "retrying"
    CHECKING = "checking"  # resolving Unknown


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an action is; ``total`` 0 when it is not known."""

    action_id: UUID
    phase: Phase
    message: str = ""
    done: int = 0
    total: int = 0
    attempt: int = 1
