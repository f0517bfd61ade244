"""A main window without a program around it: real runners and settings, no database until a test opens one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from inventory_app.actions.action import Action, Context
from inventory_app.actions.outcome import Outcome, Progress
from inventory_app.actions.perform import Policy, perform
from inventory_app.database.database import Database
from inventory_app.settings.places import Places
from inventory_app.settings.secrets import SecretStore
from inventory_app.settings.store import SettingsStore
from inventory_app.ui.main_window import MainWindow
from inventory_app.ui.navigation import Navigation
from inventory_app.ui.runtime.action_runner import ActionRunner
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.health import HealthMonitor
from inventory_app.ui.runtime.notices import Notices
from inventory_app.ui.runtime.query_runner import QueryRunner
from inventory_app.ui.runtime.writings import Writings
from inventory_app.ui.screen import Collaborators, ScreenDeclaration


async def carry_out(database: Database, action: Action, *, report: Callable[[Progress], None]) -> Outcome:
    """`perform` as the bootstrap gives it to the runner."""
    context = Context(actor="Mira Kowalski", workstation="TILL-1")
    return await perform(database, action, context=context, policy=Policy(), report=report)


def make_collaborators(home: Path | None = None) -> Collaborators:
    """Everything real but the keyring; settings in a folder of their own."""
    folder = home or Path(tempfile.mkdtemp(prefix="stockroom-window-"))  # in the folder of the test run
    queries = QueryRunner()
    return Collaborators(
        actions=ActionRunner(carry_out),
        queries=queries,
        background=Background(),
        writings=Writings(),
        health=HealthMonitor(queries, calm=0.2),
        notices=Notices(),
        settings=SettingsStore(Places.of_user(folder)),
        secrets=SecretStore(),
        navigator=Navigation(),
    )


def make_window(screens: Sequence[ScreenDeclaration], with_: Collaborators | None = None) -> MainWindow:
    collaborators = with_ or make_collaborators()
    window = MainWindow(collaborators, screens)
    for part in (collaborators.health, collaborators.queries, collaborators.actions, collaborators.background):
        part.setParent(window)
    return window
