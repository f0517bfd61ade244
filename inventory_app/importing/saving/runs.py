"""import_run: what was imported, and whether the same was imported before."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sqlalchemy import exists, insert, select
from sqlalchemy.orm import aliased

from inventory_app.actions.action import Work
from inventory_app.database.tables import ActionLog, ImportRun
from inventory_app.domain.errors import Refusal
from inventory_app.importing.request import Counts, ImportRequest
from inventory_app.importing.saving.staging import Staged

# Options that change how an import is done but not what it does: the same file with another of them is the same again.
_IMMATERIAL = ("dry_run", "again", "mode")


def request_hash(request: ImportRequest, staged: Staged) -> str:
    """One hash of file, mapping, treatment and options, by which the same again is known, whatever the file's name."""
    options = {name: value for name, value in request.options.to_json().items() if name not in _IMMATERIAL}
    mapping = mapping_json(request, staged)
    known = {"sha256": staged.end.sha256, "mapping": mapping, "options": options}
    return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()


def mapping_json(request: ImportRequest, staged: Staged) -> dict[str, Any]:
    """What was mapped, and what was done with the cells if anything was."""
    treatment = request.treatment.to_json()
    return staged.header.mapping.to_json() | ({"treatment": treatment} if treatment else {})


async def refuse_again(work: Work, request: ImportRequest, staged: Staged) -> None:
    """Raises Refusal when the same was imported before and has not been taken back."""
    reversal, again = aliased(ActionLog), aliased(ActionLog)
    taken_back = exists().where(
        reversal.reverses == ImportRun.action_id, ~exists().where(again.reverses == reversal.id)
    )
    query = (
        select(ImportRun.id, ImportRun.file_name, ImportRun.imported_at, ActionLog.actor)
        .join(ActionLog, ActionLog.id == ImportRun.action_id)
        .where(ImportRun.request == request_hash(request, staged), ~taken_back)
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


async def record_run(work: Work, request: ImportRequest, staged: Staged, counts: Counts) -> int:
    """Write the import's own row; its id."""
    values = {
        "action_id": work.action_id,
        "kind": request.options.kind,
        "file_name": request.file_name,
        "file_sha256": staged.end.sha256,
        "request": request_hash(request, staged),
        "mapping": mapping_json(request, staged),
        "options": request.options.to_json() | {"format": staged.header.file_format.to_json()},
        "counts": counts.to_json(),
        "imported_at": work.now,
    }
    run_id = await work.session.scalar(insert(ImportRun).returning(ImportRun.id), [values])
    return int(run_id or 0)
