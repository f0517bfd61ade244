"""What was found out about a file: each thing with how sure it is and why, so that a person can judge and change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, TypeAlias


class Sure(StrEnum):
    """How sure a finding is."""

    GIVEN = "given"
    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing: its value as the option of that name takes it, and what else it might be.

    ``applied`` : the file is read so. Else it is only proposed, and the option says what counts.
    """

    value: str | int
    sure: Sure
    why: str
    others: tuple[str, ...] = ()
    applied: bool = True

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return {**asdict(self), "others": list(self.others), "sure": self.sure.value}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Finding:
        """The finding that `to_json` wrote."""
        return cls(
            values["value"], Sure(values["sure"]), values["why"], tuple(values["others"]), applied=values["applied"]
        )


Findings: TypeAlias = dict[str, Finding]


def given(value: str | int) -> Finding:
    """What the person said."""
    return Finding(value, Sure.GIVEN, "chosen")
