"""Names that differ by one slip of a finger: a letter too many, too few, another one, or two that changed places.

Two texts one slip apart have a text in common that each becomes when one of its letters is left out; so the names that
exist are found by a dictionary of these, however many there are (the idea of the SymSpell algorithm, W. Garbe 2012).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from itertools import takewhile

from inventory_app.domain.texts import folded

# Shorter names are too often one letter apart without being meant alike: cup and cap.
_SHORTEST = 5
_LONGEST = 100
_AT_ONCE = 500  # names after which others get their turn


async def mistyped(names: Sequence[str], existing: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Of each of ``names`` those that are probably meant; ``existing`` has the names by what they are folded to."""
    shortened: dict[str, list[str]] = {}
    for number, text in enumerate(filter(_counts, existing if names else ())):
        for one in _shortened(text):
            shortened.setdefault(one, []).append(text)
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)
    found = {}
    for number, name in enumerate(names):
        text = folded(name)
        if _counts(text):
            texts = dict.fromkeys(other for one in _shortened(text) for other in shortened.get(one, ()))
            alike = [existing[other] for other in texts if is_one_slip(text, other)]
            found[name] = tuple(dict.fromkeys(one for several in alike for one in several))
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)
    return found


def is_one_slip(text: str, other: str) -> bool:
    """Whether one slip lies between two texts, and it is of letters: numbered names are not meant alike."""
    start = _alike(text, other)
    text, other = text[start:], other[start:]
    end = _alike(text[::-1], other[::-1])
    left, right = text[: len(text) - end], other[: len(other) - end]
    changed_places = len(left) == 2 and left == right[::-1]
    return (left + right).isalpha() and (changed_places or (len(left) <= 1 and len(right) <= 1))


def _alike(text: str, other: str) -> int:
    """How long two texts are the same from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))


def _counts(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST


def _shortened(text: str) -> set[str]:
    """The text, and what it becomes when one of its characters is left out."""
    return {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}
