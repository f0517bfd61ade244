"""The SQL of a revert: sets of rows in TEMP tables that live as long as the transaction. The same on both engines.

Somebody's action counts as built on the import only while it is in force: what was taken back since, and the taking
back itself, do not keep anything. What came after the import is told by the numbers that the database gave
(``change_id``, ``move_id``: the import's own last rows of the product), never by the clocks of workstations.
"""

from __future__ import annotations

from inventory_app.actions.revert_import.others import IN_FORCE

TABLES = (
    "CREATE TEMP TABLE revert_product (product_id BIGINT PRIMARY KEY, created BOOLEAN NOT NULL,"
    " kept BOOLEAN NOT NULL DEFAULT false, change_id BIGINT, move_id BIGINT, because BIGINT)",
    "CREATE TEMP TABLE revert_level (product_id BIGINT, location_id BIGINT, lot_id BIGINT, change BIGINT NOT NULL,"
    " kept BOOLEAN NOT NULL DEFAULT false, PRIMARY KEY (product_id, location_id, lot_id))",
)
DROPS = ("DROP TABLE revert_level", "DROP TABLE revert_product")

# Whatever happened to a product that the import made came after it; to another, what has a greater number than the
# import's own row. Where it has none there (null), nothing of the kind matters.
_CREATED = """
INSERT INTO revert_product (product_id, created, change_id, move_id)
SELECT id, true, 0, 0 FROM product WHERE action_id = :import_id
"""
_TOUCHED = """
INSERT INTO revert_product (product_id, created, change_id, move_id)
SELECT t.product_id, false, max(t.change_id), max(t.move_id) FROM (
    SELECT record_id AS product_id, id AS change_id, CAST(NULL AS BIGINT) AS move_id FROM change_log
    WHERE action_id = :import_id AND record_kind = 'product'
    UNION ALL SELECT product_id, NULL, id FROM stock_move WHERE action_id = :import_id
) t WHERE NOT EXISTS (SELECT 1 FROM revert_product p WHERE p.product_id = t.product_id)
GROUP BY t.product_id
"""
_LEVELS = """
INSERT INTO revert_level (product_id, location_id, lot_id, change)
SELECT t.product_id, t.location_id, t.lot_id, sum(t.change) FROM (
    SELECT product_id, to_location_id AS location_id, lot_id, quantity AS change
    FROM stock_move WHERE action_id = :import_id
    UNION ALL
    SELECT product_id, from_location_id, lot_id, -quantity FROM stock_move WHERE action_id = :import_id
) t JOIN location l ON l.id = t.location_id AND l.kind IN ('storage', 'transit')
GROUP BY t.product_id, t.location_id, t.lot_id
ORDER BY t.product_id, t.location_id, t.lot_id
"""
# A product that the import made stays as a whole when anybody has used or changed it.
_KEEP_USED = f"""
UPDATE revert_product SET kept = true WHERE created AND (
    EXISTS (SELECT 1 FROM stock_move m JOIN action_log a ON a.id = m.action_id
            WHERE m.product_id = revert_product.product_id AND {IN_FORCE})
    OR EXISTS (SELECT 1 FROM sales_order_line s JOIN sales_order o ON o.id = s.order_id
               JOIN action_log a ON a.id = o.action_id
               WHERE s.product_id = revert_product.product_id AND {IN_FORCE})
    OR EXISTS (SELECT 1 FROM purchase_order_line s JOIN purchase_order o ON o.id = s.order_id
               JOIN action_log a ON a.id = o.action_id
               WHERE s.product_id = revert_product.product_id AND {IN_FORCE}))
"""
_KEEP_CHANGED = f"""
UPDATE revert_product SET kept = true WHERE EXISTS (
    SELECT 1 FROM change_log c JOIN action_log a ON a.id = c.action_id
    WHERE c.record_kind = 'product' AND c.record_id = revert_product.product_id AND {IN_FORCE}
      AND c.id > revert_product.change_id)
"""
# Nobody can confirm a shortage here: a place that warns keeps its stock as one that blocks.
_KEEP_LEVELS = """
UPDATE revert_level SET kept = true WHERE
    EXISTS (SELECT 1 FROM revert_product p WHERE p.product_id = revert_level.product_id AND p.created AND p.kept)
    OR (change > 0 AND EXISTS (SELECT 1 FROM stock_level s JOIN location o ON o.id = s.location_id
        WHERE s.product_id = revert_level.product_id AND s.location_id = revert_level.location_id
          AND s.lot_id = revert_level.lot_id
          AND (o.negative_stock <> 'allow' AND s.on_hand - s.reserved < revert_level.change
               OR s.is_serial AND s.on_hand < revert_level.change)))
"""
# A piece that the import took away comes back only when nobody has met it since: it is in one place at most.
_KEEP_PIECES = f"""
UPDATE revert_level SET kept = true WHERE change < 0 AND NOT kept
    AND EXISTS (SELECT 1 FROM lot t WHERE t.id = revert_level.lot_id AND t.is_serial)
    AND (EXISTS (SELECT 1 FROM stock_level v WHERE v.lot_id = revert_level.lot_id AND v.is_serial AND v.on_hand > 0
                 AND NOT EXISTS (SELECT 1 FROM revert_level d WHERE d.product_id = v.product_id
                     AND d.location_id = v.location_id AND d.lot_id = v.lot_id AND d.change > 0 AND NOT d.kept))
         OR revert_level.lot_id IN (SELECT d.lot_id FROM revert_level d WHERE d.change > 0 AND d.kept)
         OR revert_level.lot_id IN (SELECT m.lot_id FROM revert_product p
             JOIN stock_move m ON m.product_id = p.product_id AND m.id > p.move_id
             JOIN action_log a ON a.id = m.action_id WHERE {IN_FORCE}))
"""
# Masters and levels of one product stay or go together only where the import made the product.
_KEEP_OF_LEVELS = """
UPDATE revert_product SET kept = true WHERE EXISTS (
    SELECT 1 FROM revert_level l WHERE l.product_id = revert_product.product_id AND l.kept)
"""
# In two steps: a piece leaves one place before it comes to another.
_TAKE_BACK_LEVELS = """
UPDATE stock_level SET on_hand = stock_level.on_hand - l.change FROM revert_level l
WHERE stock_level.product_id = l.product_id AND stock_level.location_id = l.location_id
  AND stock_level.lot_id = l.lot_id AND NOT l.kept AND l.change {which} 0
"""
_TAKE_BACK_MOVES = """
INSERT INTO stock_move (product_id, lot_id, from_location_id, to_location_id, quantity, moved_at, reason_code,
                        action_id, document, value)
SELECT m.product_id, m.lot_id, m.to_location_id, m.from_location_id, m.quantity, :now, 'UNDO', :action_id,
       m.document, m.value
FROM stock_move m WHERE m.action_id = :import_id AND NOT EXISTS (
    SELECT 1 FROM revert_level l WHERE l.kept AND l.product_id = m.product_id AND l.lot_id = m.lot_id
      AND l.location_id IN (m.to_location_id, m.from_location_id))
ORDER BY m.id
"""

