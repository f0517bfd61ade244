"""Design tokens: the one spacing scale, type scale, accent and set of tones. Nothing here needs a window.

A screen names a role ("caption", "primary", OutcomeLook.REFUSED), never a colour or a size.
tests/unit/ui/test_contrast.py proves that every pair in use reaches WCAG AA.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate


class Space:
    """The one spacing scale, in device independent pixels. No other distance is used."""

    XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 40


class Size:
    """Heights and widths of the frame's parts; a new number needs a new token, and a reason."""

    ROW, CONTROL, HEADER = 28, 30, 30  # table row, button and field, table header
    TOP, HEAD, FILTERS, STATUS = 48, 52, 44, 28  # bars
    NAV, DETAIL, LABEL = 184, 284, 96
    ICON, SMALL_ICON, RADIUS = 20, 16, 6
    ACTIVITY_LINE, ACTIVITY_HEAD = 36, 34  # the closed panel, the head of the open one
    QUANTITY, DATE = 120, 180  # fields are as wide as what goes in
    SEARCH = 460
    WINDOW = (1280, 800)  # where the screen has room for it
    FRAME = (16, 40)  # that systems put around a window at most: borders, and a title


class Type:
    """The one type scale (px, scaled by Qt with the screen). Weights: 400 text, 500 emphasis, 600 headings
    and figures.
    """

    CAPTION, BODY, SECTION, TITLE, FIGURE = 12, 13, 15, 20, 28
    FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")


@dataclass(frozen=True)
class Colors:
    """The tones of one theme, by what they are for."""

    window: str  # behind everything: navigation, bars
    surface: str  # tables, forms, cards
    raised: str  # toasts, menus, dialogs
    sunken: str  # table headers, chips, tracks
    line: str  # hairlines between things (decoration)
    control: str  # border of what can be operated (3:1)
    text: str
    muted: str  # captions, headers, shortcuts (4.5:1 as well)
    accent: str  # links, selected navigation, focus ring, charts
    accent_fill: str  # primary button
    on_accent: str
    selection: str  # selected rows, marked text
    committed: str  # the outcomes: for icon, word and thin marks …
    refused: str
    conflict: str
    failed: str
    cancelled: str
    unknown: str
    committed_tint: str  # … and the ground they stand on
    refused_tint: str
    conflict_tint: str
    failed_tint: str
    cancelled_tint: str
    unknown_tint: str

    def tone(self, name: str) -> str:
        """The colour of a tone named in data ("refused", "muted"); raises ValueError for what is no tone."""
        if name not in self.__dataclass_fields__:
            raise ValueError(f"{name!r} is no tone")
        return str(getattr(self, name))


LIGHT = Colors(
    window="#F4F5F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#ECEEF3",
    line="#E1E4EA",
    control="#828B9C",
    text="#1A2029",
    muted="#566072",
    accent="#2F55C7",
    accent_fill="#2F55C7",
    on_accent="#FFFFFF",
    selection="#E3EAFD",
    committed="#17703A",
    refused="#8A5200",
    conflict="#7D3AA8",
    failed="#B3261E",
    cancelled="#566072",
    unknown="#0B6B82",
    committed_tint="#E3F4E9",
    refused_tint="#FCF0DA",
    conflict_tint="#F4E9FA",
    failed_tint="#FCE9E7",
    cancelled_tint="#ECEEF3",
    unknown_tint="#E0F2F6",
)
DARK = Colors(
    window="#14171C",
    surface="#1B1F26",
    raised="#262B34",
    sunken="#242933",
    line="#2D333E",
    control="#6D778A",
    text="#E5E8EE",
    muted="#A2ABBA",
    accent="#93AEFF",
    accent_fill="#4266D6",
    on_accent="#FFFFFF",
    selection="#2A3658",
    committed="#6CCB8F",
    refused="#E8B156",
    conflict="#CF9CF0",
    failed="#FF938A",
    cancelled="#A2ABBA",
    unknown="#67C7DE",
    committed_tint="#1B3226",
    refused_tint="#382D18",
    conflict_tint="#33263F",
    failed_tint="#402423",
    cancelled_tint="#2A2F39",
    unknown_tint="#17323A",
)


class OutcomeLook(Enum):
    """Word shown, icon, tone: always all three together, so that colour is never the only sign."""

    COMMITTED = (QT_TRANSLATE_NOOP("Outcome", "Committed"), "committed", "committed")
    REFUSED = (QT_TRANSLATE_NOOP("Outcome", "Refused"), "refused", "refused")
    CONFLICT = (QT_TRANSLATE_NOOP("Outcome", "Conflict"), "conflict", "conflict")
    FAILED = (QT_TRANSLATE_NOOP("Outcome", "Failed"), "error", "failed")
    CANCELLED = (QT_TRANSLATE_NOOP("Outcome", "Cancelled"), "stopped", "cancelled")
    UNKNOWN = (QT_TRANSLATE_NOOP("Outcome", "Checking…"), "unknown", "unknown")
    RUNNING = (QT_TRANSLATE_NOOP("Outcome", "Running"), "running", "accent")
    DRY_RUN = (QT_TRANSLATE_NOOP("Outcome", "Dry run"), "check", "muted")

    def __init__(self, word: str, icon_name: str, tone: str) -> None:
        self._word = word
        self.icon_name = icon_name
        self.tone = tone

    @property
    def word(self) -> str:
        """In the language of the window."""
        return translate("Outcome", self._word)

    def color(self, colors: Colors) -> str:
        return colors.tone(self.tone)

    def tint(self, colors: Colors) -> str:
        """The ground of the badge; what has no tint of its own stands on the selection's or the sunken
        one.
        """
        if self is OutcomeLook.DRY_RUN:
            return colors.sunken
        return colors.tone(f"{self.tone}_tint") if hasattr(colors, f"{self.tone}_tint") else colors.selection
