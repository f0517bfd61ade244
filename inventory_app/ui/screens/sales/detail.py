"""The panel beside the list: one order with its lines."""

from __future__ import annotations

from datetime import UTC, datetime

from inventory_app.queries.orders import SalesOrderDetail, SalesOrderLineRow
from inventory_app.ui.screens.sales.status import look_of
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.detail_panel import DetailPanel, Figures, TwoLineList, TwoLines
from inventory_app.ui.widgets.labels import text

_MOST_LINES = 60


class OrderDetailPanel(DetailPanel):
    """Shows nothing until an order is chosen."""

    def __init__(self) -> None:
        super().__init__(nothing=translate("Sales", "No order selected"))
        self._figures = Figures(
            (translate("Sales", "Ordered"), translate("Sales", "Reserved"), translate("Sales", "Shipped"))
        )
        self._lines = TwoLineList(translate("Sales", "Lines"))
        self._returns = text("", "caption", wrap=True)
        for part in (self._figures, self._lines, self._returns):
            self.add(part)
        self.clear()

    def show_order(self, detail: SalesOrderDetail) -> None:
        order, lines = detail.order, detail.lines
        placed = formats.moment(order.placed_at, datetime.now(UTC))
        state = look_of(order.status).word
        where = " · ".join(filter(None, (state, order.location, placed, order.reference)))
        self.show_subject(order.number, order.customer or translate("Sales", "Sold without a name"), where)
        self._figures.show_values(
            ordered=formats.quantity(sum(line.ordered for line in lines)),
            reserved=formats.quantity(sum(line.reserved for line in lines)),
            shipped=formats.quantity(sum(line.shipped for line in lines)),
        )
        entries = [_entry(line) for line in lines[:_MOST_LINES]]
        hidden = len(lines) - len(entries)
        parts = []
        if order.total is not None:
            parts.append(translate("Sales", "total {amount}").format(amount=formats.money(order.total)))
        if hidden:
            parts.append(translate("Sales", "{count} more not shown", count=hidden).format(count=hidden))
        self._lines.show_entries(" · ".join(parts), entries)
        self._returns.setText(translate("Sales", "Came back: {returns}").format(returns=", ".join(detail.returns)))
        self._returns.setVisible(bool(detail.returns))


def _entry(line: SalesOrderLineRow) -> TwoLines:
    done = []
    if line.reserved:
        done.append(translate("Sales", "{reserved} reserved").format(reserved=formats.quantity(line.reserved)))
    if line.shipped:
        done.append(translate("Sales", "{shipped} shipped").format(shipped=formats.quantity(line.shipped)))
    left = translate("Sales", "{available} available").format(available=formats.quantity(line.available))
    return TwoLines(
        line.sku, line.name, formats.quantity(line.ordered), ", ".join(done) or translate("Sales", "nothing held"), left
    )
