"""The ZIP archive that a workbook is: which kind, and its parts, read in pieces and counted while they are unpacked."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from xml.parsers import expat

from inventory_app.domain.errors import Refusal
from inventory_app.importing.reading.archives import Archive, DirectoryTooLarge
from inventory_app.importing.reading.sheets.limits import (
    HARMLESS,
    MOST_PARTS,
    MOST_RATIO,
    MOST_UNPACKED,
    damaged,
    protected,
    too_large,
)

_PIECE = 1 << 16
_READ = (".xml", ".rels", ".bin")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_TOO_MANY = f"the workbook has more than {MOST_PARTS:,} parts"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


class Package:
    """An open workbook archive. Nothing is believed of its directory: what comes out of it is counted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unpacked = 0
        try:
            self._zip = Archive(path)
        except DirectoryTooLarge as error:
            raise too_large(path, _TOO_MANY) from error
        except _BROKEN as error:
            raise damaged(path, "its ZIP archive cannot be opened") from error
        self._parts = {info.filename.lower(): info for info in self._zip.infolist()}
        self._check_directory()

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The parts' names, in lower case: programs do not agree on more."""
        return list(self._parts)

    def has(self, name: str) -> bool:
        return name.lower() in self._parts

    def size(self, name: str) -> int:
        """What the directory says that a part unpacks to; good for progress and nothing else."""
        return self._parts[name.lower()].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part's bytes. Raises Refusal for one that is missing, damaged, encrypted, or unpacks to too much."""
        info = self._parts.get(name.lower())
        if info is None:
            raise damaged(self.path, f"its part {name} is missing")
        if info.flag_bits & _ENCRYPTED:
            raise protected(self.path)
        if info.compress_type not in _METHODS:
            raise damaged(self.path, "it is packed in an unusual way")
        try:
            with self._zip.open(info) as part:
                while piece := part.read(_PIECE):
                    self.unpacked += len(piece)
                    self._check_size(self.unpacked)
                    yield piece
        except _BROKEN as error:
            raise damaged(self.path, f"its part {name} cannot be unpacked") from error

    def read(self, name: str) -> bytes:
        """A whole part, for the small ones."""
        return b"".join(self.chunks(name))

    def unpack_all(self) -> None:
        """Unpack every part that a reader may ask for, keeping nothing: their true sizes are known afterwards."""
        for name in self._parts:
            if name.endswith(_READ):
                for _ in self.chunks(name):
                    pass

    def _check_directory(self) -> None:
        if len(self._parts) > MOST_PARTS:
            raise too_large(self.path, _TOO_MANY)
        self._check_size(sum(info.file_size for name, info in self._parts.items() if name.endswith(_READ)))

    def _check_size(self, unpacked: int) -> None:
        if unpacked > MOST_UNPACKED:
            raise too_large(self.path, f"the workbook unpacks to more than {MOST_UNPACKED >> 20} MB")
        if unpacked > HARMLESS and unpacked > self.path.stat().st_size * MOST_RATIO:
            raise too_large(self.path, f"the workbook is packed more than {MOST_RATIO} times over")


class XmlReader:
    """Reads one XML part. A document type, and so every entity of one's own, is refused; prefixes are left out."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def feed(self, chunks: Iterator[bytes]) -> Iterator[None]:
        """Parse piece by piece, so that what the handlers have gathered can be taken in between."""
        try:
            for chunk in chunks:
                self.parser.Parse(chunk, False)
                yield
            self.parser.Parse(b"", True)
            yield
        except expat.ExpatError as error:
            raise damaged(self._path, f"{self._name}: {expat.errors.messages[error.code]}") from error
        except (LookupError, ValueError) as error:
            if "encoding" not in str(error):
                raise
            raise damaged(self._path, f"{self._name} is in an encoding that there is not") from error

    def run(self, chunks: Iterator[bytes]) -> None:
        """Parse all of it."""
        for _ in self.feed(chunks):
            pass

    def _refuse_doctype(self, *_: object) -> None:
        raise damaged(self._path, f"{self._name} declares a document type, which no workbook does")


def local(name: str) -> str:
    """An element's or attribute's name without its prefix."""
    return name.rpartition(":")[2] if ":" in name else name


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """The relations of a part: id to kind (the last word of its type) and target; those that lead outside left out."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}
    if not package.has(rels):
        return found

    def start(element: str, attributes: dict[str, str]) -> None:
        if local(element) == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, target)

    reader = XmlReader(package.path, rels)
    reader.parser.StartElementHandler = start
    reader.run(package.chunks(rels))
    return found


def main_part(package: Package) -> str:
    """The workbook itself; '' when the archive holds none."""
    targets = [target for kind, target in relations(package, "").values() if kind == "officeDocument"]
    usual = [name for name in ("xl/workbook.xml", "xl/workbook.bin") if package.has(name)]
    return next((target for target in [*targets, *usual] if package.has(target)), "")


def refuse_other_archive(package: Package) -> Refusal:
    """The archive is no workbook: what it is, as far as that can be told."""
    names = package.names
    what = "is a ZIP archive without a table in it; unpack it and import the file inside"
    if any(name.startswith("word/") for name in names):
        what = "is a Word document, not a table; save the table as CSV or as a workbook"
    elif any(name.startswith("ppt/") for name in names):
        what = "is a presentation, not a table"
    elif any(name.startswith("index/") for name in names):
        what = "is a Numbers or Pages document; export it as CSV or as an Excel workbook"
    return Refusal("file_foreign", f"{package.path.name}: {what}.", field="file")
