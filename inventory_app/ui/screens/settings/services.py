"""What the settings need beside the collaborators of every screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from inventory_app.settings.declared import Option
from inventory_app.ui.switching.connections import Connections
from inventory_app.ui.switching.switch import DatabaseSwitch


@dataclass(frozen=True)
class SettingsServices:
    """``applied`` is called with each option that was saved, so that the window follows at once."""

    switch: DatabaseSwitch
    connections: Connections
    applied: Callable[[Option[Any]], None]
