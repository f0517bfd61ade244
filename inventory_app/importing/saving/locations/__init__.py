"""Locations: the tree of places."""
