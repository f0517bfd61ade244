"""Workbooks as tables: values as texts, sheets, rows, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from inventory_app.domain.errors import Refusal
from inventory_app.importing.checks.blocks import BlockChecker
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.mapping import resolve
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.opening import OpenFile, open_file
from inventory_app.importing.reading.preview import preview
from inventory_app.importing.reading.records import Record, read_block
from inventory_app.importing.reading.sheets import limits, package
from inventory_app.importing.reading.sheets.package import Package, main_part
from inventory_app.importing.reading.sheets.xlsx import XlsxWorkbook
from tests.support.workbooks import old_workbook, relationships, sheet_xml, write_raw_xlsx, write_xlsx

HEADER = ("sku", "name", "price")


def opened(path: Path, **options: Any) -> tuple[OpenFile, list[Record]]:
    with open_file(path, ImportOptions(**options), PRODUCTS) as found:
        records = [record for block in found.table.blocks() for record in read_block(block, found.file_format)]
    return found, records


def texts(path: Path, **options: Any) -> list[list[str]]:
    return [record.cells for record in opened(path, **options)[1]]


def code_of(path: Path) -> str:
    """Why the file is refused; '' when it is read."""
    try:
        opened(path)
    except Refusal as refusal:
        return refusal.code
    return ""


def row(*cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_values_and_not_their_looks(tmp_path: Path) -> None:
    path = tmp_path / "values.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        percent, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        span, bold = book.add_format({"num_format": "[h]:mm"}), book.add_format({"bold": True})
        sheet.write_row(0, 0, ["sku", "name", *map(str, range(10))])
        sheet.write_number(1, 0, 1234567890123)
        sheet.write_string(1, 1, "00123")
        sheet.write_number(1, 2, 0.1)
        sheet.write_number(1, 3, 12.0)
        sheet.write_number(1, 4, 0.15, percent)
        sheet.write_number(1, 5, 0.1 + 0.2)
        sheet.write_boolean(1, 6, True)
        sheet.write_formula(1, 7, "=NA()", None, "#N/A")
        sheet.write_datetime(1, 8, date(2024, 2, 1), day)
        sheet.write_datetime(1, 9, datetime(2024, 2, 1, 10, 30), day)  # noqa: DTZ001
        sheet.write_number(1, 10, 1.5, span)
        sheet.write_rich_string(1, 11, "a ", bold, "b", " c")
    expected = ["1234567890123", "00123", "0.1", "12", "0.15", "0.3", "TRUE", "#N/A", "2024-02-01"]
    assert texts(path) == [[*expected, "2024-02-01 10:30:00", "36:00:00", "a b c"]]
    assert texts(path, decimal=",", date_format="DD.MM.YYYY")[0][2:9] == [
        "0,1", "12", "0,15", "0,3", "TRUE", "#N/A", "01.02.2024",
    ]  # fmt: skip


def test_lines_are_rows_whatever_is_in_the_cells(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["sku", "name"],
        [None],
        ["1", "two\nlines"],
        ["2", 'say "a, b"'],
        [],
        [],
        ["3", "x\r\ny"],
        ["4"],
    ]
    path = write_xlsx(tmp_path / "rows.xlsx", rows)
    _, records = opened(path)
    assert [(record.line, record.cells) for record in records] == [
        (3, ["1", "two\nlines"]),
        (4, ["2", 'say "a, b"']),
        (7, ["3", "x\r\ny"]),
        (8, ["4", ""]),
    ]


@pytest.mark.parametrize("filler", [1, 40_000])
def test_lines_in_large_blocks(tmp_path: Path, filler: int) -> None:
    """The fast way, blocks that are cut, and rows far below each other."""
    path = tmp_path / "large.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        for place in range(3_000):
            number = 1 + place * 3 + (filler if place > 1_500 else 0)
            sheet.write_row(number, 0, [f"S{number + 1}", "a\nb" if place % 7 == 0 else "plain name" * 20, "1"])
    with open_file(path, ImportOptions(), PRODUCTS) as found:
        mapping = resolve(PRODUCTS, found.table.headers, ())
        checker = BlockChecker(mapping, ImportOptions(), found.file_format)
        rows = [
            pair
            for block in found.table.blocks()
            for checked in checker.check(block)
            for pair in checked.rows.select("sku", "line").iter_rows()
        ]
    assert len(rows) == 3_000 == checker.records
    assert all(sku == f"S{line}" for sku, line in rows)


def test_the_first_sheet_with_content_or_the_one_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "sheets.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Empty")
        hidden = book.add_worksheet("Secret")
        hidden.hide()
        for sheet, text in ((hidden, "hidden"), (book.add_worksheet("Data"), "data"), (book.add_worksheet("2"), "two")):
            sheet.write_column(0, 0, ["sku", text])
    found, records = opened(path)
    assert found.sheets == (("Empty", False), ("Secret", True), ("Data", False), ("2", False))
    assert found.findings["sheet"].value == "Data"
    assert records[0].cells == ["data"]
    for wanted, text in (("Secret", "hidden"), ("data ", "data"), ("2", "two"), ("#2", "hidden"), ("3", "data")):
        assert texts(path, sheet=wanted) == [[text]]
    with pytest.raises(Refusal, match="there is no sheet “9”") as refused:
        opened(path, sheet="9")
    assert refused.value.code == "sheet_unknown"
    with pytest.raises(Refusal, match="its sheet “Empty” is empty"):
        opened(path, sheet="Empty")


def test_header_lines_of_sheets(tmp_path: Path) -> None:
    rows: list[list[str | float | None]] = [["Stock list"], [], ["sku", "name", None, "price"], ["1", "a", "x", 2]]
    path = write_xlsx(tmp_path / "title.xlsx", rows)
    found, records = opened(path)
    assert found.table.headers == ("sku", "name", "", "price")
    assert found.file_format.header_line == 3
    assert [(record.line, record.cells) for record in records] == [(4, ["1", "a", "x", "2"])]
    assert opened(path, header_line=0)[0].table.headers == ("1", "2", "3", "4")
    with pytest.raises(Refusal, match="the sheet ends before the header line 9"):
        opened(path, header_line=9)
    with pytest.raises(Refusal, match="holds a header and no rows"):
        opened(path, header_line=4)
    deep = write_xlsx(tmp_path / "deep.xlsx", [["x"]] * 400 + [["sku"], ["1"], ["2"]])
    assert texts(deep, header_line=401) == [["1"], ["2"]]
    found = opened(deep, header_line=401)[0]
    assert preview(deep, found.file_format).rows[0].line == 402


def test_nothing_but_values_counts(tmp_path: Path) -> None:
    """Merged cells hold their value once; blank cells with a look, and a stray note beyond the header, do no harm."""
    path = tmp_path / "looks.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, yellow = book.add_worksheet(), book.add_format({"bg_color": "yellow"})
        sheet.write_row(0, 0, ["sku", "name"])
        sheet.merge_range(1, 0, 2, 0, "m")
        sheet.write(2, 1, "second")
        sheet.write_blank(4, 1, None, yellow)
        sheet.write(3, 0, "n")
        sheet.write(3, 5, "a note")
    assert texts(path) == [["m", "", "", "", "", ""], ["", "second", "", "", "", ""], ["n", "", "", "", "", "a note"]]


@pytest.mark.parametrize(
    ("xml", "cells"),
    [
        (row('<c><v>7</v></c><c t="str"><v>s</v></c>'), ["7", "s"]),
        (f"<row>{text_cell('B1', 'b')}{text_cell('A1', 'a')}</row>", ["a", "b"]),
        (row(text_cell("A1", "a_x0041_&amp;&#10;b")), ["aA&\nb"]),
        (row('<c r="A1" t="inlineStr"><is><r><t>a</t></r><rPh><t>no</t></rPh><r><t>b</t></r></is></c>'), ["ab"]),
        (row('<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>0</v></c>'), ["#REF!", "FALSE"]),
        (row('<c r="A1"><v>1E-7</v></c><c r="B1"><v>1.0</v></c>'), ["0.0000001", "1"]),
        (row('<c r="A1"><f>1+1</f><v>2</v></c>'), ["2"]),
        (row('<c r="A1" t="d"><v>2024-02-01</v></c>'), ["2024-02-01"]),
        ('<x:row xmlns:x="y"><x:c r="A1"><x:v>5</x:v></x:c></x:row>', ["5"]),
    ],
)  # fmt: skip
def test_cells_as_programs_write_them(tmp_path: Path, xml: str, cells: list[str]) -> None:
    assert texts(write_raw_xlsx(tmp_path / "raw.xlsx", sheet_xml(xml)), header_line=0) == [cells]


@pytest.mark.parametrize(
    ("xml", "code", "message"),
    [
        (sheet_xml(row('<c r="A1" t="s"><v>5</v></c>')), "file_damaged", "refers to a text that is not there"),
        (sheet_xml(row(text_cell("A5", "a"), number=5), row(text_cell("A5", "b"), number=5)), "file_damaged", "row 5"),
        (sheet_xml(row(text_cell("A1", "a"), number=3_000_000)), "file_too_large", "2,000,000 rows"),
        (sheet_xml(row(text_cell("AMZ1", "a"))), "file_too_large", "1,000 columns"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + sheet_xml(row(text_cell("A1", "&a;"))), "file_damaged", "document type"),
        ("<worksheet><sheetData>", "file_damaged", "workbook is damaged"),
        (sheet_xml(), "file_empty", "none of its sheets holds anything"),
        ("", "file_damaged", "no element found"),
        ('<?xml version="1.0" encoding="UTF-R"?>' + sheet_xml(), "file_damaged", "encoding that there is not"),
    ],
)
def test_sheets_that_are_refused(tmp_path: Path, xml: str, code: str, message: str) -> None:
    with pytest.raises(Refusal, match=message) as refused:
        opened(write_raw_xlsx(tmp_path / "raw.xlsx", xml))
    assert refused.value.code == code


def test_a_bomb_is_refused_by_what_comes_out_of_it(tmp_path: Path) -> None:
    """220 MB of blanks in 200 KB; the directory says so, or lies about it."""
    honest = write_raw_xlsx(tmp_path / "bomb.xlsx", sheet_xml(row(text_cell("A1", " " * (220 << 20)))))
    with pytest.raises(Refusal, match="unpacks to more than 200 MB") as refused:
        opened(honest)
    assert refused.value.code == "file_too_large"
    small = write_raw_xlsx(tmp_path / "small.xlsx", sheet_xml(row(text_cell("A1", " " * (20 << 20)))))
    with pytest.raises(Refusal, match="packed more than 100 times"):
        opened(small)
    data = bytearray(small.read_bytes())
    with zipfile.ZipFile(small) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    lying = tmp_path / "lying.xlsx"
    lying.write_bytes(data.replace(size, (1000).to_bytes(4, "little")))
    with pytest.raises(Refusal, match="cannot be unpacked"):
        opened(lying)


def test_a_text_that_many_cells_share_costs_only_as_much_as_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One text of 8 MB in two cells of a row is longer than any record."""
    shared = f"<sst><si><t>{'x' * (5 << 20)}</t></si></sst>"
    cells = row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c>')
    path = write_raw_xlsx(tmp_path / "shared.xlsx", sheet_xml(cells), {"xl/sharedStrings.xml": shared})
    with pytest.raises(Refusal, match="row 1 holds more than 8 MB"):
        opened(path)
    monkeypatch.setattr(package, "MOST_UNPACKED", 1 << 20)
    with pytest.raises(Refusal, match="unpacks to more than"), Package(path) as found:
        XlsxWorkbook(found, main_part(found), ".", "")


