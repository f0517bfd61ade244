"""All problems of a check in a private file: any page of any reason, exactly, and nothing left behind."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from pathlib import Path

import pytest

from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.mapping import parse_flags, resolve
from inventory_app.importing.problem_pages import PAGE, ProblemPages, Reason

FLAGS = ("sku=1", "name=3", "name+ =2", "price=4")
MAPPING = resolve(PRODUCTS, ("sku", "Size", "Title", "price"), parse_flags(PRODUCTS, FLAGS))
PRICE, ZEROS = Reason("price_invalid", warning=False), Reason("leading_zeros_lost", warning=True)


def filled(**counts: int) -> ProblemPages:
    pages = ProblemPages(MAPPING)
    for reason in (PRICE, ZEROS):
        count = counts.get(reason.code, 0)
        for start in range(0, count, PAGE):
            records = range(start + 1, min(start + PAGE, count) + 1)
            # As an engine may join them: in any order.
            lines = [json.dumps([one, one + 1, "price", f"{one} é\n", 1]) for one in reversed(records)]
            pages.add(reason, len(records), "\n".join(lines))
    return pages


def test_any_row_of_any_reason() -> None:
    pages = filled(price_invalid=5 * PAGE + 3, leading_zeros_lost=1)
    listed = pages.of(PRICE)
    assert pages.counts == {PRICE: 5 * PAGE + 3, ZEROS: 1}
    assert len(listed) == 5 * PAGE + 3
    assert [one.record for one in listed] == list(range(1, 5 * PAGE + 4))
    last = listed[len(listed) - 1]
    assert (last.record, last.line, last.column, last.value) == (
        5 * PAGE + 3,
        5 * PAGE + 4,
        "price",
        f"{last.record} é\n",
    )
    assert (last.code, last.warning, last.places, last.as_written) == ("price_invalid", False, (4,), True)
    assert [one.record for one in listed[PAGE - 1 : PAGE + 1]] == [PAGE, PAGE + 1]
    assert pages.of(ZEROS)[0].warning
    assert len(pages.of(Reason("name_missing", warning=False))) == 0
    with pytest.raises(IndexError):
        listed[len(listed)]
    pages.close()


def test_a_joined_field_names_all_its_columns() -> None:
    pages = ProblemPages(MAPPING)
    pages.add(PRICE, 1, json.dumps([1, 2, "name", "x", 0]))
    found = pages.of(PRICE)[0]
    assert (found.column, found.places, found.as_written) == ("Title + Size", (3, 2), False)
    pages.close()


def test_the_file_is_private_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    pages = filled(price_invalid=PAGE)
    assert stat.S_IMODE(os.fstat(pages._file.fileno()).st_mode) == 0o600
    if os.name == "posix":
        assert list(scratch.iterdir()) == []
    file = pages._file
    del pages
    assert file.closed
    assert list(scratch.iterdir()) == []


def test_closed_pages_are_read_no_more() -> None:
    pages = filled(price_invalid=2 * PAGE)
    left = pages.raw_pages(PRICE)
    next(left)
    pages.close()
    assert list(left) == []
    pages.close()


def test_only_full_pages_are_followed() -> None:
    pages = filled(price_invalid=PAGE + 1)
    with pytest.raises(ValueError, match="last page"):
        pages.add(PRICE, 1, "[]")
    pages.close()
