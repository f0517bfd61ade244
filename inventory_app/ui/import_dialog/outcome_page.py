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
    "refused": "The import was refused and nothing was saved",
    "failed": "The import failed and nothing was saved",
    "cancelled": "Stopped. Nothing was saved.",
    "unknown": "Not yet known whether it was saved",
}


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
        self._tiles = [_Tile("Created"), _Tile("Updated"), _Tile("Unchanged"), _Tile("Rejected", "failed")]
        self.tiles = row(*[(one, 1) for one in self._tiles], spacing=Space.M)
        self._make_cards()
        self._remark = text("", "caption", wrap=True)
        head = row(self._badge, self._title, None, self._when, spacing=Space.M)
        body = column(
            head, self._detail, Space.XS, self.tiles, Space.XS, self._file, self._back, self._remark,
            None, margins=(Space.L,) * 4, spacing=Space.M,
        )  # fmt: skip
        self.setLayout(body)
        self.another = Button("Import &another…")
        self.retry = Button("&Try again", "", "retry")
        self.to_check = Button("&Back to the check")
        self.done = primary("&Show the products", name="Show what was imported")
        self.set_foot(self.to_check, self.retry, self.another, self.done, primary=self.done)

    def _make_cards(self) -> None:
        self._file_name, self._file_words = text("", "strong"), text("", "caption")
        self.open_folder, self.recheck = Button("Open &folder"), Button("Check the &repaired file")
        self._file = card(
            row(
                Glyph("export", "muted"), column(self._file_name, self._file_words, spacing=2), None,
                self.open_folder, self.recheck, spacing=Space.S,
            )
        )  # fmt: skip
        self.revert = Button("Re&vert…", "", "undo")
        self._back_words = text("As one unit. What was changed or used since is kept and listed.", "caption")
        self._back = card(
            row(
                Glyph("undo", "muted"), column(text("Take this import back", "strong"), self._back_words, spacing=2),
                None, self.revert,
            )
        )  # fmt: skip

    @property
    def title(self) -> QLabel:
        """What became of it, in one line."""
        return self._title

    def show_outcome(self, kind: str, outcome: ImportOutcome, ended: datetime, rejects: Path | None) -> None:
        """What became of the import."""
        committed = outcome.outcome == "committed"
        self._badge.show_outcome(LOOKS.get(outcome.outcome, OutcomeLook.FAILED))
        self._title.setText(_title(kind, outcome))
        tries = f"Saved at the {formats.ordinal(outcome.tries)} try in " if committed else "After "
        self._when.setText(f"{tries}{formats.duration(outcome.seconds)} · {formats.clock(ended)}")
        self._detail.setText("" if committed else outcome.message)
        self._detail.setVisible(not committed)
        self._show_counts(kind, outcome, committed=committed)
        self._file.setVisible(rejects is not None and outcome.rejects_written > 0)
        if rejects is not None:
            self._file_name.setText(rejects.name)
            rows = formats.counted(outcome.rejects_written, "row")
            self._file_words.setText(
                f"{rows} with their original columns and the reason. Repair it and import it again."
            )
        self._back.setVisible(committed)
        self._remark.setText(
            f"Import {outcome.import_id}, action {outcome.action_id}." if committed and outcome.import_id else ""
        )
        self.another.setVisible(committed or outcome.outcome == "cancelled")
        self.done.setVisible(committed)
        self.done.set_words(WORDS[kind].show, "Show what was imported")
        self.retry.setVisible(outcome.outcome in ("failed", "cancelled"))
        self.to_check.setVisible(not committed)
        self.say("")

    def show_reverted(self, words: str) -> None:
        """It was taken back from here."""
        self._back_words.setText(words)
        self.revert.setEnabled(False)

    def show_revertible(self) -> None:
        self._back_words.setText("As one unit. Products that were changed or sold since are kept and listed.")
        self.revert.setEnabled(True)

    def _show_counts(self, kind: str, outcome: ImportOutcome, *, committed: bool) -> None:
        counts = outcome.counts
        values = (counts.created, counts.updated, counts.unchanged)
        for tile, value, words in zip(self._tiles, values, WORDS[kind].counted, strict=False):
            tile.show_count(value, words)
        self._tiles[3].show_count(counts.rejected, "not saved" if counts.rejected else "every row was accepted")
        for tile in self._tiles:
            tile.setVisible(committed)

    @override
    def enter(self) -> None:
        for button in (self.done, self.retry, self.to_check, self.another):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _title(kind: str, outcome: ImportOutcome) -> str:
    if outcome.outcome != "committed":
        return _TITLES.get(outcome.outcome, "Nothing was saved")
    counts = outcome.counts
    noun = WORDS[kind].many if kind != "stock" else "rows"
    if outcome.repeated:
        return f"{formats.number(counts.accepted)} {noun} had been saved before; nothing was done again"
    if counts.rejected:
        return f"{formats.number(counts.accepted)} of {formats.number(counts.records)} {noun} are saved"
    return f"{formats.number(counts.accepted)} {noun} are saved"
