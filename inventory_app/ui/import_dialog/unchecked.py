"""What is said above the columns when a check came to no result."""

from __future__ import annotations

from inventory_app.actions.outcome import Cancelled, Outcome, Refused
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.outcome_words import sentence_of
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate


def tell_why(window: ImportWindow, outcome: Outcome, message: str) -> None:
    """Why there is nothing to show; ``message`` is what the import itself says of it."""
    banner = window.banner
    if isinstance(outcome, Cancelled):
        title, nothing = translate("Import", "The check was stopped"), translate("Outcome", "Nothing was saved.")
        banner.show_message(OutcomeLook.CANCELLED, title, nothing)
    elif not isinstance(outcome, Refused):
        banner.show_message(OutcomeLook.FAILED, translate("Import", "The check failed"), sentence_of(outcome))
    elif outcome.code == "already_imported":
        title = translate("Import", "This file was imported before")
        window.already.show_message(OutcomeLook.REFUSED, title, outcome.message)
    elif outcome.code == "file_changed":
        title = translate("Import", "The file has changed since it was checked")
        words = translate("Import", "What you corrected by hand may be another record now and is forgotten.")
        banner.show_message(OutcomeLook.REFUSED, title, words)
    else:
        banner.show_message(OutcomeLook.REFUSED, translate("Import", "The file cannot be imported so"), message)
