"""Mappings that the person has saved under a name, each a JSON file; `--mapping` reads the same files.

A saved mapping is offered for files with the same headers: in any order of the columns when it names all of them by
their headers, in the same order when it had to write a position (``#3``).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import has_no_text
from inventory_app.importing.kinds import kind_of
from inventory_app.importing.mapping.flags import parse_flags
from inventory_app.importing.mapping.headers import column_text, trimmed
from inventory_app.importing.mapping.mapping import Assignment
from inventory_app.importing.mapping.mapping import Mapping as ColumnMapping
from inventory_app.importing.mapping.recipe import Recipe, lasting_options, recipe_of_import
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.treatment import UNTREATED, Treatment
from inventory_app.settings.settings_file import write

FORMAT = 1
_MARK = "stockroom_mapping"
_PARTS = (_MARK, "name", "kind", "headers", "fields", "options", "treatment")
_LARGEST = 4 << 20
_LONGEST_NAME = 100
_LABEL = re.compile(r"[a-z_]+(?:@[^=\r\n]*[^=:?\r\n])?")
_POSITION = re.compile(r"#[0-9]+")


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """A mapping with its name. ``fields``: label → column, ``{"columns": […], "separator": …}`` or ``{"text": …}``."""

    name: str
    headers: tuple[str, ...]
    recipe: Recipe
    fields: Mapping[str, Any]

    @classmethod
    def of(
        cls, name: str, mapping: ColumnMapping, options: ImportOptions, treatment: Treatment = UNTREATED
    ) -> SavedMapping:
        """What a file was, or is to be, imported with. Raises Refusal for a name that cannot be one."""
        fields = {one.label: _written(one, mapping.headers) for one in mapping.assignments}
        return cls._made(_name(name), mapping.kind.name, mapping.headers, fields, lasting_options(options), treatment)

    @classmethod
    def from_json(cls, values: object) -> SavedMapping:
        """The mapping that `to_json` wrote. Raises Refusal for anything else, saying what is wrong with it."""
        if not isinstance(values, dict) or _MARK not in values:
            raise _refusal(f"it is no saved mapping (those have a “{_MARK}”)")
        if values[_MARK] != FORMAT:
            raise _refusal("it was saved by a newer Stockroom")
        if unknown := sorted(set(values) - set(_PARTS)):
            raise _refusal(f"there is no part “{unknown[0]}”; there are {', '.join(_PARTS)}")
        headers = values.get("headers", [])
        fields, options = values.get("fields", {}), values.get("options", {})
        if not isinstance(headers, list) or not all(isinstance(one, str) for one in headers):
            raise _refusal("its headers are no list of texts")
        if not isinstance(fields, dict) or not isinstance(options, dict):
            raise _refusal("its fields or options are no named values")
        treatment = Treatment.from_json(values.get("treatment", {}))
        return cls._made(_name(values.get("name")), values.get("kind"), headers, fields, options, treatment)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return {
            _MARK: FORMAT,
            "name": self.name,
            "kind": self.recipe.kind,
            "headers": list(self.headers),
            "fields": dict(self.fields),
            "options": dict(self.recipe.options),
            "treatment": self.recipe.treatment.to_json(),
        }

    def fits(self, kind: str, headers: Sequence[str]) -> bool:
        """Whether it is for files with these headers."""
        if kind != self.recipe.kind:
            return False
        own, others = list(map(trimmed, self.headers)), list(map(trimmed, headers))
        return own == others or (not self._has_positions and sorted(own) == sorted(others))

    @property
    def _has_positions(self) -> bool:
        treatment = self.recipe.treatment
        columns = [*treatment.fill_down, *treatment.fill_within, *treatment.nothing]
        columns += [column for one in treatment.leave_out for column in one]
        for source in self.fields.values():
            columns += source.get("columns", []) if isinstance(source, dict) else [source]
        return any(map(_POSITION.fullmatch, columns))

    @classmethod
    def _made(
        cls,
        name: str,
        kind: object,
        headers: Sequence[str],
        fields: Mapping[str, Any],
        options: Mapping[str, Any],
        treatment: Treatment,
    ) -> SavedMapping:
        if not isinstance(kind, str):
            raise _refusal("it does not say of what kind the files are")
        if any(map(has_no_text, _texts_in([headers, fields, options, treatment.to_json()]))):
            raise _refusal("it holds a character that is no text")
        fields = dict(sorted(fields.items()))
        flags = tuple(flag for label, source in fields.items() for flag in _flags(label, source))
        parse_flags(kind_of(kind), flags)
        _options(kind, options)
        return cls(name, tuple(headers), Recipe(kind, flags, dict(options), treatment), fields)


def saved_of_import(name: str, mapping: Mapping[str, Any], options: Mapping[str, Any]) -> SavedMapping:
    """What an import was done with, from what `import_run` keeps of it, to be saved under a name."""
    recipe = recipe_of_import(mapping, options)
    columns = ColumnMapping.from_json(dict(mapping))
    return SavedMapping.of(name, columns, recipe.options_with({}), recipe.treatment)


@dataclass(frozen=True, slots=True)
class SavedMappings:
    """The person's own mappings, in a folder of theirs; see `Places.mappings`."""

    folder: Path

    def all(self) -> tuple[tuple[SavedMapping, ...], tuple[str, ...]]:
        """Those that can be read, by name, and what is wrong with the others. A broken one is left where it is."""
        read, notices = self._read()
        found = (mapping for _, mapping in read)
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.name))), tuple(notices)

    def fitting(self, kind: str, headers: Sequence[str]) -> tuple[SavedMapping, ...]:
        """Those to be offered for a file with these headers."""
        return tuple(one for one in self.all()[0] if one.fits(kind, headers))

    def save(self, mapping: SavedMapping) -> Path:
        """Keep a mapping, in place of one of the same name and kind; where. Raises Refusal when that cannot be done."""
        path = self._path(mapping.recipe.kind, mapping.name)
        try:
            write(path, mapping.to_json())
        except OSError as error:
            raise _refusal(f"it cannot be saved in {path} ({error.strerror or error})") from error
        return path

    def remove(self, kind: str, name: str) -> None:
        """Forget a mapping; one that is not there is forgotten already. Raises Refusal when that cannot be done."""
        for path, mapping in self._read()[0]:
            if (mapping.recipe.kind, mapping.name) == (kind, name):
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise _refusal(f"{path} cannot be removed ({error.strerror or error})") from error

    def rename(self, mapping: SavedMapping, name: str) -> SavedMapping:
        """Keep a mapping under another name. Raises Refusal for one that is taken, or that cannot be a name."""
        renamed = replace(mapping, name=_name(name))
        if renamed.name == mapping.name:
            return mapping
        kind = mapping.recipe.kind
        if any((one.recipe.kind, one.name) == (kind, renamed.name) for _, one in self._read()[0]):
            raise Refusal("mapping_name_taken", f"There is a mapping “{renamed.name}” already.", field="name")
        self.save(renamed)
        self.remove(kind, mapping.name)
        return renamed

    def _read(self) -> tuple[list[tuple[Path, SavedMapping]], list[str]]:
        """The files with what they hold, and what is wrong with the others; whatever their names are."""
        found, notices = [], []
        for path in sorted(self.folder.glob("*.json")) if self.folder.is_dir() else ():
            try:
                found.append((path, read_mapping(path)))
            except Refusal as refusal:
                notices.append(refusal.message)
        return found, notices

    def _path(self, kind: str, name: str) -> Path:
        plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40]
        digest = hashlib.sha256(f"{kind}\n{name}".encode()).hexdigest()[:12]
        return self.folder / f"{plain or 'mapping'}-{digest}.json"


