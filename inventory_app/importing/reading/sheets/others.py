"""The other workbooks (.xls, .xlsb, .ods), read whole by calamine; a formula's error counts as a blank cell there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from inventory_app.importing.reading.sheets.limits import MOST_COLUMNS, MOST_ROWS, damaged, protected, too_large
from inventory_app.importing.reading.sheets.values import CellTexts
from inventory_app.importing.reading.sheets.xlsx import SheetName, SheetRow

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PIECE = 1 << 20


class OtherWorkbook:
    """An open workbook of a format that has no reader of ours."""

    def __init__(self, path: Path, decimal: str, dates: str) -> None:
        self._path = path
        self._texts = CellTexts(decimal, dates)
        self._done = 0.0
        self.width = 0
        try:
            self._workbook = CalamineWorkbook.from_path(path)
        except PasswordError as error:
            raise protected(path) from error
        except (CalamineError, OSError, ValueError) as error:
            refusal = protected(path) if _is_encrypted(path) else damaged(path, "it holds no sheets that can be read")
            raise refusal from error
        self.sheets = [
            SheetName(one.name, one.visible != SheetVisibleEnum.Visible)
            for one in self._workbook.sheets_metadata
            if one.typ == SheetTypeEnum.WorkSheet
        ]

    def progress(self, _name: str) -> float:
        """How much of the sheet is handed out."""
        return self._done

    def rows(self, name: str) -> Iterator[SheetRow]:
        """The rows of a sheet that hold cells."""
        try:
            sheet = self._workbook.get_sheet_by_name(name)
        except (CalamineError, OSError, ValueError) as error:
            raise damaged(self._path, f"the sheet “{name}” cannot be read") from error
        if sheet.start is None or sheet.end is None:
            return
        (top, left), (bottom, right) = sheet.start, sheet.end
        if bottom >= MOST_ROWS:
            raise too_large(self._path, f"the sheet has more than {MOST_ROWS:,} rows")
        if right >= MOST_COLUMNS:
            raise too_large(self._path, f"the sheet has more than {MOST_COLUMNS:,} columns")
        self.width = right + 1
        before = [""] * left
        for number, values in enumerate(sheet.iter_rows(), start=top + 1):
            cells = before + [self._texts.value(value) for value in values]
            self._done = (number - top) / (bottom - top + 1)
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield SheetRow(number, cells)


def _is_encrypted(path: Path) -> bool:
    """Whether it is the container in which a workbook with a password is kept."""
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_PIECE):
            if _ENCRYPTED in before + chunk:
                return True
            before = chunk[-len(_ENCRYPTED) :]
    return False
