"""Former values of many products put back in sets, from what change_log says of them.

What `actions.changes` does for a few products, with the same result. ``set_change`` has the documents of the rows that
are put back: ``old_values`` is what the products get, ``new_values`` what they should have now.
"""

from __future__ import annotations

from collections.abc import Sequence

from inventory_app.actions.changes import BARCODES, FACTORS, PRODUCT, REORDER_POINTS
from inventory_app.actions.revert_import.json_words import COLUMNS, JsonWords
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.domain.quantities import QUANTITY

_ONE = 10**QUANTITY.scale
# Where the old documents say nothing of a product's barcodes or points, nothing of them changes.
_CODES = """
CREATE TEMP TABLE set_code AS
SELECT c.product_id, j.value AS barcode, {place} AS place, coalesce(b.factor, {one}) AS factor
FROM set_change c {items} LEFT JOIN product_barcode b ON b.product_id = c.product_id AND b.barcode = j.value
"""
_POINTS = """
CREATE TEMP TABLE set_point AS
SELECT c.product_id, CAST(j.key AS BIGINT) AS location_id, CAST(j.value AS BIGINT) AS point FROM set_change c {pairs}
"""
_LOG = f"""
INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)
SELECT :action_id, '{PRODUCT}', c.product_id, c.new_values, c.old_values FROM set_change c ORDER BY c.change_id
"""


async def find_changes(reverting: Reverting, condition: str) -> int:
    """Fill ``set_change`` with the rows ``c`` of change_log that are put back; how many."""
    key = "BIGINT" if reverting.is_postgresql else "INTEGER"
    document = "JSONB" if reverting.is_postgresql else "TEXT"
    await reverting.run(
        f"CREATE TEMP TABLE set_change (product_id {key} PRIMARY KEY, change_id BIGINT, old_values {document},"
        f" new_values {document})"
    )
    await reverting.run(
        "INSERT INTO set_change (product_id, change_id, old_values, new_values)"
        " SELECT c.record_id, c.id, c.old_values, c.new_values FROM change_log c"
        f" WHERE c.action_id = :import_id AND c.record_kind = '{PRODUCT}' AND {condition} ORDER BY c.record_id"
    )
    await reverting.analyze("set_change")
    return int((await reverting.all("SELECT count(*) AS n FROM set_change"))[0].n)


async def drop_changes(reverting: Reverting) -> None:
    """The rows are put back."""
    await reverting.run("DROP TABLE set_change")


async def mentioned(reverting: Reverting, document: str) -> set[str]:
    """Of what the documents say anything."""
    words = JsonWords(reverting.is_postgresql)
    return {row.key for row in await reverting.all(f"SELECT DISTINCT j.key FROM set_change c {words.keys(document)}")}


