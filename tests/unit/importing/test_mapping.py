"""Which column means which field: what is written, what headers say, and what is told when there is none."""

from __future__ import annotations

import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import KINDS, PRODUCTS, STOCK, kind_of
from inventory_app.importing.mapping import MapFlag, Mapping, find_column, fold_header, parse_flags, resolve


def columns(mapping: Mapping) -> dict[str, int | None]:
    return {one.label: one.column for one in mapping.assignments}


def refusal(code: str, *flags: str, headers: tuple[str, ...] = ("sku", "name")) -> Refusal:
    with pytest.raises(Refusal) as refused:
        resolve(PRODUCTS, headers, parse_flags(PRODUCTS, flags))
    assert refused.value.code == code
    return refused.value


@pytest.mark.parametrize(
    ("wanted", "place"),
    [("Name", 1), ("name ", 2), ("NAME", 0), ("4", 3), ("#4", 3), ("2", 4), ("#2", 1), (" Price", 5)],
)
def test_a_column_is_its_text_then_the_folded_text_then_its_place(wanted: str, place: int) -> None:
    assert find_column(wanted, ["NAME", "Name", "name ", "x", "2", "price"], "name") == place


def test_folded_text_is_tried_only_where_no_text_is_the_same() -> None:
    assert find_column("price", ["Price ", "price"], "price") == 1
    assert find_column("PRICE", ["Price ", "cost"], "price") == 0


@pytest.mark.parametrize("column", ["nope", "0", "#3", "#0", "3", "99999999999"])
def test_an_unknown_column_is_refused_with_those_there_are(column: str) -> None:
    message = refusal("column_unknown", f"sku={column}").message
    assert message.startswith(f"sku: there is no column “{column}”.")
    assert "1 “sku”, 2 “name”" in message


def test_two_columns_of_one_name_are_told_apart_by_place() -> None:
    message = refusal("mapping_ambiguous", "sku=a", headers=("a", "b", "a")).message
    assert "#1 or #3" in message
    found = resolve(PRODUCTS, ("a", "b", "a"), parse_flags(PRODUCTS, ["sku=#3"]))
    assert columns(found) == {"sku": 2}


def test_constants_and_quantities_per_location() -> None:
    flags = ["sku=sku", "category:=Wood, = oak", "quantity@SHOP / Back=n", "quantity=#3", "supplier:="]
    found = resolve(PRODUCTS, ("sku", "n", "m"), parse_flags(PRODUCTS, flags))
    assert columns(found) == {"sku": 0, "category": None, "supplier": None, "quantity": 2, "quantity@SHOP/Back": 1}
    assert [one.constant for one in found.assignments if one.column is None] == ["Wood, = oak", ""]
    assert found.staged_names == ("sku", "category", "supplier", "quantity", "quantity_at_1")
    assert found.header_of("quantity@SHOP/Back") == "n"
    assert found.header_of("category") == "category"
    assert Mapping.from_json(found.to_json()) == found


@pytest.mark.parametrize(
    ("flag", "code"),
    [
        ("colour=x", "field_unknown"),
        ("sku", "mapping_invalid"),
        ("=x", "mapping_invalid"),
        ("sku=", "mapping_invalid"),
        ("price@SHOP=x", "mapping_invalid"),
        ("quantity@SHOP//x=n", "unknown_location"),
        ("quantity@=n", "unknown_location"),
    ],
)
def test_what_is_no_mapping_is_refused(flag: str, code: str) -> None:
    refusal(code, flag)


def test_a_field_is_mapped_once_and_the_needed_ones_at_least_once() -> None:
    refusal("mapping_twice", "sku=sku", "sku=name")
    assert "sku=COLUMN" in refusal("mapping_incomplete", "name=name").message
    with pytest.raises(Refusal, match="No column is mapped to sku and quantity"):
        resolve(STOCK, ["a", "b"], ())


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("SKU", "Product Name", "EAN-13", "Sales Price"), {"sku": 0, "name": 1, "barcode": 2, "price": 3}),
        (("Artikelnummer", "Bezeichnung", "Verkaufspreis"), {"sku": 0, "name": 1, "price": 2}),
        (("Código", "Nombre", "Categoría", "Precio"), {"sku": 0, "name": 1, "category": 2, "price": 3}),
        (("Référence", "Désignation", "Code à barres", "Coût"), {"sku": 0, "name": 1, "barcode": 2, "cost": 3}),
        (("name", "sku", "name"), {"sku": 1, "name": 0}),
    ],
)
def test_headers_are_known_by_their_synonyms(headers: tuple[str, ...], expected: dict[str, int]) -> None:
    assert columns(resolve(PRODUCTS, headers, ())) == expected


def test_with_any_mapping_written_nothing_is_mapped_by_itself() -> None:
    assert columns(resolve(PRODUCTS, ("sku", "name", "price"), parse_flags(PRODUCTS, ["sku=sku"]))) == {"sku": 0}


def test_purchase_prices_in_other_currencies_are_no_unit_costs() -> None:
    headers = ("sku", "location", "quantity", "batch", "serial", "purchase_price", "currency")
    assert columns(resolve(STOCK, headers, ())) == {"sku": 0, "location": 1, "quantity": 2, "lot": 3, "serial": 4}


def test_every_synonym_is_written_as_headers_are_compared() -> None:
    for kind in KINDS.values():
        for field in kind.fields:
            folded = {fold_header(one) for one in field.synonyms}
            assert folded == set(field.synonyms), (kind.name, field.name)


def test_a_flag_tells_which_header_it_hopes_for() -> None:
    flags = parse_flags(PRODUCTS, ["sku=Code", "name=#2", "price=3", "category:=x"])
    assert [flag.wanted_header for flag in flags] == ["Code", None, None, None]
    assert MapFlag.parse(PRODUCTS, "name=a=b").column == "a=b"


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="there are products, stock"):
        kind_of("pets")
