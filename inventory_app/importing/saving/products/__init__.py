"""Products with their barcodes, reorder points and opening stock."""
