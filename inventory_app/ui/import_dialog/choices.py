"""What the person has chosen so far in the steps of an import, and the request that follows from it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from inventory_app.importing.kinds import kind_of
from inventory_app.importing.kinds.purposes import PURPOSES, Purpose, purpose_of
from inventory_app.importing.mapping import Mapping as ColumnMapping
from inventory_app.importing.mapping.columns import ColumnProposal
from inventory_app.importing.mapping.flags import parse_flags
from inventory_app.importing.mapping.recipe import Recipe
from inventory_app.importing.options import (
    DEFAULT_LOCATION,
    BarcodeCheck,
    Blank,
    CurrencySign,
    ImportOptions,
    InFileDuplicates,
    Missing,
    Mode,
    NegativeQuantity,
    OnExisting,
    StockMode,
)
from inventory_app.importing.reading.preview import Preview
from inventory_app.importing.request import ImportRequest
from inventory_app.importing.treatment import UNTREATED, Treatment
from inventory_app.importing.value_mapping import references_of
from inventory_app.ui.import_dialog.assigned import flags_for, part_of
from inventory_app.ui.translation import translate

NOT_IMPORTED = ""
_SAMPLES = 3
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """How the file is read; None: as it was detected."""

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    escape: str = ""
    header_line: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What its rows do."""

    on_existing: OnExisting = OnExisting.UPDATE
    in_file_duplicates: InFileDuplicates = InFileDuplicates.REJECT
    blank: Blank = Blank.KEEP
    negative_quantity: NegativeQuantity = NegativeQuantity.REJECT
    barcode_check: BarcodeCheck = BarcodeCheck.WARN
    missing: Missing = Missing.CREATE
    stock_mode: StockMode = StockMode.ADD
    location: str = DEFAULT_LOCATION
    decimal: str = "."
    thousands: str = ""
    currency_sign: CurrencySign = CurrencySign.REJECT
    date_format: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """``columns`` is column (from 0) → label of its field, once the person has changed the mapping that was found.

    ``recipe`` is the preset or the saved mapping that was taken, by its ``recipe_name``; ``base`` the mapping that was
    found with it or by itself; ``treatment`` what is done with the cells first.
    """

    kind: str = "products"
    purpose: str = "products"
    path: Path | None = None
    reading: Reading = field(default_factory=Reading)
    rules: Rules = field(default_factory=Rules)
    columns: Mapping[int, str] | None = None
    mode: Mode = Mode.SKIP
    again: bool = False
    recipe: Recipe | None = None
    recipe_name: str = ""
    base: ColumnMapping | None = None
    treatment: Treatment = UNTREATED

    @classmethod
    def of_request(cls, request: ImportRequest) -> Choices:
        """What was chosen for an import that is to be begun anew."""
        options = request.options
        return cls(
            kind=options.kind,
            purpose=purpose_of(options).name,
            path=Path(request.path),
            reading=Reading(**{one.name: getattr(options, one.name) for one in fields(Reading)}),
            rules=Rules(**{one.name: getattr(options, one.name) for one in fields(Rules)}),
            mode=options.mode,
            again=options.again,
            recipe=Recipe(options.kind, request.flags) if request.flags else None,
            treatment=request.treatment,
        )

    def request(self, *, dry_run: bool, rejects: str = "") -> ImportRequest:
        """The import of the file that was chosen."""
        options = self.options(dry_run=dry_run)
        return ImportRequest(str(self.path or ""), options, self.flags, rejects, self.treated)

    @property
    def treated(self) -> Treatment:
        """What is done with the cells; once columns were changed by hand it may be said of fields that are gone."""
        return self.treatment if self.columns is None else replace(self.treatment, lenient=True)

    def options(self, *, dry_run: bool = False) -> ImportOptions:
        """The options of the command line's contract that say the same."""
        reading, rules = self.reading, self.rules
        return ImportOptions(
            kind=self.kind,
            mode=self.mode,
            on_existing=rules.on_existing,
            in_file_duplicates=rules.in_file_duplicates,
            blank=rules.blank,
            negative_quantity=rules.negative_quantity,
            barcode_check=rules.barcode_check,
            missing=rules.missing,
            stock_mode=rules.stock_mode,
            orders=self.intent.orders,
            again=self.again,
            sheet=reading.sheet,
            encoding=reading.encoding,
            delimiter=reading.delimiter,
            quote=reading.quote,
            escape=reading.escape,
            header_line=reading.header_line,
            decimal=rules.decimal,
            thousands=rules.thousands,
            currency_sign=rules.currency_sign,
            date_format=rules.date_format,
            location=rules.location,
            dry_run=dry_run,
        )

    @property
    def decided(self) -> tuple[tuple[str, str], ...]:
        """The fields and the names of which something was said alone: another is meant, created or rejected."""
        labels, said = references_of(kind_of(self.kind)), (self.treatment.values, self.treatment.missing)
        return tuple((label, name) for one in said for label in labels for name in one.get(label, ()))

    @property
    def is_by_hand(self) -> bool:
        """Whether closing would lose what the person has mapped or decided."""
        known = self.recipe.treatment if self.recipe is not None else UNTREATED
        return self.columns is not None or any(
            getattr(self.treatment, part) != getattr(known, part) for part in ("values", "missing", "corrections")
        )

    @property
    def flags(self) -> tuple[str, ...]:
        """The mapping as the command line takes it; none while it is the automatic one."""
        if self.columns is None:
            return self.recipe.flags if self.recipe is not None else ()
        return flags_for(self.columns, self.base)

    def with_file(self, path: Path) -> Choices:
        """Another file: nothing that was found out about the former one holds."""
        rules = replace(self.rules, decimal=".", thousands="", date_format="", currency_sign=CurrencySign.REJECT)
        return replace(self.without_recipe(), path=path, reading=Reading(), rules=rules, again=False)

    def without_recipe(self) -> Choices:
        """Back to the mapping that is found by the headers, and to the cells as they are."""
        return replace(self, recipe=None, recipe_name="", base=None, columns=None, treatment=UNTREATED)

    def with_recipe(self, name: str, recipe: Recipe) -> Choices:
        """Take a preset or a saved mapping. What it says nothing about stays as it was chosen."""
        options = recipe.options_with({})
        chosen = self.without_recipe() if self._goes_with(recipe) else self.with_kind(purpose_of(options).name)
        said = set(recipe.options)
        rules = {one.name: getattr(options, one.name) for one in fields(Rules) if one.name in said}
        reading = {one.name: getattr(options, one.name) for one in fields(Reading) if one.name in said}
        return replace(
            chosen,
            recipe=recipe,
            recipe_name=name,
            treatment=recipe.treatment,
            rules=replace(chosen.rules, **rules),
            reading=replace(chosen.reading, **reading),
        )

    def _goes_with(self, recipe: Recipe) -> bool:
        """Whether what was chosen to be done is what the recipe does: what a purpose fixes is no rule to be taken."""
        intent, options = self.intent, recipe.options_with({})
        fixed = (intent.kind, intent.stock_mode, intent.orders)
        if fixed != (options.kind, options.stock_mode, options.orders):
            return False
        named = {flag.field.name for flag in parse_flags(kind_of(recipe.kind), recipe.flags)}
        return not intent.fields or named <= set(intent.fields)

    @property
    def intent(self) -> Purpose:
        """What the file is imported for."""
        return PURPOSES[self.purpose]

    def with_kind(self, purpose: str) -> Choices:
        """Another kind, or the same for another purpose."""
        intent = PURPOSES[purpose]
        rules = replace(self.rules, stock_mode=intent.stock_mode)
        bare = self.without_recipe()
        return replace(bare, kind=intent.kind, purpose=purpose, rules=rules, again=False)

    def restricted(self, automatic: Mapping[int, str]) -> Mapping[int, str] | None:
        """The automatic mapping without the fields that the purpose leaves alone; None when it stays as it is."""
        if not self.intent.fields:
            return None
        return {place: label for place, label in automatic.items() if label in self.intent.fields}


