"""Telling a scanner's burst of keys from typing. Knows neither Qt nor a clock: keys come with their times in ms.

A key that may begin a burst is kept back until it is clear what it was. A burst is a run of characters each of which
follows the one before within ``gap``: at least ``least`` of them when Enter or Tab ends it, a few more when nothing but
a pause does, since fast fingers roll over two or three keys as fast. All else is typing and is given back as it came.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")

MORE_WITHOUT_END = 2  # characters that a burst needs beyond the least where only a pause ends it
_LATE_ENDS = 4  # gaps within which an Enter still belongs to a burst that a pause has ended


@dataclass(frozen=True, slots=True)
class Verdict(Generic[K]):
    """What becomes of the keys: ``typed`` are to be delivered first, in their order; ``code`` was a burst.

    ``keep`` says that the key just fed is not to be delivered: it is kept back, or was part of a burst.
    """

    keep: bool = False
    typed: tuple[K, ...] = ()
    code: str = ""


class Recogniser(Generic[K]):
    """Fed with every press and release of a key. ``place`` names the key on the keyboard, whatever it writes."""

    def __init__(self, *, gap: int, least: int) -> None:
        self._gap, self._least = gap, least
        self._held: list[K] = []
        self._text = ""
        self._down: set[int] = set()  # keys whose press is kept back
        self._swallowed: set[int] = set()  # keys whose press was part of a burst and whose release is to come
        self._last = 0  # time of the newest character that is kept back
        self._burst_until: int | None = None  # an Enter up to then still belongs to the last burst

    @property
    def waiting(self) -> bool:
        """Whether keys are kept back: `pause` has to be called when no more come."""
        return bool(self._held)

    def character(self, key: K, place: int, text: str, at: int, *, repeated: bool = False) -> Verdict[K]:
        """A key that writes something. ``repeated``: the system says that it is held down.

        A key that is held begins no burst. Within one it is a character like others: some systems take two quick
        strokes on one key for a repetition.
        """
        before: Verdict[K] = Verdict()
        if self._held and not self._follows(at):
            before = self._end()
        if repeated and not self._held:
            self._swallowed.discard(place)
            return Verdict(False, before.typed, before.code)
        self._burst_until = None
        self._swallowed.discard(place)
        self._held.append(key)
        self._text += text
        self._down.add(place)
        self._last = at
        return Verdict(True, before.typed, before.code)

    def ender(self, place: int, at: int) -> Verdict[K]:
        """Enter or Tab without modifiers: the end of a burst, or a key like any other."""
        self._swallowed.discard(place)
        if not self._held:
            if self._burst_until is not None and 0 <= self._burst_until - at <= _LATE_ENDS * self._gap:
                self._swallowed.add(place)
                return Verdict(keep=True)
            return self.other()
        if self._follows(at) and len(self._text) >= self._least:
            code = self._burst(at)
            self._swallowed.add(place)
            return Verdict(True, (), code)
        return self._end()

    def release(self, key: K, place: int) -> Verdict[K]:
        """A key is let go; it goes the way of its press."""
        if place in self._down:
            self._held.append(key)
            return Verdict(keep=True)
        if place in self._swallowed:
            self._swallowed.discard(place)
            return Verdict(keep=True)
        return Verdict()

    def other(self) -> Verdict[K]:
        """Any other key, a chord, a click: nothing of that is part of a burst."""
        self._burst_until = None
        return self._end()

    def pause(self) -> Verdict[K]:
        """Nothing came for longer than the gap."""
        return self._end()

    def _follows(self, at: int) -> bool:
        return 0 <= at - self._last <= self._gap

    def _end(self) -> Verdict[K]:
        """What was kept back was a burst without an end, or typing."""
        if len(self._text) >= self._least + MORE_WITHOUT_END:
            return Verdict(code=self._burst(self._last))
        typed = tuple(self._held)
        self._clear()
        return Verdict(typed=typed)

    def _burst(self, at: int) -> str:
        code = self._text
        self._swallowed |= self._down
        self._clear()
        self._burst_until = at + _LATE_ENDS * self._gap
        return code

    def _clear(self) -> None:
        self._held.clear()
        self._down.clear()
        self._text = ""
