"""Progress of the statements of an import: in rows of the file, and never back."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from inventory_app.importing.saving import steps
from inventory_app.importing.saving.steps import Steps, slices


def test_what_turns_out_smaller_brings_the_end_nearer() -> None:
    told: list[tuple[str, int, int]] = []
    progress = Steps(100, lambda *one: told.append(one))
    progress.expect(200)
    progress.begin("Checking")
    progress.advance(50)
    progress.expect(50)
    progress.begin("Saving")
    progress.advance(50)
    assert told == [("Checking", 0, 100), ("Checking", 25, 100), ("Saving", 50, 100), ("Saving", 100, 100)]


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1e6)), max_size=20))
def test_never_back_and_never_more_than_all(work: list[tuple[bool, float]]) -> None:
    told = [0]
    progress = Steps(1_000, lambda _message, done, _total: told.append(done))
    for is_new, amount in work:
        if is_new:
            progress.expect(amount)
        else:
            progress.advance(amount)
    assert told == sorted(told)
    assert told[-1] <= 1_000


@given(first=st.integers(1, 10**9), width=st.integers(0, 10**7), rows=st.integers(1, 10**6))
def test_slices_cover_all_numbers_once(first: int, width: int, rows: int) -> None:
    found = list(slices(first, first + width, rows))
    assert found[0][0] == first
    assert found[-1][1] == first + width
    assert all(one[1] + 1 == other[0] for one, other in itertools.pairwise(found))
    assert len(found) <= rows // steps.SLICE + 2
