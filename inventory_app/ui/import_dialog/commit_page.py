"""The fourth step: the import runs, here and in the activity panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from typing_extensions import override

from inventory_app.ui.import_dialog.page import StepPage
from inventory_app.ui.import_dialog.progress_card import ProgressCard
from inventory_app.ui.theme import Space
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import column, row


class CommitPage(StepPage):
    """Nothing to type here; Esc asks for the cancel."""

    def __init__(self) -> None:
        super().__init__("commit")
        self.progress = ProgressCard(translate("Import", "Commit"))
        self.cancel = Button(translate("Import", "&Cancel import"), "", "cancel", tip="Esc")
        words = translate(
            "Import",
            "All rows are saved in one transaction. Cancel takes everything back; sales and other work go on "
            "meanwhile.",
        )
        why = text(words, "caption")
        self.setLayout(column(None, row(None, self.progress, None), Space.XS, row(None, why, None), None, None))
        self.set_foot(self.cancel)
        self.say(translate("Import", "You can close this window. The import goes on and reports in Activity."))

    def show_cancellable(self, able: bool) -> None:
        """Past the point of no return there is nothing to cancel any more."""
        self.cancel.setEnabled(able)
        self.cancel.setToolTip(native_keys("Esc") if able else translate("Import", "It is being committed"))

    @override
    def enter(self) -> None:
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
