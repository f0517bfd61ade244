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
            _refuse(f"{table}_no_{verb.lower()}", f"BEFORE {verb} ON {table}", f"{table} is append-only")
        # INSERT OR REPLACE deletes past the triggers above, by the id or by the row number that every table has.
        same = f"(SELECT 1 FROM {table} WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM {table} WHERE rowid = NEW.rowid)"  # noqa: S608
        _refuse(f"{table}_no_replace", f"BEFORE INSERT ON {table} WHEN EXISTS {same}", f"{table} id exists")
        # Until a row has its number triggers see −1: one that had it in earnest would make all others look double.
        _refuse(f"{table}_numbered", f"AFTER INSERT ON {table} WHEN NEW.rowid < 1", f"{table} row number below 1")
    twice = "NEW.reverses IS NOT NULL AND EXISTS (SELECT 1 FROM action_log WHERE reverses = NEW.reverses)"
    _refuse("action_log_once", f"BEFORE INSERT ON action_log WHEN {twice}", "action_log reverses exists")
    _guard_levels_sqlite()


def _guard_levels_sqlite() -> None:
    """What the foreign keys of a level do, for programs that do not switch foreign keys on."""
    differs = (
        "NEW.may_go_negative IS NOT (SELECT may_go_negative FROM location WHERE id = NEW.location_id)"
        " OR NEW.is_serial IS NOT (SELECT is_serial FROM lot WHERE id = NEW.lot_id)"
    )
    columns = "may_go_negative, is_serial, location_id, lot_id"
    for name, moment in (("insert", "INSERT"), ("update", f"UPDATE OF {columns}")):
        when = f"BEFORE {moment} ON stock_level WHEN {differs}"
        _refuse(f"stock_level_flags_{name}", when, "stock_level disagrees with its place or lot")
    for table, column in (("location", "may_go_negative"), ("lot", "is_serial")):
        follow = f"UPDATE stock_level SET {column} = NEW.{column} WHERE {table}_id = NEW.id;"  # noqa: S608
        op.execute(
            f"CREATE TRIGGER {table}_takes_levels_along AFTER UPDATE OF {column} ON {table} "
            f"WHEN OLD.{column} <> NEW.{column} BEGIN {follow} END"
        )
    op.execute(
        "CREATE TRIGGER location_replaced AFTER INSERT ON location BEGIN "
        "UPDATE stock_level SET may_go_negative = NEW.may_go_negative "
        "WHERE location_id = NEW.id AND may_go_negative <> NEW.may_go_negative; END"
    )


def _refuse(name: str, when: str, message: str) -> None:
    op.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{message}'); END")


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
        # Also in a session that calls itself a replica.
        op.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")
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
