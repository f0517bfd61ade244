"""Files as they come: encodings, delimiters, quotes and header lines found out, or taken as they are given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading.detect import detect
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.preview import preview

GERMAN = "Artikelnummer;Bezeichnung;Preis\n1;Müßige Größe;1,50\n2;Öl für Türen;2\n"
RUSSIAN = "sku,name\n" + "".join(f"{place},Чайник электрический большой синий {place}\n" for place in range(20))


def found(folder: Path, content: bytes, wanted: tuple[str, ...] = (), **options: Any) -> FileFormat:
    path = folder / "file.csv"
    path.write_bytes(content)
    return detect(path, ImportOptions(**options), PRODUCTS, wanted)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (GERMAN.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "utf-8"),
        (GERMAN.encode("utf-16"), "utf-16"),
        (GERMAN.encode("utf-16-le"), "utf-16-le"),
        (GERMAN.encode("utf-16-be"), "utf-16-be"),
        (GERMAN.encode("utf-32"), "utf-32"),
        (GERMAN.encode("cp1252"), "cp1252"),
        (RUSSIAN.encode("cp1251"), "cp1251"),
        (b"sku,name\n1,plain\n", "utf-8"),
        ("sku,name\n1,Müller\n2,Ünal\n".encode() + b"3,\xfc\n", "utf-8"),
    ],
)
def test_encodings(tmp_path: Path, content: bytes, encoding: str) -> None:
    assert found(tmp_path, content).encoding == encoding


def test_a_late_accent_is_seen(tmp_path: Path) -> None:
    content = b"sku,name\n" + b"1,plain\n" * 400_000 + "2,Größe\n".encode("cp1252")
    assert found(tmp_path, content).encoding == "cp1252"
    assert found(tmp_path, content, encoding="latin-1").encoding == "iso8859-1"


def test_an_encoding_that_is_none_is_refused(tmp_path: Path) -> None:
    for name in ("klingon", "base64", "\0"):
        with pytest.raises(Refusal, match="there is no encoding"):
            found(tmp_path, b"a,b\n1,2\n", encoding=name)


@pytest.mark.parametrize(
    ("text", "delimiter", "quote"),
    [
        (GERMAN, ";", '"'),
        ("sku\tname\n1\ta,b;c\n", "\t", '"'),
        ("a|b\n1|2\n", "|", '"'),
        ("sku,name\n1,a;b;c\n2,d;e;f\n", ",", '"'),
        ("name\none\ntwo\n", ",", '"'),
        ("sep=;\nsku;name\n1;a,b\n", ";", '"'),
        ("'sku','name'\n'1','a,b'\n'2','c'\n", ",", "'"),
        ("sku,name\n'001,x\n'002,y\n", ",", '"'),
    ],
)
def test_delimiters_and_quotes(tmp_path: Path, text: str, delimiter: str, quote: str) -> None:
    file_format = found(tmp_path, text.encode())
    assert (file_format.delimiter, file_format.quote) == (delimiter, quote)


@pytest.mark.parametrize(
    ("text", "wanted", "line"),
    [
        ("sku,name\n1,a\n", (), 1),
        ("\n\nsku,name\n1,a\n", (), 3),
        ("Stock list,\nof today,\nsku,name\n1,a\n", (), 3),
        ("sep=;\nsku;name\n1;a\n", (), 2),
        ("00417,Tray,3\n00418,Cup,4\n", (), 0),
        ("Thing,2024,2025\nCup,1,2\n", (), 1),
        ("whatever,x\nfoo,bar\n1,2\n", ("Bar ",), 2),
        ("a\n1,2\n", (), 1),
    ],
)
def test_header_lines(tmp_path: Path, text: str, wanted: tuple[str, ...], line: int) -> None:
    assert found(tmp_path, text.encode(), wanted).header_line == line


@pytest.mark.parametrize("escape", ["", "\\", "^"])
def test_a_separator_that_is_no_text_is_none(tmp_path: Path, escape: str) -> None:
    """Two finds of the fuzzer."""
    data = b"\xef\xbb\xbfsep=\xd9\nSKU;Name;Preis\n1;M\xc3\xbc\xc3\x9fig;1,5\n"
    assert found(tmp_path, data, escape=escape).delimiter == ";"


def test_what_is_given_is_not_found_out(tmp_path: Path) -> None:
    given = found(tmp_path, GERMAN.encode(), delimiter="|", quote="", escape="\\", header_line=2, encoding="cp850")
    assert given == FileFormat("cp850", "|", "", "\\", 2)


def test_the_preview_shows_records_as_they_stand_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b'sku,name\r\n1,"two\nlines"\r\n\r\n2,x,y\r\n')
    shown = preview(path, FileFormat())
    assert shown.headers == ("sku", "name")
    assert [(row.line, row.cells, row.text) for row in shown.rows] == [
        (2, ("1", "two\nlines"), '1,"two\nlines"\r\n'),
        (5, ("2", "x", "y"), "2,x,y\r\n"),
    ]
    assert preview(path, FileFormat(header_line=0)).headers == ("1", "2")
    assert len(preview(path, FileFormat(header_line=0), rows=2).rows) == 2
    assert type(shown).from_json(json.loads(json.dumps(shown.to_json()))) == shown


@pytest.mark.parametrize(("line", "message"), [(9, "ends before the header line 9"), (3, "header line and no rows")])
def test_a_header_line_that_is_not_there(tmp_path: Path, line: int, message: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"a,b\n1,2\n3,4\n")
    with pytest.raises(Refusal, match=message):
        preview(path, FileFormat(header_line=line))
