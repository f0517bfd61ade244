"""The values of a sheet's cells as texts: numbers, dates and times, and that ours agree with another library's."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from inventory_app.importing.reading.sheets.package import Package, main_part
from inventory_app.importing.reading.sheets.values import CellTexts, kind_of_format
from inventory_app.importing.reading.sheets.xlsx import XlsxWorkbook
from tests.support.workbooks import write_xlsx


@pytest.mark.parametrize(
    ("number", "code", "kind"),
    [
        (14, "", "date"), (22, "", "date"), (20, "", "time"), (46, "", "span"), (2, "", ""), (0, "", ""),
        (170, "dd.mm.yyyy", "date"), (170, "mmm", "date"), (170, "hh:mm:ss", "time"), (170, "mm:ss", "time"),
        (170, "[h]:mm", "span"), (170, '0 "days"', ""), (170, "#,##0.00\\ [$€-407]", ""), (170, "General", ""),
        (170, "00000", "00000"), (170, "[Red]000;-000", "000"), (170, "0", ""), (170, "0000-000", ""),
        (170, '"A"000', ""), (170, "000.00", ""),
        (170, "[Red]0.00;[Blue]-0.00", ""), (170, "[$-409]d-mmm-yy;@", "date"), (170, "0.00_);yy", ""),
    ],
)  # fmt: skip
def test_formats_of_dates(number: int, code: str, kind: str) -> None:
    assert kind_of_format(number, code) == kind


@pytest.mark.parametrize(
    ("serial", "kind", "from_1904", "text"),
    [
        ("1", "date", False, "1900-01-01"), ("59", "date", False, "1900-02-28"), ("61", "date", False, "1900-03-01"),
        ("45323", "date", False, "2024-02-01"), ("43861", "date", True, "2024-02-01"),
        ("0", "date", True, "1904-01-01"),
        ("45323.4375", "time", False, "2024-02-01 10:30:00"), ("0.4375", "date", False, "10:30:00"),
        ("-1", "date", False, "-1"), ("3000000", "date", False, "3000000"), ("x", "date", False, "x"),
        ("45322.9999999", "date", False, "2024-02-01"),
        ("123", "00000", False, "00123"), ("123.0", "00000", True, "00123"), ("1234567", "00000", False, "1234567"),
        ("-5", "000", False, "-005"), ("1.5", "000", False, "1.5"),
        ("4.006381333931E12", "0" * 13, False, "4006381333931"),
    ],
)  # fmt: skip
def test_days_of_a_calendar(serial: str, kind: str, from_1904: bool, text: str) -> None:
    assert CellTexts(from_1904=from_1904).serial(serial, kind) == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300))
def test_numbers_lose_nothing_that_a_spreadsheet_shows(value: float) -> None:
    text = CellTexts().plain(value)
    assert "e" not in text.lower()
    assert float(text) == pytest.approx(value, rel=1e-14)
    assert CellTexts().number(text) == text


CELL = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    st.integers(-(10**14), 10**14),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12).map(
        lambda one: float(f"{one:.12g}")
    ),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.none(),
)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.lists(CELL, max_size=6), max_size=12))
def test_ours_and_the_library_agree(tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]) -> None:
    path = write_xlsx(tmp_path_factory.mktemp("agree") / "book.xlsx", rows)
    with Package(path) as found:
        ours = [(one.number, one.cells) for one in XlsxWorkbook(found, main_part(found), ".", "").rows("Products")]
    sheet, written = CalamineWorkbook.from_path(path).get_sheet_by_index(0), CellTexts()
    theirs = []
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        cells = [written.value(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            theirs.append((number, cells))
    assert ours == theirs
