"""The mapping of all tables. Nothing outside database, queries, actions and importing sees these classes."""

from inventory_app.database.tables.base import Base
from inventory_app.database.tables.catalogue import Category, Party, Product, ProductBarcode, ReorderRule, Uom
from inventory_app.database.tables.log import ActionLog, ActionResult, ChangeLog, ImportRun
from inventory_app.database.tables.purchasing import PurchaseOrder, PurchaseOrderLine
from inventory_app.database.tables.sales import (
    GoodsReturn,
    GoodsReturnLine,
    SalesOrder,
    SalesOrderAllocation,
    SalesOrderLine,
)
from inventory_app.database.tables.stock import Location, Lot, ReasonCode, StockLevel, StockMove

__all__ = [
    "ActionLog",
    "ActionResult",
    "Base",
    "Category",
    "ChangeLog",
    "GoodsReturn",
    "GoodsReturnLine",
    "ImportRun",
    "Location",
    "Lot",
    "Party",
    "Product",
    "ProductBarcode",
    "PurchaseOrder",
    "PurchaseOrderLine",
    "ReasonCode",
    "ReorderRule",
    "SalesOrder",
    "SalesOrderAllocation",
    "SalesOrderLine",
    "StockLevel",
    "StockMove",
    "Uom",
]
