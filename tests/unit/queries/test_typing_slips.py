"""Names that are one slip of a finger away from names that exist."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.queries.typing_slips import is_one_slip, mistyped

FEW = st.text("abn 1", min_size=3, max_size=8)


@pytest.mark.parametrize(
    ("text", "other", "slip"),
    [
        ("kitchen/wod", "kitchen/wood", True),
        ("kitchen/woood", "kitchen/wood", True),
        ("kitchen/wool", "kitchen/wood", True),
        ("kitchen/owod", "kitchen/wood", True),
        ("kitchen/wood", "kitchen/wood", False),
        ("kitchne/wod", "kitchen/wood", False),
        ("shelf 1", "shelf 2", False),
        ("shelf 1", "shelf 11", False),
        ("shelf1", "shelf", False),
        ("tea set", "teaset", False),
    ],
)
def test_one_slip(text: str, other: str, slip: bool) -> None:
    assert is_one_slip(text, other) is is_one_slip(other, text) is slip


@given(st.lists(FEW, max_size=8), st.lists(FEW, max_size=8))
def test_the_dictionary_finds_what_comparing_with_each_would_find(names: list[str], existing: list[str]) -> None:
    found = asyncio.run(mistyped(names, {one: [one.upper()] for one in existing}))
    for name in names:
        text = " ".join(name.split())  # as names are folded
        if len(text) >= 5:
            meant = {one.upper() for one in existing if len(one) >= 5 and is_one_slip(text, one)}
            assert set(found.get(name, ())) == meant
        else:
            assert not found.get(name)


def test_a_name_of_several_records_offers_all_of_them() -> None:
    found = asyncio.run(mistyped(["Shlef 1", "Cap"], {"shelf 1": ["Back/Shelf 1", "Shop/Shelf 1"], "cup": ["Cup"]}))
    assert found == {"Shlef 1": ("Back/Shelf 1", "Shop/Shelf 1")}
