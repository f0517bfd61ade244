"""The look: tokens, and the palette, style sheet, fonts and icons made from them.

Everything visual comes from here.
"""

from __future__ import annotations

from inventory_app.ui.theme.apply import Mode, Theme, apply
from inventory_app.ui.theme.fonts import font
from inventory_app.ui.theme.icons import icon, icon_size, paint_icon, pixmap
from inventory_app.ui.theme.palette import colors
from inventory_app.ui.theme.tokens import DARK, LIGHT, Colors, OutcomeLook, Size, Space, Type

__all__ = [
    "DARK",
    "LIGHT",
    "Colors",
    "Mode",
    "OutcomeLook",
    "Size",
    "Space",
    "Theme",
    "Type",
    "apply",
    "colors",
    "font",
    "icon",
    "icon_size",
    "paint_icon",
    "pixmap",
]
