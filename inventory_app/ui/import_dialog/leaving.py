"""What is asked before an import window goes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inventory_app.ui.runtime.dialogs import Choice, ask
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate


async def may_forget(window: QWidget) -> bool:
    """Whether what was chosen by hand may be lost."""
    choices = [
        Choice("leave", translate("Import", "&Close without importing")),
        Choice("stay", translate("Import", "&Back to it"), primary=True),
    ]
    words = translate(
        "Import", "What you mapped and decided by hand would have to be done again. Nothing is saved yet."
    )
    title = translate("Import", "Close this import?")
    return await ask(window, title, words, choices, look=OutcomeLook.REFUSED) == "leave"


async def about_running(window: QWidget) -> str | None:
    """What becomes of an import that runs: ``stay``, ``cancel`` or ``hide``."""
    choices = [
        Choice("stay", translate("Import", "Stay &here")),
        Choice("cancel", translate("Import", "&Cancel the import")),
        Choice("hide", translate("Import", "&Let it go on"), primary=True),
    ]
    words = translate("Import", "It goes on without this window and reports in Activity. Cancelled, it saves nothing.")
    title = translate("Import", "The import is still running")
    return await ask(window, title, words, choices, look=OutcomeLook.RUNNING)
