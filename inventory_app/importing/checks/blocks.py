"""The verdicts of `checks.rows` for whole blocks at once.

A column is read for all rows together; every row about which that leaves any doubt is judged again by `RowChecker`,
whose word is the only one that rejects. So both ways agree, and a block of good rows costs little.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from inventory_app.exporting.guard import GUARDED
from inventory_app.importing.checks import texts
from inventory_app.importing.checks.damage import damage_doubt, may_hold_mojibake
from inventory_app.importing.checks.dates import read_date
from inventory_app.importing.checks.numbers import NumberReader
from inventory_app.importing.checks.rejected import RejectsFile
from inventory_app.importing.checks.repairs import APOSTROPHE, APOSTROPHES
from inventory_app.importing.checks.rows import VALUE_LIMIT, Problem, Row, RowChecker
from inventory_app.importing.checks.treating import Treater, corrected, meanings
from inventory_app.importing.kinds import FieldType
from inventory_app.importing.mapping import Assignment, Mapping
from inventory_app.importing.options import BarcodeCheck, ImportOptions
from inventory_app.importing.reading.blocks import Block
from inventory_app.importing.reading.fast import SMALL, FastBlock, column_name, halve, read_fast
from inventory_app.importing.reading.format import FileFormat
from inventory_app.importing.reading.records import read_block
from inventory_app.importing.treatment import UNTREATED, Treatment

RECORD, LINE, VERDICT = "record", "line", "verdict"
_ONE = 1_000_000


@dataclass(frozen=True, slots=True)
class CheckedBlock:
    """Rows as they are staged, in file order, with everything that is wrong with them."""

    rows: pl.DataFrame
    problems: list[Problem]


def staged_schema(mapping: Mapping) -> dict[str, pl.DataType]:
    """The columns of the staged rows of a mapping."""
    types: dict[str, pl.DataType] = {RECORD: pl.Int64(), LINE: pl.Int64(), VERDICT: pl.Int64()}
    for name, one in zip(mapping.staged_names, mapping.assignments, strict=True):
        types[name] = pl.Int64() if one.field.is_number else pl.String()
    types |= {slot.value: pl.Int64() for slot in mapping.slots if slot.value}
    return types


class BlockChecker:
    """Judges the blocks of one file in their order; counts the records itself."""

    def __init__(
        self,
        mapping: Mapping,
        options: ImportOptions,
        file_format: FileFormat,
        treatment: Treatment = UNTREATED,
        *,
        small: int = SMALL,
    ) -> None:
        self._mapping = mapping
        self._options = options
        self._format = file_format
        self._rows = RowChecker(mapping, options, treatment)
        self._treater = Treater(mapping.headers, treatment)
        self._meanings = {label: meanings(values) for label, values in treatment.values.items()}
        self._corrections = treatment.corrections
        self._corrected_records = sorted(treatment.corrections)
        self._apostrophes = {label for label, names in treatment.repairs.items() if APOSTROPHE in names}
        self._schema = staged_schema(mapping)
        self._rejects = RejectsFile.of(mapping.headers)
        self._small = small
        # What is not in the block itself may come from a treatment, a constant or from columns that are joined.
        plain = treatment == UNTREATED and all(len(one.columns) == 1 for one in mapping.assignments)
        self._always_mojibake = not plain
        self.records = 0

    def check(self, block: Block) -> Iterator[CheckedBlock]:
        """The block's rows, fast where that is exact."""
        if not block.well_formed or len(block.data) < self._small:
            yield self.check_exactly(block)
            return
        fast = read_fast(block, len(self._mapping.headers), self._format)
        if fast is not None and self._corrected(fast.cells.height):
            yield self.check_exactly(block)
        elif fast is not None:
            yield self._check_fast(fast, mojibake=self._always_mojibake or may_hold_mojibake(block.data))
        elif halves := halve(block, self._format, self._small):
            for half in halves:
                yield from self.check(half)
        else:
            yield self.check_exactly(block)

    def check_exactly(self, block: Block) -> CheckedBlock:
        """The block's rows, one by one."""
        rows: list[Row] = []
        problems: list[Problem] = []
        for record in read_block(block, self._format):
            self.records += 1
            cells = corrected(record.cells, self._corrections.get(self.records))
            treated = self._treater.treat(cells)
            if treated.left_out:
                problems.append(_left_out(self.records, record.line))
                continue
            rows.append(self._rows.check(self.records, record.line, cells, treated.cells))
            problems.extend(rows[-1].problems)
        return CheckedBlock(self._frame(rows), problems)

    def _corrected(self, count: int) -> bool:
        """Whether cells of the next ``count`` records were corrected by hand: few are, and they are read one by one."""
        before, until = (bisect_right(self._corrected_records, self.records + more) for more in (0, count))
        return until > before

    def _check_fast(self, fast: FastBlock, *, mojibake: bool) -> CheckedBlock:
        numbers = pl.int_range(self.records + 1, self.records + 1 + fast.cells.height, eager=True, dtype=pl.Int64)
        self.records += fast.cells.height
        treated = self._treater.treat_block(fast.cells, fast.odd)
        left_out = treated.left_out
        odd = fast.odd | fast.cells.select(self._rejects.doubt()).to_series() if self._rejects else fast.odd
        frame = treated.cells.with_columns(numbers.alias(RECORD), fast.lines.alias(LINE), odd.alias("odd"))
        frame = frame.with_columns(self._dates(treated.cells))
        told = frame.lazy().with_columns(self._values()).with_columns(self._money_values())
        frame = told.with_columns(self._suspect(mojibake=mojibake).alias("suspect")).collect()
        suspect = frame["suspect"] & ~left_out
        clean = frame.filter(~suspect & ~left_out).select(
            pl.lit(None, pl.Int64).alias(name) if name == VERDICT else pl.col(name) for name in self._schema
        )
        problems = [_left_out(numbers[place], fast.lines[place]) for place in left_out.arg_true().to_list()]
        places = suspect.arg_true().to_list()
        if not places:
            return CheckedBlock(clean, problems)
        records = zip(places, fast.records(places), strict=True)
        rows = [
            self._rows.check(numbers[place], one.line, one.cells, self._treater.row_of(treated, place, one.cells))
            for place, one in records
        ]
        merged = pl.concat((clean, self._frame(rows))).sort(RECORD)
        problems += [problem for row in rows for problem in row.problems]
        return CheckedBlock(merged, sorted(problems, key=_record_of) if left_out.any() else problems)

    def _frame(self, rows: list[Row]) -> pl.DataFrame:
        flat = [(row.record, row.line, row.verdict, *row.values) for row in rows]
        return pl.DataFrame(flat, schema=self._schema, orient="row")

    def _dates(self, cells: pl.DataFrame) -> list[pl.Series]:
        """Date columns by their few different texts, each read as `read_date` does."""
        found = []
        for name, one in self._named():
            if one.field.type is FieldType.DATE:
                column = cells.select(self._trimmed(one).alias(name)).to_series()
                known = {text: read_date(text, self._options.date_format) for text in column.unique().to_list()}
                found.append(column.replace_strict(known, return_dtype=pl.String))
        return found

    def _values(self) -> list[pl.Expr]:
        return [self._value(one).alias(name) for name, one in self._named() if one.field.type is not FieldType.DATE]

    def _money_values(self) -> list[pl.Expr]:
        """`scaled_value` for columns; null also where it does not fit."""
        cost = pl.col(self._mapping.cost_column).cast(pl.Int128) if self._mapping.cost_column else None
        found = []
        for slot in self._mapping.slots if cost is not None else ():
            product = pl.col(slot.column).cast(pl.Int128) * cost
            value, twice = product // _ONE, product % _ONE * 2
            up = (twice > _ONE) | ((twice == _ONE) & (value % 2 == 1))
            rounded = value + up.cast(pl.Int128)
            fits = (rounded < VALUE_LIMIT) & (rounded > -VALUE_LIMIT)
            found.append(pl.when(fits).then(rounded.cast(pl.Int64, strict=False)).alias(slot.value))
        return found

    def _value(self, one: Assignment) -> pl.Expr:
        trimmed = self._trimmed(one)
        if one.field.is_number:
            money = one.field.type is FieldType.MONEY
            return NumberReader.of(one.field.number, self._options, money=money).read_column(trimmed)
        kept = self._cell(one) if one.field.type is FieldType.DESCRIPTION else trimmed
        return pl.when(trimmed != "").then(kept)

    def _suspect(self, *, mojibake: bool) -> pl.Expr:
        doubts = [pl.col("odd"), *(self._doubt(name, one, mojibake=mojibake) for name, one in self._named())]
        doubts.extend(self._serial_doubts())
        doubts.extend(self._value_doubts())
        return pl.any_horizontal(*(doubt.fill_null(value=False) for doubt in doubts))

    def _doubt(self, name: str, one: Assignment, *, mojibake: bool) -> pl.Expr:
        """True for every row of which this field's value is not certain to be right as it is."""
        if one.label in self._apostrophes:
            return self._doubt_of(name, one, mojibake=mojibake) | self._trimmed(one).str.contains(f"^[{APOSTROPHES}]")
        return self._doubt_of(name, one, mojibake=mojibake)

    def _doubt_of(self, name: str, one: Assignment, *, mojibake: bool) -> pl.Expr:
        value = pl.col(name)
        missing = value.is_null() if one.field.missing else pl.lit(value=False)
        match one.field.type:
            case FieldType.MONEY | FieldType.QUANTITY:
                unread = value.is_null() & (self._trimmed(one) != "")
                return missing | unread if self._rows.keeps_negative(one) else missing | unread | (value < 0)
            case FieldType.DATE:
                return missing | (value.is_null() & (self._trimmed(one) != ""))
            case FieldType.PATH:
                return missing | texts.path_suspect(value)
            case FieldType.SKU:
                damaged = value.str.contains("E+", literal=True)
            case FieldType.BARCODE if self._options.barcode_check is not BarcodeCheck.OFF:
                damaged = texts.barcode_suspect(value)
            case FieldType.BARCODE:
                damaged = value.str.contains("E+", literal=True)
            case _:
                damaged = pl.lit(value=False)
        damaged |= damage_doubt(value, one.field.type, mojibake=mojibake)
        # Bytes are counted faster than characters and are never fewer.
        return missing | damaged | (value.str.len_bytes() > one.field.limit)

    def _serial_doubts(self) -> list[pl.Expr]:
        if not self._mapping.maps("serial"):
            return []
        serial = pl.col("serial").is_not_null()
        quantities = [name for name, one in self._named() if one.field.name == "quantity"]
        return [serial & ~pl.col(name).is_in([0, _ONE]) for name in quantities]

    def _value_doubts(self) -> list[pl.Expr]:
        valued = [slot for slot in self._mapping.slots if slot.value]
        both = [pl.col(slot.column).is_not_null() & pl.col(self._mapping.cost_column).is_not_null() for slot in valued]
        return [known & pl.col(slot.value).is_null() for known, slot in zip(both, valued, strict=True)]

    def _cell(self, one: Assignment) -> pl.Expr:
        """`text_of` for columns, and what is meant by it."""
        if not one.columns:
            return pl.lit(one.constant)
        text, *more = (self._unguarded(one, place) for place in one.columns)
        if more:
            text = texts.trim_column(text.fill_null(""))
        for part in (texts.trim_column(cell.fill_null("")) for cell in more):
            joined = pl.when(text == "").then(part).otherwise(text + pl.lit(one.separator) + part)
            text = pl.when(part == "").then(text).otherwise(joined)
        known = self._meanings.get(one.label)
        if not known:
            return text
        trimmed = texts.trim_column(text.fill_null(""))
        meant = trimmed.replace_strict(list(known), list(known.values()), default=None, return_dtype=pl.String)
        return meant.fill_null(text)

    def _unguarded(self, one: Assignment, place: int) -> pl.Expr:
        cell = pl.col(column_name(place))
        if self._mapping.is_guarded and not one.field.is_number:
            return pl.when(cell.str.contains(GUARDED)).then(cell.str.slice(1)).otherwise(cell)
        return cell

    def _trimmed(self, one: Assignment) -> pl.Expr:
        return texts.trim_column(self._cell(one))

    def _named(self) -> Iterator[tuple[str, Assignment]]:
        return zip(self._mapping.staged_names, self._mapping.assignments, strict=True)


def _left_out(record: int, line: int) -> Problem:
    """What is said of a record that holds nothing to import: it is accepted and changes nothing."""
    return Problem(record, line, "", "", "left_out", warning=True)


def _record_of(problem: Problem) -> int:
    return problem.record
