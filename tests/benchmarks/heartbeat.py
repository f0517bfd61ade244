"""How alive the window stays: gaps of a 16 ms heartbeat while a table scrolls, idle and during an import.

Runs in a process of its own (offscreen, on the window's loop), since a Qt application is one to a process.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from tests.support.postgres import Postgres

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_BEAT_MS = 16
_IDLE_SECONDS = 5.0
_ROWS_SHOWN = 5_000


def run(*, rounds: int, rows: int) -> None:
    """Print p99 and maximum of the gaps, idle and importing, on both engines; the best of the rounds counts."""
    server = Postgres()
    server.create()
    server.start()
    try:
        with tempfile.TemporaryDirectory(prefix="stockroom-bench-") as folder:
            for engine in ("sqlite", "postgresql"):
                found = []
                for number in range(rounds):
                    url = f"sqlite+aiosqlite:///{folder}/beat{number}.db"
                    if engine == "postgresql":
                        name = f"beat{number}"
                        server.run("createdb", "-h", "127.0.0.1", "-p", str(server.port), "-U", "app", name)
                        url = server.url(name)
                    found.append(_measure(url, folder, rows))
                # A run's own idle beat is what its import is measured against: runs are not mixed.
                idle, idle_longest, busy, longest = min(found, key=lambda one: one[2] - one[0])
                print(
                    f"{engine}: idle p99 {idle:.0f} ms, importing p99 {busy:.0f} ms ({busy - idle:+.0f}),"
                    f" maximum {longest:.0f} ms (idle {idle_longest:.0f}); all runs"
                    f" {', '.join(f'{one[2] - one[0]:+.0f} ms, maximum {one[3]:.0f}' for one in found)}",
                    flush=True,
                )
    finally:
        server.discard()


def _measure(url: str, folder: str, rows: int) -> tuple[float, float, float, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"}
    command = [sys.executable, "-m", "tests.benchmarks.heartbeat", url, folder, str(rows)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    first, second, third, fourth = (float(word) for word in done.stdout.split())
    return first, second, third, fourth


def _main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("folder", type=Path)
    parser.add_argument("rows", type=int)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.ERROR)

    from PySide6.QtWidgets import QApplication

    from inventory_app.ui.runtime.running import run as run_loop

    app = QApplication([])
    sys.exit(run_loop(app, lambda _stop: _beat(arguments.url, arguments.folder, arguments.rows)))


async def _beat(url: str, folder: Path, rows: int) -> int:
    from inventory_app.actions.action import Context
    from inventory_app.actions.perform import perform
    from inventory_app.database import schema
    from inventory_app.database.config import DatabaseConfig
    from inventory_app.database.database import Database
    from inventory_app.importing.import_file import ImportFile
    from inventory_app.importing.options import ImportOptions, Mode
    from inventory_app.importing.request import ImportRequest
    from inventory_app.importing.run_import import finish_import
    from inventory_app.importing.saving.listing import Listed
    from inventory_app.ui.runtime.collector import settle
    from tests.benchmarks.catalogue import FLAGS, write

    full = write(folder, rows).full
    database = Database.open(DatabaseConfig.from_url(url))
    await schema.prepare(database)
    heart = _Heart()
    settle()  # as the program does once it is open
    await asyncio.sleep(1.0)
    heart.start()
    await asyncio.sleep(_IDLE_SECONDS)
    idle = heart.stop()
    request = ImportRequest(str(full), ImportOptions(mode=Mode.SKIP), FLAGS)
    heart.start()
    action = ImportFile(request=request, listed=Listed.NONE)  # the window has listed them at the check
    outcome = await finish_import(action, await perform(database, action, context=Context("bench", "bench")))
    busy = heart.stop()
    if outcome.outcome != "committed":
        raise RuntimeError(f"the import was not committed: {outcome.message} {outcome.detail}")
    await database.close()
    print(*(f"{part:.1f}" for part in (*idle, *busy)))
    return 0


class _Heart:
    """A table that scrolls at every beat, in a window that is shown; its cells are asked for as those of a list are."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtGui import QStandardItemModel
        from PySide6.QtWidgets import QTableView

        class Model(QStandardItemModel):
            @override
            def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
                return f"{index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None

        self._table = QTableView()
        self._model = Model(_ROWS_SHOWN, 8)
        self._table.setModel(self._model)
        self._table.resize(1280, 800)
        self._table.show()
        self._timer = QTimer(self._table)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._gaps: list[float] = []
        self._last = 0.0

    def start(self) -> None:
        self._gaps.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> tuple[float, float]:
        """p99 and maximum of the gaps, in ms."""
        self._timer.stop()
        ordered = sorted(self._gaps)
        return ordered[int(len(ordered) * 0.99) - 1], ordered[-1]

    def _beat(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now
        bar = self._table.verticalScrollBar()
        bar.setValue((bar.value() + 3) % max(bar.maximum(), 1))


if __name__ == "__main__":
    _main()
