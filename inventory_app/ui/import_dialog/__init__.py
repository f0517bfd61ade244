"""The import window, step by step: open, map, check, commit, outcome."""

from __future__ import annotations

from inventory_app.ui.import_dialog.presenter import ImportPresenter
from inventory_app.ui.import_dialog.revert import kept_rows, kept_table, revert, told
from inventory_app.ui.import_dialog.window import ImportWindow

__all__ = ["ImportPresenter", "ImportWindow", "kept_rows", "kept_table", "revert", "told"]
