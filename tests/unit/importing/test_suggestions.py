"""Which repairs are offered for problems, and that their counts are of all of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from inventory_app.importing.checks.repairs import APOSTROPHE, CHECK_DIGIT_ZEROS, CURRENCY_SIGN, DECIMAL_MARK, LETTERS
from inventory_app.importing.checks.rows import clipped
from inventory_app.importing.checks.suggestions import Suggesting, Suggestion, suggestions
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.mapping import parse_flags, resolve
from inventory_app.importing.options import ImportOptions

MAPPING = resolve(PRODUCTS, ("sku", "name", "barcode", "price", "description"), parse_flags(PRODUCTS, ()))


def suggested(
    label: str, values: Iterable[str], applied: Mapping[str, tuple[str, ...]] = {}, *, written: int = 1
) -> tuple[Suggestion, ...]:
    lines = [json.dumps([at, at, label, one, written]) for at, one in enumerate(values)]
    pages = ["\n".join(lines[at : at + 3]).encode() for at in range(0, len(lines), 3)]
    return suggestions(pages, MAPPING, ImportOptions(), applied).found()


def test_two_repairs_are_suggested_together_where_neither_is_enough() -> None:
    values = ("€ 4,90", "€ 5,90", "€ 6.00", "on request", "7.00")
    assert [(one.names, one.count, one.before, one.after) for one in suggested("price", values)] == [
        ((CURRENCY_SIGN, DECIMAL_MARK), 2, "€ 4,90", "4.90"),
        ((CURRENCY_SIGN,), 1, "€ 6.00", "6.00"),
    ]
    left = suggested("price", values, {"price": (CURRENCY_SIGN,)})
    assert [(one.names, one.count) for one in left] == [((DECIMAL_MARK,), 2)]


def test_each_repair_has_its_count_and_an_example() -> None:
    assert suggested("price", ["12,50", "13,50", "x"]) == (Suggestion("price", (DECIMAL_MARK,), 2, "12,50", "12.50"),)
    assert suggested("price", ["$9", "9 €"]) == (Suggestion("price", (CURRENCY_SIGN,), 2, "$9", "9"),)
    assert suggested("price", ["'9"]) == (Suggestion("price", (APOSTROPHE,), 1, "'9", "9"),)
    zeros = Suggestion("barcode", (CHECK_DIGIT_ZEROS,), 1, "36000291452", "036000291452")
    assert suggested("barcode", ["36000291452", "4006381333932"]) == (zeros,)
    assert suggested("name", ["CafÃ©"]) == (Suggestion("name", (LETTERS,), 1, "CafÃ©", "Café"),)


def test_texts_that_are_shown_in_part_are_mended_as_well() -> None:
    for before in range(190):
        found = suggested("description", [clipped("x" * before + "CafÃ© â€“ " * 20)])
        assert [(one.names, one.count) for one in found] == [((LETTERS,), 1)]


def test_what_one_text_becomes() -> None:
    suggesting = Suggesting(MAPPING, ImportOptions(), {"name": (LETTERS,)})
    assert suggesting.mended("price", "€ 4,90") == "4.90"
    assert suggesting.mended("price", "on request") == ""
    assert suggesting.mended("name", "CafÃ©") == ""  # it is mended already
    assert suggesting.mended("", "12,5") == suggesting.mended("price", "") == ""
    assert suggesting.found() == ()


def test_what_was_made_of_a_cell_is_not_looked_at() -> None:
    assert suggested("price", ["12,50"], written=0) == ()


def test_every_problem_is_counted_however_many_there_are() -> None:
    suggesting = Suggesting(MAPPING, ImportOptions(), {})
    for number in range(60_000):
        suggesting.add("price", f"€ {number}")
        suggesting.add("price", "€ 1")
    assert [(one.names, one.count) for one in suggesting.found()] == [((CURRENCY_SIGN,), 120_000)]
    assert Suggestion.from_json(json.loads(json.dumps(suggesting.found()[0].to_json()))) == suggesting.found()[0]
