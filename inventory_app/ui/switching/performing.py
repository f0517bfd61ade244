"""How the window carries out an action: `perform` with the person, the limits and the outbox filled in.

It also settles what an earlier process left behind: each such action stands in the activity panel as one that is
being asked about, until the probe has said what became of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.chosen import context_of, policy_of
from inventory_app.actions.outcome import Committed, Failed, Json, Outcome, Phase, Progress, Refused, Unknown
from inventory_app.actions.perform import perform
from inventory_app.actions.perform.outbox import Outbox, Started
from inventory_app.actions.perform.probe import Answer, probe, saved_outcome
from inventory_app.database.database import Database
from inventory_app.settings.store import SettingsStore
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

log = logging.getLogger(__name__)

_NOT_SAVED = QT_TRANSLATE_NOOP("Outcome", "The connection was lost while saving. Nothing was saved.")
_ENDED_BEFORE = QT_TRANSLATE_NOOP("Outcome", "Stockroom ended before this was saved. Nothing was saved.")


@dataclass(frozen=True, kw_only=True)
class LeftBehind(Action):
    """An action of a process that is gone: known by its id and its words; it is asked about, never run.

    ``was`` is its kind, ``kept`` what it left for a new beginning.
    """

    kind: ClassVar[str] = "left_behind"
    words: str
    was: str = ""
    kept: Mapping[str, Json] | None = field(default=None, hash=False)

    @classmethod
    def of(cls, started: Started) -> LeftBehind:
        return cls(action_id=UUID(started.action_id), words=started.title, was=started.kind, kept=started.anew)

    @override
    def title(self) -> str:
        return self.words

    @override
    async def run(self, work: Work) -> Done:
        raise RuntimeError("what another process began cannot be run again")


class Performer:
    """Passed to the action runner. ``refusing`` says why no action may run at present, '' when they may."""

    def __init__(self, settings: SettingsStore, outbox: Outbox | None) -> None:
        self._settings = settings
        self._outbox = outbox
        self._left = list(outbox.left_behind()) if outbox is not None else []
        self._here = ("", "")  # address and name of the database in use
        self._begun: dict[UUID, tuple[str, str]] = {}  # where each action of this session was begun
        self.refusing = ""

    async def __call__(self, database: Database, action: Action, *, report: Callable[[Progress], None]) -> Outcome:
        if self.refusing:
            return Failed(
                action_id=action.action_id,
                message=translate("Outcome", "{reason} Nothing was saved.").format(reason=self.refusing),
            )
        if isinstance(action, LeftBehind):
            report(Progress(action.action_id, Phase.CHECKING))
            unknown = Unknown(
                action_id=action.action_id,
                message=translate("Outcome", "Whether “{action}” was saved is not known.").format(action=action.words),
            )
            return await self.resolve(database, action, unknown) or unknown
        elsewhere = self._elsewhere(action)
        if elsewhere:
            message = translate(
                "Outcome", "This was done in {elsewhere}; change back to that database first. Nothing was saved."
            ).format(elsewhere=elsewhere)
            return Refused(action_id=action.action_id, message=message, code="other_database")
        self._begun[action.action_id] = self._here
        return await perform(
            database,
            action,
            context=context_of(self._settings),
            policy=policy_of(self._settings),
            report=report,
            outbox=self._outbox,
        )

    def _elsewhere(self, action: Action) -> str:
        """The other database that a retry or an undo belongs to, '' for what may run here."""
        for known in (action.action_id, action.reverses):
            begun = self._begun.get(known, self._here) if known is not None else self._here
            if begun[0] != self._here[0]:
                return begun[1]
        return ""

    async def resolve(self, database: Database, action: Action, outcome: Unknown) -> Outcome | None:
        """Ask once more what became of an action; None while the database does not say it."""
        answer, fault = await probe(
            database, action.action_id, lock_timeout=policy_of(self._settings).probe_lock_timeout
        )
        if answer is Answer.PENDING:
            log.info("%s is not decided yet: %s", action.kind, fault.detail if fault is not None else "under way")
            return None
        decided: Outcome | None
        if answer is Answer.NOT_COMMITTED:
            message = translate("Outcome", _ENDED_BEFORE if isinstance(action, LeftBehind) else _NOT_SAVED)
            decided = Failed(action_id=action.action_id, message=message, detail=outcome.detail)
        else:
            decided = await self._saved(database, action)
        if decided is not None and self._outbox is not None:
            self._outbox.resolved(action.action_id)
        return decided

    async def _saved(self, database: Database, action: Action) -> Committed | None:
        saved = await saved_outcome(database, action.action_id, repeated=False)
        return None if saved is None else saved[1]

    def use(self, database: str, name: str = "") -> tuple[LeftBehind, ...]:
        """Another database is in use, by its address and name; what was left behind in it is to be asked about."""
        self._here = (database, name or database)
        if self._outbox is not None:
            self._outbox.use(database)
        here = [started for started in self._left if started.database == database]
        self._left = [started for started in self._left if started.database != database]
        return tuple(LeftBehind.of(started) for started in here)

    def close(self) -> None:
        if self._outbox is not None:
            self._outbox.close()
