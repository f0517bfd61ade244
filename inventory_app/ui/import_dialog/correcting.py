"""The work behind corrections by hand: what was typed, where, and taking it back, one by one or all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from inventory_app.domain.errors import Refusal
from inventory_app.importing.jobs import ReadRecords
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.process import ReadingFailed, records_of
from inventory_app.importing.request import FoundProblem
from inventory_app.importing.saving.staging import Staged
from inventory_app.ui.import_dialog.cell_editor import Cell, CellEditor
from inventory_app.ui.import_dialog.corrections_list import Correction, CorrectionsList
from inventory_app.ui.import_dialog.opening import Opening
from inventory_app.ui.import_dialog.page import StepPage
from inventory_app.ui.import_dialog.preview_table import CellAt, Typed
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.translation import translate

# What an editor of a few lines is good for.
_LONGEST = 200_000
_MOST_CELLS = 100

Cells = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _File:
    """How the file is read, and the page at which that is told."""

    file_format: FileFormat
    headers: Sequence[str]
    page: StepPage


class Correcting(QObject):
    """Keeps corrections in the treatment of the choices; ``changed`` when they are others than before."""

    changed = Signal()

    def __init__(self, opening: Opening, window: ImportWindow) -> None:
        super().__init__(window)
        self._opening = opening
        self._page, self._first = window.check, window.open
        self._tasks = Background(self)
        self._staged: Staged | None = None
        self._page.corrected.connect(self._typed)
        self._page.table.editor_wanted.connect(self._edit)
        self._page.repairs.list_wanted.connect(self._show_list)
        self._first.corrected.connect(self._typed_first)
        self._first.editor_wanted.connect(self._edit_first)
        self._first.preview_shown.connect(self._show_first)
        self.changed.connect(self._show_first)

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

    @property
    def typed(self) -> Typed:
        """What was typed, by record and place."""
        return {(record, place): text for record, cells in self.corrections.items() for place, text in cells.items()}

    def _show_first(self) -> None:
        self._first.show_corrected(self.typed)

    def _typed(self, problem: FoundProblem, _column: str, typed: str) -> None:
        self._take(problem.record, problem.places[0], problem.value, typed)

    def _typed_first(self, cell: CellAt, typed: str) -> None:
        self._take(cell.record, cell.place, cell.text, typed)

    def _take(self, record: int, place: int, original: str, typed: str) -> None:
        if typed != original:
            self._correct(record, {place: typed})
        else:
            self._take_back({(record, place)})

    # ------------------------------------------------------------------------------------------------- one row

    def _edit(self, problem: FoundProblem) -> None:
        if self._staged is None or self._tasks.running:
            return
        mapping = self._staged.header.mapping
        places = problem.places or (tuple(range(1, len(mapping.headers) + 1)) if not problem.field else ())
        if not places:
            self._page.say(translate("Import", "This text is the same for all rows: see the step before."), wrong=True)
            return
        file = _File(self._staged.header.file_format, mapping.headers, self._page)
        self._tasks.start(self._ask(problem.record, problem.line, places, file), name="correct a row")

    def _edit_first(self, cell: CellAt) -> None:
        inspected = self._opening.inspected
        if inspected is not None and not self._tasks.running:
            file = _File(inspected.preview.file_format, inspected.preview.headers, self._first)
            self._tasks.start(self._ask(cell.record, cell.line, (cell.place,), file), name="correct a row")

    async def _ask(self, record: int, line: int, places: Sequence[int], file: _File) -> None:
        original = (await self._read([record], file)).get(record)
        if not isValid(self._page):
            return
        if original is None or not _can_be_edited(original, file.headers, places):
            file.page.say(translate("Import", "This one can only be corrected in the file itself."), wrong=True)
            return
        now = {place: original[place - 1] if place <= len(original) else "" for place in places}
        now |= {place: text for place, text in self.corrections.get(record, {}).items() if place in now}
        cells = [Cell(place, file.headers[place - 1], text) for place, text in now.items()]
        typed = await self._ask_for(CellEditor(record, line, cells, self._page.window()))
        if typed:
            width = len(file.headers)
            if len(original) < width:
                typed = {width: now.get(width, ""), **typed}  # a row that was too short is whole now
            self._correct(record, typed, original)

    async def _ask_for(self, dialog: CellEditor) -> Cells:
        try:
            chosen = await finished(dialog)
            return dialog.typed if chosen and isValid(dialog) else {}
        finally:
            if isValid(dialog):
                dialog.deleteLater()

    async def _read(self, records: Sequence[int], file: _File) -> Mapping[int, tuple[str, ...]]:
        """What the file itself says."""
        path = self._opening.choices.path
        said = file.page.note.words
        file.page.say(translate("Import", "Looking it up in the file…"))
        try:
            found = await records_of(ReadRecords(str(path), file.file_format, tuple(records)))
        except (Refusal, ReadingFailed) as problem:
            if isValid(self._page):
                file.page.say(str(problem), wrong=True)
            return {}
        if isValid(self._page):
            file.page.say(said)
            self._page.say_consequence()
        return found

    # ----------------------------------------------------------------------------------------------- all of them

    def _show_list(self) -> None:
        if self._staged is not None and not self._tasks.running:
            self._tasks.start(self._list(self._staged), name="list corrections")

    async def _list(self, staged: Staged) -> None:
        headers = staged.header.mapping.headers
        file = _File(staged.header.file_format, headers, self._page)
        found = await self._read(sorted(self.corrections), file)
        if not isValid(self._page):
            return
        dialog = CorrectionsList(self._listed(found, headers), self._page.window())

        def take_back(gone: Sequence[Correction]) -> None:
            self._take_back({(one.record, one.place) for one in gone})
            dialog.show_corrections(self._listed(found, headers))

        dialog.taken_back.connect(take_back)
        try:
            await finished(dialog)
        finally:
            if isValid(dialog):
                dialog.deleteLater()

    def _listed(self, found: Mapping[int, Sequence[str]], headers: Sequence[str]) -> list[Correction]:
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
