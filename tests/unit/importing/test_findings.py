"""What is found out about a file: each thing by itself, with how sure it is and what else it might be."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.importing.jobs import Inspect
from inventory_app.importing.kinds import PRODUCTS, STOCK
from inventory_app.importing.mapping import resolve
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading.detect import detect, look_at_text
from inventory_app.importing.reading.findings import Finding, Findings, Sure
from inventory_app.importing.reading.guess import find_encoding
from inventory_app.importing.reading.opening import open_file, proposals
from inventory_app.importing.reading.preview import preview
from inventory_app.importing.reading.process import inspect_file
from tests.support.workbooks import write_xlsx

GERMAN = "sku,name\n1,Größe für Türen\n2,Öl, süß\n3,Straße\n"
FRENCH = "sku,nom\n1,Café crème\n2,Tête à tête\n3,Garçon, déjà vu\n"
SPANISH = "sku,nombre\n1,Niño\n2,Camión rojo\n3,¿Qué?\n"
POLISH = "sku,nazwa\n1,Żółta łódź\n2,Gęś\n3,Ściana\n"
PRICES = "sku,price\n1,5 €\n2,7 €\n"
RUSSIAN = "sku,name\n" + "".join(f"{place},Чайник электрический большой {place}\n" for place in range(12))
JAPANESE = "商品コード,商品名,価格\n1,テスト商品の名前,100\n2,赤い箱,200\n3,青い皿,300\n"
CHINESE = "编号,名称,价格\n1,红色盒子,100\n2,蓝色盘子,200\n3,大茶壶,30\n"


def write(folder: Path, content: bytes | str, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, encoding) for text in (GERMAN, FRENCH, SPANISH) for encoding in ("cp1252", "mac_roman", "cp850")),
        (POLISH, "cp1250"),
        *((PRICES, encoding) for encoding in ("cp1252", "mac_roman")),
        *((RUSSIAN, encoding) for encoding in ("cp1251", "koi8_r")),
        *((JAPANESE, encoding) for encoding in ("shift_jis", "euc_jp")),
        (CHINESE, "gb18030"),
    ],
)
def test_old_encodings_are_guessed_by_their_letters(tmp_path: Path, text: str, encoding: str) -> None:
    path = write(tmp_path, text.encode(encoding))
    finding = find_encoding(path)
    assert (finding.value, finding.sure) == (encoding, Sure.GUESS)
    assert "".join(row.text for row in preview(path, detect(path, ImportOptions(), PRODUCTS)).rows) in text


@pytest.mark.parametrize(
    ("content", "sure", "why"),
    [
        (b"sku,name\n1,a\n", Sure.CERTAIN, "right in UTF-8"),
        (GERMAN.encode(), Sure.CERTAIN, "letters beyond ASCII"),
        (GERMAN.encode("utf-16"), Sure.CERTAIN, "byte order mark"),
        (GERMAN.encode("utf-32-be"), Sure.LIKELY, "zero in turn"),
        (GERMAN.encode("utf-16-le"), Sure.LIKELY, "zero in turn"),
        (GERMAN.encode() + b"3,\xfc\n", Sure.LIKELY, "1 byte not: those rows are named"),
    ],
)
def test_how_sure_an_encoding_is(tmp_path: Path, content: bytes, sure: Sure, why: str) -> None:
    finding = find_encoding(write(tmp_path, content))
    assert finding.sure is sure
    assert why in finding.why


def test_an_encoding_with_a_mark_that_is_not_there(tmp_path: Path) -> None:
    """Found by the fuzzer: UTF-16 that was asked for and has no mark."""
    for encoding in ("utf-16", "utf-32"):
        path = write(tmp_path, "sku,name\n1,ä\n".encode(f"{encoding}-le"))
        shown = preview(path, detect(path, ImportOptions(encoding=encoding), PRODUCTS))
        assert shown.rows[0].cells == ("1", "ä")


def test_headers_hold_nothing_that_cannot_be_written(tmp_path: Path) -> None:
    """Found by the fuzzer: the header went into the rejects file, and a database, as it was."""
    path = write(tmp_path, b"sku,n\x81me\0,x\n1,a,b\n")
    shown = preview(path, detect(path, ImportOptions(encoding="cp1252"), PRODUCTS))
    assert shown.headers == ("sku", "n\ufffdme\ufffd", "x")


def test_a_long_record_with_an_escape_costs_no_memory(tmp_path: Path) -> None:
    """Found by the fuzzer: the pattern remembered each of its bytes."""
    path = write(tmp_path, b"sku;name\n1;" + b"x" * (5 << 20) + b"\n")
    shown = preview(path, detect(path, ImportOptions(escape="^", delimiter=";"), PRODUCTS))
    assert len(shown.rows) == 1


def test_a_file_of_nothing_but_delimiters_is_refused(tmp_path: Path) -> None:
    """Found by the fuzzer: three million columns took 400 MB."""
    path = write(tmp_path, b"sku" + b"," * 20_000 + b"\n1\n")
    with (
        pytest.raises(Refusal, match="20,001 fields; is the delimiter right"),
        open_file(path, ImportOptions(), PRODUCTS),
    ):
        pass


def test_each_thing_is_found_by_itself(tmp_path: Path) -> None:
    """A semicolon makes no decimal comma, and is said to be certain only where the headers are known."""
    looked = look_at_text(write(tmp_path, "sku;name;price\n1;a;1.50\n2;b;2.25\n"), ImportOptions(), PRODUCTS)
    assert {name: finding.value for name, finding in looked.findings.items()} == {
        "encoding": "utf-8", "quote": '"', "delimiter": ";", "escape": "", "header_line": 1,
    }  # fmt: skip
    assert looked.findings["delimiter"].sure is Sure.CERTAIN
    assert looked.findings["header_line"] == Finding(1, Sure.CERTAIN, "it holds names that are known: name, price, sku")
    looked = look_at_text(write(tmp_path, 'a,b\n1,"say \\"x\\""\n'), ImportOptions(delimiter=","), PRODUCTS)
    assert looked.findings["delimiter"] == Finding(",", Sure.GIVEN, "chosen")
    assert (looked.findings["escape"].value, looked.findings["escape"].applied) == ("\\", False)
    assert looked.file_format.escape == ""


def proposed(folder: Path, *cells: str, field: str = "price", **options: str) -> Findings:
    rows = "".join(f'{place}\t"{cell}"\n' for place, cell in enumerate(cells))
    path, chosen = write(folder, f"sku\t{field}\n{rows}"), ImportOptions(**options)  # type: ignore[arg-type]
    kind = PRODUCTS if field == "price" else STOCK
    with open_file(path, chosen, kind) as opened:
        mapping = resolve(PRODUCTS, opened.table.headers, ()) if field == "price" else None
        return proposals(opened, mapping, chosen)


@pytest.mark.parametrize(
    ("cells", "decimal", "thousands", "sure"),
    [
        (("1.5", "2"), ".", "", (Sure.CERTAIN, Sure.LIKELY)),
        (("1,5", "2"), ",", "", (Sure.CERTAIN, Sure.LIKELY)),
        (("1.234,50",), ",", ".", (Sure.CERTAIN, Sure.CERTAIN)),
        (("1,234.50",), ".", ",", (Sure.CERTAIN, Sure.CERTAIN)),
        (("1'234.50",), ".", "'", (Sure.CERTAIN, Sure.CERTAIN)),
        (("1 234,50",), ",", " ", (Sure.CERTAIN, Sure.CERTAIN)),
        (("1.234.567",), ",", ".", (Sure.LIKELY, Sure.CERTAIN)),
        (("1.234", "5,5"), ",", ".", (Sure.CERTAIN, Sure.LIKELY)),
        (("1.234",), ".", "", (Sure.GUESS, Sure.GUESS)),
        (("1,234",), ".", ",", (Sure.GUESS, Sure.GUESS)),
        (("0.125",), ".", "", (Sure.CERTAIN, Sure.LIKELY)),
        (("1.5", "1,5", "2.5"), ".", "", (Sure.GUESS, Sure.LIKELY)),
        (("1", "2"), ".", "", (Sure.LIKELY, Sure.LIKELY)),
        (("free", "n/a"), ".", "", (Sure.LIKELY, Sure.LIKELY)),
    ],
)
def test_marks_of_numbers(tmp_path: Path, cells: tuple[str, ...], decimal: str, thousands: str, sure: object) -> None:
    found = proposed(tmp_path, *cells)
    assert (found["decimal"].value, found["thousands"].value) == (decimal, thousands)
    assert (found["decimal"].sure, found["thousands"].sure) == sure
    assert not any(finding.applied for finding in found.values())


def test_what_is_ambiguous_is_said(tmp_path: Path) -> None:
    found = proposed(tmp_path, "1.234")["decimal"]
    assert found.others == (",",)
    assert found.why.startswith("“1.234” in line 2 may have a fraction")
    found = proposed(tmp_path, "1.5", "1,5")["decimal"]
    assert "“1.5” in line 2 and “1,5” in line 3" in found.why
    assert proposed(tmp_path, "1.5", decimal=",")["decimal"] == Finding(",", Sure.GIVEN, "chosen")


@pytest.mark.parametrize(("cell", "value"), [("€ 5", "strip"), ("5,00 €", "strip"), ("-$5", "strip"), ("5", "reject")])
def test_signs_of_currencies(tmp_path: Path, cell: str, value: str) -> None:
    assert proposed(tmp_path, cell)["currency_sign"].value == value


@pytest.mark.parametrize(
    ("cells", "value", "sure", "others"),
    [
        (("2031-02-01",), "", Sure.CERTAIN, ()),
        (("31.12.2031", "01.02.2031"), "DD.MM.YYYY", Sure.CERTAIN, ()),
        (("12/31/2031", "01/02/2031"), "MM/DD/YYYY", Sure.CERTAIN, ()),
        (("01/02/2031",), "DD/MM/YYYY", Sure.GUESS, ("MM/DD/YYYY",)),
        (("1-Feb-2031",), "%d-%b-%Y", Sure.CERTAIN, ()),
        (("31/12/2031", "soon-31-12"), "DD/MM/YYYY", Sure.LIKELY, ()),
        (("20311231",), "YYYYMMDD", Sure.CERTAIN, ()),
        (("99/99/9999",), "", Sure.GUESS, ()),
    ],
)
def test_forms_of_dates(
    tmp_path: Path, cells: tuple[str, ...], value: str, sure: Sure, others: tuple[str, ...]
) -> None:
    rows = "".join(f"A{place},M,1,{cell}\n" for place, cell in enumerate(cells))
    path = write(tmp_path, f"sku,location,quantity,expires_on\n{rows}")
    with open_file(path, ImportOptions(kind="stock"), STOCK) as opened:
        found = proposals(opened, resolve(STOCK, opened.table.headers, ()), ImportOptions(kind="stock"))["date_format"]
    assert (found.value, found.sure, found.others) == (value, sure, others)


def test_columns_without_a_mapping_are_known_by_their_cells(tmp_path: Path) -> None:
    path = write(tmp_path, "a;b;c\nx;1,5;31.12.2031\ny;2,5;30.11.2031\nz;?;29.10.2031\n")
    with open_file(path, ImportOptions(), PRODUCTS) as opened:
        found = proposals(opened, None, ImportOptions())
    assert (found["decimal"].value, found["date_format"].value) == (",", "DD.MM.YYYY")


async def test_the_answer_fits_whatever_is_in_the_file(tmp_path: Path) -> None:
    """A hundred rows of megabytes each are more than one answer can hold: fewer are shown."""
    row = ",".join(["1" + "2" * 3_000] * 1_000) + "\n"
    path = write(tmp_path, "sku,name," + ",".join(map(str, range(998))) + "\n" + row * 30)
    found = await inspect_file(Inspect(str(path), ImportOptions()))
    assert 0 < len(found.preview.rows) < 30
    assert all(len(finding.why) < 300 for finding in found.findings.values())


async def test_the_answer_holds_it_all(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "shop.xlsx", [("sku", "name", "price"), ("1", "a", "1.234,50")], before=["Cover"])
    found = await inspect_file(Inspect(str(path), ImportOptions()))
    assert found.sheets == (("Cover", False), ("Products", False))
    assert found.findings["sheet"] == Finding(
        "Products", Sure.LIKELY, "it is the first sheet that holds anything", ("Cover",)
    )
    assert (found.findings["decimal"].value, found.findings["decimal"].applied) == (",", False)
    assert found.preview.file_format.sheet == "Products"
    for finding in found.findings.values():
        assert Finding.from_json(json.loads(json.dumps(finding.to_json()))) == finding


def test_packed_text_is_read_as_if_it_were_not(tmp_path: Path) -> None:
    text = b"sku,name\n" + b"1,a\n" * 5_000
    plain = write(tmp_path, text)
    packed = write(tmp_path, gzip.compress(text), "file.csv.gz")
    with zipfile.ZipFile(tmp_path / "file.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/", "")
        archive.writestr("folder/shop.csv", text)
        archive.writestr("__MACOSX/._shop.csv", "x")
    seen = set()
    for path in (plain, packed, tmp_path / "file.zip"):
        with open_file(path, ImportOptions(), PRODUCTS) as opened:
            data = b"".join(block.data for block in opened.table.blocks())
            seen.add((data, opened.table.sha256))
            assert opened.table.bytes_read <= path.stat().st_size
    assert len(seen) == 1


def test_what_is_packed_wrongly_is_refused(tmp_path: Path) -> None:
    packed = gzip.compress(b"sku,name\n1,a\n" * 1_000)
    for content in (packed[:-20], packed[:30] + b"\0" * 10 + packed[40:], b"\x1f\x8b\x08"):
        with pytest.raises(Refusal, match=r"damaged|empty"):
            detect(write(tmp_path, content, "file.csv.gz"), ImportOptions(), PRODUCTS)
    bomb = write(tmp_path, gzip.compress(b"\n" * (100 << 20)), "bomb.gz")
    with pytest.raises(Refusal, match="packed more than 100 times") as refused:
        detect(bomb, ImportOptions(), PRODUCTS)
    assert refused.value.code == "file_too_large"
    two = tmp_path / "two.zip"
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("a.csv", "sku\n1\n")
        archive.writestr("b.csv", "sku\n1\n")
    with pytest.raises(Refusal, match="ZIP archive without a table in it"), open_file(two, ImportOptions(), PRODUCTS):
        pass
