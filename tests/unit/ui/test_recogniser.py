"""Typing and scanning are told apart: typing arrives whole and in order, a burst arrives nowhere but as a code."""

from __future__ import annotations

import string
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from inventory_app.ui.scanning.recogniser import MORE_WITHOUT_END, Recogniser, Verdict

GAP, LEAST = 35, 4
ENTER = "\n"
_LATE = 4 * GAP
WRITTEN = string.ascii_letters + string.digits + " -./äß+%"
# What fingers do: characters, Enter, keys that write nothing, held keys. Releases come between.
KEYS = st.sampled_from(WRITTEN) | st.sampled_from([ENTER, "F2", "held x"])
SLOW = st.integers(GAP + 1, 900)
FAST = st.integers(0, GAP)
CODES = st.text(WRITTEN.replace(" ", ""), min_size=LEAST, max_size=30)


@dataclass
class Fields:
    """A recogniser with what arrived in the fields, and the codes. A pause is told of as the window's timer does."""

    at: int = 1_000
    pressed: list[str] = field(default_factory=list)  # everything that was struck, in order
    arrived: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    timer: bool = True
    scanner: Recogniser[str] = field(default_factory=lambda: Recogniser(gap=GAP, least=LEAST))

    def strike(self, key: str, after: int) -> None:
        """Press a key that long after the one before, and let it go."""
        self.at += after
        if self.timer and after > GAP and self.scanner.waiting:
            self.obey(self.scanner.pause(), "")
        place = 1 + (WRITTEN.index(key) if key in WRITTEN else 100 + len(key))
        self.pressed += [key, f"{key} up"]
        if key == ENTER:
            verdict = self.scanner.ender(place, self.at)
        elif key == "F2":
            verdict = self.scanner.other()
        else:
            verdict = self.scanner.character(key, place, key[-1], self.at, repeated=key.startswith("held"))
        self.obey(verdict, key)
        self.obey(self.scanner.release(f"{key} up", place), f"{key} up")

    def obey(self, verdict: Verdict[str], fed: str) -> None:
        self.arrived += verdict.typed
        if verdict.code:
            self.codes.append(verdict.code)
        if fed and not verdict.keep:
            self.arrived.append(fed)

    def scan(self, code: str, gaps: list[int], *, end: str = ENTER) -> None:
        for character, gap in zip(code, [GAP * 10, *gaps], strict=False):
            self.strike(character, gap)
        if end:
            self.strike(end, gaps[-1])

    def rest(self) -> None:
        self.obey(self.scanner.pause(), "")


@given(st.lists(st.tuples(KEYS, SLOW)), st.booleans())
def test_no_slow_rhythm_loses_or_reorders_a_key(strokes: list[tuple[str, int]], timer: bool) -> None:
    fields = Fields(timer=timer)
    for key, after in strokes:
        fields.strike(key, after)
    fields.rest()
    assert fields.arrived == fields.pressed
    assert not fields.codes


@given(st.lists(st.tuples(KEYS, st.integers(0, 120))), st.booleans())
def test_whatever_the_rhythm_nothing_comes_twice_or_out_of_order(strokes: list[tuple[str, int]], timer: bool) -> None:
    fields = Fields(timer=timer)
    for key, after in strokes:
        fields.strike(key, after)
    fields.rest()
    left = iter(fields.pressed)
    assert all(key in left for key in fields.arrived)  # a subsequence
    written = sum(len(code) for code in fields.codes)
    gone = [key for key in fields.pressed if not key.endswith(" up") and key != ENTER]
    came = [key for key in fields.arrived if not key.endswith(" up") and key != ENTER]
    assert len(gone) - len(came) == written
    presses, releases = ([k for k in fields.arrived if k.endswith(" up") is up] for up in (False, True))
    assert sorted(f"{key} up" for key in presses) == sorted(releases)  # what was let through is let go, too


@given(
    st.lists(st.tuples(st.sampled_from(WRITTEN), SLOW)),
    CODES,
    st.lists(FAST, min_size=30, max_size=30),
    st.lists(st.tuples(st.sampled_from(WRITTEN), SLOW)),
    st.booleans(),
)
def test_no_burst_leaks(
    before: list[tuple[str, int]], code: str, gaps: list[int], after: list[tuple[str, int]], timer: bool
) -> None:
    fields = Fields(timer=timer)
    for key, gap in before:
        fields.strike(key, gap)
    fields.scan(code, gaps)
    typed = fields.pressed[: 2 * len(before)]
    for key, gap in after:
        fields.strike(key, gap)
        typed += [key, f"{key} up"]
    fields.rest()
    assert fields.codes == [code]
    assert fields.arrived == typed


@given(st.text(WRITTEN, min_size=LEAST + MORE_WITHOUT_END, max_size=30), st.lists(FAST, min_size=30, max_size=30))
def test_a_pause_ends_a_burst_that_is_long_enough(code: str, gaps: list[int]) -> None:
    fields = Fields()
    fields.scan(code, gaps, end="")
    fields.rest()
    assert (fields.codes, fields.arrived) == ([code], [])


@given(st.lists(CODES, min_size=2, max_size=4), st.lists(FAST, min_size=30, max_size=30))
def test_codes_come_in_their_order(codes: list[str], gaps: list[int]) -> None:
    fields = Fields()
    for code in codes:
        fields.scan(code, gaps)
    assert (fields.codes, fields.arrived) == (codes, [])


def test_fingers_that_roll_over_a_few_keys_type() -> None:
    fields = Fields()
    for key, after in (("t", 200), ("h", 20), ("e", 18), (ENTER, 25), ("i", 150), ("n", 10), ("g", 12), ("s", 9)):
        fields.strike(key, after)
    fields.rest()
    assert fields.arrived == fields.pressed


def test_the_enter_of_a_slow_scanner_and_a_second_one_are_swallowed() -> None:
    fields = Fields()
    fields.scan("5012345", [5] * 30, end="")
    fields.strike(ENTER, GAP + 20)
    assert (fields.codes, fields.arrived) == (["5012345"], [])
    fields.scan("5012", [5] * 30)
    fields.strike(ENTER, 5)
    assert (fields.codes, fields.arrived) == (["5012345", "5012"], [])
    fields.strike(ENTER, _LATE + 1)
    assert fields.arrived == [ENTER, f"{ENTER} up"]


def test_quick_strokes_on_one_key_are_no_repetition_within_a_burst() -> None:
    scanner: Recogniser[str] = Recogniser(gap=GAP, least=LEAST)
    verdicts = [scanner.character(str(at), 7, "0", at, repeated=at > 1) for at in range(1, 6)]
    assert all(one.keep for one in verdicts)
    assert scanner.ender(40, 6).code == "00000"


def test_a_key_that_is_held_down_begins_no_burst() -> None:
    scanner: Recogniser[str] = Recogniser(gap=GAP, least=LEAST)
    assert scanner.character("x", 7, "x", 0).keep
    assert scanner.pause().typed == ("x",)
    for at in range(300, 600, 30):
        assert scanner.character("x", 7, "x", at, repeated=True) == Verdict()
    assert not scanner.release("x up", 7).keep


def test_a_clock_that_goes_back_makes_no_burst() -> None:
    fields = Fields()
    for key in "50123456":
        fields.strike(key, -10)
    fields.rest()
    assert (fields.codes, fields.arrived) == ([], fields.pressed)
