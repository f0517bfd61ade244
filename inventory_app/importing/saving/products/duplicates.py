"""Who may have a sku and a barcode when several rows, or a row and a product, want the same one.

The verdicts are those of reading the rows one by one. SQL finds the rows that can be concerned at all; one pass over
these alone, in file order, decides. A rejected row claims nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row

from inventory_app.importing.options import InFileDuplicates, OnExisting
from inventory_app.importing.reasons import NUMBER_OF
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.products.plan import ProductPlan
from inventory_app.importing.saving.verdicts import add_problems

_CANDIDATES = """
INSERT INTO import_candidate (record) SELECT DISTINCT record FROM stage_candidate WHERE true ON CONFLICT DO NOTHING
"""
# Rows that want a barcode of somebody else's product, and then the rows of these products: they may let it go.
_WANT_FOREIGN = """
INSERT INTO import_candidate (record)
SELECT s.record FROM {rows} s CROSS JOIN product_barcode b LEFT JOIN import_target t ON t.record = s.record
WHERE b.barcode = s.barcode AND (t.product_id IS NULL OR t.product_id <> b.product_id)
ON CONFLICT DO NOTHING
"""
_WITH_BARCODE = "SELECT record, barcode FROM stage_row WHERE barcode IS NOT NULL"
_OF_OWNERS = """
INSERT INTO import_candidate (record)
SELECT t.record FROM import_target t WHERE t.product_id IN (
    SELECT b.product_id FROM import_candidate c CROSS JOIN stage_row s CROSS JOIN product_barcode b
    WHERE s.record = c.record AND b.barcode = s.barcode)
ON CONFLICT DO NOTHING
"""
_OWNERS = """
SELECT b.product_id, p.sku, b.barcode FROM product_barcode b CROSS JOIN product p
WHERE p.id = b.product_id AND b.product_id IN (
    SELECT t.product_id FROM import_candidate c CROSS JOIN import_target t WHERE t.record = c.record
    UNION SELECT o.product_id FROM import_candidate c CROSS JOIN stage_row s CROSS JOIN product_barcode o
    WHERE s.record = c.record AND o.barcode = s.barcode)
ORDER BY b.id
"""


@dataclass(slots=True)
class _Claims:
    """Which sku has which barcodes at this point of the file."""

    clears: bool
    held: dict[str, list[str]] = field(default_factory=dict)
    before: dict[str, list[str]] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)

    def start(self, sku: str, barcode: str) -> None:
        """A barcode that the product has in the database."""
        self.before.setdefault(sku, []).append(barcode)
        self.held.setdefault(sku, []).append(barcode)
        self.owner[barcode] = sku

    def is_foreign(self, barcode: str, sku: str | None) -> bool:
        return self.owner.get(barcode, sku) != sku

    def put(self, sku: str, barcode: str | None) -> None:
        """A row in force: its barcode takes the place of the first one that the product had before the import."""
        for one in self.held.get(sku, ()):
            self.owner.pop(one, None)
        self.held[sku] = with_barcode(self.before.get(sku, []), barcode, clears=self.clears)
        for one in self.held[sku]:
            self.owner[one] = sku


def with_barcode(before: Sequence[str], barcode: str | None, *, clears: bool) -> list[str]:
    """A product's barcodes after a row: a new one replaces the first, a known one changes nothing."""
    if barcode is None:
        return [] if clears else list(before)
    return list(before) if barcode in before else [barcode, *before[1:]]


