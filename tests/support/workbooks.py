"""Workbooks for tests, made by a program that others use, and some that no program would make."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

Cell: TypeAlias = str | float | bool | date | None

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = '<Relationship Id="{}" Type="' + _OFFICE + '/{}" Target="{}"/>'


def write_xlsx(
    path: Path, rows: Sequence[Sequence[Cell]], *, name: str = "Products", before: Sequence[str] = ()
) -> Path:
    """A workbook with one sheet of rows; ``before`` : empty sheets in front of it. A text stays a text."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for empty in before:
            book.add_worksheet(empty)
        sheet = book.add_worksheet(name)
        for place, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(place, column, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(place, column, cell)
                elif cell is not None:
                    sheet.write(place, column, cell)
    return path


def write_raw_xlsx(path: Path, sheet: str, parts: Mapping[str, str] | None = None) -> Path:
    """A workbook whose one sheet holds exactly this XML; ``parts`` replaces or adds others."""
    found = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relationships(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns:r="{_OFFICE}"><sheets><sheet name="One" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet,
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in found.items():
            archive.writestr(part, text)
    return path


def relationships(*found: tuple[str, str, str]) -> str:
    """A part that relates others."""
    return f"<Relationships>{''.join(_RELATION.format(*one) for one in found)}</Relationships>"


def sheet_xml(*rows: str) -> str:
    """A sheet with these rows."""
    return f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>"
