"""Once it is decided what became of a try, clearing away cannot change it."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest

from inventory_app.actions.outcome import Committed
from inventory_app.actions.perform.verdict import AskDatabase, Decision, LoggedAlready, TryAgain, Verdict
from inventory_app.database.faults import Fault, FaultKind

FAULT = Fault(FaultKind.DEADLOCK, "40P01", "deadlock detected")
FINAL: list[Verdict] = [Committed(action_id=uuid4(), message="saved"), AskDatabase(FAULT), LoggedAlready(FAULT)]


async def decide(verdict: Verdict | None, then: BaseException | None) -> Decision:
    """What a try does: it is decided, and something happens while its connection is given back."""
    decision = Decision()
    async with decision:
        decision.verdict = verdict
        if then is not None:
            raise then
    return decision


@pytest.mark.parametrize("verdict", FINAL, ids=lambda verdict: type(verdict).__name__)
@pytest.mark.parametrize("then", [None, asyncio.CancelledError(), OSError("gone")], ids=["nothing", "stop", "fault"])
async def test_a_final_verdict_stays(verdict: Verdict, then: BaseException | None) -> None:
    assert (await decide(verdict, then)).made() is verdict


async def test_a_stop_is_heard_where_another_try_would_follow() -> None:
    with pytest.raises(asyncio.CancelledError):
        await decide(TryAgain(FAULT), asyncio.CancelledError())
    assert (await decide(TryAgain(FAULT), OSError("gone"))).made() == TryAgain(FAULT)


@pytest.mark.parametrize("then", [asyncio.CancelledError(), OSError("gone"), KeyboardInterrupt()], ids=repr)
async def test_before_it_is_decided_everything_is_heard(then: BaseException) -> None:
    with pytest.raises(type(then)):
        await decide(None, then)


async def test_the_end_of_the_program_is_always_heard() -> None:
    with pytest.raises(KeyboardInterrupt):
        await decide(FINAL[0], KeyboardInterrupt())


async def test_a_try_without_a_verdict_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="without a verdict"):
        (await decide(None, None)).made()
