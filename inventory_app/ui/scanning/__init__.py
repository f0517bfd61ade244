"""The barcode scanner: its bursts of keys are told from typing, kept from every field, and go to one place."""

from __future__ import annotations

from inventory_app.ui.scanning.presenter import ScanPresenter

__all__ = ["ScanPresenter"]
