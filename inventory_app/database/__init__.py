"""Engines, sessions, tables, migrations and the faults of drivers; the only place that knows aiosqlite and asyncpg."""
