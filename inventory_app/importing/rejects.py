"""The rejects file: the rejected records with their errors, to be repaired and imported again.

It holds the original text of the fields under the original header, then ``record``, ``line`` and ``error`` (see
`checks.rejected` for what these say when the file is imported); only blank
cells that were filled down are filled here too, since the rows that they came from may not be among the rejected, and
cells that were corrected by hand are as they were corrected.
UTF-8 with a byte order mark and commas, which every spreadsheet opens. It is complete or absent, and readable by its
owner alone.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TextIO

from inventory_app.exporting.whole_file import check_output, whole_file
from inventory_app.importing.checks.rejected import ADDED, RejectsFile
from inventory_app.importing.checks.texts import readable
from inventory_app.importing.checks.treating import Treater, corrected
from inventory_app.importing.jobs import WriteRejects
from inventory_app.importing.reading.preview import open_table
from inventory_app.importing.reading.records import read_block
from inventory_app.importing.reading.refusals import file_refusal


def refuse_output(output: str, path: str, database_files: Iterable[str] = ()) -> None:
    """Raises Refusal when the rejected rows would take the place of the file they come from, or of the database."""
    kept = [(path, "the file that is imported"), *((file, "the database itself") for file in database_files)]
    check_output(Path(output), kept)


def write_errors(file: IO[str], errors: Iterable[tuple[int, str]]) -> None:
    """Rejected records and their errors, in the order of the file, for `write_rejects` in the reading process."""
    for record, error in errors:
        file.write(json.dumps([record, error]) + "\n")


def write_rejects(job: WriteRejects) -> int:
    """Read the file once more and write its rejected records to ``output``; how many there were.

    Raises Refusal when the file is no longer the one that was checked: its record numbers would mean others.
    """
    path = Path(job.path)
    with (
        Path(job.errors_file).open(encoding="utf-8") as lines,
        whole_file(Path(job.output), encoding="utf-8-sig", partial=Path(job.partial)) as out,
        open_table(path, job.file_format) as table,
    ):
        treater = Treater(table.headers, job.treatment)
        errors = _read_errors(lines)
        writer = csv.writer(out, lineterminator="\r\n")
        again = RejectsFile.of(table.headers)
        headers = again.original_headers if again else table.headers
        writer.writerow([*headers, *ADDED])
        wanted, error = next(errors, (0, ""))
        written = record = 0
        for block in table.blocks():
            for found in read_block(block, job.file_format):
                record += 1
                filled = treater.filled(corrected(found.cells, job.treatment.corrections.get(record)))
                if record == wanted:
                    cells = [readable(cell) for cell in (again.original(filled) if again else filled)]
                    # What was missing is blank, so that its number and its error do not stand under other headers.
                    missing = [""] * (len(headers) - len(cells))
                    writer.writerow([*cells, *missing, record, found.line, error])
                    wanted, error = next(errors, (0, ""))
                    written += 1
        if table.sha256 != job.sha256:
            raise file_refusal(path, "has changed since it was checked; import it again", "file_changed")
    return written


def _read_errors(lines: TextIO) -> Iterator[tuple[int, str]]:
    for line in lines:
        record, error = json.loads(line)
        yield record, error
