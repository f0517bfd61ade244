"""The guard against formulas can be taken back exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.exporting.guard import guard, unguard


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''=1", "+49", "-3", "@x", "\tx", "\rx"])
def test_what_a_spreadsheet_would_compute_gets_one_apostrophe_more(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "'", "''", "'x", "a=1", "1", " =1", "O'Neill"])
def test_everything_else_stays(text: str) -> None:
    assert guard(text) == text


@given(st.text(alphabet="'=+-@\t\ra1 "))
def test_there_and_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text(alphabet="'=a"), st.text(alphabet="'=a"))
def test_different_texts_stay_different(one: str, other: str) -> None:
    assert (guard(one) == guard(other)) == (one == other)
