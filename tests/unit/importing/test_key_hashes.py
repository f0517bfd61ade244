"""Records that may have a key in common are found by hashes, also when these are sorted share by share."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.importing import key_hashes
from inventory_app.importing.key_hashes import KeyHashes
from inventory_app.importing.kinds import PRODUCTS, STOCK

KEYS = [key for key in PRODUCTS.keys if key.field in ("sku", "barcode")]


def candidates(hashes: KeyHashes) -> dict[str, list[int]]:
    return {name: sorted(records.to_list()) for name, records in hashes.candidates()}


@given(
    rows=st.lists(st.tuples(*[st.sampled_from([None, "a", "b", "c", "d", "é"])] * 2), max_size=30),
    cut=st.integers(0, 30),
    at_once=st.sampled_from([1, 3, 1_000]),
)
def test_all_records_with_a_key_in_common(rows: list[tuple[str, str]], cut: int, at_once: int) -> None:
    hashes = KeyHashes(KEYS)
    frame = pl.DataFrame(
        [(record, *row) for record, row in enumerate(rows, start=1)],
        schema={"record": pl.Int64, "sku": pl.String, "barcode": pl.String},
        orient="row",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_hashes, "_SORTED_AT_ONCE", at_once)
        for part in (frame[:cut], frame[cut:]):
            hashes.add(part)
        found = candidates(hashes)
    for place, name in enumerate(("sku", "barcode")):
        texts = [row[place] for row in rows]
        expected = [at for at, text in enumerate(texts, start=1) if text is not None and texts.count(text) > 1]
        assert found[name] == expected


def test_a_serial_belongs_to_its_product() -> None:
    hashes = KeyHashes(STOCK.keys)
    hashes.add(pl.DataFrame({"record": [1, 2, 3], "sku": ["a", "b", "a"], "serial": ["1", "1", "1"]}))
    assert candidates(hashes) == {"serial": [1, 3]}


def test_records_may_be_left_out() -> None:
    hashes = KeyHashes(KEYS)
    hashes.add(pl.DataFrame({"record": [1, 3, 4], "sku": ["a", "b", "a"], "barcode": [None, None, None]}))
    hashes.add(pl.DataFrame({"record": [5, 6], "sku": ["c", "b"], "barcode": ["1", "1"]}))
    assert candidates(hashes) == {"sku": [1, 3, 4, 6], "barcode": [5, 6]}
