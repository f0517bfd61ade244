"""XLSX: one sheet, texts as texts and never as formulas or links, numbers as numbers where a spreadsheet keeps them.

A spreadsheet computes in binary floating point, which is exact up to 15 digits; longer numbers are written as text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Protocol

import polars as pl
import xlsxwriter
from typing_extensions import override

from inventory_app.domain.errors import Refusal
from inventory_app.exporting.job import WrittenColumn
from inventory_app.exporting.writing.shaping import DECIMALS
from inventory_app.exporting.writing.writer import Writer
from inventory_app.queries.exported.forms import Form

# https://support.microsoft.com, “Excel specifications and limits”
MOST_ROWS = 1_048_576
LONGEST_TEXT = 32_767
_EXACT_DIGITS = 15
_DIGITS = re.compile(r"[0-9]")
_WIDTHS = {Form.TEXT: 24, Form.TIME: 26, Form.IDENTIFIER: 38}
_USUAL_WIDTH = 12
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _Sheet(Protocol):
    """What of a sheet is used; the library has no types of its own."""

    def write_string(self, row: int, column: int, text: str, style: object = ...) -> int: ...
    def write_number(self, row: int, column: int, number: object, style: object = ...) -> int: ...
    def write_boolean(self, row: int, column: int, value: bool) -> int: ...


class WorkbookWriter(Writer):
    """Rows are handed on as they come, so that a large sheet needs no memory."""

    @override
    def __init__(self, file: BinaryIO, columns: Sequence[WrittenColumn], *, raw: bool) -> None:
        self._book = xlsxwriter.Workbook(file, _OPTIONS)
        self._sheet = self._book.add_worksheet("Stockroom")
        self._columns = columns
        self._row = 0
        bold = self._book.add_format({"bold": True})
        self._sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, _WIDTHS.get(column.form, _USUAL_WIDTH))
            self._sheet.write_string(0, place, column.name, bold)
        self._cells = [self._cell_writer(column) for column in columns]

    @override
    def write(self, rows: pl.DataFrame) -> None:
        if self._row + rows.height >= MOST_ROWS:
            raise Refusal(
                "sheet_full", f"A spreadsheet holds {MOST_ROWS:,} rows; export as CSV instead.", field="format"
            )
        for values in rows.iter_rows():
            self._row += 1
            for place, (write, value) in enumerate(zip(self._cells, values, strict=True)):
                if value is not None:
                    write(place, value)

    @override
    def finish(self) -> None:
        self._book.close()

    @override
    def abandon(self) -> None:
        # The library has no other end than to write the book: it goes nowhere.
        with Path(os.devnull).open("wb") as nowhere:
            self._book.filename = nowhere
            self._book.close()

    def _cell_writer(self, column: WrittenColumn) -> Callable[[int, object], None]:
        sheet: _Sheet = self._sheet
        if column.form is Form.FLAG:
            return lambda place, value: _ok(sheet.write_boolean(self._row, place, bool(value)))
        if column.form is Form.INTEGER:
            return lambda place, value: _ok(sheet.write_number(self._row, place, value))
        if column.form in DECIMALS:
            return self._write_decimal
        return lambda place, value: self._write_text(place, str(value))

    def _write_decimal(self, place: int, value: object) -> None:
        text = str(value)
        if len(_DIGITS.findall(text)) > _EXACT_DIGITS:
            self._write_text(place, text)
        else:
            _ok(self._sheet.write_number(self._row, place, Decimal(text)))

    def _write_text(self, place: int, text: str) -> None:
        if len(text) > LONGEST_TEXT:
            raise Refusal(
                "cell_full",
                f"{self._columns[place].name}: a text of {len(text):,} characters in row {self._row + 1:,}; a cell of a"
                f" spreadsheet holds {LONGEST_TEXT:,}. Export as CSV instead.",
                field="format",
            )
        _ok(self._sheet.write_string(self._row, place, text))


def _ok(status: int) -> None:
    """The library tells what it has left out by a number."""
    if status:
        raise RuntimeError(f"a cell was not written (status {status})")
