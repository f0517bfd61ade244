"""The work behind the import window: looking at the file, the check, the commit, and what became of it.

The file is read by a process of its own; this one starts actions, follows them, and shows what they found.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from inventory_app.actions.outcome import Cancelled, Committed, DryRun, Refused
from inventory_app.domain.errors import Refusal
from inventory_app.importing.import_file import ImportFile
from inventory_app.importing.jobs import Inspect
from inventory_app.importing.options import Mode
from inventory_app.importing.reading.process import Inspected, ReadingFailed, inspect_file
from inventory_app.importing.request import ImportOutcome, ImportRequest
from inventory_app.importing.run_import import finish_import
from inventory_app.queries.locations import storage_paths
from inventory_app.settings import declared
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.choices import Choices, Rules, assigned, map_rows, proposed_decimal
from inventory_app.ui.import_dialog.files import file_caption, free_rejects_path
from inventory_app.ui.import_dialog.revert import revert, told
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.outcome_words import sentence_of
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import Choice, ask, choose_file_to_open, choose_file_to_save
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.theme import OutcomeLook

_FILTERS = ("Tables as text (*.csv *.tsv *.txt)", "All files (*)")
_NOTHING_SAVED = "Nothing was saved."


class ImportPresenter(QObject):
    """Lives as long as its window, its parent; the window stays, hidden, as long as its import runs."""

    earlier_wanted = Signal(object)  # id of an import that did the same before

    def __init__(self, with_: Collaborators, window: ImportWindow) -> None:
        super().__init__(window)
        self._with = with_
        self._window = window
        self._tasks = Background(self)
        self._looking: asyncio.Task[None] | None = None
        self._inspected: Inspected | None = None
        self._records = 0
        self._locations: tuple[str, ...] = ()
        self._checked: ImportOutcome | None = None
        self._run: ActionRun | None = None
        self._rejects: Path | None = None
        self._committed: ImportOutcome | None = None
        self._earlier: object = None
        self.choices = Choices()
        self._connect()
        with_.queries.ask(self, "locations", storage_paths, self._locations_known)

    def _connect(self) -> None:
        window = self._window
        first, second, third = window.open, window.map, window.check
        first.file_wanted.connect(self.open_file)
        first.choose_wanted.connect(self._choose)
        first.kind_changed.connect(self.choose_kind)
        first.reading_changed.connect(self._reading_changed)
        first.decimal_changed.connect(self._decimal_changed)
        first.next.clicked.connect(self._to_map)
        second.columns_changed.connect(self._columns_changed)
        second.rules_changed.connect(self._rules_changed)
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
    def run(self) -> ActionRun | None:
        """The check or the import that runs now."""
        return self._run

    @property
    def commits(self) -> bool:
        """Whether the import itself runs, not only its check."""
        return self._run is not None and not self._run.action.dry_run

    # ------------------------------------------------------------------------------------------- the first step

    def open_file(self, path: Path, kind: str = "") -> None:
        """Look at a file; everything chosen about another one is forgotten."""
        if self._run is not None:
            return
        self.choices = self.choices.with_file(path)
        if kind and kind != self.choices.kind:
            self.choices = self.choices.with_kind(kind)
        self._window.show_step(steps.OPEN)
        self._with.settings.set(declared.IMPORT_FOLDER, str(path.parent))
        self._look(fresh=True)

    def _choose(self) -> None:
        if self._window.step == steps.OPEN:
            self._tasks.start(self._chosen(), name="choose a file")

    async def _chosen(self) -> None:
        folder = self._with.settings.get(declared.IMPORT_FOLDER)
        path = await choose_file_to_open(self._window, "Choose a file to import", folder, _FILTERS)
        if path is not None:
            self.open_file(path)

    def choose_kind(self, kind: str) -> None:
        """What the file holds: products or stock."""
        self.choices = self.choices.with_kind(kind)
        self._window.show_title(kind, "")
        self._look(fresh=True)

    def _reading_changed(self) -> None:
        """What the person changed is kept; the rest is detected anew on its ground."""
        now = self._window.open.reading
        shown = self._inspected.preview.file_format if self._inspected is not None else None
        former = self.choices.reading
        if shown is not None:
            former = replace(
                former,
                encoding=now.encoding if now.encoding != shown.encoding else former.encoding,
                delimiter=now.delimiter if now.delimiter != shown.delimiter else former.delimiter,
                quote=now.quote if now.quote != shown.quote else former.quote,
                header_line=now.header_line if now.header_line != shown.header_line else former.header_line,
            )
        self.choices = replace(self.choices, reading=former if shown is not None else now)
        self._look(fresh=False)

    def _decimal_changed(self, decimal: str) -> None:
        rules = self.choices.rules
        thousands = "" if rules.thousands == decimal else rules.thousands
        self.choices = replace(self.choices, rules=replace(rules, decimal=decimal, thousands=thousands))

    def _look(self, *, fresh: bool) -> None:
        path = self.choices.path
        if path is None:
            return
        if self._looking is not None:
            self._looking.cancel()
        self._window.open.show_reading(path)
        self._looking = self._tasks.start(self._inspect(path, fresh=fresh), name="look at a file")

    async def _inspect(self, path: Path, *, fresh: bool) -> None:
        try:
            inspected = await inspect_file(Inspect(str(path), self.choices.options()))
        except (Refusal, ReadingFailed) as problem:
            message = problem.message if isinstance(problem, Refusal) else str(problem)
            self._unreadable(message)
            return
        former = self._inspected
        self._inspected = inspected
        self._window.banner.clear()
        if former is None or former.preview.headers != inspected.preview.headers:
            self.choices = replace(self.choices, columns=None)
        if fresh:
            decimal = proposed_decimal(self.choices.kind, inspected.preview, assigned(inspected.mapping))
            self._decimal_changed(decimal)
        self._records = 0
        self._show_title()
        self._window.open.show_kind(self.choices.kind)
        self._window.open.show_preview(inspected.preview, self.choices.rules.decimal)
        if self._window.step == steps.OPEN and self._window.isVisible():
            self._window.open.enter()

    def _unreadable(self, message: str) -> None:
        self._inspected = None
        self._window.open.show_refused()
        self._window.banner.show_message(OutcomeLook.REFUSED, "This file cannot be read this way", message)

    def _show_title(self) -> None:
        path, inspected = self.choices.path, self._inspected
        caption = file_caption(path, inspected.preview, self._records) if path and inspected else ""
        self._window.show_title(self.choices.kind, caption)

    # ------------------------------------------------------------------------------------------ the second step

    def _locations_known(self, paths: tuple[str, ...]) -> None:
        self._locations = tuple(paths)
        if self._window.step == steps.MAP:
            self._show_map()

    def _to_map(self) -> None:
        if self._inspected is not None:
            self._window.show_step(steps.MAP)
            self._show_map()
            self._window.map.enter()

    def _show_map(self) -> None:
        inspected = self._inspected
        if inspected is None:
            return
        automatic = assigned(inspected.mapping)
        rows = map_rows(inspected.preview, automatic, self.choices.columns)
        self._window.map.show_columns(self.choices.kind, rows)
        self._window.map.show_rules(self.choices.kind, self.choices.rules, self._locations)

    def _columns_changed(self, columns: Mapping[int, str]) -> None:
        inspected = self._inspected
        automatic = assigned(inspected.mapping) if inspected is not None else {}
        self.choices = replace(self.choices, columns=None if dict(columns) == automatic else dict(columns))
        self._show_map()

    def _rules_changed(self, rules: Rules) -> None:
        self.choices = replace(self.choices, rules=rules)

    def _mode_changed(self, mode: Mode) -> None:
        self.choices = replace(self.choices, mode=mode)

    def _back(self) -> None:
        if self._window.step == steps.MAP:
            self._window.show_step(steps.OPEN)
        elif self._window.step == steps.CHECK and self._run is None:
            self._to_map()

    # ------------------------------------------------------------------------------------------- check and commit

    def _check(self) -> None:
        self._start(dry_run=True, step=steps.CHECK)

    def _commit(self) -> None:
        self._start(dry_run=False, step=steps.COMMIT)

    def _start(self, *, dry_run: bool, step: int, rejects: Path | None = None) -> None:
        path = self.choices.path
        if self._run is not None or path is None:
            return
        if self._with.actions.database is None:
            self._window.banner.show_message(OutcomeLook.FAILED, "No database is open", _NOTHING_SAVED)
            return
        try:
            options = self.choices.options(dry_run=dry_run)
        except Refusal as refusal:
            self._window.banner.show_message(OutcomeLook.REFUSED, "These choices do not go together", refusal.message)
            return
        found = self._checked.counts.rejected if self._checked is not None else 0
        if not dry_run:
            rejects = free_rejects_path(path) if found and options.mode is Mode.SKIP else None
        self._rejects = rejects
        request = ImportRequest(str(path), options, self.choices.flags, str(rejects or ""))
        self._window.show_step(step)
        self._run = self._with.actions.start(ImportFile(request=request))
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
            self._tasks.start(self._conclude(run), name="conclude an import")

    async def _conclude(self, run: ActionRun) -> None:
        action, outcome = run.action, run.outcome
        if not isinstance(action, ImportFile) or outcome is None:
            return
        concluded = await finish_import(action, outcome)
        self._run = None
        self._window.check.progress.stop()
        self._window.commit.progress.stop()
        self._records = concluded.counts.records or self._records
        self._show_title()
        if action.dry_run:
            self._show_checked(run, concluded)
        else:
            self._show_outcome(concluded)

    def _show_checked(self, run: ActionRun, concluded: ImportOutcome) -> None:
        outcome = run.outcome
        if isinstance(outcome, DryRun):
            self._checked = concluded
            self._window.check.show_found(self.choices.kind, concluded, self.choices.mode)
            self._window.check.enter()
            if self._rejects is not None:
                self._window.check.say(f"{concluded.message.rpartition('. ')[2] or concluded.message}")
            return
        self._to_map()
        if isinstance(outcome, Refused) and outcome.code == "already_imported":
            self._earlier = outcome.details.get("import_id")
            self._window.already.show_message(OutcomeLook.REFUSED, "This file was imported before", outcome.message)
        elif isinstance(outcome, Cancelled):
            self._window.banner.show_message(OutcomeLook.CANCELLED, "The check was stopped", _NOTHING_SAVED)
        elif isinstance(outcome, Refused):
            self._window.banner.show_message(OutcomeLook.REFUSED, "The file cannot be imported so", concluded.message)
        elif outcome is not None:
            self._window.banner.show_message(OutcomeLook.FAILED, "The check failed", sentence_of(outcome))

    def _show_outcome(self, concluded: ImportOutcome) -> None:
        self._committed = concluded if concluded.outcome == "committed" else None
        self._window.outcome.show_outcome(self.choices.kind, concluded, datetime.now(UTC), self._rejects)
        self._window.outcome.show_revertible()
        self._window.show_step(steps.OUTCOME, finished=concluded.outcome == "committed")
        if not self._window.isVisible():
            self._window.let_go()

    def _import_again(self) -> None:
        self.choices = replace(self.choices, again=True)
        self._check()

    def _show_earlier(self) -> None:
        self.earlier_wanted.emit(self._earlier)

    # ------------------------------------------------------------------------------------------- rejected rows, after

    def _choose_rejects(self) -> None:
        if self._run is None and self._checked is not None and self._checked.counts.rejected:
            self._tasks.start(self._save_rejects(), name="save the rejected rows")

    async def _save_rejects(self) -> None:
        path = self.choices.path
        if path is None:
            return
        name = str(free_rejects_path(path))
        chosen = await choose_file_to_save(self._window, "Save the rejected rows", name, ("CSV (*.csv)",), "csv")
        if chosen is not None:
            self._start(dry_run=True, step=steps.CHECK, rejects=chosen)

    def _open_folder(self) -> None:
        if self._rejects is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._rejects.parent)))

    def _check_repaired(self) -> None:
        if self._rejects is not None:
            self.open_file(self._rejects)

    def _show_imported(self) -> None:
        self._with.navigator.go("products" if self.choices.kind == "products" else "stock")
        self._window.let_go()

    def _another(self) -> None:
        self.choices = Choices(kind=self.choices.kind)
        self._inspected = self._checked = None
        self._window.show_step(steps.OPEN)
        self._choose()

    def _ask_revert(self) -> None:
        self._tasks.start(self._revert(), name="revert an import")

    async def _revert(self) -> None:
        committed, path = self._committed, self.choices.path
        if committed is None or path is None:
            return
        outcome = await revert(self._with.actions, self._window, committed.action_id, f"the import of {path.name}")
        if outcome is None or not isValid(self._window):
            return
        if isinstance(outcome, Committed):
            self._window.outcome.show_reverted(told(outcome))
        else:
            self._window.banner.show_message(OutcomeLook.REFUSED, "The import was not taken back", told(outcome))

    # --------------------------------------------------------------------------------------------------- closing

    def _leave(self) -> None:
        """Esc: stop what runs, else close."""
        if self._run is not None:
            self.cancel()
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
        elif self.choices.columns is not None and self._window.step in (steps.MAP, steps.CHECK):
            choices = [Choice("leave", "&Close without importing"), Choice("stay", "&Back to it", primary=True)]
            words = "The columns that you mapped by hand would have to be mapped again. Nothing is saved yet."
            if await ask(self._window, "Close this import?", words, choices, look=OutcomeLook.REFUSED) != "leave":
                return
        self._window.let_go()

    async def _close_while_running(self) -> None:
        choices = [
            Choice("stay", "Stay &here"),
            Choice("cancel", "&Cancel the import"),
            Choice("hide", "&Let it go on", primary=True),
        ]
        words = "It goes on without this window and reports in Activity. Cancelled, it saves nothing."
        choice = await ask(self._window, "The import is still running", words, choices, look=OutcomeLook.RUNNING)
        if not self.commits:
            return  # it ended while it was asked about; its outcome is shown
        if choice == "cancel":
            self.cancel()
        elif choice == "hide":
            self._window.hide()
