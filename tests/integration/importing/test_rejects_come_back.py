"""Files of rejected rows are imported again, as they are, through a spreadsheet, half repaired and repaired."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from inventory_app.exporting.export import export
from inventory_app.exporting.guard import MARK
from inventory_app.exporting.request import ExportRequest
from inventory_app.importing.options import Mode
from tests.support.imports import Importer, brief

HEADER = "sku,name,price,cost,category,description"


async def rejects_of(importer: Importer, data: bytes, name: str = "in.csv") -> Path:
    path = importer.folder / name
    path.write_bytes(data)
    rejects = importer.folder / f"{path.stem}.rejects.csv"
    await importer.file(path, mode=Mode.SKIP, rejects=str(rejects), encoding="utf-8")
    return rejects


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def saved(path: Path, change: Callable[[list[str]], Sequence[str]] = lambda row: row, encoding: str = "utf-8") -> Path:
    """The file as a spreadsheet saves it, each row after a change: all rows are as wide as the widest."""
    header, *rows = rows_of(path)
    table = [header, *map(change, rows)]
    width = max(map(len, table))
    target = path.with_name("saved.csv")
    with target.open("w", encoding=encoding, errors="replace", newline="") as file:
        csv.writer(file, delimiter=";").writerows([*row, *[""] * (width - len(row))] for row in table)
    return target


async def test_a_row_that_is_too_short_stays_rejected_until_it_is_repaired(importer: Importer) -> None:
    rejects = await rejects_of(importer, f"{HEADER}\nA,Alpha,1,1,Mugs,x\nB,Beta\n".encode())
    header, row = rows_of(rejects)
    assert header == [*HEADER.split(","), "record", "line", "error"]
    assert row == ["B", "Beta", "", "", "", "", "2", "3", "ragged_row (2 fields): more or fewer fields than the header"]
    for path in (rejects, saved(rejects), saved(rejects, encoding="cp1252")):
        again = importer.folder / "again.csv"
        outcome = await importer.file(path, mode=Mode.SKIP, rejects=str(again))
        assert brief(outcome) == ("committed", 0, 0, 0, {"ragged_row": 1})
        assert rows_of(again)[0] == header
        assert rows_of(again)[1][:6] == row[:6]
        assert brief(await importer.file(saved(again))) == ("refused", 0, 0, 0, {"ragged_row": 1})
    outcome = await importer.file(saved(rejects, lambda row: [*row[:2], "2.50", *row[3:]]))
    assert brief(outcome) == ("committed", 1, 0, 0, {})
    assert (await importer.catalogue())["B"]["price"] == Decimal("2.5")


async def test_a_row_that_is_right_so_passes_when_its_error_is_emptied(importer: Importer) -> None:
    rejects = await rejects_of(importer, f"{HEADER}\nB,Beta,3\n".encode())
    outcome = await importer.file(saved(rejects, lambda row: [*row[:-1], ""]))
    assert brief(outcome) == ("committed", 1, 0, 0, {})
    assert (await importer.catalogue())["B"]["price"] == Decimal(3)


async def test_a_row_that_is_too_long_stays_rejected_until_it_is_repaired(importer: Importer) -> None:
    rejects = await rejects_of(importer, b"sku,name,price\nA,Mug,1,50\nB,Tray, blue,2.00\nC,Cup,x\n")
    assert rows_of(rejects)[1][:6] == ["A", "Mug", "1", "50", "1", "2"]
    for path in (rejects, saved(rejects)):
        again = importer.folder / "again.csv"
        outcome = await importer.file(path, mode=Mode.SKIP, rejects=str(again))
        assert brief(outcome) == ("committed", 0, 0, 0, {"price_invalid": 2, "ragged_row": 1})
        assert [row[:-3] for row in rows_of(again)] == [row[:-3] for row in rows_of(rejects)]
    mended = {"A": ["A", "Mug", "1.50"], "B": ["B", "Tray, blue", "2.00"], "C": ["C", "Cup", "3"]}
    outcome = await importer.file(saved(rejects, lambda row: [*mended[row[0]], *row[-3:]]))  # the errors stay
    assert brief(outcome) == ("committed", 3, 0, 0, {})
    assert (await importer.catalogue())["B"]["name"] == "Tray, blue"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
async def test_letters_that_could_not_be_read_are_not_saved(importer: Importer, encoding: str) -> None:
    """A spreadsheet may make a question mark of what cannot be read."""
    rejects = await rejects_of(importer, b"sku,name,note\nA,Caf\xe9,\nB,Tea,gr\xfcn\nC,Really?,\n")
    outcome = await importer.file(rejects, mode=Mode.SKIP)
    assert brief(outcome) == ("committed", 0, 0, 0, {"undecodable": 2})
    assert [(one.column, one.value) for one in outcome.problems if not one.warning][:1] == [("name", "Caf\ufffd")]
    outcome = await importer.file(saved(rejects, encoding=encoding))
    assert brief(outcome) == ("refused", 0, 0, 0, {"undecodable": 2})
    outcome = await importer.file(saved(rejects, lambda row: [row[0], f"{row[0]} Café?", "", *row[3:]], encoding))
    assert brief(outcome) == ("committed", 2, 0, 0, {})
    assert {one["name"] for one in (await importer.catalogue()).values()} == {"A Café?", "B Café?", "Really?"}


async def test_rejects_of_our_own_export_lose_the_guard(importer: Importer) -> None:
    await importer.products("sku,name,price\n-X1,=Sum,2\n")
    path = importer.folder / "export.csv"
    await export(importer.database, ExportRequest("products", output=str(path)))
    text = path.read_text(encoding="utf-8")
    assert "'-X1,'=Sum" in text
    rejects = await rejects_of(importer, text.replace(",2.00,", ",dear,", 1).encode(), "spoilt.csv")
    assert rows_of(rejects)[0][-4:] == [MARK, "record", "line", "error"]
    assert rows_of(rejects)[1][:2] == ["'-X1", "'=Sum"]
    rejects.write_text(rejects.read_text("utf-8-sig").replace(",dear,", ",3,", 1), "utf-8-sig")
    assert brief(await importer.file(rejects)) == ("committed", 0, 1, 0, {})
    text = "".join(f"{line},\n" for line in text.splitlines())
    text = text.replace(f"{MARK},", f"{MARK},my note", 1).replace("-X1,'=Sum", "-X2,'=Sum")
    assert brief(await importer.products(text)) == ("committed", 1, 0, 0, {})
    catalogue = await importer.catalogue()
    assert {sku: (one["name"], one["price"]) for sku, one in catalogue.items()} == {
        "-X1": ("=Sum", Decimal(3)),
        "-X2": ("=Sum", Decimal(2)),
    }
