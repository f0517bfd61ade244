"""The activity screen."""

from __future__ import annotations

from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.activity.page import ActivityPage


def make(collaborators: Collaborators) -> ActivityPage:
    """The page, for the window."""
    return ActivityPage(collaborators)
