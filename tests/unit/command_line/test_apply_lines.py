"""The lines that `apply` reads and writes."""

from __future__ import annotations

import json
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Cancelled, Committed, Conflict, Failed, Outcome, Refused, Unknown
from inventory_app.actions.registry import ACTIONS, action_from_json
from inventory_app.command_line.apply import outcome_line, read_line, refused_line
from inventory_app.command_line.lines import Line
from inventory_app.domain.errors import FieldDifference, Refusal

ID = UUID("6f0f3b0e-5f0c-4f0e-9d0c-2f6b6f1a7c11")
ADJUST = {"action": "adjust_stock", "sku": "1", "location": "MAIN", "quantity": "-1.5", "reason": "LOSS"}
KEYS = {"id", "action", "outcome", "message", "tries", "seconds", "result", "repeated"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"nonsense", "not JSON"),
        (b"[1]", "not an object"),
        (b"null", "not an object"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'{"a": 1, "a": 2}', "given twice"),
        (b'{"a": "\xff"}', "not UTF-8"),
        (b'{"a": 1} {"b": 2}', "not JSON"),
        (b"[" * 100_000, "not JSON that can be read"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "not JSON that can be read"),
        (None, "longer than"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(content: bytes | None, says: str) -> None:
    line = Line(7, content)
    with pytest.raises(Refusal) as refusal:
        read_line(line)
    told = refused_line(line, refusal.value)
    assert set(told) == KEYS
    assert (told["outcome"], told["id"], told["action"]) == ("refused", None, None)
    assert str(told["message"]).startswith("Line 7: ")
    assert says in str(told["message"])


def test_empty_lines_and_a_byte_order_mark_are_passed_over() -> None:
    assert read_line(Line(1, b"\n")) is None
    assert read_line(Line(2, b"  \r\n")) is None
    assert read_line(Line(1, b'\xef\xbb\xbf{"a": 1}\n')) == {"a": 1}


def test_an_action_that_cannot_be_is_told_with_what_it_says_of_itself() -> None:
    line = Line(3, json.dumps({"id": str(ID), "action": "fly"}).encode())
    values = read_line(line)
    assert values is not None
    with pytest.raises(Refusal, match="there is no “fly”") as refusal:
        action_from_json(values)
    told = refused_line(line, refusal.value)
    assert (told["id"], told["action"]) == (str(ID), "fly")
    assert told["result"] == {"code": "action_unknown", "field": "action", "line": 3}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"sku": None}, "sku"),
        ({"quantity": 1.5}, "quantity"),
        ({"quantity": "1e3"}, "quantity"),
        ({"quantity": True}, "quantity"),
        ({"confirm": "yes"}, "confirm"),
        ({"id": "no uuid"}, "id"),
        ({"colour": "red"}, "colour"),
        ({"action": None}, "action"),
        ({"location": ["MAIN"]}, "location"),
    ],
)
def test_a_field_that_is_wrong_is_named(changed: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refusal:
        action_from_json(ADJUST | changed)
    assert refusal.value.field == field


def test_an_action_keeps_its_id_or_gets_one() -> None:
    action = action_from_json(ADJUST | {"id": str(ID)})
    assert isinstance(action, AdjustStock)
    assert (action.action_id, action.quantity) == (ID, Decimal("-1.5"))
    assert action_from_json(ADJUST).action_id != action_from_json(ADJUST).action_id
    assert action_from_json(ADJUST).fingerprint() == action.fingerprint()


def test_every_action_of_the_contract_that_exists_is_known() -> None:
    assert set(ACTIONS) == {
        "create_product", "edit_product", "archive_products", "create_location", "adjust_stock", "transfer_stock",
        "place_order", "ship_order", "cancel_order", "return_goods", "undo",
    }  # fmt: skip
    assert all(kind == read.__self__.kind for kind, read in ACTIONS.items())  # type: ignore[attr-defined]


OUTCOMES: list[tuple[Outcome, str, dict[str, object]]] = [
    (Committed(action_id=ID, message="ok", result={"order": "SO-1"}, notes=("hm",)), "committed",
     {"order": "SO-1", "notes": ["hm"]}),
    (Refused(action_id=ID, message="no", code="not_available", field="quantity", details={"available": "8"}),
     "refused", {"code": "not_available", "field": "quantity", "details": {"available": "8"}}),
    (Conflict(action_id=ID, message="changed", differences=(FieldDifference("price", "4", "5"),)), "conflict",
     {"differences": [{"field": "price", "expected": "4", "current": "5", "wanted": None, "changed_by": None,
                       "changed_at": None}]}),
    (Failed(action_id=ID, message="broken", detail="08006"), "failed", {"detail": "08006"}),
    (Cancelled(action_id=ID, message="Stopped."), "cancelled", {}),
    (Unknown(action_id=ID, message="?"), "unknown", {}),
]  # fmt: skip


@pytest.mark.parametrize(("outcome", "word", "result"), OUTCOMES)
def test_each_outcome_has_the_keys_of_the_contract(outcome: Outcome, word: str, result: dict[str, object]) -> None:
    told = outcome_line(action_from_json(ADJUST | {"id": str(ID)}), outcome)
    assert set(told) == KEYS
    assert (told["id"], told["action"], told["outcome"], told["repeated"]) == (str(ID), "adjust_stock", word, False)
    assert told["result"] == result
    assert json.loads(json.dumps(told)) == told


@given(st.binary(max_size=60))
def test_no_bytes_bring_the_reader_down(content: bytes) -> None:
    line = Line(1, content)
    try:
        values = read_line(line)
        if values is not None:
            action_from_json(values)
    except Refusal as refusal:
        assert refused_line(line, refusal)["outcome"] == "refused"  # noqa: PT017 - either way is right


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(ACTIONS)), st.data())
def test_no_values_bring_an_action_down(kind: str, data: st.DataObject) -> None:
    names = ["sku", "name", "set", "expected", "skus", "code", "quantity", "lines", "order", "of", "from", "location"]
    values = data.draw(st.dictionaries(st.sampled_from(names), _json))
    try:
        action_from_json({"action": kind, **values})
    except Refusal as refusal:
        assert refusal.message  # noqa: PT017 - either way is right
