"""Reorder points of products that there are, at any place."""
