"""Verdicts on single rows, those that need no database: exactly, one by one, and the same for whole blocks."""
