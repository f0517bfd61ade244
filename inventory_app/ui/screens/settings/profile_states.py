"""How it stands with each profile, in the words of the list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from inventory_app.database.diagnosis import Diagnosis, Status
from inventory_app.settings.profiles import DatabaseKind, Profile
from inventory_app.settings.store import SettingsStore
from inventory_app.ui.screens.settings.drafts import Draft
from inventory_app.ui.screens.settings.profile_list import ProfileRow
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate

# Of two digits and more the tenths tell nothing, and the line is short.
_NO_TENTHS = re.compile(r"(?<=\d\d)\.\d")


@dataclass
class Known:
    """What was found out about profiles while the program runs."""

    tests: dict[str, Diagnosis] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)


def file_sizes(profiles: tuple[Profile, ...]) -> dict[str, int]:
    """Sizes of the files that there are. Waits for the disk: call it off the loop."""
    found = {}
    for profile in profiles:
        if profile.kind is DatabaseKind.SQLITE:
            try:
                found[profile.id] = profile.file.stat().st_size + _log_of(profile.file)
            except OSError:
                continue
    return found


def _log_of(file: Path) -> int:
    """What is written and not yet moved into the file itself."""
    log = file.with_name(f"{file.name}-wal")
    return log.stat().st_size if log.exists() else 0


def row_of(profile: Profile, draft: Draft | None, state: tuple[str, str, str], known: Known) -> ProfileRow:
    """One line of the list; a draft shows its typed name."""
    shown = draft.profile if draft is not None else profile
    summary = shown.summary().removesuffix(" · ")
    if profile.id in known.sizes:
        size = formats.file_size(known.sizes[profile.id])
        summary = f"{summary} · {_NO_TENTHS.sub('', size)}"
    words, tone, icon_name = state
    if draft is not None and tone == "muted":
        words, tone = translate("Settings", "not saved yet"), "refused"
    return ProfileRow(profile.id, shown.name or translate("Settings", "New profile"), summary, words, tone, icon_name)


def state_of(profile: Profile, settings: SettingsStore, known: Known) -> tuple[str, str, str]:
    """Words, tone and icon for a profile that is not in use."""
    test = known.tests.get(profile.id)
    if test is not None and not test.usable:
        unreachable = test.checks[0].status is Status.FAIL
        return (
            translate("Settings", "not reachable") if unreachable else translate("Settings", "did not pass the test"),
            "failed",
            "offline",
        )
    last = settings.last_used(profile.id)
    if last is None:
        return translate("Settings", "not used yet"), "muted", "database"
    return (
        translate("Settings", "last used {last}").format(last=formats.moment(last, datetime.now(UTC))),
        "muted",
        "database",
    )


def state_in_use(*, reachable: bool, in_trouble: bool) -> tuple[str, str, str]:
    """Words, tone and icon for the profile that the program works with."""
    if in_trouble:
        return translate("Settings", "chosen, cannot be used"), "failed", "offline"
    return (
        (translate("Settings", "in use"), "committed", "database")
        if reachable
        else (translate("Settings", "in use, not reachable"), "failed", "offline")
    )
