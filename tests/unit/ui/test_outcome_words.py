"""Each outcome in words, as the look has them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import (
    Cancelled,
    Committed,
    Conflict,
    DryRun,
    Failed,
    Outcome,
    Phase,
    Progress,
    Refused,
    Unknown,
)
from inventory_app.actions.perform.perform import SAVED_BEFORE
from inventory_app.domain.errors import FieldDifference
from inventory_app.ui import outcome_words as words
from inventory_app.ui.theme.tokens import OutcomeLook

ID = uuid4()
ACTION = AdjustStock(sku="00417", location="MAIN", quantity=Decimal(-3), reason="DAMAGE", action_id=ID)

SENTENCES: list[tuple[Outcome, str, OutcomeLook]] = [
    (Committed(action_id=ID, message="On hand 45 → 42"), "On hand 45 → 42", OutcomeLook.COMMITTED),
    (
        Committed(action_id=ID, message="Saved", notes=("The customer was not known",)),
        "Saved · The customer was not known",
        OutcomeLook.COMMITTED,
    ),
    (
        Committed(action_id=ID, message="On hand 42", tries=2),
        "On hand 42 · Saved at the 2nd try: another workstation held the rows",
        OutcomeLook.COMMITTED,
    ),
    (
        Committed(action_id=ID, message="On hand 42", repeated=True),
        "On hand 42 · Saved before; nothing was done again",
        OutcomeLook.COMMITTED,
    ),
    (Refused(action_id=ID, message="Only 8 available at MAIN."), "Only 8 available at MAIN.", OutcomeLook.REFUSED),
    (Conflict(action_id=ID, message="Jonas changed the price"), "Jonas changed the price", OutcomeLook.CONFLICT),
    (
        Failed(action_id=ID, message="The disk of the database is full. Nothing was saved."),
        "The disk of the database is full. Nothing was saved.",
        OutcomeLook.FAILED,
    ),
    (Failed(action_id=ID, message="It broke."), "It broke. Nothing was saved.", OutcomeLook.FAILED),
    # What an earlier try has saved is saved, however this one ended.
    (
        Failed(action_id=ID, message=f"The connection was lost. {SAVED_BEFORE}"),
        f"The connection was lost. {SAVED_BEFORE}",
        OutcomeLook.FAILED,
    ),
    (Cancelled(action_id=ID, message=f"Stopped. {SAVED_BEFORE}"), f"Stopped. {SAVED_BEFORE}", OutcomeLook.CANCELLED),
    (Cancelled(action_id=ID, message="Stopped."), "Stopped. Nothing was saved.", OutcomeLook.CANCELLED),
    (
        Unknown(action_id=ID, message="?"),
        "Connection lost while saving; this resolves itself on reconnect",
        OutcomeLook.UNKNOWN,
    ),
    (DryRun(action_id=ID, message="10 rows"), "10 rows · A trial: nothing was saved", OutcomeLook.DRY_RUN),
]


@pytest.mark.parametrize(("outcome", "sentence", "look"), SENTENCES)
def test_sentence_and_badge(outcome: Outcome, sentence: str, look: OutcomeLook) -> None:
    assert words.sentence_of(outcome, "Another workstation held the rows") == sentence
    assert words.look_of(outcome) is look


@pytest.mark.parametrize(("outcome", "_sentence", "_look"), SENTENCES)
def test_no_word_that_the_look_forbids(outcome: Outcome, _sentence: str, _look: OutcomeLook) -> None:
    sentence = words.sentence_of(outcome).lower()
    for word in ("error", "invalid", "oops", "please", "success", "!"):
        assert word not in sentence


def test_toast_says_how_long() -> None:
    saved = Committed(action_id=ID, message="45 → 42", seconds=0.012)
    assert words.saved_in(saved) == "45 → 42 · Saved in 12 ms"
    second = Committed(action_id=ID, message="45 → 42", seconds=0.34, tries=2)
    assert words.saved_in(second) == "45 → 42 · Saved at the 2nd try in 340 ms"
    assert words.saved_in(Committed(action_id=ID, message="x", repeated=True)).startswith("Saved before")


@pytest.mark.parametrize(
    ("progress", "left", "shown"),
    [
        (None, None, "Starting"),
        (Progress(ID, Phase.RUNNING, "", 62_000, 100_000), 12.0, "62,000 of 100,000 rows · 12 s left"),
        (Progress(ID, Phase.RUNNING, "Saving", 500), None, "Saving · 500 rows"),
        (Progress(ID, Phase.STAGING, "Read 500 records", 62_000, 100_000), 12.0, "Read 500 records · 62 % · 12 s left"),
        (Progress(ID, Phase.STAGING, "Reading", 512), None, "Reading · 512 bytes"),
        (Progress(ID, Phase.WAITING, "Waiting for a running import"), None, "Waiting for a running import"),
        (Progress(ID, Phase.RUNNING), None, "Saving"),
        (
            Progress(ID, Phase.RETRYING, "Another workstation held the rows", attempt=1),
            None,
            "Trying again, 2nd try: another workstation held the rows",
        ),
        (Progress(ID, Phase.RETRYING, attempt=2), None, "Trying again, 3rd try"),
        (Progress(ID, Phase.CHECKING, "x"), None, words.CHECKING),
    ],
)
def test_progress(progress: Progress | None, left: float | None, shown: str) -> None:
    assert words.progress_words(progress, left) == shown


def test_running_and_checking_differ() -> None:
    assert words.look_of(None) is OutcomeLook.RUNNING
    assert words.look_of(None, Progress(ID, Phase.CHECKING)) is OutcomeLook.UNKNOWN


def test_a_refusal_at_its_field_does_not_name_it_again() -> None:
    at_field = Refused(action_id=ID, message="sku: too long.", field="sku")
    assert words.refusal_words(at_field) == "too long."
    assert words.refusal_words(Refused(action_id=ID, message="Too many.")) == "Too many."


@pytest.mark.parametrize(
    ("outcome", "part"),
    [
        (None, "outcome: running"),
        (Committed(action_id=ID, message="done", result={"on_hand": "42"}), '"on_hand": "42"'),
        (Refused(action_id=ID, message="no", code="not_enough", field="quantity"), "code: not_enough, field: quantity"),
        (Failed(action_id=ID, message="gone", detail="08006 lost", tries=3), "08006 lost"),
        (Unknown(action_id=ID, message="?", detail="08006 lost"), "08006 lost"),
        (DryRun(action_id=ID, message="trial", result={"records": 3}), '"records": 3'),
        (Cancelled(action_id=ID, message="Stopped."), "outcome: cancelled"),
        (
            Conflict(action_id=ID, message="changed", differences=(FieldDifference("price", "1", "2"),)),
            "price: '1' → '2'",
        ),
    ],
)
def test_details_hold_everything(outcome: Outcome | None, part: str) -> None:
    details = words.details_of(ACTION, outcome, datetime.now(UTC), "sqlite+aiosqlite:///stockroom.db")
    assert part in details
    assert str(ID) in details
    assert details.startswith("Adjust 00417 by −3")
