"""The work behind the names of a file: the whole file is read for them, the database asked, each choice kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inventory_app.domain.errors import Refusal
from inventory_app.importing.jobs import CountValues
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.reading.process import ReadingFailed, ReadProgress
from inventory_app.importing.treatment import Treatment
from inventory_app.importing.value_mapping import (
    Choice,
    CountedValues,
    FileValues,
    choose,
    count_values,
    known_values,
    references_of,
)
from inventory_app.queries.references import Reference
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.assigned import assigned
from inventory_app.ui.import_dialog.choices import Choices, words_of
from inventory_app.ui.import_dialog.opening import Opening
from inventory_app.ui.import_dialog.pick_name import picked_name
from inventory_app.ui.import_dialog.value_rows import ValueRow, chosen_for, value_rows
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.query_runner import QueryFailed
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate


class Deciding(QObject):
    """Keeps what was counted as long as file and mapping are the same; ``check`` begins the next step.

    It is begun at the columns, or at a check that has found names unknown, and leads back there.
    """

    changed = Signal()  # what becomes of a name is something else now

    def __init__(self, with_: Collaborators, window: ImportWindow, opening: Opening, check: Callable[[], None]) -> None:
        super().__init__(window)
        self._with, self._window, self._opening = with_, window, opening
        self._tasks = Background(self)
        self._counting: asyncio.Task[None] | None = None
        self._known: tuple[CountValues, tuple[int, int], Mapping[str, CountedValues]] | None = None
        self._found: tuple[FileValues, ...] = ()
        self._former: list[Treatment] = []
        self._began_at = steps.MAP
        page = window.values
        window.map.rules.values_wanted.connect(self.begin)
        window.check.repairs.names_wanted.connect(self.begin_with)
        page.back.clicked.connect(self.leave)
        page.check.clicked.connect(check)
        page.chosen.connect(self._chosen)
        page.pick_wanted.connect(self._pick)
        page.proposals_taken.connect(self._take_proposals)
        page.undo_wanted.connect(self._undo)

    def begin(self) -> None:
        """Show the names of the file."""
        self._begin(steps.MAP)

    def begin_with(self, label: str) -> None:
        """Show those of one field, which a check has found unknown."""
        self._begin(steps.CHECK, label)

    def _begin(self, step: int, label: str = "") -> None:
        self._began_at = step
        self._former.clear()
        self._window.show_step(steps.VALUES, part_of=step)
        self._window.values.show_way_back(to_check=step == steps.CHECK)
        self._window.values.show_counting(0, label)
        self._counting = self._tasks.start(self._count(), name="count the names of a file")

    def leave(self) -> None:
        """Back to where it was begun; a count that runs is given up."""
        if self._counting is not None:
            self._counting.cancel()
        self._go_back()

    def _go_back(self) -> None:
        if self._began_at == steps.CHECK:
            self._window.show_step(steps.CHECK)
        else:
            self._opening.to_map()

    # ------------------------------------------------------------------------------------------------ finding out

    async def _count(self) -> None:
        await self._opening.looked()
        try:
            job = self._job(self._opening.choices)
            counted = await self._counted(job)
            treatment = self._opening.choices.treatment
            self._found = await self._with.queries.read(partial(known_values, counted=counted, treatment=treatment))
        except Refusal as refusal:
            self._failed(refusal.message)
        except (ReadingFailed, QueryFailed) as problem:
            self._failed(str(problem))
        else:
            if isValid(self._window) and self._window.step == steps.VALUES:
                self._show()
                self._window.values.enter()

    def _failed(self, message: str) -> None:
        if isValid(self._window) and self._window.step == steps.VALUES:
            self._go_back()
            title = translate("Import", "The names of the file cannot be listed")
            self._window.banner.show_message(OutcomeLook.REFUSED, title, message)

    def _job(self, chosen: Choices) -> CountValues:
        request = chosen.request(dry_run=True)
        labels = tuple(one for one in references_of(kind_of(chosen.kind)) if one in mapped(chosen))
        treatment = replace(request.treatment, values={}, missing={}, lenient=True)
        return CountValues(request.path, request.options, labels, request.flags, treatment)

    async def _counted(self, job: CountValues) -> Mapping[str, CountedValues]:
        stamp = _stamp(Path(job.path))
        if self._known is None or self._known[:2] != (job, stamp):
            self._known = (job, stamp, await count_values(job, self._progressed))
        return self._known[2]

    def _progressed(self, read: ReadProgress) -> None:
        if isValid(self._window) and self._window.step == steps.VALUES:
            self._window.values.show_counting(read.records)

    def _show(self) -> None:
        chosen = self._opening.choices
        rule = chosen.rules.missing
        rows = value_rows(chosen.kind, self._found, chosen.treatment, rule)
        others = sum(one.others for one in self._found)
        self._window.values.show_rows(rows, others, rule, undoable=bool(self._former))

    # ---------------------------------------------------------------------------------------------------- choosing

    def _chosen(self, rows: list[ValueRow], choice: Choice) -> None:
        self._decide(chosen_for(rows, choice))

    def _take_proposals(self, rows: list[ValueRow]) -> None:
        by_label: dict[str, dict[str, Choice]] = {}
        for one in rows:
            by_label.setdefault(one.label, {})[one.value.text] = Choice(one.proposed)
        self._decide(by_label)

    def _decide(self, choices: Mapping[str, Mapping[str, Choice]]) -> None:
        former = treatment = self._opening.choices.treatment
        for label, of_label in choices.items():
            treatment = choose(treatment, label, of_label)
        if treatment != former:
            self._former.append(former)
            self._keep(treatment)

    def _undo(self) -> None:
        if self._former:
            self._keep(self._former.pop())

    def _keep(self, treatment: Treatment) -> None:
        self._opening.choices = replace(self._opening.choices, treatment=treatment)
        self._show()
        self.changed.emit()

    def _pick(self, rows: list[ValueRow]) -> None:
        self._tasks.start(self._picked(rows), name="pick an existing name")

    async def _picked(self, rows: list[ValueRow]) -> None:
        """One existing name for all of the rows, which are of one field."""
        label = rows[0].label
        if len(rows) == 1:
            title = translate("Import", "An existing name for “{name}”").format(name=rows[0].value.text[:_SHOWN])
        else:
            words = translate("Import", "An existing name for {count} name(s) ({field})", count=len(rows))
            title = words.format(count=len(rows), field=words_of(label))
        near = tuple(dict.fromkeys(name for one in rows for name in one.value.near))
        name = await picked_name(self._with.queries, Reference(label), title, self._window, near=near)
        if name and isValid(self._window):
            self._chosen(rows, Choice(name))


_SHOWN = 40


def mapped(chosen: Choices) -> frozenset[str]:
    """The fields that columns of the file become."""
    columns = assigned(chosen.base) if chosen.columns is None else chosen.columns
    return frozenset(columns.values())


def _stamp(path: Path) -> tuple[int, int]:
    """By which a file that was written anew is known; raises Refusal for one that is gone."""
    try:
        found = path.stat()
    except OSError as error:
        raise Refusal("file_unreadable", f"{path.name} cannot be read ({error.strerror or error}).") from error
    return found.st_mtime_ns, found.st_size
