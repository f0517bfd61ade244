"""The imports screen: what was imported and by whom, the way back, and the way to a new import."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from shiboken6 import isValid
from typing_extensions import override

from inventory_app.actions.outcome import Committed, Topic
from inventory_app.actions.undo import Undo
from inventory_app.domain.errors import Refusal
from inventory_app.importing.import_file import ImportFile
from inventory_app.importing.kinds.purposes import PURPOSES, purpose_of
from inventory_app.importing.mapping.recipe import recipe_of_import
from inventory_app.importing.mapping.saved import SavedMappings, saved_of_import
from inventory_app.importing.request import ImportRequest
from inventory_app.queries.imports import ImportRow, import_page
from inventory_app.queries.page import Order
from inventory_app.settings import declared
from inventory_app.ui.import_dialog import ImportPresenter, ImportWindow, revert, told
from inventory_app.ui.import_dialog.files import file_filters
from inventory_app.ui.import_dialog.keeping import asked_name, saved_words
from inventory_app.ui.list_page import Exported, ListPage, LiveList, Source
from inventory_app.ui.list_page.exporting import offer_export
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import choose_file_to_open
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.imports.columns import import_columns
from inventory_app.ui.screens.imports.detail import ImportDetailPanel
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import native_keys, translate
from inventory_app.ui.widgets.buttons import Button, primary, quiet
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut


class ImportsPage(ListPage):
    """Holds the import windows: a hidden one goes on importing and can be brought back from here."""

    def __init__(self, with_: Collaborators) -> None:
        self._revert = Button(translate("Imports", "Re&vert…"), "", "undo", tip="Ctrl+Shift+Z")
        self._export = quiet(
            "",
            "export",
            tip=translate("Lists", "Export… ({keys})").format(keys=native_keys("Ctrl+Shift+E")),
            name=translate("Lists", "Export"),
        )
        self._running = Button(translate("Imports", "&Show the running import"))
        self._new = primary(
            translate("Imports", "&New import…"), tip="Ctrl+I or Ctrl+Enter", name=translate("Imports", "New import")
        )
        super().__init__(translate("Imports", "Imports"), "", self._export, self._running, self._revert, self._new)
        self._with = with_
        self._background = Background(self)
        self._windows: list[tuple[ImportWindow, ImportPresenter]] = []
        self._wanted: object = None
        self.setAcceptDrops(True)
        self.set_primary(self._new)
        self._detail = ImportDetailPanel()
        source = Source(import_columns(), lambda row: row.id, lambda: import_page, frozenset({Topic.IMPORTS}), _counted)
        listed = LiveList(
            with_, translate("Imports", "Imports"), source, detail=self._detail, nothing_yet=self._make_empty()
        )
        listed.remember("imports")
        self.show_list(listed)
        offer_export(
            listed, with_, Exported("imports", lambda: None, Order("imported_at", descending=True)), self._export
        )
        self._connect()
        self._show_running()

    def _make_empty(self) -> EmptyState:
        ways = (
            WayOut(
                "products",
                "products",
                translate("Imports", "Import products"),
                translate("Imports", "A catalogue with its opening stock"),
                "Ctrl+I",
            ),
            WayOut(
                "stock",
                "stock",
                translate("Imports", "Import stock"),
                translate("Imports", "Quantities by location, lot and serial number"),
            ),
        )
        empty = EmptyState(
            "imports",
            translate("Imports", "Nothing was imported yet"),
            translate("Imports", "A file is checked whole before it is saved."),
            ways,
        )
        empty.chosen.connect(self._way_chosen)
        return empty

    def _connect(self) -> None:
        self._new.clicked.connect(self._open_new)
        self._revert.clicked.connect(self._revert_current)
        self._running.clicked.connect(self._show_hidden)
        self._detail.save_wanted.connect(self._save_mapping)
        self._detail.repaired_wanted.connect(self._import_repaired)
        self.listed.current_changed.connect(self._current_changed)
        self.listed.model.refreshed.connect(self._go_to_wanted)
        for keys, slot in (
            ("Ctrl+Shift+Z", self._revert.click),
            ("Ctrl+V", self._paste),
            ("Ctrl+Shift+E", self._export.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ---------------------------------------------------------------------------------------------- import windows

    def new_import(self, path: Path | None = None, kind: str = "") -> ImportPresenter:
        """Open an import window, with a file in it when there is one already."""
        window = ImportWindow(self.window())
        presenter = ImportPresenter(self._with, window)
        presenter.earlier_wanted.connect(self._show_earlier)
        presenter.run_changed.connect(self._show_running)
        self._windows = [one for one in self._windows if isValid(one[0])]
        self._windows.append((window, presenter))
        window.come_forward()
        if kind:
            window.open.show_kind(kind)
            presenter.opening.choose_kind(kind)
        if path is not None:
            presenter.open_file(path, kind)
        return presenter

    def _open_new(self) -> None:
        self.new_import()

    def _paste(self) -> None:
        """A table that was copied in a spreadsheet or on a web page."""
        self.new_import().opening.paste(QGuiApplication.clipboard().text())

    def _way_chosen(self, kind: str) -> None:
        self.new_import(kind=kind)

    def _show_hidden(self) -> None:
        for window, presenter in self._windows:
            if isValid(window) and presenter.run is not None:
                window.come_forward()
                return

    def _show_running(self, _run: object = None) -> None:
        hidden = [window for window, presenter in self._windows if isValid(window) and presenter.run is not None]
        self._running.setVisible(bool(hidden))

    # ------------------------------------------------------------------------------------------------------ the list

    def _current_changed(self, row: ImportRow | None) -> None:
        self._revert.setEnabled(row is not None and not row.is_reverted and not self._background.running)
        if row is None:
            self._detail.clear()
        else:
            self._detail.show_import(row)

    def _revert_current(self) -> None:
        row = self.listed.current
        if row is not None and not row.is_reverted:
            self._background.start(self._take_back(row.file_name, row.action_id), name="revert an import")

    async def _take_back(self, name: str, action_id: UUID) -> None:
        outcome = await revert(
            self._with.actions,
            self,
            Undo(of=action_id, what=f"Import of {name}"),
            translate("Imports", "the import of {name}").format(name=name),
            self._reverting,
        )
        row = self.listed.current
        self._revert.setEnabled(row is not None and not row.is_reverted)
        if outcome is not None and not isinstance(outcome, Committed):
            self.banner.show_message(
                OutcomeLook.REFUSED, translate("Imports", "The import was not taken back"), told(outcome)
            )
        elif outcome is not None:
            self.banner.clear()

    def _reverting(self, name: str) -> None:
        words = translate("Imports", "All of it is one transaction: until it ends everything stands as before.")
        self.banner.show_message(
            OutcomeLook.RUNNING, translate("Imports", "Taking back {name}").format(name=name), words
        )
        self._revert.setEnabled(False)

    # ------------------------------------------------------------------------------------------------- its mapping

    def _save_mapping(self, row: ImportRow) -> None:
        self._background.start(self._keep_mapping(row), name="save the mapping of an import")

    async def _keep_mapping(self, row: ImportRow) -> None:
        """Ask for a name, and keep what the import was done with under it."""
        name = await asked_name(Path(row.file_name).stem, self)
        if not name or not isValid(self):
            return
        try:
            kept = saved_of_import(name, row.mapping, row.options)
            SavedMappings(self._with.settings.places.mappings).save(kept)
        except Refusal as refusal:
            title = translate("Imports", "The mapping was not saved")
            self.banner.show_message(OutcomeLook.REFUSED, title, refusal.message)
        else:
            self.banner.show_message(OutcomeLook.COMMITTED, saved_words(name))

    def _import_repaired(self, row: ImportRow) -> None:
        self._background.start(self._choose_repaired(row), name="import a repaired file")

    async def _choose_repaired(self, row: ImportRow) -> None:
        """Let the person pick the file, which is then mapped as the former one was."""
        try:
            recipe = recipe_of_import(row.mapping, row.options)
        except Refusal as refusal:
            title = translate("Imports", "The mapping cannot be used")
            self.banner.show_message(OutcomeLook.REFUSED, title, refusal.message)
            return
        folder = self._with.settings.get(declared.IMPORT_FOLDER)
        title = translate("Imports", "Choose the repaired file of {name}").format(name=row.file_name)
        path = await choose_file_to_open(self, title, folder, file_filters())
        if path is not None and isValid(self):
            name = translate("Imports", "import {id}").format(id=row.id)
            self.new_import().opening.open_with(path, name, recipe)

    def _show_earlier(self, import_id: object) -> None:
        self._with.navigator.go("imports", import_id)
        self.window().activateWindow()

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self.listed.table.select_key(self._wanted):
            self._wanted = None

    # ----------------------------------------------------------------------------------------- what the window calls

    def show_item(self, argument: object) -> None:
        """The id of an import, a file, a kind or a request to import, or a run: its window, or the way back.

        ``("new",)`` and ``("new", kind)`` open an empty window.
        """
        if isinstance(argument, tuple):
            kind = argument[1] if len(argument) > 1 else ""
            self.new_import(kind=kind if kind in PURPOSES else "")
        elif isinstance(argument, Path):
            self.new_import(argument)
        elif isinstance(argument, ImportRequest):
            self.new_import().start_again(argument)
        elif isinstance(argument, ActionRun) and isinstance(argument.action, ImportFile):
            self._show_run(argument, argument.action)
        elif isinstance(argument, int):
            self._wanted = argument
            self._go_to_wanted()
            self.listed.refresh()
        elif isinstance(argument, str):
            self.new_import(kind=argument if argument in PURPOSES else "")

    def _show_run(self, run: ActionRun, action: ImportFile) -> None:
        if isinstance(run.outcome, Committed):
            name = action.request.file_name
            self._background.start(self._take_back(name, action.action_id), name="revert an import")
        else:
            self.new_import(Path(action.request.path), purpose_of(action.request.options).name)

    @override
    def holds_typing(self) -> str:
        """The imports that were mapped, decided or corrected by hand and are not saved."""
        held = [
            presenter.opening.choices.path for window, presenter in self._windows
            if isValid(window) and presenter.would_lose_choices
        ]  # fmt: skip
        words = translate("Imports", "The import of {name}")
        return ", ".join(words.format(name=path.name) for path in held if path is not None)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                self.new_import(Path(url.toLocalFile()))


def _counted(count: int) -> str:
    return translate("Imports", "{count} import(s)", count=count).format(count=formats.number(count))
