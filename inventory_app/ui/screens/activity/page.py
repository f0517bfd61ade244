"""The activity screen: everything that was ever saved, by whom and from where, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from typing_extensions import override

from inventory_app.actions.outcome import Committed
from inventory_app.actions.undo import Undo
from inventory_app.queries.activity import (
    ActivityDetail,
    ActivityFilter,
    ActivityRow,
    activity_detail,
    activity_page,
    actors,
)
from inventory_app.queries.page import Order
from inventory_app.ui.import_dialog import revert, told
from inventory_app.ui.list_page import Exported, Filters, ListPage, LiveList, Source, offer
from inventory_app.ui.models.columns import Column
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.activity.changes import as_text
from inventory_app.ui.screens.activity.detail import ActionDetailPanel
from inventory_app.ui.screens.activity.kinds import KINDS, icon_of, word_of
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState
from inventory_app.ui.widgets.field import plain_combo

_PAUSE = 150


class ActivityPage(ListPage):
    """The log of the database, of all workstations; what failed or was refused is in the panel of this one."""

    def __init__(self, with_: Collaborators) -> None:
        self._undo = Button(
            translate("Activity", "&Undo"),
            "",
            "undo",
            tip="Ctrl+Shift+Z",
            name=translate("Activity", "Undo this action"),
        )
        super().__init__(translate("Activity", "Activity"), "", self._undo)
        self._with = with_
        self._background = Background(self)
        self._shown: ActivityDetail | None = None
        self._wanted: UUID | None = None  # to go to when the list has it
        self._make_filters()
        self._detail = ActionDetailPanel()
        source = Source(
            _columns(),
            lambda row: row.id,
            lambda: partial(activity_page, wanted=self._wanted_actions()),
            None,
            _counted,
            Exported("activity", self._wanted_actions, Order("recorded_at", descending=True), {"at": "recorded_at"}),
        )
        empty = EmptyState(
            "activity",
            translate("Activity", "Nothing was saved yet"),
            translate("Activity", "Every action that is saved stands here for ever."),
        )
        listed = LiveList(
            with_,
            translate("Activity", "Actions"),
            source,
            detail=self._detail,
            filters=self._filters,
            nothing_yet=empty,
        )
        listed.remember("activity")
        self.show_list(listed)
        self._connect()

    def _make_filters(self) -> None:
        self._text = LineEdit(
            hint=translate("Activity", "Filter these actions"),
            icon_name="filter",
            name=translate("Activity", "Filter actions"),
            width=220,
        )
        self._people = plain_combo(
            [(translate("Activity", "Everybody"), None)], width=160, name=translate("Activity", "Person")
        )
        kinds = [(translate("Activity", "All kinds"), None), *((word_of(kind), kind) for kind in KINDS)]
        self._kinds = plain_combo(kinds, width=160, name=translate("Activity", "Kind"))
        self._filters = Filters(self._text, (self._people, self._kinds), pause=_PAUSE)

    def _connect(self) -> None:
        self._undo.clicked.connect(self._undo_current)
        self._detail.copy_wanted.connect(self._copy)
        self.listed.current_changed.connect(self._current_changed)
        self.listed.model.refreshed.connect(self._go_to_wanted)
        for keys, button in (("Ctrl+Shift+Z", self._undo), ("Ctrl+Shift+C", self._detail.copy)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    # ---------------------------------------------------------------------------------------------------- filters

    def _wanted_actions(self) -> ActivityFilter:
        kind = self._kinds.currentData()
        return ActivityFilter(self._text.text().strip(), (kind,) if kind else (), self._people.currentData())

    def _people_known(self, names: Sequence[str]) -> None:
        offer(self._people, names)

    # ------------------------------------------------------------------------------------------------- one action

    def _current_changed(self, row: ActivityRow | None) -> None:
        self._undo.setEnabled(row is not None and row.can_undo)
        self._undo.setToolTip(
            native_keys("Ctrl+Shift+Z")
            if row is None or row.can_undo
            else translate("Activity", "It was taken back already")
        )
        imported = row is not None and row.kind == "import"
        self._undo.set_words(
            translate("Activity", "&Revert…") if imported else translate("Activity", "&Undo"),
            translate("Activity", "Undo this action"),
        )
        if row is None:
            self._shown = None
            self._detail.clear()
            return
        action_id = row.id
        if self._shown is not None and self._shown.action.id != action_id:
            self._shown = None  # what is copied is what the cursor is on
        self._with.queries.ask(self, "action", lambda session: activity_detail(session, action_id), self._show)

    def _show(self, detail: ActivityDetail | None) -> None:
        self._shown = detail
        if detail is None:
            self._detail.clear()
        else:
            self._detail.show_action(detail)

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(as_text(self._shown))
            self._with.navigator.tell(translate("Activity", "The details are copied"))

    def _undo_current(self) -> None:
        row = self.listed.current
        if row is not None and row.can_undo and not self._background.running:
            self._background.start(self._take_back(row), name="undo an action")

    async def _take_back(self, row: ActivityRow) -> None:
        self.banner.clear()
        undo = Undo(of=row.id, what=row.title)
        if row.kind == "import":
            outcome = await revert(self._with.actions, self, undo, f"“{row.title}”")
        else:
            outcome = await self._with.actions.start(undo).wait()
        if outcome is not None and not isinstance(outcome, Committed):
            self.banner.show_message(
                OutcomeLook.REFUSED,
                translate("Activity", "“{title}” was not taken back").format(title=row.title),
                told(outcome),
            )

    # ----------------------------------------------------------------------------------------- what the window calls

    def show_item(self, argument: object) -> None:
        """The id of an action, or the run of one: an undo leads to the action that it was to take back."""
        if isinstance(argument, ActionRun):
            argument = argument.action.reverses or argument.action.action_id
        if isinstance(argument, UUID):
            self._wanted = argument
            self._filters.clear()
            self.listed.refresh()

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self.listed.table.select_key(self._wanted):
            self._wanted = None

    @override
    def refresh(self) -> None:
        super().refresh()
        self._with.queries.ask(self, "people", actors, self._people_known)

    @override
    def enter(self) -> None:
        self._with.queries.ask(self, "people", actors, self._people_known)
        super().enter()


def _counted(count: int) -> str:
    return translate("Activity", "{count} action(s)", count=count).format(count=formats.number(count))


def _columns() -> tuple[Column[ActivityRow], ...]:
    return (
        Column(
            "at", translate("Activity", "When"), lambda row: formats.moment(row.at, datetime.now(UTC)), 96, sort="at"
        ),
        Column(
            "title",
            translate("Activity", "Action"),
            lambda row: row.title,
            216,
            icon=lambda row: icon_of(row.kind),
            speech=lambda row: f"{word_of(row.kind)}: {row.title}",
            tip=lambda row: row.title,
        ),
        Column(
            "summary", translate("Activity", "What was saved"), lambda row: row.summary, tip=lambda row: row.summary
        ),
        Column("actor", translate("Activity", "Who"), lambda row: row.actor, 108),
        Column("workstation", translate("Activity", "Where"), lambda row: row.workstation, 80, hidden=True),
        Column(
            "state",
            translate("Activity", "State"),
            lambda row: "" if row.can_undo else translate("Activity", "undone"),
            112,
            icon=_undone,
            tone=lambda _row: "muted",
            speech=lambda row: "" if row.can_undo else translate("Activity", "taken back"),
        ),
    )


def _undone(row: ActivityRow) -> str:
    return "" if row.can_undo else "undo"
