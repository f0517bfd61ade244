"""The card with what a test of the connection found: one line per check."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout

from inventory_app.database.diagnosis import Check, Diagnosis, Remedy, Status
from inventory_app.ui.theme import Size, Space, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, object_name, translate
from inventory_app.ui.widgets.buttons import link
from inventory_app.ui.widgets.labels import RIGHT, ElidedLabel, Glyph, text
from inventory_app.ui.widgets.layout import box, column, empty, row

_LOOKS = {
    Status.OK: ("committed", "committed", ""),
    Status.WARN: ("warning", "refused", "refused"),
    Status.FAIL: ("error", "failed", "failed"),
    Status.SKIPPED: ("pending", "muted", "muted"),
}
_SPOKEN = {
    Status.OK: QT_TRANSLATE_NOOP("Settings", "passed"),
    Status.WARN: QT_TRANSLATE_NOOP("Settings", "needs you"),
    Status.FAIL: QT_TRANSLATE_NOOP("Settings", "failed"),
    Status.SKIPPED: QT_TRANSLATE_NOOP("Settings", "not tried"),
}
_NAMES = 76
_LINE = 28


class TestCard(QFrame):
    """Hidden until a test was made. `copyable` is what Copy takes."""

    __test__ = False  # pytest is not to collect it
    migrate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("test-card")
        self.setProperty("role", "card")
        self.copyable = ""
        self._summary = ElidedLabel("", "caption")
        self._summary.setAlignment(RIGHT)
        self._copy = link(translate("Settings", "Copy"), name=translate("Settings", "Copy the test"))
        self._copy.clicked.connect(self._copied)
        self._lines = column(spacing=0)
        head = row(
            text(translate("Settings", "Test of the connection"), "strong"),
            (self._summary, 1),
            self._copy,
            spacing=Space.M,
        )
        self.setLayout(column(head, self._lines, margins=(Space.L, Space.S, Space.L, Space.S), spacing=Space.XS))
        self.setVisible(False)

    def show_running(self) -> None:
        """A test is under way; the lines of the last one go."""
        empty(self._lines)
        self.copyable = ""
        self._copy.setVisible(False)
        self._summary.set_words(translate("Settings", "under way…"))
        self.setVisible(True)

    def show_diagnosis(self, diagnosis: Diagnosis, copyable: str) -> None:
        """All lines, the time of the test, and what can be done."""
        empty(self._lines)
        self.copyable = copyable
        self._copy.setVisible(True)
        self._copy.set_words(translate("Settings", "Copy"), translate("Settings", "Copy the test"))
        at = formats.moment(diagnosis.checked_at, datetime.now(UTC))
        self._summary.set_words(f"{diagnosis.summary} · {at}")
        self.setAccessibleName(
            translate("Settings", "Test of the connection: {summary}").format(summary=diagnosis.summary)
        )
        for check in diagnosis.checks:
            self._lines.addWidget(self._line(check))
        self.setVisible(True)

    def _line(self, check: Check) -> QFrame:
        icon_name, tone, words_tone = _LOOKS[check.status]
        name = text(check.name, "strong", words_tone)
        name.setFixedWidth(_NAMES)
        sentence = ElidedLabel(check.sentence, "caption", words_tone)
        line = QGridLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setHorizontalSpacing(Space.S)
        line.setColumnStretch(2, 1)
        line.addWidget(Glyph(icon_name, tone, Size.ICON), 0, 0)
        line.addWidget(name, 0, 1)
        line.addWidget(sentence, 0, 2)
        if check.remedy is Remedy.MIGRATE:
            migrate = link(translate("Settings", "Mi&grate…"), name=translate("Settings", "Migrate the tables"))
            migrate.clicked.connect(partial(self._migrate))
            line.addWidget(migrate, 0, 3)
        elif check.milliseconds is not None and check.status is not Status.SKIPPED:
            line.addWidget(text(formats.duration(check.milliseconds / 1000), "caption", align=RIGHT), 0, 3)
        out = box(line, height=_LINE)
        out.setAccessibleName(f"{check.name}: {translate('Settings', _SPOKEN[check.status])}, {check.sentence}")
        out.setObjectName(f"check-{object_name(check.name)}")
        return out

    def _migrate(self, _checked: bool = False) -> None:
        self.migrate_wanted.emit()

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self.copyable)
        self._copy.set_words(translate("Settings", "Copied"), translate("Settings", "Copied the test"))

    def clear(self) -> None:
        self.setVisible(False)
