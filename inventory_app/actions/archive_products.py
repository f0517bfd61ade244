"""Take products out of the catalogue without losing their history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import insert, select, update
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.changes import PRODUCT
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import unknown_sku
from inventory_app.actions.outcome import Topic
from inventory_app.database.statements import rows_changed
from inventory_app.database.tables import ChangeLog, Product
from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import SKU_LENGTH, counted

_PER_STATEMENT = 5_000


@dataclass(frozen=True, kw_only=True)
class ArchiveProducts(Action):
    """All of ``skus`` or none; those that are archived already stay as they are and are counted apart."""

    kind: ClassVar[str] = "archive_products"
    skus: tuple[str, ...]

    @classmethod
    def read(cls, fields: Fields) -> ArchiveProducts:
        """From the fields of the command line's contract."""
        return cls(skus=fields.texts("skus", limit=SKU_LENGTH))

    @override
    def title(self) -> str:
        return f"Archive {self.skus[0]}" if len(self.skus) == 1 else f"Archive {counted(len(self.skus), 'product')}"

    @override
    async def run(self, work: Work) -> Done:
        wanted = sorted(set(self.skus))
        if not wanted:
            raise Refusal("no_lines", "skus: name at least one product.", field="skus")
        archived = 0
        for start in range(0, len(wanted), _PER_STATEMENT):
            archived += await self._archive(work, wanted[start : start + _PER_STATEMENT])
        unchanged = len(wanted) - archived
        note = f", {unchanged:,} were archived already" if unchanged else ""
        return Done(
            summary=f"{archived:,} archived{note}",
            result={"archived": archived, "unchanged": unchanged},
            topics=frozenset({Topic.PRODUCTS, Topic.STOCK}),
        )

    async def _archive(self, work: Work, skus: list[str]) -> int:
        query = select(Product.id, Product.sku, Product.archived_at).where(Product.sku.in_(skus))
        rows = (await work.session.execute(query.order_by(Product.id).with_for_update())).all()
        missing = set(skus) - {row.sku for row in rows}
        if missing:
            raise unknown_sku(min(missing), "skus")
        active = [row.id for row in rows if row.archived_at is None]
        if not active:
            return 0
        changed = await work.session.execute(
            update(Product).where(Product.id.in_(active), Product.archived_at.is_(None)).values(archived_at=work.now)
        )
        if rows_changed(changed) != len(active):
            raise RuntimeError(f"{rows_changed(changed)} of {len(active)} locked products were archived")
        new = {"archived_at": work.now.isoformat()}
        rows_to_log = [
            {
                "action_id": work.action_id,
                "record_kind": PRODUCT,
                "record_id": product_id,
                "old_values": {"archived_at": None},
                "new_values": new,
            }
            for product_id in active
        ]
        await work.session.execute(insert(ChangeLog), rows_to_log)
        return len(active)
