"""Change fields of a product, and notice when somebody else changed them meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from typing_extensions import override

from inventory_app.actions.action import Action, Done, Work
from inventory_app.actions.changes import BARCODES, FACTORS, PRODUCT, product_values, put_product_values, record_change
from inventory_app.actions.fields import Fields
from inventory_app.actions.lookup import unknown_sku
from inventory_app.actions.master_data import category_id, refuse_taken_barcodes, supplier_id, uom_id
from inventory_app.actions.outcome import Json, Topic
from inventory_app.actions.product_fields import SETTABLE, read_values, shown_values
from inventory_app.database.tables import ActionLog, ChangeLog, Product
from inventory_app.domain.errors import ConflictFound, FieldDifference, Refusal
from inventory_app.domain.money import MONEY

# The settable field under another name in the table, and what turns its text into the stored reference.
_REFERENCES = {"category": "category_id", "supplier": "supplier_id", "uom": "uom_id"}


@dataclass(frozen=True, kw_only=True)
class EditProduct(Action):
    """``changes`` holds the fields to set, ``expected`` what the person saw in fields when the form was opened.

    Values are texts, None for unset; ``barcodes`` a tuple of texts, ``archived`` a bool.
    """

    kind: ClassVar[str] = "edit_product"
    sku: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    expected: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, fields: Fields) -> EditProduct:
        """From the fields of the command line's contract (``set`` and ``expected``)."""
        sku = fields.text("sku")
        changes = read_values(fields.mapping("set") or {}, path="set")
        expected = read_values(fields.mapping("expected") or {}, path="expected")
        return cls(sku=sku, changes=changes, expected=expected)

    @override
    def title(self) -> str:
        return f"Edit product {self.sku}"

    @override
    async def run(self, work: Work) -> Done:
        session = work.session
        changes = read_values(self.changes, path="set")
        if not changes:
            raise Refusal("nothing_to_set", f"set: name at least one of {', '.join(SETTABLE)}.", field="set")
        product = await session.scalar(select(Product).where(Product.sku == self.sku).with_for_update())
        if product is None:
            raise unknown_sku(self.sku)
        await self._refuse_conflicts(session, product, changes)
        new = await self._stored(session, product, changes, work)
        old = await product_values(session, product, [*new, FACTORS] if BARCODES in new else new)
        if BARCODES in new:
            # What a pack's barcode counts goes with it, and has to come back with it.
            new[FACTORS] = {code: one for code, one in _packs(old).items() if code in changes[BARCODES]}
        await put_product_values(session, product.id, {key: new[key] for key in new if old[key] != new[key]})
        await record_change(work, PRODUCT, product.id, old, new)
        changed = [name for name in changes if old[_column(name)] != new[_column(name)]]
        return Done(
            summary=f"{self.sku}: {', '.join(changed)} changed" if changed else f"{self.sku}: nothing to change",
            result={"sku": new.get("sku", self.sku), "changed": list(changed)},
            topics=frozenset({Topic.PRODUCTS, Topic.STOCK}),
        )

    async def _refuse_conflicts(self, session: AsyncSession, product: Product, changes: Mapping[str, Any]) -> None:
        expected = read_values(self.expected, path="expected")
        shown = await shown_values(session, product, expected)
        # Who sets just what stands there now has nothing to be asked; a field that is not set says nothing of itself.
        agreed = {name for name in expected if name in changes and changes[name] == shown[name]}
        names = [name for name in expected if shown[name] != expected[name] and name not in agreed]
        if not names:
            return
        changed = await _last_changes(session, product.id)
        differences = tuple(
            FieldDifference(
                name,
                _text(expected[name]),
                _text(shown[name]),
                _text(changes.get(name)),
                *changed.get(_column(name), (None, None)),
            )
            for name in names
        )
        who = differences[0].changed_by or "Somebody else"
        raise ConflictFound(f"{who} changed the {differences[0].field} of {self.sku} meanwhile.", differences)

    async def _stored(
        self, session: AsyncSession, product: Product, changes: Mapping[str, Any], work: Work
    ) -> dict[str, Json]:
        """The values to set, in stored form."""
        new: dict[str, Json] = {}
        for name, value in changes.items():
            new[_column(name)] = await _stored_value(session, name, value, work)
        if BARCODES in changes:
            await refuse_taken_barcodes(session, tuple(changes[BARCODES]), product.id)
        if "sku" in changes and changes["sku"] != product.sku:
            taken = await session.scalar(select(Product.id).where(Product.sku == changes["sku"]))
            if taken is not None:
                raise Refusal("sku_exists", f"There is a product {changes['sku']} already.", field="set.sku")
        return new


async def _stored_value(session: AsyncSession, name: str, value: Any, work: Work) -> Json:
    if name == "category":
        return await category_id(session, value or "")
    if name == "supplier":
        return await supplier_id(session, value or "")
    if name == "uom":
        return await uom_id(session, value or "")
    if name == "archived":
        return work.now.isoformat() if value else None
    if isinstance(value, Decimal):
        return MONEY.to_scaled(value)
    if name == BARCODES:
        return list(dict.fromkeys(value))
    plain_value: Json = value
    return plain_value


async def _last_changes(session: AsyncSession, product_id: int) -> dict[str, tuple[str, Any]]:
    """Who changed each field of the product last, and when."""
    query = (
        select(ChangeLog.new_values, ActionLog.actor, ActionLog.recorded_at)
        .join(ActionLog, ActionLog.id == ChangeLog.action_id)
        .where(ChangeLog.record_kind == PRODUCT, ChangeLog.record_id == product_id)
        .order_by(ChangeLog.id.desc())
        .limit(50)
    )
    found: dict[str, tuple[str, Any]] = {}
    for values, actor, at in await session.execute(query):
        for key in values:
            found.setdefault(key, (actor, at))
    return found


def _packs(values: Mapping[str, Json]) -> Mapping[str, Json]:
    factors = values[FACTORS]
    return factors if isinstance(factors, dict) else {}


def _column(name: str) -> str:
    return "archived_at" if name == "archived" else _REFERENCES.get(name, name)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
