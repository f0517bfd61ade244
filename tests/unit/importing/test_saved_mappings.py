"""Mappings saved by name: they come back, are offered for the same header, and what is none is refused in words."""

from __future__ import annotations

import json
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import PRODUCTS
from inventory_app.importing.mapping import Mapping, parse_flags, resolve
from inventory_app.importing.mapping.recipe import recipe_of_import
from inventory_app.importing.mapping.saved import SavedMapping, SavedMappings, read_mapping, saved_of_import
from inventory_app.importing.options import ImportOptions, Missing, Mode
from inventory_app.importing.treatment import Treatment

HEADERS = ("Nr", "Name", "Size", "Name", "", "Stock")
FLAGS = ("sku=Nr", "name=#2", "name+, =Size", "description=#5", "category:=Wood, = oak", "quantity@SHOP/Back=Stock")
OPTIONS = ImportOptions(mode=Mode.SKIP, missing=Missing.REJECT, decimal=",", delimiter=";", dry_run=True)
TREATMENT = Treatment(nothing={"Size": ("-",)}, fill_down=("#2",))


def mapping(headers: tuple[str, ...] = HEADERS, flags: tuple[str, ...] = FLAGS) -> Mapping:
    return resolve(PRODUCTS, headers, parse_flags(PRODUCTS, flags))


def saved(name: str = "Price list") -> SavedMapping:
    return SavedMapping.of(name, mapping(), OPTIONS, TREATMENT)


def plain(name: str = "Plain") -> SavedMapping:
    return SavedMapping.of(name, mapping(("sku", "Title"), ("sku=sku", "name=Title")), ImportOptions())


def test_a_mapping_comes_back_and_says_the_same(tmp_path: Path) -> None:
    store = SavedMappings(tmp_path / "mappings")
    path = store.save(saved())
    assert store.all() == ((saved(),), ())
    read = read_mapping(path)
    assert mapping(flags=read.recipe.flags) == mapping()
    assert read.recipe.options_with({}) == ImportOptions(missing=Missing.REJECT, decimal=",", delimiter=";")
    assert read.recipe.treatment == TREATMENT
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_one_of_the_same_name_replaces_it(tmp_path: Path) -> None:
    store = SavedMappings(tmp_path)
    store.save(saved())
    store.save(SavedMapping.of("Price list", mapping(), ImportOptions()))
    store.save(saved("Other"))
    assert [one.name for one in store.all()[0]] == ["Other", "Price list"]
    store.remove("products", "Price list")
    store.remove("products", "Price list")
    assert [one.name for one in store.all()[0]] == ["Other"]


def test_it_is_offered_for_the_same_header_in_any_order_unless_positions_matter(tmp_path: Path) -> None:
    store = SavedMappings(tmp_path)
    store.save(saved())
    store.save(plain())
    assert store.fitting("products", [" title", "SKU"]) == (plain(),)
    assert store.fitting("products", ["sku", "Title", "more"]) == ()
    assert store.fitting("stock", ["sku", "Title"]) == ()
    assert store.fitting("products", HEADERS) == (saved(),)
    assert store.fitting("products", sorted(HEADERS)) == ()


