"""The person's settings: options and profiles, read once, written change by change.

Several processes may have the same file open: each write holds a lock, reads the file again and puts in only
what was changed here, so that nobody's change is lost. Values that do not fit and keys that this version does
not know stay in the file as they are. The methods may be called from any thread; those that change something
write to disk, so a window calls them off its event loop where a slow disk would be felt.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from filelock import FileLock, Timeout

from inventory_app.settings import declared, settings_file
from inventory_app.settings.errors import InvalidSettingError, SettingsNotSavedError, UnknownProfileError
from inventory_app.settings.masking import mask_url
from inventory_app.settings.places import PRIVATE_FILE, make_private_directory
from inventory_app.settings.profiles import DEFAULT_ID, Profile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from inventory_app.settings.declared import Option
    from inventory_app.settings.places import Places

T = TypeVar("T")

_LOCK_SECONDS = 3.0
_IN_USE = "profile_in_use"
_REMOVED = object()  # a change that takes a key out
_Change = dict[tuple[str, ...], Any]  # path in the tree → value


class SettingsStore:
    """Options and profiles of one person on this computer. `notices` tells what was wrong with the file."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.path: Path = places.settings_file
        self.notices: list[str] = []
        self._guard = threading.RLock()
        # What could not be written yet goes with the next write.
        self._unsaved: _Change = {}
        self._version = settings_file.version(self.path)
        self._tree = self._read()

    @property
    def notice(self) -> str | None:
        """All notices in one text for the person; None when there is nothing to tell."""
        return "\n".join(self.notices) or None

    def get(self, option: Option[T]) -> T:
        """The option's value; its default where none is kept or what is kept does not fit."""
        with self._guard:
            kept = self._tree["options"].get(option.key)
        if kept is None:
            return option.default()
        try:
            return option.check(kept)
        except InvalidSettingError:
            return option.default()  # `_read` has told it already

    def set(self, option: Option[T], value: object) -> T:
        """Check and keep a value; after SettingsNotSavedError it holds until the program ends."""
        return self.change({option: value})[option]  # type: ignore[no-any-return]

    def change(self, values: Mapping[Option[Any], object]) -> dict[Option[Any], Any]:
        """Keep several values at once, or none of them when one does not fit."""
        checked = {option: option.check(value) for option, value in values.items()}
        self._write({("options", option.key): value for option, value in checked.items()})
        return checked

    def put(self, option: Option[Mapping[str, str]], name: str, entry: str) -> None:
        """Keep one entry of an option that holds named texts; other entries, also newer ones, stay."""
        option.check({name: entry})
        self._write({("options", option.key, name): entry})

    def reset(self, option: Option[Any]) -> None:
        """Go back to the default."""
        self._write({("options", option.key): _REMOVED})

    def profiles(self) -> tuple[Profile, ...]:
        """All profiles by name; "This computer" is there until the person removes it for another."""
        with self._guard:
            records = self._tree["profiles"]
            found = [Profile.from_record(key, value)[0] for key, value in records.items() if _is_record(value)]
        if not found or DEFAULT_ID not in records:
            found.append(Profile.this_computer(self.places))
        return tuple(sorted(found, key=lambda profile: (profile.id != DEFAULT_ID, profile.name.casefold())))

    def profile(self, name_or_id: str) -> Profile:
        """The profile of this id or name (exact, then without regard to case)."""
        everyone = self.profiles()
        folded = name_or_id.strip().casefold()
        for wanted, names in (
            (name_or_id, {profile.id: profile for profile in everyone}),
            (name_or_id, {profile.name: profile for profile in everyone}),
            (folded, {profile.name.casefold(): profile for profile in everyone}),
        ):
            if wanted in names:
                return names[wanted]
        known = ", ".join(f"“{profile.name}”" for profile in everyone)
        raise UnknownProfileError(f"There is no database profile “{mask_url(name_or_id)}”; there are {known}.")

    def profile_in_use(self) -> Profile:
        """The profile that the program opens at its start."""
        with self._guard:
            chosen = self._tree.get(_IN_USE)
        everyone = self.profiles()
        return next((profile for profile in everyone if profile.id == chosen), everyone[0])

    def use_profile(self, profile_id: str) -> None:
        """Open this profile from now on, and remember when it was used last."""
        self.profile(profile_id)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._write({(_IN_USE,): profile_id, ("used", profile_id): now})

    def last_used(self, profile_id: str) -> datetime | None:
        """When the profile was chosen last, in UTC."""
        with self._guard:
            kept = self._tree["used"].get(profile_id)
        try:
            moment = datetime.fromisoformat(kept)
        except (TypeError, ValueError):
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    def save_profile(self, profile: Profile) -> None:
        """Keep a new or changed profile. InvalidSettingError names the first field that does not fit."""
        for field, message in profile.problems().items():
            raise InvalidSettingError(field, getattr(profile, field), message)
        twin = profile.name.casefold()
        if any(other.name.casefold() == twin and other.id != profile.id for other in self.profiles()):
            raise InvalidSettingError(
                "name",
                profile.name,
                f"Name: there is a profile “{profile.name}” already; choose another name.",
            )
        # Field by field, so that fields of a newer version stay.
        self._write({("profiles", profile.id, field): value for field, value in profile.record().items()})

    def remove_profile(self, profile_id: str) -> None:
        """Forget a profile; never its database. The last one and the one in use stay."""
        profile = self.profile(profile_id)
        if profile.id == self.profile_in_use().id:
            raise InvalidSettingError(
                "name", profile.name, f"“{profile.name}” is in use; switch to another database first."
            )
        # The built-in profile would come back by itself: null says that it shall not.
        gone = None if profile.id == DEFAULT_ID else _REMOVED
        self._write({("profiles", profile.id): gone, ("used", profile.id): _REMOVED})

    def refresh(self) -> bool:
        """Read the file again when another process changed it; says whether it did."""
        with self._guard:
            current = settings_file.version(self.path)
            if current == self._version:
                return False
            self._version = current
            self._tree = self._read()
            return True

    def _read(self) -> dict[str, Any]:
        content = settings_file.read(self.path)
        if content.broken:
            # Read again under the lock: another process may have mended it meanwhile.
            content = self._mend(content.broken)
        elif content.notice:
            self._tell(content.notice)
        _apply(content.tree, self._unsaved)
        for message in _misfits(content.tree):
            self._tell(f"{message} The default is used.")
        return content.tree

    def _mend(self, why: str) -> settings_file.Content:
        try:
            with self._locked():
                return self._read_whole()
        except OSError as error:  # a directory that cannot be written, or another process that hangs
            notice = (
                f"The settings in {self.path} are broken ({why}) and cannot be set aside "
                f"({error.strerror or error}). The defaults are used; nothing there is changed."
            )
            self._tell(notice)
            return settings_file.Content(settings_file.empty_tree(), notice, closed=True)

    def _read_whole(self) -> settings_file.Content:
        """What the file holds now, a broken one set aside. The caller holds the lock."""
        content = settings_file.read(self.path)
        if content.broken:
            content = settings_file.set_aside(self.path, content.broken)
        if content.notice:
            self._tell(content.notice)
        return content

    def _locked(self) -> FileLock:
        name = f"{self.path}.lock"
        return FileLock(name, _LOCK_SECONDS, mode=PRIVATE_FILE, is_singleton=False, thread_local=False)

    def _tell(self, notice: str) -> None:
        if notice not in self.notices:
            self.notices.append(notice)

    def _write(self, change: _Change) -> None:
        with self._guard:
            self._unsaved |= change
            _apply(self._tree, change)
            try:
                make_private_directory(self.path.parent)
                with self._locked():
                    self._merge_and_write()
            except Timeout as error:
                raise self._not_saved("another Stockroom is writing them") from error
            except OSError as error:
                raise self._not_saved(error.strerror or type(error).__name__) from error

    def _merge_and_write(self) -> None:
        content = self._read_whole()
        if content.closed:
            raise self._not_saved("the file there cannot be read")
        # A file that broke while we had it open loses nothing of what we know.
        tree = self._tree if content.broken else content.tree
        _apply(tree, self._unsaved)
        settings_file.write(self.path, tree)
        self._tree = tree
        self._unsaved = {}
        self._version = settings_file.version(self.path)

    def _not_saved(self, why: str) -> SettingsNotSavedError:
        return SettingsNotSavedError(
            f"The settings could not be saved in {self.path} ({why}). They hold until the program ends."
        )


def _is_record(value: object) -> bool:
    return isinstance(value, dict)


def _apply(tree: dict[str, Any], change: _Change) -> None:
    for path, value in change.items():
        *parents, last = path
        place = tree
        for key in parents:
            if not isinstance(place.get(key), dict):
                place[key] = {}
            place = place[key]
        if value is _REMOVED:
            place.pop(last, None)
        else:
            place[last] = value


def _misfits(tree: dict[str, Any]) -> list[str]:
    """What the file holds for options and profiles that does not fit, in sentences."""
    found = []
    for key, value in tree["options"].items():
        option = declared.by_key(key)
        if option is None or value is None:
            continue
        try:
            option.check(value)
        except InvalidSettingError as error:
            found.append(error.message)
    for key, record in tree["profiles"].items():
        if _is_record(record):
            profile, problems = Profile.from_record(key, record)
            found.extend(f"Profile “{profile.name}”, {message}" for message in problems.values())
    return found
