"""What a text file is made of: encoding, delimiter, quote and header line, each found out unless it was given."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from inventory_app.domain.texts import counted
from inventory_app.importing.kinds import Kind
from inventory_app.importing.mapping import fold_header
from inventory_app.importing.options import NO_HEADER, ImportOptions
from inventory_app.importing.reading import encodings
from inventory_app.importing.reading.compressed import open_bytes
from inventory_app.importing.reading.findings import Finding, Findings, Sure, given
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.guess import find_encoding
from inventory_app.importing.reading.refusals import START, file_refusal, read_start, refuse_foreign

_SAMPLE = 256 << 10
_SAMPLE_RECORDS = 200
_DELIMITERS = ",;\t|"
_DEFAULT_QUOTE = '"'
_BACKSLASH = "\\"
_DEEPEST_HEADER = 20
# A byte that is no text can separate nothing.
_EXCEL_SEP = re.compile(r"sep=([^\ud800-\udfff])\r?\n", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OTHER_QUOTED = re.compile(r"(?:^|(?<=[,;\t|]))'[^'\r\n]*'(?=[,;\t|\r\n]|$)", re.MULTILINE)


class Parsed(NamedTuple):
    """A record of the beginning of a file."""

    line: int
    cells: list[str]


class Looked(NamedTuple):
    """How a text file is read, how sure that is, and its first records."""

    file_format: FileFormat
    findings: Findings
    records: list[Parsed]


def detect(path: Path, options: ImportOptions, kind: Kind, wanted: Collection[str] = ()) -> FileFormat:
    """The format of a text file, as `look_at_text` finds it."""
    return look_at_text(path, options, kind, wanted).file_format


def look_at_text(path: Path, options: ImportOptions, kind: Kind, wanted: Collection[str] = ()) -> Looked:
    """The file's format, as the options say and as it looks where they do not. ``wanted``: headers that are mapped.

    Raises Refusal for a file that cannot be read, is empty or is something else than a table of text.
    """
    read_start(path)
    with open_bytes(path) as file:
        start = file.read(START)
    if not start:
        raise file_refusal(path, "is empty", "file_empty")
    refuse_foreign(path, start)
    findings: Findings = {
        "encoding": given(encodings.check_encoding(options.encoding)) if options.encoding else find_encoding(path)
    }
    encoding = str(findings["encoding"].value)
    text = _sample(path, encoding)
    known = known_headers(kind)
    findings["quote"] = given(options.quote) if options.quote is not None else _find_quote(text, options)
    quote = str(findings["quote"].value)
    declared = _EXCEL_SEP.match(text)
    findings["delimiter"] = _delimiter(text, options, quote, known)
    delimiter = str(findings["delimiter"].value)
    findings["escape"] = given(options.escape) if options.escape else _find_escape(text, quote)
    found = FileFormat(encoding, delimiter, quote, options.escape)
    records = _parse(text, found)
    findings["header_line"] = header_finding(records, options, known, wanted, 2 if declared else 1)
    return Looked(replace(found, header_line=int(findings["header_line"].value)), findings, records)


def known_headers(kind: Kind) -> frozenset[str]:
    """The headers by which automatic mapping knows the kind's fields."""
    return frozenset(name for field in kind.fields for name in (field.name.replace("_", " "), *field.synonyms))


def header_finding(
    records: Sequence[Parsed], options: ImportOptions, known: Collection[str], wanted: Collection[str], first: int
) -> Finding:
    """The line of the header, as it is given or as it looks."""
    if options.header_line is not None:
        return given(options.header_line)
    line = _find_header(records, known, wanted, first)
    if line == NO_HEADER:
        return Finding(line, Sure.GUESS, "the first row looks like those below it", ("1",))
    cells = next((record.cells for record in records if record.line == line), [])
    if names := known_in(cells, known):
        shown = ", ".join(sorted(names)[:3])
        return Finding(line, Sure.CERTAIN if len(names) > 1 else Sure.LIKELY, f"it holds names that are known: {shown}")
    return Finding(line, Sure.GUESS, "it is the first row that looks like a header", (str(NO_HEADER),))


def _delimiter(text: str, options: ImportOptions, quote: str, known: Collection[str]) -> Finding:
    if options.delimiter is not None:
        return given(options.delimiter)
    if declared := _EXCEL_SEP.match(text):
        return Finding(declared.group(1), Sure.CERTAIN, f"the first line says so: {declared.group().strip()}")
    return _find_delimiter(text, quote, options.escape, known)


def _sample(path: Path, encoding: str) -> str:
    """The beginning of the text; the last line, which may be cut, is left out when there are others."""
    with open_bytes(path) as file:
        data = b"".join(encodings.utf8_chunks(iter([file.read(_SAMPLE)]), encoding))
        more = bool(file.read(1))
    text = encodings.decode(data)
    return text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text if more else text


