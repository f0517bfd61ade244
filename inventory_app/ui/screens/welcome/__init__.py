"""The first start: an empty database, and the ways to put something into it."""

from __future__ import annotations

from inventory_app.ui.screens.welcome.page import WelcomePage
from inventory_app.ui.screens.welcome.presenter import Fill, Run, Told, WelcomePresenter

__all__ = ["Fill", "Run", "Told", "WelcomePage", "WelcomePresenter"]
