"""Alembic's migrations: one head, run on both engines."""
