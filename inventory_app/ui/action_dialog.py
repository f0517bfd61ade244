"""A dialog that asks for one action. It stays, with all that was typed, until the action is committed.

Refused, failed, stopped, unknown: the reason stands in a banner or at its field, and the person goes on from there.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from inventory_app.actions.outcome import Cancelled, Committed, Conflict, DryRun, Failed, Phase, Refused, Unknown
from inventory_app.ui import outcome_words as words
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import Choice, ask
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.layout import Part, column
from inventory_app.ui.wish import Wish

if TYPE_CHECKING:
    from inventory_app.actions.action import Action
    from inventory_app.ui.runtime.action_runner import ActionRun, ActionRunner
    from inventory_app.ui.widgets.field import Form

D = TypeVar("D", bound="ActionDialog")


class ActionDialog(Dialog):
    """Subclasses fill the form, make the action of it, and put refusals at their fields.

    One dialog is one wish: all its tries carry the same action id, so that a Retry from the activity panel and a
    Save from here can never both be done.
    """

    committed = Signal(object)  # the Committed
    conflict_met = Signal(object)  # the Conflict

    def __init__(
        self,
        title: str,
        actions: ActionRunner,
        body: Part,
        *,
        save_words: str = "",
        width: int = 520,
        parent: QWidget | None = None,
    ) -> None:
        self.banner = Banner()
        self.banner.clear()
        self.cancel_button = Button(translate("Dialog", "Cancel"), tip="Esc")
        self.save_button = primary(save_words or translate("Dialog", "&Save"))
        self.confirm_button = Button(translate("Dialog", "&Go below zero"), name=translate("Dialog", "Go below zero"))
        self.confirm_button.hide()
        buttons = [self.cancel_button, self.confirm_button, self.save_button]
        super().__init__(title, column(self.banner, body), buttons, note=save_keys(), width=width, parent=parent)
        self._actions = actions
        self._wish = Wish(actions, self)
        self._typed_over = False
        self._done = False
        self._background = Background(self)
        self.cancel_button.clicked.connect(self.leave)
        self.save_button.clicked.connect(self.save)
        self.confirm_button.clicked.connect(self._confirm)
        self._wish.began.connect(self._began)
        self._wish.ended.connect(self._ended)
        actions.progressed.connect(self._progressed)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):  # a field that is left may be marked as wrong
            app.focusChanged.connect(self._focus_changed)

    # ------------------------------------------------------------------------------------- for subclasses

    def form(self) -> Form | None:
        """Where fields are checked before saving and refusals are put."""
        return None

    async def action(self, *, confirm: bool) -> Action | None:
        """What is to be done, from what was typed; None when something is missing, which is shown then."""
        raise NotImplementedError

    def field_of(self, refused: Refused) -> str | None:
        """The name of the control that a refusal belongs to."""
        return refused.field

    def is_dirty(self) -> bool:
        """Whether something typed would be lost by leaving."""
        return self._typed_over

    def what(self) -> str:
        """What would be lost, in words."""
        return translate("Dialog", "the form “{title}”").format(title=self.windowTitle())

    # ---------------------------------------------------------------------------------------------- saving

    @property
    def saving(self) -> bool:
        return self._wish.running

    def typed(self) -> None:
        """The person changed something; to be connected to the form."""
        self._typed_over = True
        self.confirm_button.hide()
        if not self.saving:
            self.banner.clear()
        self.update_save()

    def may_save(self) -> bool:
        """Whether nothing visible speaks against it: a field that is marked as wrong."""
        form = self.form()
        return form is None or not any(field.control.property("invalid") for field in form.fields)

    def update_save(self) -> None:
        """Save can be pressed unless a visible mark says why not."""
        self.save_button.setEnabled(not self.saving and self.may_save())
        self._grow()

    def _grow(self) -> None:
        """Messages below fields take room; nothing else is squeezed for them."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            wanted = self.sizeHint().height()
            if wanted > self.height():
                self.resize(self.width(), wanted)

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.update_save()

    def fit(self) -> None:
        """As high as what is shown now; called after rows came or went."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), self.sizeHint().height())

    def start_work(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Something awaited that belongs to this dialog."""
        self._background.start(work, name=name)

    def save(self) -> None:
        """Ctrl+Enter."""
        self._begin(confirm=False)

    def _confirm(self) -> None:
        self._begin(confirm=True)

    def _begin(self, *, confirm: bool) -> None:
        if self.saving or self._background.running:
            return
        form = self.form()
        if form is not None:
            for field in form.fields:  # what the database said to the try before may not hold any more
                field.show_message("")
            if not form.check():
                self.update_save()
                return
        self.start_work(self.start_action(confirm=confirm), name=f"save {self.windowTitle()}")

    async def start_action(self, *, confirm: bool) -> None:
        """Save, from within a work of this dialog."""
        action = await self.action(confirm=confirm)
        if action is None or not isValid(self):
            return
        if self._actions.database is None:
            self.banner.show_message(
                OutcomeLook.FAILED,
                translate("Dialog", "No database is open"),
                translate("Dialog", "What you typed stays here."),
            )
            return
        self._wish.start(action)

    def _began(self, _run: ActionRun) -> None:
        self.banner.clear()
        self.confirm_button.hide()
        self.note.set_words(translate("Dialog", "Saving…"))
        self.update_save()

    def _progressed(self, run: ActionRun) -> None:
        if not self._wish.is_try(run) or run.progress is None:
            return
        self.note.set_words(f"{words.progress_words(run.progress)}…")
        if run.progress.phase is Phase.CHECKING:
            self.banner.show_message(
                OutcomeLook.UNKNOWN, translate("Dialog", "Checking whether it was saved"), f"{words.CHECKING}."
            )

    def _ended(self, run: ActionRun) -> None:
        self.note.set_words(save_keys())
        match run.outcome:
            case Committed():
                self._done = True
                self.committed.emit(run.outcome)
                self.accept()
                return
            case Refused():
                self._refused(run.outcome)
            case Conflict():
                self.banner.show_message(
                    OutcomeLook.CONFLICT, run.outcome.message, translate("Dialog", "Nothing was saved.")
                )
                self.conflict_met.emit(run.outcome)
            case Failed() | Cancelled() | Unknown() | DryRun():
                look = words.look_of(run.outcome)
                self.banner.show_message(
                    look, words.sentence_of(run.outcome), translate("Dialog", "What you typed is still here.")
                )
        self.update_save()

    def _refused(self, refused: Refused) -> None:
        message = words.refusal_words(refused)
        name = self.field_of(refused)
        form = self.form()
        if refused.details.get("can_confirm") is True:
            self.confirm_button.show()
        elif form is not None and form.show_refusal(name, message):
            return
        self.banner.show_message(
            OutcomeLook.REFUSED, message, translate("Dialog", "Nothing was saved. What you typed is still here.")
        )

    # --------------------------------------------------------------------------------------------- leaving

    @override
    def leave(self) -> None:
        """Esc: at once when nothing would be lost, else the person is asked."""
        if self._done or (not self.saving and not self.is_dirty()):
            super().leave()
        elif not self._background.running:
            self.start_work(self._ask_to_leave(), name="leave dialog")

    async def _ask_to_leave(self) -> None:
        if self.saving:
            told = translate(
                "Dialog", "It is being saved. Closing the form does not stop it; Activity shows what becomes of it."
            )
            choices = [
                Choice("leave", translate("Dialog", "Close the &form")),
                Choice("stay", translate("Dialog", "&Stay"), primary=True),
            ]
        else:
            told = translate("Dialog", "What you typed into {what} is not saved.").format(what=self.what())
            choices = [
                Choice("leave", translate("Dialog", "&Discard it")),
                Choice("stay", translate("Dialog", "&Go on typing"), primary=True),
            ]
        if await ask(
            self, translate("Dialog", "Leave the form?"), told, choices, look=OutcomeLook.REFUSED
        ) == "leave" and isValid(self):
            self._done = True
            super().leave()


def save_keys() -> str:
    """What the foot of a form says."""
    return translate("Dialog", "Save: {keys}").format(keys=native_keys("Ctrl+Enter"))


class OpenDialog(QObject):
    """The dialog that a page has open, if any: at most one, deleted when it is closed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._dialog: ActionDialog | None = None

    def show(self, dialog: D) -> D:
        """Open it."""
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @property
    def is_open(self) -> bool:
        return self._dialog is not None

    def holds_typing(self) -> str:
        """What would be lost by closing the window now."""
        dialog = self._dialog
        return dialog.what() if dialog is not None and dialog.is_dirty() else ""

    def _closed(self) -> None:
        self._dialog = None
