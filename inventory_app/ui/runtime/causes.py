"""Why a database is out of reach, in words: the banner says it at once, without the checks of the settings."""

from __future__ import annotations

from inventory_app.database.config import DatabaseConfig
from inventory_app.database.faults import Fault, FaultKind
from inventory_app.ui.translation import translate

_PORT = 5432


def cause_of(error: BaseException, fault: Fault, config: DatabaseConfig) -> str:
    """One sentence that says more than that it cannot be reached; empty when no more is known."""
    if fault.kind is not FaultKind.UNREACHABLE:
        return f"{fault.kind.words}."
    if config.is_sqlite:
        return translate("Database", "The file {path} cannot be opened.").format(path=config.path)
    host, found = config.url.host, _from_the_system(error)
    if found is None or not host:
        return ""
    from inventory_app.database.diagnosis import server_words  # noqa: PLC0415 - the driver is loaded for servers only

    words = server_words.reach(found, host, config.url.port or _PORT, config.connect_timeout)
    return f"{words[:1].upper()}{words[1:]}." if not words.startswith(host) else f"{words}."


def _from_the_system(error: BaseException) -> OSError | None:
    """What the system said, inside of what the driver made of it."""
    seen: set[int] = set()  # an error may be, in a roundabout way, its own cause
    waiting: list[object] = [error]
    while waiting:
        link = waiting.pop(0)
        if isinstance(link, OSError):
            return link
        if isinstance(link, BaseException) and id(link) not in seen:
            seen.add(id(link))
            waiting += [getattr(link, "orig", None), link.__cause__]
    return None
