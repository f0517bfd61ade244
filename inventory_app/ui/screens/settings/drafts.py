"""What was typed into the form of a profile and is not saved yet; kept while the person looks at another one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from inventory_app.settings.places import Places
from inventory_app.settings.profiles import DatabaseKind, Profile
from inventory_app.ui.translation import translate


@dataclass(frozen=True)
class Draft:
    """``values`` as they stand in the form, also those that no profile takes; ``password`` only when typed."""

    id: str
    kind: DatabaseKind
    values: Mapping[str, object]
    password: str = field(default="", repr=False)
    is_new: bool = False

    @classmethod
    def of(cls, profile: Profile) -> Draft:
        """The form of a profile as it is kept."""
        return cls(profile.id, profile.kind, profile.record())

    @property
    def profile(self) -> Profile:
        """The profile that would be saved; a value that does not fit has its default in it."""
        return Profile.from_record(self.id, {**self.values, "kind": self.kind.value})[0]

    def problems(self) -> dict[str, str]:
        """Field → message, of what does not fit and of what is missing."""
        profile, wrong = Profile.from_record(self.id, {**self.values, "kind": self.kind.value})
        return {**profile.problems(), **wrong}

    def differs_from(self, kept: Profile | None) -> bool:
        """Whether anything would be lost by forgetting it."""
        profile, wrong = Profile.from_record(self.id, {**self.values, "kind": self.kind.value})
        return bool(wrong) or bool(self.password) or profile != kept


def new_draft(kind: DatabaseKind, names: Iterable[str], places: Places) -> Draft:
    """A profile to be filled in; a file gets a place beside the usual one."""
    name = free_name(
        translate("Settings", "New file") if kind is DatabaseKind.SQLITE else translate("Settings", "New server"), names
    )
    profile_id = uuid.uuid4().hex
    path = ""
    if kind is DatabaseKind.SQLITE:
        path = str(places.data / f"stockroom-{profile_id[:6]}.db")
    profile = Profile(id=profile_id, name=name, kind=kind, path=path)
    return Draft(profile_id, kind, profile.record(), is_new=True)


def copy_of(draft: Draft, names: Iterable[str]) -> Draft:
    """The same values under another name; the password is not copied, since it belongs to a profile."""
    name = free_name(translate("Settings", "{name} copy").format(name=draft.profile.name), names)
    return Draft(uuid.uuid4().hex, draft.kind, {**draft.values, "name": name}, is_new=True)


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """``wanted``, or with a number behind it when there is one of that name."""
    used = {name.casefold() for name in taken}
    name, number = wanted, 1
    while name.casefold() in used:
        number += 1
        name = f"{wanted} {number}"
    return name
