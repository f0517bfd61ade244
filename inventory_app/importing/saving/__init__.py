"""Staged rows into the database: checks against what is there, and the merge, in sets of rows and one transaction."""
