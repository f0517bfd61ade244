"""Which saver saves which kind of file; each has a folder of its own beside this module."""

from __future__ import annotations

from collections.abc import Mapping

from inventory_app.importing.saving.barcodes.saver import BarcodeSaver
from inventory_app.importing.saving.locations.saver import LocationSaver
from inventory_app.importing.saving.orders.saver import PurchaseOrderSaver, SalesOrderSaver
from inventory_app.importing.saving.parties.saver import CustomerSaver, SupplierSaver
from inventory_app.importing.saving.products.saver import ProductSaver
from inventory_app.importing.saving.reorder_points.saver import ReorderPointSaver
from inventory_app.importing.saving.saver import Saver
from inventory_app.importing.saving.stock.saver import StockSaver

SAVERS: Mapping[str, type[Saver]] = {
    "products": ProductSaver,
    "stock": StockSaver,
    "suppliers": SupplierSaver,
    "customers": CustomerSaver,
    "locations": LocationSaver,
    "sales-orders": SalesOrderSaver,
    "purchase-orders": PurchaseOrderSaver,
    "barcodes": BarcodeSaver,
    "reorder-points": ReorderPointSaver,
}
