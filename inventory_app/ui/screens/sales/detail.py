"""The panel beside the list: one order with its lines."""

from __future__ import annotations

from datetime import UTC, datetime

from inventory_app.domain.orders import SalesOrderStatus, words
from inventory_app.queries.orders import SalesOrderDetail, SalesOrderLineRow
from inventory_app.ui.theme import formats
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList, TwoLines
from inventory_app.ui.widgets.labels import text

_MOST_LINES = 60


class OrderDetailPanel(DetailPanel):
    """Shows nothing until an order is chosen."""

    def __init__(self) -> None:
        super().__init__(nothing="No order selected")
        self._figures = Figures(("Ordered", "Reserved", "Shipped"))
        self._lines = TwoLineList("Lines")
        self._returns = text("", "caption", wrap=True)
        for part in (self._figures, self._lines, self._returns):
            self.add(part)
        self.clear()

    def show_order(self, detail: SalesOrderDetail) -> None:
        order, lines = detail.order, detail.lines
        placed = formats.moment(order.placed_at, datetime.now(UTC))
        state = words(SalesOrderStatus(order.status))
        parts = (state, order.location, placed, order.reference)
        self.show_subject(order.number, order.customer or "Sold without a name", " · ".join(filter(None, parts)))
        self._figures.show_values(
            ordered=formats.quantity(sum(line.ordered for line in lines)),
            reserved=formats.quantity(sum(line.reserved for line in lines)),
            shipped=formats.quantity(sum(line.shipped for line in lines)),
        )
        entries = [_entry(line) for line in lines[:_MOST_LINES]]
        hidden = len(lines) - len(entries)
        caption = f"total {formats.money(order.total)}" if order.total is not None else ""
        self._lines.show_entries(f"{caption} · {hidden} more not shown" if hidden else caption, entries)
        self._returns.setText(f"Came back: {', '.join(detail.returns)}")
        self._returns.setVisible(bool(detail.returns))


def _entry(line: SalesOrderLineRow) -> TwoLines:
    done = []
    if line.reserved:
        done.append(f"{formats.quantity(line.reserved)} reserved")
    if line.shipped:
        done.append(f"{formats.quantity(line.shipped)} shipped")
    left = f"{formats.quantity(line.available)} available"
    return TwoLines(line.sku, line.name, formats.quantity(line.ordered), ", ".join(done) or "nothing held", left)
