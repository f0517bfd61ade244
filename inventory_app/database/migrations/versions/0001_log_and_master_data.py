"""The log of actions, and the master data: products, places, lots, parties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from inventory_app.database.types import Document, Id, Key, Money, Quantity, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "action_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("reverses", sa.Uuid(), nullable=True),
        sa.Column("transaction_id", sa.BigInteger(), nullable=True),
        sa.Column("database_user", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["reverses"], ["action_log.id"], name=op.f("fk_action_log_reverses")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_log")),
        sa.UniqueConstraint("reverses", name=op.f("uq_action_log_reverses")),
    )
    op.create_index("ix_action_log_recorded_at_id", "action_log", ["recorded_at", "id"], unique=False)
    op.create_table(
        "action_result",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("result", Document, nullable=False),
        sa.Column("topics", Document, nullable=False),
        sa.Column("notes", Document, nullable=False),
        sa.ForeignKeyConstraint(["id"], ["action_log.id"], name=op.f("fk_action_result_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_result")),
    )
    op.create_table(
        "change_log",
        sa.Column("id", Id, nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.Column("record_kind", sa.Text(), nullable=False),
        sa.Column("record_id", Id, nullable=False),
        sa.Column("old_values", Document, nullable=False),
        sa.Column("new_values", Document, nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action_log.id"], name=op.f("fk_change_log_action_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_log")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_change_log_action_id"), "change_log", ["action_id"], unique=False)
    op.create_index(
        "ix_change_log_record_kind_record_id_id",
        "change_log",
        ["record_kind", "record_id", "id"],
        unique=False,
    )
    op.create_table(
        "import_run",
        sa.Column("id", Id, nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("request", Key, nullable=False),
        sa.Column("mapping", Document, nullable=False),
        sa.Column("options", Document, nullable=False),
        sa.Column("counts", Document, server_default=sa.text("'{}'"), nullable=False),
        sa.Column("imported_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action_log.id"], name=op.f("fk_import_run_action_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        sa.UniqueConstraint("action_id", name=op.f("uq_import_run_action_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_import_run_request"), "import_run", ["request"], unique=False)
    op.create_table(
        "category",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", Key, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("name", name=op.f("uq_category_name")),
    )
    op.create_table(
        "party",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", Key, nullable=False),
        sa.Column("is_supplier", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("is_customer", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 1000", name=op.f("ck_party_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        sa.UniqueConstraint("name", name=op.f("uq_party_name")),
    )
    op.create_table(
        "uom",
        sa.Column("id", Id, nullable=False),
        sa.Column("code", Key, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uom")),
        sa.UniqueConstraint("code", name=op.f("uq_uom_code")),
    )
    op.create_table(
        "location",
        sa.Column("id", Id, nullable=False),
        sa.Column("path", Key, nullable=False),
        sa.Column("code", Key, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="storage", nullable=False),
        sa.Column("parent_id", Id, nullable=True),
        sa.Column("negative_stock", sa.Text(), server_default="block", nullable=False),
        sa.Column("may_go_negative", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("action_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('storage', 'supplier', 'customer', 'transit', 'adjustment')",
            name=op.f("ck_location_kind_known"),
        ),
        sa.CheckConstraint("may_go_negative = (negative_stock <> 'block')", name=op.f("ck_location_policy_agrees")),
        sa.CheckConstraint(
            "negative_stock IN ('block', 'warn', 'allow')", name=op.f("ck_location_negative_stock_known")
        ),
        sa.CheckConstraint("length(code) BETWEEN 1 AND 1000", name=op.f("ck_location_code_length")),
        sa.ForeignKeyConstraint(["parent_id"], ["location.id"], name=op.f("fk_location_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location")),
        sa.UniqueConstraint("id", "may_go_negative", name=op.f("uq_location_id_may_go_negative")),
        sa.UniqueConstraint("parent_id", "code", name=op.f("uq_location_parent_id_code")),
        sa.UniqueConstraint("path", name=op.f("uq_location_path")),
    )
    op.create_table(
        "reason_code",
        sa.Column("code", Key, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("for_adjustment", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_reason_code")),
    )
    op.create_table(
        "product",
        sa.Column("id", Id, nullable=False),
        sa.Column("sku", Key, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("price", Money(), nullable=True),
        sa.Column("cost", Money(), nullable=True),
        sa.Column("category_id", Id, nullable=True),
        sa.Column("supplier_id", Id, nullable=True),
        sa.Column("uom_id", Id, server_default=sa.text("1"), nullable=False),
        sa.Column("tracking", sa.Text(), server_default="none", nullable=False),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("action_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("tracking IN ('none', 'lot', 'serial')", name=op.f("ck_product_tracking_known")),
        sa.CheckConstraint("cost >= 0", name=op.f("ck_product_cost_not_negative")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 1000", name=op.f("ck_product_name_length")),
        sa.CheckConstraint("length(sku) BETWEEN 1 AND 200", name=op.f("ck_product_sku_length")),
        sa.CheckConstraint("price >= 0", name=op.f("ck_product_price_not_negative")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_product_category_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["party.id"], name=op.f("fk_product_supplier_id")),
        sa.ForeignKeyConstraint(["uom_id"], ["uom.id"], name=op.f("fk_product_uom_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("sku", name=op.f("uq_product_sku")),
    )
    op.create_index(
        "ix_product_category_id",
        "product",
        ["category_id"],
        unique=False,
        postgresql_where=sa.text("category_id IS NOT NULL"),
        sqlite_where=sa.text("category_id IS NOT NULL"),
    )
    op.create_index("ix_product_name_id", "product", ["name", "id"], unique=False)
    op.create_table(
        "product_barcode",
        sa.Column("id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=False),
        sa.Column("barcode", Key, nullable=False),
        sa.Column("factor", Quantity(), server_default=sa.text("1000000"), nullable=False),
        sa.CheckConstraint("factor > 0", name=op.f("ck_product_barcode_factor_positive")),
        sa.CheckConstraint("length(barcode) BETWEEN 1 AND 200", name=op.f("ck_product_barcode_barcode_length")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_product_barcode_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_barcode")),
        sa.UniqueConstraint("barcode", name=op.f("uq_product_barcode_barcode")),
    )
    op.create_index(op.f("ix_product_barcode_product_id"), "product_barcode", ["product_id"], unique=False)
    op.create_table(
        "reorder_rule",
        sa.Column("product_id", Id, nullable=False),
        sa.Column("location_id", Id, nullable=False),
        sa.Column("reorder_point", Quantity(), server_default=sa.text("0"), nullable=False),
        sa.Column("reorder_quantity", Quantity(), nullable=True),
        sa.Column("safety_stock", Quantity(), nullable=True),
        sa.Column("lead_time_days", sa.Integer(), nullable=True),
        sa.CheckConstraint("reorder_point >= 0", name=op.f("ck_reorder_rule_reorder_point_not_negative")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_reorder_rule_location_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_reorder_rule_product_id")),
        sa.PrimaryKeyConstraint("product_id", "location_id", name=op.f("pk_reorder_rule")),
    )
    op.create_table(
        "lot",
        sa.Column("id", Id, nullable=False),
        sa.Column("product_id", Id, nullable=True),
        sa.Column("lot_number", Key, server_default="", nullable=False),
        sa.Column("serial", Key, server_default="", nullable=False),
        sa.Column("is_serial", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.CheckConstraint("id = 0 OR lot_number <> '' OR serial <> ''", name=op.f("ck_lot_lot_has_a_name")),
        sa.CheckConstraint("is_serial = (serial <> '')", name=op.f("ck_lot_serial_agrees")),
        sa.CheckConstraint("(id = 0) = (product_id IS NULL)", name=op.f("ck_lot_only_no_lot_has_no_product")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_lot_product_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot")),
        sa.UniqueConstraint("id", "is_serial", name=op.f("uq_lot_id_is_serial")),
        sa.UniqueConstraint("product_id", "lot_number", "serial", name=op.f("uq_lot_product_id_lot_number_serial")),
    )
    op.create_index(
        "uq_lot_product_serial",
        "lot",
        ["product_id", "serial"],
        unique=True,
        postgresql_where=sa.text("is_serial"),
        sqlite_where=sa.text("is_serial"),
    )
