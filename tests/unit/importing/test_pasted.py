"""Tables from the clipboard."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from inventory_app.domain.errors import Refusal
from inventory_app.importing.jobs import Inspect
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.pasted import NAME, paste_table
from inventory_app.importing.reading.process import inspect_file


async def test_a_pasted_table_is_a_private_file_with_a_name_to_show(tmp_path: Path) -> None:
    pasted = paste_table('sku\tname\tprice\r\n00417\t"Tray ""oak"""\t1,5\r\n', tmp_path)
    request = pasted.request(ImportOptions(), ("sku=1", "name=2"))
    assert (Path(request.path).name, request.flags) == (NAME, ("sku=1", "name=2"))
    assert stat.S_IMODE(pasted.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(pasted.path.parent.stat().st_mode) == 0o700
    found = await inspect_file(Inspect(request.path, request.options))
    assert found.preview.rows[0].cells == ("00417", 'Tray "oak"', "1,5")
    assert found.preview.file_format.delimiter == "\t"
    assert paste_table("a", tmp_path).path.read_bytes() == paste_table("a", tmp_path).path.read_bytes()
    pasted.remove()
    assert not pasted.path.parent.exists()


@pytest.mark.parametrize("text", ["", " \r\n\t"])
def test_nothing_is_not_pasted(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "pasted"
    folder.mkdir()
    with pytest.raises(Refusal, match="nothing to import"):
        paste_table(text, folder)
    assert list(folder.iterdir()) == []
