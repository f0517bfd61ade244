"""What an import is asked to do, and what became of it in the words of the command line's contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from inventory_app.actions.outcome import Json
from inventory_app.domain.texts import readable
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.treatment import Treatment

if TYPE_CHECKING:
    from inventory_app.importing.problem_pages import ProblemPages


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A file, how it is read and what it does. ``flags`` are mappings as the command line takes them; none: automatic.

    ``treatment`` is what is done with its cells first. ``rejects`` is where the rejected records go; '' : nowhere.
    ``checked`` is the sum (sha256) of the file that was checked before: another one is refused; '' : any will do.
    """

    path: str
    options: ImportOptions = field(default_factory=ImportOptions)
    flags: tuple[str, ...] = ()
    rejects: str = ""
    treatment: Treatment = field(default_factory=Treatment)
    checked: str = ""

    @property
    def file_name(self) -> str:
        """The file's name as it is shown and kept: not every system's names are texts."""
        return readable(Path(self.path).name)

    def to_json(self) -> dict[str, Json]:
        """Plain JSON values; `from_json` reads them back, in whatever folder that is done."""
        return {
            "path": str(Path(self.path).absolute()),
            "options": self.options.to_json(),
            "flags": list(self.flags),
            "rejects": str(Path(self.rejects).absolute()) if self.rejects else "",
            "treatment": self.treatment.to_json(),
            "checked": self.checked,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> ImportRequest:
        """The request that `to_json` wrote. Raises Refusal or KeyError for what another program wrote."""
        return cls(
            str(values["path"]),
            ImportOptions.from_json(values["options"]),
            tuple(map(str, values["flags"])),
            str(values["rejects"]),
            Treatment.from_json(values["treatment"]),
            str(values.get("checked", "")),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """What happened to the records. With kind stock the three middle ones count levels.

    ``documents`` are the orders that were written, where records are lines of such.
    """

    records: int = 0
    accepted: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    rejected_by_reason: Mapping[str, int] = field(default_factory=dict)
    warnings_by_reason: Mapping[str, int] = field(default_factory=dict)
    documents: int = 0

    def to_json(self) -> dict[str, Json]:
        """Plain JSON values, under the names of the contract; documents only where there are some."""
        values: dict[str, Json] = {
            "records": self.records,
            "accepted": self.accepted,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
            "rejected_by_reason": dict(self.rejected_by_reason),
            "warnings_by_reason": dict(self.warnings_by_reason),
        }
        return values | ({"documents": self.documents} if self.documents else {})

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Counts:
        """The counts in a saved result; other values beside them are left alone, missing ones are 0."""
        return cls(**{name: values[name] for name in cls.__dataclass_fields__ if name in values})


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """One problem for the dialog: where, under which header, what stands there, and why that is one.

    ``field`` is the label of what the cells become, '' for the record itself; ``places`` are those of their columns,
    from 1. Only when it is ``as_written`` the value is the cell's text (or its beginning), not what was made of it.
    """

    record: int
    line: int
    column: str
    value: str
    code: str
    text: str
    warning: bool
    field: str = ""
    places: tuple[int, ...] = ()
    as_written: bool = True


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of an import. ``outcome`` is the contract's word; ``problems`` are the first of them, ``pages`` all
    where they were asked for: whoever gets them closes them.

    ``presets`` are names of those that would have known the file, when it was mapped automatically.
    """

    outcome: str
    message: str
    action_id: UUID
    import_id: int | None = None
    counts: Counts = field(default_factory=Counts)
    problems: tuple[FoundProblem, ...] = ()
    pages: ProblemPages | None = None
    would_refuse: bool = False
    rejects_written: int = 0
    repeated: bool = False
    unreachable: bool = False
    detail: str = ""
    presets: tuple[str, ...] = ()
    sha256: str = ""  # of the file, when it was read to its end
    tries: int = 1
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """The one JSON object that the command line prints."""
        return {
            "outcome": self.outcome,
            **self.counts.to_json(),
            "import_id": self.import_id,
            "action_id": str(self.action_id),
            "tries": self.tries,
            "seconds": round(self.seconds, 3),
            "message": self.message,
        }
