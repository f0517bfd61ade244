"""What a file is made of: encoding, delimiter, quote and header line, each found out unless it was given."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from inventory_app.importing.kinds import Kind
from inventory_app.importing.mapping import fold_header
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading import encodings
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.refusals import read_start, refuse_foreign

_SAMPLE = 256 << 10
_SAMPLE_RECORDS = 200
_DELIMITERS = ",;\t|"
_DEFAULT_QUOTE = '"'
_DEEPEST_HEADER = 20
_EXCEL_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OTHER_QUOTED = re.compile(r"(?:^|(?<=[,;\t|]))'[^'\r\n]*'(?=[,;\t|\r\n]|$)", re.MULTILINE)


def detect(path: Path, options: ImportOptions, kind: Kind, wanted: Collection[str] = ()) -> FileFormat:
    """The file's format, as the options say and as it looks where they do not. ``wanted``: headers that are mapped.

    Raises Refusal for a file that cannot be read, is empty or is something else than a table of text.
    """
    start = read_start(path)
    refuse_foreign(path, start)
    encoding = encodings.check_encoding(options.encoding) if options.encoding else encodings.detect_encoding(path)
    text = _sample(path, encoding)
    known = frozenset(name for field in kind.fields for name in (field.name.replace("_", " "), *field.synonyms))
    quote = options.quote if options.quote is not None else _find_quote(text, options)
    declared = _EXCEL_SEP.match(text)
    if options.delimiter is not None:
        delimiter = options.delimiter
    elif declared:
        delimiter = declared.group(1)
    else:
        delimiter = _find_delimiter(text, quote, options.escape, known)
    found = FileFormat(encoding, delimiter, quote, options.escape)
    header_line = options.header_line
    if header_line is None:
        header_line = _find_header(_parse(text, found), known, wanted, 2 if declared else 1)
    return FileFormat(encoding, delimiter, quote, options.escape, header_line)


class _Parsed(NamedTuple):
    line: int
    cells: list[str]


def _sample(path: Path, encoding: str) -> str:
    """The beginning of the text; the last line, which may be cut, is left out when there are others."""
    with path.open("rb") as file:
        data = b"".join(encodings.utf8_chunks(iter([file.read(_SAMPLE)]), encoding))
        more = bool(file.read(1))
    text = encodings.decode(data)
    return text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text if more else text


def _parse(text: str, file_format: FileFormat) -> list[_Parsed]:
    """The first records, or as many as can be read."""
    reader = csv.reader(io.StringIO(text, newline=""), **file_format.csv_arguments())
    found: list[_Parsed] = []
    line = 1
    try:
        for cells in reader:
            if cells:
                found.append(_Parsed(line, cells))
            line = reader.line_num + 1
            if len(found) >= _SAMPLE_RECORDS:
                break
    except csv.Error:  # a field longer than any: what was read before it is enough to go by
        return found
    return found


def _find_quote(text: str, options: ImportOptions) -> str:
    """The double quote, unless there is none and most lines hold fields in single ones."""
    taken = (options.delimiter, options.escape)
    if _DEFAULT_QUOTE in text or _DEFAULT_QUOTE in taken or "'" in taken:
        return "" if _DEFAULT_QUOTE in taken else _DEFAULT_QUOTE
    lines = text.splitlines()[:_SAMPLE_RECORDS]
    quoted = sum(1 for line in lines if _OTHER_QUOTED.search(line))
    return "'" if len(lines) > 1 and quoted * 2 > len(lines) else _DEFAULT_QUOTE


def _find_delimiter(text: str, quote: str, escape: str, known: Collection[str]) -> str:
    """The mark that gives most records the same number of fields, and headers that we know."""
    best, best_score = ",", (0.0, 0.0, 0.0)
    for delimiter in _DELIMITERS:
        if delimiter in (quote, escape):
            continue
        records = _parse(text, FileFormat("utf-8", delimiter, quote, escape))
        widths = Counter(len(record.cells) for record in records if len(record.cells) > 1)
        if not widths:
            continue
        width, often = widths.most_common(1)[0]
        headers = max(len(_known_in(record.cells, known)) for record in records[:_DEEPEST_HEADER])
        score = (float(min(headers, 2)), round(often / len(records), 1), float(width))
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _find_header(records: Sequence[_Parsed], known: Collection[str], wanted: Collection[str], first: int) -> int:
    """The physical line of the header: with the headers that are mapped, else after titles, else the first; or none."""
    records = [record for record in records[:_DEEPEST_HEADER] if record.line >= first]
    if not records:
        return first
    asked = {text.strip().casefold() for text in wanted}
    for record in records if asked else ():
        if asked <= {cell.strip().casefold() for cell in record.cells}:
            return record.line
    place = _after_titles(records, known)
    header = records[place]
    if place == 0 and not _known_in(header.cells, known) and _is_data(header.cells, records[1:]):
        return 0
    return header.line


def _after_titles(records: Sequence[_Parsed], known: Collection[str]) -> int:
    """The place of the first record that is no title: a title has one cell at most in a table of several columns."""
    width = Counter(len(record.cells) for record in records).most_common(1)[0][0]
    for place, record in enumerate(records[:-1]):
        filled = [cell for cell in record.cells if cell.strip()]
        if width == 1 or len(filled) > 1 or _known_in(record.cells, known):
            break
        following = [cell.strip() for cell in records[place + 1].cells if cell.strip()]
        if len(following) > 1 and len(set(following)) == len(following) and not any(map(_NUMBER.fullmatch, following)):
            return place + 1
    return 0


def _is_data(cells: Sequence[str], below: Sequence[_Parsed]) -> bool:
    """Whether the first record looks like the others: a number above numbers where a header is a word, or a year."""
    return any(
        _NUMBER.fullmatch(cell.strip())
        and not _YEAR.fullmatch(cell.strip())
        and len([1 for record in below if place < len(record.cells)]) > 0
        and all(_NUMBER.fullmatch(record.cells[place].strip()) for record in below if place < len(record.cells))
        for place, cell in enumerate(cells)
    )


def _known_in(cells: Sequence[str], known: Collection[str]) -> set[str]:
    return {folded for cell in cells if (folded := fold_header(cell)) in known}
