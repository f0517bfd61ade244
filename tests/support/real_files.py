"""Where files that others have made lie, beside the checkout; tests of them are collected only where they are."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

DATA = Path(os.environ.get("STOCKROOM_DATA", Path(__file__).parents[3] / "shared" / "data"))


def read_json(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def read_rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
