"""The third step: what would be saved and what not, with every problem where it stands in the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget
from typing_extensions import override

from inventory_app.importing.options import Mode
from inventory_app.importing.problem_pages import Reason
from inventory_app.importing.request import ImportOutcome
from inventory_app.ui.import_dialog.page import StepPage
from inventory_app.ui.import_dialog.preview_table import Typed
from inventory_app.ui.import_dialog.problems_table import ProblemsModel, ProblemsTable
from inventory_app.ui.import_dialog.progress_card import ProgressCard
from inventory_app.ui.import_dialog.reasons_list import ReasonRow, ReasonsList, reason_rows
from inventory_app.ui.import_dialog.repair_bar import RepairBar
from inventory_app.ui.import_dialog.words import WORDS
from inventory_app.ui.theme import Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, primary, quiet
from inventory_app.ui.widgets.empty_state import EmptyState
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column, pad, row, rule
from inventory_app.ui.widgets.page import inset


class CheckPage(StepPage):
    """First the progress of the check, then what it has found."""

    mode_changed = Signal(object)  # Mode
    reason_shown = Signal(object)  # ProblemList
    corrected = Signal(object, str, str)  # FoundProblem, its column, what was typed

    def __init__(self) -> None:
        super().__init__("check")
        self._outcome: ImportOutcome | None = None
        self._kind = "products"
        self.progress = ProgressCard(translate("Import", "Take everything back: this is only a check"))
        self._make_figures()
        self.reasons = ReasonsList()
        self.reasons.chosen.connect(self._show_reason)
        self.problems = ProblemsModel(self)
        self.problems.edited.connect(self.corrected)
        self._waiting = False
        self.table = ProblemsTable(self.problems)
        self.table.copied_in_part.connect(self._say_copied)
        self.repairs = RepairBar()
        self.listed = text("", "caption")
        self._listed_box = box(row(self.listed, None, margins=pad(Space.L, Space.XS)))
        listed = column(self.repairs, (inset(self.table), 1), self._listed_box, spacing=0)
        found = row(self.reasons, rule(vertical=True), (box(listed), 1), spacing=0)
        self._none = EmptyState(
            "committed",
            translate("Import", "Every row can be saved"),
            translate("Import", "No row was rejected and nothing was warned of."),
        )
        self._below = QStackedWidget()
        self._below.addWidget(box(found))
        self._below.addWidget(self._none)
        self._faces = QStackedWidget()
        self._faces.addWidget(box(column(None, row(None, self.progress, None), None, None)))
        self._faces.addWidget(box(column(self._figures, rule(), (self._below, 1), spacing=0)))
        self.setLayout(column((self._faces, 1), spacing=0))
        self._make_foot()

    def _make_figures(self) -> None:
        self._accepted, self._rejected = text("", "section", "committed"), text("", "section", "failed")
        self._warned = text("", "section", "refused")
        self.save_rejects = quiet(translate("Import", "Save the re&jected rows…"), "export", tip="Ctrl+S")
        self._figures = box(
            row(
                self._accepted,
                text(translate("Import", "accepted"), "caption"),
                Space.M,
                self._rejected,
                text(translate("Import", "rejected"), "caption"),
                Space.M,
                self._warned,
                text(translate("Import", "warnings"), "caption"),
                None,
                self.save_rejects,
                margins=pad(Space.L, Space.S),
                spacing=6,
            )
        )

    def _make_foot(self) -> None:
        self.skip, self.atomic = (
            QRadioButton(translate("Import", "S&kip the rejected rows")),
            QRadioButton(translate("Import", "&All or nothing")),
        )
        group = QButtonGroup(self)
        for radio in (self.skip, self.atomic):
            radio.setAccessibleName(radio.text().replace("&", ""))
            group.addButton(radio)
        self.skip.setObjectName("mode-skip")
        self.atomic.setObjectName("mode-atomic")
        self.skip.setChecked(True)
        self.skip.toggled.connect(self._mode_toggled)
        self.stop = Button(translate("Import", "&Stop the check"), "", "cancel", tip="Esc")
        self.back = Button(translate("Import", "&Back"), tip="Alt+Left")
        self.save = primary(translate("Import", "Save"), name=translate("Import", "Save"))
        self.set_foot(self.skip, self.atomic, Space.S, self.stop, self.back, self.save, primary=self.save)

    # ------------------------------------------------------------------------------------------------ its faces

    def show_checking(self) -> None:
        """The check runs: nothing can be saved yet."""
        self._outcome = None
        self._faces.setCurrentIndex(0)
        self.say(translate("Import", "The whole file is tried as if it were saved, and everything is taken back."))
        self._show_controls(checking=True)

    def show_found(self, kind: str, outcome: ImportOutcome, mode: Mode) -> None:
        """What the check has found."""
        self._kind, self._outcome = kind, outcome
        counts = outcome.counts
        self._accepted.setText(formats.number(counts.accepted))
        self._rejected.setText(formats.number(counts.rejected))
        self._warned.setText(formats.number(sum(counts.warnings_by_reason.values())))
        listed = outcome.pages.counts if outcome.pages is not None else {}
        rows = reason_rows(counts.rejected_by_reason, counts.warnings_by_reason, listed)
        self._below.setCurrentIndex(0 if rows else 1)
        self.problems.show_rows(())
        self.repairs.show_suggested((), more=False)
        self.repairs.show_names("")
        self.reasons.show_reasons(rows)
        self.save_rejects.setVisible(counts.rejected > 0)
        (self.skip if mode is Mode.SKIP else self.atomic).setChecked(True)
        self._faces.setCurrentIndex(1)
        self._show_controls(checking=False)
        self.say_consequence()

    def show_writing(self, words: str) -> None:
        self.say(words)

    def _show_controls(self, *, checking: bool) -> None:
        rejected = self._outcome is not None and self._outcome.counts.rejected > 0
        self.stop.setVisible(checking)
        self.save.setVisible(not checking)
        self.back.setVisible(not checking)
        for radio in (self.skip, self.atomic):
            radio.setVisible(rejected)

    def say_consequence(self) -> None:
        """What saving would do, at the foot."""
        outcome = self._outcome
        if outcome is None:
            return
        counts = outcome.counts
        rows = WORDS[self._kind].counted(counts.accepted)
        refused = self.atomic.isChecked() and counts.rejected > 0
        able = counts.accepted > 0 and not refused and not self._waiting
        self.save.set_words(translate("Import", "Sa&ve {rows}").format(rows=rows), translate("Import", "Save"))
        self.save.setEnabled(able)
        checked = translate("Import", "Checked in {seconds}. Nothing is saved yet.").format(
            seconds=formats.duration(outcome.seconds)
        )
        if self._waiting:
            self.say(translate("Import", "What you changed is checked first: press Check again."), wrong=True)
        elif refused:
            words = translate(
                "Import", "All or nothing: {count} rejected row(s) would keep everything out.", count=counts.rejected
            )
            self.say(words.format(count=formats.number(counts.rejected)), wrong=True)
        elif not counts.accepted:
            self.say(translate("Import", "No row can be saved as the file is."), wrong=True)
        else:
            self.say(checked)

    @override
    def enter(self) -> None:
        first = self.save if self.save.isVisible() and self.save.isEnabled() else self.reasons
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mode_toggled(self, skip: bool) -> None:
        self.mode_changed.emit(Mode.SKIP if skip else Mode.ATOMIC)
        self.say_consequence()

    def _show_reason(self, reason: ReasonRow) -> None:
        if self._outcome is None or self._outcome.pages is None:
            return
        listed = self._outcome.pages.of(Reason(reason.code, reason.warning))
        self.problems.show_rows(listed)
        self.table.scrollToTop()
        self.table.setCurrentIndex(self.problems.index(0, 0))
        words = ""
        if len(listed) != reason.count:
            words = translate(
                "Import", "{listed} problems are listed. {count} row(s) are counted here, each under its first reason.",
                count=reason.count,
            )  # fmt: skip
            words = words.format(listed=formats.number(len(listed)), count=formats.number(reason.count))
        self.listed.setText(words)
        self._listed_box.setVisible(bool(words))
        self.reason_shown.emit(listed)

    def _say_copied(self, count: int) -> None:
        words = translate("Import", "The first {count} are copied; a file of the rejected rows holds all of them.")
        self.say(words.format(count=formats.number(count)))

    def show_corrected(self, typed: Typed, *, waiting: bool) -> None:
        """What was typed instead of cells, by record and place; ``waiting`` until that was checked as well."""
        self._waiting = waiting
        self.problems.show_typed(typed)
        self.say_consequence()