async def put_back(reverting: Reverting, count: int) -> None:
    """Give the products their former values, and write that down."""
    words, keys = JsonWords(reverting.is_postgresql), await mentioned(reverting, "c.old_values")
    tell = f"Putting back {count:,} products"
    columns = [name for name in COLUMNS if name in keys]
    steps = len(columns) + 4
    # PostgreSQL writes a row once for all columns; SQLite writes the index of each column anew that is assigned, the
    # same value or not, so there it is a column at a time.
    parts = [columns] if reverting.is_postgresql and columns else [[name] for name in columns]
    for place, names in enumerate(parts):
        reverting.tell(tell, count * place // steps, count)
        await reverting.run(_assign(words, names))
    reverting.tell(tell, count * len(columns) // steps, count)
    if BARCODES in keys:
        await _put_codes(reverting, words)
    if FACTORS in keys:
        await _put_factors(reverting, words)
    if REORDER_POINTS in keys:
        await _put_points(reverting, words)
    reverting.tell(tell, count * (steps - 1) // steps, count)
    await reverting.run(_LOG)
    reverting.tell(tell, count, count)


def _assign(words: JsonWords, names: Sequence[str]) -> str:
    """SQL: the columns get what the old documents say, where they say anything."""
    old = "c.old_values"
    says = {name: words.has(old, name) for name in names}
    values = (
        f"{name} = CASE WHEN {condition} THEN {words.column(old, name)} ELSE product.{name} END"
        for name, condition in says.items()
    )
    return (
        f"UPDATE product SET {', '.join(values)} FROM set_change c"
        f" WHERE c.product_id = product.id AND ({' OR '.join(says.values())})"
    )


async def _put_codes(reverting: Reverting, words: JsonWords) -> None:
    """All of a product's barcodes anew, in their order: the first is that with the smallest number."""
    items = words.items("c.old_values", BARCODES)
    await reverting.run(_CODES.format(place=words.place, one=_ONE, items=items))
    await reverting.run(
        "DELETE FROM product_barcode WHERE product_id IN ("
        f"SELECT c.product_id FROM set_change c WHERE {words.has('c.old_values', BARCODES)})"
    )
    await reverting.run(
        "INSERT INTO product_barcode (product_id, barcode, factor)"
        " SELECT product_id, barcode, factor FROM set_code ORDER BY product_id, place"
    )
    await reverting.run("DROP TABLE set_code")


async def _put_factors(reverting: Reverting, words: JsonWords) -> None:
    has, pairs = words.has("c.old_values", FACTORS), words.pairs("c.old_values", FACTORS)
    await reverting.run(
        f"UPDATE product_barcode SET factor = {_ONE} WHERE factor <> {_ONE}"
        f" AND product_id IN (SELECT c.product_id FROM set_change c WHERE {has})"
    )
    await reverting.run(
        "UPDATE product_barcode SET factor = f.factor FROM ("
        f"SELECT c.product_id, j.key AS barcode, CAST(j.value AS BIGINT) AS factor FROM set_change c {pairs}) f"
        " WHERE f.product_id = product_barcode.product_id AND f.barcode = product_barcode.barcode"
    )


async def _put_points(reverting: Reverting, words: JsonWords) -> None:
    """Reorder points by location; null takes the rule away."""
    await reverting.run(_POINTS.format(pairs=words.pairs("c.old_values", REORDER_POINTS)))
    await reverting.run(
        "DELETE FROM reorder_rule WHERE (product_id, location_id) IN ("
        "SELECT product_id, location_id FROM set_point WHERE point IS NULL)"
    )
    await reverting.run(
        "INSERT INTO reorder_rule (product_id, location_id, reorder_point)"
        " SELECT product_id, location_id, point FROM set_point WHERE point IS NOT NULL ORDER BY product_id, location_id"
        " ON CONFLICT (product_id, location_id) DO UPDATE SET reorder_point = excluded.reorder_point"
    )
    await reverting.run("DROP TABLE set_point")


async def first_other(reverting: Reverting) -> tuple[int, str] | None:
    """A product, and the key of a value of it that is not what ``new_values`` say; '' when the product is gone."""
    words = JsonWords(reverting.is_postgresql)
    keys = await mentioned(reverting, "c.new_values")
    new, product = "c.new_values", "SELECT c.product_id FROM set_change c LEFT JOIN product p ON p.id = c.product_id"
    found = [("", f"{product} WHERE p.id IS NULL")]
    found += [
        (name, f"{product} WHERE {words.has(new, name)} AND p.{name} IS DISTINCT FROM {words.column(new, name)}")
        for name in COLUMNS
        if name in keys
    ]
    of_product = "SELECT 1 FROM product_barcode b WHERE b.product_id = c.product_id"
    if BARCODES in keys:
        items = f"SELECT c.product_id FROM set_change c {words.items(new, BARCODES)}"
        found.append((BARCODES, f"{items} WHERE NOT EXISTS ({of_product} AND b.barcode = j.value)"))
        count = of_product.replace("SELECT 1", "SELECT count(*)")
        has = words.has(new, BARCODES)
        differs = f"({count}) <> {words.length(new, BARCODES)}"
        found.append((BARCODES, f"SELECT c.product_id FROM set_change c WHERE {has} AND {differs}"))
    if REORDER_POINTS in keys:
        pairs = f"SELECT c.product_id FROM set_change c {words.pairs(new, REORDER_POINTS)}"
        rule = "LEFT JOIN reorder_rule r ON r.product_id = c.product_id AND r.location_id = CAST(j.key AS BIGINT)"
        found.append((REORDER_POINTS, f"{pairs} {rule} WHERE r.reorder_point IS DISTINCT FROM CAST(j.value AS BIGINT)"))
    for name, query in found:
        for row in await reverting.all(f"{query} LIMIT 1"):
            return int(row.product_id), name
    return None