def test_a_broken_file_is_told_and_left_where_it_is(tmp_path: Path) -> None:
    store = SavedMappings(tmp_path)
    store.save(plain())
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    found, notices = store.all()
    assert found == (plain(),)
    assert notices == ("broken.json: line 1: Expecting property name enclosed in double quotes.",)
    assert broken.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stockroom_mapping": 2}, "it was saved by a newer Stockroom"),
        ({"name": ""}, "its name is not a text"),
        ({"name": "a\nb"}, "its name is not a text"),
        ({"kind": "pets"}, "“pets” cannot be imported"),
        ({"kind": None}, "it does not say of what kind"),
        ({"headers": [1]}, "its headers are no list of texts"),
        ({"fields": {"colour": "x"}}, "products have no field “colour”"),
        ({"fields": {"sku:": "x"}}, "“sku:” is not a field"),
        ({"fields": {"sku": 3}}, "the source of sku is no column"),
        ({"fields": {"name": {"columns": ["a", "b"], "separator": "="}}}, "the source of name is no column"),
        ({"fields": {"price": {"columns": ["a", "b"]}}}, "price cannot be joined"),
        ({"options": {"decimal": 5}}, "the option decimal is of another kind"),
        ({"options": {"again": 1}}, "the option again is of another kind"),
        ({"options": {"missing": "perhaps"}}, "“perhaps” cannot be chosen"),
        ({"options": {"speed": 1}}, "there is no such option"),
        ({"treatment": {"fill_down": "x"}}, "a list was expected"),
        ({"macro": "rm"}, "there is no part “macro”"),
        ({"headers": ["\ud800"]}, "a character that is no text"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_name(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(plain().to_json() | change), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_mapping(path)
    assert refused.value.message.startswith("mine.json: ")
    assert said in refused.value.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1"),
        (b"\xff\xfe", "no UTF-8 text"),
        (b"[1, 2]", "it is no saved mapping"),
        (b'{"options": {}}', "it is no saved mapping"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "a number that is none"),
        (b" " * (5 << 20), "larger than 4 MB"),
    ],
    ids=["empty", "encoding", "list", "foreign", "deep", "number", "large"],
)
def test_foreign_and_hostile_files_are_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "foreign.json"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=said):
        read_mapping(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
PARTS = st.sampled_from(["name", "kind", "headers", "fields", "options", "treatment"])


@given(st.dictionaries(PARTS, JSON | st.dictionaries(st.sampled_from(["sku", "name", "encoding"]), JSON), max_size=3))
def test_any_json_is_read_or_refused(change: dict[str, Any]) -> None:
    with suppress(Refusal):
        read = SavedMapping.from_json(plain().to_json() | change)
        assert SavedMapping.from_json(json.loads(json.dumps(read.to_json()))) == read


def test_an_import_can_be_done_again_with_the_mapping_that_was_kept_of_it() -> None:
    kept = mapping().to_json() | {"treatment": TREATMENT.to_json()}
    recipe = recipe_of_import(kept, OPTIONS.to_json() | {"format": {"delimiter": ";"}})
    assert mapping(flags=recipe.flags) == mapping()
    assert recipe.treatment == TREATMENT
    assert recipe.options_with({}) == ImportOptions(missing=Missing.REJECT, decimal=",")
    saved_one = saved_of_import("As in May", kept, OPTIONS.to_json() | {"format": {}})
    assert saved_one == SavedMapping.of("As in May", mapping(), recipe.options_with({}), TREATMENT)


def test_what_is_written_for_a_column_finds_it_again() -> None:
    headers = ("sku", "3", "#1", "name", " Name", "", "price")
    flags = ("sku=sku", "name=#2", "barcode=#3", "category=#4", "supplier=#5", "uom=#6", "price=price")
    written = SavedMapping.of("x", mapping(headers, flags), ImportOptions())
    assert mapping(headers, written.recipe.flags) == mapping(headers, flags)
    assert [written.fields[name] for name in ("sku", "name", "barcode", "category", "price")] == [
        "sku", "#2", "#3", "#4", "price",
    ]  # fmt: skip


def test_a_mapping_gets_another_name_unless_that_is_taken_and_is_removed_whatever_its_file(tmp_path: Path) -> None:
    kept = SavedMappings(tmp_path)
    kept.save(saved("Ours"))
    kept.save(saved("Theirs"))
    with pytest.raises(Refusal, match="“Theirs” already"):
        kept.rename(saved("Ours"), " Theirs ")
    with pytest.raises(Refusal, match="name"):
        kept.rename(saved("Ours"), " ")
    renamed = kept.rename(saved("Ours"), "ours")
    assert [one.name for one in kept.all()[0]] == ["ours", "Theirs"]
    assert kept.rename(renamed, "ours") == renamed
    (tmp_path / "copied.json").write_text(json.dumps(saved("By hand").to_json()), encoding="utf-8")
    kept.remove(renamed.recipe.kind, "By hand")
    kept.remove(renamed.recipe.kind, "ours")
    kept.remove(renamed.recipe.kind, "ours")
    assert [one.name for one in kept.all()[0]] == ["Theirs"]
