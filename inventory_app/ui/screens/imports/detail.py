"""The panel beside the list: one import with its counts, columns and what became of it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from inventory_app.queries.imports import ImportRow
from inventory_app.ui.import_dialog.choices import words_of
from inventory_app.ui.import_dialog.reasons_list import reason_rows
from inventory_app.ui.screens.imports.columns import count_of, kind_words
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList, TwoLines
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column, row


class ImportDetailPanel(DetailPanel):
    """Shows nothing until an import is chosen. The signals carry the import whose mapping is wanted."""

    save_wanted = Signal(object)  # ImportRow: keep its mapping under a name
    repaired_wanted = Signal(object)  # ImportRow: import another file with it

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
        self._row: ImportRow | None = None
        for part in (self._figures, self._state, self._make_ways(), self._reasons, self._columns):
            self.add(part)
        self.clear()

    def _make_ways(self) -> QFrame:
        """What can be done with its mapping."""
        self.save = Button(translate("Imports", "Save as &mapping…"))
        self.repaired = Button(
            translate("Imports", "Import a repaired &file…"),
            tip=translate("Imports", "With the same columns, rules and decisions"),
        )
        self.save.clicked.connect(self._save)
        self.repaired.clicked.connect(self._import_repaired)
        ways = column(
            text(translate("Imports", "Its mapping"), "strong"), row(self.save, None), row(self.repaired, None)
        )
        return box(ways)

    def _save(self) -> None:
        self.save_wanted.emit(self._row)

    def _import_repaired(self) -> None:
        self.repaired_wanted.emit(self._row)

    def show_import(self, shown: ImportRow) -> None:
        self._row = shown
        now = datetime.now(UTC)
        caption = f"{kind_words(shown.kind)} · {shown.actor} · {formats.moment(shown.imported_at, now)}"
        self.show_subject(translate("Imports", "Import {id}").format(id=shown.id), shown.file_name, caption)
        names = ("records", "accepted", "rejected", "created", "updated", "unchanged")
        self._figures.show_values(**{name: formats.number(count_of(shown, name)) for name in names})
        self._state.setText(_state(shown, now))
        reasons = _reasons(shown)
        self._reasons.show_entries("", reasons)
        self._columns.show_entries("", _columns(shown))
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
            entries.append(TwoLines(words_of(str(label)), "", place, str(headers[source]), ""))
        elif isinstance(source, dict) and isinstance(source.get("columns"), list):
            joined = [str(headers[place]) for place in source["columns"] if place < len(headers)]
            places = ", ".join(str(place + 1) for place in source["columns"])
            entries.append(
                TwoLines(
                    words_of(str(label)),
                    "",
                    translate("Imports", "columns {places}").format(places=places),
                    " + ".join(joined),
                    "",
                )
            )
        elif isinstance(source, dict):
            entries.append(
                TwoLines(
                    words_of(str(label)), "", translate("Imports", "the same text"), str(source.get("text", "")), ""
                )
            )
    return entries
