"""What a person imports a file for: a kind, perhaps with fewer fields, and the options that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inventory_app.importing.kinds import (
    BARCODES,
    CUSTOMERS,
    LOCATIONS,
    PRODUCTS,
    PURCHASE_ORDERS,
    REORDER_POINTS,
    SALES_ORDERS,
    STOCK,
    SUPPLIERS,
)
from inventory_app.importing.options import ImportOptions, Orders, StockMode


@dataclass(frozen=True, slots=True)
class Purpose:
    """``fields`` are those that may be mapped; none: all of the kind's. ``title`` is what a person chooses."""

    name: str
    kind: str
    title: str
    fields: tuple[str, ...] = ()
    stock_mode: StockMode = StockMode.ADD
    orders: Orders = Orders.PLACED


# In the order in which they are offered; those of a whole kind have the kind's name.
PURPOSES: Mapping[str, Purpose] = {
    one.name: one
    for one in (
        Purpose("products", PRODUCTS.name, "Products"),
        # Without a name no product is made: a sku that nobody knows is rejected.
        Purpose("prices", PRODUCTS.name, "Prices only", fields=("sku", "price", "cost")),
        Purpose("stock", STOCK.name, "Stock"),
        Purpose("stock-counts", STOCK.name, "Stock counts", stock_mode=StockMode.SET),
        Purpose("barcodes", BARCODES.name, "Barcodes"),
        Purpose("reorder-points", REORDER_POINTS.name, "Reorder points"),
        Purpose("suppliers", SUPPLIERS.name, "Suppliers"),
        Purpose("customers", CUSTOMERS.name, "Customers"),
        Purpose("locations", LOCATIONS.name, "Locations"),
        Purpose("sales-orders", SALES_ORDERS.name, "Sales orders, as placed"),
        Purpose("shipped-orders", SALES_ORDERS.name, "Sales orders, as shipped", orders=Orders.SHIPPED),
        Purpose("purchase-orders", PURCHASE_ORDERS.name, "Purchase orders"),
    )
}


def purpose_of(options: ImportOptions) -> Purpose:
    """The purpose that these options belong to; the first of their kind when they do not tell."""
    of_kind = [one for one in PURPOSES.values() if one.kind == options.kind and not one.fields]
    told = [one for one in of_kind if (one.stock_mode, one.orders) == (options.stock_mode, options.orders)]
    return (told or of_kind)[0]
