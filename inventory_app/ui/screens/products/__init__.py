"""The products screen: the catalogue, found while one types, and the dialogs that change it."""

from __future__ import annotations

from inventory_app.ui.screens.products.screen import ProductsScreen, make

__all__ = ["ProductsScreen", "make"]
