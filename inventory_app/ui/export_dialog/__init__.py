"""Any list as a file: what it shows now, or all there is."""

from __future__ import annotations

from inventory_app.ui.export_dialog.dialog import ExportDialog, Offer

__all__ = ["ExportDialog", "Offer"]
