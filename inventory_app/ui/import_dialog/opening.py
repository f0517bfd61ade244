"""The first two steps: looking at the file, how it is read, and what its columns become."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from inventory_app.domain.errors import Refusal
from inventory_app.importing.jobs import Inspect
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.mapping.saved import SavedMapping, SavedMappings
from inventory_app.importing.pasted import PastedTable, paste_table
from inventory_app.importing.reading.findings import Findings, Sure
from inventory_app.importing.reading.process import Inspected, ReadingFailed, inspect_file
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.value_mapping import references_of
from inventory_app.queries.locations import storage_paths
from inventory_app.queries.references import Reference
from inventory_app.settings import declared
from inventory_app.settings.errors import SettingsError
from inventory_app.ui.import_dialog import window as steps
from inventory_app.ui.import_dialog.assigned import assigned, constants, filled_down
from inventory_app.ui.import_dialog.choices import Choices, MapRow, Rules, map_rows
from inventory_app.ui.import_dialog.files import file_caption, file_filters, is_pasted
from inventory_app.ui.import_dialog.keeping import Keeping
from inventory_app.ui.import_dialog.numbers_row import with_proposals
from inventory_app.ui.import_dialog.offers import Offer, offers_for
from inventory_app.ui.import_dialog.pick_name import picked_name
from inventory_app.ui.import_dialog.proposals import may_become, proposals_for
from inventory_app.ui.import_dialog.window import ImportWindow
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import choose_file_to_open
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate

log = logging.getLogger(__name__)


class Opening(QObject):
    """Keeps what the person has chosen. A newer look at the file replaces an older one."""

    def __init__(self, with_: Collaborators, window: ImportWindow) -> None:
        super().__init__(window)
        self._with = with_
        self._window = window
        self._tasks = Background(self)
        self._looking: asyncio.Task[None] | None = None
        self._locations: tuple[str, ...] = ()
        self._findings: Findings = {}
        saved = SavedMappings(with_.settings.places.mappings)
        self.keeping = Keeping(saved, window, self._take_saved, self.show_map)
        self.choices = Choices()
        self.inspected: Inspected | None = None
        first, second = window.open, window.map
        first.file_wanted.connect(self.open_file)
        first.choose_wanted.connect(self.choose)
        first.table_pasted.connect(self.paste)
        first.kind_changed.connect(self.choose_kind)
        first.reading_changed.connect(self._reading_changed)
        first.rules_changed.connect(self._rules_changed)
        first.next.clicked.connect(self.to_map)
        second.columns_changed.connect(self._columns_changed)
        second.rules_changed.connect(self._rules_changed)
        second.offers.taken.connect(self.take)
        second.offers.left.connect(self.leave_recipe)
        second.save_mapping.clicked.connect(self._save_mapping)
        second.mappings.clicked.connect(self._manage)
        second.location_wanted.connect(self._ask_location)
        second.rules.numbers_wanted.connect(self._to_numbers)
        with_.queries.ask(self, "locations", storage_paths, self._locations_known)

    def forget(self) -> None:
        """Begin with another file."""
        self.choices = Choices().with_kind(self.choices.purpose)
        self.inspected = None
        self._window.open.show_nothing()
        self.show_title()

    def open_file(self, path: Path, kind: str = "") -> None:
        """Look at a file; everything chosen about another one is forgotten."""
        self.choices = self.choices.with_file(path)
        self._findings = {}
        if kind and kind != self.choices.purpose:
            self.choices = self.choices.with_kind(kind)
        self._window.show_step(steps.OPEN)
        if not is_pasted(path):
            self._keep_folder(path.parent)
        self._look(fresh=True)

    def open_with(self, path: Path, name: str, recipe: Recipe) -> None:
        """Look at a file that is to be imported as another one was."""
        self.open_file(path)
        self.take(Offer(name, recipe))

    def paste(self, text: str) -> None:
        """Look at a table from the clipboard; its private file lives as long as the window."""
        try:
            pasted = paste_table(text)
        except Refusal as refusal:
            title = translate("Import", "Nothing can be pasted")
            self._window.banner.show_message(OutcomeLook.REFUSED, title, refusal.message)
            return
        self._window.destroyed.connect(partial(_remove, pasted))
        self.open_file(pasted.path)

    def take_up(self, request: ImportRequest) -> None:
        """An import is begun anew: its file is looked at beside it, for the steps that may come after."""
        self.choices = Choices.of_request(request)
        self._findings = {}
        self._look(fresh=False)

    def _keep_folder(self, folder: Path) -> None:
        try:
            self._with.settings.set(declared.IMPORT_FOLDER, str(folder))
        except SettingsError as error:  # a convenience; the import does not depend on it
            log.warning("the folder of imports is not remembered: %s", error)

    def choose(self) -> None:
        """Let the person pick a file."""
        if self._window.step == steps.OPEN:
            self._tasks.start(self._chosen(), name="choose a file")

    async def _chosen(self) -> None:
        folder = self._with.settings.get(declared.IMPORT_FOLDER)
        title = translate("Import", "Choose a file to import")
        path = await choose_file_to_open(self._window, title, folder, file_filters())
        if path is not None:
            self.open_file(path)

    def choose_kind(self, kind: str) -> None:
        """What the file is imported for, by the name of the purpose."""
        typed = self._window.open.typed
        if typed is not None and typed != self.choices.path:
            self.choices = self.choices.with_file(typed)
        self.choices = self.choices.with_kind(kind)
        self.show_title()
        self._look(fresh=True)

    def _reading_changed(self) -> None:
        """What the person changed is kept; the rest is detected anew on its ground."""
        now = self._window.open.reading
        shown = self.inspected.preview.file_format if self.inspected is not None else None
        former = self.choices.reading
        if shown is not None:
            former = replace(
                former,
                encoding=now.encoding if now.encoding not in (None, shown.encoding) else former.encoding,
                delimiter=now.delimiter if now.delimiter not in (None, shown.delimiter) else former.delimiter,
                quote=now.quote if now.quote not in (None, shown.quote) else former.quote,
                escape=now.escape,
                header_line=now.header_line if now.header_line != shown.header_line else former.header_line,
            )
            if now.sheet and now.sheet != shown.sheet:
                former = replace(former, sheet=now.sheet, header_line=None)
        self.choices = replace(self.choices, reading=former if shown is not None else now)
        self.forget_corrections()
        self._look(fresh=False)

    def forget_corrections(self) -> None:
        """Of single cells, by the number of their record: the records are others now."""
        self.choices = replace(self.choices, treatment=replace(self.choices.treatment, corrections={}))

    def _look(self, *, fresh: bool) -> None:
        path = self.choices.path
        if path is None:
            return
        if self._looking is not None:
            self._looking.cancel()
        self._window.open.show_reading(path)
        self._looking = self._tasks.start(self._inspect(path, fresh=fresh), name="look at a file")

    async def looked(self) -> None:
        """Wait for the look at the file that is under way, whatever comes of it."""
        if self._looking is not None and not self._looking.done():
            await asyncio.wait((self._looking,))

    async def _inspect(self, path: Path, *, fresh: bool) -> None:
        try:
            inspected, misfit = await self._found(path)
        except (Refusal, ReadingFailed) as problem:
            message = problem.message if isinstance(problem, Refusal) else str(problem)
            self._unreadable(message)
            return
        former = self.inspected
        self.inspected = inspected
        self._window.banner.clear()
        if misfit:
            title = translate("Import", "This mapping does not fit the file")
            self._window.banner.show_message(OutcomeLook.REFUSED, title, misfit)
        if former is None or former.preview.headers != inspected.preview.headers:
            self.choices = replace(self.choices, columns=None)
        self.choices = replace(self.choices, base=inspected.mapping)
        if self.choices.columns is None:
            self.choices = replace(self.choices, columns=self.choices.restricted(assigned(inspected.mapping)))
        if fresh:
            self.choices = replace(self.choices, rules=with_proposals(self.choices.rules, inspected.findings))
        self._remember(inspected.findings)
        self.show_title()
        self._window.open.show_kind(self.choices.purpose)
        self._window.open.show_preview(inspected, self._findings, self.choices.rules)
        if self._window.step == steps.MAP:
            self.show_map()
        elif self._window.step == steps.OPEN and self._window.isVisible():
            self._window.open.enter()

    def _remember(self, findings: Findings) -> None:
        """What was proposed and taken is given at the next look; its reason is the one that it was found for."""
        known = {name: one for name, one in self._findings.items() if name in findings}
        found = {
            name: one
            for name, one in findings.items()
            if one.sure is not Sure.GIVEN or name not in known or known[name].value != one.value
        }
        self._findings = known | found

    async def _found(self, path: Path) -> tuple[Inspected, str]:
        """What the file is, and why the mapping that was taken does not fit it; '' when it does or none was."""
        inspected = await inspect_file(self._question(path))
        if inspected.mapping is not None or self.choices.recipe is None:
            return inspected, ""
        self.choices = self.choices.without_recipe()
        return await inspect_file(self._question(path)), inspected.mapping_problem

    def _question(self, path: Path) -> Inspect:
        """What is asked about the file; columns that were changed by hand are kept apart from what is found."""
        recipe = self.choices.recipe
        flags = recipe.flags if recipe is not None else ()
        lenient = replace(self.choices.treatment, lenient=True)
        return Inspect(str(path), self.choices.options(), flags, lenient, self._locations)

    def take(self, offer: Offer) -> None:
        """Map the file as a preset or a saved mapping says, and show what becomes of it."""
        self.choices = self.choices.with_recipe(offer.name, offer.recipe)
        self._look(fresh=not {"decimal", "thousands"} & set(offer.recipe.options))

    def leave_recipe(self) -> None:
        """Back to what the headers say by themselves."""
        self.choices = self.choices.without_recipe()
        self._look(fresh=True)

    def _unreadable(self, message: str) -> None:
        self.inspected = None
        self._window.open.show_refused()
        self._window.banner.show_message(
            OutcomeLook.REFUSED, translate("Import", "This file cannot be read this way"), message
        )

    def show_title(self, records: int = 0) -> None:
        """Which file it is, and how much is in it once that is known."""
        path, inspected = self.choices.path, self.inspected
        caption = file_caption(path, inspected.preview, records) if path and inspected else ""
        self._window.show_title(translate("Purposes", self.choices.intent.title.lower()), caption)

    def _locations_known(self, paths: tuple[str, ...]) -> None:
        self._locations = tuple(paths)
        if self._window.step == steps.MAP:
            self.show_map()

    def to_map(self) -> None:
        """The second step, when there is a file to map."""
        if self.inspected is not None:
            self._window.show_step(steps.MAP)
            self.show_map()
            self._window.map.enter()

    def show_map(self) -> None:
        inspected = self.inspected
        if inspected is None:
            return
        automatic = assigned(inspected.mapping)
        chosen, headers = self.choices, inspected.preview.headers
        filled = filled_down(headers, chosen.treatment)
        columns = automatic if chosen.columns is None else chosen.columns
        proposed = proposals_for(chosen.kind, inspected.columns, columns, chosen.intent.fields)
        rows = map_rows(inspected.preview, automatic, chosen.columns, chosen.recipe_name, filled, proposed)
        page = self._window.map
        page.show_columns(chosen.kind, rows, only=chosen.intent.fields, constants=constants(chosen.base))
        page.offers.show_offers(offers_for(inspected, chosen.kind, self.keeping.saved), chosen.recipe_name)
        page.show_rules(chosen.kind, chosen.rules, self._locations)
        names = references_of(kind_of(chosen.kind))
        page.rules.show_decided(len(chosen.decided), able=any(label in names for label in columns.values()))

    def _to_numbers(self) -> None:
        """Back to where it is said how numbers and dates are written."""
        self._window.show_step(steps.OPEN)
        self._window.open.numbers.decimal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns_changed(self, columns: Mapping[int, str]) -> None:
        inspected = self.inspected
        automatic = assigned(inspected.mapping) if inspected is not None else {}
        self.choices = replace(self.choices, columns=None if dict(columns) == automatic else dict(columns))
        self.show_map()

    def _rules_changed(self, rules: Rules) -> None:
        self.choices = replace(self.choices, rules=rules)

    # ---------------------------------------------------------------------------------------------- saved mappings

    def _save_mapping(self) -> None:
        if self.inspected is not None:
            self._tasks.start(self.keeping.ask_name(self.choices, self.inspected), name="save a mapping")

    def _manage(self) -> None:
        if self.inspected is not None:
            self._tasks.start(self.keeping.manage(self.choices, self.inspected), name="the saved mappings")

    def _take_saved(self, mapping: SavedMapping) -> None:
        self.take(Offer(mapping.name, mapping.recipe, saved=True))

    # --------------------------------------------------------------------------------------- quantities by location

    def _ask_location(self, shown: MapRow) -> None:
        self._tasks.start(self._location_for(shown), name="choose a location")

    async def _location_for(self, shown: MapRow) -> None:
        """The column becomes the quantity at the location that is picked; it may be one that does not exist yet."""
        title = translate("Import", "“{column}” is the quantity at").format(column=shown.header)
        path = await picked_name(
            self._with.queries, Reference.LOCATION, title, self._window, near=self._locations[:1], may_be_new=True
        )
        if not path or not isValid(self._window):
            return
        label = f"quantity@{path}"
        if may_become(kind_of(self.choices.kind), label):
            self._window.map.choose(shown.place, label)
        else:
            self._window.map.say(
                translate("Import", "A location with this name cannot be written into a mapping."), wrong=True
            )


def _remove(pasted: PastedTable, _window: object = None) -> None:
    """The window is gone, and with it the only one that shows what was pasted."""
    pasted.remove()
