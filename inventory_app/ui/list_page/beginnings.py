"""The ways out of an empty catalogue, which the lists of products and of stock offer alike."""

from __future__ import annotations

from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.empty_state import WayOut


def first_products() -> tuple[WayOut, ...]:
    """A file, or a product by hand."""
    return (
        WayOut(
            "imports", "imports", translate("Lists", "Import a file"),
            translate("Lists", "CSV, Excel or OpenDocument, from a shop system or your own list"), "Ctrl+I",
        ),
        WayOut(
            "product", "add", translate("Lists", "Add a product by hand"),
            translate("Lists", "SKU and name are enough to begin"), "Ctrl+N",
        ),
    )  # fmt: skip
