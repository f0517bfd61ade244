"""What a list remembers in the settings of this computer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from inventory_app.settings.errors import SettingsNotSavedError

if TYPE_CHECKING:
    from inventory_app.settings.declared import Option
    from inventory_app.settings.store import SettingsStore

_log = logging.getLogger(__name__)


def entry(
    settings: SettingsStore, option: Option[Mapping[str, str]], name: str
) -> tuple[Callable[[], str], Callable[[str], None]]:
    """How one named text of an option is read and kept."""

    def load() -> str:
        return settings.get(option).get(name, "")

    def keep(state: str) -> None:
        try:
            settings.put(option, name, state)
        except SettingsNotSavedError as unsaved:  # nice to find again; a disk that is full must not stop the work
            _log.warning("%s", unsaved)

    return load, keep
