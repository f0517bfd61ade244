"""A list as a file: its Export… button, what it shows at this moment, and what else belongs to it."""

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
class Beside:
    """Another kind of export that people look for at a list. ``narrowed``: its filter and order hold for that too."""

    kind: str
    narrowed: bool = False


@dataclass(frozen=True)
class Exported:
    """How a list is exported: the kind of export, what its filters ask for now, and its order while none is chosen.

    ``names`` are the columns and orders that the export calls otherwise than the list.
    """

    kind: str
    wanted: Callable[[], object]
    order: Order | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[Beside, ...] = ()

    def offers(self, listed: ListFrame) -> tuple[Offer, ...]:
        """What the list shows at this moment, then what else there is."""
        order = self.order
        if listed.model.order is not None:
            key, descending = listed.model.order
            sort = listed.model.columns[listed.model.column_at(key)].sort or key
            order = Order(self._name(sort), descending)
        shown = tuple(self._name(column.key) for column in listed.table.columns.shown)
        wanted = self.wanted()
        others = [
            Offer(one.kind, wanted, order, narrowed=True) if one.narrowed else Offer(one.kind) for one in self.beside
        ]
        return (Offer(self.kind, wanted, order, shown, narrowed=True), *others)

    def _name(self, name: str) -> str:
        return self.names.get(name, name)


def offer_export(listed: ListFrame, with_: Collaborators, exported: Exported, button: Button | None = None) -> None:
    """Let the button at the filters open the dialog, or another one; nothing is written while no database is in use."""
    opens = listed.filters.export_button if listed.filters is not None else button
    if opens is None:
        return

    def open_dialog(*_clicked: Any) -> None:
        if with_.queries.database is not None:
            dialog = ExportDialog(with_.queries.database, exported.offers(listed), with_.writings, listed)
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()

    opens.show()
    opens.clicked.connect(open_dialog)
