"""One export for the dialog: its outcome as something to show, whatever happens."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from inventory_app.database.database import Database
from inventory_app.database.faults import classify
from inventory_app.domain.errors import Refusal
from inventory_app.exporting.export import export, known_columns
from inventory_app.exporting.process import WritingFailed
from inventory_app.exporting.request import ExportRequest

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows, and how long it took; or what stood in the way, as a sentence."""

    rows: int = 0
    seconds: float = 0.0
    problem: str = ""


async def write(database: Database, request: ExportRequest, report: Callable[[int], None]) -> Written:
    """Write the file. What a list shows but no file has (a sign, a button) is left out."""
    began = time.monotonic()
    try:
        known = await known_columns(database, request.kind)
        shown = tuple(name for name in request.columns if name in known)
        rows = await export(database, replace(request, columns=shown), report=report)
    except (Refusal, WritingFailed) as told:
        _log.warning("an export was not written: %s", getattr(told, "detail", "") or told.message)
        return Written(problem=told.message)
    except Exception as error:  # noqa: BLE001 - whatever the driver raises: the dialog says that there is no file
        fault = classify(error)
        _log.warning("an export failed: %s", fault.detail)
        return Written(problem=f"{fault.kind.words}.")
    return Written(rows, time.monotonic() - began)
