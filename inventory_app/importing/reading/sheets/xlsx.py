"""Excel workbooks (.xlsx, .xlsm), row by row: what is kept in memory is the list of shared texts and one row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from inventory_app.importing.reading.sheets.limits import MOST_COLUMNS, MOST_ROWS, damaged, too_large
from inventory_app.importing.reading.sheets.package import Package, XmlReader, local, relations
from inventory_app.importing.reading.sheets.values import PLAIN, CellTexts, kind_of_format

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LETTERS = re.compile(r"\$?([A-Za-z]{1,3})\$?[0-9]{0,7}")
_USUAL = frozenset(("c", "v", "row"))
_NO_TABLE = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")


class SheetName(NamedTuple):
    """A sheet of a workbook as a person sees it listed."""

    name: str
    hidden: bool = False


class SheetRow(NamedTuple):
    """One row that has cells: its number in the sheet and its texts from column A on."""

    number: int
    cells: list[str]


class XlsxWorkbook:
    """An open workbook."""

    def __init__(self, package: Package, part: str, decimal: str, dates: str) -> None:
        self._package = package
        self._part = part
        self._targets: dict[str, str] = {}
        self._from_1904 = False
        self.sheets: list[SheetName] = []
        self._relations = relations(package, part)
        self._read_workbook()
        self._texts = CellTexts(decimal, dates, from_1904=self._from_1904)
        self._kinds = self._read_styles()
        self._shared: list[str] | None = None
        self.width = 0

    def progress(self, name: str) -> float:
        """How much of a sheet is read, from 0 to 1, as far as the directory can be believed."""
        return min(self._package.unpacked / max(self._total(name), 1), 1.0)

    def rows(self, name: str) -> Iterator[SheetRow]:
        """The rows of a sheet that hold cells, in its order. Raises Refusal for what is no sheet, or too large."""
        if self._shared is None:
            self._shared = self._read_shared()
        part = self._targets[name]
        reader = XmlReader(self._package.path, part)
        sheet = _SheetParser(self._package, self._texts, self._kinds, self._shared)
        reader.parser.StartElementHandler = sheet.start
        reader.parser.EndElementHandler = sheet.end
        reader.parser.CharacterDataHandler = sheet.text
        for _ in reader.feed(self._package.chunks(part)):
            self.width = sheet.width
            yield from sheet.take()

    def _total(self, name: str) -> int:
        parts = [self._targets[name], self._part, *(target for _, target in self._relations.values())]
        wanted = {part for part in parts if self._package.has(part) and "worksheets/" not in part}
        return sum(map(self._package.size, wanted | {self._targets[name]}))

    def _read_workbook(self) -> None:
        def start(element: str, attributes: dict[str, str]) -> None:
            name = local(element)
            if name == "workbookPr":
                self._from_1904 = attributes.get("date1904") in ("1", "true")
            elif name == "sheet":
                link = next((value for key, value in attributes.items() if local(key) == "id" and ":" in key), "")
                kind, target = self._relations.get(link, ("", ""))
                if target and kind not in _NO_TABLE and attributes.get("name"):
                    self._targets[attributes["name"]] = target
                    self.sheets.append(SheetName(attributes["name"], attributes.get("state", "visible") != "visible"))

        reader = XmlReader(self._package.path, self._part)
        reader.parser.StartElementHandler = start
        reader.run(self._package.chunks(self._part))

    def _related(self, kind: str) -> str:
        return next((target for found, target in self._relations.values() if found == kind), "")

    def _read_styles(self) -> list[str]:
        """For each style of cells whether it shows dates or times."""
        part = self._related("styles")
        if not self._package.has(part):
            return []
        codes: dict[int, str] = {}
        kinds: list[str] = []
        inside: list[str] = []

        def start(element: str, attributes: dict[str, str]) -> None:
            name = local(element)
            if name == "numFmt":
                codes[_whole(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
            elif name == "xf" and inside[-1:] == ["cellXfs"]:
                number = _whole(attributes.get("numFmtId", "0"))
                kinds.append(kind_of_format(number, codes.get(number, "")))
            inside.append(name)

        reader = XmlReader(self._package.path, part)
        reader.parser.StartElementHandler = start
        reader.parser.EndElementHandler = lambda _: inside.pop()
        reader.run(self._package.chunks(part))
        return kinds

    def _read_shared(self) -> list[str]:
        """The shared texts: those of rich text joined, without the phonetic help beside them."""
        part = self._related("sharedStrings")
        found: list[str] = []
        if not self._package.has(part):
            return found
        pieces = _Pieces()

        def end(element: str) -> None:
            pieces.end(element)
            if local(element) == "si":
                found.append(pieces.take())

        reader = XmlReader(self._package.path, part)
        reader.parser.StartElementHandler = pieces.start
        reader.parser.EndElementHandler = end
        reader.parser.CharacterDataHandler = pieces.text
        reader.run(self._package.chunks(part))
        return found


class _Pieces:
    """Gathers what stands in ``t`` elements, except phonetic runs."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._open = False
        self._phonetic = False

    def start(self, element: str, _attributes: dict[str, str]) -> None:
        name = local(element)
        if name == "t":
            self._open = not self._phonetic
        elif name == "rPh":
            self._phonetic = True

    def end(self, element: str) -> None:
        name = local(element)
        if name == "t":
            self._open = False
        elif name == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        if self._open:
            self._found.append(data)

    def take(self) -> str:
        text = "".join(self._found)
        self._found.clear()
        return unescaped(text)


