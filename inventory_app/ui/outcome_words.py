"""The one place that turns an outcome into words: what was asked, what became of it, what can be done about
it.

Wording: say what was saved or that nothing was; name the thing, the place and the figures; the driver's
words are under
Details and nowhere else.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from inventory_app.actions.outcome import (
    Cancelled,
    Committed,
    Conflict,
    DryRun,
    Failed,
    Outcome,
    Phase,
    Progress,
    Refused,
    Unknown,
)
from inventory_app.actions.perform.perform import SAVED_BEFORE
from inventory_app.ui.theme import formats
from inventory_app.ui.theme.tokens import OutcomeLook
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, english, translate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from inventory_app.actions.action import Action

LOOKS: Mapping[type[object], OutcomeLook] = {
    Committed: OutcomeLook.COMMITTED,
    Refused: OutcomeLook.REFUSED,
    DryRun: OutcomeLook.DRY_RUN,
    Conflict: OutcomeLook.CONFLICT,
    Failed: OutcomeLook.FAILED,
    Cancelled: OutcomeLook.CANCELLED,
    Unknown: OutcomeLook.UNKNOWN,
}
STOPPED = QT_TRANSLATE_NOOP("Outcome", "Stopped. Nothing was saved.")
CHECKING = QT_TRANSLATE_NOOP("Outcome", "Connection lost while saving; this resolves itself on reconnect")
_NOT_SAVED = QT_TRANSLATE_NOOP("Outcome", "Nothing was saved.")
_PHASES = {
    Phase.WAITING: QT_TRANSLATE_NOOP("Outcome", "Waiting"),
    Phase.STAGING: QT_TRANSLATE_NOOP("Outcome", "Reading"),
    Phase.RUNNING: QT_TRANSLATE_NOOP("Outcome", "Saving"),
    Phase.COMMITTING: QT_TRANSLATE_NOOP("Outcome", "Saving"),
    Phase.RETRYING: QT_TRANSLATE_NOOP("Outcome", "Trying again"),
    Phase.CHECKING: CHECKING,
}


def look_of(outcome: Outcome | None, progress: Progress | None = None) -> OutcomeLook:
    """Badge of an action; one that runs is Running, or Checking… while it is not known whether it was
    saved.
    """
    if outcome is not None:
        return LOOKS[type(outcome)]
    checking = progress is not None and progress.phase is Phase.CHECKING
    return OutcomeLook.UNKNOWN if checking else OutcomeLook.RUNNING


def sentence_of(outcome: Outcome, retried_because: str = "") -> str:
    """What became of it, for the activity panel."""
    match outcome:
        case Committed(repeated=True):
            return _joined(outcome.message, translate("Outcome", "Saved before; nothing was done again"))
        case Committed():
            return _joined(outcome.message, tries(outcome, retried_because), *outcome.notes)
        case DryRun():
            return _joined(outcome.message, translate("Outcome", "A trial: nothing was saved"))
        case Unknown():
            return translate("Outcome", CHECKING)
        case Cancelled() if not saved_before(outcome):
            return translate("Outcome", STOPPED)
        case Failed() if not saved_before(outcome) and not _says_nothing_saved(outcome.message):
            return f"{outcome.message} {translate('Outcome', _NOT_SAVED)}"
        case Refused() | Conflict() | Failed() | Cancelled():
            return outcome.message


def saved_before(outcome: Outcome) -> bool:
    """Whether it ended badly and yet is in the database, from an earlier try: nobody may say that nothing was saved."""
    return isinstance(outcome, Cancelled | Failed) and SAVED_BEFORE in outcome.message


def tries(outcome: Outcome, retried_because: str = "") -> str:
    """ "Saved at the 2nd try: another workstation held the rows", empty after one try."""
    if outcome.tries < 2:
        return ""
    at = formats.ordinal(outcome.tries)
    if not retried_because:
        return translate("Outcome", "Saved at the {ordinal} try").format(ordinal=at)
    reason = _lower_first(retried_because)
    return translate("Outcome", "Saved at the {ordinal} try: {reason}").format(ordinal=at, reason=reason)


def saved_in(outcome: Committed) -> str:
    """The second line of a toast: "45 → 42 · Saved in 12 ms"."""
    if outcome.repeated:
        return translate("Outcome", "Saved before; nothing was done again")
    took = formats.duration(outcome.seconds)
    if outcome.tries < 2:
        return _joined(outcome.message, translate("Outcome", "Saved in {duration}").format(duration=took))
    words = translate("Outcome", "Saved at the {ordinal} try in {duration}")
    return _joined(outcome.message, words.format(ordinal=formats.ordinal(outcome.tries), duration=took))


def progress_words(progress: Progress | None, seconds_left: float | None = None) -> str:
    """ "62,000 of 100,000 rows · 12 s left", "Read 500 records · 62 %", "Waiting for a running import"."""
    if progress is None:
        return translate("Outcome", "Starting")
    counted = _counted(progress)
    left = formats.left(seconds_left) if seconds_left is not None else ""
    phase = translate("Outcome", _PHASES[progress.phase])
    if progress.phase is Phase.CHECKING:
        return phase
    if progress.phase is Phase.RETRYING:
        at = formats.ordinal(progress.attempt + 1)
        if not progress.message:
            return translate("Outcome", "Trying again, {ordinal} try").format(ordinal=at)
        reason = _lower_first(progress.message)
        return translate("Outcome", "Trying again, {ordinal} try: {reason}").format(ordinal=at, reason=reason)
    if counted:
        return _joined(progress.message, counted, left)
    return progress.message or phase


def _counted(progress: Progress) -> str:
    """How far it is: the reading of a file counts bytes, everything else rows."""
    done, total = progress.done, progress.total
    if progress.phase is Phase.STAGING:
        return f"{min(100, done * 100 // total)} %" if total else formats.file_size(done) if done else ""
    if total:
        words = translate("Outcome", "{done} of {total} row(s)", count=total)
        return words.format(done=formats.number(done), total=formats.number(total))
    return translate("Outcome", "{count} row(s)", count=done).format(count=formats.number(done)) if done else ""


def refusal_words(outcome: Refused) -> str:
    """A refusal without the name of the field before the colon, for a place that names the field itself."""
    if outcome.field and outcome.message.startswith(f"{outcome.field}: "):
        return outcome.message.removeprefix(f"{outcome.field}: ")
    return outcome.message


def details_of(action: Action, outcome: Outcome | None, started_at: datetime, database: str) -> str:
    """Everything that is known of an action, for copying. Never a password."""
    lines = [
        action.title(),
        "",
        f"action: {action.kind}",
        f"id: {action.action_id}",
        f"started: {started_at.astimezone():%Y-%m-%d %H:%M:%S %z}",
        f"database: {database}",
    ]
    if outcome is None:
        return "\n".join([*lines, "outcome: running"])
    lines += [
        f"outcome: {english(look_of(outcome).word).rstrip('…').lower()}",
        f"tries: {outcome.tries}",
        f"took: {formats.duration(outcome.seconds)}",
        "",
        outcome.message,
    ]
    match outcome:
        case Committed():
            lines += [*outcome.notes, "", _json(outcome.result)]
        case Refused():
            lines += ["", f"code: {outcome.code}, field: {outcome.field or '–'}", _json(outcome.details)]
        case DryRun():
            lines += ["", _json(outcome.result)]
        case Conflict():
            lines += ["", *(f"{d.field}: {d.expected!r} → {d.current!r}" for d in outcome.differences)]
        case Failed() | Unknown():
            lines += ["", outcome.detail]
        case Cancelled():
            pass
    return "\n".join(lines).rstrip()


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(dict(value), indent=2, ensure_ascii=False, default=str) if value else ""


def _joined(*parts: str) -> str:
    return " · ".join(part.rstrip(".") if at else part for at, part in enumerate(p for p in parts if p))


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _says_nothing_saved(message: str) -> bool:
    known = english(message)
    return "othing was saved" in known or "othing saved" in known
