"""A treatment as JSON: what it says comes back, and what cannot be one is refused in words."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.importing.checks.treating import Treater
from inventory_app.importing.options import Missing
from inventory_app.importing.treatment import UNTREATED, Treatment

WHOLE = Treatment(
    nothing={"Size": ("Default Title", "-")},
    leave_out=({"SKU": ("",), "Price": ("",)},),
    fill_down=("Title",),
    fill_within=("Handle",),
    values={"category": {"Wod": "Wood"}},
    missing={"category": {"Glass": Missing.CREATE}, "supplier": {"Acme": Missing.REJECT}},
    lenient=True,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
NAMES = ("nothing", "leave_out", "fill_down", "fill_within", "values", "missing", "lenient")


def test_it_comes_back_from_json() -> None:
    assert Treatment.from_json(json.loads(json.dumps(WHOLE.to_json()))) == WHOLE
    assert UNTREATED.to_json() == {}
    assert UNTREATED.is_empty
    assert not WHOLE.is_empty
    assert hash(WHOLE) == hash(Treatment.from_json(WHOLE.to_json()))


@pytest.mark.parametrize("said", [None, "", "drop", 0, ["create"]])
def test_a_missing_name_is_created_or_rejected_and_nothing_else(said: object) -> None:
    with pytest.raises(Refusal, match="create, reject"):
        Treatment.from_json({"missing": {"category": {"Glass": said}}})


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), JSON, max_size=4) | JSON)
def test_other_json_is_taken_or_refused_but_never_breaks(values: object) -> None:
    with suppress(Refusal):
        treatment = Treatment.from_json(values)
        assert Treatment.from_json(treatment.to_json()) == treatment


@pytest.mark.parametrize("text", ["a\0b", "a\ud800"])
def test_texts_that_no_file_can_hold_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        Treatment(values={"name": {"a": text}})


def test_a_condition_that_every_row_meets_is_refused() -> None:
    with pytest.raises(Refusal, match="every row would be left out"):
        Treatment(leave_out=({},))


def test_texts_are_filled_within_a_product_only() -> None:
    treater = Treater(["h", "t"], Treatment(fill_down=("t",), fill_within=("h",)))
    rows = [["a", "A"], ["a", ""], ["b", " "], ["b", ""], ["a", ""], ["", "X"], ["", ""], ["c", "C"], ["c", ""]]
    assert [treater.treat(row).cells[1] for row in rows] == ["A", "A", " ", "", "", "X", "", "C", "C"]


def test_nothing_is_carried_on_across_a_record_that_is_rejected_as_a_whole() -> None:
    treater = Treater(["t", "u"], Treatment(fill_down=("t",)))
    rows = [["A", ""], ["", "\udcff"], ["", ""], ["B", ""], ["", "", ""], ["", ""]]
    assert [treater.treat(row).cells[0] for row in rows] == ["A", "", "", "B", "", ""]


def test_without_the_column_of_the_product_nothing_is_filled() -> None:
    treater = Treater(["t"], Treatment(fill_down=("t",), fill_within=("h",), lenient=True))
    assert [treater.treat([cell]).cells[0] for cell in ("A", "")] == ["A", ""]
