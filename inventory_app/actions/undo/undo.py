"""Undo: reverse everything that one committed action did, whole or not at all.

It works from what the action left behind (moves, changed fields, created records), not from its kind. So an undo can
be undone by the same means. An import is taken back as far as it can be (revert_import).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from inventory_app.actions.action import Action, Done, InTheWay, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.outcome import Json, Topic
from inventory_app.actions.posting import post
from inventory_app.actions.revert_import import (
    IMPORT_KINDS,
    deleted_parties,
    is_of_an_import,
    restore_imported_orders,
    restore_imported_products,
    restore_imported_stock,
    revert_import,
)
from inventory_app.actions.undo.created import remove_created
from inventory_app.actions.undo.documents import restore_orders, restore_returns
from inventory_app.actions.undo.moves import reversed_moves
from inventory_app.actions.undo.products import restore_products
from inventory_app.actions.undo.records import restore_purchases, restore_records
from inventory_app.database.faults import Fault, FaultKind, classify
from inventory_app.database.tables import ActionLog, ActionResult
from inventory_app.domain.errors import Refusal


@dataclass(frozen=True, kw_only=True)
class Undo(Action):
    """``of`` is the id of the action to be taken back; ``what`` its title where it is known, for showing only."""

    kind: ClassVar[str] = "undo"
    of: UUID
    what: str = field(default="", compare=False)

    @classmethod
    def read(cls, fields: Fields) -> Undo:
        """From the fields of the command line's contract."""
        return cls(of=fields.uuid("of"))

    @override
    def title(self) -> str:
        return f"Undo: {self.what}" if self.what else f"Undo {str(self.of)[:8]}"

    @override
    def canonical(self) -> dict[str, Json]:
        return {"kind": self.kind, "of": str(self.of)}

    @property
    @override
    def reverses(self) -> UUID:
        return self.of

    @override
    def explain(self, fault: Fault) -> Refusal | None:
        if fault.kind is FaultKind.UNIQUE and "reverses" in fault.constraint:
            return Refusal("undone_already", "This action was taken back already.", field="of")
        # Only the log's own reference comes so far: what the action wrote is answered by `run`.
        if fault.kind is FaultKind.FOREIGN_KEY:
            return Refusal("action_unknown", f"There is no committed action {self.of}.", field="of")
        return None

    @override
    async def run(self, work: Work) -> Done:
        log = (await work.session.execute(select(ActionLog.kind, ActionLog.actor).where(ActionLog.id == self.of))).one()
        title = await work.session.scalar(select(ActionResult.title).where(ActionResult.id == self.of)) or log.kind
        imported = await is_of_an_import(work, self.of)
        if imported or log.kind.startswith(IMPORT_KINDS):
            await work.dialect.lift_limit(await work.session.connection())
        try:
            if log.kind.startswith(IMPORT_KINDS):
                return await revert_import(work, self.of, title)
            return await self._take_back(work, title, log.actor, imported)
        except IntegrityError as error:
            rule = _rule_behind(error)
            if rule is None:
                raise
            raise InTheWay(rule) from error

    async def _take_back(self, work: Work, title: str, actor: str, imported: bool) -> Done:
        restore = restore_imported_products if imported else restore_products
        # Suppliers that the revert of an import deleted are there again before the products that name them.
        steps = (restore_records, restore) if await deleted_parties(work, self.of) else (restore, restore_records)
        changed = sum([await step(work, self.of) for step in steps])
        bought = await restore_purchases(work, self.of)
        # Before the stock: an order is locked before its levels, by everybody.
        returns = await restore_returns(work, self.of)
        orders, moves = await self._take_back_imported(work) if imported else await self._take_back_orders(work)
        removed = await remove_created(work, self.of)
        if not (changed or bought or orders or returns or moves or removed):
            raise Refusal("nothing_to_undo", "This action left nothing behind that could be taken back.", field="of")
        topics = {Topic.STOCK} if moves or orders else set()
        topics |= {Topic.STOCK} if bought else set()
        topics |= {Topic.SALES} if orders or returns else set()
        topics |= {Topic.PRODUCTS, Topic.LOCATIONS, Topic.PARTIES} if changed or removed else set()
        return Done(
            title=f"Undo: {title}",
            summary=f"Taken back: {title} ({actor})",
            result={"of": str(self.of), "moves": moves, "changed": changed, "removed": removed},
            topics=frozenset(topics),
        )

    async def _take_back_imported(self, work: Work) -> tuple[int, int]:
        """The same in sets, where an import stands at the beginning; orders bring their moves along."""
        orders = await restore_imported_orders(work, self.of)
        return orders, 0 if orders else await restore_imported_stock(work, self.of)

    async def _take_back_orders(self, work: Work) -> tuple[int, int]:
        """Orders and moves, by the rules of stock; how many of each."""
        orders, promises = await restore_orders(work, self.of)
        moves = await reversed_moves(work, self.of)
        try:
            await post(work, moves, promises)
        except Refusal as refusal:
            raise _depends(refusal) from refusal
        return orders, len(moves)


def _rule_behind(error: IntegrityError) -> Refusal | None:
    """The rule behind a constraint that nothing before it spoke of."""
    fault = classify(error)
    if fault.kind is FaultKind.UNIQUE:
        message = "Another record has by now the name or the code that this one had."
    elif fault.kind is FaultKind.FOREIGN_KEY:
        message = "Something that this action referred to was removed since, or what it made is used by now."
    else:
        return None
    return Refusal("later_changes", f"{message} Change it by hand.", field="of")


def _depends(refusal: Refusal) -> Refusal:
    """The same figures, told as what they mean here."""
    if refusal.code not in ("not_available", "serial_quantity", "serial_duplicate"):
        return refusal
    message = f"Later moves depend on this one. {refusal.message}"
    return Refusal("later_moves", message, field="of", details=refusal.details)
