"""What the processes need that the program starts for heavy work, so that they find the package as it did."""

from __future__ import annotations

import os
from pathlib import Path

import inventory_app


def child_environment() -> dict[str, str]:
    """Ours, and where the package is, which a checkout's own start script knows but a child does not."""
    home = str(Path(inventory_app.__file__).resolve().parent.parent)
    paths = [home, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
