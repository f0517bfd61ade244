"""The activity presenter: follows every action from its start and keeps its row, the toast and the way
back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from inventory_app.actions.outcome import (
    Cancelled,
    Committed,
    Conflict,
    DryRun,
    Failed,
    Phase,
    Refused,
    Unknown,
)
from inventory_app.actions.undo import Undo
from inventory_app.ui import outcome_words as words
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.activity_rows import ActivityRow, RowAction
from inventory_app.ui.widgets.details_dialog import DetailsDialog

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from inventory_app.actions.action import Action
    from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
    from inventory_app.ui.widgets.activity_panel import ActivityPanel
    from inventory_app.ui.widgets.toast import Toast

# The action that takes another one back; None when that one cannot be taken back.
UndoOf: TypeAlias = "Callable[[Action], Action | None]"


def undo_of(action: Action) -> Action | None:
    """Everything that was committed can be taken back; the database refuses with the reason where it cannot."""
    return None if action.dry_run else Undo(of=action.action_id, what=action.title())


UNDO = RowAction("undo", QT_TRANSLATE_NOOP("RowAction", "Undo"), "undo")
REVERT = RowAction("undo", QT_TRANSLATE_NOOP("RowAction", "Revert…"), "undo")
RETRY = RowAction("retry", QT_TRANSLATE_NOOP("RowAction", "Retry"), "retry")
CANCEL = RowAction("cancel", QT_TRANSLATE_NOOP("RowAction", "Cancel"), "cancel")
OPEN = RowAction("open", QT_TRANSLATE_NOOP("RowAction", "Open"), "chevron-right")
RESOLVE = RowAction("resolve", QT_TRANSLATE_NOOP("RowAction", "Resolve…"), "conflict")
DISMISS = RowAction("dismiss", QT_TRANSLATE_NOOP("RowAction", "Dismiss"), "check")

_COALESCE = 100  # ms: rows of running actions are redrawn at most ten times a second
_LEAST_SHARE = 0.02  # of the work must be done before the rest is estimated


class _Entry:
    """What the presenter remembers of one run."""

    def __init__(self, number: int, run: ActionRun) -> None:
        self.number = number
        self.run = run
        self.retried_because = ""
        self.done_with = False  # undone, retried, resolved or dismissed
        self.undo: Action | None = None

    @property
    def needs_somebody(self) -> bool:
        return not self.done_with and isinstance(self.run.outcome, Refused | Conflict | Failed)


class ActivityPresenter(QObject):
    """Joins the action runner to the panel. Screens connect to `open_wanted` and `resolve_wanted` for their
    actions.
    """

    open_wanted = Signal(object)  # ActionRun that was refused: bring its form back
    resolve_wanted = Signal(object)  # ActionRun that met a conflict
    revert_wanted = Signal(object)  # ActionRun whose undo asks first (an import)

    def __init__(
        self,
        runner: ActionRunner,
        panel: ActivityPanel,
        toast: Toast,
        undo_of: UndoOf,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._panel = panel
        self._toast = toast
        self._undo_of = undo_of
        self._window = parent
        self._background = Background(self)
        self._entries: dict[int, _Entry] = {}
        self._numbers: dict[ActionRun, int] = {}
        self._tries: dict[UUID, list[int]] = {}  # id of an action → its rows: a form keeps one id
        self._undoing: dict[UUID, int] = {}  # id of an undo → the row it takes back
        self._dirty: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COALESCE)
        self._timer.timeout.connect(self._redraw)
        runner.started.connect(self._started)
        runner.progressed.connect(self._progressed)
        runner.finished.connect(self._finished)
        runner.settled.connect(self._settle_action)
        runner.database_changed.connect(self._database_changed)
        panel.action_chosen.connect(self._chosen)
        panel.opened.connect(self._details)
        toast.action_chosen.connect(self._toast_chosen)

    # ----------------------------------------------------------------------------------------- what the
    # runner tells

    def _started(self, run: ActionRun) -> None:
        number = len(self._entries)
        self._entries[number] = _Entry(number, run)
        self._numbers[run] = number
        self._tries.setdefault(run.action.action_id, []).append(number)
        self._draw(number)

    def _progressed(self, run: ActionRun) -> None:
        number = self._numbers.get(run)
        if number is None:
            return
        if run.progress is not None and run.progress.phase is Phase.RETRYING:
            self._entries[number].retried_because = run.progress.message
        self._dirty.add(number)
        if not self._timer.isActive():
            self._timer.start()

    def _finished(self, run: ActionRun) -> None:
        entry = self._entries[self._numbers[run]]
        self._dirty.discard(entry.number)
        outcome = run.outcome
        if isinstance(outcome, Committed):
            entry.undo = None if outcome.repeated else self._undo_of(run.action)
            taken_back = self._undoing.pop(run.action.action_id, None)
            if taken_back is not None:
                self._settle(taken_back)
            self._tell(entry, outcome)
        self._draw(entry.number)
        if not isinstance(outcome, Cancelled):
            self._settle_action(run.action.action_id, before=entry.number)

    def _database_changed(self) -> None:
        """Undo and Retry stay with the database of their action."""
        self._toast.take_offer_back()
        for number, entry in self._entries.items():
            if not entry.run.running and self._panel.model.row(number) is not None:
                self._draw(number)

    def _tell(self, entry: _Entry, outcome: Committed) -> None:
        offered = _undo_offer(entry.run.action).words if self._can_undo(entry) else ""
        self._toast.tell(entry.run.action.title(), words.saved_in(outcome), action=offered, token=entry.number)

    # ------------------------------------------------------------------------------------------ what the
    # person does

    def undo_last(self) -> bool:
        """Ctrl+Z: take back the last action of this session that can be taken back."""
        for entry in reversed(self._entries.values()):
            if self._can_undo(entry):
                self._do_undo(entry)
                return True
        return False

    def cancel_all(self) -> None:
        for run in self._runner.runs:
            self._runner.cancel(run)

    def _settle_action(self, action_id: UUID, before: int | None = None) -> None:
        """All tries of an action need nobody any more, or those before a try that says what became of it now."""
        for number in self._tries.get(action_id, []):
            if (before is None or number < before) and self._entries[number].needs_somebody:
                self._settle(number)

    def _settle(self, number: int) -> None:
        self._entries[number].done_with = True
        self._draw(number)

    def _toast_chosen(self, number: object) -> None:
        if isinstance(number, int) and number in self._entries:
            self._do_undo(self._entries[number])

    def _chosen(self, row: ActivityRow, key: str) -> None:
        entry = self._entries[row.number]
        match key:
            case "undo":
                self._do_undo(entry)
            case "retry":
                self._settle(entry.number)
                self._runner.again(entry.run)
            case "cancel":
                self._runner.cancel(entry.run)
            case "open":
                self.open_wanted.emit(entry.run)
            case "resolve":
                self.resolve_wanted.emit(entry.run)
            case "dismiss":
                self._settle(entry.number)
            case _:
                raise ValueError(f"the panel has no action {key!r}")

    def _do_undo(self, entry: _Entry) -> None:
        if entry.undo is None or not self._can_undo(entry):
            return
        if entry.run.action.stages:  # an import: what it takes back is shown before
            self.revert_wanted.emit(entry.run)
            return
        undo, entry.undo = entry.undo, self._undo_of(entry.run.action)
        self._undoing[undo.action_id] = entry.number
        self._runner.start(undo)

    def _can_undo(self, entry: _Entry) -> bool:
        open_ = entry.undo is not None and not entry.done_with
        return open_ and self._runner.is_here(entry.run) and not self._is_undoing(entry.number)

    def _is_undoing(self, number: int) -> bool:
        running = {run.action.action_id for run in self._runner.runs}
        self._undoing = {undo: at for undo, at in self._undoing.items() if undo in running}
        return number in self._undoing.values()

    def _details(self, row: ActivityRow) -> None:
        self._background.start(self._show_details(row), name="details")

    async def _show_details(self, row: ActivityRow) -> None:
        run = self._entries[row.number].run
        where = run.database.config.display()
        details = words.details_of(run.action, run.outcome, run.started_at, where)
        dialog = DetailsDialog(row.look, row.title, row.sentence, details, parent=self._window)
        await finished(dialog)
        dialog.deleteLater()

    #
    #
    # --------------------------------------------------------------------------------------------------------- rows

    def _redraw(self) -> None:
        dirty, self._dirty = self._dirty, set()
        for number in dirty:
            self._draw(number)

    def _draw(self, number: int) -> None:
        entry = self._entries[number]
        self._panel.model.put(self._running(entry) if entry.run.running else self._ended(entry))

    def _running(self, entry: _Entry) -> ActivityRow:
        run, progress = entry.run, entry.run.progress
        share = run.share
        sentence = (
            translate("Activity", "Stopping") if run.cancel_asked else words.progress_words(progress, seconds_left(run))
        )
        return ActivityRow(
            entry.number,
            words.look_of(None, progress),
            formats.clock(run.started_at),
            run.action.title(),
            sentence,
            share=share,
            actions=(CANCEL,) if run.can_be_cancelled else (),
            running=True,
        )

    def _ended(self, entry: _Entry) -> ActivityRow:
        run, outcome = entry.run, entry.run.outcome
        if outcome is None:
            raise RuntimeError("the action still runs")
        actions, needs_you = self._offers(entry)
        remark = ""
        if (actions or needs_you) and not self._runner.is_here(run):
            actions = tuple(one for one in actions if one is DISMISS)
            remark = translate("Activity", "Done in {database}: change back to it to go on with this").format(
                database=run.database.config.display()
            )
        return ActivityRow(
            entry.number,
            words.look_of(outcome),
            formats.clock(run.started_at),
            run.action.title(),
            words.sentence_of(outcome, entry.retried_because),
            took=formats.duration(outcome.seconds) if isinstance(outcome, Committed | DryRun) else "",
            actions=actions,
            needs_you=needs_you,
            remark=remark,
        )

    def _offers(self, entry: _Entry) -> tuple[tuple[RowAction, ...], bool]:
        """What can be done about an ended action, and whether somebody should."""
        if entry.done_with:
            return (), False
        match entry.run.outcome:
            case Committed() if entry.undo is not None:
                return (_undo_offer(entry.run.action),), False
            case Refused():
                return (OPEN, DISMISS), True
            case Conflict():
                return (RESOLVE, DISMISS), True
            case Failed():
                return (RETRY, DISMISS), True
            case Unknown():  # the program is ending; the next start resolves it
                return (), True
        return (), False


def _undo_offer(action: Action) -> RowAction:
    """An import is not taken back before it was shown what that means."""
    return REVERT if action.stages else UNDO


def seconds_left(run: ActionRun) -> float | None:
    """An estimate from how long the share that is done has taken; None while that would be a guess."""
    progress = run.progress
    if progress is None or not progress.total or progress.done < progress.total * _LEAST_SHARE:
        return None
    taken = (datetime.now(UTC) - run.started_at).total_seconds()
    return taken * (progress.total - progress.done) / progress.done
