"""Names and words about the files of an import."""

from __future__ import annotations

import os
from pathlib import Path

from inventory_app.importing import pasted
from inventory_app.importing.reading.preview import Preview
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

_MARKS = {
    ",": QT_TRANSLATE_NOOP("Import", "comma"),
    ";": QT_TRANSLATE_NOOP("Import", "semicolon"),
    "\t": QT_TRANSLATE_NOOP("Import", "tab"),
    "|": QT_TRANSLATE_NOOP("Import", "bar"),
    ":": QT_TRANSLATE_NOOP("Import", "colon"),
    " ": QT_TRANSLATE_NOOP("Import", "blank"),
}
_FILE_NAMES = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.gz *.zip"


def file_caption(path: Path, preview: Preview, records: int) -> str:
    """products_autumn.csv · 18.4 MB · UTF-8 · semicolon · 100,000 records."""
    shown = preview.file_format
    parts = [path.name, formats.file_size(preview.size), shown.encoding.upper()]
    mark = _MARKS.get(shown.delimiter)
    parts.append(translate("Import", mark) if mark else f"“{shown.delimiter}”")
    if records:
        parts.append(translate("Import", "{count} record(s)", count=records).format(count=formats.number(records)))
    return " · ".join(parts)


def file_filters() -> list[str]:
    """What a file dialog offers to import."""
    return [
        translate("FileDialog", "Tables ({names})").format(names=_FILE_NAMES),
        translate("FileDialog", "All files (*)"),
    ]


def is_pasted(path: Path) -> bool:
    """Whether this is the private file of a table from the clipboard, which goes with its window."""
    return path.name == pasted.NAME and path.parent.name.startswith(pasted.PREFIX)


def free_rejects_path(path: Path) -> Path:
    """A name for the rejected rows that is not taken: beside the file, else in the home folder."""
    beside = os.access(path.parent, os.W_OK) and not is_pasted(path)
    folder = path.parent if beside else Path.home()
    stem = path.stem.removesuffix(".rejects")
    candidate = folder / f"{stem}.rejects.csv"
    number = 2
    while candidate.exists():
        candidate = folder / f"{stem}.rejects-{number}.csv"
        number += 1
    return candidate
