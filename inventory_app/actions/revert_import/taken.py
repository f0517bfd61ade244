"""What a record was called by and another one has since, and records that are not there any more.

A barcode may pass from one product to another within one import: who gives it up in the same step takes it from nobody.
"""

from __future__ import annotations

from uuid import UUID

from inventory_app.actions.action import Work
from inventory_app.actions.changes import BARCODES, PARTY, PRODUCT
from inventory_app.actions.revert_import.json_words import JsonWords
from inventory_app.actions.revert_import.others import Reverting
from inventory_app.domain.errors import Refusal

_EXISTS = "exists"
_OURS = "{row}.action_id = :import_id AND {row}.record_kind = '" + PRODUCT + "'"


def removed_since(words: JsonWords) -> str:
    """SQL: the record of the row ``c`` of change_log was deleted later, and not made again.

    Whatever has its number now is another one. Numbers are not given twice, but were on SQLite once.
    """
    again = (
        "EXISTS (SELECT 1 FROM change_log e WHERE e.record_kind = d.record_kind AND e.record_id = d.record_id"
        f" AND e.id > d.id AND {words.is_false('e.old_values', _EXISTS)})"
    )
    return (
        "EXISTS (SELECT 1 FROM change_log d WHERE d.record_kind = c.record_kind AND d.record_id = c.record_id"
        f" AND d.id > c.id AND {words.is_false('d.new_values', _EXISTS)} AND NOT {again})"
    )


async def forget_removed(reverting: Reverting, table: str, column: str, kind: str) -> None:
    """Take the records that are gone out of a table of what is reverted."""
    gone = removed_since(JsonWords(reverting.is_postgresql))
    await reverting.run(
        f"DELETE FROM {table} WHERE NOT created AND {column} IN (SELECT c.record_id FROM change_log c"
        f" WHERE c.action_id = :import_id AND c.record_kind = '{kind}' AND {gone})"
    )


async def keep_taken(reverting: Reverting) -> None:
    """Products whose former barcode another one has since stay as they are; so may those that wait for theirs."""
    words = JsonWords(reverting.is_postgresql)
    await reverting.run(
        "CREATE TEMP TABLE revert_taken AS SELECT c.record_id AS product_id, min(b.product_id) AS holder"
        f" FROM change_log c {words.items('c.old_values', BARCODES)} JOIN product_barcode b ON b.barcode = j.value"
        f" WHERE {_OURS.format(row='c')} AND b.product_id <> c.record_id GROUP BY c.record_id, b.product_id"
    )
    gives = f"EXISTS (SELECT 1 FROM change_log h WHERE {_OURS.format(row='h')} AND h.record_id = t.holder"
    gives += f" AND {words.has('h.old_values', BARCODES)})"
    stays = (
        "NOT EXISTS (SELECT 1 FROM revert_product o WHERE o.product_id = t.holder AND NOT o.kept"
        f" AND (o.created OR {gives}))"
    )
    blocked = f"SELECT min(t.holder) FROM revert_taken t WHERE t.product_id = revert_product.product_id AND {stays}"
    keep = (
        f"UPDATE revert_product SET kept = true, because = ({blocked}) WHERE NOT kept AND NOT created"
        f" AND product_id IN (SELECT t.product_id FROM revert_taken t WHERE {stays})"
    )
    more = 1
    while more:  # one that stays gives up nothing, and others may wait for what it has
        more = await reverting.run(keep)
    await reverting.run("DROP TABLE revert_taken")


async def refuse_taken(work: Work, action_id: UUID) -> None:
    """Before products get back what ``action_id`` took from them. Raises Refusal, naming what is not to be had."""
    reverting = Reverting(work, {"import_id": action_id})
    words = JsonWords(reverting.is_postgresql)
    await refuse_removed(work, action_id, PRODUCT)
    rows = f"change_log c JOIN product p ON {{same}} WHERE {_OURS.format(row='c')} AND {{more}} LIMIT 1"
    gone = words.is_false("c.new_values", _EXISTS)
    named = "c.old_values ->> 'sku'"
    same_sku = rows.format(same=f"p.sku = {named}", more=f"(p.id <> c.record_id OR {gone})")
    for row in await reverting.all(f"SELECT p.sku, p.name FROM {same_sku}"):
        message = f"{row.sku} is the sku of another product by now: {row.name}. Change it by hand."
        raise Refusal("later_changes", message, field="of", details={"sku": row.sku})
    numbered = rows.format(same="p.id = c.record_id", more=gone)
    for row in await reverting.all(f"SELECT {named} AS sku, p.sku AS other FROM {numbered}"):
        raise Refusal("later_changes", f"{row.sku} cannot come back: {row.other} has its number.", field="of")
    gives = f"SELECT 1 FROM change_log h WHERE {_OURS.format(row='h')} AND h.record_id = b.product_id"
    for row in await reverting.all(
        f"SELECT b.barcode, p.sku FROM change_log c {words.items('c.old_values', BARCODES)}"
        " JOIN product_barcode b ON b.barcode = j.value JOIN product p ON p.id = b.product_id"
        f" WHERE {_OURS.format(row='c')} AND b.product_id <> c.record_id"
        f" AND NOT EXISTS ({gives} AND {words.has('h.old_values', BARCODES)}) LIMIT 1"
    ):
        message = f"Barcode {row.barcode} belongs to {row.sku} by now; change it by hand."
        raise Refusal("later_changes", message, field="of", details={"barcode": row.barcode, "sku": row.sku})


async def refuse_removed(work: Work, action_id: UUID, kind: str) -> None:
    """Raises Refusal when a record of that kind that the action changed is not there any more."""
    reverting = Reverting(work, {"import_id": action_id})
    gone = removed_since(JsonWords(reverting.is_postgresql))
    query = f"SELECT 1 FROM change_log c WHERE c.action_id = :import_id AND c.record_kind = '{kind}' AND {gone} LIMIT 1"
    if await reverting.all(query):
        raise Refusal("later_changes", f"The {kind} was removed since.", field="of")


async def deleted_parties(work: Work, action_id: UUID) -> bool:
    """Whether the action deleted suppliers or customers."""
    reverting = Reverting(work, {"import_id": action_id})
    gone = JsonWords(reverting.is_postgresql).is_false("c.new_values", _EXISTS)
    log = f"change_log c WHERE c.action_id = :import_id AND c.record_kind = '{PARTY}'"
    return bool(await reverting.all(f"SELECT 1 FROM {log} AND {gone} LIMIT 1"))
