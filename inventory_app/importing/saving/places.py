"""The locations that an import names: which there are, which have to be made, and which cannot keep stock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inventory_app.domain.stock import LocationKind, NegativeStock
from inventory_app.domain.texts import PATH_MARK
from inventory_app.importing.options import ImportOptions, Missing
from inventory_app.importing.saving.batch import Batch


@dataclass(frozen=True, slots=True)
class Place:
    """One named location; ``id`` None when it does not exist yet."""

    path: str
    id: int | None
    kind: LocationKind
    policy: NegativeStock

    def is_usable(self, options: ImportOptions) -> bool:
        """Whether stock may be brought there: it is storage, or will be made as such."""
        if self.id is None:
            return options.missing is Missing.CREATE
        return self.kind is LocationKind.STORAGE


async def make_place_table(batch: Batch, paths: Iterable[str], column: str = "") -> None:
    """All paths that the import names, with what is known of them; ``column`` is the staged one that names more."""
    await batch.make_table("import_place", "path TEXT PRIMARY KEY, location_id BIGINT, kind TEXT, policy TEXT")
    await batch.make_table("import_path", "path TEXT")
    await batch.make_table("import_new_place", "path TEXT, code TEXT, parent TEXT, depth BIGINT")
    await batch.load("import_path", [(path,) for path in sorted(set(paths))])
    more = f" UNION SELECT {column} FROM stage_row WHERE {column} IS NOT NULL" if column else ""
    await batch.run(
        "INSERT INTO import_place (path, location_id, kind, policy)"
        " SELECT n.path, l.id, coalesce(l.kind, 'storage'), coalesce(l.negative_stock, 'block')"
        f" FROM (SELECT path FROM import_path{more}) n LEFT JOIN location l ON l.path = n.path"
    )
    await batch.analyze("import_place")


async def place(batch: Batch, path: str) -> Place:
    """What is known of one of the named paths."""
    rows = await batch.all("SELECT path, location_id, kind, policy FROM import_place WHERE path = :path", path=path)
    row = rows[0]
    return Place(row.path, row.location_id, LocationKind(row.kind), NegativeStock(row.policy))


async def create_places(batch: Batch, wanted: str, **values: object) -> int:
    """Make the missing locations that rows in force need (``wanted``, a query of paths), parents first; how many."""
    missing = [
        row.path
        for row in await batch.all(
            f"SELECT path FROM import_place WHERE location_id IS NULL AND path IN ({wanted}) ORDER BY path",
            **values,
        )
    ]
    if not missing:
        return 0
    await batch.run("DELETE FROM import_new_place")
    rows = {one for path in missing for one in _with_parents(path)}
    await batch.load("import_new_place", sorted(rows))
    made = 0
    for depth in range(max(row[3] for row in rows) + 1):
        made += await batch.run(
            "INSERT INTO location (path, code, name, kind, parent_id, action_id)"
            " SELECT n.path, n.code, '', 'storage', l.id, :action_id FROM import_new_place n"
            " LEFT JOIN location l ON l.path = n.parent WHERE n.depth = :depth"
            " AND NOT EXISTS (SELECT 1 FROM location known WHERE known.path = n.path)"
            " ORDER BY n.path ON CONFLICT DO NOTHING",
            depth=depth,
        )
    await batch.run(
        "UPDATE import_place SET location_id = l.id FROM location l"
        " WHERE l.path = import_place.path AND import_place.location_id IS NULL"
    )
    return made


async def location_id(batch: Batch, path: str) -> int:
    """The id of a named location that exists by now."""
    return int(await batch.scalar("SELECT location_id FROM import_place WHERE path = :path", path=path))


async def outside_id(batch: Batch, kind: LocationKind) -> int:
    """The one place outside of the house where moves of this kind begin or end."""
    return int(await batch.scalar("SELECT min(id) FROM location WHERE kind = :kind", kind=kind.value))


def _with_parents(path: str) -> Iterable[tuple[str, str, str, int]]:
    codes = path.split(PATH_MARK)
    for depth, code in enumerate(codes):
        yield PATH_MARK.join(codes[: depth + 1]), code, PATH_MARK.join(codes[:depth]), depth