LOCK_LEVELS = (
    "SELECT count(*) FROM (SELECT s.product_id FROM stock_level s JOIN revert_level l ON l.product_id = s.product_id"
    " AND l.location_id = s.location_id AND l.lot_id = s.lot_id"
    " ORDER BY s.product_id, s.location_id, s.lot_id FOR UPDATE OF s) locked"
)
FIND = (_CREATED, _TOUCHED, _LEVELS)
KEEP = (_KEEP_USED, _KEEP_CHANGED, _KEEP_LEVELS, _KEEP_PIECES, _KEEP_OF_LEVELS)
TAKE_BACK = (_TAKE_BACK_LEVELS.format(which=">"), _TAKE_BACK_LEVELS.format(which="<"), _TAKE_BACK_MOVES)
COUNTS = "SELECT count(*) AS products, sum(CASE WHEN kept THEN 1 ELSE 0 END) AS kept FROM revert_product"

# Something refers to the product ``p``.
REFERRED = " OR ".join(
    f"EXISTS (SELECT 1 FROM {table} u WHERE u.product_id = p.id)"
    for table in (
        "stock_move", "stock_level", "lot", "sales_order_line", "purchase_order_line", "goods_return_line",
    )
)  # fmt: skip
# Created, not kept, and nothing anywhere refers to them: the rest of the created is archived.
UNUSED = f"""
SELECT r.product_id FROM revert_product r JOIN product p ON p.id = r.product_id
WHERE r.created AND NOT r.kept AND NOT ({REFERRED})
"""
TO_ARCHIVE = """
SELECT p.product_id FROM revert_product p JOIN product ON product.id = p.product_id
WHERE p.created AND NOT p.kept AND product.archived_at IS NULL
"""
# Who touched a kept product last, holds its stock, or gave its barcode to another: for the list of what was kept.
KEPT_ROWS = f"""
SELECT product.sku AS record, a.actor AS actor, a.recorded_at AS at, a.id AS action_id
FROM revert_product p JOIN product ON product.id = p.product_id
LEFT JOIN action_log a ON a.id = (
    SELECT a.id FROM action_log a WHERE {IN_FORCE} AND a.id IN (
        SELECT m.action_id FROM stock_move m WHERE m.product_id = p.product_id AND m.id > p.move_id
        UNION SELECT c.action_id FROM change_log c
              WHERE c.record_kind = 'product' AND c.record_id = p.product_id AND c.id > p.change_id
        UNION SELECT o.action_id FROM sales_order o JOIN sales_order_line s ON s.order_id = o.id
              WHERE s.product_id = p.product_id AND (p.created OR EXISTS (SELECT 1 FROM sales_order_allocation h
                    WHERE h.line_id = s.id AND h.reserved > 0))
        UNION SELECT c.action_id FROM change_log c WHERE c.record_kind = 'product' AND c.record_id = p.because
              AND c.id > p.change_id AND c.new_values ->> 'barcodes' IS NOT NULL
        UNION SELECT o.action_id FROM product o WHERE o.id = p.because)
    ORDER BY a.recorded_at DESC, a.id LIMIT 1)
WHERE p.kept ORDER BY product.sku LIMIT :many
"""
