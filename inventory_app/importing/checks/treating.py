"""Applying a `Treatment` to the records of one file: to one record exactly, and the same to whole blocks of them.

Filling down goes on from block to block, in whichever of the two ways each of them is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import polars as pl

from inventory_app.domain.errors import Refusal
from inventory_app.importing.checks import texts
from inventory_app.importing.checks.repairs import REPAIRS
from inventory_app.importing.mapping import Mapping as ColumnMapping
from inventory_app.importing.mapping import find_column
from inventory_app.importing.reading.fast import column_name
from inventory_app.importing.treatment import Treatment, treatment_refusal

_ROW, _START, _ODD, _LEFT_OUT = "treated_row", "treated_start", "treated_odd", "left_out"
_BETWEEN = "\0"  # in no text of a record that is not odd


class Treated(NamedTuple):
    """A record's cells as they are checked, and whether it is left out instead."""

    cells: Sequence[str]
    left_out: bool


class TreatedBlock(NamedTuple):
    """The same for a block: the fields' columns, which rows are left out, and which are odd."""

    cells: pl.DataFrame
    left_out: pl.Series
    odd: pl.Series


class Treater:
    """Knows the columns of one file. Raises Refusal for a column that the file does not have, unless lenient.

    A record that is odd (ragged or undecodable) is rejected for that: it is not left out, it takes no text from the
    records before it, and those after it take none across it.
    """

    def __init__(self, headers: Sequence[str], treatment: Treatment) -> None:
        self._headers = headers
        self._lenient = treatment.lenient
        self._nothing = self._places(treatment.nothing, "nothing")
        conditions = [(self._places(one, "leave_out"), len(one)) for one in treatment.leave_out]
        # A condition of which the file lacks a column would leave out more than was meant.
        self._conditions = [found for found, wanted in conditions if len(found) == wanted]
        self._fill = self._those(treatment.fill_down, "fill_down")
        self._within = self._those(treatment.fill_within, "fill_within")
        if treatment.fill_within and not self._within:
            self._fill = []  # without them the texts of one product would be filled into the next
        self._changed = sorted({*self._nothing, *self._fill})
        self._carried: dict[int, str] = {}
        self._group: str | None = None
        self.is_active = bool(self._changed or self._conditions)

    def treat(self, cells: Sequence[str]) -> Treated:
        """One record; the records of a file come in their order."""
        if not self.is_active:
            return Treated(cells, left_out=False)
        own = self._own(cells)
        if len(cells) != len(self._headers) or texts.is_unreadable("".join(cells)):
            self._carried, self._group = {}, None
            return Treated(own, left_out=False)
        left_out = any(all(own[place].strip() in wanted for place, wanted in one.items()) for one in self._conditions)
        self._fill_one(own)
        return Treated(own, left_out)

    def _own(self, cells: Sequence[str]) -> list[str]:
        """A record's own cells: as many as the header has, and without the texts that mean nothing."""
        own = [*cells, *[""] * (len(self._headers) - len(cells))]
        for place, nothing in self._nothing.items():
            if own[place].strip() in nothing:
                own[place] = ""
        return own

    def filled(self, cells: Sequence[str]) -> Sequence[str]:
        """The record as it stands in the file, only with what is filled in."""
        treated = self.treat(cells).cells
        kept = list(cells)
        for place in self._fill:
            if place < len(kept) and not kept[place].strip():
                kept[place] = treated[place]
        return kept

    def row_of(self, block: TreatedBlock, place: int, cells: Sequence[str]) -> Sequence[str]:
        """The treated cells of one row of a block, whose own ones were read again."""
        if not self._changed:
            return cells
        own = self._own(cells)
        for column in () if block.odd[place] else self._changed:
            own[column] = block.cells[column_name(column)][place]
        return own

    def treat_block(self, cells: pl.DataFrame, odd: pl.Series) -> TreatedBlock:
        """A block of records."""
        if not self.is_active or not cells.height:
            return TreatedBlock(cells, pl.repeat(False, cells.height, dtype=pl.Boolean, eager=True), odd)
        frame = cells.lazy().with_columns(
            pl.when(_trimmed(place).is_in(_column(nothing))).then(pl.lit("")).otherwise(_text(place))
            .alias(column_name(place))
            for place, nothing in self._nothing.items()
        )  # fmt: skip
        met = [
            pl.all_horizontal(*(_trimmed(place).is_in(_column(wanted)) for place, wanted in one.items()))
            for one in self._conditions
        ]
        frame = frame.with_columns((pl.any_horizontal(*met) if met else pl.lit(value=False)).alias(_LEFT_OUT))
        if self._fill:
            frame = self._filled(frame.with_columns(odd.alias(_ODD)))
        found = frame.collect()
        left_out = found[_LEFT_OUT] & ~odd
        found = found.select(cells.columns)
        self._carry_on(found, ends_odd=odd[-1])
        return TreatedBlock(found, left_out, odd)

    def _fill_one(self, own: list[str]) -> None:
        if self._within:
            group = _BETWEEN.join(own[place].strip() for place in self._within)
            if group != self._group or not group.strip(_BETWEEN):
                self._carried = {}
            self._group = group
        for place in self._fill:
            if own[place].strip():
                self._carried[place] = own[place]
            else:
                own[place] = self._carried.get(place, own[place])

    def _filled(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        frame = frame.with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias(_ROW))
        fresh = pl.col(_ODD)
        if self._within:
            group = pl.concat_str([_trimmed(place) for place in self._within], separator=_BETWEEN)
            former = pl.lit(self._group, pl.String)
            blank = group == _BETWEEN * (len(self._within) - 1)
            fresh = fresh | group.ne_missing(group.shift(1, fill_value=former)) | blank
        frame = frame.with_columns(pl.when(fresh).then(pl.col(_ROW)).forward_fill().alias(_START))
        return frame.with_columns(self._filled_column(place).alias(column_name(place)) for place in self._fill)

    def _filled_column(self, place: int) -> pl.Expr:
        text, known = _text(place), (_trimmed(place) != "") & ~pl.col(_ODD)
        last = pl.when(known).then(pl.col(_ROW)).forward_fill()
        filled = pl.when(known).then(text).forward_fill()
        start = pl.col(_START)
        carried = self._carried.get(place)
        if carried is not None:
            text = pl.when(start.is_null() & last.is_null()).then(pl.lit(carried)).otherwise(text)
        return pl.when(last.is_not_null() & (start.is_null() | (last >= start))).then(filled).otherwise(text)

    def _carry_on(self, cells: pl.DataFrame, *, ends_odd: bool) -> None:
        """Remember what the last record of a block leaves to those that follow."""
        if ends_odd:
            self._carried, self._group = {}, None
            return
        last = cells.select(_text(place).last() for place in range(len(self._headers))).row(0)
        self._carried = {place: last[place] for place in self._fill if last[place].strip()}
        if self._within:
            self._group = _BETWEEN.join(last[place].strip() for place in self._within)

    def _place(self, column: str, what: str) -> int | None:
        try:
            return find_column(column, self._headers, what)
        except Refusal as refusal:
            if self._lenient and refusal.code == "column_unknown":
                return None
            raise

    def _those(self, columns: Iterable[str], what: str) -> list[int]:
        found = {self._place(column, what) for column in columns}
        return sorted(place for place in found if place is not None)

    def _places(self, columns: Mapping[str, Iterable[str]], what: str) -> dict[int, frozenset[str]]:
        found = {self._place(column, what): frozenset(map(str.strip, given)) for column, given in columns.items()}
        return {place: given for place, given in found.items() if place is not None}


