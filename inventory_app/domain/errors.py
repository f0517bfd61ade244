"""The two ways in which a rule of the business stops an action. Their messages are written for the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error of the program
    """A rule said no; the whole action is rolled back.

    ``code`` is a stable word for programs, ``field`` the input that the message belongs to ("lines.2.quantity"),
    ``details`` figures for remedies, all of them JSON values.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        field: str | None = None,
        details: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field
        self.details: Mapping[str, object] = dict(details or {})

    def at(self, field: str) -> Refusal:
        """The same refusal, told of an outer field (a line's quantity instead of the quantity)."""
        return Refusal(self.code, self.message, field=field, details=self.details)


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field that someone else changed: what was expected, what is there now, and who changed it when."""

    field: str
    expected: str | None
    current: str | None
    wanted: str | None = None
    changed_by: str | None = None
    changed_at: datetime | None = None


class ConflictFound(Exception):  # noqa: N818 - as above
    """The record is no longer what the person saw; nothing is saved until they have chosen."""

    def __init__(self, message: str, differences: tuple[FieldDifference, ...]) -> None:
        super().__init__(message)
        self.message = message
        self.differences = differences
