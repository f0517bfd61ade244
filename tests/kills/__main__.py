"""``python -m tests.kills [--rows 200000] [--kills 10] [--seed N] [--engine E]``: SIGKILL while a file is imported.

On each engine a shop with products, stock and orders; then a large file is imported by the program as a process of its
own, which is killed at a random moment between its start and its end, again and again. After each kill: no child of it
lives on; what died is told as not saved, and the history does not know it; every export is the same, byte for byte, as
before; ``verify`` is clean. In the end the import runs to its end and has the exact counts. A kill that comes after
the COMMIT is told as such and counts as none. Prints the seed; exits with 1 at the first thing that does not hold.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import psutil

from tests.benchmarks.catalogue import FLAGS, Catalogue, write
from tests.support.patience import wait_for
from tests.support.postgres import Postgres
from tests.support.program import MAIN

ENGINES = ("sqlite", "postgresql")
EXPORTS = ("products", "stock", "moves", "orders", "activity")
_ORDERS = 40
_DECIDES = 180.0
_SERVER = ("-h", "127.0.0.1", "-U", "app")


class Broken(Exception):  # noqa: N818 - a find
    """Something did not hold."""


@dataclass
class Shop:
    """A database and the program's home for it; ``restore`` puts back what it was before any kill."""

    url: str
    home: Path
    restore: Callable[[], None]

    @property
    def environment(self) -> dict[str, str]:
        (self.home / "tmp").mkdir(parents=True, exist_ok=True)
        mine = {"INVENTORY_APP_HOME": str(self.home), "TMPDIR": str(self.home / "tmp")}
        return {**os.environ, **mine, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}

    def start(self, *arguments: str | Path) -> subprocess.Popen[str]:
        command = [sys.executable, str(MAIN), *map(str, arguments), "--database", self.url]
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=self.environment,
        )  # fmt: skip

    def do(self, *arguments: str | Path) -> tuple[str, str]:
        """A command that has to succeed: what it wrote, and what it noted."""
        process = self.start(*arguments)
        out, noted = process.communicate()
        if process.returncode:
            raise Broken(f"{arguments[0]} ended with {process.returncode}: {out[-500:]} {noted[-500:]}")
        return out, noted

    def decided(self) -> tuple[str, str]:
        """What ``verify`` says, as soon as it is known what became of the import.

        A PostgreSQL server notices the end of its client only when it has finished the statement that it is at.
        """
        until = time.monotonic() + _DECIDES
        while "not known yet" in (told := self.do("verify", "--json"))[1]:
            if time.monotonic() > until:
                raise Broken(told[1])
        return told

    def importing(self, catalogue: Catalogue) -> tuple[str | Path, ...]:
        flags = [part for flag in FLAGS for part in ("--map", flag)]
        return ("import", "products", catalogue.full, "--mode", "skip", "--json", "--encoding", "utf-8", *flags)

    def state(self) -> dict[str, str]:
        """What every export holds, as a sum of its bytes."""
        found = {}
        for kind in EXPORTS:
            target = self.home / f"{kind}.csv"
            self.do("export", kind, "--raw", "--output", target)
            with target.open("rb") as file:
                found[kind] = hashlib.file_digest(file, "sha256").hexdigest()
        return found


