"""Some records of a file, found by their numbers as fast as the file can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from inventory_app.importing.jobs import ReadRecords
from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.fast import SMALL, read_fast
from inventory_app.importing.reading.preview import open_table
from inventory_app.importing.reading.records import Record, read_block


def read_some(job: ReadRecords) -> Iterator[tuple[int, list[str]]]:
    """The wanted records that there are, in the order of the file. Reads no further than to the last of them."""
    wanted = sorted(set(job.records))
    before = 0
    with open_table(Path(job.path), job.file_format) as table:
        for block in table.blocks():
            if not wanted:
                return
            count, found = _found(block, len(table.headers), job, [record - before - 1 for record in wanted])
            yield from zip(wanted, (one.cells for one in found), strict=False)
            wanted = wanted[len(found) :]
            before += count


def _found(block: Block, width: int, job: ReadRecords, places: Sequence[int]) -> tuple[int, list[Record]]:
    """How many records a block has, and those of the rising places that lie in it."""
    fast = read_fast(block, width, job.file_format) if block.well_formed and len(block.data) >= SMALL else None
    if fast is not None:
        return fast.cells.height, fast.records([place for place in places if place < fast.cells.height])
    records = list(read_block(block, job.file_format))
    return len(records), [records[place] for place in places if place < len(records)]