def _parse(text: str, file_format: FileFormat) -> list[Parsed]:
    """The first records, or as many as can be read."""
    reader = csv.reader(io.StringIO(text, newline=""), **file_format.csv_arguments())
    found: list[Parsed] = []
    line = 1
    try:
        for cells in reader:
            if cells:
                found.append(Parsed(line, cells))
            line = reader.line_num + 1
            if len(found) >= _SAMPLE_RECORDS:
                break
    except csv.Error:  # a field longer than any: what was read before it is enough to go by
        return found
    return found


def _find_quote(text: str, options: ImportOptions) -> Finding:
    """The double quote, unless there is none and most lines hold fields in single ones."""
    taken = (options.delimiter, options.escape)
    if _DEFAULT_QUOTE in taken:
        return Finding("", Sure.LIKELY, "the usual quote mark is taken for something else")
    if _DEFAULT_QUOTE in text:
        return Finding(_DEFAULT_QUOTE, Sure.LIKELY, "the file holds double quotes", ("",))
    lines = text.splitlines()[:_SAMPLE_RECORDS]
    quoted = sum(1 for line in lines if _OTHER_QUOTED.search(line)) if "'" not in taken else 0
    if len(lines) > 1 and quoted * 2 > len(lines):
        return Finding("'", Sure.LIKELY, f"{quoted:,} of {len(lines):,} lines hold fields in single quotes", ("", '"'))
    return Finding(_DEFAULT_QUOTE, Sure.LIKELY, "no field in the beginning of the file is quoted; it is the usual mark")


def _find_escape(text: str, quote: str) -> Finding:
    """A backslash is proposed where more quotes have one before them than are doubled; it is not applied unasked."""
    escaped, doubled = text.count(_BACKSLASH + quote), text.count(quote * 2)
    if quote and escaped > doubled:
        why = f"{counted(escaped, 'quote')} with a backslash before, {doubled:,} doubled"
        return Finding(_BACKSLASH, Sure.LIKELY, why, ("",), applied=False)
    return Finding("", Sure.LIKELY, "quotes inside fields are doubled, or there are none", applied=False)


def _find_delimiter(text: str, quote: str, escape: str, known: Collection[str]) -> Finding:
    """The mark that gives most records the same number of fields, and headers that we know."""
    scores: dict[str, tuple[float, float, float]] = {}
    for delimiter in _DELIMITERS:
        if delimiter in (quote, escape):
            continue
        records = _parse(text, FileFormat("utf-8", delimiter, quote, escape))
        widths = Counter(len(record.cells) for record in records if len(record.cells) > 1)
        if not widths:
            continue
        width, often = widths.most_common(1)[0]
        headers = max(len(known_in(record.cells, known)) for record in records[:_DEEPEST_HEADER])
        scores[delimiter] = (float(min(headers, 2)), round(often / len(records), 1), float(width))
    if not scores:
        return Finding(_DELIMITERS[0], Sure.GUESS, "no mark divides the lines; each is one field")
    best = max(scores, key=lambda one: scores[one])
    known_names, share, fields = scores[best]
    others = tuple(sorted((one for one in scores if one != best), key=lambda one: scores[one], reverse=True))
    sure = Sure.CERTAIN if known_names > 1 and share == 1 else Sure.LIKELY if share > 0.7 else Sure.GUESS
    return Finding(best, sure, f"it gives {share:.0%} of the first records {int(fields):,} fields", others)


def _find_header(records: Sequence[Parsed], known: Collection[str], wanted: Collection[str], first: int) -> int:
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
    if place == 0 and not known_in(header.cells, known) and _is_data(header.cells, records[1:]):
        return 0
    return header.line


def _after_titles(records: Sequence[Parsed], known: Collection[str]) -> int:
    """The place of the first record that is no title: a title has one cell at most in a table of several columns."""
    width = Counter(len(record.cells) for record in records).most_common(1)[0][0]
    for place, record in enumerate(records[:-1]):
        filled = [cell for cell in record.cells if cell.strip()]
        if width == 1 or len(filled) > 1 or known_in(record.cells, known):
            break
        following = [cell.strip() for cell in records[place + 1].cells if cell.strip()]
        if len(following) > 1 and len(set(following)) == len(following) and not any(map(_NUMBER.fullmatch, following)):
            return place + 1
    return 0


def _is_data(cells: Sequence[str], below: Sequence[Parsed]) -> bool:
    """Whether the first record looks like the others: a number above numbers where a header is a word, or a year."""
    return any(
        _NUMBER.fullmatch(cell.strip())
        and not _YEAR.fullmatch(cell.strip())
        and len([1 for record in below if place < len(record.cells)]) > 0
        and all(_NUMBER.fullmatch(record.cells[place].strip()) for record in below if place < len(record.cells))
        for place, cell in enumerate(cells)
    )


def known_in(cells: Sequence[str], known: Collection[str]) -> set[str]:
    """Those of the headers that are known, as they are compared."""
    return {folded for cell in cells if (folded := fold_header(cell)) in known}
