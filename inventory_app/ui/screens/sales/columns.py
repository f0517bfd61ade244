"""What the list of orders shows of each."""

from __future__ import annotations

from datetime import UTC, datetime

from inventory_app.queries.orders import SalesOrderRow
from inventory_app.ui.models.columns import Column
from inventory_app.ui.screens.sales.status import look_of
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate


def order_columns(currency: str) -> tuple[Column[SalesOrderRow], ...]:
    """The columns of the list; the currency stands in the header, not in each cell."""
    return (
        Column("number", translate("Sales", "Order"), lambda row: row.number, 92, sort="number", code=True),
        Column("customer", translate("Sales", "Customer"), lambda row: row.customer or "–", sort="customer"),
        Column("reference", translate("Sales", "Reference"), lambda row: row.reference, 88, sort="reference"),
        Column(
            "status",
            translate("Sales", "State"),
            lambda row: look_of(row.status).word,
            128,
            sort="status",
            look=lambda row: look_of(row.status),
        ),
        Column("location", translate("Sales", "Location"), lambda row: row.location, 76, sort="location"),
        Column(
            "placed_at", translate("Sales", "Placed"), lambda row: formats.moment(row.placed_at, datetime.now(UTC)), 108
        ),
        Column("lines", translate("Sales", "Lines"), lambda row: formats.number(row.lines), 48, right=True),
        Column("total", total_title(currency), lambda row: formats.money(row.total), 88, right=True, sort="total"),
    )


def total_title(currency: str) -> str:
    """The header of amounts, with their currency."""
    return (
        translate("Sales", "Total, {currency}").format(currency=currency) if currency else translate("Sales", "Total")
    )