def damaged_files(folder: Path) -> Iterator[tuple[str, Path]]:
    whole = write_xlsx(folder / "whole.xlsx", [HEADER, ("1", "a", 2)]).read_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr("[Content_Types].xml", "<x/>")
    for name, content in {
        "cut": whole[: len(whole) // 2],
        "no directory": whole[:-30],
        "Word document": buffer.getvalue(),
        "damaged": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
    }.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(content)
        yield name, path


def test_damaged_workbooks_are_named(tmp_path: Path) -> None:
    for name, path in damaged_files(tmp_path):
        with pytest.raises(Refusal, match=r"damaged|Word document") as refused:
            opened(path)
        assert name.split()[0] in refused.value.message or "damaged" in refused.value.message


def moved_directory(archive: bytes, by: int) -> bytes:
    """The archive, saying that its directory begins elsewhere: parts are then looked for that much off their places."""
    at = archive.rindex(b"PK\x05\x06") + 16
    start = int.from_bytes(archive[at : at + 4], "little") + by
    return archive[:at] + start.to_bytes(4, "little") + archive[at + 4 :]


@pytest.mark.parametrize("by", [1, 100, 1 << 31, -1])
def test_parts_that_lie_before_the_archive_are_damage(tmp_path: Path, by: int) -> None:
    """Found by the fuzzer: the operating system refuses to go to a place before the file's beginning."""
    book = write_xlsx(tmp_path / "whole.xlsx", [HEADER, ("1", "a", 2)]).read_bytes()
    path = tmp_path / "moved.xlsx"
    path.write_bytes(moved_directory(book, by))
    assert code_of(path) in ("file_damaged", "file_foreign")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("shop.csv", "sku,name\n1,a\n")
    path = tmp_path / "moved.zip"
    path.write_bytes(moved_directory(packed.getvalue(), by))
    assert code_of(path) in ("file_damaged", "file_unreadable", "file_foreign")


def test_an_encrypted_workbook_is_named(tmp_path: Path) -> None:
    """What Excel writes then is the old container with a stream of this name."""
    path = tmp_path / "secret.xlsx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_016) + name.ljust(1_024, b"\0"))
    with pytest.raises(Refusal, match="protected with a password") as refused:
        opened(path)
    assert refused.value.code == "file_protected"


def test_a_workbook_by_another_name_is_read_all_the_same(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "file.csv", [HEADER, ("1", "a", 2)])
    assert texts(path) == [["1", "a", "2"]]
    path = tmp_path / "file.xlsx"
    path.write_text("sku,name\n1,a\n", encoding="utf-8")
    assert texts(path) == [["1", "a"]]


def test_a_workbook_of_the_format_before_2007(tmp_path: Path) -> None:
    """Damaged in any byte it is read, or refused; the library that reads it may die of it, and takes nothing along."""
    path = tmp_path / "old.xls"
    path.write_bytes(old_workbook())
    found, records = opened(path)
    assert (found.sheets, found.table.headers) == (
        (("Empty", False), ("Stock", False)),
        ("sku", "name", "price", "until", "ok"),
    )
    assert [(record.line, record.cells) for record in records] == [
        (3, ["00417", "Größe", "12.5", "2031-02-01", "TRUE"]),
        (4, ["1234567890123", "", "0.1", "", ""]),
    ]
    codes = set()
    for place in (600, 1_100, 3_000):
        path.write_bytes(old_workbook()[:place] + b"\xff\xff" + old_workbook()[place + 2 :])
        codes.add(code_of(path))
    assert codes <= {"", "file_damaged", "file_empty", "file_too_large", "file_header_only"}


def test_an_old_workbook_that_goes_round_in_circles(tmp_path: Path) -> None:
    """Found by the fuzzer: the library follows its chain of sectors until it has no memory left, and dies."""
    data = bytearray(old_workbook())
    table = 512 * (int.from_bytes(data[76:80], "little") + 1)
    directory = data[48:52]
    place = table + 4 * int.from_bytes(directory, "little")
    data[place : place + 4] = directory
    path = tmp_path / "circle.xls"
    path.write_bytes(data)
    assert code_of(path) == "file_too_large"


def test_the_older_formats_go_through_the_library(tmp_path: Path) -> None:
    path = tmp_path / "old.ods"
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="T">{}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    cells = [
        '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>',
        '<table:table-cell office:value-type="float" office:value="{}"><text:p>1</text:p></table:table-cell>',
        '<table:table-cell office:value-type="date" office:date-value="{}"><text:p>1</text:p></table:table-cell>',
    ]
    rows = [
        [cells[0].format("sku"), cells[0].format("name"), cells[0].format("until")],
        [cells[1].format("4000000000001"), cells[1].format("0.5"), cells[2].format("2024-02-01")],
    ]
    xml = "".join(f"<table:table-row>{''.join(one)}</table:table-row>" for one in rows)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content.format(xml))
    assert texts(path) == [["4000000000001", "0.5", "2024-02-01"]]


def test_a_part_that_leads_outside_is_not_followed(tmp_path: Path) -> None:
    outside = relationships(("r1", "worksheet", "../../../etc/passwd"), ("r2", "sharedStrings", "file:///etc/passwd"))
    path = write_raw_xlsx(
        tmp_path / "out.xlsx", sheet_xml(row(text_cell("A1", "a"))), {"xl/_rels/workbook.xml.rels": outside}
    )
    with pytest.raises(Refusal, match="its part etc/passwd is missing"):
        opened(path)


def test_limits_are_those_of_the_contract() -> None:
    assert (limits.MOST_UNPACKED, limits.MOST_RATIO) == (200 << 20, 100)
    assert (limits.MOST_ROWS, limits.MOST_COLUMNS) == (2_000_000, 1_000)
    assert FileFormat().is_sheet is False
