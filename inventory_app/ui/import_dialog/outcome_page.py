"""The last step: what became of it, the rejected rows, and the way back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel
from typing_extensions import override

from inventory_app.importing.request import ImportOutcome
from inventory_app.ui.import_dialog.page import StepPage
from inventory_app.ui.import_dialog.words import WORDS
from inventory_app.ui.theme import OutcomeLook, Space, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.badge import Badge
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.labels import TOP, Glyph, text
from inventory_app.ui.widgets.layout import card, column, row

LOOKS = {
    "committed": OutcomeLook.COMMITTED,
    "refused": OutcomeLook.REFUSED,
    "failed": OutcomeLook.FAILED,
    "cancelled": OutcomeLook.CANCELLED,
    "unknown": OutcomeLook.UNKNOWN,
}
_TITLES = {
    "refused": QT_TRANSLATE_NOOP("Import", "The import was refused and nothing was saved"),
    "failed": QT_TRANSLATE_NOOP("Import", "The import failed and nothing was saved"),
    "cancelled": QT_TRANSLATE_NOOP("Import", "Stopped. Nothing was saved."),
    "unknown": QT_TRANSLATE_NOOP("Import", "Not yet known whether it was saved"),
}
_NOTHING_SAVED = QT_TRANSLATE_NOOP("Import", "Nothing was saved")


class _Tile(QFrame):
    """A figure with its name above and what it counts below."""

    def __init__(self, name: str, tone: str = "") -> None:
        super().__init__()
        self._tone = tone
        self._name = text(name, "caption")
        self._mark = Glyph("", "failed", 16)
        self._figure = text("0", "figure")
        self._words = text("", "caption")
        inside = card(row(self._name, None, self._mark), self._figure, self._words, spacing=2)
        self.setLayout(column(inside, spacing=0))

    def show_count(self, count: int, words: str) -> None:
        self._figure.setText(formats.number(count))
        self._words.setText(words)
        bad = bool(self._tone) and count > 0
        self._mark.show_icon("error" if bad else "", "failed")
        self._words.setProperty("tone", self._tone if bad else "")
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self.setAccessibleName(f"{self._name.text()}: {formats.number(count)} {words}")


class OutcomePage(StepPage):
    """Widgets only; the presenter does what the buttons say."""

    def __init__(self) -> None:
        super().__init__("outcome")
        self._badge = Badge(OutcomeLook.COMMITTED)
        self._title = text("", "section")
        self._when = text("", "caption")
        self._detail = text("", wrap=True, align=TOP)
        self._tiles = [
            _Tile(translate("Import", "Created")),
            _Tile(translate("Import", "Updated")),
            _Tile(translate("Import", "Unchanged")),
            _Tile(translate("Import", "Rejected"), "failed"),
        ]
        self.tiles = row(*[(one, 1) for one in self._tiles], spacing=Space.M)
        self._make_cards()
        self._remark = text("", "caption", wrap=True)
        head = row(self._badge, self._title, None, self._when, spacing=Space.M)
        body = column(
            head, self._detail, Space.XS, self.tiles, Space.XS, self._file, self._back, self._remark,
            None, margins=(Space.L,) * 4, spacing=Space.M,
        )  # fmt: skip
        self.setLayout(body)
        self.another = Button(translate("Import", "Import &another…"))
        self.retry = Button(translate("Import", "&Try again"), "", "retry")
        self.to_check = Button(translate("Import", "&Back to the check"))
        self.done = primary(
            translate("Import", "&Show the products"), name=translate("Import", "Show what was imported")
        )
        self.set_foot(self.to_check, self.retry, self.another, self.done, primary=self.done)

    def _make_cards(self) -> None:
        self._file_name, self._file_words = text("", "strong"), text("", "caption", wrap=True)
        self.open_folder, self.recheck = (
            Button(translate("Import", "Open &folder")),
            Button(translate("Import", "Check the &repaired file")),
        )
        self._file = card(
            row(
                Glyph("export", "muted"), (column(self._file_name, self._file_words, spacing=2), 1),
                self.open_folder, self.recheck, spacing=Space.S,
            )
        )  # fmt: skip
        self.revert = Button(translate("Import", "Re&vert…"), "", "undo")
        self._back_words = text("", "caption", wrap=True)
        self._back = card(
            row(
                Glyph("undo", "muted"),
                (column(text(translate("Import", "Take this import back"), "strong"), self._back_words, spacing=2), 1),
                self.revert,
            )
        )

    @property
    def title(self) -> QLabel:
        """What became of it, in one line."""
        return self._title

    def show_outcome(self, kind: str, outcome: ImportOutcome, ended: datetime, rejects: Path | None) -> None:
        """What became of the import."""
        committed = outcome.outcome == "committed"
        self._badge.show_outcome(LOOKS.get(outcome.outcome, OutcomeLook.FAILED))
        self._title.setText(_title(kind, outcome))
        self._when.setText(f"{_took(outcome)} · {formats.clock(ended)}")
        unwritten = committed and rejects is not None and outcome.counts.rejected > outcome.rejects_written
        self._detail.setText(outcome.message if unwritten or not committed else "")
        self._detail.setVisible(unwritten or not committed)
        self._show_counts(kind, outcome, committed=committed)
        self._file.setVisible(rejects is not None and outcome.rejects_written > 0)
        if rejects is not None:
            self._file_name.setText(rejects.name)
            words = translate(
                "Import",
                "{count} row(s) with their original columns and the reason. Repair it and import it again.",
                count=outcome.rejects_written,
            )
            self._file_words.setText(words.format(count=formats.number(outcome.rejects_written)))
        self._back.setVisible(committed)
        self._remark.setText(
            translate("Import", "Import {import_id}, action {action_id}.").format(
                import_id=outcome.import_id, action_id=outcome.action_id
            )
            if committed and outcome.import_id
            else ""
        )
        self.another.setVisible(committed or outcome.outcome == "cancelled")
        self.done.setVisible(committed)
        self.done.set_words(WORDS[kind].way(), translate("Import", "Show what was imported"))
        self.retry.setVisible(outcome.outcome in ("failed", "cancelled"))
        self.to_check.setVisible(not committed)
        self.say("")

    def show_reverted(self, words: str) -> None:
        """It was taken back from here."""
        self._back_words.setText(words)
        self.revert.setEnabled(False)

    def show_revertible(self) -> None:
        words = translate("Import", "As one unit. What was changed or used since is kept and listed.")
        self._back_words.setText(words)
        self.revert.setEnabled(True)

    def _show_counts(self, kind: str, outcome: ImportOutcome, *, committed: bool) -> None:
        counts = outcome.counts
        values = (counts.documents or counts.created, counts.updated, counts.unchanged)
        for tile, value, words in zip(self._tiles, values, WORDS[kind].counts_of(), strict=False):
            tile.show_count(value, words)
        self._tiles[3].show_count(
            counts.rejected,
            translate("Import", "not saved") if counts.rejected else translate("Import", "every row was accepted"),
        )
        for tile in self._tiles:
            tile.setVisible(committed)

    @override
    def enter(self) -> None:
        for button in (self.done, self.retry, self.to_check, self.another):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _took(outcome: ImportOutcome) -> str:
    took = formats.duration(outcome.seconds)
    if outcome.outcome != "committed":
        return translate("Import", "After {duration}").format(duration=took)
    words = translate("Outcome", "Saved at the {ordinal} try in {duration}")
    return words.format(ordinal=formats.ordinal(outcome.tries), duration=took)


def _title(kind: str, outcome: ImportOutcome) -> str:
    if outcome.outcome != "committed":
        return translate("Import", _TITLES.get(outcome.outcome, _NOTHING_SAVED))
    saved, all_ = outcome.counts.accepted, outcome.counts.records
    if outcome.repeated:
        words = translate("Import", "{rows} had been saved before; nothing was done again", count=saved)
    elif outcome.counts.rejected:
        words = translate("Import", "{saved} of {all} are saved", count=all_)
    else:
        words = translate("Import", "{rows} are saved", count=saved)
    counted = WORDS[kind].counted
    return words.format(rows=counted(saved), saved=formats.number(saved), all=counted(all_))
