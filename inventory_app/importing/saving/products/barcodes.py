"""Barcodes of created and of existing products. A new one takes the place of the product's first; others stay."""

from __future__ import annotations

from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.products.plan import ProductPlan

_FIRST = "SELECT min(b.id) FROM product_barcode b WHERE b.product_id = u.product_id"
_HAS_ANY = "EXISTS (SELECT 1 FROM product_barcode b WHERE b.product_id = u.product_id)"
_HAS_IT = "EXISTS (SELECT 1 FROM product_barcode b WHERE b.product_id = u.product_id AND b.barcode = s.barcode)"


async def change_barcodes(batch: Batch, plan: ProductPlan) -> None:
    """Barcodes of existing products: all that go are deleted first, since one may pass to another product."""
    await batch.make_table("import_barcode", "product_id BIGINT PRIMARY KEY, barcode TEXT, first_id BIGINT, old TEXT")
    if not plan.maps("barcode"):
        return
    cleared = f" OR (s.barcode IS NULL AND {_HAS_ANY})" if plan.clears else ""
    await batch.run(
        f"INSERT INTO import_barcode (product_id, barcode, first_id, old) SELECT u.product_id, s.barcode, ({_FIRST}),"
        f" {barcodes_json(batch, 'u.product_id')} FROM import_update u CROSS JOIN stage_row s"
        f" WHERE s.record = u.record AND ((s.barcode IS NOT NULL AND NOT {_HAS_IT}){cleared})"
    )
    await batch.run(
        "DELETE FROM product_barcode WHERE id IN (SELECT first_id FROM import_barcode WHERE barcode IS NOT NULL)"
        " OR product_id IN (SELECT product_id FROM import_barcode WHERE barcode IS NULL)"
    )
    # The new one gets the id of the one it replaces: the first barcode is the one with the smallest id.
    await batch.run(
        "INSERT INTO product_barcode (id, product_id, barcode) SELECT first_id, product_id, barcode"
        " FROM import_barcode WHERE barcode IS NOT NULL AND first_id IS NOT NULL ORDER BY barcode"
    )
    await batch.run(
        "INSERT INTO product_barcode (product_id, barcode) SELECT product_id, barcode"
        " FROM import_barcode WHERE barcode IS NOT NULL AND first_id IS NULL ORDER BY barcode"
    )


async def create_barcodes(batch: Batch, plan: ProductPlan) -> None:
    """Barcodes of the products that this import has made."""
    if plan.maps("barcode"):
        await batch.run(
            "INSERT INTO product_barcode (product_id, barcode)"
            " SELECT product_id, barcode FROM import_new WHERE barcode IS NOT NULL ORDER BY barcode"
        )


def barcodes_json(batch: Batch, product: str) -> str:
    """SQL for the list of a product's barcodes, as JSON text."""
    rows = f"SELECT b.id, b.barcode FROM product_barcode b WHERE b.product_id = {product}"
    if batch.is_postgresql:
        return f"(SELECT CAST(coalesce(jsonb_agg(o.barcode ORDER BY o.id), '[]') AS TEXT) FROM ({rows}) o)"
    return f"(SELECT json_group_array(o.barcode) FROM ({rows} ORDER BY b.id) o)"
