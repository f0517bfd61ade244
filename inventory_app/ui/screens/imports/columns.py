"""What the list of imports shows of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from inventory_app.importing.kinds import KINDS
from inventory_app.queries.imports import ImportRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate


def count_of(row: ImportRow, name: str) -> int:
    """One of the counts of an import."""
    found = row.counts.get(name, 0)
    return found if isinstance(found, int) else 0


def _count(name: str) -> Callable[[ImportRow], str]:
    return lambda row: formats.number(count_of(row, name))


def kind_words(kind: str) -> str:
    """The kind of a file, as people call it."""
    return translate("Kinds", KINDS[kind].title) if kind in KINDS else kind


def state_of(row: ImportRow) -> str:
    """Whether it still stands."""
    return translate("Imports", "Reverted") if row.is_reverted else translate("Imports", "Saved")


def import_columns() -> tuple[Column[ImportRow], ...]:
    """The columns of the list."""
    return (
        Column("id", translate("Imports", "No."), lambda row: str(row.id), 44, right=True),
        Column(
            "imported_at",
            translate("Imports", "When"),
            lambda row: formats.moment(row.imported_at, datetime.now(UTC)),
            104,
            sort="imported_at",
        ),
        Column(
            "file", translate("Imports", "File"), lambda row: row.file_name, sort="file", tip=lambda row: row.file_name
        ),
        Column("kind", translate("Imports", "Kind"), lambda row: kind_words(row.kind), 112, sort="kind"),
        Column("actor", translate("Imports", "Who"), lambda row: row.actor, 104, sort="actor"),
        Column("created", translate("Imports", "Created"), _count("created"), 68, right=True),
        Column("updated", translate("Imports", "Updated"), _count("updated"), 72, right=True, hidden=True),
        Column(
            "rejected",
            translate("Imports", "Rejected"),
            _count("rejected"),
            76,
            right=True,
            icon=lambda row: "error" if count_of(row, "rejected") else "",
            tone=lambda row: "failed" if count_of(row, "rejected") else "",
            speech=lambda row: translate("Imports", "{count} rejected").format(count=count_of(row, "rejected")),
        ),
        Column(
            "state",
            translate("Imports", "State"),
            state_of,
            124,
            icon=lambda row: "undo" if row.is_reverted else "committed",
            tone=lambda row: "muted" if row.is_reverted else "committed",
            speech=state_of,
        ),
    )
