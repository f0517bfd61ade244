"""Whole blocks and single rows get the same verdicts, values and problems, whatever is in the file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inventory_app.importing.checks.blocks import BlockChecker, CheckedBlock
from inventory_app.importing.checks.repairs import REPAIRS
from inventory_app.importing.checks.rows import Row
from inventory_app.importing.kinds import PRODUCTS, STOCK, Kind
from inventory_app.importing.mapping import parse_flags, resolve
from inventory_app.importing.options import BarcodeCheck, CurrencySign, ImportOptions, NegativeQuantity
from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.treatment import UNTREATED, Treatment

HEADERS = {
    "products": ["sku", "name", "barcode", "price", "cost", "category", "description", "reorder_point", "quantity"],
    "stock": ["sku", "location", "quantity", "serial", "expires_on", "unit_cost"],
}
CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\u00a0",
            "\x1f",
            "A-1",
            "'001",
            "0",
            "-0",
            "1",
            "+1",
            "-1",
            "1.5",
            "1.50000",
            "1,5",
            "1.",
            ".5",
            ".",
            "+",
            "1e5",
            "1,000",
            "1.000,5",
            "1 000",
            "12345678901234567890",
            "8999999999999.999999",
            "9000000000000",
            "899999999999999.9999",
            "900000000000000",
            "0.0000001",
            "00000000000000000000001",
            "$5",
            "5 €",
            "-$5",
            "$-5.5",
            "$5$",
            "٣",
            "\uff11",
            "4006381333931",
            "4006381333932",
            "96385074",
            "12345678",
            "036000291452",
            "36000291452",
            "9.78E+12",
            "9,7E+12",
            "9.78e+12",
            "CafÃ©",
            "50 Â°",
            "lost \ufffd",
            "SÃO",
            " #N/A ",
            "#N/A",
            "#DIV/0!",
            "2-Feb",
            "mar-05",
            "2024-02-01 00:00:00",
            "1234567890123450000",
            "x" * 32_767,
            "MAIN",
            " MAIN / Back ",
            "/MAIN",
            "A//B",
            "A/\x1f/B",
            "2026-02-29",
            "2026-02-28",
            "31.12.2026",
            "x" * 199,
            "é" * 150,
            "y" * 201,
            "z" * 1001,
            "z/" + "w" * 1000,
            "a\0b",
            "\ufffd",
            "a,b",
            'say "hi"',
            "two\nlines",
            "a\rb",
            "\u2028",
            "\ufeff",
            " padded ",
            "\x1cpadded\x1d",
        ]
    ),
    st.text(max_size=6),
    st.integers(-(10**20), 10**20).map(str),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
)
OPTIONS = st.builds(
    ImportOptions,
    barcode_check=st.sampled_from(BarcodeCheck),
    negative_quantity=st.sampled_from(NegativeQuantity),
    currency_sign=st.sampled_from(CurrencySign),
    decimal=st.just(","),
    thousands=st.sampled_from(["", ".", "'", " "]),
    date_format=st.sampled_from(["", "DD.MM.YYYY"]),
) | st.builds(ImportOptions, thousands=st.sampled_from(["", ","]), barcode_check=st.sampled_from(BarcodeCheck))
FLAGS = {
    "products": [
        "quantity@SHOP=#9",
        "quantity@MAIN/Back=#8",
        "supplier:= Acme ",
        *(f"{name}={name}" for name in HEADERS["products"]),
    ],
    "stock": ["lot:=L1", *(f"{name}={name}" for name in HEADERS["stock"])],
}


def write(rows: list[list[str]], ends: str, stray: bytes) -> bytes:
    """Rows as a CSV file would have them: quoted where they must be, with one more thing in between."""
    lines = []
    for row in rows:
        cells = [f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & set(',"\r\n') else cell for cell in row]
        lines.append(",".join(cells).encode("utf-8", "surrogatepass"))
    middle = len(lines) // 2
    lines[middle:middle] = [stray] if stray else []
    return b"".join(line + ends.encode() for line in lines)


def check_all(checker: BlockChecker, block: Block, *, exactly: bool) -> CheckedBlock:
    blocks = [checker.check_exactly(block)] if exactly else list(checker.check(block))
    return CheckedBlock(
        pl.concat([one.rows for one in blocks]), [problem for one in blocks for problem in one.problems]
    )


FEW = st.sampled_from(
    ["", "", " ", "A", "B", " A ", "none", "7", "\ufffd", "\udcff", "a\0b", "'=A", "4006381333932", "x,y", "a\nb",
     "'7", "’A", "€ 1,50", "1.50 EUR", "1,234.5", "1.000000000", "12345678905", "'4006381333931",
     "ragged_row (8 fields): x", "undecodable (A): x"]
)  # fmt: skip
COLUMNS = st.sampled_from(["name", "category", "#3", "price", "description", "quantity"])
WORDS = st.sampled_from(["", "A", " B", "none", "7", "MAIN"])
TREATMENTS = st.builds(
    Treatment,
    nothing=st.dictionaries(COLUMNS, st.lists(WORDS, max_size=3).map(tuple), max_size=2),
    leave_out=st.lists(
        st.dictionaries(COLUMNS, st.lists(WORDS, max_size=2).map(tuple), min_size=1, max_size=2), max_size=2
    ).map(tuple),
    fill_down=st.lists(COLUMNS, max_size=3).map(tuple),
    fill_within=st.sampled_from([(), ("sku",), ("category",), ("sku", "category")]),
    values=st.dictionaries(
        st.sampled_from(["name", "price", "description", "quantity@SHOP", "supplier"]),
        st.dictionaries(WORDS, st.sampled_from(["", "B", "9.5", " padded ", "x" * 1001]), max_size=3),
        max_size=3,
    ),
    repairs=st.dictionaries(
        st.sampled_from(["sku", "barcode", "price", "quantity@SHOP", "category", "name"]),
        st.lists(st.sampled_from(list(REPAIRS)), min_size=1, max_size=4, unique=True).map(tuple),
        max_size=4,
    ),
    corrections=st.dictionaries(
        st.integers(1, 14),
        st.dictionaries(st.integers(1, 9), st.sampled_from(["", "A", "2.5", "x,y", "’7"]), min_size=1, max_size=2),
        max_size=2,
    ),
)
MORE_HEADERS = {
    "plain": [],
    "guarded": ["stockroom_export"],
    "rejects": ["record", "line", "error"],
    "rejects, saved": ["stockroom_export", "record", "line", "error", "note", ""],
}
JOINED = (*FLAGS["products"], "name+ - =category", "name+=description", "category+/=name")


@settings(max_examples=250, deadline=None)
@given(
    rows=st.lists(st.lists(FEW, min_size=1, max_size=15), min_size=1, max_size=12),
    widths=st.sampled_from(["as they are", "whole"]),
    cuts=st.lists(st.integers(0, 12), max_size=3),
    treatment=TREATMENTS,
    headers=st.sampled_from(list(MORE_HEADERS)),
)
def test_blocks_and_rows_agree_on_treated_and_joined_cells(
    rows: list[list[str]], widths: str, cuts: list[int], treatment: Treatment, headers: str
) -> None:
    names = [*HEADERS["products"], *MORE_HEADERS[headers]]
    if widths == "whole":
        rows = [(row + [""] * len(names))[: len(names)] for row in rows]
    mapping = resolve(PRODUCTS, names, parse_flags(PRODUCTS, JOINED))
    data = write(rows, "\n", b"")
    exact = check_all(
        BlockChecker(mapping, ImportOptions(), FileFormat(), treatment), Block(data, 2, False), exactly=True
    )
    edges = sorted({0, len(rows), *(cut for cut in cuts if cut < len(rows))})
    checker, line = BlockChecker(mapping, ImportOptions(), FileFormat(), treatment, small=0), 2
    found: list[CheckedBlock] = []
    for start, end in pairwise(edges):
        part = write(rows[start:end], "\n", b"")
        found += checker.check(Block(part, line, is_well_formed(part)))
        line += part.count(b"\n")
    assert pl.concat([one.rows for one in found]).to_dicts() == exact.rows.to_dicts()
    assert [problem for one in found for problem in one.problems] == exact.problems


def compare(
    kind: Kind, data: bytes, options: ImportOptions, *, well_formed: bool, treatment: Treatment = UNTREATED
) -> None:
    mapping = resolve(kind, HEADERS[kind.name], parse_flags(kind, FLAGS[kind.name]))
    block = Block(data, 2, well_formed)
    fast = check_all(BlockChecker(mapping, options, FileFormat(), treatment, small=0), block, exactly=False)
    exact = check_all(BlockChecker(mapping, options, FileFormat(), treatment), block, exactly=True)
    assert fast.rows.to_dicts() == exact.rows.to_dicts()
    assert fast.problems == exact.problems


def is_well_formed(data: bytes) -> bool:
    found = FileFormat().well_formed.match(data)
    return found is not None and found.end() == len(data)


@settings(max_examples=250, deadline=None)
@given(
    kind=st.sampled_from([PRODUCTS, STOCK]),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=11), min_size=1, max_size=12),
    whole=st.booleans(),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    stray=st.sampled_from([b"", b"", b"\n", b",,,,", b"\xff,a", b"a\0,b", b'5" x,b', b"   "]),
    options=OPTIONS,
)
@example(kind=PRODUCTS, rows=[["s", "n", "", "1"]], whole=True, ends="\n", stray=b"", options=ImportOptions())
def test_blocks_and_rows_agree(
    kind: Kind, rows: list[list[str]], whole: bool, ends: str, stray: bytes, options: ImportOptions
) -> None:
    width = len(HEADERS[kind.name])
    rows = [(row + [""] * width)[:width] for row in rows] if whole else rows
    data = write(rows, ends, stray)
    compare(kind, data, options, well_formed=is_well_formed(data))


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from([PRODUCTS, STOCK]),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=11), min_size=1, max_size=12),
    names=st.lists(st.sampled_from(list(REPAIRS)), min_size=1, unique=True).map(tuple),
    options=OPTIONS,
)
def test_blocks_and_rows_agree_on_repairs(
    kind: Kind, rows: list[list[str]], names: tuple[str, ...], options: ImportOptions
) -> None:
    treatment = Treatment(repairs=dict.fromkeys(HEADERS[kind.name], names))
    data = write(rows, "\n", b"")
    compare(kind, data, options, well_formed=is_well_formed(data), treatment=treatment)


@pytest.mark.parametrize(("bad", "read_slowly"), [(b"\xff", 1), (b"\0", 3_000 // 4)])
def test_a_bad_byte_in_a_block_has_few_rows_read_slowly(bad: bytes, read_slowly: int) -> None:
    """Bytes that are no text cost their own record; what polars cannot be given is cut away by halves."""
    rows = [f"S{place},Name {place},,1.5,,,,,{place}" for place in range(3_000)]
    data = "\n".join(rows).encode().replace(b"Name 1500,", b"Name " + bad + b",") + b"\n"
    mapping = resolve(PRODUCTS, HEADERS["products"], ())
    checker = BlockChecker(mapping, ImportOptions(), FileFormat())
    judged = _count_checked(checker)
    fast = check_all(checker, Block(data, 2, True), exactly=False)
    assert fast.rows["line"].to_list() == list(range(2, 3_002))
    assert [(problem.record, problem.code) for problem in fast.problems] == [(1_501, "undecodable")]
    assert 0 < len(judged) <= read_slowly


def _count_checked(checker: BlockChecker) -> list[int]:
    """The records that are judged one by one from now on."""
    judged: list[int] = []
    one_by_one = checker._rows.check

    def check(record: int, line: int, cells: Sequence[str], treated: Sequence[str] | None = None) -> Row:
        judged.append(record)
        return one_by_one(record, line, cells, treated)

    checker._rows.check = check  # type: ignore[method-assign]
    return judged
