"""The fields of a product that a person can set, as they are asked for and shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Category, Party, Product, ProductBarcode, Uom
from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import parse_money, require_not_negative
from inventory_app.domain.stock import Tracking
from inventory_app.domain.texts import (
    BARCODE_LENGTH,
    DESCRIPTION_LENGTH,
    NAME_LENGTH,
    SKU_LENGTH,
    optional_key,
    optional_text,
    require_text,
)

_TEXTS = {"sku": SKU_LENGTH, "name": NAME_LENGTH}
_OPTIONAL_TEXTS = {
    "description": DESCRIPTION_LENGTH,
}
_OPTIONAL_KEYS = ("category", "supplier", "uom")
_MONEY = ("price", "cost")

SETTABLE = (*_TEXTS, *_OPTIONAL_TEXTS, *_OPTIONAL_KEYS, *_MONEY, "tracking", "barcodes", "archived")


def read_values(values: Mapping[str, Any], *, path: str) -> dict[str, Any]:
    """Check each value and give it its type; raises Refusal naming the field. The same again gives the same."""
    return {name: _read_value(name, value, f"{path}.{name}") for name, value in values.items()}


def _read_value(name: str, value: Any, field: str) -> Any:
    if name in _MONEY:
        return _read_money(value, field)
    if name == "barcodes":
        if not isinstance(value, list | tuple):
            raise Refusal("field_invalid", f"{field}: is not a list of barcodes.", field=field)
        return tuple(require_text(_string(one, field), field=field, limit=BARCODE_LENGTH) for one in value)
    if name == "archived":
        if not isinstance(value, bool):
            raise Refusal("field_invalid", f"{field}: is neither true nor false.", field=field)
        return value
    if name == "tracking":
        if value not in list(Tracking):
            raise Refusal("field_invalid", f"{field}: “{value}” is not one of {', '.join(Tracking)}.", field=field)
        return str(value)
    if name in _TEXTS:
        return require_text(_string(value, field), field=field, limit=_TEXTS[name])
    if name in (*_OPTIONAL_TEXTS, *_OPTIONAL_KEYS):
        return _read_optional(name, _string("" if value is None else value, field), field)
    raise Refusal("field_unknown", f"{field}: there is no such field; known are {', '.join(SETTABLE)}.", field=field)


def _read_optional(name: str, text: str, field: str) -> str:
    if name in _OPTIONAL_KEYS:
        return optional_key(text, field=field)
    return optional_text(text, field=field, limit=_OPTIONAL_TEXTS[name])


def _read_money(value: Any, field: str) -> Decimal | None:
    if value is None or value == "":
        return None
    amount = value if isinstance(value, Decimal) else parse_money(_string(value, field), field=field)
    return require_not_negative(amount, field=field)


def _string(value: Any, field: str) -> str:
    if not isinstance(value, str):
        raise Refusal("field_invalid", f"{field}: {value!r} is not a text in quotation marks.", field=field)
    return value


async def shown_values(session: AsyncSession, product: Product, names: Iterable[str]) -> dict[str, Any]:
    """What the product shows now under ``names``, in the same types as `read_values` gives."""
    return {name: await _shown_value(session, product, name) for name in names}


async def _shown_value(session: AsyncSession, product: Product, name: str) -> Any:
    if name == "category":
        return await _name(session, select(Category.name).where(Category.id == product.category_id))
    if name == "supplier":
        return await _name(session, select(Party.name).where(Party.id == product.supplier_id))
    if name == "uom":
        return await _name(session, select(Uom.code).where(Uom.id == product.uom_id))
    if name == "barcodes":
        query = select(ProductBarcode.barcode).where(ProductBarcode.product_id == product.id)
        return tuple((await session.scalars(query.order_by(ProductBarcode.id))).all())
    if name == "archived":
        return product.archived_at is not None
    return getattr(product, name)


async def _name(session: AsyncSession, query: Any) -> str:
    found: str | None = await session.scalar(query)
    return found or ""
