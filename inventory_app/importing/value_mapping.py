"""The categories, suppliers, customers, units and locations that a file names: how often, which exist, which are near.

The person then says for all of them that the missing are created or rejected (the option ``missing``), or for one that
another existing one is meant, or that it alone is created or rejected: `choose` puts that into the treatment
of cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.importing import frames
from inventory_app.importing.jobs import CountValues
from inventory_app.importing.kinds import SALES_ORDERS, FieldType, Kind
from inventory_app.importing.options import Missing
from inventory_app.importing.reading.process import ReadProgress, reading_process
from inventory_app.importing.treatment import Treatment
from inventory_app.queries.references import Reference, known_names

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CountedValues:
    """The first different texts of a field with how many records have each; ``others``: records that have further."""

    texts: Mapping[str, int]
    others: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of a text that names nothing: another name is meant, or what of it alone; neither: as of all."""

    meant: str = ""
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class FileValue:
    """One text of a field. ``meant``: what the treatment says is meant by it, '' when it says nothing.

    ``decided``: what the treatment says becomes of it while it does not exist; ``meant_exists`` is of what is meant.
    """

    text: str
    records: int
    exists: bool
    near: tuple[str, ...]
    meant: str = ""
    decided: Missing | None = None
    meant_exists: bool = True

    @property
    def asks(self) -> bool:
        """Whether there is something to decide, or to take back."""
        return not self.exists or bool(self.meant) or self.decided is not None


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


def may_create(kind: Kind, label: str) -> bool:
    """Whether missing names of a field can be made at all: nothing is sold from a place that does not exist."""
    return not (kind is SALES_ORDERS and label == Reference.LOCATION.value)


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
        decided = {text.strip(): what for text, what in treatment.missing.get(label, {}).items()}
        names = sorted(values.texts, key=lambda text: (-values.texts[text], text))
        known = await known_names(session, Reference(label), names)
        meant = sorted(set(filter(None, map(meanings.get, names))))
        there = {one.name for one in await known_names(session, Reference(label), meant) if one.exists}
        rows = (
            FileValue(
                one.name,
                values.texts[one.name],
                one.exists,
                one.near,
                meanings.get(one.name, ""),
                decided.get(one.name),
                meanings.get(one.name) is None or meanings[one.name] in there,
            )
            for one in known
        )
        found.append(FileValues(label, tuple(rows), values.others))
    return tuple(found)


def meaning(treatment: Treatment, label: str, text: str, meant: str) -> Treatment:
    """The treatment with one text of a field meaning another; '' : it means itself again."""
    return choose(treatment, label, {text: Choice(meant)})


def choose(treatment: Treatment, label: str, choices: Mapping[str, Choice]) -> Treatment:
    """The treatment with what becomes of some texts of a field; all that was said of them before is forgotten."""
    chosen = {text.strip() for text in choices}
    meant = {text: one for text, one in treatment.values.get(label, {}).items() if text.strip() not in chosen}
    said = {text: one for text, one in treatment.missing.get(label, {}).items() if text.strip() not in chosen}
    meant |= {text: one.meant for text, one in choices.items() if one.meant}
    said |= {text: one.missing for text, one in choices.items() if one.missing is not None and not one.meant}
    return replace(
        treatment, values=_with(treatment.values, label, meant), missing=_with(treatment.missing, label, said)
    )


def _with(known: Mapping[str, Mapping[str, T]], label: str, own: Mapping[str, T]) -> dict[str, Mapping[str, T]]:
    others = {one: texts for one, texts in known.items() if one != label}
    return {**others, label: own} if own else others
