"""One row at a time, exactly: what its cells say, and everything that is wrong with them.

`checks.blocks` does the same for whole blocks; what is not certainly right there is judged here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from inventory_app.domain.money import MONEY
from inventory_app.domain.quantities import QUANTITY
from inventory_app.domain.texts import too_wide
from inventory_app.exporting.guard import unguard
from inventory_app.importing.checks import dates, texts
from inventory_app.importing.checks.damage import CELL_LIMIT, damage_of
from inventory_app.importing.checks.numbers import NumberReader
from inventory_app.importing.checks.rejected import RejectsFile
from inventory_app.importing.checks.repairs import APOSTROPHE, APOSTROPHES, repaired
from inventory_app.importing.checks.treating import meanings
from inventory_app.importing.kinds import FieldType
from inventory_app.importing.mapping import Assignment, Mapping
from inventory_app.importing.options import BarcodeCheck, ImportOptions, NegativeQuantity
from inventory_app.importing.reasons import NUMBER_OF
from inventory_app.importing.treatment import UNTREATED, Treatment

Value: TypeAlias = "str | int | None"

# So much of a cell a problem shows.
SHOWN = 200
_ONE: int = 10**QUANTITY.scale
_ONE_PIECE = (0, _ONE)
VALUE_LIMIT: int = MONEY.limit * 10**MONEY.scale


class Problem(NamedTuple):
    """One thing that is wrong with a row; ``warning`` ones do not reject it. ``field`` '' means the record itself."""

    record: int
    line: int
    field: str
    value: str
    code: str
    warning: bool = False


class Row(NamedTuple):
    """A row as it is staged: ``verdict`` is the number of its first reason, None while nothing is wrong."""

    record: int
    line: int
    verdict: int | None
    values: tuple[Value, ...]
    problems: tuple[Problem, ...]


class _Finding(NamedTuple):
    """A problem before its row is known."""

    field: str
    value: str
    code: str
    warning: bool = False


class RowChecker:
    """Judges records of one file under one mapping, one set of options and one treatment of its cells."""

    def __init__(self, mapping: Mapping, options: ImportOptions, treatment: Treatment = UNTREATED) -> None:
        self.mapping = mapping
        self.options = options
        self._width = len(mapping.headers)
        self._fields = tuple((one, _reader(one, options)) for one in mapping.assignments)
        self._has_serials = mapping.maps("serial")
        self._is_guarded = mapping.is_guarded
        self._rejects = RejectsFile.of(mapping.headers)
        self._meanings = {label: meanings(values) for label, values in treatment.values.items()}
        self._repairs = treatment.repairs
        names = mapping.staged_names
        self._valued = tuple((names.index(slot.column), slot.label) for slot in mapping.slots if slot.value)
        self._cost = names.index(mapping.cost_column) if self._valued else 0

    def check(self, record: int, line: int, cells: Sequence[str], treated: Sequence[str] | None = None) -> Row:
        """The row of one record. A missing field is a blank cell, and the record ragged.

        ``treated``: its cells after their treatment; what they mean is read from these.
        """
        findings: list[_Finding] = []
        read = cells if treated is None else treated
        values = tuple(self._value(one, reader, read, findings) for one, reader in self._fields)
        if self._has_serials:
            self._check_serial(values, findings)
        if self._valued:
            values += self._money_values(values, findings)
        if self._rejects is not None:
            self._check_rejected(self._rejects, cells, findings)
        elif len(cells) != self._width:
            findings.append(_Finding("", f"{len(cells)} fields", "ragged_row"))
        if texts.is_unreadable("".join(cells)):
            findings.append(_Finding("", next(filter(texts.is_unreadable, cells)), "undecodable"))
        if not findings:
            return Row(record, line, None, values, ())
        findings.sort(key=lambda one: NUMBER_OF.get(one.code, 0))
        verdict = next((NUMBER_OF[one.code] for one in findings if not one.warning), None)
        problems = (Problem(record, line, one.field, clipped(one.value), one.code, one.warning) for one in findings)
        return Row(record, line, verdict, values, tuple(problems))

    def reader_of(self, label: str) -> Callable[[str], bool]:
        """What says of a text whether it is read without a problem as this field; never for one that is not mapped."""
        known = next(((one, reader) for one, reader in self._fields if one.label == label), None)

        def is_read(text: str) -> bool:
            found: list[_Finding] = []
            if known is None or not text.strip():
                return False
            self._read(*known, text, found)
            return not found

        return is_read

    def _value(
        self, one: Assignment, reader: NumberReader | None, cells: Sequence[str], findings: list[_Finding]
    ) -> Value:
        """One field's value; what is wrong with it is added to ``findings``, as the file has it."""
        text = text_of(one, cells, guarded=self._is_guarded)
        known = self._meanings.get(one.label) if self._meanings and one.column is not None else None
        if not known or (meant := _meant(one, known, text.strip())) is None:
            return self._repair(one, reader, text, findings)
        found: list[_Finding] = []
        value = self._repair(one, reader, meant, found)
        findings.extend(finding._replace(value=text.strip()) for finding in found)
        return value

    def _repair(self, one: Assignment, reader: NumberReader | None, text: str, findings: list[_Finding]) -> Value:
        """The value of a text, or of what the repairs of its field make of it when it cannot be read as it is."""
        found: list[_Finding] = []
        value = self._read(one, reader, text, found)
        names = self._repairs.get(one.label, ()) if self._repairs and one.column is not None else ()
        bare = text.strip()
        # A cell that is read as it stands is left alone; only an apostrophe before it is known to be none of its text.
        if not bare or not names or not (found or (APOSTROPHE in names and bare[0] in APOSTROPHES)):
            findings.extend(found)
            return value

        made = repaired(text, names, self.options, self.reader_of(one.label))
        if made is None:
            findings.extend(found)
            return value
        findings.append(_Finding(one.label, bare, "repaired", warning=True))
        return self._read(one, reader, made, [])

    def _read(self, one: Assignment, reader: NumberReader | None, text: str, findings: list[_Finding]) -> Value:
        """The value of a text; what is wrong with it is added to ``findings`` and its value is None."""
        trimmed = text.strip()
        if not trimmed:
            if one.field.missing:
                findings.append(_Finding(one.label, "", one.field.missing))
            return None
        if texts.is_unreadable(trimmed):
            return None  # the record is undecodable; nothing more can be said of this cell
        if reader is not None:
            return self._number(one, reader, trimmed, findings)
        if one.field.type is FieldType.DATE:
            return self._date(one, trimmed, findings)
        if one.field.type is FieldType.PATH:
            return _path(one, trimmed, findings)
        return self._text(one, text if one.field.type is FieldType.DESCRIPTION else trimmed, findings)

    def _number(self, one: Assignment, reader: NumberReader, text: str, findings: list[_Finding]) -> int | None:
        value = reader.read(text)
        if value is None:
            findings.append(_Finding(one.label, text, one.field.invalid))
        elif value < 0 and not self.keeps_negative(one):
            findings.append(_Finding(one.label, text, one.field.negative))
            return None
        return value

    def keeps_negative(self, one: Assignment) -> bool:
        """Whether a value below 0 of this field goes on to the check of the location's policy."""
        return one.field.name == "quantity" and self.options.negative_quantity is NegativeQuantity.KEEP

    def _date(self, one: Assignment, text: str, findings: list[_Finding]) -> str | None:
        value = dates.read_date(text, self.options.date_format)
        if value is None:
            findings.append(_Finding(one.label, text, one.field.invalid))
        return value

    def _text(self, one: Assignment, text: str, findings: list[_Finding]) -> str | None:
        if len(text) > one.field.limit or (one.field.most_bytes and too_wide(text, one.field.most_bytes)):
            findings.append(_Finding(one.label, text, "too_long"))
            if len(text) == CELL_LIMIT:
                findings.append(_Finding(one.label, text, "cell_cut", warning=True))
            return None
        if one.field.type is FieldType.SKU and texts.damaged(text):
            findings.append(_Finding(one.label, text, "sku_damaged", warning=True))
        if one.field.type is FieldType.BARCODE:
            self._check_barcode(one, text, findings)
        findings.extend(_Finding(one.label, text, code, warning=True) for code in damage_of(text, one.field.type))
        return text

    def _check_barcode(self, one: Assignment, text: str, findings: list[_Finding]) -> None:
        if texts.damaged(text):
            findings.append(_Finding(one.label, text, "barcode_damaged"))
        if self.options.barcode_check is BarcodeCheck.OFF:
            return
        if texts.wrong_check_digit(text):
            warning = self.options.barcode_check is BarcodeCheck.WARN
            findings.append(_Finding(one.label, text, "barcode_check_digit", warning))
        elif texts.lost_zeros(text):
            findings.append(_Finding(one.label, text, "leading_zeros_lost", warning=True))

    def _check_rejected(self, file: RejectsFile, cells: Sequence[str], findings: list[_Finding]) -> None:
        """What a record of a rejects file still has that its cells alone do not show."""
        if fields := file.ragged(cells):
            findings.append(_Finding("", fields, "ragged_row"))
        if (place := file.lost(cells)) is not None:
            labels = (one.label for one in self.mapping.assignments if place in one.columns)
            findings.append(_Finding(next(labels, ""), cells[place], "undecodable"))

    def _money_values(self, values: Sequence[Value], findings: list[_Finding]) -> tuple[Value, ...]:
        """Quantity × cost of each quantity, as far as both are known."""
        cost, found = values[self._cost], []
        for place, label in self._valued:
            quantity = values[place]
            value = None
            if isinstance(quantity, int) and isinstance(cost, int):
                value = scaled_value(quantity, cost)
                if abs(value) >= VALUE_LIMIT:
                    findings.append(_Finding(label, str(QUANTITY.from_scaled(quantity)), "quantity_invalid"))
                    value = None
            found.append(value)
        return tuple(found)

    def _check_serial(self, values: Sequence[Value], findings: list[_Finding]) -> None:
        """A serial number is one piece; 0 pieces are nothing to post, or with ``set`` none left."""
        assignments = self.mapping.assignments
        if not any(one.field.name == "serial" and value for one, value in zip(assignments, values, strict=True)):
            return
        for one, value in zip(assignments, values, strict=True):
            if one.field.name == "quantity" and isinstance(value, int) and value not in _ONE_PIECE:
                findings.append(_Finding(one.label, str(one.field.number.from_scaled(value)), "serial_quantity"))


