"""``python -m tests.fuzz [SECONDS] [FIRST]``: damaged files, read as the program reads them.

For each: detect, inspect, stage and write the rejects. Nothing but a Refusal may be raised, every record is accepted or
rejected, each rejected one comes again in the rejects file, and neither time nor memory grows without bound. A number
names each case, so that it can be run again: ``python -m tests.fuzz 0 NUMBER``. Finds are kept in the folder that is
named at the end.
"""

from __future__ import annotations

import faulthandler
import io
import json
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from inventory_app.domain.errors import Refusal
from inventory_app.importing import frames
from inventory_app.importing.jobs import Inspect, Stage, WriteRejects
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.sheets import child
from inventory_app.importing.worker import run_job
from tests.fuzz.mutations import mutated, mutated_archive
from tests.fuzz.seeds import options, seeds

SLOWEST = 60
MUCH_MEMORY = 100
MEMORY = 3 << 30
_SHOWN_EVERY = 500


class TooSlow(Exception):  # noqa: N818 - a find
    """A case took longer than any may."""


def main(arguments: list[str]) -> int:
    """Fuzz for so many seconds, or run one case; 1 when anything was found."""
    seconds = float(arguments[0]) if arguments else 60.0
    first = int(arguments[1]) if len(arguments) > 1 else int(time.time())
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _too_slow)
    finds = Path(tempfile.mkdtemp(prefix="stockroom-fuzz-"))
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(Path(folder), finds)
        end = time.monotonic() + seconds
        number = first
        while number == first or time.monotonic() < end:
            fuzzer.run(number)
            number += 1
            if fuzzer.cases % _SHOWN_EVERY == 0:
                fuzzer.tell()
        fuzzer.tell()
    if not fuzzer.found:
        finds.rmdir()
    return 1 if fuzzer.found else 0


class Fuzzer:
    """Runs cases, each known by its number, and keeps what it finds."""

    def __init__(self, folder: Path, finds: Path) -> None:
        self._folder, self._finds = folder, finds
        self._seeds = seeds(folder)
        self.cases = self.found = 0
        self._outcomes: Counter[str] = Counter()

    def tell(self) -> None:
        """How far it is."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        common = ", ".join(f"{code} {count}" for code, count in self._outcomes.most_common())
        print(f"{self.cases} cases, {self.found} finds in {self._finds}, {memory} MB at most: {common}", flush=True)

    def run(self, number: int) -> None:
        """One case."""
        random = Random(number)  # noqa: S311 - it has to be the same again
        seed = random.choice(self._seeds)
        archive = seed[:2] == b"PK"
        data = mutated_archive(seed, self._seeds, random) if archive else mutated(seed, self._seeds, random)
        values = options(random)
        path = self._folder / "case.bin"
        path.write_bytes(data)
        self.cases += 1
        signal.alarm(SLOWEST)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            outcome = self._read(path, values, data, random)
        except Refusal as refusal:
            outcome = refusal.code
        except Exception:  # noqa: BLE001 - whatever it is, it is a find
            outcome = "FOUND"
            self._keep(number, data, values)
        finally:
            signal.alarm(0)
        self._outcomes[outcome] += 1
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) >> 10
        if grown > MUCH_MEMORY:
            print(f"case {number}: {grown} MB for a file of {len(data):,} bytes ({outcome})", flush=True)

    def _read(self, path: Path, values: dict[str, Any], data: bytes, random: Random) -> str:
        chosen = ImportOptions.from_json(values)
        if data.startswith(b"PK\x03\x04") and random.random() < 0.9:
            return _read_workbook(path, chosen)
        flags = _flags(chosen, random)
        run_job(Inspect(str(path), chosen, flags), frames.FrameWriter(io.BytesIO()))
        out = io.BytesIO()
        run_job(Stage(str(path), chosen, flags), frames.FrameWriter(out))
        return self._check(path, out.getvalue())

    def _check(self, path: Path, answer: bytes) -> str:
        """Every record has one row, and each that is rejected a reason."""
        told: dict[bytes, bytes] = {}
        for kind, payload in _frames(answer):
            told[kind] = told.get(kind, b"") + payload
        records = json.loads(told[frames.END])["records"]
        rows = [line.split(b"\t") for line in told.get(frames.ROWS, b"").split(b"\n") if line]
        assert [int(row[0]) for row in rows] == list(range(1, records + 1)), "a record is missing or there twice"
        lines = [int(row[1]) for row in rows]
        assert lines == sorted(set(lines)), "lines do not rise"
        rejected = [int(row[0]) for row in rows if row[2] != b"\\N"]
        named = {int(line.split(b"\t")[0]) for line in told.get(frames.PROBLEMS, b"").split(b"\n") if line}
        assert set(rejected) <= named, "a rejected record has no reason"
        header = json.loads(told[frames.HEADER])
        errors = self._folder / "errors"
        errors.write_text("".join(json.dumps([record, "error"]) + "\n" for record in rejected), encoding="utf-8")
        job = WriteRejects(
            str(path), FileFormat.from_json(header["format"]), json.loads(told[frames.END])["sha256"], str(errors),
            str(self._folder / "rejects.csv"), str(self._folder / "rejects.partial"),
        )  # fmt: skip
        out = io.BytesIO()
        run_job(job, frames.FrameWriter(out))
        assert json.loads(dict(_frames(out.getvalue()))[frames.END])["rejected"] == len(rejected)
        return "read"

    def _keep(self, number: int, data: bytes, values: dict[str, Any]) -> None:
        self.found += 1
        kept = self._finds / str(number)
        kept.with_suffix(".bin").write_bytes(data)
        kept.with_suffix(".txt").write_text(f"{values}\n{traceback.format_exc()}", encoding="utf-8")
        print(f"case {number}: {traceback.format_exc().splitlines()[-1]}", flush=True)


def _read_workbook(path: Path, chosen: ImportOptions) -> str:
    """What the workbook's own process does, without the process: rows rise and stay within the limits."""
    out = io.BytesIO()
    request = {"sheet": chosen.sheet or "", "decimal": chosen.decimal, "dates": chosen.date_format, "apart": 0}
    child.answer(path, request, frames.FrameWriter(out))
    last = 0
    for kind, payload in _frames(out.getvalue()):
        if kind == frames.ROWS:
            line = int.from_bytes(payload[:8], "big")
            assert line > last, "rows do not rise"
            last = line
    return "workbook"


def _flags(chosen: ImportOptions, random: Random) -> tuple[str, ...]:
    """Half of the time columns are mapped by position, as a person does where no header is known."""
    if random.random() < 0.2:
        return ()
    fields = [field.name for field in kind_of(chosen.kind).fields]
    picked = list(dict.fromkeys([*kind_of(chosen.kind).required, *random.sample(fields, k=min(3, len(fields)))]))
    return tuple(
        f"{name}=#{random.choice((1, 1, 1, 1, 1, 1, 2, 3, place))}" for place, name in enumerate(picked, start=1)
    )


def _frames(data: bytes) -> list[tuple[bytes, bytes]]:
    found, place = [], 0
    while place < len(data):
        kind, length = frames.unpack_prefix(data[place : place + frames.PREFIX])
        place += frames.PREFIX
        found.append((kind, data[place : place + length]))
        place += length
    return found


def _too_slow(_signal: int, _frame: object) -> None:
    raise TooSlow


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
