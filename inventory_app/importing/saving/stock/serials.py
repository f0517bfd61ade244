"""Serial numbers: one piece is in one place. The few rows that can be concerned are read in file order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from inventory_app.importing.reasons import NUMBER_OF
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.stock.plan import StockPlan

_STAGED = "INSERT INTO import_candidate (record) SELECT DISTINCT record FROM stage_candidate"
_IN_STOCK = """
INSERT INTO import_candidate (record)
SELECT e.record FROM import_entry e CROSS JOIN stock_level v
WHERE e.serial <> '' AND v.lot_id = e.lot_id AND v.is_serial AND v.on_hand > 0
ON CONFLICT DO NOTHING
"""
_WHERE_THEY_ARE = """
SELECT e.product_id, e.serial, l.path FROM import_candidate c CROSS JOIN import_entry e CROSS JOIN stock_level v
CROSS JOIN location l
WHERE e.record = c.record AND v.lot_id = e.lot_id AND v.is_serial AND v.on_hand > 0
  AND l.id = v.location_id AND e.serial <> ''
"""
_ENTRIES = """
SELECT e.record, e.product_id, e.serial, e.lot, e.path, e.quantity,
       s.verdict IS NOT NULL OR e.record IN (SELECT record FROM import_problem WHERE number IS NOT NULL) AS rejected
FROM import_candidate c CROSS JOIN import_entry e CROSS JOIN stage_row s
WHERE e.record = c.record AND s.record = c.record AND e.serial <> '' ORDER BY e.record, e.slot
"""


class SerialPass:
    """Where each piece is at this point of the file."""

    def __init__(self, *, sets: bool) -> None:
        self._sets = sets
        self._place: dict[tuple[int, str], str] = {}
        self._lot: dict[tuple[int, str], str] = {}
        self._refused: set[int] = set()
        self.problems: list[tuple[int, str, str, str, int]] = []

    def start(self, product_id: int, serial: str, path: str) -> None:
        """A piece that is in stock before the import."""
        self._place[product_id, serial] = path

    def read(self, row: Row[Any]) -> None:
        """The next entry in file order; the places of one row follow each other."""
        piece = (row.product_id, row.serial)
        here = self._place.get(piece)
        comes = row.quantity > 0
        elsewhere = comes and here is not None and not (self._sets and here == row.path)
        other_lot = bool(row.lot) and self._lot.get(piece, row.lot) != row.lot
        if (elsewhere or other_lot) and row.record not in self._refused:
            self.problems.append((row.record, "serial", row.serial, "serial_duplicate", NUMBER_OF["serial_duplicate"]))
            self._refused.add(row.record)
        if row.rejected or row.record in self._refused:
            return
        if row.lot:
            self._lot.setdefault(piece, row.lot)
        if comes:
            self._place[piece] = row.path
        elif self._sets and here == row.path:
            del self._place[piece]


async def decide_serials(batch: Batch, plan: StockPlan) -> None:
    """Find the candidates and decide about them."""
    await batch.make_table("import_candidate", "record BIGINT PRIMARY KEY")
    if not plan.mapping.maps("serial"):
        return
    await batch.run(_STAGED)
    await batch.run(_IN_STOCK)
    found = SerialPass(sets=plan.sets)
    async for part in batch.stream(_WHERE_THEY_ARE):
        for row in part:
            found.start(row.product_id, row.serial, row.path)
    async for part in batch.stream(_ENTRIES):
        for row in part:
            found.read(row)
    await batch.load("import_problem", found.problems)
