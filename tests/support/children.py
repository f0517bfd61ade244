"""The processes that a program has started for heavy work, as a test finds them."""

from __future__ import annotations

import psutil

READER = "inventory_app.importing.worker"
WRITER = "inventory_app.exporting.writing.worker"


def children_at(module: str, program: int | None = None) -> list[psutil.Process]:
    """Those of ``program`` (this one) that run the module; none of its other children (a server is one of them)."""
    return [child for child in psutil.Process(program).children() if module in _words(child)]


def _words(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return []  # it ended while we looked
