"""The places that the rows name: their paths put together, and the words for kind and policy read."""

from __future__ import annotations

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from inventory_app.domain.texts import PATH_MARK, too_wide
from inventory_app.importing.kinds.locations import KIND_WORDS, POLICY_WORDS
from inventory_app.importing.reasons import NUMBER_OF
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.locations.plan import LocationPlan
from inventory_app.importing.saving.verdicts import make_problem_table

_SITE = (
    "record BIGINT PRIMARY KEY, path TEXT, code TEXT, parent TEXT, depth BIGINT, name TEXT, kind TEXT,"
    " negative_stock TEXT, location_id BIGINT"
)
_OPTIONAL = ("parent", "name", "kind", "negative_stock")


async def find_sites(batch: Batch, plan: LocationPlan) -> None:
    """Fill ``import_site`` with all rows that say a path, and with the locations that they mean."""
    await make_problem_table(batch)
    await batch.make_table("import_site", _SITE)
    columns = ", ".join(
        f"s.{name}" if plan.mapping.maps(name) else f"CAST(NULL AS TEXT) AS {name}" for name in _OPTIONAL
    )
    async for part in batch.stream(f"SELECT s.record, s.path, {columns} FROM stage_row s WHERE s.path IS NOT NULL"):
        await batch.load("import_site", [_site(row) for row in part])
        await batch.load("import_problem", [problem for row in part for problem in _problems(row)])
    await batch.run("CREATE INDEX import_site_path ON import_site (path)")
    await batch.run("UPDATE import_site SET location_id = l.id FROM location l WHERE l.path = import_site.path")
    await batch.analyze("import_site")


def ancestors(path: str) -> Sequence[tuple[str, str, str, int]]:
    """The path itself and all above it: path, code, parent, depth of each."""
    codes = path.split(PATH_MARK)
    return [
        (PATH_MARK.join(codes[: depth + 1]), code, PATH_MARK.join(codes[:depth]), depth)
        for depth, code in enumerate(codes)
    ]


def _site(row: Row[Any]) -> tuple[object, ...]:
    whole = f"{row.parent}{PATH_MARK}{row.path}" if row.parent else row.path
    if too_wide(whole):
        return (row.record, None, None, "", 0, None, None, None, None)
    path, code, parent, depth = ancestors(whole)[-1]
    kind, policy = _choice(KIND_WORDS, row.kind), _choice(POLICY_WORDS, row.negative_stock)
    return (row.record, path, code, parent, depth, row.name, kind, policy, None)


def _problems(row: Row[Any]) -> list[tuple[int, str, str, str, int]]:
    found: list[tuple[int, str, str, str, int]] = []
    for field, text, words, code in (
        ("kind", row.kind, KIND_WORDS, "kind_invalid"),
        ("negative_stock", row.negative_stock, POLICY_WORDS, "policy_invalid"),
    ):
        if text is not None and _choice(words, text) is None:
            found.append((row.record, field, text[:200], code, NUMBER_OF[code]))
    if row.parent and too_wide(f"{row.parent}{PATH_MARK}{row.path}"):
        found.append((row.record, "path", row.path[:200], "too_long", NUMBER_OF["too_long"]))
    return found


def _choice(words: ReadOnly[str, StrEnum], text: str | None) -> str | None:
    """The value that a cell's word stands for; None for a blank cell and for any other word."""
    found = None if text is None else words.get(text.casefold())
    return None if found is None else found.value
