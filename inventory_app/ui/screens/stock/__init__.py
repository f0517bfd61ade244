"""The stock screen: what is where, its moves, and the dialogs that change it."""

from __future__ import annotations

from inventory_app.ui.screens.stock.screen import StockScreen, make

__all__ = ["StockScreen", "make"]
