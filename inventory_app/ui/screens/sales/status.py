"""The state of an order as a badge: word, icon and tone together."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from inventory_app.domain.orders import SalesOrderStatus

if TYPE_CHECKING:
    from inventory_app.ui.theme.tokens import Colors


class StatusLook(Enum):
    """Word, icon, tone of the word, tone of the ground."""

    DRAFT = ("Draft", "pending", "muted", "sunken")
    PLACED = ("Placed", "pending", "accent", "selection")
    PARTLY_SHIPPED = ("Partly shipped", "running", "unknown", "unknown_tint")
    SHIPPED = ("Shipped", "committed", "committed", "committed_tint")
    CLOSED = ("Closed", "check", "cancelled", "cancelled_tint")
    CANCELLED = ("Cancelled", "stopped", "cancelled", "cancelled_tint")

    def __init__(self, word: str, icon_name: str, tone: str, ground: str) -> None:
        self.word, self.icon_name, self.tone, self.ground = word, icon_name, tone, ground

    def color(self, colors: Colors) -> str:
        return colors.tone(self.tone)

    def tint(self, colors: Colors) -> str:
        return colors.tone(self.ground)


def look_of(status: str) -> StatusLook:
    """The badge of a state."""
    return StatusLook[SalesOrderStatus(status).name]