def read_mapping(path: Path) -> SavedMapping:
    """The saved mapping in a file; raises Refusal that names the file and says what is wrong."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise _refusal(f"it is larger than {_LARGEST >> 20} MB")
        return SavedMapping.from_json(json.loads(data.decode("utf-8-sig")))
    except OSError as error:
        what = f"it cannot be read ({error.strerror or error})"
    except json.JSONDecodeError as error:
        what = f"line {error.lineno}: {error.msg}"
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is no UTF-8 text"
    except (RecursionError, ValueError):
        what = "it is nested too deeply, or holds a number that is none"
    except Refusal as refusal:
        what = refusal.message.removeprefix(_PREFIX).removesuffix(".")
    raise Refusal("mapping_file_invalid", f"{path.name}: {what}.", field="mapping")


_PREFIX = "The mapping cannot be used: "


def _refusal(what: str) -> Refusal:
    return Refusal("mapping_file_invalid", f"{_PREFIX}{what}.", field="mapping")


def _name(name: object) -> str:
    if not isinstance(name, str) or not name.strip() or len(name.strip()) > _LONGEST_NAME or not name.isprintable():
        raise _refusal(f"its name is not a text of at most {_LONGEST_NAME} characters in one line")
    return name.strip()


def _written(one: Assignment, headers: Sequence[str]) -> Any:
    if not one.columns:
        return {"text": one.constant}
    columns = [column_text(place, headers) for place in one.columns]
    return {"columns": columns, "separator": one.separator} if one.more else columns[0]


def _flags(label: str, source: object) -> list[str]:
    """The flags that say the same. A text is not looked into, so it may hold whatever it likes."""
    if not _LABEL.fullmatch(label):
        raise _refusal(f"“{label}” is not a field")
    if isinstance(source, str) and source:
        return [f"{label}={source}"]
    if isinstance(source, dict) and set(source) == {"text"} and isinstance(source["text"], str):
        return [f"{label}:={source['text']}"]
    if isinstance(source, dict) and {"columns"} <= set(source) <= {"columns", "separator"}:
        columns, separator = source["columns"], source.get("separator", " ")
        texts = isinstance(columns, list) and all(isinstance(one, str) and one for one in columns)
        if texts and columns and isinstance(separator, str) and "=" not in separator and separator[-1:] not in "?:":
            return [f"{label}={columns[0]}", *(f"{label}+{separator}={one}" for one in columns[1:])]
    raise _refusal(f"the source of {label} is no column, no list of columns and no text")


def _texts_in(values: object) -> Iterator[str]:
    """All texts in JSON values, names included."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, Mapping):
        for name, value in values.items():
            yield from (str(name), *_texts_in(value))
    elif isinstance(values, Sequence):
        for value in values:
            yield from _texts_in(value)


def _options(kind: str, options: Mapping[str, Any]) -> None:
    """Raises Refusal for options that there are not, or that are of another type."""
    defaults = ImportOptions().to_json() | {"encoding": "", "delimiter": "", "quote": "", "header_line": 0}
    for name, value in options.items():
        wanted = type(defaults.get(name))
        if name in defaults and (not isinstance(value, wanted) or isinstance(value, bool) != (wanted is bool)):
            raise _refusal(f"the option {name} is of another kind than it should be")
    ImportOptions.from_json({**options, "kind": kind})
