"""Barcodes of products that there are, with the number of pieces in a pack."""
