"""Spreadsheets: texts stay texts, numbers are numbers where that is exact, and what does not fit is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

import polars as pl
import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.exporting.job import WrittenColumn
from inventory_app.exporting.writing import workbook
from inventory_app.exporting.writing.workbook import LONGEST_TEXT, WorkbookWriter
from inventory_app.queries.exported.forms import Form

COLUMNS = (
    WrittenColumn("sku", Form.TEXT, ("sku",)),
    WrittenColumn("price", Form.MONEY, ("price",)),
    WrittenColumn("archived", Form.FLAG, ("archived",)),
    WrittenColumn("lines", Form.INTEGER, ("lines",)),
)
SCHEMA = {"sku": pl.String, "price": pl.String, "archived": pl.Boolean, "lines": pl.Int64}


def sheet(*rows: Sequence[object]) -> str:
    """The XML of the sheet that these rows make."""
    file = io.BytesIO()
    writer = WorkbookWriter(file, COLUMNS, raw=False)
    try:
        writer.write(pl.DataFrame(rows, schema=SCHEMA, orient="row"))
    except Refusal:
        writer.abandon()
        raise
    writer.finish()
    with zipfile.ZipFile(file) as book:
        return book.read("xl/worksheets/sheet1.xml").decode()


def cell(xml: str, place: str) -> str:
    found = re.search(rf'<c r="{place}"[^>]*>.*?</c>|<c r="{place}"[^>]*/>', xml)
    return found.group() if found else ""


def test_texts_are_never_formulas_links_or_numbers() -> None:
    texts = ("=1+1", "00417", "http://example.org", "@x", "1E5", " lead ", "it's")
    xml = sheet(*((text, None, None, None) for text in texts))
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    for row, text in enumerate(texts, start=2):
        assert 't="inlineStr"' in cell(xml, f"A{row}")
        assert text in cell(xml, f"A{row}")


def test_numbers_are_numbers_as_far_as_a_spreadsheet_is_exact() -> None:
    xml = sheet(("a", "4.90", True, 7), ("b", "123456789012345.6789", False, 0), ("c", "-0.0001", None, None))
    assert "<v>4.90</v>" in cell(xml, "B2")
    assert 't="b"' in cell(xml, "C2")
    assert "<v>7</v>" in cell(xml, "D2")
    assert 't="inlineStr"' in cell(xml, "B3")
    assert "123456789012345.6789" in cell(xml, "B3")
    assert "<v>-0.0001</v>" in cell(xml, "B4")
    assert cell(xml, "C4") == ""


def test_what_a_spreadsheet_cannot_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet(("x" * LONGEST_TEXT, None, None, None))
    with pytest.raises(Refusal, match="a cell of a spreadsheet holds 32,767"):
        sheet(("x" * (LONGEST_TEXT + 1), None, None, None))
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    sheet(*[("a", None, None, None)] * 2)
    with pytest.raises(Refusal, match="A spreadsheet holds 3 rows"):
        sheet(*[("a", None, None, None)] * 3)
