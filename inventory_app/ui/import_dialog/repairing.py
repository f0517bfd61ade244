"""The work behind repairs and corrections: both become part of the treatment, and the file is checked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from inventory_app.importing.checks.suggestions import Suggestion, suggestions
from inventory_app.importing.mapping import Mapping as ColumnMapping
from inventory_app.importing.request import FoundProblem
from inventory_app.importing.treatment import Treatment
from inventory_app.ui.import_dialog.check_page import CheckPage
from inventory_app.ui.import_dialog.opening import Opening
from inventory_app.ui.translation import translate

_WHOLE = 200  # a value from this length on may be shown in part


class Repairing(QObject):
    """What is typed or applied is kept with the other choices, so it survives going back and forth."""

    def __init__(self, opening: Opening, page: CheckPage, recheck: Callable[[], None]) -> None:
        super().__init__(page)
        self._opening = opening
        self._page = page
        self._recheck = recheck
        self._mapping: ColumnMapping | None = None
        page.reason_shown.connect(self._suggest)
        page.corrected.connect(self._correct)
        page.repairs.applied.connect(self._apply)
        page.repairs.taken_back.connect(self._take_back)
        page.repairs.recheck.connect(recheck)
        page.repairs.forget.connect(self._forget)

    @property
    def _treatment(self) -> Treatment:
        return self._opening.choices.treatment

    def show_checked(self, mapping: ColumnMapping | None) -> None:
        """A check has ended; everything that was typed is in it."""
        self._mapping = mapping
        self._show(waiting=False)

    def _show(self, *, waiting: bool) -> None:
        corrections = self._treatment.corrections
        typed = {(record, place): text for record, cells in corrections.items() for place, text in cells.items()}
        self._page.repairs.show_done(self._treatment.repairs, len(typed), waiting=waiting)
        self._page.show_corrected(typed, waiting=waiting)

    def _suggest(self, problems: Sequence[FoundProblem], more: bool) -> None:
        found: tuple[Suggestion, ...] = ()
        if self._mapping is not None:
            found = suggestions(problems, self._mapping, self._opening.choices.options(), self._treatment.repairs)
        self._page.repairs.show_suggested(found, more=more)

    def _apply(self, one: Suggestion) -> None:
        known = tuple(self._treatment.repairs.get(one.label, ()))
        self._repair({**self._treatment.repairs, one.label: (*known, *one.names)})

    def _take_back(self, label: str) -> None:
        self._repair({other: names for other, names in self._treatment.repairs.items() if other != label})

    def _repair(self, repairs: Mapping[str, tuple[str, ...]]) -> None:
        self._keep(replace(self._treatment, repairs=repairs))
        self._recheck()

    def _correct(self, problem: FoundProblem, _column: str, typed: str) -> None:
        if not problem.place or len(problem.value) >= _WHOLE:
            self._page.say(translate("Import", "This one can only be corrected in the file itself."), wrong=True)
            return
        corrections = dict(self._treatment.corrections)
        corrections[problem.record] = {**corrections.get(problem.record, {}), problem.place: typed}
        self._keep(replace(self._treatment, corrections=corrections))
        self._show(waiting=True)

    def _forget(self) -> None:
        self._keep(replace(self._treatment, corrections={}))
        self._recheck()

    def _keep(self, treatment: Treatment) -> None:
        self._opening.choices = replace(self._opening.choices, treatment=treatment)
