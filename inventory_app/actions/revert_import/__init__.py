"""Taking an import back as one unit, as far as nobody has built on it since."""

from inventory_app.actions.revert_import.again import is_of_an_import, restore_imported_orders
from inventory_app.actions.revert_import.products_again import changed_since, restore_imported_products
from inventory_app.actions.revert_import.revert import IMPORT_KINDS, revert_import
from inventory_app.actions.revert_import.stock_again import restore_imported_stock
from inventory_app.actions.revert_import.taken import deleted_parties, refuse_removed

__all__ = [
    "IMPORT_KINDS",
    "changed_since",
    "deleted_parties",
    "is_of_an_import",
    "refuse_removed",
    "restore_imported_orders",
    "restore_imported_products",
    "restore_imported_stock",
    "revert_import",
]
