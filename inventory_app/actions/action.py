"""What an action is: a frozen value that says what the person asked for, with an id that a retry keeps."""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import ClassVar
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from inventory_app.actions.outcome import Json, Progress, Topic
from inventory_app.database.dialect import Dialect
from inventory_app.database.faults import Fault
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain


@dataclass(frozen=True, slots=True)
class Context:
    """Who acts, and where: recorded in action_log, not part of the action itself."""

    actor: str
    workstation: str


@dataclass(frozen=True, slots=True)
class Done:
    """What an action gives back for saving beside it: a sentence, JSON values, what it touched, and side remarks.

    ``title`` replaces the action's own where more is known after it ran.
    """

    summary: str
    result: Mapping[str, Json] = field(default_factory=dict)
    topics: frozenset[Topic] = frozenset()
    notes: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What an action works with while it runs: one session in one transaction, and who asked when."""

    session: AsyncSession
    dialect: Dialect
    action_id: UUID
    context: Context
    now: datetime
    report: Callable[[Progress], None]


class InTheWay(Exception):  # noqa: N818 - an answer, as Refusal is
    """A constraint stood in the way of what an action wrote; raised from the database's error, with the rule behind it.

    Somebody else may have made, or taken, what stands there at the same moment: `perform` lets the action look once
    more and follow a rule of its own, before it answers with this one.
    """

    def __init__(self, rule: Refusal) -> None:
        super().__init__(rule.message)
        self.rule = rule


@dataclass(frozen=True, kw_only=True)
class Action(ABC):
    """Base of all user actions. Subclasses are frozen dataclasses whose fields say everything that was asked.

    ``stages`` marks an action that first brings its input into TEMP tables (an import); ``reverses`` the action
    that this one takes back; ``dry_run`` one that is rolled back on purpose.
    """

    kind: ClassVar[str]
    stages: ClassVar[bool] = False

    action_id: UUID = field(default_factory=uuid4)

    @abstractmethod
    def title(self) -> str:
        """What is done, in the words of the activity panel: “Adjust 00417 by −3”."""

    @abstractmethod
    async def run(self, work: Work) -> Done:
        """Do it inside the open transaction. Raises Refusal, ConflictFound or InTheWay; never commits."""

    @property
    def reverses(self) -> UUID | None:
        return None

    @property
    def locks(self) -> tuple[str, ...]:
        """Tables that nobody else writes while an import runs, on engines whose writers do not take turns anyway."""
        return ("product", "product_barcode")

    @property
    def dry_run(self) -> bool:
        return False

    def anew(self) -> dict[str, Json] | None:
        """What is kept beside a started action, so that it can be begun anew should its process die; None: nothing."""
        return None

    def explain(self, fault: Fault) -> Refusal | None:  # noqa: ARG002 - for subclasses
        """The rule behind a constraint that this action may run into, or None when the fault is no answer."""
        return None

    async def stage(self, connection: AsyncConnection, report: Callable[[Progress], None]) -> None:
        """Bring the input into TEMP tables of ``connection``; saves nothing and is no try."""
        raise NotImplementedError(f"{self.kind} has nothing to stage")

    async def unstage(self, connection: AsyncConnection) -> None:
        """Drop what `stage` made, before the connection goes back to the pool."""
        raise NotImplementedError(f"{self.kind} has nothing staged")

    def canonical(self) -> dict[str, Json]:
        """Everything asked for as plain JSON values, the id left out: the same request gives the same value."""
        asked = {one.name: canonical(getattr(self, one.name)) for one in fields(self) if one.name != "action_id"}
        return {"kind": self.kind, **asked}

    def fingerprint(self) -> str:
        """sha256 of the canonical form, as hex."""
        text = json.dumps(self.canonical(), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: object) -> Json:
    """One value as JSON: decimals as plain text (1.50 and 1.5 are the same request), sets sorted."""
    if isinstance(value, Enum):
        return canonical(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date | UUID):
        return value.isoformat() if isinstance(value, date) else str(value)
    return _canonical_group(value)


def _canonical_group(value: object) -> Json:
    if isinstance(value, frozenset | set):
        return sorted((canonical(one) for one in value), key=str)
    if isinstance(value, tuple | list):
        return [canonical(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): canonical(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: canonical(getattr(value, one.name)) for one in fields(value)}
    raise TypeError(f"{type(value).__name__} has no canonical form")
