"""What an action changed, in words: stored values of change_log as a person reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from inventory_app.domain.money import MONEY, format_money
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import QUANTITY
from inventory_app.domain.stock import LocationKind, NegativeStock, Tracking
from inventory_app.queries.activity import ActivityDetail, ChangeOfRecord
from inventory_app.queries.moves import MoveRow
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate

_MONEY = frozenset({"price", "cost"})
_NAMES: Mapping[str, str] = {
    "sku": QT_TRANSLATE_NOOP("Fields", "sku"),
    "name": QT_TRANSLATE_NOOP("Fields", "name"),
    "description": QT_TRANSLATE_NOOP("Fields", "description"),
    "category_id": QT_TRANSLATE_NOOP("Fields", "category"),
    "supplier_id": QT_TRANSLATE_NOOP("Fields", "supplier"),
    "uom_id": QT_TRANSLATE_NOOP("Fields", "unit"),
    "tracking": QT_TRANSLATE_NOOP("Fields", "tracking"),
    "price": QT_TRANSLATE_NOOP("Fields", "price"),
    "cost": QT_TRANSLATE_NOOP("Fields", "cost"),
    "barcodes": QT_TRANSLATE_NOOP("Fields", "barcodes"),
    "factors": QT_TRANSLATE_NOOP("Fields", "pieces in a pack"),
    "archived_at": QT_TRANSLATE_NOOP("Fields", "archived"),
    "status": QT_TRANSLATE_NOOP("Fields", "state"),
    "allocations": QT_TRANSLATE_NOOP("Fields", "reserved and shipped"),
    "reorder_points": QT_TRANSLATE_NOOP("Fields", "reorder points"),
    "exists": QT_TRANSLATE_NOOP("Fields", "exists"),
    "is_supplier": QT_TRANSLATE_NOOP("Fields", "is a supplier"),
    "is_customer": QT_TRANSLATE_NOOP("Fields", "is a customer"),
    "supplier_code": QT_TRANSLATE_NOOP("Fields", "code as supplier"),
    "customer_code": QT_TRANSLATE_NOOP("Fields", "code as customer"),
    "email": QT_TRANSLATE_NOOP("Fields", "e-mail"),
    "phone": QT_TRANSLATE_NOOP("Fields", "phone"),
    "address": QT_TRANSLATE_NOOP("Fields", "address"),
    "tax_id": QT_TRANSLATE_NOOP("Fields", "tax number"),
    "note": QT_TRANSLATE_NOOP("Fields", "note"),
    "path": QT_TRANSLATE_NOOP("Fields", "path"),
    "code": QT_TRANSLATE_NOOP("Fields", "code"),
    "kind": QT_TRANSLATE_NOOP("Fields", "kind"),
    "parent_id": QT_TRANSLATE_NOOP("Fields", "lies in"),
    "negative_stock": QT_TRANSLATE_NOOP("Fields", "below zero"),
    "expires_on": QT_TRANSLATE_NOOP("Fields", "expires on"),
}
_HIDDEN = frozenset({"action_id"})  # who made a deleted record: for whoever makes it again
_KINDS: Mapping[str, str] = {
    "product": QT_TRANSLATE_NOOP("Records", "product {name}"),
    "location": QT_TRANSLATE_NOOP("Records", "location {name}"),
    "sales_order": QT_TRANSLATE_NOOP("Records", "sales order {name}"),
    "purchase_order": QT_TRANSLATE_NOOP("Records", "purchase order {name}"),
    "goods_return": QT_TRANSLATE_NOOP("Records", "return {name}"),
    "party": QT_TRANSLATE_NOOP("Records", "supplier or customer {name}"),
    "lot": QT_TRANSLATE_NOOP("Records", "lot {name}"),
}
# Stored words of single fields.
_WORDS: Mapping[str, Mapping[str, str]] = {
    "tracking": {
        Tracking.NONE: QT_TRANSLATE_NOOP("Fields", "not tracked"),
        Tracking.LOT: QT_TRANSLATE_NOOP("Fields", "by lot"),
        Tracking.SERIAL: QT_TRANSLATE_NOOP("Fields", "by serial number"),
    },
    "kind": {
        LocationKind.STORAGE: QT_TRANSLATE_NOOP("Fields", "storage"),
        LocationKind.SUPPLIER: QT_TRANSLATE_NOOP("Fields", "supplier"),
        LocationKind.CUSTOMER: QT_TRANSLATE_NOOP("Fields", "customer"),
        LocationKind.TRANSIT: QT_TRANSLATE_NOOP("Fields", "transit"),
        LocationKind.ADJUSTMENT: QT_TRANSLATE_NOOP("Fields", "adjustment"),
    },
    "negative_stock": {
        NegativeStock.BLOCK: QT_TRANSLATE_NOOP("Fields", "refused"),
        NegativeStock.WARN: QT_TRANSLATE_NOOP("Fields", "asked about"),
        NegativeStock.ALLOW: QT_TRANSLATE_NOOP("Fields", "allowed"),
    },
}
_YES_OR_NO = frozenset({"exists", "is_supplier", "is_customer"})
_NOTHING = "–"


def changed_fields(change: ChangeOfRecord) -> Iterator[tuple[str, str, str]]:
    """(field, before, after) of one record."""
    for field in dict.fromkeys((*change.old_values, *change.new_values)):
        if field in _HIDDEN:
            continue
        old, new = change.old_values.get(field), change.new_values.get(field)
        before, after = _value(field, old), _value(field, new)
        if old != new and not before == after == _NOTHING:  # however nothing is kept
            yield _name_of(field), before, after


def subject(change: ChangeOfRecord) -> str:
    """The record that was changed: "product 00417", "sales order SO-000012"."""
    name = change.name or change.record_id
    if change.kind in _KINDS:
        return translate("Records", _KINDS[change.kind]).format(name=name)
    return f"{change.kind.replace('_', ' ')} {name}"


def move_words(move: MoveRow) -> str:
    """MAIN → customer, with what it was for."""
    words = [f"{move.source} → {move.target}"]
    if move.lot:
        words.append(translate("Activity", "lot {lot}").format(lot=move.lot))
    if move.serial:
        words.append(translate("Activity", "serial {serial}").format(serial=move.serial))
    return " ".join(words)


def as_text(detail: ActivityDetail) -> str:
    """Everything that is known of an action, for copying."""
    action = detail.action
    lines = [
        action.title,
        action.summary,
        *action.notes,
        "",
        f"action        {action.kind}",
        f"id            {action.id}",
        f"saved         {action.at.astimezone():%Y-%m-%d %H:%M:%S %z}",
        f"person        {action.actor}",
        f"workstation   {action.workstation}",
        f"database user {detail.database_user or _NOTHING}",
    ]
    if action.reverses is not None:
        lines.append(f"takes back    {action.reverses}")
    if action.reversed_by is not None:
        lines.append(f"taken back by {action.reversed_by}")
    for change in detail.changes:
        lines += ["", subject(change), *(f"  {field}: {old} → {new}" for field, old, new in changed_fields(change))]
    if detail.moves:
        lines += ["", "moves"]
        lines += [f"  {move.sku}  {plain(move.quantity)}  {move_words(move)}  {move.reason}" for move in detail.moves]
    if action.result:
        lines += ["", json.dumps(dict(action.result), indent=2, ensure_ascii=False, default=str)]
    return "\n".join(lines)


def _name_of(field: str) -> str:
    return translate("Fields", _NAMES[field]) if field in _NAMES else field


def _value(field: str, stored: Any) -> str:
    if stored is None or stored == "":
        return _NOTHING
    if field in _YES_OR_NO:
        return translate("Activity", "yes") if stored else translate("Activity", "no")
    if field in _MONEY and isinstance(stored, int):
        return format_money(MONEY.from_scaled(stored))
    if isinstance(stored, dict):
        return _allocated(stored) if field == "allocations" else _quantities(field, stored)
    if isinstance(stored, list):
        return ", ".join(str(one) for one in stored) or _NOTHING
    return _word(field, str(stored))


def _word(field: str, stored: str) -> str:
    if stored in _WORDS.get(field, {}):
        return translate("Fields", _WORDS[field][stored])
    if field == "status":
        return translate("States", stored.replace("_", " "))
    return translate("Activity", "yes") if field == "archived_at" else stored


def _allocated(stored: Mapping[str, Any]) -> str:
    pairs = [pair for pair in stored.values() if isinstance(pair, list) and len(pair) == 2]
    reserved, shipped = (sum(int(pair[at]) for pair in pairs) for at in (0, 1))
    words = translate("Activity", "{reserved} reserved, {shipped} shipped")
    return words.format(reserved=_quantity(reserved), shipped=_quantity(shipped))


def _quantities(field: str, stored: Mapping[str, Any]) -> str:
    named = ((f"{key}: " if field == "factors" else "", one) for key, one in stored.items())
    return ", ".join(name + (_quantity(one) if isinstance(one, int) else _NOTHING) for name, one in named) or _NOTHING


def _quantity(scaled: int) -> str:
    return formats.quantity(QUANTITY.from_scaled(scaled))