def main(arguments: list[str]) -> int:
    """Kill; 1 when something did not hold."""
    parser = argparse.ArgumentParser(prog="kills", description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--engine", choices=ENGINES)
    given = parser.parse_args(arguments)
    print(f"seed {given.seed}", flush=True)
    # Not in the folder for temporary files, which may be kept in memory: a kill in a write is wanted as well.
    with tempfile.TemporaryDirectory(prefix="stockroom-kills-", dir="/var/tmp") as name:
        catalogue = write(Path(name), given.rows)
        for engine in ENGINES if given.engine is None else (given.engine,):
            with SHOPS[engine](Path(name)) as shop:
                print(f"{engine}, {given.rows:,} rows", flush=True)
                try:
                    trial(shop, catalogue, Random(given.seed), given.kills)  # noqa: S311 - to be repeated
                except Broken as broken:
                    print(f"BROKEN: {broken}", flush=True)
                    return 1
    return 0


def trial(shop: Shop, catalogue: Catalogue, random: Random, kills: int) -> None:
    """As many kills as are wanted, and the import after them."""
    began = time.monotonic()
    expect(shop, catalogue)
    whole = time.monotonic() - began
    shop.restore()
    before, known = shop.state(), history(shop)
    print(f"  the whole import takes {whole:.1f} s", flush=True)
    done = 0
    while done < kills:
        moment = random.uniform(0.02, 1) * whole
        if not kill(shop, catalogue, moment):
            print(f"  {moment:5.1f} s: it had ended before", flush=True)
            shop.restore()
            continue
        done += 1
        told = shop.decided()
        if not json.loads(told[0])["clean"]:
            raise Broken(f"verify after {moment:.2f} s: {told[0][:500]}")
        if "it was saved" in told[1]:
            raise Broken(f"told after {moment:.2f} s: {told[1]}")
        if history(shop) != known:
            raise Broken(f"the history has an import more after {moment:.2f} s")
        if (after := shop.state()) != before:
            changed = [kind for kind in EXPORTS if after[kind] != before[kind]]
            raise Broken(f"killed after {moment:.2f} s, other than before: {changed}")
        noted = "told as not saved" if "nothing was saved" in told[1] else "it had not begun to save"
        print(f"  {moment:5.1f} s: as before; {noted}", flush=True)
    expect(shop, catalogue)
    left = [path for place in (shop.home / "tmp", shop.home.parent) for path in place.glob("*stockroom*")]
    if left:
        raise Broken(f"left lying about after the next import: {left}")
    print("  the next import has the exact counts", flush=True)


def expect(shop: Shop, catalogue: Catalogue) -> None:
    """The import runs to its end and has the exact counts."""
    outcome = json.loads(shop.do(*shop.importing(catalogue))[0])
    wrong = {name: outcome[name] for name, value in catalogue.expected.items() if outcome[name] != value}
    if outcome["outcome"] != "committed" or wrong:
        raise Broken(f"{outcome['outcome']}, expected {catalogue.expected}, but got {wrong}")


def kill(shop: Shop, catalogue: Catalogue, moment: float) -> bool:
    """Start the import and kill it after so many seconds; False when it had ended by itself."""
    process = shop.start(*shop.importing(catalogue))
    try:
        out, _ = process.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        out, _ = process.communicate()
    else:
        return False
    if out:
        return False  # it had told its outcome and was only going home
    wait_for(lambda: not any(alive(one) for one in children), 20, f"the end of {len(children)} children")
    return True


def alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


def history(shop: Shop) -> list[dict[str, object]]:
    """The imports that the log knows."""
    lines = shop.do("export", "activity", "--format", "jsonl")[0].splitlines()
    return [row for row in map(json.loads, lines) if str(row["kind"]).startswith("import")]


# --------------------------------------------------------------------------------------------------- the two engines


@contextmanager
def sqlite(folder: Path) -> Iterator[Shop]:
    """A file, and a copy of it."""
    path, kept = folder / "shop.db", folder / "kept.db"

    def restore() -> None:
        for left in folder.glob("shop.db*"):
            left.unlink()
        shutil.copy(kept, path)

    shop = Shop(f"sqlite+aiosqlite:///{path}", folder / "home-sqlite", restore)
    fill(shop, folder)
    shutil.copy(path, kept)
    yield shop


@contextmanager
def postgresql(folder: Path) -> Iterator[Shop]:
    """A server that writes as a shop's does, and a template."""
    server = Postgres({"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "max_wal_size": "4GB"})
    try:
        server.create()
        server.start()
        where = (*_SERVER, "-p", str(server.port))

        def restore() -> None:
            server.run("dropdb", *where, "--force", "shop")
            server.run("createdb", *where, "-T", "kept", "shop")

        server.run("createdb", *where, "shop")
        shop = Shop(server.url("shop"), folder / "home-postgresql", restore)
        fill(shop, folder)
        server.run("createdb", *where, "-T", "shop", "kept")
        yield shop
    finally:
        server.discard()


SHOPS = {"sqlite": sqlite, "postgresql": postgresql}


def fill(shop: Shop, folder: Path) -> None:
    """What was there before: a third of the products, with their stock, and some orders."""
    (known,) = folder.glob("known-*.csv")
    shop.do("import", "products", known, "--mode", "skip", *[part for flag in FLAGS for part in ("--map", flag)])
    skus = [level["sku"] for level in json.loads(shop.do("stock", "--json")[0])["levels"][:_ORDERS]]
    orders = folder / "orders.jsonl"
    lines = [
        {"action": "place_order", "location": "MAIN", "lines": [{"sku": sku, "quantity": "1"}], "ship": at % 2 == 0}
        for at, sku in enumerate(skus)
    ]
    orders.write_text("".join(json.dumps(line) + "\n" for line in lines))
    shop.do("apply", orders)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
