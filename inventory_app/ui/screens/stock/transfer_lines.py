"""The lines of a transfer: what is typed stays text until it is saved, so that nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from inventory_app.actions.transfer_stock import TransferLine
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import parse_quantity, require_positive
from inventory_app.queries.products import ProductRow
from inventory_app.queries.stock import LevelRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.move_lines import lot_words
from inventory_app.ui.theme import formats
from inventory_app.ui.theme.formats import MINUS
from inventory_app.ui.translation import translate

NOTHING, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Line:
    """One product and lot. ``typed`` is the quantity as text; ``available`` is None until it is known."""

    sku: str
    name: str
    uom: str
    lot: str = ""
    serial: str = ""
    typed: str = ""
    available: Decimal | None = None
    told: str = ""  # a refusal of the database
    may_fall: bool = False  # the place's policy lets it go below zero
    mark: str = "."

    @property
    def key(self) -> tuple[str, str, str]:
        return self.sku, self.lot, self.serial

    @property
    def quantity(self) -> Decimal | None:
        """What was typed, None while it is blank or no quantity."""
        words = self.typed.strip().replace(MINUS, "-")
        if not words:
            return None
        try:
            return parse_quantity(words, decimal_mark=self.mark)
        except Refusal:
            return None

    @property
    def problem(self) -> str:
        """What speaks against this line; empty for a blank one, which is left out."""
        if self.told:
            return self.told
        if not self.typed.strip():
            return ""
        try:
            wanted = parse_quantity(self.typed.strip().replace(MINUS, "-"), decimal_mark=self.mark)
            require_positive(wanted)
        except Refusal as refusal:
            return refusal.message.partition(": ")[2] or refusal.message
        if self.available is not None and wanted > self.available and not self.may_fall:
            if self.available <= 0:
                return translate("Stock", "None is available there.")
            return translate("Stock", "Only {available} of {wanted} available.").format(
                available=formats.quantity(self.available), wanted=formats.quantity(wanted)
            )
        return ""

    def to_action(self) -> TransferLine:
        return TransferLine(self.sku, self.quantity or NOTHING, self.lot, self.serial)


def line_columns() -> tuple[Column[Line], ...]:
    return (
        Column("sku", translate("Stock", "SKU"), lambda line: line.sku, 84, code=True, tip=lambda line: line.sku),
        Column("name", translate("Stock", "Product"), lambda line: line.name, tip=lambda line: line.name),
        Column("lot", translate("Stock", "Lot"), lambda line: lot_words(line.lot, line.serial), 104, code=True),
        Column("available", translate("Stock", "Available"), lambda line: formats.quantity(line.available), 80,
               right=True),
        Column(
            "quantity", translate("Stock", "Quantity"), lambda line: line.typed, 96, right=True, editable=True,
            icon=lambda line: "error" if line.problem else "",
            tone=lambda line: "failed" if line.problem else "",
            strong=lambda line: bool(line.problem),
            speech=lambda line: ", ".join(part for part in (line.typed, line.problem) if part),
            tip=lambda line: line.problem,
        ),
        Column("uom", translate("Stock", "Unit"), lambda line: line.uom, 56),
    )  # fmt: skip


def lines_for(product: ProductRow, levels: Sequence[LevelRow], mark: str, quantity: Decimal = ONE) -> list[Line]:
    """A line for each lot that is there; a product without lots has one, with ``quantity`` typed already."""
    there = [level for level in levels if level.available > 0 and (level.lot or level.serial)]
    if not there:
        typed = plain(quantity).replace(".", mark)
        return [Line(product.sku, product.name, product.uom, typed=typed, mark=mark)]
    no_lot = [Line(product.sku, product.name, product.uom, mark=mark)] if _without_lot(levels) else []
    return no_lot + [
        Line(product.sku, product.name, product.uom, level.lot, level.serial, mark=mark) for level in there
    ]


def _without_lot(levels: Iterable[LevelRow]) -> bool:
    return any(not level.lot and not level.serial and level.available > 0 for level in levels)


def merged(lines: Sequence[Line], new: Iterable[Line]) -> list[Line]:
    """The lines with new ones behind them; what stands there already is raised by what is typed in the new one."""
    found = {line.key: line for line in lines}
    for line in new:
        known = found.get(line.key)
        if known is None:
            found[line.key] = line
        elif line.quantity is not None and known.quantity is not None:
            raised = plain(known.quantity + line.quantity)
            found[line.key] = replace(known, typed=raised.replace(".", known.mark), told="")
    return list(found.values())
