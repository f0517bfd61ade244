"""Options of an import: the defaults of the contract, marks that contradict each other, and JSON there and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.importing.checks.dates import check_date_format, read_date
from inventory_app.importing.options import CHOICES, ImportOptions, Mode, read_header_line, read_mark


def test_the_first_value_of_a_choice_is_its_default() -> None:
    options = ImportOptions()
    for name, choice in CHOICES.items():
        assert getattr(options, name) is next(iter(choice)), name


def test_options_survive_json() -> None:
    options = ImportOptions(kind="stock", mode=Mode.SKIP, delimiter=";", quote="", header_line=0, thousands=",")
    assert ImportOptions.from_json(options.to_json()) == options
    assert set(options.to_json()) == {field.name for field in fields(ImportOptions)}


@pytest.mark.parametrize(
    "values",
    [
        {"decimal": ";"},
        {"thousands": "."},
        {"thousands": "1"},
        {"thousands": "ab"},
        {"delimiter": ""},
        {"delimiter": "ab"},
        {"quote": "\n"},
        {"delimiter": ";", "quote": ";"},
        {"header_line": -1},
        {"mode": "sometimes"},
        {"colour": "red"},
    ],
)
def test_options_that_cannot_be_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refused:
        ImportOptions.from_json(values)
    assert refused.value.code == "option_invalid"


@pytest.mark.parametrize("path", ["", " ", "A//B", "MAIN/", "/MAIN", "A/ /B", "x" * 1_001, "A\0B", "A\udcff"])
def test_a_location_that_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(Refusal) as refused:
        ImportOptions(location=path)
    assert (refused.value.code, refused.value.field) == ("option_invalid", "location")


def test_white_space_around_the_codes_of_a_location_does_not_count() -> None:
    assert ImportOptions(location="MAIN ").location == "MAIN"
    assert ImportOptions.from_json({"location": " Shop / Back room"}).location == "Shop/Back room"


def test_marks_and_header_lines_as_they_are_written() -> None:
    assert [read_mark(text) for text in ("tab", "\\t", "none", ";")] == ["\t", "\t", "", ";"]
    assert [read_header_line(text) for text in ("none", "3")] == [0, 3]
    with pytest.raises(Refusal):
        read_header_line("0")


@pytest.mark.parametrize(
    ("text", "date_format", "expected"),
    [
        ("2026-02-28", "", "2026-02-28"),
        ("2026-02-29", "", None),
        ("20260228", "", None),
        ("28.02.2026", "DD.MM.YYYY", "2026-02-28"),
        ("02/28/26", "%m/%d/%y", "2026-02-28"),
        ("28.02.2026 12:00", "DD.MM.YYYY", None),
        ("２８.02.2026", "DD.MM.YYYY", None),
    ],
)
def test_dates(text: str, date_format: str, expected: str | None) -> None:
    assert read_date(text, date_format) == expected


@pytest.mark.parametrize("date_format", ["DD.MM", "hello", "%H:%M", "%Q"])
def test_a_format_that_gives_no_day_is_refused(date_format: str) -> None:
    with pytest.raises(Refusal):
        check_date_format(date_format)
