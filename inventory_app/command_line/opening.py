"""From ``--database`` to an open database with all that an action needs: person, limits and outbox."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from inventory_app.actions.action import Context
from inventory_app.actions.chosen import context_of, policy_of
from inventory_app.actions.perform import Policy
from inventory_app.actions.perform.outbox import Outbox, Started
from inventory_app.actions.perform.probe import Answer, probe
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import WrongUsage, failed, refused
from inventory_app.command_line.stdin import first_line
from inventory_app.database import schema
from inventory_app.database.config import DatabaseConfig
from inventory_app.database.database import Database
from inventory_app.database.from_profile import config_from_profile
from inventory_app.domain.errors import Refusal
from inventory_app.settings.errors import SettingsError
from inventory_app.settings.profiles import DatabaseKind, Profile
from inventory_app.settings.secrets import SecretStore, find_password
from inventory_app.settings.store import SettingsStore
from inventory_app.settings.urls import is_url, split_url

log = logging.getLogger(__name__)

# Beside those that act: one that asks what became of an action while the others are busy.
_SPARE_CONNECTIONS = 2


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says about the database."""

    database: str = ""
    password_stdin: bool = False
    migrate: bool = True
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Opened:
    """A database in use by one command."""

    database: Database
    context: Context
    policy: Policy
    outbox: Outbox | None


def config_of(given: Given, settings: SettingsStore, output: Output) -> DatabaseConfig:
    """Which database, and how to log in. Raises WrongUsage for a name or URL that is none."""
    try:
        profile, url_password = _profile(given.database, settings)
        config = config_from_profile(profile, _password(profile, url_password, given, output), settings)
    except SettingsError as error:
        raise WrongUsage(error.message) from error
    if profile.warning:
        output.note(f"Warning: {profile.warning}")
    if config.is_sqlite:
        config = dataclasses.replace(config, url=config.url.set(database=str(Path(config.path).absolute())))
    size = max(config.pool_size, given.jobs + _SPARE_CONNECTIONS)
    return dataclasses.replace(config, pool_size=size)


def _profile(wanted: str, settings: SettingsStore) -> tuple[Profile, str | None]:
    if not wanted:
        return settings.profile_in_use(), None
    if is_url(wanted):
        split = split_url(wanted)
        return split.profile, split.password
    return settings.profile(wanted), None


def _password(profile: Profile, url_password: str | None, given: Given, output: Output) -> str | None:
    stdin = first_line() if given.password_stdin else None
    if profile.kind is DatabaseKind.SQLITE:
        return None
    found = find_password(profile.id, SecretStore(), stdin=stdin, url_password=url_password)
    if found.warning:
        output.note(f"Warning: {found.warning}")
    return found.password


@asynccontextmanager
async def opened(given: Given, settings: SettingsStore, output: Output) -> AsyncIterator[Opened]:
    """The database with its tables as this program needs them. Raises CannotDo or WrongUsage."""
    config = config_of(given, settings, output)
    async with reached(config) as database:
        await prepared(database, migrate=given.migrate)
        outbox = open_outbox(settings, config, output)
        try:
            if outbox is not None:
                await settle(database, outbox, output)
            yield Opened(database, context_of(settings), policy_of(settings), outbox)
        finally:
            if outbox is not None:
                outbox.close()


@asynccontextmanager
async def reached(config: DatabaseConfig) -> AsyncIterator[Database]:
    """The database as it is, whatever tables it has. Raises CannotDo."""
    try:
        database = Database.open(config)
    except OSError as error:
        raise failed(error) from error
    try:
        yield database
    finally:
        await database.close()


async def prepared(database: Database, *, migrate: bool) -> None:
    """Make the tables fit this program. Raises CannotDo."""
    try:
        await schema.prepare(database, migrate=migrate)
    except Refusal as refusal:
        raise refused(refusal) from refusal
    except Exception as error:
        log.warning("the database cannot be prepared", exc_info=error)
        raise failed(error) from error


def open_outbox(settings: SettingsStore, config: DatabaseConfig, output: Output) -> Outbox | None:
    """The list of what is under way; without it commands run all the same, and say so."""
    folder = settings.places.state / "outbox"
    try:
        return Outbox(folder, config.display())
    except OSError as error:
        log.warning("no outbox in %s: %s", folder, error)
        output.note(
            f"{folder} cannot be written ({error.strerror or error}). Should this process be killed while it saves, "
            "nobody tells you afterwards what became of the action."
        )
        return None


async def settle(database: Database, outbox: Outbox, output: Output) -> None:
    """Tell what became of actions whose process died before their outcome was known."""
    here = database.config.display()
    for started in outbox.left_behind():
        if started.database == here:
            output.note(await _settled(database, outbox, started))


async def _settled(database: Database, outbox: Outbox, started: Started) -> str:
    action_id = UUID(started.action_id)
    answer, fault = await probe(database, action_id, lock_timeout=Policy().probe_lock_timeout)
    what = f"An earlier process ended while it saved “{started.title}” (id {action_id})"
    if answer is Answer.PENDING:
        log.info("%s is not decided yet: %s", action_id, fault.detail if fault else "under way")
        return f"{what}; whether it was saved is not known yet and is asked again at the next start."
    outbox.resolved(action_id)
    return f"{what}; it was saved." if answer is Answer.COMMITTED else f"{what}; nothing was saved."
