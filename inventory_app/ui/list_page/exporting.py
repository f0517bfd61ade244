"""A list as a file: its Export… button, and what it shows at this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inventory_app.queries.page import Order
from inventory_app.ui.export_dialog import ExportDialog, Offer

if TYPE_CHECKING:
    from inventory_app.ui.list_page.frame import ListFrame
    from inventory_app.ui.screen import Collaborators
    from inventory_app.ui.widgets.buttons import Button


@dataclass(frozen=True)
class Exported:
    """How a list is exported: the kind of export, what its filters ask for now, and its order while none is chosen.

    ``names`` are the columns and orders that the export calls otherwise than the list.
    """

    kind: str
    wanted: Callable[[], object]
    order: Order | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    def offer(self, listed: ListFrame) -> Offer:
        """What the list shows at this moment."""
        order = self.order
        if listed.model.order is not None:
            key, descending = listed.model.order
            sort = listed.model.columns[listed.model.column_at(key)].sort or key
            order = Order(self._name(sort), descending)
        shown = tuple(self._name(column.key) for column in listed.table.columns.shown)
        return Offer(self.kind, self.wanted(), order, shown)

    def _name(self, name: str) -> str:
        return self.names.get(name, name)


def offer_export(listed: ListFrame, with_: Collaborators, exported: Exported, button: Button | None = None) -> None:
    """Let the button at the filters open the dialog, or another one; nothing is written while no database is in use."""
    opens = listed.filters.export_button if listed.filters is not None else button
    if opens is None:
        return

    def open_dialog(*_clicked: Any) -> None:
        if with_.queries.database is not None:
            dialog = ExportDialog(with_.queries.database, exported.offer(listed), listed)
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()

    opens.show()
    opens.clicked.connect(open_dialog)