def check_treatment(mapping: ColumnMapping, treatment: Treatment) -> None:
    """Raises Refusal for a treatment that names a column or a field which this mapping does not have."""
    Treater(mapping.headers, treatment)
    labels = [one.label for one in mapping.assignments]
    if unknown_repairs := sorted({one for names in treatment.repairs.values() for one in names} - set(REPAIRS)):
        raise treatment_refusal(f"there is no repair “{unknown_repairs[0]}”; there are {', '.join(REPAIRS)}")
    if beyond := [place for cells in treatment.corrections.values() for place in cells if place > len(mapping.headers)]:
        raise treatment_refusal(f"the file has no column {beyond[0]:,}")
    if not treatment.lenient and (
        unknown := sorted({*treatment.values, *treatment.repairs, *treatment.missing} - set(labels))
    ):
        raise treatment_refusal(f"no column is mapped to {unknown[0]}; mapped are {', '.join(labels)}")


def corrected(cells: Sequence[str], by_hand: Mapping[int, str] | None) -> Sequence[str]:
    """A record with what the person wrote instead of some of its cells; a record that is too short grows."""
    if not by_hand:
        return cells
    own = [*cells, *[""] * (max(by_hand) - len(cells))]
    for place, text in by_hand.items():
        own[place - 1] = text
    return own


def meanings(values: Mapping[str, str]) -> dict[str, str]:
    """What texts of a field mean, by the text without white space around it."""
    return {text.strip(): meant for text, meant in values.items()}


def _text(place: int) -> pl.Expr:
    """A column's text; a field that a record lacks is blank."""
    return pl.col(column_name(place)).fill_null("")


def _trimmed(place: int) -> pl.Expr:
    return texts.trim_column(_text(place))


def _column(found: Iterable[str]) -> list[str]:
    return sorted(found)
