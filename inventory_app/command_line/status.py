"""The exit statuses of the contract, and what leads to them."""

from __future__ import annotations

from enum import IntEnum

from inventory_app.database.faults import Fault, classify
from inventory_app.domain.errors import Refusal


class Status(IntEnum):
    """How the program ends."""

    DONE = 0  # committed, repeated, clean
    NOT_DONE = 1  # refused, conflict, failed, cancelled, unknown, differences found
    WRONG_USAGE = 2
    UNREACHABLE = 3


class WrongUsage(Exception):  # noqa: N818 - an answer to the person, not a fault of the program
    """What was asked for makes no sense; the message says what would."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class CannotDo(Exception):  # noqa: N818 - as above
    """A command ends without having done anything: the contract's word for it, a sentence, and details for the log."""

    def __init__(self, outcome: str, message: str, *, unreachable: bool = False, detail: str = "") -> None:
        super().__init__(message)
        self.outcome = outcome
        self.message = message
        self.unreachable = unreachable
        self.detail = detail

    @property
    def status(self) -> Status:
        return Status.UNREACHABLE if self.unreachable else Status.NOT_DONE


def refused(refusal: Refusal) -> CannotDo:
    """A rule said no."""
    return CannotDo("refused", refusal.message)


def failed(error: BaseException) -> CannotDo:
    """The database or the program failed."""
    fault: Fault = classify(error)
    return CannotDo("failed", f"{fault.kind.words}.", unreachable=fault.unreachable, detail=fault.detail)


def status_of(words: set[str], *, unreachable: bool = False) -> Status:
    """The status of a run whose outcomes were ``words``."""
    if unreachable:
        return Status.UNREACHABLE
    return Status.DONE if words <= {"committed"} else Status.NOT_DONE
