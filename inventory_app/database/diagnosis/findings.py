"""What the test of a connection finds, and the list that it grows in."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from inventory_app.database.schema import HEAD_REVISION, MIGRATIONS
from inventory_app.settings.masking import mask_secrets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class Status(Enum):
    """How a check ended; SKIPPED when an earlier one failed."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    SKIPPED = "skipped"


class Remedy(Enum):
    """What the program itself can do about it, beside the sentence."""

    MIGRATE = "migrate"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. ``details`` are the driver's own words, for experts."""

    status: Status
    sentence: str
    remedy: Remedy | None = None
    details: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the test."""

    name: str
    status: Status
    sentence: str
    milliseconds: float | None = None
    remedy: Remedy | None = None
    details: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All lines of a test, in the order in which they were tried."""

    place: str
    checked_at: datetime
    checks: tuple[Check, ...]

    @property
    def usable(self) -> bool:
        """Whether the program can open the database (after the remedies that it offers)."""
        return not any(check.status is Status.FAIL for check in self.checks)

    @property
    def summary(self) -> str:
        """ "7 checks · 6 passed · 1 needs you"; skipped ones are neither."""
        passed = sum(check.status is Status.OK for check in self.checks)
        needing = sum(check.status in (Status.WARN, Status.FAIL) for check in self.checks)
        words = [f"{len(self.checks)} checks", f"{passed} passed"]
        if needing:
            words.append(f"{needing} needs you" if needing == 1 else f"{needing} need you")
        return " · ".join(words)

    def check(self, name: str) -> Check:
        """The line of this name. Raises KeyError when there is none."""
        for check in self.checks:
            if check.name == name:
                return check
        raise KeyError(name)


@dataclass
class Report:
    """Collects the lines; every text that goes in is masked."""

    names: Sequence[str]
    secrets: Sequence[str] = ()
    _checks: list[Check] = field(default_factory=list)
    _began: float = field(default_factory=time.perf_counter)

    def begin(self) -> None:
        """Start the clock of the next line."""
        self._began = time.perf_counter()

    def add(self, finding: Finding) -> bool:
        """Write the next line; False when it makes the others pointless."""
        elapsed = (time.perf_counter() - self._began) * 1000
        self._checks.append(
            Check(
                self.names[len(self._checks)],
                finding.status,
                mask_secrets(finding.sentence, self.secrets),
                elapsed,
                finding.remedy,
                mask_secrets(finding.details, self.secrets),
            )
        )
        self.begin()
        return finding.status is not Status.FAIL

    def finish(self, why: str = "not tried") -> tuple[Check, ...]:
        """All lines; those not reached are skipped."""
        missing = self.names[len(self._checks) :]
        return (*self._checks, *(Check(name, Status.SKIPPED, why) for name in missing))


def ok(sentence: str, details: str = "") -> Finding:
    return Finding(Status.OK, sentence, details=details)


def warn(sentence: str, remedy: Remedy | None = None, details: str = "") -> Finding:
    return Finding(Status.WARN, sentence, remedy, details)


def fail(sentence: str, error: BaseException | None = None) -> Finding:
    details = "" if error is None else f"{type(error).__name__}: {error}"
    return Finding(Status.FAIL, sentence, details=details)


def schema_finding(revision: str | None, *, other_tables: bool, may_change: bool, who: str) -> Finding:
    """How the database's revision compares with this program's."""
    ours = _version(HEAD_REVISION)
    if revision == HEAD_REVISION:
        return ok(f"version {ours}, as this program needs")
    if revision is None and other_tables:
        return fail("holds tables of another program; choose an empty database")
    if revision is None:
        if may_change:
            return ok("no tables yet; they are made when the database is opened")
        return fail(f"no tables yet, and {who} may not make them; have the owner run “database migrate”")
    theirs = _version(revision)
    if revision not in {path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}:
        return fail(f"version {theirs} of a newer Stockroom, this program knows {ours}; update the program")
    if may_change:
        return warn(f"version {theirs}, this program needs {ours}", Remedy.MIGRATE)
    return fail(
        f"version {theirs}, this program needs {ours}; {who} may not change it, have the owner run “database migrate”"
    )


def _version(revision: str) -> str:
    return revision.lstrip("0") or revision


def round_trip_finding(milliseconds: Sequence[float], slow: float) -> Finding:
    """Median and slowest of a few empty questions."""
    ordered = sorted(milliseconds)
    median = ordered[len(ordered) // 2]
    sentence = f"median of {len(ordered)}: {duration(median)}, slowest {duration(ordered[-1])}"
    if median > slow:
        return warn(f"{sentence}; every action asks several times, so expect to wait")
    return ok(sentence)


def duration(milliseconds: float) -> str:
    """0.2 ms, 12 ms, 1.4 s."""
    if milliseconds < 10:
        return f"{milliseconds:.1f} ms"
    return f"{milliseconds:.0f} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"
