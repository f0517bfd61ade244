"""The state of an order as a badge: word, icon and tone together."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from inventory_app.domain.orders import SalesOrderStatus
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from inventory_app.ui.theme.tokens import Colors


class StatusLook(Enum):
    """Word, icon, tone of the word, tone of the ground."""

    DRAFT = (QT_TRANSLATE_NOOP("Sales", "Draft"), "pending", "muted", "sunken")
    PLACED = (QT_TRANSLATE_NOOP("Sales", "Placed"), "pending", "accent", "selection")
    PARTLY_SHIPPED = (QT_TRANSLATE_NOOP("Sales", "Partly shipped"), "running", "unknown", "unknown_tint")
    SHIPPED = (QT_TRANSLATE_NOOP("Sales", "Shipped"), "committed", "committed", "committed_tint")
    CLOSED = (QT_TRANSLATE_NOOP("Sales", "Closed"), "check", "cancelled", "cancelled_tint")
    CANCELLED = (QT_TRANSLATE_NOOP("Sales", "Cancelled"), "stopped", "cancelled", "cancelled_tint")

    def __init__(self, word: str, icon_name: str, tone: str, ground: str) -> None:
        self._word, self.icon_name, self.tone, self.ground = word, icon_name, tone, ground

    @property
    def word(self) -> str:
        """In the language of the window."""
        return translate("Sales", self._word)

    def color(self, colors: Colors) -> str:
        return colors.tone(self.tone)

    def tint(self, colors: Colors) -> str:
        return colors.tone(self.ground)


def look_of(status: str) -> StatusLook:
    """The badge of a state."""
    return StatusLook[SalesOrderStatus(status).name]
