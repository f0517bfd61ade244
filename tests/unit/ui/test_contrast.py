"""Every pair of colours in use reaches WCAG AA, in both themes."""

from __future__ import annotations

from dataclasses import fields

import pytest

from inventory_app.ui.theme.tokens import DARK, LIGHT, Colors, OutcomeLook

TEXT, MARK = 4.5, 3.0


def contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pairs() -> list[tuple[str, str, float]]:
    """Foreground, background, what the pair has to reach."""
    grounds = ("window", "surface", "raised", "sunken", "selection")
    tints = tuple(one.name for one in fields(Colors) if one.name.endswith("_tint"))
    outcomes = ("committed", "refused", "conflict", "failed", "cancelled", "unknown")
    out = [(front, ground, TEXT) for front in ("text", "muted") for ground in (*grounds, *tints)]
    out += [("accent", ground, TEXT) for ground in ("window", "surface", "raised", "selection")]
    out += [("on_accent", "accent_fill", TEXT)]
    for outcome in outcomes:
        out += [(outcome, ground, TEXT) for ground in ("window", "surface", "raised", "selection", f"{outcome}_tint")]
    return out + [("control", ground, MARK) for ground in ("window", "surface", "raised")]


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), pairs())
def test_pair_reaches_wcag_aa(tones: Colors, front: str, ground: str, least: float) -> None:
    assert contrast(tones.tone(front), tones.tone(ground)) >= least


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("look", list(OutcomeLook))
def test_badges_are_readable(tones: Colors, look: OutcomeLook) -> None:
    assert contrast(look.color(tones), look.tint(tones)) >= TEXT


def test_outcomes_differ_in_word_and_in_icon() -> None:
    assert len({look.word for look in OutcomeLook}) == len(OutcomeLook)
    assert len({look.icon_name for look in OutcomeLook}) == len(OutcomeLook)


def test_unknown_tone_is_refused() -> None:
    with pytest.raises(ValueError, match="pink"):
        LIGHT.tone("pink")
