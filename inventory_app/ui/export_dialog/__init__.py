"""Any list as a file, with what belongs to it: what it shows now, or all there is."""

from __future__ import annotations

from inventory_app.ui.export_dialog.dialog import ExportDialog
from inventory_app.ui.export_dialog.offers import Offer

__all__ = ["ExportDialog", "Offer"]
