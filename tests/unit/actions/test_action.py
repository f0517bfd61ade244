"""An action is a value: what it asks for has one form, whoever writes it and however."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work, canonical
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import WORDS, Committed, Failed, Outcome, Phase, Topic, word_of
from inventory_app.actions.perform.policy import Policy


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Line:
    sku: str
    quantity: Decimal


@dataclass(frozen=True, kw_only=True)
class Sample(Action):
    kind: ClassVar[str] = "sample"
    name: str = "x"
    lines: tuple[Line, ...] = ()
    fields: dict[str, object] = field(default_factory=dict)

    @override
    def title(self) -> str:
        return "Sample"

    @override
    async def run(self, work: Work) -> Done:
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class OtherKind(Sample):
    kind: ClassVar[str] = "other"


def test_the_same_request_has_the_same_fingerprint_whatever_its_id() -> None:
    lines = (Line("A", Decimal("1.50")),)
    first, second = Sample(lines=lines), Sample(lines=(Line("A", Decimal("1.5")),))
    assert first.action_id != second.action_id
    assert first.fingerprint() == second.fingerprint()
    assert len(first.fingerprint()) == 64


@pytest.mark.parametrize(
    "other",
    [
        Sample(name="y"),
        Sample(lines=(Line("A", Decimal(1)),)),
        Sample(lines=(Line("A", Decimal(1)), Line("A", Decimal(1)))),
        Sample(fields={"a": None}),
        OtherKind(),
    ],
)
def test_another_request_has_another(other: Action) -> None:
    assert other.fingerprint() != Sample().fingerprint()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_a_number_has_one_form(number: Decimal) -> None:
    text = canonical(number)
    assert canonical(number.normalize()) == text
    assert canonical(number * Decimal("1.000")) == text
    assert isinstance(text, str)
    assert Decimal(text) == number
    assert "E" not in text
    assert text != "-0"


def test_every_kind_of_value_has_a_form() -> None:
    action_id, moment = uuid4(), datetime(2026, 11, 21, tzinfo=UTC)
    values = {
        "none": None, "flag": True, "count": 3, "text": "ü", "colour": Colour.RED, "day": date(2026, 11, 21),
        "moment": moment, "id": action_id, "set": frozenset({"b", "a"}), "list": [Decimal("1.0")], "map": {"k": (1,)},
        "line": Line("A", Decimal("0.10")),
    }  # fmt: skip
    assert canonical(values) == {
        "none": None, "flag": True, "count": 3, "text": "ü", "colour": "red", "day": "2026-11-21",
        "moment": "2026-11-21T00:00:00+00:00", "id": str(action_id), "set": ["a", "b"], "list": ["1"],
        "map": {"k": [1]}, "line": {"sku": "A", "quantity": "0.1"},
    }  # fmt: skip


@pytest.mark.parametrize("value", [1.5, object(), b"x", lambda: None], ids=["float", "object", "bytes", "function"])
def test_what_has_no_form_is_an_error_and_not_a_guess(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_an_action_cannot_be_changed() -> None:
    action = AdjustStock(sku="A", location="MAIN", quantity=Decimal(1), reason="COUNT")
    with pytest.raises(dataclasses.FrozenInstanceError):
        action.sku = "B"  # type: ignore[misc]
    assert isinstance(action.action_id, UUID)
    retried = dataclasses.replace(action)
    assert retried.action_id == action.action_id


def test_every_outcome_has_its_word() -> None:
    assert set(WORDS.values()) == {"committed", "refused", "dry_run", "conflict", "failed", "cancelled", "unknown"}
    assert set(WORDS) == set(Outcome.__args__)
    assert word_of(Committed(action_id=uuid4(), message="")) == "committed"
    assert word_of(Failed(action_id=uuid4(), message="")) == "failed"
    assert len(set(Phase)) == 6
    assert all(topic == topic.lower() for topic in Topic)


@given(st.integers(1, 60))
def test_pauses_grow_and_stay_within_their_limit(tries: int) -> None:
    policy = Policy()
    pauses = [policy.delay(tries) for _ in range(50)]
    assert all(0 <= pause <= min(2.0, 0.05 * 2**tries) for pause in pauses)
    assert len(set(pauses)) > 1  # two that collided do not collide again


def test_trying_has_limits() -> None:
    policy = Policy()
    assert policy.may_retry(4, 14.9)
    assert not policy.may_retry(5, 0)
    assert not policy.may_retry(1, 15)
