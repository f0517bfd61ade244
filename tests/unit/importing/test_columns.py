"""What columns may mean beyond their synonyms: quantities at locations by the header, barcodes by what is in them."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import pytest

from inventory_app.importing.checks.counting import ValueCounts
from inventory_app.importing.kinds import PRODUCTS, STOCK
from inventory_app.importing.mapping import Mapping, parse_flags, resolve
from inventory_app.importing.mapping.columns import ColumnProposal, proposed_columns

LOCATIONS = ("MAIN", "Shop", "Shop/Back", "Depot/Shelf 1")


def proposed(headers: Sequence[str], rows: Sequence[Sequence[str]] = (), mapping: Mapping | None = None) -> list[str]:
    found = proposed_columns(PRODUCTS, headers, rows, mapping, LOCATIONS)
    assert all(one.reason.endswith(".") for one in found)
    return [f"{one.column} {one.label}" for one in found]


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("Qty (MAIN)", "quantity@MAIN"),
        ("Stock - Shop/Back", "quantity@Shop/Back"),
        ("stock [back]", "quantity@Shop/Back"),
        ("Bestand: shop", "quantity@Shop"),
        ("Quantité - Dépôt Nord", "quantity@Dépôt Nord"),
        ("Shelf 1 - Qty", "quantity@Depot/Shelf 1"),
        ("Qty in Shop", "quantity@Shop"),
        ("shop", "quantity@Shop"),
    ],
)
def test_a_header_that_names_a_location_is_a_quantity_there(header: str, label: str) -> None:
    assert proposed(["sku", header], [["A", "3"], ["B", "1.5"]])[0] == f"1 {label}"


@pytest.mark.parametrize("header", ["Price (EUR)", "Qty ()", "Stock - A//B", "Shop name", "Colour - Shop"])
def test_other_headers_are_not(header: str) -> None:
    assert proposed(["sku", header], [["A", "3"]]) == []


def test_a_location_without_numbers_below_is_none() -> None:
    assert proposed(["sku", "Shop"], [["A", "yes"]]) == []


def test_barcodes_are_known_by_their_check_digits_whatever_the_header_says() -> None:
    rows = [["A", "4006381333931"], ["B", "96385074"], ["C", ""], ["D", "036000291452"]]
    assert proposed(["sku", "Code 2"], rows) == ["1 barcode"]
    assert proposed(["sku", "Code 2"], [*rows, ["E", "4006381333932"]]) == []
    assert proposed(["sku", "Code 2"], rows[:2]) == []


def test_without_headers_the_first_rows_say_more() -> None:
    rows = [
        ["T-1", "Oak tray", "4006381333931", "12.50"],
        ["T-2", "Steel bowl", "96385074", "7.00"],
        ["T-3", "Glass mug", "036000291452", "3.25"],
    ]
    found = proposed(["1", "2", "3", "4"], rows)
    assert found == ["0 sku", "1 name", "2 barcode", "3 price"]


def test_what_is_mapped_is_not_proposed_again() -> None:
    headers = ["sku", "EAN", "Other", "Qty (MAIN)"]
    mapping = resolve(PRODUCTS, headers, parse_flags(PRODUCTS, ["sku=sku", "barcode=EAN", "quantity@MAIN=#4"]))
    rows = [["A", "4006381333931", "4006381333931", "1"]] * 3
    assert proposed(headers, rows, mapping) == []


def test_a_proposal_comes_back_from_json() -> None:
    one = ColumnProposal(3, "quantity@MAIN", "So it is.")
    assert ColumnProposal.from_json(one.to_json()) == one
    assert proposed_columns(STOCK, ["sku", "Qty (MAIN)"], [], None, LOCATIONS)[0].label == "quantity@MAIN"


def test_values_are_counted_in_bounded_memory() -> None:
    mapping = resolve(PRODUCTS, ["sku", "cat"], parse_flags(PRODUCTS, ["category=cat", "sku=sku"]))
    counts = ValueCounts(mapping, most=2)
    for part in (["a", "b", "a", None], ["c", "a", "d", "b"]):
        counts.add(pl.DataFrame({"sku": ["x"] * len(part), "category": part}))
    assert counts.to_json()["category"] == {"texts": [("a", 3), ("b", 2)], "others": 2}
    assert counts.to_json()["sku"] == {"texts": [("x", 8)], "others": 0}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Codice articolo", "Descrizione articolo", "Prezzo", "Giacenza"), ["sku", "name", "price", "quantity"]),
        (("Artikelcode", "Omschrijving", "Verkoopprijs", "Leverancier"), ["sku", "name", "price", "supplier"]),
        (("Código do produto", "Nome", "Preço", "Unidade de medida"), ["sku", "name", "price", "uom"]),
        (("Kod produktu", "Nazwa", "Cena", "Ilość"), ["sku", "name", "price", "quantity"]),
    ],
)
def test_headers_in_italian_dutch_portuguese_and_polish(headers: tuple[str, ...], expected: list[str]) -> None:
    found = {one.column: one.label for one in resolve(PRODUCTS, headers, ()).assignments}
    assert [found.get(place) for place in range(len(headers))] == expected
