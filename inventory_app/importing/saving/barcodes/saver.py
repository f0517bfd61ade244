"""An import of barcodes: each is added behind those that its product has; none is taken away."""

from __future__ import annotations

from typing_extensions import override

from inventory_app.actions.changes import BARCODES, FACTORS, PRODUCT
from inventory_app.actions.outcome import Topic
from inventory_app.domain.quantities import QUANTITY
from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions, OnExisting
from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.change_json import differing, json_text
from inventory_app.importing.saving.products.barcodes import barcodes_json
from inventory_app.importing.saving.saver import Saved, Saver
from inventory_app.importing.saving.verdicts import STILL_GOOD, add_problems, make_problem_table

_ONE = 10**QUANTITY.scale
_CODES = """
SELECT s.record, p.id AS product_id, s.barcode, {factor} AS factor, b.product_id AS owner_id, b.factor AS old_factor
FROM stage_row s JOIN product p ON p.sku = s.sku LEFT JOIN product_barcode b ON b.barcode = s.barcode
WHERE s.barcode IS NOT NULL
"""
# Whose row comes first has the barcode. A rejected row claims nothing, and a barcode never comes free: sets decide.
_FIRSTS = """
(SELECT c.record, c.barcode, c.product_id, c.factor,
        first_value(c.product_id) OVER (PARTITION BY c.barcode ORDER BY c.record) AS first_id,
        first_value(c.factor) OVER (PARTITION BY c.barcode ORDER BY c.record) AS first_factor,
        row_number() OVER (PARTITION BY c.barcode ORDER BY c.record) AS place
 FROM import_code c WHERE {which}) s
"""
_GOOD = STILL_GOOD.format("c")
_NEW = _FIRSTS.format(which=f"c.owner_id IS NULL AND {_GOOD}")
_KNOWN = _FIRSTS.format(which=f"c.owner_id IS NOT NULL AND {_GOOD}")
_TOUCHED = """
SELECT t.product_id, max(t.codes) AS codes, max(t.factors) AS factors, {codes} AS old_codes, {packs} AS old_factors
FROM (SELECT product_id, 1 AS codes, CASE WHEN factor = {one} THEN 0 ELSE 1 END AS factors FROM import_new_code
      UNION ALL SELECT product_id, 0, 1 FROM import_new_factor) t GROUP BY t.product_id
"""


class BarcodeSaver(Saver):
    """Barcodes; the counts are of them."""

    topics = frozenset({Topic.PRODUCTS, Topic.IMPORTS})

    def __init__(self, batch: Batch, mapping: Mapping, options: ImportOptions) -> None:
        self._batch = batch
        self._on_existing = options.on_existing
        self._maps_factor = mapping.maps("factor")

    @override
    async def check(self) -> None:
        batch = self._batch
        await make_problem_table(batch)
        factor = f"coalesce(s.factor, {_ONE})" if self._maps_factor else str(_ONE)
        await batch.make_table_as("import_code", _CODES.format(factor=factor))
        await batch.analyze("import_code")
        unknown = "stage_row s WHERE s.sku IS NOT NULL AND NOT EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku)"
        await add_problems(batch, "sku_unknown", unknown, field="sku", value="s.sku")
        if self._maps_factor:
            await add_problems(batch, "factor_invalid", "stage_row s WHERE s.factor = 0", field="factor", value="'0'")
        foreign = "import_code s WHERE s.owner_id <> s.product_id"
        await add_problems(batch, "barcode_duplicate", foreign, field="barcode", value="s.barcode")
        if self._on_existing is OnExisting.REJECT:
            known = "import_code s WHERE s.owner_id = s.product_id"
            await add_problems(batch, "barcode_exists", known, field="barcode", value="s.barcode")
        later = f"{_NEW} WHERE s.product_id <> s.first_id"
        await add_problems(batch, "barcode_duplicate", later, field="barcode", value="s.barcode")
        for firsts in (_NEW, _KNOWN):
            other = f"{firsts} WHERE s.product_id = s.first_id AND s.factor <> s.first_factor"
            await add_problems(batch, "conflicting_duplicate", other, field="barcode", value="s.barcode")

    @override
    async def save(self, accepted: int) -> Saved:
        batch = self._batch
        await batch.make_table("import_new_code", "record BIGINT, product_id BIGINT, barcode TEXT, factor BIGINT")
        created = await batch.run(
            "INSERT INTO import_new_code (record, product_id, barcode, factor)"
            f" SELECT s.record, s.product_id, s.barcode, s.factor FROM {_NEW} WHERE s.place = 1 ORDER BY s.record"
        )
        updated = await self._find_factors()
        if created or updated:
            await self._write()
        return Saved(created, updated, accepted - created - updated)

    async def _find_factors(self) -> int:
        """Barcodes that are there and get another factor; how many."""
        batch = self._batch
        await batch.make_table("import_new_factor", "product_id BIGINT, barcode TEXT, factor BIGINT")
        if not self._maps_factor or self._on_existing is not OnExisting.UPDATE:
            return 0
        return await batch.run(
            "INSERT INTO import_new_factor (product_id, barcode, factor) SELECT s.product_id, s.barcode, s.factor"
            f" FROM {_KNOWN} JOIN product_barcode b ON b.barcode = s.barcode"
            " JOIN stage_row r ON r.record = s.record"
            " WHERE s.place = 1 AND r.factor IS NOT NULL AND s.factor <> b.factor"
        )

    async def _write(self) -> None:
        batch = self._batch
        codes, packs = barcodes_json(batch, "t.product_id"), _factors_json(batch, "t.product_id")
        await batch.make_table_as("import_touched", _TOUCHED.format(codes=codes, packs=packs, one=_ONE))
        await batch.run(
            "INSERT INTO product_barcode (product_id, barcode, factor)"
            " SELECT product_id, barcode, factor FROM import_new_code ORDER BY record"
        )
        await batch.run(
            "UPDATE product_barcode SET factor = n.factor FROM import_new_factor n"
            " WHERE n.barcode = product_barcode.barcode"
        )
        differ = {BARCODES: "t.codes = 1", FACTORS: "t.factors = 1"}
        old = {BARCODES: json_text(batch, "t.old_codes"), FACTORS: json_text(batch, "t.old_factors")}
        new = {BARCODES: json_text(batch, codes), FACTORS: json_text(batch, packs)}
        await batch.run(
            "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
            f" SELECT :action_id, '{PRODUCT}', t.product_id, {differing(batch, old, differ)},"
            f" {differing(batch, new, differ)} FROM import_touched t ORDER BY t.product_id"
        )


def _factors_json(batch: Batch, product: str) -> str:
    """SQL for the factors of a product's packs by their barcode, as JSON text."""
    rows = f"SELECT b.barcode, b.factor FROM product_barcode b WHERE b.product_id = {product} AND b.factor <> {_ONE}"
    if batch.is_postgresql:
        return f"(SELECT CAST(coalesce(jsonb_object_agg(o.barcode, o.factor), '{{}}') AS TEXT) FROM ({rows}) o)"
    return f"(SELECT json_group_object(o.barcode, o.factor) FROM ({rows}) o)"
