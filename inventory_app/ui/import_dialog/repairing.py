"""The work behind repairs and corrections: both become part of the treatment, and the file is checked again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QObject
from shiboken6 import isValid

from inventory_app.importing.checks.suggestions import Suggestion, suggestions
from inventory_app.importing.jobs import SuggestRepairs
from inventory_app.importing.problem_pages import PAGE, ProblemList
from inventory_app.importing.reading.process import ReadingFailed, suggested_repairs
from inventory_app.importing.saving.staging import Staged
from inventory_app.importing.treatment import Treatment
from inventory_app.ui.import_dialog.correcting import Correcting
from inventory_app.ui.import_dialog.deciding import mapped
from inventory_app.ui.import_dialog.opening import Opening
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.runtime.background import Background

log = logging.getLogger(__name__)

_AT_ONCE = 1  # page that is looked at here, in some milliseconds; more of them in a process of their own


class Repairing(QObject):
    """What is typed or applied is kept with the other choices, so it survives going back and forth."""

    def __init__(self, opening: Opening, window: ImportWindow, recheck: Callable[[], None]) -> None:
        page = window.check
        super().__init__(page)
        self._opening = opening
        self._page = page
        self._recheck = recheck
        self._tasks = Background(self)
        self._counting: asyncio.Task[None] | None = None
        self._counted: dict[object, tuple[Suggestion, ...]] = {}
        self._staged: Staged | None = None
        self._checked = Treatment()
        self._correcting = Correcting(opening, window)
        self._correcting.changed.connect(self.show_kept)
        page.reason_shown.connect(self._suggest)
        page.repairs.applied.connect(self._apply)
        page.repairs.taken_back.connect(self._take_back)
        page.repairs.recheck.connect(recheck)
        page.repairs.forget.connect(self._forget)

    @property
    def _treatment(self) -> Treatment:
        return self._opening.choices.treatment

    def show_checked(self, staged: Staged | None) -> None:
        """A check has ended; everything that was typed is in it."""
        self._staged = staged
        self._correcting.show_checked(staged)
        self._counted.clear()
        self._checked = self._treatment
        self.show_kept()

    def show_kept(self) -> None:
        """What is repaired, corrected and decided about, and whether that is checked yet."""
        now, typed = self._treatment, self._correcting.typed
        decided = (now.values, now.missing) != (self._checked.values, self._checked.missing)
        waiting = decided or now.corrections != self._checked.corrections
        self._page.repairs.show_done(now.repairs, len(typed), waiting=waiting, decided=decided)
        self._page.show_corrected(typed, waiting=waiting)

    # ---------------------------------------------------------------------------------------------------- repairs

    def _suggest(self, problems: ProblemList) -> None:
        """What helps the first problems is shown at once; how many of all of them it helps follows."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        if self._staged is None:
            return
        self._page.repairs.show_names(self._named_by(problems))
        if (known := self._counted.get(problems.reason)) is not None:
            self._page.repairs.show_suggested(known, more=False)
            return
        mapping, options = self._staged.header.mapping, self._opening.choices.options()
        first = suggestions(islice(problems.raw_pages(), _AT_ONCE), mapping, options, self._treatment.repairs)
        self._page.problems.show_mended(first.mended)
        more = len(problems) > _AT_ONCE * PAGE
        self._page.repairs.show_suggested(first.found(), more=more)
        if more and first.unread:
            job = SuggestRepairs(mapping.to_json(), options, Treatment(repairs=self._treatment.repairs))
            self._counting = self._tasks.start(self._count(job, problems), name="count what repairs would mend")

    def _named_by(self, problems: ProblemList) -> str:
        """The field whose unknown names these are, when it can be decided about them one by one; else ''."""
        label = problems[0].field if problems else ""
        unknown = problems.reason.code == f"unknown_{label}"
        return label if unknown and label in mapped(self._opening.choices) else ""

    async def _count(self, job: SuggestRepairs, problems: ProblemList) -> None:
        try:
            found = await suggested_repairs(job, problems.raw_pages())
        except ReadingFailed as failed:  # what the first pages need stays on offer
            log.warning("what repairs would mend was not counted: %s", failed)
            return
        if isValid(self._page):
            self._counted[problems.reason] = found
            self._page.repairs.show_suggested(found, more=False)

    def _apply(self, one: Suggestion) -> None:
        known = tuple(self._treatment.repairs.get(one.label, ()))
        self._repair({**self._treatment.repairs, one.label: (*known, *one.names)})

    def _take_back(self, label: str) -> None:
        self._repair({other: names for other, names in self._treatment.repairs.items() if other != label})

    def _repair(self, repairs: Mapping[str, tuple[str, ...]]) -> None:
        self._keep(replace(self._treatment, repairs=repairs))
        self._recheck()

    def _forget(self) -> None:
        self._correcting.forget()
        self._recheck()

    def _keep(self, treatment: Treatment) -> None:
        self._opening.choices = replace(self._opening.choices, treatment=treatment)