def text_of(one: Assignment, cells: Sequence[str], *, guarded: bool) -> str:
    """The text that a field has in a record: its constant, its cell, or nothing when the record is too short.

    Several columns are joined, each without white space around it and those that are blank left out.
    """
    if one.column is None:
        return one.constant
    if not one.more:
        text = cells[one.column] if one.column < len(cells) else ""
        return unguard(text) if guarded and not one.field.is_number else text
    found = (cells[place] if place < len(cells) else "" for place in one.columns)
    return one.separator.join(filter(None, (unguard(text).strip() if guarded else text.strip() for text in found)))


def _meant(one: Assignment, known: dict[str, str], text: str) -> str | None:
    """What is meant by a text; a location's path is known however its codes are spaced."""
    if text not in known and one.field.type is FieldType.PATH:
        return known.get(texts.normal_path(text) or text)
    return known.get(text)


def _path(one: Assignment, text: str, findings: list[_Finding]) -> str | None:
    path = texts.normal_path(text)
    if path is None:
        findings.append(_Finding(one.label, text, "unknown_location"))
    elif texts.path_too_long(path):
        findings.append(_Finding(one.label, text, "too_long"))
        return None
    return path


def _reader(one: Assignment, options: ImportOptions) -> NumberReader | None:
    if not one.field.is_number:
        return None
    return NumberReader.of(one.field.number, options, money=one.field.type is FieldType.MONEY)


def scaled_value(quantity: int, cost: int) -> int:
    """The scaled money of a scaled quantity at a scaled cost, rounded half-even."""
    value, rest = divmod(quantity * cost, _ONE)
    return value + (rest * 2 > _ONE or (rest * 2 == _ONE and value % 2 == 1))


def clipped(text: str) -> str:
    """A cell's text for a message: its beginning, with what could not be decoded (or stored) shown as U+FFFD."""
    shown = texts.readable(text).replace("\0", "\ufffd")
    return shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"
