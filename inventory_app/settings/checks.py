"""Readers that options are declared with: from what a file or a form holds to a value, or AdviceError."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar, overload

E = TypeVar("E", bound=StrEnum)
N = TypeVar("N", int, float)
SHORT = 200
PATH = 4096


class AdviceError(ValueError):
    """A value does not fit; the message is the end of a sentence: what to give instead."""


def text(most: int, least: int = 0) -> Callable[[object], str]:
    """Text of `least` to `most` characters, without control characters; blanks around it are dropped."""

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise AdviceError("give a text")
        clean = value.strip()
        if any(ord(character) < 32 or ord(character) == 127 for character in clean):
            raise AdviceError("take out line breaks and control characters")
        if len(clean) < least:
            raise AdviceError("give at least one character" if least == 1 else f"give at least {least} characters")
        if len(clean) > most:
            raise AdviceError(f"give at most {most:,} characters, this has {len(clean):,}")
        return clean

    return read


short_text = text(SHORT, least=1)
path_text = text(PATH)


def whole(least: int, most: int) -> Callable[[object], int]:
    """A whole number; text from a form is read too."""

    def read(value: object) -> int:
        advice = f"give a whole number from {least:,} to {most:,}"
        if isinstance(value, str):
            value = _from_text(value, int, advice)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise AdviceError(advice)
        return value

    return read


def number(least: float, most: float) -> Callable[[object], float]:
    """A number with or without decimals (times only; never a quantity or money)."""

    def read(value: object) -> float:
        advice = f"give a number from {least:,g} to {most:,g}"
        if isinstance(value, str):
            value = _from_text(value.replace(",", "."), float, advice)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise AdviceError(advice)
        if not math.isfinite(value) or not least <= value <= most:
            raise AdviceError(advice)
        return float(value)

    return read


def _from_text(value: str, kind: type[N], advice: str) -> N:
    try:
        return kind(value.strip())
    except ValueError as error:
        raise AdviceError(advice) from error


def boolean(value: object) -> bool:
    """True or false and nothing that only looks like it."""
    if not isinstance(value, bool):
        raise AdviceError("give true or false")
    return value


@overload
def choice(allowed: type[E]) -> Callable[[object], E]: ...
@overload
def choice(allowed: Mapping[str, str]) -> Callable[[object], str]: ...
def choice(allowed: type[E] | Mapping[str, str]) -> Callable[[object], E] | Callable[[object], str]:
    """One of a few words: of an enumeration, or of a mapping's keys."""
    words: Mapping[str, str] = allowed if isinstance(allowed, Mapping) else {item.value: item for item in allowed}

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise AdviceError("give one of " + ", ".join(words))
        return words[value]

    return read


def texts(most: int) -> Callable[[object], Mapping[str, str]]:
    """A mapping of names to opaque texts."""

    def read(value: object) -> Mapping[str, str]:
        if not isinstance(value, Mapping):
            raise AdviceError("give names with texts")
        for name, entry in value.items():
            if not isinstance(name, str) or not isinstance(entry, str) or len(entry) > most:
                raise AdviceError(f"give names with texts of at most {most:,} characters")
        return dict(value)

    return read
