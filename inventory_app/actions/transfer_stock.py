"""Move stock from one place to another: both places in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import products_by_sku, storage_by_path
from inventory_app.actions.lots import find_lot
from inventory_app.actions.outcome import Topic
from inventory_app.actions.posting import Move, post
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.orders import require_lines
from inventory_app.domain.quantities import require_positive
from inventory_app.domain.texts import counted


@dataclass(frozen=True, slots=True)
class TransferLine:
    """One product to be moved."""

    sku: str
    quantity: Decimal
    lot: str = ""
    serial: str = ""

    @classmethod
    def read(cls, fields: Fields) -> TransferLine:
        """From one object of ``lines``."""
        return cls(fields.text("sku"), fields.quantity(), fields.optional("lot"), fields.optional("serial"))


@dataclass(frozen=True, kw_only=True)
class TransferStock(Action):
    """All lines or none."""

    kind: ClassVar[str] = "transfer_stock"
    source: str
    target: str
    lines: tuple[TransferLine, ...]
    confirm: bool = False

    @classmethod
    def read(cls, fields: Fields) -> TransferStock:
        """From the fields of the command line's contract (``from`` and ``to``)."""
        return cls(
            source=fields.text("from"),
            target=fields.text("to"),
            lines=fields.objects("lines", TransferLine.read),
            confirm=fields.flag("confirm"),
        )

    @override
    def title(self) -> str:
        what = self.lines[0].sku if len(self.lines) == 1 else counted(len(self.lines), "line")
        return f"Transfer {what} {self.source} → {self.target}"

    @override
    async def run(self, work: Work) -> Done:
        require_lines(len(self.lines))
        source = await storage_by_path(work.session, self.source, field="from")
        target = await storage_by_path(work.session, self.target, field="to")
        if source.id == target.id:
            raise Refusal("same_location", f"From and to are the same place, {source.path}.", field="to")
        products = await products_by_sku(work.session, (line.sku for line in self.lines), field="lines")
        moves = []
        for number, line in enumerate(self.lines, start=1):
            quantity = require_positive(line.quantity, field=f"lines.{number}.quantity")
            product = products[line.sku]
            lot = await find_lot(work.session, product, line.lot, line.serial, field=f"lines.{number}.lot")
            moves.append(Move(product, source, target, quantity, "TRANSFER", lot))
        await post(work, moves, confirm=self.confirm)
        pieces = plain(sum((move.quantity for move in moves), Decimal(0)))
        return Done(
            summary=f"{pieces} moved from {source.path} to {target.path}",
            result={"from": source.path, "to": target.path, "lines": len(moves)},
            topics=frozenset({Topic.STOCK}),
        )
