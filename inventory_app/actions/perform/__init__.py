"""Carrying out an action: the only place that begins, commits and rolls back."""

from inventory_app.actions.perform.perform import perform
from inventory_app.actions.perform.policy import Policy

__all__ = ["Policy", "perform"]
