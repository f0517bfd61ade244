"""Names that a file gives for other records: which there are, and which are meant alike though written otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Category, Location, Party, Uom
from inventory_app.domain.stock import LocationKind
from inventory_app.domain.texts import PATH_MARK, folded
from inventory_app.queries.search import between_prefix, contains
from inventory_app.queries.typing_slips import mistyped

# So many names are looked through for those that are meant alike; beyond, only the very same name is found.
_LOOKED_THROUGH = 20_000
_AT_ONCE = 500


class Reference(StrEnum):
    """What a name of a file is the name of."""

    CATEGORY = "category"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    UOM = "uom"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class KnownName:
    """``near`` are existing names that are probably meant, the likelier first; none when the name itself exists."""

    name: str
    exists: bool
    near: tuple[str, ...] = ()


_COLUMNS: Mapping[Reference, Any] = {
    Reference.CATEGORY: Category.name,
    Reference.SUPPLIER: Party.name,
    Reference.CUSTOMER: Party.name,
    Reference.UOM: Uom.code,
    Reference.LOCATION: Location.path,
}


# A name counts only for what it is to be: who is a customer alone is no supplier yet.
_ONLY: Mapping[Reference, Any] = {
    Reference.SUPPLIER: Party.is_supplier,
    Reference.CUSTOMER: Party.is_customer,
}


async def names_like(session: AsyncSession, what: Reference, text: str = "", *, limit: int = 100) -> tuple[str, ...]:
    """The names that hold ``text``, those that begin with it first; for pickers. Of locations those that keep stock."""
    column, typed = _COLUMNS[what], text.strip()
    query = select(column)
    if what in _ONLY:
        query = query.where(_ONLY[what])
    if what is Reference.LOCATION:
        query = query.where(Location.kind == LocationKind.STORAGE)
    if typed:
        query = query.where(contains(column, typed)).order_by(between_prefix(column, typed).desc())
    return tuple(await session.scalars(query.order_by(column).limit(limit)))


async def known_names(session: AsyncSession, what: Reference, names: Sequence[str]) -> tuple[KnownName, ...]:
    """Each of the names with what is known of it, in their order."""
    exist = await _existing(session, what, names)
    lacking = [name for name in names if name not in exist]
    alike = await _alike(session, what) if lacking else {}
    near = {name: _near(name, alike) for name in lacking}
    unlike = [name for name in lacking if not near[name]]
    near |= await mistyped(unlike, alike)
    return tuple(KnownName(name, name in exist, near.get(name, ())) for name in names)


async def _existing(session: AsyncSession, what: Reference, names: Sequence[str]) -> set[str]:
    column, found = _COLUMNS[what], set[str]()
    for start in range(0, len(names), _AT_ONCE):
        query = select(column).where(column.in_(names[start : start + _AT_ONCE]))
        found |= set(await session.scalars(query.where(_ONLY[what]) if what in _ONLY else query))
    return found


async def _alike(session: AsyncSession, what: Reference) -> dict[str, list[str]]:
    """folded name → the names themselves; for a location also by its last code, its name and with other marks."""
    found: dict[str, list[str]] = {}
    for name, *more in await session.execute(_names(what)):
        for text in (name, *_other_names(what, name, more)):
            same = found.setdefault(folded(text), [])
            if text and name not in same:
                same.append(name)
    return found


def _names(what: Reference) -> Select[Any]:
    column = _COLUMNS[what]
    more = (Location.name,) if what is Reference.LOCATION else ()
    query = select(column, *more).order_by(column).limit(_LOOKED_THROUGH)
    return query.where(_ONLY[what]) if what in _ONLY else query


def _other_names(what: Reference, name: str, more: Iterable[str | None]) -> list[str]:
    others = [one for one in more if one]
    if what is Reference.LOCATION:
        others.append(name.rsplit(PATH_MARK, 1)[-1])
    if what in (Reference.CATEGORY, Reference.LOCATION):
        others.append(_plain_marks(name))
    return others


def _near(name: str, alike: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    found = [*alike.get(folded(name), ()), *alike.get(folded(_plain_marks(name)), ())]
    return tuple(dict.fromkeys(found))


def _plain_marks(name: str) -> str:
    """Levels joined by another mark, as other programs do: ``Home > Trays`` and ``Home / Trays`` for ``Home/Trays``."""
    parts = [part.strip() for part in name.replace(">", PATH_MARK).replace("\\", PATH_MARK).split(PATH_MARK)]
    return PATH_MARK.join(parts)
