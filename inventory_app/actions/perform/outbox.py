"""A private file of the actions that were started and have no outcome yet.

What died with the process is found in it at the next start and resolved by the probe. Each process writes a file of
its own and keeps it locked; a file that nobody locks belongs to a process that is gone.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from filelock import FileLock, Timeout

from inventory_app.actions.action import Action
from inventory_app.actions.outcome import Json

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Started:
    """An action whose outcome was not seen: what it was, and in which database (its URL without a password).

    ``anew`` is what its action kept for a new beginning; lines of an older program have none.
    """

    action_id: str
    kind: str
    title: str
    database: str
    started_at: str
    anew: dict[str, Json] | None = field(default=None, hash=False)


class Outbox:
    """The file of this process. Closing it removes it when nothing is open in it."""

    def __init__(self, folder: Path, database: str) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._folder = folder
        self._database = database
        self._path = folder / f"{os.getpid()}-{uuid4().hex}.jsonl"
        self._lock = FileLock(f"{self._path}.lock", mode=0o600, is_singleton=False, thread_local=False)
        self._lock.acquire(timeout=0)
        self._file = os.fdopen(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8")
        self._open: set[str] = set()

    def use(self, database: str) -> None:
        """Actions started from now on belong to another database."""
        self._database = database

    def started(self, action: Action) -> None:
        """Remember that ``action`` may have an effect from now on."""
        now = datetime.now(UTC).isoformat()
        entry = Started(str(action.action_id), action.kind, action.title(), self._database, now, action.anew())
        self._write({"started": asdict(entry)})
        self._open.add(entry.action_id)

    def ended(self, action: Action) -> None:
        """Its outcome is known."""
        self._write({"ended": str(action.action_id)})
        self._open.discard(str(action.action_id))

    def close(self) -> None:
        """End of the process; what is still open stays for the next start."""
        self._file.close()
        if not self._open:
            self._path.unlink(missing_ok=True)
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)

    def _write(self, entry: dict[str, object]) -> None:
        # No fsync: what must be survived is the death of this process, not of the machine's memory.
        self._file.write(json.dumps(entry) + "\n")
        self._file.flush()

    def left_behind(self) -> tuple[Started, ...]:
        """What processes that are gone left open, oldest first. Their files are taken over into this one."""
        found = [entry for path in sorted(self._folder.glob("*.jsonl")) for entry in self._take_over(path)]
        return tuple(sorted(found, key=lambda entry: entry.started_at))

    def _take_over(self, path: Path) -> Iterable[Started]:
        """What is open in the file of a process that is gone; written into our own file before theirs is removed."""
        lock = FileLock(f"{path}.lock", mode=0o600, is_singleton=False, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return ()  # that process lives, or is us
        try:
            entries = tuple(_open_in(path))
            for entry in entries:
                self._write({"started": asdict(entry)})
                self._open.add(entry.action_id)
            path.unlink(missing_ok=True)
        finally:
            lock.release()
            Path(lock.lock_file).unlink(missing_ok=True)
        return entries

    def resolved(self, action_id: UUID) -> None:
        """What was left behind by another process has its outcome now."""
        self._write({"ended": str(action_id)})
        self._open.discard(str(action_id))


def _open_in(path: Path) -> Iterable[Started]:
    """The entries of one file that were started and not ended; a line cut off by a crash is passed over."""
    entries: dict[str, Started] = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return ()  # another program that starts just now was quicker
    for line in lines:
        try:
            entry = json.loads(line)
            if "started" in entry:
                started = Started(**entry["started"])
                entries[started.action_id] = started
            else:
                entries.pop(str(entry["ended"]), None)
        except (ValueError, TypeError, KeyError):
            log.warning("a line of %s was cut off", path.name)
    return entries.values()
