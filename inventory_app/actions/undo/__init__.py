"""Taking an action back: a reversing action that is linked to the first."""

from inventory_app.actions.undo.undo import Undo

__all__ = ["Undo"]
