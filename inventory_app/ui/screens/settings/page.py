"""The page of the settings: sections at the left, the one in front beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from inventory_app.settings import declared
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.settings.about import AboutView
from inventory_app.ui.screens.settings.databases import DatabasesView
from inventory_app.ui.screens.settings.databases_presenter import DatabasesPresenter
from inventory_app.ui.screens.settings.options import Group, OptionsPresenter, OptionsView
from inventory_app.ui.screens.settings.sections import SectionList
from inventory_app.ui.screens.settings.services import SettingsServices
from inventory_app.ui.screens.settings.shortcuts import ShortcutsView
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.layout import row, rule
from inventory_app.ui.widgets.page import Page

GENERAL = (
    Group(QT_TRANSLATE_NOOP("Settings", "You"), (declared.ACTOR, declared.WORKSTATION)),
    Group(QT_TRANSLATE_NOOP("Settings", "Look"), (declared.THEME, declared.LANGUAGE)),
    Group(QT_TRANSLATE_NOOP("Settings", "Numbers"), (declared.CURRENCY_SIGN, declared.DECIMAL_MARK)),
    Group(QT_TRANSLATE_NOOP("Settings", "Log"), (declared.LOG_LEVEL, declared.SQL_LOG)),
)
SAVING = (
    Group(
        QT_TRANSLATE_NOOP("Settings", "When saving does not succeed at once"),
        (
            declared.MAX_TRIES,
            declared.TOTAL_SECONDS,
            declared.BASE_DELAY_SECONDS,
            declared.MAX_DELAY_SECONDS,
            declared.RESOLVE_SECONDS,
        ),
    ),
    Group(
        QT_TRANSLATE_NOOP("Settings", "Longest waits"),
        (
            declared.POOL_WAIT_SECONDS,
            declared.LOCK_TIMEOUT_SECONDS,
            declared.STATEMENT_TIMEOUT_SECONDS,
            declared.IMPORT_WAIT_SECONDS,
        ),
    ),
)
SCANNER = (
    Group(
        QT_TRANSLATE_NOOP("Settings", "Barcode scanner"),
        (declared.SCANNER_ENABLED, declared.SCANNER_GAP_MS, declared.SCANNER_LEAST),
    ),
)
SECTIONS = (
    ("general", QT_TRANSLATE_NOOP("Settings", "General")),
    ("databases", QT_TRANSLATE_NOOP("Settings", "Databases")),
    ("scanner", QT_TRANSLATE_NOOP("Settings", "Scanner")),
    ("saving", QT_TRANSLATE_NOOP("Settings", "Tries and limits")),
    ("shortcuts", QT_TRANSLATE_NOOP("Settings", "Shortcuts")),
    ("about", QT_TRANSLATE_NOOP("Settings", "About")),
)


class SettingsPage(Page):
    """`show_item` takes the key of a section."""

    def __init__(self, collaborators: Collaborators, services: SettingsServices) -> None:
        super().__init__(translate("Settings", "Settings"), translate("Settings", "kept on this computer"))
        self.sections = SectionList(SECTIONS)
        self._stack = QStackedWidget()
        self._stack.setObjectName("settings-stack")
        general = OptionsView(translate("Settings", "General"), GENERAL)
        scanner = OptionsView(translate("Settings", "Scanner"), SCANNER, with_defaults=True)
        saving = OptionsView(translate("Settings", "Tries and limits"), SAVING, with_defaults=True)
        self.databases = DatabasesView()
        self._views: dict[str, QWidget] = {
            "general": general,
            "databases": self.databases,
            "scanner": scanner,
            "saving": saving,
            "shortcuts": ShortcutsView(),
            "about": AboutView(collaborators.settings.places),
        }
        for view in self._views.values():
            self._stack.addWidget(view)
        self._options = (
            OptionsPresenter(general, GENERAL, collaborators, services),
            OptionsPresenter(scanner, SCANNER, collaborators, services),
            OptionsPresenter(saving, SAVING, collaborators, services),
        )
        self.presenter = DatabasesPresenter(self.databases, collaborators, services)
        self.sections.chosen.connect(self._show)
        self.set_body(row(self.sections, rule(vertical=True), (self._stack, 1), spacing=0))
        self.set_primary(self.databases.primary)
        self.databases.primary_changed.connect(self.set_primary)
        self.sections.show_current("general")

    def show_item(self, argument: object) -> None:
        """Bring the section of this key to the front."""
        if isinstance(argument, str) and argument in self._views:
            self.sections.show_current(argument)
            if argument == "databases":
                self.databases.profiles.view.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.sections.focus()

    def _show(self, key: str) -> None:
        self._stack.setCurrentWidget(self._views[key])
        if key == "databases":
            self.presenter.enter()

    @override
    def refresh(self) -> None:
        for presenter in self._options:
            presenter.show()
        self.presenter.refresh()

    @override
    def enter(self) -> None:
        self.sections.focus()

    @override
    def holds_typing(self) -> str:
        return self.presenter.holds_typing()
