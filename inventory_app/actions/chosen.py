"""What the settings say of every action: who acts, and how often and how long it is tried."""

from __future__ import annotations

from inventory_app.actions.action import Context
from inventory_app.actions.perform import Policy
from inventory_app.settings import declared
from inventory_app.settings.store import SettingsStore


def context_of(settings: SettingsStore) -> Context:
    """Who acts, and where."""
    return Context(actor=settings.get(declared.ACTOR), workstation=settings.get(declared.WORKSTATION))


def policy_of(settings: SettingsStore) -> Policy:
    """How often and how long an action is tried."""
    get = settings.get
    return Policy(
        max_tries=get(declared.MAX_TRIES),
        max_seconds=get(declared.TOTAL_SECONDS),
        base_delay=get(declared.BASE_DELAY_SECONDS),
        max_delay=get(declared.MAX_DELAY_SECONDS),
        import_wait=get(declared.IMPORT_WAIT_SECONDS),
        resolve_time=get(declared.RESOLVE_SECONDS),
    )
