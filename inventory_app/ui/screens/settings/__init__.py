"""Settings: the person, the databases, limits, shortcuts, and what this program is."""

from __future__ import annotations

from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.settings.page import SettingsPage
from inventory_app.ui.screens.settings.services import SettingsServices
from inventory_app.ui.widgets.page import Page

__all__ = ["SettingsServices", "make"]


def make(collaborators: Collaborators, services: SettingsServices) -> Page:
    """The page of the settings, joined to what it changes."""
    return SettingsPage(collaborators, services)
