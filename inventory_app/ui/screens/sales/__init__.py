"""The sales screen."""

from __future__ import annotations

from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.sales.page import SalesPage


def make(collaborators: Collaborators) -> SalesPage:
    """The page, for the window."""
    return SalesPage(collaborators)
