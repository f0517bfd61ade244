"""Reading for the window: each question in a session of its own, and only the newest answer of a slot is
shown.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.asking import ask
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.faults import classify
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.causes import cause_of
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from inventory_app.database.database import Database

T = TypeVar("T")
Question: TypeAlias = Callable[[AsyncSession], Awaitable[T]]

SLOW_AFTER = 0.4  # seconds until a caption says "refreshing…"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class QueryFault:
    """Why a question has no answer: a sentence for the person, details to copy."""

    message: str
    detail: str
    unreachable: bool = False
    cause: str = ""  # of a database out of reach, where more is known than that


class QueryFailed(Exception):  # noqa: N818 - it carries a fault
    """Raised by `read`."""

    def __init__(self, fault: QueryFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(slots=True)
class _Slot:
    """The newest question of one place on the screen."""

    generation: int = 0
    task: asyncio.Task[None] | None = None
    question: object = None  # that the task asks
    again: Callable[[], None] | None = None  # asks it once more, since it was asked meanwhile


class QueryRunner(QObject):
    """Asks the database in use. `use` replaces it: answers of the former one are dropped."""

    unreachable = Signal(object)  # QueryFault: the database as a whole is out of reach
    answered_in = Signal(object)  # seconds (float), each time a question was answered

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database: Database | None = None
        self._background = Background(self)
        self._slots: dict[tuple[int, str], _Slot] = {}

    @property
    def database(self) -> Database | None:
        return self._database

    def use(self, database: Database | None) -> None:
        """From now on ask this database; what is still on its way from the former one is dropped."""
        self._database = database
        for slot in self._slots.values():
            self._replace(slot)

    def ask(
        self,
        owner: QObject,
        slot: str,
        question: Question[T],
        answered: Callable[[T], None],
        *,
        failed: Callable[[QueryFault], None] | None = None,
        slow: Callable[[], None] | None = None,
    ) -> None:
        """Ask for ``owner``. A newer question of the same owner and slot replaces this one, answered or not.

        The callbacks run only while the owner lives; ``slow`` is called when there is no answer after 400 ms.
        """
        place = self._slots.get((id(owner), slot))
        if place is None:
            place = self._slots[id(owner), slot] = _Slot()
            owner.destroyed.connect(_Forget(self._slots, id(owner), slot))
        self._replace(place)
        generation = place.generation

        def current() -> bool:
            return place.generation == generation and isValid(owner)

        def ended() -> Callable[[], None] | None:
            again, place.task, place.again = place.again, None, None
            return again

        work = self._answer(question, answered, failed, slow, current, ended)
        place.question = question
        place.task = self._background.start(work, name=f"query {slot}")

    def refresh(
        self,
        owner: QObject,
        slot: str,
        question: Question[T],
        answered: Callable[[T], None],
        *,
        failed: Callable[[QueryFault], None] | None = None,
        slow: Callable[[], None] | None = None,
    ) -> None:
        """As `ask`, but the same question (a `partial` of equal parts) is not begun anew while it runs: what is slow
        would never be answered as long as things are saved. It comes to its end, is shown, and is asked once more.
        """
        ask_so = partial(self.ask, owner, slot, question, answered, failed=failed, slow=slow)
        place = self._slots.get((id(owner), slot))
        if place is not None and place.task is not None and _is_same(place.question, question):
            place.again = ask_so
        else:
            ask_so()

    def forget(self, owner: QObject, slot: str) -> None:
        """Drop the question of this slot, if one is open."""
        place = self._slots.get((id(owner), slot))
        if place is not None:
            self._replace(place)

    async def read(self, question: Question[T], *, at_once: bool = False) -> T:
        """Ask and wait for the answer; raises QueryFailed. For what cannot be replaced, such as opening a
        form. ``at_once`` has a connection whatever else is asked.
        """
        database = self._database
        if database is None:
            raise QueryFailed(QueryFault(translate("Database", "No database is open."), "", unreachable=True))
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            answer = await ask(database, question, at_once=at_once)
        except Exception as error:
            fault = _fault(error, database.config)
            if fault.unreachable and database is self._database:
                self.unreachable.emit(fault)
            raise QueryFailed(fault) from error
        self.answered_in.emit(loop.time() - start)
        return answer

    async def drain(self) -> None:
        """Drop all questions and wait until their sessions are closed."""
        for slot in self._slots.values():
            self._replace(slot)
        await self._background.drain()

    async def _answer(
        self,
        question: Question[T],
        answered: Callable[[T], None],
        failed: Callable[[QueryFault], None] | None,
        slow: Callable[[], None] | None,
        current: Callable[[], bool],
        ended: Callable[[], Callable[[], None] | None],
    ) -> None:
        again = None
        timer = None
        if slow is not None:
            timer = asyncio.get_running_loop().call_later(SLOW_AFTER, _if, current, slow)
        try:
            answer = await self.read(question)
        except QueryFailed as failure:
            if current():
                again = ended()
                if failed is not None:
                    failed(failure.fault)
        else:
            if current():
                again = ended()
                answered(answer)
        finally:
            if timer is not None:
                timer.cancel()
        if again is not None and current():
            again()

    def _replace(self, slot: _Slot) -> None:
        slot.generation += 1
        slot.again = None
        if slot.task is not None:
            slot.task.cancel()
            slot.task = None


def _fault(error: Exception, config: DatabaseConfig) -> QueryFault:
    fault = classify(error)
    _log.warning("a query failed: %s", fault.detail)
    cause = cause_of(error, fault, config) if fault.unreachable else ""
    return QueryFault(f"{fault.kind.words}.", fault.detail, unreachable=fault.unreachable, cause=cause)


def _is_same(one: object, other: object) -> bool:
    """Whether both ask the same; of anything but a `partial` that is not to be seen."""
    if not isinstance(one, partial) or not isinstance(other, partial):
        return False
    return bool(one.func == other.func and one.keywords == other.keywords and len(one.args) == len(other.args)) and all(
        _is_same(a, b) or a == b for a, b in zip(one.args, other.args, strict=True)
    )


def _if(current: Callable[[], bool], call: Callable[[], None]) -> None:
    if current():
        call()


class _Forget:
    """Called when an owner is destroyed; holds neither the owner nor the runner."""

    def __init__(self, slots: dict[tuple[int, str], _Slot], owner: int, slot: str) -> None:
        self._slots, self._owner, self._slot = slots, owner, slot

    def __call__(self, *_destroyed: object) -> None:
        gone = self._slots.pop((self._owner, self._slot), None)
        if gone is not None:
            gone.generation += 1
            if gone.task is not None and not gone.task.get_loop().is_closed():
                gone.task.cancel()
