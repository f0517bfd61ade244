"""The work behind corrections by hand: what was typed, where, and taking it back, one by one or all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inventory_app.domain.errors import Refusal
from inventory_app.importing.jobs import ReadRecords
from inventory_app.importing.reading.process import ReadingFailed, records_of
from inventory_app.importing.request import FoundProblem
from inventory_app.importing.saving.staging import Staged
from inventory_app.ui.import_dialog.cell_editor import Cell, CellEditor
from inventory_app.ui.import_dialog.check_page import CheckPage
from inventory_app.ui.import_dialog.corrections_list import Correction, CorrectionsList
from inventory_app.ui.import_dialog.opening import Opening
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.translation import translate

# What an editor of a few lines is good for.
_LONGEST = 200_000
_MOST_CELLS = 100

Cells = Mapping[int, str]


class Correcting(QObject):
    """Keeps corrections in the treatment of the choices; ``changed`` when they are others than before."""

    changed = Signal()

    def __init__(self, opening: Opening, page: CheckPage) -> None:
        super().__init__(page)
        self._opening = opening
        self._page = page
        self._tasks = Background(self)
        self._staged: Staged | None = None
        page.corrected.connect(self._typed)
        page.table.editor_wanted.connect(self._edit)
        page.repairs.list_wanted.connect(self._show_list)

    def show_checked(self, staged: Staged | None) -> None:
        """A check has ended: how the file was read."""
        self._staged = staged

    @property
    def corrections(self) -> Mapping[int, Cells]:
        return self._opening.choices.treatment.corrections

    def forget(self) -> None:
        """Take all of them back."""
        self._keep({})

    def _keep(self, corrections: Mapping[int, Cells]) -> None:
        treatment = replace(self._opening.choices.treatment, corrections=corrections)
        self._opening.choices = replace(self._opening.choices, treatment=treatment)
        self.changed.emit()

    def _correct(self, record: int, typed: Cells, original: Sequence[str] | None = None) -> None:
        """What is typed as it stands in the file is none."""
        cells = {**self.corrections.get(record, {}), **typed}
        if original is not None:
            cells = {place: text for place, text in cells.items() if original[place - 1 : place] != (text,)}
        others = {one: kept for one, kept in self.corrections.items() if one != record}
        self._keep({**others, record: cells} if cells else others)

    def _typed(self, problem: FoundProblem, _column: str, typed: str) -> None:
        place = problem.places[0]
        if typed != problem.value:
            self._correct(problem.record, {place: typed})
        else:
            self._take_back({(problem.record, place)})

    # ------------------------------------------------------------------------------------------------- one row

    def _edit(self, problem: FoundProblem) -> None:
        if self._staged is not None and not self._tasks.running:
            self._tasks.start(self._ask(problem, self._staged), name="correct a row")

    async def _ask(self, problem: FoundProblem, staged: Staged) -> None:
        headers = staged.header.mapping.headers
        places = problem.places or (tuple(range(1, len(headers) + 1)) if not problem.field else ())
        if not places:
            self._page.say(translate("Import", "This text is the same for all rows: see the step before."), wrong=True)
            return
        original = (await self._read([problem.record], staged)).get(problem.record)
        if not isValid(self._page):
            return
        if original is None or not _can_be_edited(original, headers, places):
            self._page.say(translate("Import", "This one can only be corrected in the file itself."), wrong=True)
            return
        now = {place: original[place - 1] if place <= len(original) else "" for place in places}
        now |= {place: text for place, text in self.corrections.get(problem.record, {}).items() if place in now}
        cells = [Cell(place, headers[place - 1], text) for place, text in now.items()]
        typed = await self._ask_for(CellEditor(problem.record, problem.line, cells, self._page.window()))
        if typed:
            if len(original) < len(headers):
                typed = {len(headers): now.get(len(headers), ""), **typed}  # a row that was too short is whole now
            self._correct(problem.record, typed, original)

    async def _ask_for(self, dialog: CellEditor) -> Cells:
        try:
            chosen = await finished(dialog)
            return dialog.typed if chosen and isValid(dialog) else {}
        finally:
            if isValid(dialog):
                dialog.deleteLater()

    async def _read(self, records: Sequence[int], staged: Staged) -> Mapping[int, tuple[str, ...]]:
        """What the file itself says."""
        path = self._opening.choices.path
        self._page.say(translate("Import", "Looking it up in the file…"))
        try:
            found = await records_of(ReadRecords(str(path), staged.header.file_format, tuple(records)))
        except (Refusal, ReadingFailed) as problem:
            if isValid(self._page):
                self._page.say(str(problem), wrong=True)
            return {}
        if isValid(self._page):
            self._page.say_consequence()
        return found

    # ----------------------------------------------------------------------------------------------- all of them

    def _show_list(self) -> None:
        if self._staged is not None and not self._tasks.running:
            self._tasks.start(self._list(self._staged), name="list corrections")

    async def _list(self, staged: Staged) -> None:
        found = await self._read(sorted(self.corrections), staged)
        if not isValid(self._page):
            return
        dialog = CorrectionsList(self._listed(found, staged), self._page.window())

        def take_back(gone: Sequence[Correction]) -> None:
            self._take_back({(one.record, one.place) for one in gone})
            dialog.show_corrections(self._listed(found, staged))

        dialog.taken_back.connect(take_back)
        try:
            await finished(dialog)
        finally:
            if isValid(dialog):
                dialog.deleteLater()

    def _listed(self, found: Mapping[int, Sequence[str]], staged: Staged) -> list[Correction]:
        headers = staged.header.mapping.headers
        return [
            Correction(record, place, headers[place - 1], _text(found.get(record, ()), place), text)
            for record, cells in sorted(self.corrections.items())
            for place, text in sorted(cells.items())
        ]

    def _take_back(self, gone: Set[tuple[int, int]]) -> None:
        left = {
            record: {place: text for place, text in cells.items() if (record, place) not in gone}
            for record, cells in self.corrections.items()
        }
        self._keep({record: cells for record, cells in left.items() if cells})


def _text(cells: Sequence[str], place: int) -> str | None:
    return cells[place - 1] if place <= len(cells) else None


def _can_be_edited(cells: Sequence[str], headers: Sequence[str], places: Sequence[int]) -> bool:
    """A row that is too long would stay so; a text that is too long is no longer edited, but written."""
    size = sum(len(cells[place - 1]) for place in places if place <= len(cells))
    return len(cells) <= len(headers) and len(places) <= _MOST_CELLS and size <= _LONGEST
