"""change_log in sets: the old and the new values of each record as JSON documents of what differs."""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.importing.saving.batch import Batch


def differing(batch: Batch, values: Mapping[str, str], differ: Mapping[str, str]) -> str:
    """SQL for a JSON object of the values that differ: all of them, less those that do not."""
    pairs = ", ".join(f"'{key}', {value}" for key, value in values.items())
    if batch.is_postgresql:
        same = ", ".join(f"CASE WHEN {condition} THEN NULL ELSE '{key}' END" for key, condition in differ.items())
        return f"jsonb_build_object({pairs}) - ARRAY[{same}]"
    same = ", ".join(f"CASE WHEN {condition} THEN '$.\"\"' ELSE '$.{key}' END" for key, condition in differ.items())
    return f"json_remove(json_object({pairs}), {same})"


def boolean(batch: Batch, value: str) -> str:
    """SQL for a yes or no that is one in JSON too, where SQLite knows numbers only."""
    return value if batch.is_postgresql else f"json(CASE WHEN {value} THEN 'true' ELSE 'false' END)"


def json_text(batch: Batch, text: str) -> str:
    """SQL for JSON text as JSON, so that it is not quoted once more."""
    return f"CAST({text} AS jsonb)" if batch.is_postgresql else f"json({text})"
