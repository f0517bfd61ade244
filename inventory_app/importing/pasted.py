"""A table from the clipboard as a file: what people copy out of a spreadsheet or a web page is text with tabs."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from inventory_app.domain.errors import Refusal
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.request import ImportRequest

# History, messages and the activity panel show the file's name.
NAME = "Pasted table"
PREFIX = "stockroom-paste-"  # of its folder
MOST_TEXT = 64 << 20


@dataclass(frozen=True, slots=True)
class PastedTable:
    """A private file that holds what was pasted; `remove` it when nobody will import it again."""

    path: Path

    def request(self, options: ImportOptions, flags: tuple[str, ...] = ()) -> ImportRequest:
        """The import of it. Its rows are in UTF-8 whatever was copied; the rest is found out as for any file."""
        return ImportRequest(str(self.path), options, flags)

    def remove(self) -> None:
        """Let the file and its folder go."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


def paste_table(text: str, folder: Path | None = None) -> PastedTable:
    """Write pasted text into a folder of its own, readable by its owner alone. Raises Refusal for what is no table.

    The same text gives the same bytes, so that a second import of it is known for one.
    """
    if not text.strip():
        raise Refusal("paste_empty", "There is nothing to import in the clipboard; copy the rows first.", field="file")
    if len(text) > MOST_TEXT:
        raise Refusal("paste_too_long", "That is too much to paste; save it as a file and import that.", field="file")
    # On Windows the folder of temporary files is the person's own; elsewhere mkdtemp makes a private one.
    path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder)) / NAME
    path.touch(mode=0o600)
    path.write_bytes(text.replace("\0", "").encode("utf-8", "surrogatepass"))
    return PastedTable(path)
