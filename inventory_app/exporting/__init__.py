"""Rows out of the database into files: the mirror of importing."""
