"""The actions by the names that the contract of the command line gives them, read from JSON objects."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from inventory_app.actions.action import Action
from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.archive_products import ArchiveProducts
from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.create_location import CreateLocation
from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.fields import Fields
from inventory_app.actions.place_order import PlaceOrder
from inventory_app.actions.return_goods import ReturnGoods
from inventory_app.actions.ship_order import ShipOrder
from inventory_app.actions.transfer_stock import TransferStock
from inventory_app.actions.undo import Undo
from inventory_app.domain.errors import Refusal

# Each reads its own fields; a new action is one more line here.
ACTIONS: Mapping[str, Callable[[Fields], Action]] = {
    CreateProduct.kind: CreateProduct.read,
    EditProduct.kind: EditProduct.read,
    ArchiveProducts.kind: ArchiveProducts.read,
    CreateLocation.kind: CreateLocation.read,
    AdjustStock.kind: AdjustStock.read,
    TransferStock.kind: TransferStock.read,
    PlaceOrder.kind: PlaceOrder.read,
    ShipOrder.kind: ShipOrder.read,
    CancelOrder.kind: CancelOrder.read,
    ReturnGoods.kind: ReturnGoods.read,
    Undo.kind: Undo.read,
}


def action_from_json(values: Mapping[str, object]) -> Action:
    """The action that ``values`` ask for; an id is made when none is given. Raises Refusal naming the field."""
    fields = Fields(values)
    kind = fields.text("action")
    action_id = fields.uuid("id") if fields.has("id") else None
    fields.optional("id")
    read = ACTIONS.get(kind)
    if read is None:
        known = ", ".join(ACTIONS)
        raise Refusal("action_unknown", f"action: there is no “{kind}”; there are {known}.", field="action")
    action = read(fields)
    fields.finish()
    return action if action_id is None else dataclasses.replace(action, action_id=action_id)