class DuplicatePass:
    """One pass over the candidates. ``problems`` and ``added`` are rows for the tables of the same names; ``repeated``
    are rejected rows, each with the one that counts instead.
    """

    def __init__(self, plan: ProductPlan) -> None:
        self._way = plan.options.in_file_duplicates
        self._skips = plan.options.on_existing is OnExisting.SKIP
        self.claims = _Claims(plan.clears and plan.maps("barcode"))
        self._in_force: dict[str, int] = {}
        self.problems: list[tuple[int, str, str, str, int]] = []
        self.added: list[tuple[int, int]] = []
        self.repeated: list[tuple[int, int]] = []

    def read(self, row: Row[Any]) -> None:
        """The next candidate in file order."""
        record, sku, barcode = row.record, row.sku, row.barcode
        refused = bool(row.rejected)
        if barcode is not None and self.claims.is_foreign(barcode, sku):
            self._reject(record, "barcode", barcode, "barcode_duplicate")
            refused = True
        earlier = self._in_force.get(sku)
        if earlier is not None and self._way is InFileDuplicates.REJECT:
            self._reject(record, "sku", sku, "duplicate_sku")
            self.repeated.append((record, earlier))
            refused = True
        if refused or sku is None:
            return
        if earlier is not None and self._way is InFileDuplicates.SUM:
            self.added.append((record, earlier))
            return
        if earlier is not None:
            self._reject(earlier, "sku", sku, "duplicate_sku")
            self.repeated.append((earlier, record))
        self._in_force[sku] = record
        if not (self._skips and row.exists_already):
            self.claims.put(sku, barcode)

    def _reject(self, record: int, column: str, value: str, code: str) -> None:
        self.problems.append((record, column, value, code, NUMBER_OF[code]))


async def decide_duplicates(batch: Batch, plan: ProductPlan) -> None:
    """Find the candidates and decide about them."""
    await batch.make_table("import_candidate", "record BIGINT PRIMARY KEY")
    await batch.make_table("import_added", "record BIGINT PRIMARY KEY, into_record BIGINT")
    await batch.run(_CANDIDATES)
    found = DuplicatePass(plan)
    if plan.maps("barcode") and await batch.scalar("SELECT 1 FROM product_barcode LIMIT 1"):
        await batch.run(_WANT_FOREIGN.format(rows=batch.in_order(_WITH_BARCODE, "barcode")))
        await batch.run(_OF_OWNERS)
        async for part in batch.stream(_OWNERS):
            for row in part:
                found.claims.start(row.sku, row.barcode)
    barcode = "s.barcode" if plan.maps("barcode") else "NULL"
    async for part in batch.stream(
        f"SELECT s.record, s.sku, {barcode} AS barcode, t.record IS NOT NULL AND NOT t.revived AS exists_already,"
        " s.verdict IS NOT NULL OR s.record IN (SELECT record FROM import_problem WHERE number IS NOT NULL) AS rejected"
        " FROM import_candidate c CROSS JOIN stage_row s LEFT JOIN import_target t ON t.record = s.record"
        " WHERE s.record = c.record ORDER BY s.record"
    ):
        for row in part:
            found.read(row)
    await batch.load("import_problem", found.problems)
    await batch.load("import_added", found.added)
    await batch.make_table("import_repeated", "record BIGINT PRIMARY KEY, into_record BIGINT")
    if plan.options.dry_run:  # who only asks is told which repeats are harmless; it changes no verdict
        await batch.load("import_repeated", found.repeated)
    await batch.analyze("import_added", "import_repeated")


async def note_conflicts(batch: Batch, plan: ProductPlan) -> None:
    """Rows that say something else than the row of the same sku whose values count: what each of them says."""
    pairs = "(SELECT * FROM import_added UNION ALL SELECT * FROM import_repeated)"
    for name in (*plan.own, *plan.references, *(["barcode"] if plan.maps("barcode") else [])):
        query = (
            f"{pairs} a CROSS JOIN stage_row s CROSS JOIN stage_row h WHERE s.record = a.record"
            f" AND h.record = a.into_record AND s.{name} IS NOT NULL AND s.{name} IS DISTINCT FROM h.{name}"
        )
        mine, other = (_shown(plan, f"{row}.{name}") for row in "sh")
        value = f"{mine} || ' (record ' || CAST(h.record AS TEXT) || ': ' || coalesce({other}, '–') || ')'"
        await add_problems(batch, "conflicting_duplicate", query, field=name, value=value)


def _shown(plan: ProductPlan, column: str) -> str:
    """A staged value as a text, in SQL: a number that is kept as an integer, with its decimals."""
    field = plan.mapping.kind.field(column.partition(".")[2])
    if not field.is_number:
        return column
    one = 10**field.number.scale
    decimals = f"substr(CAST({one} + {column} % {one} AS TEXT), 2)"
    return f"rtrim(rtrim(CAST({column} / {one} AS TEXT) || '.' || {decimals}, '0'), '.')"
