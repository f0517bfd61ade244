"""Who gets what there is, as if the documents were placed one by one in the order of the file.

Sets find the products that are wanted more than they are there. Only the documents that touch one of these are decided
in order, by one pass over their lines of such products; for all others the order makes no difference.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from sqlalchemy import Row

from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import QUANTITY
from inventory_app.importing.reasons import NUMBER_OF
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.orders.checks import reject_documents

_Key: TypeAlias = "tuple[int, int]"
_BILLION = 1_000_000_000
# Sums in two parts, since the whole may not fit 64 bits: billions and the rest.
_PARTS = (
    "CAST(sum({0} / 1000000000) AS BIGINT) + CAST(sum({0} % 1000000000) AS BIGINT) / 1000000000 AS whole,"
    " CAST(sum({0} % 1000000000) AS BIGINT) % 1000000000 AS rest"
)
_WANTED = """
SELECT l.product_id, d.location_id, {parts} FROM import_document d JOIN import_line l ON l.document = d.document
WHERE d.state IS NULL AND d.policy <> 'allow' GROUP BY l.product_id, d.location_id
"""
_THERE = """
SELECT w.product_id, w.location_id, w.whole AS wanted_whole, w.rest AS wanted_rest,
       coalesce(h.whole, 0) AS whole, coalesce(h.rest, 0) AS rest
FROM import_wanted w LEFT JOIN (
    SELECT v.product_id, v.location_id, {parts} FROM import_wanted n
    JOIN stock_level v ON v.product_id = n.product_id AND v.location_id = n.location_id
    WHERE v.on_hand > v.reserved GROUP BY v.product_id, v.location_id
) h ON h.product_id = w.product_id AND h.location_id = w.location_id
"""
_SHORT = """
INSERT INTO import_short (product_id, location_id, whole, rest)
SELECT product_id, location_id, whole, rest FROM import_there
WHERE wanted_whole > whole OR (wanted_whole = whole AND wanted_rest > rest)
"""
_LINES = """
SELECT l.document, l.record, l.product_id, d.location_id, l.quantity
FROM import_short h CROSS JOIN import_line l CROSS JOIN import_document d
WHERE l.product_id = h.product_id AND d.document = l.document AND d.location_id = h.location_id
  AND d.state IS NULL AND d.policy <> 'allow' ORDER BY l.document, l.record
"""


class AvailabilityPass:
    """What is left of the short products at this point of the file."""

    def __init__(self) -> None:
        self._left: dict[_Key, int] = {}
        self._lines: list[Row[Any]] = []
        self.problems: list[tuple[int, str, str, str, int]] = []

    def start(self, row: Row[Any]) -> None:
        """What there is of one product at one place."""
        self._left[row.product_id, row.location_id] = row.whole * _BILLION + row.rest

    def read(self, row: Row[Any]) -> None:
        """The next line in file order; the lines of one document follow each other."""
        if self._lines and self._lines[0].document != row.document:
            self.end_document()
        self._lines.append(row)

    def end_document(self) -> None:
        """Take everything that the document wants, or nothing."""
        wanted: dict[_Key, int] = {}
        for line in self._lines:
            key = (line.product_id, line.location_id)
            wanted[key] = wanted.get(key, 0) + line.quantity
        short = {key for key, quantity in wanted.items() if quantity > self._left[key]}
        if short:
            self._refuse(short, wanted)
        else:
            for key, quantity in wanted.items():
                self._left[key] -= quantity
        self._lines = []

    def _refuse(self, short: set[_Key], wanted: dict[_Key, int]) -> None:
        code = "not_available"
        for line in self._lines:
            key = (line.product_id, line.location_id)
            if key in short:
                have, want = (plain(QUANTITY.from_scaled(one)) for one in (self._left[key], wanted[key]))
                self.problems.append((line.record, "quantity", f"{want}, {have} available", code, NUMBER_OF[code]))


async def lock_levels(batch: Batch) -> None:
    """Hold all levels that documents may take from, in the order in which all actions lock them."""
    if batch.is_postgresql:
        await batch.scalar(
            "SELECT count(*) FROM (SELECT v.product_id FROM stock_level v JOIN ("
            "SELECT DISTINCT l.product_id, d.location_id FROM import_line l"
            " JOIN import_document d ON d.document = l.document WHERE d.state IS NULL) w"
            " ON w.product_id = v.product_id AND w.location_id = v.location_id"
            " ORDER BY v.product_id, v.location_id, v.lot_id FOR UPDATE OF v) held"
        )


async def decide_availability(batch: Batch) -> None:
    """Find the short products and decide about the documents that want them."""
    await lock_levels(batch)
    await batch.make_table_as("import_wanted", _WANTED.format(parts=_PARTS.format("l.quantity")))
    await batch.analyze("import_wanted")
    await batch.make_table_as("import_there", _THERE.format(parts=_PARTS.format("(v.on_hand - v.reserved)")))
    await batch.make_table("import_short", "product_id BIGINT, location_id BIGINT, whole BIGINT, rest BIGINT")
    await batch.run(_SHORT)
    await batch.analyze("import_short")
    found = AvailabilityPass()
    await _each(batch, "SELECT product_id, location_id, whole, rest FROM import_short", found.start)
    await _each(batch, _LINES, found.read)
    found.end_document()
    await batch.load("import_problem", found.problems)
    if found.problems:
        await reject_documents(batch)


async def _each(batch: Batch, query: str, do: Callable[[Row[Any]], None]) -> None:
    async for part in batch.stream(query):
        for row in part:
            do(row)
