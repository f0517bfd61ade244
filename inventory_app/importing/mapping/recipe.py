"""How files are imported, apart from the file itself: mapping, treatment of cells, options.

A preset, a saved mapping and an earlier import each give one; what the person says besides counts more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from inventory_app.domain.errors import Refusal
from inventory_app.importing.mapping.flags import flags_of
from inventory_app.importing.mapping.mapping import Mapping as ColumnMapping
from inventory_app.importing.options import ImportOptions
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.treatment import UNTREATED, Treatment

# Options that say how this one file is read, and those that say what is done this one time.
READING = ("sheet", "encoding", "delimiter", "quote", "escape", "header_line")
_THIS_TIME = ("kind", "mode", "again", "dry_run")


@dataclass(frozen=True, slots=True)
class Recipe:
    """``options`` are those that differ from the defaults, as `ImportOptions.to_json` writes them."""

    kind: str
    flags: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)
    treatment: Treatment = UNTREATED

    def request(
        self, path: str, given: Mapping[str, Any], *, flags: Sequence[str] = (), rejects: str = ""
    ) -> ImportRequest:
        """The import of one file. ``given`` and ``flags`` are what the person said; raises Refusal for another kind.

        With flags only the named fields are imported, so the rest of the treatment may be of fields that are not there.
        """
        options = self.options_with(given)
        treatment = replace(self.treatment, lenient=True) if flags else self.treatment
        return ImportRequest(path, options, tuple(flags) or self.flags, rejects, treatment)

    def options_with(self, given: Mapping[str, Any]) -> ImportOptions:
        """The options, with those that the person said in their place."""
        kind = given.get("kind", self.kind)
        if kind != self.kind:
            raise Refusal("kind_other", f"That is for {self.kind}, and {kind} are to be imported.", field="kind")
        return ImportOptions.from_json({**self.options, "kind": self.kind, **given})


def recipe_of_import(mapping: Mapping[str, Any], options: Mapping[str, Any]) -> Recipe:
    """What an import was done with, from what `import_run` keeps of it: for the repaired file of its rejects.

    How the file was read is not taken over, nor are corrections of single records: the repaired one was written anew.
    """
    columns = ColumnMapping.from_json(dict(mapping))
    kept = {name: value for name, value in options.items() if name not in ("format", *READING)}
    treatment = replace(Treatment.from_json(mapping.get("treatment", {})), corrections={})
    return Recipe(columns.kind.name, flags_of(columns), lasting_options(ImportOptions.from_json(kept)), treatment)


def lasting_options(options: ImportOptions) -> dict[str, Any]:
    """The options that hold for further files of the same form, as far as they differ from the defaults."""
    defaults = ImportOptions().to_json()
    values = options.to_json()
    return {name: values[name] for name in values if name not in _THIS_TIME and values[name] != defaults[name]}
