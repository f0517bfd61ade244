"""Files that others have made, read as they say that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from inventory_app.domain.barcodes import check_digit_ok, has_gtin_length
from inventory_app.importing.checks import texts
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading.detect import detect
from inventory_app.importing.reading.preview import preview
from tests.support.real_files import DATA, read_json, read_rows

# This one contradicts its own meaning.
ODD = "location_coordinates"
SPECTRUM = [path for path in sorted((DATA / "csv-spectrum" / "csvs").glob("*.csv")) if path.stem != ODD]


@pytest.mark.parametrize("path", SPECTRUM, ids=lambda path: path.stem)
def test_the_spectrum_of_csv_files(path: Path) -> None:
    shown = preview(path, detect(path, ImportOptions(), PRODUCTS))
    want = read_json(f"csv-spectrum/json/{path.stem}.json")
    assert [dict(zip(shown.headers, row.cells, strict=True)) for row in shown.rows] == want


def test_check_digits_of_others() -> None:
    for row in read_rows("gtin/vectors.csv"):
        if row["valid_gtin"]:
            text = row["value"].strip()
            valid = has_gtin_length(text) and check_digit_ok(text)
            assert valid is (row["valid_gtin"] == "True"), row
            assert texts.wrong_check_digit(text) is (has_gtin_length(text) and not valid), row


@pytest.mark.parametrize(
    ("name", "header_line", "encoding", "last"),
    [
        ("title-row.csv", 2, "utf-8", ("Qux", "Teaspoon", "Doge")),
        ("mac_newlines.csv", 1, "utf-8", ("Once upon\ra time", "5", "6")),
        ("cr-line-endings.csv", 1, "utf-8", ("Qux", "Teaspoon", "Doge")),
        ("inconsistent-line-endings.csv", 1, "utf-8", ("Qux", "Teaspoon", "Doge")),
        ("test_latin1.csv", 1, "cp1252", ("4", "5", "©")),
        ("test_utf8_bom.csv", 1, "utf-8", ("4", "5", "ʤ")),
        ("test_utf16_big.csv", 1, "utf-16", ("4", "5", "ʤ")),
        ("test_utf16_little.csv", 1, "utf-16", ("4", "5", "ʤ")),
        ("test_header_newline.csv", 1, "utf-8", ("d", "e", "f")),
    ],
)
def test_tortured_files_are_read_right(name: str, header_line: int, encoding: str, last: tuple[str, ...]) -> None:
    path = DATA / "torture" / name
    file_format = detect(path, ImportOptions(), PRODUCTS)
    assert (file_format.header_line, file_format.encoding) == (header_line, encoding)
    assert preview(path, file_format).rows[-1].cells == last
