"""Any file as a table: text, packed text or a workbook, with everything that was found out about it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from inventory_app.importing.kinds import FieldType, Kind
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading.compressed import packed_text
from inventory_app.importing.reading.detect import Parsed, header_finding, known_headers, look_at_text
from inventory_app.importing.reading.findings import Finding, Findings, Sure, given
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.marks import Cell, is_date, is_number, propose
from inventory_app.importing.reading.preview import Table, open_table
from inventory_app.importing.reading.records import read_block
from inventory_app.importing.reading.refusals import is_workbook, read_start
from inventory_app.importing.reading.sheets.reader import SheetReader, SheetRequest, read_sheet
from inventory_app.importing.reading.sheets.table import SheetTable

# A column without a mapping holds numbers or dates when more than this share of its cells do.
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that is being read. ``sheets`` : all sheets of a workbook, each with whether it is hidden."""

    table: Table
    file_format: FileFormat
    findings: Findings
    records: list[Parsed]
    sheets: tuple[tuple[str, bool], ...] = ()


@contextmanager
def open_file(path: Path, options: ImportOptions, kind: Kind, wanted: Collection[str] = ()) -> Iterator[OpenFile]:
    """Opens any file, as the options say and as it looks where they do not; raises Refusal when it cannot be read."""
    if is_workbook(read_start(path)) and not packed_text(path):
        apart = options.header_line or 0
        request = SheetRequest(options.sheet or "", options.decimal, options.date_format, apart)
        with read_sheet(path, request) as reader:
            file_format, findings, records = _look_at_sheet(reader, options, kind, wanted)
            table = SheetTable(reader, path, file_format)
            yield OpenFile(table, file_format, findings, records, reader.sheets)
    else:
        looked = look_at_text(path, options, kind, wanted)
        with open_table(path, looked.file_format) as text:
            yield OpenFile(text, looked.file_format, looked.findings, looked.records)


def _look_at_sheet(
    reader: SheetReader, options: ImportOptions, kind: Kind, wanted: Collection[str]
) -> tuple[FileFormat, Findings, list[Parsed]]:
    plain = FileFormat(sheet=reader.sheet, decimal=options.decimal, dates=options.date_format)
    records = [Parsed(record.line, record.cells) for block in reader.head() for record in read_block(block, plain)]
    header = header_finding(records, options, known_headers(kind), wanted, 1)
    findings = {"sheet": _sheet_finding(reader, options), "header_line": header}
    found = FileFormat(
        sheet=reader.sheet, decimal=options.decimal, dates=options.date_format, header_line=int(header.value)
    )
    return found, findings, records


def _sheet_finding(reader: SheetReader, options: ImportOptions) -> Finding:
    others = tuple(name for name, _ in reader.sheets if name != reader.sheet)
    if options.sheet:
        return given(reader.sheet)
    if not others:
        return Finding(reader.sheet, Sure.CERTAIN, "it is the only sheet")
    return Finding(reader.sheet, Sure.LIKELY, "it is the first sheet that holds anything", others)


def proposals(opened: OpenFile, mapping: Mapping | None, options: ImportOptions) -> Findings:
    """The marks of numbers and the form of dates, as the columns that are mapped to such fields show them.

    Without a mapping the columns that look so are taken.
    """
    line = opened.file_format.header_line
    below = [record for record in opened.records if record.line > line]
    width = max((len(record.cells) for record in below), default=0)
    numbers: list[int] = []
    dates: list[int] = []
    for column in range(width):
        texts = [record.cells[column] for record in below if column < len(record.cells)]
        filled = [text for text in texts if text.strip()]
        fields = [one.field for one in mapping.assignments if one.column == column] if mapping else []
        if mapping is None:
            (dates if _most(filled, is_date) else numbers if _most(filled, is_number) else []).append(column)
        elif any(one.is_number for one in fields):
            numbers.append(column)
        elif any(one.type is FieldType.DATE for one in fields):
            dates.append(column)
    found = propose(_cells(below, numbers), _cells(below, dates))
    chosen = {name: value for name in found if (value := getattr(options, name)) != getattr(ImportOptions(), name)}
    return found | {name: given(value) for name, value in chosen.items()}


def _most(texts: list[str], test: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(test, texts)) > len(texts) * _MOST


def _cells(records: list[Parsed], columns: list[int]) -> list[Cell]:
    return [
        Cell(record.line, record.cells[column])
        for record in records
        for column in columns
        if column < len(record.cells)
    ]
