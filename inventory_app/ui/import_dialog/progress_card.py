"""How far an import is: share, time, and its phases."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from inventory_app.actions.outcome import Phase, Progress
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.theme import Space, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.labels import RIGHT, text
from inventory_app.ui.widgets.layout import card, column, row
from inventory_app.ui.widgets.progress import ProgressBar, ProgressRow

WIDTH = 620
_TICK = 250
_TELLING = 1_000  # records, before which no rate is told
_LAST_SHARE = 0.97  # it is done when it is done
_PHASES = ("read", "check", "save", "commit")
# Reading is about a quarter of it; checking and writing are counted together.
_SHARES = ((0.0, 0.25), (0.25, 0.95), (0.25, 0.95), (0.95, 1.0))


class ProgressCard(QFrame):
    """Follows one run. ``known_seconds`` is what the same work took before: the check does all but the commit."""

    def __init__(self, last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._run: ActionRun | None = None
        self._known_seconds = 0.0
        self._phase, self._phase_began = 0, 0.0
        self._took: dict[int, float] = {}
        self._records = ""
        self._shown = 0.0
        self._running_since = 0.0
        self._percent = text("0 %", "figure")
        self._doing, self._speed = text("", "strong"), text("", "caption")
        self._left, self._spent = text("", "strong", align=RIGHT), text("", "caption", align=RIGHT)
        self._bar = ProgressBar(translate("Import", "Progress of the import"))
        self._rows = [ProgressRow(words) for words in self._words()]
        head = row(
            self._percent, Space.S, column(self._doing, self._speed, spacing=2), None,
            column(self._left, self._spent, spacing=2),
        )  # fmt: skip
        inside = card(head, self._bar, Space.S, *self._rows, margins=(Space.XL,) * 4, spacing=Space.M)
        inside.setFixedWidth(WIDTH)
        self.setLayout(column(inside, spacing=0))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)

    def _words(self) -> tuple[str, str, str, str]:
        return (
            translate("Import", "Read the file"),
            translate("Import", "Check the rows against the database"),
            translate("Import", "Write the rows"),
            self._last,
        )

    def follow(self, run: ActionRun, known_seconds: float = 0.0) -> None:
        """Show this run from now on."""
        self._run, self._known_seconds = run, known_seconds
        self._phase, self._phase_began, self._records = 0, time.monotonic(), ""
        self._shown = self._running_since = 0.0
        self._took.clear()
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        self._timer.stop()
        self._run = None

    def show_progress(self, progress: Progress) -> None:
        """What the run has told."""
        if progress.phase is Phase.STAGING and progress.message:
            self._records = self._read(progress.message)
        elif progress.phase is Phase.RUNNING and progress.total:
            self._records = self._rows_done(progress)
        self._reach(_phase_of(progress))
        self._tick()

    def _read(self, message: str) -> str:
        """How much of the file is read, and how fast, once that can be told."""
        records = int("".join(mark for mark in message if mark.isdigit()) or "0")
        words = translate("Import", "{count} record(s) read", count=records).format(count=formats.number(records))
        spent = time.monotonic() - self._phase_began
        if records < _TELLING or spent <= 0.5:
            return words
        rate = translate("Import", "{count} rows/s").format(count=formats.number(round(records / spent)))
        return f"{words} · {rate}"

    def _rows_done(self, progress: Progress) -> str:
        """How far checking and writing are, in rows of the file."""
        now = time.monotonic()
        self._running_since = self._running_since or now
        spent = now - self._running_since
        rate = (
            " · " + translate("Import", "{count} rows/s").format(count=formats.number(round(progress.done / spent)))
            if progress.done and spent > 0.5
            else ""
        )
        words = translate("Outcome", "{done} of {total} row(s)", count=progress.total)
        return words.format(done=formats.number(progress.done), total=formats.number(progress.total)) + rate

    def _reach(self, phase: int) -> None:
        now = time.monotonic()
        if phase < self._phase:  # a try began anew
            self._took = {at: took for at, took in self._took.items() if at < phase}
        elif phase > self._phase:
            self._took[self._phase] = now - self._phase_began
        if phase != self._phase:
            self._phase, self._phase_began = phase, now

    def _tick(self) -> None:
        run = self._run
        if run is None:
            return
        spent = (datetime.now(UTC) - run.started_at).total_seconds()
        share = run.told_share = self._share(run.progress, spent)
        self._percent.setText(f"{int(share * 100)} %")
        self._bar.show_share(int(share * 1000), 1000)
        self._doing.setText(_doing(run))
        self._speed.setText(self._records)
        known = share > 0.05 and spent > 1 and self._phase < 3
        left = spent * (1 - share) / share if known else None
        self._left.setText(formats.left(left) if left is not None else "")
        self._spent.setText(
            translate("Import", "{spent} so far").format(spent=formats.duration(spent)) if spent >= 1 else ""
        )
        for at, shown in enumerate(self._rows):
            state = "done" if at < self._phase else "running" if at == self._phase else "pending"
            took = self._took.get(at)
            if at == self._phase:
                took = time.monotonic() - self._phase_began
            shown.show_state(state, took=formats.duration(took) if took is not None else "")

    def _share(self, progress: Progress | None, spent: float) -> float:
        """By the time that the same took before; else by what has been read, and then by the rows done. Never back."""
        if self._known_seconds > 0:
            share = spent / self._known_seconds
        else:
            start, end = _SHARES[self._phase]
            within = progress.done / progress.total if progress is not None and progress.total else 0.0
            share = start + within * (end - start)
        self._shown = max(self._shown, min(share, _LAST_SHARE))
        return self._shown


def _phase_of(progress: Progress) -> int:
    match progress.phase:
        case Phase.COMMITTING | Phase.CHECKING:
            return 3
        case Phase.RUNNING:
            return 1 if progress.message.startswith("Checking") else 2
    return 0


def _doing(run: ActionRun) -> str:
    if not run.running:
        return translate("Import", "Writing the rejected rows")
    progress = run.progress
    if run.cancel_asked or progress is None:
        return translate("Import", "Stopping") if run.cancel_asked else translate("Import", "Starting")
    match progress.phase:
        case Phase.WAITING:
            return progress.message or translate("Import", "Waiting for its turn")
        case Phase.STAGING:
            return translate("Import", "Reading and checking the file")
        case Phase.RETRYING:
            return (
                translate("Import", "Trying again: {message}").format(message=progress.message)
                if progress.message
                else translate("Import", "Trying again")
            )
        case Phase.COMMITTING:
            return translate("Import", "Committing")
        case Phase.CHECKING:
            return translate("Import", "Connection lost while saving; asking what became of it")
    return progress.message or translate("Import", "Working")
