"""What a file of rejected rows says of records that are not repaired."""

from __future__ import annotations

import pytest

from inventory_app.importing.checks.rejected import RejectsFile

HEADERS = ("sku", "name", "price", "record", "line", "error")
SHORT = "ragged_row (2 fields): more or fewer fields than the header"


@pytest.mark.parametrize(
    ("headers", "original"),
    [
        (HEADERS, HEADERS[:3]),
        ((*HEADERS, "", " "), HEADERS[:3]),
        ((*HEADERS, "note", ""), (*HEADERS[:3], "note")),
        (("record", "line", "error", "record", "line", "error"), HEADERS[3:]),
    ],
)
def test_the_columns_of_such_a_file(headers: tuple[str, ...], original: tuple[str, ...]) -> None:
    found = RejectsFile.of(headers)
    assert found is not None
    assert found.original_headers == original


@pytest.mark.parametrize("headers", [(), ("record", "line", "error"), ("sku", "record", "error", "line"), HEADERS[:5]])
def test_other_files_are_none(headers: tuple[str, ...]) -> None:
    assert RejectsFile.of(headers) is None


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        (["A", "B", "", "5", "6", SHORT], "2 fields, as its error says"),
        (["A", "B", " ", "5", "6", f"name_missing: x; {SHORT}"], "2 fields, as its error says"),
        (["A", "B", "1", "5", "6", SHORT], ""),
        (["A", "B", "", "5", "6", ""], ""),
        (["A", "B", "", "5", "6", "ragged_row (4 fields): x"], ""),
        (["A", "B", "1", "50", "5", "6", "ragged_row (4 fields): x"], "4 fields"),
        (["A", "B", "5"], "3 fields"),
        (["A"], "1 fields"),
    ],
)
def test_the_number_of_fields(cells: list[str], fields: str) -> None:
    found = RejectsFile.of(HEADERS)
    assert found is not None
    assert found.ragged(cells) == fields


def test_fields_that_a_spreadsheet_pushed_behind_the_error() -> None:
    found = RejectsFile.of((*HEADERS, "", ""))
    assert found is not None
    longer = ["A", "B", "1", "50", "5", "6", "ragged_row (4 fields): x", ""]
    assert (found.ragged(longer), list(found.original(longer))) == ("4 fields", longer[:4])
    note = ["A", "B", "1", "5", "6", "price_invalid: x", "look", ""]
    assert list(found.original(note)) == ["A", "B", "1", "look"]
    assert found.ragged(["A", "B", "1", "5", "6", "", "", " "]) == ""


@pytest.mark.parametrize(
    ("name", "error", "lost"),
    [
        ("Caf\ufffd", "", True),
        ("Caf?", "undecodable (Caf?): holds bytes", True),
        ("Caf (x): y", "undecodable (Caf (x): y): holds bytes", True),
        ("x" * 200 + "yz", f"undecodable ({'x' * 200}…): holds bytes", True),
        ("Caf?", "undecodable (Caf\ufffd): holds bytes", False),
        ("Café", "undecodable (Caf\ufffd): holds bytes", False),
        ("Caf?", "price_invalid (price “\ufffd”): not a price", False),
    ],
)
def test_letters_that_are_lost(name: str, error: str, lost: bool) -> None:
    found = RejectsFile.of(HEADERS)
    assert found is not None
    assert found.lost(["A", name, "1", "5", "6", error]) == (1 if lost else None)
