"""The work behind the import window from the third step on: the check, the commit, and what became of it.

The file is read by a process of its own; this one starts actions, follows them, and shows what they found.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from inventory_app.actions.outcome import Committed, DryRun, Refused
from inventory_app.actions.undo import Undo
from inventory_app.domain.errors import Refusal
from inventory_app.importing.import_file import ImportFile
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.options import Mode
from inventory_app.importing.problem_pages import ProblemPages
from inventory_app.importing.rejects import refuse_output
from inventory_app.importing.request import ImportOutcome, ImportRequest
from inventory_app.importing.run_import import finish_import, recipe_of_action
from inventory_app.importing.saving.listing import Listed
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.deciding import Deciding
from inventory_app.ui.import_dialog.files import free_rejects_path
from inventory_app.ui.import_dialog.leaving import about_running, may_forget
from inventory_app.ui.import_dialog.opening import Opening
from inventory_app.ui.import_dialog.repairing import Repairing
from inventory_app.ui.import_dialog.revert import revert, told
from inventory_app.ui.import_dialog.trying import ImportTries
from inventory_app.ui.import_dialog.unchecked import tell_why
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.import_dialog.words import WORDS
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import choose_file_to_save
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

_NOTHING_SAVED = QT_TRANSLATE_NOOP("Outcome", "Nothing was saved.")


class ImportPresenter(QObject):
    """Lives as long as its window, its parent; the window stays, hidden, as long as its import runs."""

    earlier_wanted = Signal(object)  # id of an import that did the same before
    run_changed = Signal()  # a check or the import has begun or ended

    def __init__(self, with_: Collaborators, window: ImportWindow) -> None:
        super().__init__(window)
        self._with = with_
        self._window = window
        self._tasks = Background(self)
        self._opening = Opening(with_, window)
        self._deciding = Deciding(with_, window, self._opening, self._check)
        self._repairing = Repairing(self._opening, window, self._check)
        self._deciding.changed.connect(self._repairing.show_kept)
        self._checked: ImportOutcome | None = None
        self._checked_sum = ""  # of the file as it was checked: what was seen of it holds for no other
        self._checked_path: Path | None = None
        self._tries = ImportTries(with_.actions, self)
        self._run: ActionRun | None = None
        self._rejects: Path | None = None
        self._committed: ImportOutcome | None = None
        self._earlier: object = None
        self._recipe: Recipe | None = None  # how the import was done, for the repaired file of its rejects
        self._imported_name = ""
        self._connect()

    def _connect(self) -> None:
        window = self._window
        second, third = window.map, window.check
        second.back.clicked.connect(self._back)
        second.check.clicked.connect(self._check)
        third.back.clicked.connect(self._back)
        third.stop.clicked.connect(self.cancel)
        third.mode_changed.connect(self._mode_changed)
        third.save.clicked.connect(self._commit)
        third.save_rejects.clicked.connect(self._choose_rejects)
        window.commit.cancel.clicked.connect(self.cancel)
        self._connect_outcome()
        window.again.clicked.connect(self._import_again)
        window.earlier.clicked.connect(self._show_earlier)
        window.back_wanted.connect(self._back)
        window.leave_wanted.connect(self._leave)
        window.close_wanted.connect(self._close)
        self._with.actions.progressed.connect(self._progressed)
        self._with.actions.finished.connect(self._finished)

    def _connect_outcome(self) -> None:
        last = self._window.outcome
        last.done.clicked.connect(self._show_imported)
        last.another.clicked.connect(self._another)
        last.retry.clicked.connect(self._commit)
        last.to_check.clicked.connect(self._check)
        last.revert.clicked.connect(self._ask_revert)
        last.open_folder.clicked.connect(self._open_folder)
        last.recheck.clicked.connect(self._check_repaired)

    @property
    def opening(self) -> Opening:
        """The first two steps."""
        return self._opening

    def open_file(self, path: Path, kind: str = "") -> None:
        """Look at a file, unless an import runs."""
        if self._run is None:
            self._opening.open_file(path, kind)

    def start_again(self, request: ImportRequest) -> None:
        """Begin an import anew that a crash has ended: same file, mapping and treatment, at its commit."""
        self._opening.take_up(request)
        self._checked_sum, self._checked_path = request.checked, Path(request.path)
        self._commit()

    @property
    def run(self) -> ActionRun | None:
        """The check or the import that runs now."""
        return self._run

    @property
    def commits(self) -> bool:
        """Whether the import itself runs, not only its check."""
        return self._run is not None and not self._run.action.dry_run

    def _mode_changed(self, mode: Mode) -> None:
        self._opening.choices = replace(self._opening.choices, mode=mode)

    def _back(self) -> None:
        if self._window.step == steps.MAP:
            self._window.show_step(steps.OPEN)
        elif self._window.step == steps.VALUES:
            self._deciding.leave()
        elif self._window.step == steps.CHECK and self._run is None:
            self._opening.to_map()

    # ------------------------------------------------------------------------------------------- check and commit

    def _check(self) -> None:
        self._start(dry_run=True, step=steps.CHECK)

    def _commit(self) -> None:
        self._start(dry_run=False, step=steps.COMMIT)

    def _start(self, *, dry_run: bool, step: int, rejects: Path | None = None) -> None:
        path = self._opening.choices.path
        if self._run is not None or path is None:
            return
        if self._with.actions.database is None:
            self._window.banner.show_message(
                OutcomeLook.FAILED, translate("Import", "No database is open"), translate("Outcome", _NOTHING_SAVED)
            )
            return
        try:
            request = self._opening.choices.request(dry_run=dry_run)
        except Refusal as refusal:
            self._window.banner.show_message(
                OutcomeLook.REFUSED, translate("Import", "These choices do not go together"), refusal.message
            )
            return
        if not dry_run:
            # Also when the check found none to reject: others may have changed the database since.
            rejects = free_rejects_path(path) if request.options.mode is Mode.SKIP else None
        if path == self._checked_path and (not dry_run or request.treatment.corrections):
            request = replace(request, checked=self._checked_sum)
        self._rejects = rejects
        request = replace(request, rejects=str(rejects or ""))
        self._window.show_step(step)
        listed = Listed.ALL if dry_run else Listed.NONE
        self._run = self._tries.start(ImportFile(request=request, listed=listed))
        self.run_changed.emit()
        if dry_run:
            self._window.check.show_checking()
            self._window.check.progress.follow(self._run)
        else:
            known = self._checked.seconds if self._checked is not None else 0.0
            self._window.commit.progress.follow(self._run, known)
            self._window.commit.show_cancellable(True)

    def cancel(self) -> None:
        """Everything is taken back; past the point of no return it is too late."""
        if self._run is not None:
            self._with.actions.cancel(self._run)

    def _progressed(self, run: ActionRun) -> None:
        if run is not self._run or run.progress is None:
            return
        page = self._window.commit if self.commits else self._window.check
        page.progress.show_progress(run.progress)
        if self.commits:
            self._window.commit.show_cancellable(run.can_be_cancelled)

    def _finished(self, run: ActionRun) -> None:
        if run is self._run:
            self._with.writings.hold(self._tasks.start(self._conclude(run), name="conclude an import"))

    async def _conclude(self, run: ActionRun) -> None:
        action, outcome = run.action, run.outcome
        if not isinstance(action, ImportFile) or outcome is None:
            return
        self._window.commit.show_cancellable(False)  # what is left to do are the rejected rows
        concluded = await finish_import(action, outcome)
        if not isValid(self._window):  # it is gone, and stopped the writing of the rejected rows
            return
        self._run = None
        self.run_changed.emit()
        self._window.check.progress.stop()
        self._window.commit.progress.stop()
        self._opening.show_title(concluded.counts.records)
        if action.dry_run:
            self._show_checked(run, concluded)
        else:
            self._recipe, self._imported_name = recipe_of_action(action), Path(action.request.path).name
            self._show_outcome(concluded)

    def _show_checked(self, run: ActionRun, concluded: ImportOutcome) -> None:
        outcome = run.outcome
        if isinstance(outcome, DryRun):
            former, self._checked, self._checked_sum = self._checked, concluded, concluded.sha256
            self._checked_path = self._opening.choices.path
            staged = run.action.findings.staged if isinstance(run.action, ImportFile) else None
            self._repairing.show_checked(staged)
            self._window.check.show_found(self._opening.choices.kind, concluded, self._opening.choices.mode)
            self._hold_pages(former, concluded)
            self._window.check.enter()
            if self._rejects is not None:
                count = concluded.rejects_written
                words = translate("Import", "{count} rejected row(s) in {path}. Nothing else is saved.", count=count)
                self._window.check.say(words.format(count=formats.number(count), path=self._rejects))
            return
        self._opening.to_map()
        if outcome is None:
            return
        if isinstance(outcome, Refused) and outcome.code == "already_imported":
            self._earlier = outcome.details.get("import_id")
        elif isinstance(outcome, Refused) and outcome.code == "file_changed":
            self._opening.forget_corrections()
        tell_why(self._window, outcome, concluded.message)

    def _hold_pages(self, former: ImportOutcome | None, checked: ImportOutcome | None) -> None:
        """What an earlier check listed is read no more; what the last one listed goes with the window."""
        if former is not None and former.pages is not None:
            former.pages.close()
        if checked is not None and checked.pages is not None:
            self._window.destroyed.connect(partial(ProblemPages.close, checked.pages))

    def _show_outcome(self, concluded: ImportOutcome) -> None:
        self._committed = concluded if concluded.outcome == "committed" else None
        self._window.outcome.show_outcome(self._opening.choices.kind, concluded, datetime.now(UTC), self._rejects)
        self._window.outcome.show_revertible()
        self._window.show_step(steps.OUTCOME, finished=concluded.outcome == "committed")
        if not self._window.isVisible():
            self._window.let_go()

    def _import_again(self) -> None:
        self._opening.choices = replace(self._opening.choices, again=True)
        self._check()

    def _show_earlier(self) -> None:
        self.earlier_wanted.emit(self._earlier)

    # ------------------------------------------------------------------------------------------- rejected rows, after

    def _choose_rejects(self) -> None:
        if self._run is None and self._checked is not None and self._checked.counts.rejected:
            self._tasks.start(self._ask_where(), name="save the rejected rows")

    def save_rejects(self, target: Path) -> None:
        """Check once more, and write the rejected rows to a file."""
        database = self._with.actions.database
        try:
            refuse_output(str(target), str(self._opening.choices.path), database.config.files if database else ())
        except Refusal as refusal:
            self._window.check.say(refusal.message, wrong=True)
            return
        self._start(dry_run=True, step=steps.CHECK, rejects=target)

    async def _ask_where(self) -> None:
        path = self._opening.choices.path
        if path is None:
            return
        name = str(free_rejects_path(path))
        chosen = await choose_file_to_save(
            self._window,
            translate("Import", "Save the rejected rows"),
            name,
            (translate("Import", "CSV (*.csv)"),),
            "csv",
        )
        if chosen is not None:
            self.save_rejects(chosen)

    def _open_folder(self) -> None:
        if self._rejects is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._rejects.parent)))

    def _check_repaired(self) -> None:
        if self._rejects is not None:
            # Its columns are those of the file that was imported, and are to become the same.
            if self._recipe is None:
                self._opening.open_file(self._rejects)
            else:
                name = translate("Import", "the import of {name}").format(name=self._imported_name)
                self._opening.open_with(self._rejects, name, self._recipe)

    def _show_imported(self) -> None:
        self._with.navigator.go(WORDS[self._opening.choices.kind].screen)
        self._window.let_go()

    def _another(self) -> None:
        self._opening.forget()
        self._window.check.problems.show_rows(())
        self._hold_pages(self._checked, None)
        self._checked = None
        self._window.show_step(steps.OPEN)
        self._opening.choose()

    def _ask_revert(self) -> None:
        self._tasks.start(self._revert(), name="revert an import")

    async def _revert(self) -> None:
        committed, path = self._committed, self._opening.choices.path
        if committed is None or path is None:
            return
        outcome = await revert(
            self._with.actions,
            self._window,
            Undo(of=committed.action_id, what=f"Import of {path.name}"),
            translate("Import", "the import of {name}").format(name=path.name),
        )
        if outcome is None or not isValid(self._window):
            return
        if isinstance(outcome, Committed):
            self._window.outcome.show_reverted(told(outcome))
        else:
            self._window.banner.show_message(
                OutcomeLook.REFUSED, translate("Import", "The import was not taken back"), told(outcome)
            )

    # --------------------------------------------------------------------------------------------------- closing

    def _leave(self) -> None:
        """Esc: stop the check that runs, else close. An import that runs asks first, as at the window's cross."""
        if self._run is not None and not self.commits:
            self.cancel()
        elif self._window.step == steps.VALUES:
            self._deciding.leave()
        else:
            self._close()

    def _close(self) -> None:
        self._tasks.start(self._may_close(), name="close an import")

    async def _may_close(self) -> None:
        if self.commits:
            await self._close_while_running()
            return
        if self._run is not None:
            self.cancel()
        elif self.would_lose_choices and not await may_forget(self._window):
            return
        self._window.let_go()

    @property
    def would_lose_choices(self) -> bool:
        """Whether something was mapped, decided or corrected by hand, and is not imported yet."""
        before_commit = self._window.step in (steps.MAP, steps.VALUES, steps.CHECK)
        return before_commit and self._opening.choices.is_by_hand

    async def _close_while_running(self) -> None:
        writes_rejects = self._run is not None and not self._run.running  # it is decided, and goes on anyway
        choice = "hide" if writes_rejects else await about_running(self._window)
        if not self.commits:
            return  # it ended while it was asked about; its outcome is shown
        if choice == "cancel":
            self.cancel()
        elif choice == "hide":
            self._window.hide()
            self.run_changed.emit()
