"""The panel beside the log: one action whole, with its changes and moves."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal

from inventory_app.queries.activity import ActivityDetail
from inventory_app.ui.screens.activity.changes import changed_fields, move_words, subject
from inventory_app.ui.screens.activity.kinds import word_of
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, link
from inventory_app.ui.widgets.detail_panel import DetailPanel, TwoLineList, TwoLines
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, row

_LISTED = 40


class ActionDetailPanel(DetailPanel):
    """Shows nothing until an action is chosen."""

    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(nothing=translate("Activity", "No action selected"))
        self._summary = text("", wrap=True)
        self._notes = text("", "caption", wrap=True)
        self._changes = TwoLineList(translate("Activity", "Changed"))
        self._moves = TwoLineList(translate("Activity", "Moves"))
        self._rest = text("", "caption")
        self.copy: Button = link(translate("Activity", "&Copy details"), tip="Ctrl+Shift+C")
        self.copy.clicked.connect(self.copy_wanted)
        foot = box(row(self.copy, None))
        for part in (self._summary, self._notes, self._changes, self._moves, self._rest, foot):
            self.add(part)
        self.clear()

    def show_action(self, detail: ActivityDetail) -> None:
        action = detail.action
        when = formats.moment(action.at, datetime.now(UTC))
        self.show_subject(word_of(action.kind), action.title, f"{action.actor} · {action.workstation} · {when}")
        self._summary.setText(action.summary)
        self._notes.setText(" ".join(action.notes))
        self._notes.setVisible(bool(action.notes))
        changes = [
            TwoLines(field, subject(change), "", f"{old} → {new}", "")
            for change in detail.changes
            for field, old, new in changed_fields(change)
        ]
        self._changes.show_entries(formats.number(len(changes)), changes[:_LISTED])
        self._changes.setVisible(bool(changes))
        moves = [
            TwoLines(move.sku, move.name, formats.quantity(move.quantity), move_words(move), move.reason)
            for move in detail.moves[:_LISTED]
        ]
        self._moves.show_entries("", moves)
        self._moves.setVisible(bool(moves))
        hidden = len(detail.moves) - len(moves)
        self._rest.setText(
            translate("Activity", "and {count} more move(s)", count=hidden).format(count=formats.number(hidden))
        )
        self._rest.setVisible(hidden > 0)