class _SheetParser:
    """Turns the elements of a sheet into rows."""

    def __init__(self, package: Package, texts: CellTexts, kinds: list[str], shared: list[str]) -> None:
        self._package = package
        self._texts, self._shared = texts, shared
        self._kind_of = {str(place): kind for place, kind in enumerate(kinds)}
        self._columns: dict[str, int] = {}
        self._rows: list[SheetRow] = []
        self._number = 0
        self._cells: list[str] = []
        self._cell: dict[str, str] = {}
        self._text: list[str] = []
        self._open = self._phonetic = False
        self.width = 0

    def take(self) -> list[SheetRow]:
        """The rows that are complete by now."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, element: str, attributes: dict[str, str]) -> None:
        name = element if element in _USUAL else local(element)
        if name == "v":
            self._open = True
        elif name == "c":
            self._cell = attributes
        elif name == "t":
            self._open = not self._phonetic
        elif name == "row":
            self._begin_row(attributes.get("r", ""))
        elif name == "rPh":
            self._phonetic = True
        elif name == "dimension":
            self.width = _width(attributes.get("ref", ""))

    def end(self, element: str) -> None:
        name = element if element in _USUAL else local(element)
        if name == "v":
            self._open = False
        elif name == "c":
            self._end_cell()
        elif name == "t":
            self._open = False
        elif name == "row":
            if self._cells:
                self._rows.append(SheetRow(self._number, self._cells))
        elif name == "rPh":
            self._phonetic = False

    def text(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def _begin_row(self, number: str) -> None:
        following = _whole(number) if number else self._number + 1
        if following <= self._number:
            raise damaged(self._package.path, f"row {following} comes after row {self._number}")
        if following > MOST_ROWS:
            raise too_large(self._package.path, f"the sheet has more than {MOST_ROWS:,} rows")
        self._number = following
        self._cells = []

    def _end_cell(self) -> None:
        """Put the cell's text in its column; an empty one takes no place."""
        cells = self._cells
        place = self._place(self._cell.get("r", ""))
        text = ""
        if self._text:
            text = self._value("".join(self._text))
            self._text.clear()
        if not text:
            return
        if place >= MOST_COLUMNS:
            raise too_large(self._package.path, f"row {self._number:,} reaches beyond {MOST_COLUMNS:,} columns")
        if place < len(cells):
            cells[place] = text
            return
        if place > len(cells):
            cells.extend([""] * (place - len(cells)))
        cells.append(text)

    def _place(self, reference: str) -> int:
        """The column of a reference like ``AB12``; the next one when a program leaves it out."""
        letters = reference.rstrip("0123456789")
        place = self._columns.get(letters)
        if place is None:
            place = self._columns[letters] = column_place(letters)
        return place if place >= 0 else len(self._cells)

    def _value(self, raw: str) -> str:
        kind = self._cell.get("t", "n")
        if kind == "s":
            place = int(raw) if raw.isdecimal() and len(raw) < 12 else -1
            if not 0 <= place < len(self._shared):
                raise damaged(self._package.path, f"row {self._number:,} refers to a text that is not there")
            return self._shared[place]
        if kind == "n":
            shown = self._kind_of.get(self._cell.get("s", ""), PLAIN)
            return self._texts.serial(raw, shown) if shown else self._texts.number(raw.strip())
        if kind == "b":
            return "TRUE" if raw.strip() in ("1", "true") else "FALSE"
        return raw.strip() if kind == "e" else unescaped(raw)


def unescaped(text: str) -> str:
    """The text without the escapes for characters that XML cannot hold (``_x000D_``)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def column_place(letters: str) -> int:
    """A column's place from 0; -1 for what is no column."""
    found = _LETTERS.fullmatch(letters)
    place = 0
    for letter in found[1].upper() if found else "":
        place = place * 26 + ord(letter) - 64
    return place - 1


def _width(area: str) -> int:
    """How many columns a sheet says it has (``A1:J200``); 0 where that cannot be: formatting may reach to the edge."""
    width = column_place(area.rpartition(":")[2]) + 1
    return width if width <= MOST_COLUMNS else 0


def _whole(text: str) -> int:
    """A whole number in an attribute; 0 for anything else."""
    stripped = text.strip()
    return int(stripped) if stripped.isascii() and stripped.isdecimal() and len(stripped) < 12 else 0
