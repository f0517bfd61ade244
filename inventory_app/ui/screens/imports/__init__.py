"""The imports screen."""

from __future__ import annotations

from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.imports.page import ImportsPage


def make(collaborators: Collaborators) -> ImportsPage:
    """The page, for the window."""
    return ImportsPage(collaborators)
