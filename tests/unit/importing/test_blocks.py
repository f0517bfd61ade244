"""A file cut into blocks and read back gives the records that the csv module sees in the whole of it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.importing.reading.blocks import BlockReader
from inventory_app.importing.reading.format import MAX_RECORD, FileFormat
from inventory_app.importing.reading.records import read_block

FILE = Path("table.csv")
MARKS = st.sampled_from(
    ["a", "b", ",", ";", '"', '""', '","', "\n", "\r", "\r\n", '"\n', '\n"', "\\", "'", " ", "é", "¦", "\0"]
)
TEXTS = st.lists(MARKS, max_size=40).map("".join)
FORMATS = st.builds(
    FileFormat,
    delimiter=st.sampled_from([",", ";", "¦"]),
    quote=st.sampled_from(['"', "'", "", "é"]),
    escape=st.sampled_from(["", "", "\\"]),
)


def records_of(chunks: list[bytes], file_format: FileFormat) -> list[tuple[int, list[str]]]:
    reader = BlockReader(iter(chunks), file_format, FILE)
    return [(one.line, one.cells) for block in reader.blocks() for one in read_block(block, file_format)]


def seen_by_csv(text: str, file_format: FileFormat) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), **file_format.csv_arguments())
    found, line = [], 1
    for cells in reader:
        if cells:
            found.append((line, cells))
        line = reader.line_num + 1
    return found


def ends_in_quotes(text: str, file_format: FileFormat) -> bool:
    """Whether the text ends inside a quoted field: the csv module's states, written down once more."""
    state, place = "start", 0
    while place < len(text):
        one = text[place]
        place += 1
        if file_format.escape and one == file_format.escape and state != "quote in quotes":
            place += 1
            state = "quoted" if state == "quoted" else "field"
        elif state == "quoted":
            state = "quote in quotes" if one == file_format.quote else state
        elif one == file_format.quote and state in ("start", "quote in quotes"):
            state = "quoted"
        elif one == file_format.delimiter or one in "\r\n":
            state = "start"
        elif state == "quote in quotes" and file_format.escape == one:
            state = "field"
        else:
            state = "field"
    return state == "quoted"


@settings(max_examples=600, deadline=None)
@given(text=TEXTS, size=st.integers(1, 9), file_format=FORMATS)
@example(text='"a\nb""c\nd",e\nf,g\n', size=5, file_format=FileFormat())
@example(text='5" x,1\n6" y,2\n"q,\n1"\n', size=4, file_format=FileFormat())
@example(text="a,b\r\nc,d\r\n", size=4, file_format=FileFormat())
@example(text='""\\\n"', size=1, file_format=FileFormat(escape="\\"))
def test_blocks_of_any_size_hold_the_records_of_the_whole(text: str, size: int, file_format: FileFormat) -> None:
    data = text.encode()
    chunks = [data[place : place + size] for place in range(0, len(data), size)]
    if ends_in_quotes(text, file_format):
        with pytest.raises(Refusal) as refused:
            records_of(chunks, file_format)
        assert refused.value.code == "quote_not_closed"
    else:
        assert records_of(chunks, file_format) == seen_by_csv(text, file_format)


def test_lines_before_the_header_are_skipped_and_counted() -> None:
    reader = BlockReader(iter([b'title\r\nmore "of" it\r', b"\n\n\nsku,name\r\n1", b",a\n"]), FileFormat(), FILE)
    reader.skip_lines(2)
    header = reader.first_record()
    assert header is not None
    assert (header.line, header.data) == (5, b"sku,name\r\n")
    assert [(block.line, block.data) for block in reader.blocks()] == [(6, b"1,a\n")]


def test_a_file_may_end_among_the_skipped_lines() -> None:
    reader = BlockReader(iter([b"one\ntwo"]), FileFormat(), FILE)
    reader.skip_lines(5)
    assert reader.first_record() is None


@pytest.mark.parametrize("inside", ["x", "x\n", '"",'])
def test_a_record_longer_than_any_is_refused_with_its_line(inside: str) -> None:
    field = (inside * (MAX_RECORD // len(inside) + 1)).encode()
    data = b'sku,name\n1,a\n2,"' + field + b'"\n3,c\n'
    chunks = [data[place : place + (4 << 20)] for place in range(0, len(data), 4 << 20)]
    with pytest.raises(Refusal, match="line 3 is longer than 8 MB") as refused:
        records_of(chunks, FileFormat())
    assert refused.value.code == "record_too_long"


def test_a_quote_that_is_never_closed_is_refused_with_its_line() -> None:
    with pytest.raises(Refusal, match="begins in line 2 opens a quote"):
        records_of([b'sku,name\n1,"a\n', b"2,b\n"], FileFormat())


def test_a_stray_quote_costs_only_its_own_window() -> None:
    rows = b"".join(b"%d,plain\n" % place for place in range(40_000))
    data = rows + b'x,5" bolt\n' + rows
    blocks = list(BlockReader(iter([data]), FileFormat(), FILE).blocks())
    assert b"".join(block.data for block in blocks) == data
    assert sum(len(block.data) for block in blocks if not block.well_formed) <= 64 << 10
