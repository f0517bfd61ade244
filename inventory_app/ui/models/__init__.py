"""Table models over frozen rows, and the declarations of their columns.

They know neither databases nor tasks.
"""
