"""What is done with an order that is placed: ship it, cancel it, take goods back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from inventory_app.actions.action import Action
from inventory_app.actions.cancel_order import CancelOrder
from inventory_app.actions.outcome import Cancelled, Committed, Conflict, DryRun, Failed, Outcome, Refused, Unknown
from inventory_app.actions.return_goods import ReturnGoods, ReturnLine
from inventory_app.actions.ship_order import ShipLine, ShipOrder
from inventory_app.queries.locations import storage_paths
from inventory_app.queries.orders import SalesOrderDetail, order_detail
from inventory_app.queries.returned import returned_of_order
from inventory_app.settings import declared
from inventory_app.ui.outcome_words import saved_before, sentence_of
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.runtime.query_runner import QueryFailed
from inventory_app.ui.screen import Collaborators
from inventory_app.ui.screens.sales.lines_dialog import LinesDialog, Picking, PickLine, typed
from inventory_app.ui.theme import OutcomeLook, Size
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.wish import Wish

MakeAction: TypeAlias = Callable[[], Action]

_KEPT = QT_TRANSLATE_NOOP("Dialog", "What you typed is still here.")
_NOT_SAVED = QT_TRANSLATE_NOOP("Dialog", "Nothing was saved. What you typed is still here.")


@dataclass(slots=True)
class _Sum:
    """The lines of one product together."""

    sku: str
    name: str
    ordered: Decimal = Decimal(0)
    reserved: Decimal = Decimal(0)
    shipped: Decimal = Decimal(0)


class OrderWork(QObject):
    """Lives as long as the page, its parent."""

    def __init__(self, with_: Collaborators, page: QWidget, banner: Banner) -> None:
        super().__init__(page)
        self._with = with_
        self._page = page
        self._banner = banner
        self._background = Background(self)

    def cancel(self, number: str) -> None:
        """At once: undo takes it back."""
        self._with.actions.start(CancelOrder(order=number))

    def ship(self, number: str) -> None:
        self._background.start(self._ship(number), name="ship an order")

    def take_back(self, number: str) -> None:
        self._background.start(self._take_back(number), name="take goods back")

    async def _ship(self, number: str) -> None:
        detail = await self._detail(number)
        if detail is None:
            return
        mark = self._decimal_mark()
        lines = [
            PickLine(line.sku, line.name, line.ordered, line.reserved, typed(line.reserved, mark))
            for line in _by_sku(detail)
            if line.reserved
        ]
        if not lines:
            self._say(
                OutcomeLook.REFUSED,
                translate("Sales", "{number} holds nothing that could be shipped").format(number=number),
                "",
            )
            return
        words = Picking(
            translate("Sales", "Ship {number}").format(number=number),
            translate("Sales", "What leaves {location} now. The rest stays reserved.").format(
                location=detail.order.location
            ),
            translate("Sales", "&Ship {quantity}"),
            translate("Sales", "Reserved"),
            translate("Sales", "Ship now"),
        )
        dialog = LinesDialog(words, lines, self._decimal_mark(), parent=self._page.window())

        def action() -> Action:
            picked = () if dialog.all_picked else tuple(ShipLine(sku, amount) for sku, amount in dialog.picked)
            return ShipOrder(order=number, lines=picked)

        await self._until_saved(dialog, action)

    async def _take_back(self, number: str) -> None:
        detail = await self._detail(number)
        if detail is None:
            return
        try:
            back = await self._with.queries.read(lambda session: returned_of_order(session, number))
            places = await self._with.queries.read(storage_paths)
        except QueryFailed as failed:
            self._say(OutcomeLook.FAILED, translate("Sales", "The order cannot be read"), failed.fault.message)
            return
        lines = _still_out(detail, back)
        if not lines:
            self._say(
                OutcomeLook.REFUSED,
                translate("Sales", "Nothing of {number} is with the customer").format(number=number),
                translate("Sales", "It was not shipped yet."),
            )
            return
        location = plain_combo([(path, path) for path in places], width=Size.DATE, name=translate("Sales", "Location"))
        location.setCurrentIndex(max(location.findText(detail.order.location), 0))
        words = Picking(
            translate("Sales", "Take goods back: {number}").format(number=number),
            translate("Sales", "What came back, and where it is put."),
            translate("Sales", "&Take back {quantity}"),
            translate("Sales", "Still out"),
            translate("Sales", "Came back"),
        )
        form = Form([Field(translate("Sales", "&Put at"), location)], label_width=72)
        dialog = LinesDialog(words, lines, self._decimal_mark(), above=(form,), parent=self._page.window())

        def action() -> Action:
            picked = tuple(ReturnLine(sku, amount) for sku, amount in dialog.picked)
            return ReturnGoods(location=location.currentText(), lines=picked, order=number)

        await self._until_saved(dialog, action)

    async def _until_saved(self, dialog: LinesDialog, make: MakeAction) -> None:
        """The dialog stays, with what was typed, until the action is saved or the person leaves."""
        wish = Wish(self._with.actions, dialog)

        def save() -> None:
            if not wish.running:
                wish.start(make())

        def ended(run: ActionRun) -> None:
            dialog.set_saving(False)
            if run.outcome is not None:
                _show_outcome(dialog, run.outcome)

        dialog.save.clicked.connect(save)
        wish.began.connect(lambda _run: dialog.set_saving(True))
        wish.ended.connect(ended)
        await finished(dialog)
        if isValid(dialog):
            dialog.deleteLater()

    async def _detail(self, number: str) -> SalesOrderDetail | None:
        try:
            detail = await self._with.queries.read(lambda session: order_detail(session, number))
        except QueryFailed as failed:
            self._say(OutcomeLook.FAILED, translate("Sales", "The order cannot be read"), failed.fault.message)
            return None
        if detail is None:
            self._say(
                OutcomeLook.REFUSED, translate("Sales", "There is no order {number} any more").format(number=number), ""
            )
        return detail

    def _say(self, look: OutcomeLook, title: str, detail: str) -> None:
        self._banner.show_message(look, title, detail)

    def _decimal_mark(self) -> str:
        return self._with.settings.get(declared.DECIMAL_MARK)


def _show_outcome(dialog: LinesDialog, outcome: Outcome) -> None:
    match outcome:
        case Committed():
            dialog.done(QDialog.DialogCode.Accepted.value)
        case Refused():
            dialog.show_refusal(OutcomeLook.REFUSED, outcome.message, translate("Dialog", _NOT_SAVED))
        case Cancelled() | Failed() if saved_before(outcome):
            dialog.show_refusal(OutcomeLook.FAILED, sentence_of(outcome), translate("Dialog", _KEPT))
        case Cancelled():
            dialog.show_refusal(OutcomeLook.CANCELLED, translate("Sales", "Stopped"), translate("Dialog", _NOT_SAVED))
        case Failed() | Conflict() | Unknown() | DryRun():
            dialog.show_refusal(OutcomeLook.FAILED, sentence_of(outcome), translate("Dialog", _NOT_SAVED))


def _by_sku(detail: SalesOrderDetail) -> list[_Sum]:
    """One line per product: shipping and returning name products, not lines."""
    sums: dict[str, _Sum] = {}
    for line in detail.lines:
        one = sums.setdefault(line.sku, _Sum(line.sku, line.name))
        one.ordered += line.ordered
        one.reserved += line.reserved
        one.shipped += line.shipped
    return list(sums.values())


def _still_out(detail: SalesOrderDetail, back: Mapping[str, Decimal]) -> list[PickLine]:
    lines = []
    for line in _by_sku(detail):
        out = line.shipped - back.get(line.sku, Decimal(0))
        if out > 0:
            lines.append(PickLine(line.sku, line.name, line.ordered, out, "0"))
    return lines
