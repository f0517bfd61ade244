"""Some records of a file are read as all of them are, in whatever block they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from inventory_app.importing.jobs import ReadRecords, job_from_json, job_to_json
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.preview import open_table
from inventory_app.importing.reading.records import read_block
from inventory_app.importing.reading.some import read_some

FORMAT = FileFormat()


def written(path: Path, rows: int) -> Path:
    """Some records have line ends in their fields, too few fields, a stray quote, or a byte that is no text."""
    lines = [b"sku,name,note\r\n"]
    for number in range(rows):
        match number % 1_000:
            case 500:
                lines.append(b'S%d,"two\r\nlines ""x""",n\r\n' % number)
            case 501:
                lines.append(b"S%d,short\r\n" % number)
            case 502 if number > rows // 2:
                lines.append(b'S%d,12" pipe,n\r\n' % number)
            case 503:
                lines.append(b"S%d,caf\xe9,n\r\n\r\n" % number)
            case _:
                lines.append(b"S%d,Product %d,n\r\n" % (number, number))
    path.write_bytes(b"".join(lines))
    return path


@pytest.mark.parametrize("rows", [20, 200_000])
def test_they_are_those_of_the_whole_file(tmp_path: Path, rows: int) -> None:
    path = written(tmp_path / "file.csv", rows)
    with open_table(path, FORMAT) as table:
        every = [record.cells for block in table.blocks() for record in read_block(block, FORMAT)]
    assert len(every) == rows
    wanted = tuple(one for one in (1, 2, 20, 501, 502, 503, 504, 100_504, 150_503, 199_999, 200_000) if one <= rows)
    job = job_from_json(job_to_json(ReadRecords(str(path), FORMAT, (*wanted[::-1], wanted[0], rows + 5))))
    assert isinstance(job, ReadRecords)
    assert list(read_some(job)) == [(one, every[one - 1]) for one in wanted]
    assert list(read_some(ReadRecords(str(path), FORMAT, ()))) == []
