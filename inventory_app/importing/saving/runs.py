"""import_run: what was imported, and whether the same was imported before."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sqlalchemy import insert, select, text

from inventory_app.actions.action import Work
from inventory_app.database.tables import ActionLog, ImportRun
from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import SALES_ORDERS, kind_of
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.request import Counts, ImportRequest
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.staging import Staged
from inventory_app.queries.reversals import taken_back_by

# Options that say what becomes of rows, beside what the rows themselves say and the place of those that name none.
# Whether places and customers may be made is none of them: once they are there it makes no difference any more.
_MATERIAL = ("stock_mode", "orders", "on_existing")


async def request_hash(batch: Batch, request: ImportRequest, staged: Staged) -> str:
    """One hash of a file and of what it brings, by which the same again is known, whatever the file's name.

    How the file is read (marks, encoding, forms of numbers and dates, treatment) counts by what it made of the rows.
    """
    options, kind = request.options.to_json(), kind_of(request.options.kind)
    wanted = [name for name in _MATERIAL if name in kind.rules or (name == "orders" and kind is SALES_ORDERS)]
    if await _needs_location(batch, staged.header.mapping):
        wanted.append("location")
    known = {
        "sha256": staged.end.sha256,
        "said": staged.end.said,
        "kind": kind.name,
        "fields": staged.header.mapping.to_json()["fields"],
        "options": {name: options[name] for name in wanted},
    }
    return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()


async def _needs_location(batch: Batch, mapping: Mapping) -> bool:
    """Whether there is a row that names no place, so that it is brought to the one that was chosen."""
    if all(slot.path for slot in mapping.slots):
        return mapping.maps("reorder_point")
    blank = "SELECT 1 FROM stage_row WHERE location IS NULL AND verdict IS NULL LIMIT 1"
    return not mapping.maps("location") or await batch.scalar(blank) is not None


def mapping_json(request: ImportRequest, staged: Staged) -> dict[str, Any]:
    """What was mapped, and what was done with the cells if anything was."""
    treatment = request.treatment.to_json()
    return staged.header.mapping.to_json() | ({"treatment": treatment} if treatment else {})


async def refuse_again(work: Work, known: str) -> None:
    """Raises Refusal when the same was imported before and has not been taken back."""
    stands = text(f"{taken_back_by('import_run.action_id')} IS NULL")
    query = (
        select(ImportRun.id, ImportRun.file_name, ImportRun.imported_at, ActionLog.actor)
        .join(ActionLog, ActionLog.id == ImportRun.action_id)
        .where(ImportRun.request == known, stands)
        .order_by(ImportRun.id.desc())
        .limit(1)
    )
    earlier = (await work.session.execute(query)).one_or_none()
    if earlier is not None:
        raise Refusal(
            "already_imported",
            f"This file was imported already: import {earlier.id} ({earlier.file_name}) by {earlier.actor}"
            f" on {earlier.imported_at:%Y-%m-%d at %H:%M} UTC. Revert it first, or import it again on purpose.",
            field="file",
            details={"import_id": earlier.id},
        )


async def record_run(work: Work, request: ImportRequest, staged: Staged, counts: Counts, known: str) -> int:
    """Write the import's own row; its id. ``known`` is its `request_hash`."""
    values = {
        "action_id": work.action_id,
        "kind": request.options.kind,
        "file_name": request.file_name,
        "file_sha256": staged.end.sha256,
        "request": known,
        "mapping": mapping_json(request, staged),
        "options": request.options.to_json() | {"format": staged.header.file_format.to_json()},
        "counts": counts.to_json(),
        "imported_at": work.now,
    }
    run_id = await work.session.scalar(insert(ImportRun).returning(ImportRun.id), [values])
    return int(run_id or 0)
