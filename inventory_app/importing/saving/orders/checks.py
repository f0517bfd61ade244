"""What only the database can say against a line of an order; one bad line rejects its document."""

from __future__ import annotations

from inventory_app.importing.saving.batch import Batch
from inventory_app.importing.saving.orders.documents import MOST_BILLIONS
from inventory_app.importing.saving.orders.plan import BAD, OrderPlan
from inventory_app.importing.saving.verdicts import add_problems

_OF_DOCUMENT = "stage_row s JOIN import_document d ON d.reference = s.reference"


async def check(batch: Batch, plan: OrderPlan) -> None:
    """All reasons but those that depend on what earlier documents take."""
    unknown = "stage_row s WHERE s.sku IS NOT NULL AND NOT EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku)"
    await add_problems(batch, "sku_unknown", unknown, field="sku", value="s.sku")
    await add_problems(batch, "quantity_invalid", "stage_row s WHERE s.quantity = 0", field="quantity", value="'0'")
    await add_problems(batch, "quantity_negative", "stage_row s WHERE s.quantity < 0", field="quantity")
    for column, field in plan.headers.items():
        differs = f"{_OF_DOCUMENT} WHERE s.{field} IS NOT NULL AND s.{field} <> d.{column}"
        await add_problems(batch, "document_conflict", differs, field=field, value=f"s.{field}")
    await _check_places(batch, plan)
    await _check_party(batch, plan)
    await _check_known(batch, plan)
    await _check_worth(batch)
    await reject_documents(batch)


async def _check_places(batch: Batch, plan: OrderPlan) -> None:
    """Nothing can be sold from a place that is not there; what is bought may come to a new one."""
    refused = "1 = 1" if plan.is_sale else batch.missing_names.refused("location", "l.path")
    missing = f"(l.location_id IS NULL AND {refused}) OR" if refused else ""
    query = f"{_OF_DOCUMENT} JOIN import_place l ON l.path = d.location WHERE ({missing} l.kind <> 'storage')"
    await add_problems(batch, "unknown_location", query, field="location", value="d.location")


async def _check_party(batch: Batch, plan: OrderPlan) -> None:
    if not plan.is_sale:
        await add_problems(batch, "supplier_missing", f"{_OF_DOCUMENT} WHERE d.party IS NULL", field="supplier")
    if refused := batch.missing_names.refused(plan.party, "d.party"):
        query = f"{_OF_DOCUMENT} WHERE d.party IS NOT NULL AND d.party_id IS NULL AND {refused}"
        await add_problems(batch, f"unknown_{plan.party}", query, field=plan.party, value="d.party")


async def _check_known(batch: Batch, plan: OrderPlan) -> None:
    """Documents that are there already, under a number of this party or under ours: that stands in our own exports.

    A cancelled or taken back order is none. In two statements, each of which finds its index.
    """
    await batch.run(
        "UPDATE import_document SET state = 'known' WHERE EXISTS ("
        f"SELECT 1 FROM {plan.table} o WHERE o.reference = import_document.reference AND o.reference <> ''"
        f" AND o.{plan.party}_id IS NOT DISTINCT FROM import_document.party_id AND o.status <> 'cancelled'"
        " AND (import_document.party IS NULL OR import_document.party_id IS NOT NULL))"
    )
    await batch.run(
        "UPDATE import_document SET state = 'known' WHERE state IS NULL AND EXISTS ("
        f"SELECT 1 FROM {plan.table} o WHERE o.number = import_document.reference AND o.status <> 'cancelled')"
    )
    if plan.skips:
        return
    code = "reference_repeated" if plan.options.again else "reference_exists"
    query = f"{_OF_DOCUMENT} WHERE d.state = 'known'"
    await add_problems(batch, code, query, field="reference", value="s.reference")
    if plan.options.again:
        await batch.run("UPDATE import_document SET state = NULL")


async def _check_worth(batch: Batch) -> None:
    """A document cannot be worth more money than can be kept."""
    too_much = (
        "import_line s WHERE s.document IN (SELECT document FROM import_line GROUP BY document"
        " HAVING sum(total / 1000000000) + count(*) >= CAST(:billions AS BIGINT))"
    )
    await add_problems(batch, "quantity_invalid", too_much, field="quantity", billions=MOST_BILLIONS)


async def reject_documents(batch: Batch) -> None:
    """Reject the good lines of documents that have a bad one."""
    bad = f"SELECT l.document FROM import_line l WHERE l.record IN {BAD}"
    others = f"import_line s WHERE s.document IN ({bad}) AND s.record NOT IN {BAD}"
    await add_problems(batch, "document_rejected", others)
    await batch.run(f"UPDATE import_document SET state = 'rejected' WHERE document IN ({bad})")