@dataclass(frozen=True, slots=True)
class MapRow:
    """One column of the file, and the field that it becomes: as ``part`` (which, of how many) where it is joined."""

    place: int
    header: str
    samples: str
    label: str
    found_by: str
    part: tuple[int, int] = (1, 1)
    filled_down: bool = False
    proposed: str = ""
    reason: str = ""

    @property
    def imported(self) -> bool:
        return self.label != NOT_IMPORTED


def map_rows(
    preview: Preview,
    automatic: Mapping[int, str],
    columns: Mapping[int, str] | None,
    by: str = "",
    fill_down: frozenset[int] = frozenset(),
    proposed: Mapping[int, ColumnProposal] | None = None,
) -> list[MapRow]:
    """The columns of the file with what they become, and who said so; ``by`` a preset or a saved mapping.

    ``proposed`` : what those may become that become nothing yet.
    """
    chosen = automatic if columns is None else columns
    rows = []
    for place, header in enumerate(preview.headers):
        label = chosen.get(place, NOT_IMPORTED)
        found_by = _found_by(place, header, label, automatic, by)
        part = part_of(place, label, chosen) if label else (1, 1)
        shown = MapRow(place, header, _samples(preview, place), label, found_by, part, filled_down=place in fill_down)
        if proposed and (one := proposed.get(place)):
            found_by = translate("Import", "proposed")
            shown = replace(shown, found_by=found_by, proposed=one.label, reason=one.reason)
        rows.append(shown)
    return rows


def lacking(kind: str, labels: Iterable[str]) -> list[str]:
    """The fields without which a file of this kind says nothing, and that no column becomes yet."""
    mapped = {label.partition("@")[0] for label in labels}
    return [name for name in kind_of(kind).required if name not in mapped]


def labels_of(kind: str, locations: Iterable[str], only: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """What a column may become: the fields (some ``only``), and quantities at named places."""
    fields = [one for one in kind_of(kind).fields if not only or one.name in only]
    per_place = [f"{one.name}@{path}" for one in fields if one.per_location for path in locations]
    return [one.name for one in fields], per_place


def words_of(label: str) -> str:
    """A label as a person reads it: ``reorder point``, ``quantity at SHOP``."""
    name, _, path = label.partition("@")
    plain = name.replace("_", " ")
    if not plain:
        return translate("Import", "not imported")
    plain = translate("ImportFields", plain)
    return translate("Import", "{field} at {location}").format(field=plain, location=path) if path else plain


def _samples(preview: Preview, place: int) -> str:
    found: list[str] = []
    for row in preview.rows:
        cell = row.cells[place].strip() if place < len(row.cells) else ""
        if cell and cell not in found:
            found.append(cell if len(cell) <= _SHOWN else cell[:_SHOWN] + "…")
        if len(found) == _SAMPLES:
            break
    return " · ".join(found) or "–"


def _found_by(place: int, header: str, label: str, automatic: Mapping[int, str], by: str) -> str:
    if not label:
        return translate("Import", "no match") if place not in automatic else translate("Import", "you")
    if automatic.get(place) != label:
        return translate("Import", "you")
    if by:
        return by
    if header.strip().casefold().replace("_", " ") == label.replace("_", " "):
        return translate("Import", "name")
    return translate("Import", "synonym")
