"""The dialog that writes a list into a file, and stays to tell how far it is and what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox
from shiboken6 import isValid
from typing_extensions import override

from inventory_app.exporting.formats import Format
from inventory_app.exporting.request import ExportRequest
from inventory_app.ui.export_dialog.offers import Offer
from inventory_app.ui.export_dialog.writing import Written, write
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import choose_file_to_save
from inventory_app.ui.theme import OutcomeLook, Space, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import column, row
from inventory_app.ui.widgets.progress import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inventory_app.database.database import Database
    from inventory_app.ui.runtime.writings import Writings

_WIDTH, _WIDE = 600, 320  # of the dialog, of its choices
_FORMATS = {
    Format.CSV: QT_TRANSLATE_NOOP("Export", "CSV, for every program"),
    Format.XLSX: QT_TRANSLATE_NOOP("Export", "Excel workbook (XLSX)"),
    Format.JSONL: QT_TRANSLATE_NOOP("Export", "JSON Lines, for programmers"),
}


class ExportDialog(Dialog):
    """Not modal: work goes on beside it. Closing it while it writes stops the writing, and there is no file.

    Of several ``offers`` the person chooses one, the first to begin with.
    """

    def __init__(
        self, database: Database, offers: Sequence[Offer], writings: Writings, parent: QWidget | None = None
    ) -> None:
        self._database = database
        self._writings = writings
        self._offers = tuple(offers)
        self._background = Background()
        self._task: asyncio.Task[None] | None = None
        self._path: Path | None = None
        self._make_form()
        self.banner = Banner()
        self.progress = ProgressBar(translate("Export", "Export"))
        self.words = text("", "caption", wrap=True)
        self.open_folder = Button(translate("Export", "Open &folder"), name=translate("Export", "Open folder"))
        self.close_button = Button(translate("Export", "&Close"), tip="Esc")
        self.go_button = primary(translate("Export", "&Export…"))
        done = row((self.words, 1), self.open_folder, spacing=Space.M)
        super().__init__(
            translate("Export", "Export"),
            column(self.banner, self._form, self.progress, done, spacing=Space.M),
            (self.close_button, self.go_button),
            width=_WIDTH,
            parent=parent,
        )
        self._background.setParent(self)
        self.progress.hide()
        self.open_folder.hide()
        self.close_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self._go)
        self.open_folder.clicked.connect(self._open_folder)
        self.format.currentIndexChanged.connect(self._show_raw)
        self.what.currentIndexChanged.connect(self._show_offer)
        self._show_offer()

    def _make_form(self) -> None:
        self._make_choices()
        self._what_field = Field(translate("Export", "&What"), self.what, hint=self._offer.hint)
        self._rows_field = Field(translate("Export", "&Rows"), self.rows)
        self._columns_field = Field(translate("Export", "C&olumns"), self.columns)
        self._raw_field = Field(
            translate("Export", "Formulas"), self.raw,
            hint=translate(
                "Export",
                "Otherwise an apostrophe keeps spreadsheets from computing them; an import of the file takes it off.",
            ),
        )  # fmt: skip
        format_field = Field(translate("Export", "&Format"), self.format)
        self._form = Form((self._what_field, format_field, self._rows_field, self._columns_field, self._raw_field))
        self._form.set_shown(self._what_field, len(self._offers) > 1)

    def _make_choices(self) -> None:
        titles = [(offer.title, offer.kind) for offer in self._offers]
        self.what = plain_combo(titles, width=_WIDE, name=translate("Export", "What"))
        self.format = plain_combo(
            [(translate("Export", words), key) for key, words in _FORMATS.items()],
            width=_WIDE,
            name=translate("Export", "Format"),
        )
        shown = [
            (translate("Export", "As shown: filtered and sorted"), True),
            (translate("Export", "Everything"), False),
        ]
        self.rows = plain_combo(shown, width=_WIDE, name=translate("Export", "Rows"))
        columns = [(translate("Export", "As shown"), True), (translate("Export", "All there are"), False)]
        self.columns = plain_combo(columns, width=_WIDE, name=translate("Export", "Columns"))
        self.raw = QCheckBox(translate("Export", "&Leave texts that begin like a formula as they are"))

    @property
    def _offer(self) -> Offer:
        """What is chosen."""
        return self._offers[self.what.currentIndex()]

    @property
    def running(self) -> bool:
        return self._task is not None and not self._task.done()

    def _show_raw(self) -> None:
        """Only CSV is guarded."""
        self._raw_field.setEnabled(Format(self.format.currentData()) is Format.CSV)

    def _show_offer(self) -> None:
        """What the list's filter and columns do not hold for is written whole, and says so."""
        offer = self._offer
        self._what_field.set_hint(offer.hint)
        for one, choice, follows in (
            (self._rows_field, self.rows, offer.narrowed),
            (self._columns_field, self.columns, bool(offer.columns)),
        ):
            if one.isEnabledTo(self._form) != follows:
                one.setEnabled(follows)
                choice.setCurrentIndex(choice.findData(follows))

    def _go(self) -> None:
        if self.running:
            self._stop()
        else:
            self._task = self._background.start(self._export(), name="export")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    async def _export(self) -> None:
        chosen = Format(self.format.currentData())
        path = await choose_file_to_save(
            self, translate("Export", "Export to"), self._proposed(chosen), (f"{chosen.upper()} (*.{chosen})",), chosen
        )
        if path is None:
            return
        self._path = path
        self._writings.hold()
        self._show_running()
        try:
            written = await write(self._database, self._request(chosen, path), self._tell)
        except asyncio.CancelledError:
            if isValid(self):
                self._show_ended(translate("Export", "Stopped. There is no file."))
            raise
        if isValid(self):
            self._show_written(written)

    def _proposed(self, chosen: Format) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(Path(folder) / f"{self._offer.kind}.{chosen}")

    def _request(self, chosen: Format, path: Path) -> ExportRequest:
        shown, offer = bool(self.rows.currentData()), self._offer
        return ExportRequest(
            offer.kind,
            chosen,
            str(path),
            raw=self.raw.isChecked(),
            wanted=offer.wanted if shown else None,
            order=offer.order if shown else None,
            columns=offer.columns if self.columns.currentData() else (),
        )

    def _tell(self, rows: int) -> None:
        if isValid(self):
            self.words.setText(translate("Export", "Rows written: {count}").format(count=formats.number(rows)))

    # --------------------------------------------------------------------------------------------- states

    def _show_running(self) -> None:
        self.banner.clear()
        self.open_folder.hide()
        self._form.setEnabled(False)
        self.progress.setRange(0, 0)  # how many rows there are, nobody counts beforehand
        self.progress.show()
        self.words.setText(translate("Export", "Reading…"))
        self.go_button.set_words(translate("Export", "&Stop"))

    def _show_ended(self, words: str) -> None:
        self.progress.setRange(0, 1000)
        self.progress.hide()
        self._form.setEnabled(True)
        self._show_raw()
        self.words.setText(words)
        self.go_button.set_words(translate("Export", "&Export…"))

    def _show_written(self, written: Written) -> None:
        if written.problem:
            self._show_ended("")
            self.banner.show_message(OutcomeLook.FAILED, translate("Export", "There is no file"), written.problem)
            return
        words = translate("Export", "Written to {file} in {time}. Rows: {count}")
        name = self._path.name if self._path is not None else ""
        took = formats.duration(written.seconds)
        self._show_ended(words.format(file=name, time=took, count=formats.number(written.rows)))
        self.open_folder.show()
        self.open_folder.setFocus()

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    @override
    def leave(self) -> None:
        """What is being written is given up."""
        self._stop()
        super().leave()
