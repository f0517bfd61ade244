"""Products that a revert deletes for good or archives, and how they are made again when the revert is undone."""

from __future__ import annotations

from inventory_app.actions.changes import BARCODES, FACTORS, PRODUCT, REORDER_POINTS
from inventory_app.actions.revert_import.json_words import COLUMNS, JsonWords
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.domain.quantities import QUANTITY

# In change_log: whether the record is there at all. A deleted one keeps its whole row as old values.
EXISTS = "exists"
_ONE = 10**QUANTITY.scale
_PACKS = f"product_barcode b WHERE b.product_id = p.id AND b.factor <> {_ONE}"
# Products in parts of so many, so that it can be told how far it is.
_PART = 20_000


async def delete_products(reverting: Reverting, query: str) -> None:
    """Delete the products of a query of ``product_id`` to which nothing refers; all that they were is written down."""
    count = await _number(reverting, query)
    words = JsonWords(reverting.is_postgresql)
    old = {name: words.stored(f"p.{name}", name) for name in COLUMNS}
    old |= {
        BARCODES: words.codes("p.id"),
        FACTORS: words.numbers("b.barcode", "b.factor", _PACKS),
        REORDER_POINTS: words.numbers("r.location_id", "r.reorder_point", "reorder_rule r WHERE r.product_id = p.id"),
        EXISTS: words.true,
        "action_id": "CAST(p.action_id AS TEXT)",
    }
    new = dict.fromkeys(old, "NULL") | {EXISTS: words.false}
    part = "SELECT product_id FROM set_product WHERE number BETWEEN :first AND :last"
    log = (
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PRODUCT}', p.id, {words.document(old)}, {words.document(new)}"
        f" FROM product p WHERE p.id IN ({part}) ORDER BY p.id"
    )
    for first in range(1, count + 1, _PART):
        reverting.tell("Deleting what was created", first - 1, count)
        known = {"first": first, "last": first + _PART - 1}
        await reverting.run(log, **known)
        for table, column in (("product_barcode", "product_id"), ("reorder_rule", "product_id"), ("product", "id")):
            await reverting.run(f"DELETE FROM {table} WHERE {column} IN ({part})", **known)
    await reverting.run("DROP TABLE set_product")


async def archive_products(reverting: Reverting, query: str) -> None:
    """Take the products of a query of ``product_id`` out of the catalogue, and write that down.

    Their barcodes go: the same goods may come again under another sku.
    """
    count = await _number(reverting, query)
    words = JsonWords(reverting.is_postgresql)
    moment = words.stored("p.archived_at", "archived_at")
    coded = "EXISTS (SELECT 1 FROM product_barcode b WHERE b.product_id = p.id)"
    reverting.tell("Archiving what was created", 0, count)
    await reverting.run("UPDATE product SET archived_at = :now WHERE id IN (SELECT product_id FROM set_product)")
    await reverting.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PRODUCT}', p.id, {words.document({'archived_at': 'NULL'})},"
        f" {words.document({'archived_at': moment})}"
        f" FROM set_product s JOIN product p ON p.id = s.product_id WHERE NOT {coded} ORDER BY p.id"
    )
    old = {
        "archived_at": "NULL",
        BARCODES: words.codes("p.id"),
        FACTORS: words.numbers("b.barcode", "b.factor", _PACKS),
    }
    new = {"archived_at": moment, BARCODES: words.none("[]"), FACTORS: words.none("{}")}
    await reverting.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PRODUCT}', p.id, {words.document(old)}, {words.document(new)}"
        f" FROM set_product s JOIN product p ON p.id = s.product_id WHERE {coded} ORDER BY p.id"
    )
    await reverting.run("DELETE FROM product_barcode WHERE product_id IN (SELECT product_id FROM set_product)")
    reverting.tell("Archiving what was created", count, count)
    await reverting.run("DROP TABLE set_product")


async def _number(reverting: Reverting, query: str) -> int:
    """Fill ``set_product`` with the products of a query, numbered from 1; how many."""
    key = "BIGINT" if reverting.is_postgresql else "INTEGER"
    await reverting.run(f"CREATE TEMP TABLE set_product (number {key} PRIMARY KEY, product_id BIGINT)")
    await reverting.run(
        "INSERT INTO set_product (number, product_id)"
        f" SELECT row_number() OVER (ORDER BY q.product_id), q.product_id FROM ({query}) q"
    )
    await reverting.analyze("set_product")
    return int((await reverting.all("SELECT count(*) AS n FROM set_product"))[0].n)


async def make_again(reverting: Reverting) -> int:
    """Insert the products that an action deleted under their old ids with all their values; how many."""
    words = JsonWords(reverting.is_postgresql)
    old = "c.old_values"
    deleted = f"c.action_id = :import_id AND c.record_kind = '{PRODUCT}' AND {words.is_false('c.new_values', EXISTS)}"
    count = int((await reverting.all(f"SELECT count(*) AS n FROM change_log c WHERE {deleted}"))[0].n)
    if not count:
        return 0
    reverting.tell(f"Making {count:,} products again", 0, count)
    made = f"({old} ->> 'action_id')"
    made = f"CAST({made} AS UUID)" if reverting.is_postgresql else f"replace({made}, '-', '')"
    values = ", ".join(words.column(old, name) for name in COLUMNS)
    await reverting.run(
        f"INSERT INTO product (id, action_id, {', '.join(COLUMNS)})"
        f" SELECT c.record_id, {made}, {values} FROM change_log c WHERE {deleted} ORDER BY c.record_id"
    )
    factor = f"(SELECT CAST(f.value AS BIGINT) FROM {words.among(old, FACTORS, 'f')} WHERE f.key = j.value)"
    await reverting.run(
        "INSERT INTO product_barcode (product_id, barcode, factor)"
        f" SELECT c.record_id, j.value, coalesce({factor}, {_ONE}) FROM change_log c {words.items(old, BARCODES)}"
        f" WHERE {deleted} ORDER BY c.record_id, {words.place}"
    )
    await reverting.run(
        "INSERT INTO reorder_rule (product_id, location_id, reorder_point)"
        " SELECT c.record_id, CAST(j.key AS BIGINT), CAST(j.value AS BIGINT)"
        f" FROM change_log c {words.pairs(old, REORDER_POINTS)} WHERE {deleted} ORDER BY c.record_id"
    )
    await reverting.run(
        "INSERT INTO change_log (action_id, record_kind, record_id, old_values, new_values)"
        f" SELECT :action_id, '{PRODUCT}', c.record_id, c.new_values, c.old_values FROM change_log c WHERE {deleted}"
        " ORDER BY c.record_id"
    )
    return count
