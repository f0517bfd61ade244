"""SQLite gave the number of a deleted product, party or place to the next new one; now none is used twice.

What an action did stands in change_log by number: taking it back would have changed somebody else's record.
"""

from __future__ import annotations

import re

from alembic import op
from sqlalchemy import Connection

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# The tables whose rows can be deleted and whose numbers stand in change_log under the same name.
_TABLES = ("party", "location", "product")


def upgrade() -> None:
    """PostgreSQL's sequences never go back. SQLite has to be told when a table is made: they are made anew."""
    bind = op.get_bind()
    if bind.dialect.name != "sqlite":
        return
    before = _dangling(bind)
    # Other tables' triggers and foreign keys name these tables, and keep meaning them through the renaming.
    bind.exec_driver_sql("PRAGMA legacy_alter_table = ON")
    try:
        for table in _TABLES:
            _make_anew(bind, table)
    finally:
        bind.exec_driver_sql("PRAGMA legacy_alter_table = OFF")
    if _dangling(bind) - before:
        raise RuntimeError("rows refer to nothing after the tables were made anew")


def _make_anew(bind: Connection, table: str) -> None:
    """The procedure of SQLite's documentation of ALTER TABLE; rows, indexes and triggers word for word."""
    words = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL AND type = ?"
    made: str = bind.exec_driver_sql(words, (table, "table")).scalar_one()
    rest = [row.sql for kind in ("index", "trigger") for row in bind.exec_driver_sql(words, (table, kind))]
    bind.exec_driver_sql(_with_numbers_of_its_own(made, table))
    bind.exec_driver_sql(f"INSERT INTO {table}_anew SELECT * FROM {table} ORDER BY id")  # noqa: S608
    bind.exec_driver_sql(f"DROP TABLE {table}")
    bind.exec_driver_sql(f"ALTER TABLE {table}_anew RENAME TO {table}")
    for statement in rest:
        bind.exec_driver_sql(statement)
    # Above those too that were deleted before now.
    bind.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    bind.exec_driver_sql(
        f"INSERT INTO sqlite_sequence (name, seq) SELECT '{table}', max((SELECT coalesce(max(id), 0) FROM {table}),"  # noqa: S608
        f" (SELECT coalesce(max(record_id), 0) FROM change_log WHERE record_kind = '{table}'))"
    )


def _with_numbers_of_its_own(made: str, table: str) -> str:
    for pattern, words in (
        (rf"CREATE TABLE {table} \(", f"CREATE TABLE {table}_anew ("),
        (rf"\s*CONSTRAINT pk_{table} PRIMARY KEY \(id\),", ""),
        (r"\bid INTEGER NOT NULL", "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT"),
    ):
        made, count = re.subn(pattern, words, made)
        if count != 1:
            raise RuntimeError(f"the table {table} is not as this program made it")
    return made


def _dangling(bind: Connection) -> set[tuple[object, ...]]:
    """Rows whose parent is missing: other programs may have left some, which is theirs to mend."""
    return {tuple(row) for row in bind.exec_driver_sql("PRAGMA foreign_key_check")}
