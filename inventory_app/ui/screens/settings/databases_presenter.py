"""What happens in the section of databases: drafts, saving, testing, changing over."""

from __future__ import annotations

import asyncio
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from inventory_app.settings.errors import InvalidSettingError, KeyringUnavailable, SettingsNotSavedError
from inventory_app.settings.profiles import DatabaseKind, Profile
from inventory_app.settings.secrets import PASSWORD_VARIABLE, Source, find_password
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import Choice, ask, choose_file_to_open
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.settings.change_over import ChangeOver
from inventory_app.ui.screens.settings.connection_test import ConnectionTest
from inventory_app.ui.screens.settings.databases import DatabasesView
from inventory_app.ui.screens.settings.drafts import Draft, copy_of, new_draft
from inventory_app.ui.screens.settings.profile_form import put
from inventory_app.ui.screens.settings.profile_states import Known, file_sizes, row_of, state_in_use, state_of
from inventory_app.ui.screens.settings.services import SettingsServices
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

_KEPT = QT_TRANSLATE_NOOP("Settings", "•••••••• kept in the keyring")
_HELD = QT_TRANSLATE_NOOP("Settings", "•••••••• known until the program ends")


class DatabasesPresenter(QObject):
    """Holds the drafts; the form shows one of them."""

    def __init__(self, view: DatabasesView, collaborators: Collaborators, services: SettingsServices) -> None:
        super().__init__(view)
        self._view = view
        self._with = collaborators
        self._settings = collaborators.settings
        self._secrets = collaborators.secrets
        self._switch = services.switch
        self._background = Background(self)
        self._known = Known()
        self._drafts: dict[str, Draft] = {}
        self._given: dict[str, Profile] = {}  # used in this run without being kept: named by --database
        self._current = self._in_use_id()
        self._new_passwords: set[str] = set()  # saved since their databases were opened
        self._note = ""
        self._test = ConnectionTest(view, services, self._known, self)
        self._test.tested.connect(self._show_rows)
        self._change = ChangeOver(view, services, collaborators, self)
        self._change.ended.connect(self._change_ended)
        self._change.tested.connect(self._test.take)
        self._connect()

    def _connect(self) -> None:
        view = self._view
        view.edited.connect(self._edited)
        view.profiles.chosen.connect(self.select)
        view.profiles.new_wanted.connect(self._new)
        view.copy.clicked.connect(self._copy)
        view.remove.clicked.connect(self._remove)
        view.test.clicked.connect(self._start_test)
        view.discard.clicked.connect(self._discard)
        view.save.clicked.connect(self._start_save)
        view.use.clicked.connect(self._use)
        view.form.browse_wanted.connect(self._browse)
        view.test_card.migrate_wanted.connect(self._migrate)
        self._switch.changed.connect(self._show_all)
        self._switch.trouble_changed.connect(self._show_all)
        self._with.health.changed.connect(self._show_rows)

    # ------------------------------------------------------------------------------------------- what is shown

    def enter(self) -> None:
        """The section came to the front."""
        self.refresh()

    def refresh(self) -> None:
        """Read the settings again; what was typed stays."""
        self._settings.refresh()
        if self._current not in {profile.id for profile in self._profiles()}:
            self._current = self._in_use_id()
        self._load()
        self._show_all()
        self._background.start(self._find_sizes(), name="sizes of databases")

    def select(self, profile_id: str) -> None:
        """Show another profile; what was typed for the former is kept as its draft."""
        if profile_id == self._current:
            return
        self._current, self._note = profile_id, ""
        self._view.banner.clear()
        self._change.forget_failure()
        self._load()
        self._show_all()

    def holds_typing(self) -> str:
        names = [draft.profile.name for draft in self._drafts.values()]
        if not names:
            return ""
        if len(names) == 1:
            return translate("Settings", "the profile {name}").format(name=names[0])
        return translate("Settings", "{count} profile(s)", count=len(names)).format(count=len(names))

    def _in_use_id(self) -> str:
        profile = self._switch.profile
        return profile.id if profile is not None else self._settings.profile_in_use().id

    def _profiles(self) -> list[Profile]:
        kept = list(self._settings.profiles())
        in_use = self._switch.profile
        known = {profile.id for profile in kept}
        if in_use is not None and in_use.id not in known:  # given on the command line, not kept anywhere
            self._given[in_use.id] = in_use
        kept += [profile for profile in self._given.values() if profile.id not in known]
        return [*kept, *(draft.profile for draft in self._drafts.values() if draft.is_new)]

    def _kept(self, profile_id: str) -> Profile | None:
        draft = self._drafts.get(profile_id)
        if draft is not None and draft.is_new:
            return None
        return next((profile for profile in self._profiles() if profile.id == profile_id), None)

    def _shown(self) -> Draft:
        """What stands in the form: the draft, or the profile as it is kept."""
        draft = self._drafts.get(self._current)
        if draft is not None:
            return draft
        kept = self._kept(self._current) or self._settings.profile_in_use()
        return Draft.of(kept)

    def _load(self) -> None:
        draft = self._shown()
        self._view.load(draft.kind, draft.values, draft.password)
        self._test.show_last(draft.id)
        if draft.kind is DatabaseKind.POSTGRESQL:
            self._background.start(self._find_password(draft.id), name="is a password kept")

    def _show_all(self, _changed: object = None) -> None:
        draft = self._shown()
        profile, kept = draft.profile, self._kept(draft.id)
        self._view.show_profile(profile.name, profile.warning or "")
        in_use = draft.id == self._in_use_id()
        dirty = draft.id in self._drafts
        self._view.show_buttons(
            dirty=dirty,
            use_words="" if dirty else self._use_words(kept, in_use),
            note="" if dirty else self._note or (translate("Settings", "In use") if in_use else ""),
            removable=not in_use,
        )
        self._show_rows()

    def _change_ended(self) -> None:
        self._note = ""
        self._show_all()

    def _use_words(self, kept: Profile | None, in_use: bool) -> str:
        """The words of the button that works with this database, '' when that is so already."""
        opened = self._switch.profile
        if kept is None or opened is None or not in_use:
            return translate("Settings", "Use this data&base")
        if self._switch.trouble is not None or kept.id in self._new_passwords:
            return translate("Settings", "Connect a&gain")
        return (
            "" if opened.changed(name=kept.name) == kept else translate("Settings", "Connect again with the &changes")
        )

    def _show_rows(self, _changed: object = None) -> None:
        in_use, health = self._in_use_id(), self._with.health.health
        rows = []
        for profile in self._profiles():
            state = state_of(profile, self._settings, self._known)
            if profile.id == in_use:
                reachable = health is None or health.reachable
                state = state_in_use(reachable=reachable, in_trouble=self._switch.trouble is not None)
            rows.append(row_of(profile, self._drafts.get(profile.id), state, self._known))
        self._view.profiles.show_rows(rows, self._current)

    async def _find_sizes(self) -> None:
        self._known.sizes = await asyncio.to_thread(file_sizes, tuple(self._profiles()))
        if isValid(self._view):
            self._show_rows()

    async def _find_password(self, profile_id: str) -> None:
        """The keyring may have to be unlocked by the person: never on the loop."""
        found = await asyncio.to_thread(find_password, profile_id, self._secrets)
        unavailable = await asyncio.to_thread(self._secrets.unavailable)
        if not isValid(self._view) or profile_id != self._current:
            return
        known = translate("Settings", _KEPT if unavailable is None else _HELD)
        placeholder = translate("Settings", "none kept") if found.password is None else known
        if found.source is Source.ENVIRONMENT:
            placeholder = translate("Settings", "given by {variable}").format(variable=PASSWORD_VARIABLE)
        hint = (
            translate("Settings", "No keyring on this computer: a password holds until the program ends.")
            if unavailable
            else ""
        )
        self._view.show_password_state(placeholder, hint, unavailable or "")

    # ------------------------------------------------------------------------------------------ what is typed

    def _edited(self) -> None:
        former = self._shown()
        draft = Draft(former.id, former.kind, self._view.values(), self._view.password, former.is_new)
        if draft.is_new or draft.differs_from(self._kept(draft.id)):
            self._drafts[draft.id] = draft
        else:
            self._drafts.pop(draft.id, None)
        self._note = ""
        self._show_all()

    def _new(self, kind: DatabaseKind) -> None:
        self._begin(new_draft(kind, self._names(), self._settings.places))

    def _copy(self) -> None:
        self._begin(copy_of(self._shown(), self._names()))

    def _begin(self, draft: Draft) -> None:
        self._drafts[draft.id] = draft
        self.select(draft.id)
        self._view.focus_name()

    def _names(self) -> list[str]:
        return [profile.name for profile in self._profiles()]

    def _discard(self) -> None:
        draft = self._drafts.pop(self._current, None)
        if draft is not None and draft.is_new:
            self._current = self._in_use_id()
        self._view.banner.clear()
        self._load()
        self._show_all()

    def _browse(self) -> None:
        self._background.start(self._choose_file(), name="choose a database file")

    async def _choose_file(self) -> None:
        folder = str(self._shown().profile.file.parent)
        filters = [
            translate("Settings", "Databases (*.db *.sqlite *.sqlite3)"),
            translate("FileDialog", "All files (*)"),
        ]
        chosen = await choose_file_to_open(self._view, translate("Settings", "Choose a database"), folder, filters)
        if chosen is not None and isValid(self._view):
            put(self._view.form.fields["path"].control, str(chosen))

    # ---------------------------------------------------------------------------------------- what is asked for

    def _start_save(self) -> None:
        draft = self._drafts.get(self._current)
        if draft is not None and self._view.check() and self._fits(draft):
            self._background.start(self._save(draft), name="save the profile")

    def _fits(self, draft: Draft) -> bool:
        """What only the whole profile can tell, such as a certificate that is not there."""
        for name, message in draft.problems().items():
            field = self._view.all_fields().get(name)
            if field is not None:
                field.show_message(message.partition(": ")[2] or message)
                return False
        return True

    async def _save(self, draft: Draft) -> None:
        profile, told, note = draft.profile, "", translate("Settings", "Saved")
        try:
            if draft.password:
                self._secrets.hold(profile.id, draft.password)
                self._new_passwords.add(profile.id)
            await asyncio.to_thread(self._settings.save_profile, profile)
            if draft.password:
                await asyncio.to_thread(self._secrets.keep, profile.id, draft.password)
        except InvalidSettingError as error:
            field = self._view.all_fields().get(error.key)
            if field is not None:
                field.show_message(error.message.partition(": ")[2] or error.message)
            return
        except SettingsNotSavedError as error:
            told = error.message
        except KeyringUnavailable:
            note = translate(
                "Settings", "Saved without the password"
            )  # the hint below the field says how long it holds
        self._drafts.pop(draft.id, None)
        self._note = note
        self._switch.rename(profile)
        if isValid(self._view):
            self._load()
            self._show_all()
            if told:
                self._view.show_problem(translate("Settings", "Not everything could be kept"), told)

    def _remove(self) -> None:
        self._background.start(self._ask_to_remove(self._shown()), name="remove a profile")

    async def _ask_to_remove(self, draft: Draft) -> None:
        name = draft.profile.name
        words = translate(
            "Settings",
            "The profile {name} and its password are forgotten on this computer. Its database stays as it is.",
        ).format(name=name)
        choices = [
            Choice("remove", translate("Settings", "&Remove the profile")),
            Choice("keep", translate("Settings", "&Keep it"), primary=True),
        ]
        title = translate("Settings", "Remove the profile {name}?").format(name=name)
        if await ask(self._view, title, words, choices, look=OutcomeLook.REFUSED) != "remove":
            return
        try:
            # Asked of the store and not of the draft: it may have been saved while the question stood there.
            if draft.id in {profile.id for profile in self._settings.profiles()}:
                await asyncio.to_thread(self._settings.remove_profile, draft.id)
                await asyncio.to_thread(self._secrets.forget, draft.id)
        except InvalidSettingError as error:
            self._view.show_problem(translate("Settings", "The profile stays"), error.message)
            return
        except (SettingsNotSavedError, KeyringUnavailable) as error:
            self._view.show_problem(translate("Settings", "Not everything could be forgotten"), error.message)
        self._drafts.pop(draft.id, None)
        self._given.pop(draft.id, None)
        self._current = self._in_use_id()
        self._load()
        self._show_all()

    def _start_test(self) -> None:
        draft = self._shown()
        if self._view.check() and self._fits(draft):
            self._background.start(self._test.run(draft.profile, draft.password or None), name="test")

    def _migrate(self) -> None:
        draft = self._shown()
        self._background.start(self._test.migrate(draft.profile, draft.password or None), name="migrate")

    def _use(self) -> None:
        kept = self._kept(self._current)
        if kept is None:
            return
        self._new_passwords.discard(kept.id)
        self._change.start(partial(self._switch.switch, kept), kept)
