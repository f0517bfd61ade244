"""Saved mappings in the import window: keeping what was chosen, the list of them, and using one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inventory_app.domain.errors import Refusal
from inventory_app.importing.mapping.saved import SavedMapping, SavedMappings
from inventory_app.importing.reading.process import Inspected
from inventory_app.ui.import_dialog.assigned import mapping_of
from inventory_app.ui.import_dialog.choices import Choices
from inventory_app.ui.import_dialog.saved_mappings import SavedMappingsDialog
from inventory_app.ui.import_dialog.saving import SaveMapping
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate


class Keeping:
    """``taken`` uses a mapping; ``changed`` is called when others may be offered now."""

    def __init__(
        self,
        saved: SavedMappings,
        window: ImportWindow,
        taken: Callable[[SavedMapping], None],
        changed: Callable[[], None],
    ) -> None:
        self.saved = saved
        self._window = window
        self._taken = taken
        self._changed = changed

    async def ask_name(self, chosen: Choices, inspected: Inspected) -> None:
        """Keep what was chosen under the name that the person gives."""
        suggested = chosen.recipe_name or (chosen.path.stem if chosen.path is not None else "")
        name = await asked_name(suggested, self._window)
        if name and isValid(self._window):
            self.save(name, chosen, inspected)

    def save(self, name: str, chosen: Choices, inspected: Inspected) -> None:
        """Keep the mapping with its rules and its treatment of cells; single corrections belong to this file alone."""
        try:
            mapping = mapping_of(chosen.kind, inspected.preview.headers, chosen.flags)
            treatment = replace(chosen.treated, corrections={})
            self.saved.save(SavedMapping.of(name, mapping, chosen.options(), treatment))
        except Refusal as refusal:
            title = translate("Import", "The mapping was not saved")
            self._window.banner.show_message(OutcomeLook.REFUSED, title, refusal.message)
            return
        self._window.banner.show_message(OutcomeLook.COMMITTED, saved_words(name))

    async def manage(self, chosen: Choices, inspected: Inspected) -> None:
        """Show all of them; the one that is chosen there is used."""
        dialog = SavedMappingsDialog(self.saved, chosen.kind, inspected.preview.headers, self._window)
        try:
            await finished(dialog)
            mapping = dialog.chosen if isValid(dialog) else None
        finally:
            if isValid(dialog):
                dialog.deleteLater()
        if not isValid(self._window):
            return
        if mapping is not None:
            self._taken(mapping)
        else:
            self._changed()


async def asked_name(suggested: str, parent: QWidget) -> str:
    """The name that a mapping shall be kept under, '' for none."""
    dialog = SaveMapping(suggested, parent)
    try:
        chosen = await finished(dialog)
        return dialog.name.text().strip() if isValid(dialog) and chosen else ""
    finally:
        if isValid(dialog):
            dialog.deleteLater()


def saved_words(name: str) -> str:
    """That a mapping was kept, and what for."""
    said = translate("Import", "“{name}” is saved. It is offered for files with the same columns.")
    return said.format(name=name)
