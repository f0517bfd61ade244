"""Names and words about the files of an import."""

from __future__ import annotations

import os
from pathlib import Path

from inventory_app.importing.reading.preview import Preview
from inventory_app.ui.theme import formats

_MARKS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", ":": "colon", " ": "blank"}


def file_caption(path: Path, preview: Preview, records: int) -> str:
    """products_autumn.csv · 18.4 MB · UTF-8 · semicolon · 100,000 records."""
    shown = preview.file_format
    parts = [path.name, formats.file_size(preview.size), shown.encoding.upper()]
    parts.append(_MARKS.get(shown.delimiter, f"“{shown.delimiter}”"))
    if records:
        parts.append(formats.counted(records, "record"))
    return " · ".join(parts)


def free_rejects_path(path: Path) -> Path:
    """A name for the rejected rows that is not taken: beside the file, else in the home folder."""
    folder = path.parent if os.access(path.parent, os.W_OK) else Path.home()
    stem = path.stem.removesuffix(".rejects")
    candidate = folder / f"{stem}.rejects.csv"
    number = 2
    while candidate.exists():
        candidate = folder / f"{stem}.rejects-{number}.csv"
        number += 1
    return candidate
