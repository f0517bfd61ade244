"""The panel beside the list: one import with its counts, columns and what became of it."""

from __future__ import annotations

from datetime import UTC, datetime

from inventory_app.queries.imports import ImportRow
from inventory_app.ui.import_dialog.reasons_list import reason_rows
from inventory_app.ui.screens.imports.columns import count_of, kind_words
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList, TwoLines
from inventory_app.ui.widgets.labels import text


class ImportDetailPanel(DetailPanel):
    """Shows nothing until an import is chosen."""

    def __init__(self) -> None:
        super().__init__(nothing=translate("Imports", "No import selected"))
        self._figures = Figures(
            (
                translate("Imports", "Records"),
                translate("Imports", "Accepted"),
                translate("Imports", "Rejected"),
                translate("Imports", "Created"),
                translate("Imports", "Updated"),
                translate("Imports", "Unchanged"),
            )
        )
        self._state = text("", "caption", wrap=True)
        self._reasons = TwoLineList(translate("Imports", "Rejections and warnings"))
        self._columns = TwoLineList(translate("Imports", "Columns"))
        for part in (self._figures, self._state, self._reasons, self._columns):
            self.add(part)
        self.clear()

    def show_import(self, row: ImportRow) -> None:
        now = datetime.now(UTC)
        caption = f"{kind_words(row.kind)} · {row.actor} · {formats.moment(row.imported_at, now)}"
        self.show_subject(translate("Imports", "Import {id}").format(id=row.id), row.file_name, caption)
        names = ("records", "accepted", "rejected", "created", "updated", "unchanged")
        self._figures.show_values(**{name: formats.number(count_of(row, name)) for name in names})
        self._state.setText(_state(row, now))
        reasons = _reasons(row)
        self._reasons.show_entries("", reasons)
        self._columns.show_entries("", _columns(row))
        self._reasons.setVisible(bool(reasons))


def _state(row: ImportRow, now: datetime) -> str:
    if row.reverted_at is None:
        return translate("Imports", "Saved as one unit.")
    when = formats.moment(row.reverted_at, now)
    who = row.reverted_by or translate("Imports", "somebody")
    return translate("Imports", "Taken back by {who}, {when}.").format(who=who, when=when)


def _reasons(row: ImportRow) -> list[TwoLines]:
    rejected, warned = (row.counts.get(name) for name in ("rejected_by_reason", "warnings_by_reason"))
    listed = reason_rows(rejected if isinstance(rejected, dict) else {}, warned if isinstance(warned, dict) else {})
    return [
        TwoLines(
            one.words,
            "",
            formats.number(one.count),
            one.code,
            *(
                (translate("Imports", "warning"), "refused")
                if one.warning
                else (translate("Imports", "rejected"), "failed")
            ),
        )
        for one in listed
        if one.code
    ]


def _columns(row: ImportRow) -> list[TwoLines]:
    headers, fields = row.mapping.get("headers"), row.mapping.get("fields")
    if not isinstance(headers, list) or not isinstance(fields, dict):
        return []
    entries = []
    for label, source in fields.items():
        if isinstance(source, int) and source < len(headers):
            place = translate("Imports", "column {number}").format(number=source + 1)
            entries.append(TwoLines(str(label), "", place, str(headers[source]), ""))
        elif isinstance(source, dict) and isinstance(source.get("columns"), list):
            joined = [str(headers[place]) for place in source["columns"] if place < len(headers)]
            places = ", ".join(str(place + 1) for place in source["columns"])
            entries.append(
                TwoLines(
                    str(label),
                    "",
                    translate("Imports", "columns {places}").format(places=places),
                    " + ".join(joined),
                    "",
                )
            )
        elif isinstance(source, dict):
            entries.append(
                TwoLines(str(label), "", translate("Imports", "the same text"), str(source.get("text", "")), "")
            )
    return entries
