"""The categories, suppliers, customers, units and locations that a file names: how often, which exist, which are near.

The person then says for all of them that the missing are created or rejected (the option ``missing``), or for one that
another existing one is meant: `meaning` puts that into the treatment of cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.importing import frames
from inventory_app.importing.jobs import CountValues
from inventory_app.importing.kinds import FieldType, Kind
from inventory_app.importing.reading.process import ReadProgress, reading_process
from inventory_app.importing.treatment import Treatment
from inventory_app.queries.references import Reference, known_names


@dataclass(frozen=True, slots=True)
class CountedValues:
    """The first different texts of a field with how many records have each; ``others``: records that have further."""

    texts: Mapping[str, int]
    others: int


@dataclass(frozen=True, slots=True)
class FileValue:
    """One text of a field. ``meant``: what the treatment says is meant by it, '' when it says nothing."""

    text: str
    records: int
    exists: bool
    near: tuple[str, ...]
    meant: str = ""


@dataclass(frozen=True, slots=True)
class FileValues:
    """All texts of a field that the person may have to decide about."""

    label: str
    values: tuple[FileValue, ...]
    others: int

    @property
    def missing(self) -> tuple[FileValue, ...]:
        """Those that neither exist nor are said to mean another one."""
        return tuple(one for one in self.values if not one.exists and not one.meant)


def references_of(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind whose texts name other records. A location's own path does not."""
    names = {one.value for one in Reference}
    found = (one for one in kind.fields if one.name in names and one.type in (FieldType.TEXT, FieldType.PATH))
    return tuple(one.name for one in found)


async def count_values(
    job: CountValues, report: Callable[[ReadProgress], None] = lambda _: None
) -> dict[str, CountedValues]:
    """Read a whole file for the texts of some fields, by label; raises Refusal for one that cannot be read."""
    async with reading_process(job, report) as process:
        values = await process.json_of(frames.END)
    return {
        label: CountedValues(dict(found["texts"]), int(found["others"])) for label, found in values["values"].items()
    }


async def known_values(
    session: AsyncSession, counted: Mapping[str, CountedValues], treatment: Treatment
) -> tuple[FileValues, ...]:
    """What the database knows of the counted texts, those that many records have first."""
    found = []
    for label, values in counted.items():
        meanings = {text.strip(): meant for text, meant in treatment.values.get(label, {}).items()}
        names = sorted(values.texts, key=lambda text: (-values.texts[text], text))
        known = await known_names(session, Reference(label), names)
        rows = (
            FileValue(one.name, values.texts[one.name], one.exists, one.near, meanings.get(one.name, ""))
            for one in known
        )
        found.append(FileValues(label, tuple(rows), values.others))
    return tuple(found)


def meaning(treatment: Treatment, label: str, text: str, meant: str) -> Treatment:
    """The treatment with one text of a field meaning another; '' : it means itself again."""
    values = {one: dict(meanings) for one, meanings in treatment.values.items()}
    own = {one: other for one, other in values.pop(label, {}).items() if one.strip() != text.strip()}
    if meant:
        own[text] = meant
    return replace(treatment, values=values | ({label: own} if own else {}))
