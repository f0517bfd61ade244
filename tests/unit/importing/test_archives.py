"""ZIP archives with a directory that is larger than any that somebody packs."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.importing.reading.archives import Archive
from inventory_app.importing.reading.compressed import packed_text
from inventory_app.importing.reading.sheets.package import Package
from tests.support.workbooks import write_xlsx


@pytest.mark.parametrize("truthful", [True, False])
def test_a_directory_of_a_million_entries_is_not_read(tmp_path: Path, truthful: bool) -> None:
    """Neither by the reading process, which looks for a packed text, nor by the workbook's reader."""
    path = tmp_path / "parts.xlsx"
    entry = b"PK\x01\x02" + bytes(24) + (1).to_bytes(2, "little") + bytes(16) + b"x"
    count = (5 << 20) // len(entry)
    end = [0, 0, 0, min(count, 0xFFFF) if truthful else 1]
    size = count * len(entry)
    record = b"PK\x05\x06" + b"".join(one.to_bytes(2, "little") for one in end)
    path.write_bytes(entry * count + record + size.to_bytes(4, "little") + bytes(6))
    tracemalloc.start()
    try:
        assert packed_text(path) == ""
        with pytest.raises(Refusal, match="more than 10,000 parts"):
            Package(path)
        assert tracemalloc.get_traced_memory()[1] < 12 << 20
    finally:
        tracemalloc.stop()


def test_an_archive_lets_its_file_go(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "shop.xlsx", [("sku", "name")])
    with Archive(path) as archive:
        assert archive.read("xl/workbook.xml")
    assert archive._bounded.closed
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(Refusal, match="cannot be opened"):
        Package(path)
