"""What the reading process is asked to do: one job, sent as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias

from inventory_app.importing.options import ImportOptions
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.treatment import Treatment


@dataclass(frozen=True, slots=True)
class Inspect:
    """Find out how a file is to be read and mapped, and show its beginning.

    ``locations`` are the paths there are, by which columns of quantities are recognised.
    """

    path: str
    options: ImportOptions
    flags: tuple[str, ...] = ()
    treatment: Treatment = field(default_factory=Treatment)
    locations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """Read and check a whole file. ``staging_file`` is the SQLite file to fill; '' : rows go out as COPY data."""

    path: str
    options: ImportOptions
    flags: tuple[str, ...] = ()
    staging_file: str = ""
    treatment: Treatment = field(default_factory=Treatment)


@dataclass(frozen=True, slots=True)
class CountValues:
    """Count the different texts of some fields in a whole file, before ``treatment`` says what they mean."""

    path: str
    options: ImportOptions
    labels: tuple[str, ...]
    flags: tuple[str, ...] = ()
    treatment: Treatment = field(default_factory=Treatment)


@dataclass(frozen=True, slots=True)
class WriteRejects:
    """Write the rejected records of a file again, with their errors. ``errors_file`` names them, see `rejects`.

    ``partial`` is the output's name until it is complete; whoever outlives the other removes it.
    """

    path: str
    file_format: FileFormat
    sha256: str
    errors_file: str
    output: str
    partial: str
    treatment: Treatment = field(default_factory=Treatment)


@dataclass(frozen=True, slots=True)
class SuggestRepairs:
    """Find out what would mend problems; their pages follow the job, see `problem_pages`. ``mapping`` is JSON."""

    mapping: Mapping[str, Any]
    options: ImportOptions
    treatment: Treatment = field(default_factory=Treatment)


@dataclass(frozen=True, slots=True)
class ReadRecords:
    """Read some records of a file, by their numbers, as they stand there."""

    path: str
    file_format: FileFormat
    records: tuple[int, ...]
    treatment: Treatment = field(default_factory=Treatment)


Job: TypeAlias = Inspect | Stage | CountValues | WriteRejects | SuggestRepairs | ReadRecords

_JOBS: Mapping[str, type[Job]] = {
    "inspect": Inspect,
    "stage": Stage,
    "count_values": CountValues,
    "write_rejects": WriteRejects,
    "suggest_repairs": SuggestRepairs,
    "read_records": ReadRecords,
}


def job_to_json(job: Job) -> dict[str, Any]:
    """Plain JSON values; `job_from_json` reads them back."""
    name = next(name for name, kind in _JOBS.items() if isinstance(job, kind))
    values = asdict(job)
    values["treatment"] = job.treatment.to_json()
    match job:
        case Inspect() | Stage() | CountValues() | SuggestRepairs():
            values["options"] = job.options.to_json()
        case WriteRejects() | ReadRecords():
            values["file_format"] = job.file_format.to_json()
    return {"job": name, **values}


def job_from_json(values: Mapping[str, Any]) -> Job:
    """The job that `job_to_json` wrote."""
    rest = {name: value for name, value in values.items() if name != "job"}
    rest["treatment"] = Treatment.from_json(rest["treatment"])
    rest |= {name: tuple(rest[name]) for name in ("flags", "labels", "locations", "records") if name in rest}
    if "options" in rest:
        rest["options"] = ImportOptions.from_json(rest["options"])
    if "file_format" in rest:
        rest["file_format"] = FileFormat.from_json(rest["file_format"])
    return _JOBS[values["job"]](**rest)
