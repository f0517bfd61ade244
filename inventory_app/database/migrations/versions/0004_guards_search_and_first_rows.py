"""What the engine itself guards, the index of the product search, and the rows every database begins with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APPEND_ONLY = ("stock_move", "action_log", "action_result", "change_log")
LOCATIONS = (
    ("MAIN", "Main stock", "storage"),
    ("SUPPLIER", "Suppliers", "supplier"),
    ("CUSTOMER", "Customers", "customer"),
    ("ADJUSTMENT", "Corrections", "adjustment"),
    ("TRANSIT", "On the way", "transit"),
)
REASONS = (
    ("COUNT", "Counted", True),
    ("DAMAGE", "Damaged", True),
    ("LOSS", "Lost", True),
    ("FOUND", "Found", True),
    ("EXPIRED", "Expired", True),
    ("OPENING", "Opening stock", True),
    ("SALE", "Sold", False),
    ("RETURN", "Returned", False),
    ("RECEIPT", "Received", False),
    ("TRANSFER", "Transferred", False),
    ("UNDO", "Taken back", False),
)


def upgrade() -> None:
    """Guards, search, first rows."""
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
        _search_sqlite()
    else:
        _guard_postgresql()
        _search_postgresql()
    _first_rows()


def _guard_sqlite() -> None:
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        # INSERT OR REPLACE deletes past the triggers above; it is stopped before it can.
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "
            f"BEGIN SELECT RAISE(ABORT, '{table} id exists'); END"
        )


def _guard_postgresql() -> None:
    op.execute(
        """
        CREATE FUNCTION stockroom_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'SR001';
        END $$
        """
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION stockroom_append_only()"
        )
    # The server itself says who was logged in and in which transaction: an action cannot claim otherwise by mistake.
    op.execute("ALTER TABLE action_log ALTER COLUMN database_user SET DEFAULT current_user")
    op.execute(
        "ALTER TABLE action_log ALTER COLUMN transaction_id "
        "SET DEFAULT CAST(CAST(pg_current_xact_id() AS text) AS bigint)"
    )


def _search_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE product_search USING fts5"
        "(sku, name, content='product', content_rowid='id', tokenize='trigram', detail='full')"
    )
    add = "INSERT INTO product_search (rowid, sku, name) VALUES (NEW.id, NEW.sku, NEW.name);"
    drop = "INSERT INTO product_search (product_search, rowid, sku, name) VALUES ('delete', OLD.id, OLD.sku, OLD.name);"
    op.execute(f"CREATE TRIGGER product_search_insert AFTER INSERT ON product BEGIN {add} END")
    op.execute(f"CREATE TRIGGER product_search_delete AFTER DELETE ON product BEGIN {drop} END")
    op.execute(
        "CREATE TRIGGER product_search_update AFTER UPDATE OF sku, name ON product "
        f"WHEN OLD.sku <> NEW.sku OR OLD.name <> NEW.name BEGIN {drop} {add} END"
    )


def _search_postgresql() -> None:
    # pg_trgm comes with the server's contrib package; without it the search is slower and gives the same.
    op.execute(
        """
        DO $$
        BEGIN
            IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
                CREATE INDEX ix_product_search ON product USING gin (sku gin_trgm_ops, name gin_trgm_ops);
            END IF;
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE NOTICE 'pg_trgm is not allowed here: the search works without it';
        END $$
        """
    )


def _first_rows() -> None:
    bind = op.get_bind()
    bind.execute(sa.text("INSERT INTO uom (id, code) VALUES (1, 'pcs')"))
    for code, name, kind in LOCATIONS:
        bind.execute(
            sa.text("INSERT INTO location (path, code, name, kind) VALUES (:code, :code, :name, :kind)"),
            {"code": code, "name": name, "kind": kind},
        )
    # Lot 0 means “no lot”: with it lot_id is never NULL, and the key of a level is always whole.
    bind.execute(sa.text("INSERT INTO lot (id, product_id, lot_number, serial) VALUES (0, NULL, '', '')"))
    for reason, name, chosen in REASONS:
        bind.execute(
            sa.text("INSERT INTO reason_code (code, name, for_adjustment) VALUES (:code, :name, :chosen)"),
            {"code": reason, "name": name, "chosen": chosen},
        )
    if bind.dialect.name == "postgresql":
        bind.execute(sa.text("SELECT setval('uom_id_seq', 1)"))
