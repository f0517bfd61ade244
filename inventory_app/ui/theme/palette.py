"""The palette that Fusion draws from, and which set of tones is in force."""

from __future__ import annotations

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from inventory_app.ui.theme.tokens import DARK, LIGHT, Colors

_HALF = 128


def palette(c: Colors) -> QPalette:
    """Fusion draws from this; the style sheet adds only what a palette cannot say."""
    role = QPalette.ColorRole
    tones = {
        role.Window: c.window,
        role.WindowText: c.text,
        role.Base: c.surface,
        role.AlternateBase: c.window,
        role.Text: c.text,
        role.Button: c.surface,
        role.ButtonText: c.text,
        role.BrightText: c.failed,
        role.Highlight: c.selection,
        role.HighlightedText: c.text,
        role.Accent: c.accent_fill,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        role.ToolTipBase: c.raised,
        role.ToolTipText: c.text,
        role.PlaceholderText: c.muted,
        role.Light: c.surface,
        role.Midlight: c.sunken,
        role.Mid: c.line,
        role.Dark: c.control,
        role.Shadow: c.line,
    }
    out = QPalette()
    for one, color in tones.items():
        out.setColor(one, QColor(color))
    for one in (role.WindowText, role.Text, role.ButtonText):
        out.setColor(QPalette.ColorGroup.Disabled, one, QColor(c.control))
    return out


def colors() -> Colors:
    """The tones in force. The application's palette is the one place that knows: nothing else has to be kept
    in step.
    """
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF else LIGHT
