"""The sales screen: the list of orders with one of them beside it, and the page on which a new one is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.actions.place_order import PlaceOrder
from inventory_app.domain.orders import OPEN_SALES, SalesOrderStatus
from inventory_app.queries.orders import OrderFilter, SalesOrderDetail, SalesOrderRow, order_detail, sales_order_page
from inventory_app.queries.page import Order
from inventory_app.settings import declared
from inventory_app.ui.list_page import Beside, Exported, Filters, LiveList, Source
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.runtime.background import Background
from inventory_app.ui.runtime.dialogs import Choice, ask
from inventory_app.ui.screen import Collaborators, Scan, Taken
from inventory_app.ui.screens.sales.columns import order_columns
from inventory_app.ui.screens.sales.detail import OrderDetailPanel
from inventory_app.ui.screens.sales.order_form import OrderForm
from inventory_app.ui.screens.sales.order_presenter import OrderPresenter
from inventory_app.ui.screens.sales.work_presenter import OrderWork
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, native_keys, translate
from inventory_app.ui.widgets.buttons import Button, primary, quiet
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.empty_state import EmptyState, WayOut
from inventory_app.ui.widgets.field import plain_combo
from inventory_app.ui.widgets.page import Page

Work: TypeAlias = Callable[[str], None]

_BESIDE = (Beside("sales-orders", narrowed=True), Beside("customers"))
_PAUSE = 150  # ms after the last key until the list is asked for
_STATES: tuple[tuple[str, tuple[SalesOrderStatus, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Sales", "All states"), ()),
    (QT_TRANSLATE_NOOP("Sales", "Open"), OPEN_SALES),
    (QT_TRANSLATE_NOOP("Sales", "Placed"), (SalesOrderStatus.PLACED,)),
    (QT_TRANSLATE_NOOP("Sales", "Partly shipped"), (SalesOrderStatus.PARTLY_SHIPPED,)),
    (QT_TRANSLATE_NOOP("Sales", "Shipped"), (SalesOrderStatus.SHIPPED,)),
    (QT_TRANSLATE_NOOP("Sales", "Closed"), (SalesOrderStatus.CLOSED,)),
    (QT_TRANSLATE_NOOP("Sales", "Cancelled"), (SalesOrderStatus.CANCELLED,)),
)


class SalesPage(Page):
    """Two faces of one page: its head carries the actions of the face in front."""

    def __init__(self, with_: Collaborators) -> None:
        self._make_actions()
        list_actions, form_actions = self._list_actions, self._form_actions
        super().__init__(translate("Sales", "Sales"), "", *list_actions, *form_actions)
        self._with = with_
        self._background = Background(self)
        currency = with_.settings.get(declared.CURRENCY_SIGN)
        self._detail = OrderDetailPanel()
        self.listed = self._make_list(currency)
        self._form = OrderForm(currency, with_.settings.get(declared.DECIMAL_MARK))
        self._writing = OrderPresenter(with_, self._form, self.banner)
        self._work = OrderWork(with_, self, self.banner)
        self._wanted = ""  # number of the order to go to when the list has it
        self._stack = QStackedWidget()
        self._stack.addWidget(self.listed)
        self._stack.addWidget(self._form)
        self.set_body(self._stack)
        self._connect()
        self._show_face(0)

    # --------------------------------------------------------------------------------------------------- its parts

    def _make_actions(self) -> None:
        self._cancel = quiet(translate("Sales", "&Cancel order"), tip="Ctrl+Del")
        self._back = Button(
            translate("Sales", "Take &back…"), tip="Ctrl+Shift+B", name=translate("Sales", "Take goods back")
        )
        self._ship = Button(translate("Sales", "S&hip…"), tip="Ctrl+Shift+S", name=translate("Sales", "Ship"))
        self._new = primary(
            translate("Sales", "&New order"), tip="Ctrl+N or Ctrl+Enter", name=translate("Sales", "New order")
        )
        self._list_actions: tuple[Button, ...] = (self._cancel, self._back, self._ship, self._new)
        self._discard = quiet(translate("Sales", "&Discard…"))
        self._leave = quiet(
            translate("Sales", "All &orders"),
            tip=translate("Sales", "{keys}; what you wrote is kept").format(keys=native_keys("Esc")),
            name=translate("Sales", "All orders"),
        )
        self._place_and_ship = Button(
            translate("Sales", "Place and &ship"),
            tip=translate("Sales", "Sold over the counter ({keys})").format(keys=native_keys("Ctrl+Shift+Enter")),
        )
        self._place = primary(translate("Sales", "&Place order"), tip="Ctrl+Enter")
        self._form_actions: tuple[Button, ...] = (self._discard, self._leave, self._place_and_ship, self._place)

    def _make_list(self, currency: str) -> LiveList[SalesOrderRow]:
        self._filter = LineEdit(
            hint=translate("Sales", "Filter these orders"),
            icon_name="filter",
            name=translate("Sales", "Filter orders"),
            width=220,
        )
        self._states = plain_combo(
            [(translate("Sales", words), states) for words, states in _STATES],
            width=140,
            name=translate("Sales", "State"),
        )
        self._filters = Filters(self._filter, (self._states,), pause=_PAUSE)
        source = Source(
            order_columns(currency),
            lambda row: row.number,
            lambda: partial(sales_order_page, wanted=self._wanted_orders()),
            frozenset({Topic.SALES, Topic.PARTIES}),
            lambda count: translate("Sales", "{count} order(s)", count=count).format(count=formats.number(count)),
            Exported("orders", self._wanted_orders, Order("number", descending=True), beside=_BESIDE),
        )
        listed = LiveList(
            self._with,
            translate("Sales", "Orders"),
            source,
            detail=self._detail,
            filters=self._filters,
            nothing_yet=self._make_empty(),
        )
        listed.remember("sales")
        return listed

    def _make_empty(self) -> EmptyState:
        empty = EmptyState(
            "sales",
            translate("Sales", "No orders yet"),
            translate("Sales", "An order reserves what it asks for; shipping it takes it out of stock."),
            (
                WayOut(
                    "new",
                    "add",
                    translate("Sales", "New order"),
                    translate("Sales", "Scan or type what a customer takes"),
                    "Ctrl+N",
                ),
            ),
        )
        empty.chosen.connect(self._write)
        return empty

    def _connect(self) -> None:
        self._new.clicked.connect(self._write)
        self._ship.clicked.connect(partial(self._with_current, self._work.ship))
        self._back.clicked.connect(partial(self._with_current, self._work.take_back))
        self._cancel.clicked.connect(partial(self._with_current, self._work.cancel))
        self._place.clicked.connect(partial(self._place_order, False))
        self._place_and_ship.clicked.connect(partial(self._place_order, True))
        self._discard.clicked.connect(self._ask_discard)
        self._leave.clicked.connect(self.go_back)
        self.listed.captioned.connect(self._show_caption)
        self.listed.current_changed.connect(self._current_changed)
        self.listed.opened.connect(self._opened)
        self.listed.model.refreshed.connect(self._go_to_wanted)
        self._writing.placed.connect(self._placed)
        self._writing.changed.connect(self._draft_changed)
        self._writing.busy_changed.connect(self._busy)
        for keys, button in (
            ("Ctrl+N", self._new), ("Ctrl+Shift+S", self._ship), ("Ctrl+Shift+B", self._back),
            ("Ctrl+Del", self._cancel), ("Ctrl+Shift+Return", self._place_and_ship),
            ("Ctrl+Shift+Enter", self._place_and_ship),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(_press, button))

    # ---------------------------------------------------------------------------------------------------- two faces

    @property
    def writing(self) -> bool:
        """Whether the order that is being written is in front."""
        return self._stack.currentIndex() == 1

    def _show_face(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.banner.clear()
        for button in self._list_actions:
            button.setVisible(at == 0)
        for button in self._form_actions:
            button.setVisible(at == 1)
        self.set_primary(self._place if at else self._new)
        self.head.set_title(translate("Sales", "New order") if at else translate("Sales", "Sales"))
        self._draft_changed()
        if at == 0:
            self._current_changed(self.listed.current)

    def _write(self, _way: object = None) -> None:
        self._show_face(1)
        self._writing.begin()
        self._form.add_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draft_changed(self) -> None:
        count = len(self._writing.draft.lines)
        words = translate("Sales", "Continue order, {count} line(s)", count=count).format(count=formats.number(count))
        self._new.set_words(words if count else translate("Sales", "&New order"), translate("Sales", "New order"))
        self._discard.setVisible(self.writing and count > 0)
        if self.writing:
            words = translate("Sales", "{count} line(s), not saved yet", count=count).format(
                count=formats.number(count)
            )
            self.head.set_caption(words if count else translate("Sales", "not saved yet"))

    def _place_order(self, ship: bool, _checked: bool = False) -> None:
        self._writing.place(ship=ship)

    def _busy(self, busy: bool) -> None:
        self._form.setEnabled(not busy)
        for button in (self._place, self._place_and_ship, self._discard):
            button.setEnabled(not busy)
        if busy:
            self.head.set_caption(translate("Sales", "Saving…"))
        else:
            self._draft_changed()

    def _placed(self, number: str) -> None:
        self._wanted = number
        self._filters.clear()
        self._show_face(0)
        self.listed.refresh()
        self.listed.take_focus()

    def _ask_discard(self) -> None:
        self._background.start(self._discarded(), name="discard the order")

    async def _discarded(self) -> None:
        count = len(self._writing.draft.lines)
        choices = [
            Choice("discard", translate("Sales", "&Discard the order")),
            Choice("keep", translate("Sales", "&Keep writing"), primary=True),
        ]
        words = translate("Sales", "{count} line(s) that you wrote would be lost; nothing of it is saved.", count=count)
        words = words.format(count=formats.number(count))
        if (
            await ask(self, translate("Sales", "Discard this order?"), words, choices, look=OutcomeLook.REFUSED)
            == "discard"
        ):
            self._writing.discard()
            self._show_face(0)

    # ------------------------------------------------------------------------------------------------------ the list

    def _wanted_orders(self) -> OrderFilter:
        states: tuple[SalesOrderStatus, ...] = self._states.currentData() or ()
        return OrderFilter(self._filter.text().strip(), states)

    def _show_caption(self, words: str) -> None:
        if not self.writing:
            self.head.set_caption(words)

    def _current_changed(self, row: SalesOrderRow | None) -> None:
        shipped = row is not None and row.status in (
            SalesOrderStatus.SHIPPED, SalesOrderStatus.PARTLY_SHIPPED, SalesOrderStatus.CLOSED,
        )  # fmt: skip
        self._ship.setEnabled(row is not None and row.is_open)
        self._cancel.setEnabled(row is not None and row.is_open)
        self._back.setEnabled(shipped)
        if row is None:
            self._detail.clear()
            return
        number = row.number
        self._with.queries.ask(self, "order", lambda session: order_detail(session, number), self._show_order)

    def _show_order(self, detail: SalesOrderDetail | None) -> None:
        if detail is None:
            self._detail.clear()
        else:
            self._detail.show_order(detail)

    def _with_current(self, do: Work, _checked: bool = False) -> None:
        row = self.listed.current
        if row is not None:
            self.banner.clear()
            do(row.number)

    def _opened(self, row: SalesOrderRow) -> None:
        if row.is_open:
            self._work.ship(row.number)

    def _go_to_wanted(self) -> None:
        if self._wanted and self.listed.table.select_key(self._wanted):
            self._wanted = ""

    # ----------------------------------------------------------------------------------------- what the window calls

    def show_item(self, argument: object) -> None:
        """An order's number, "new", or the run of an order that was refused: its form comes back."""
        if isinstance(argument, ActionRun) and isinstance(argument.action, PlaceOrder):
            self._writing.restore(argument.action)
            self._write()
        elif isinstance(argument, ActionRun):
            order = getattr(argument.action, "order", "")
            if order:
                self._show_order_in_list(str(order))
        elif argument in ("new", ("new",)):
            self._write()
        elif isinstance(argument, str):
            self._show_order_in_list(argument)

    def take_scan(self, scan: Scan) -> Taken | None:
        """While an order is written: another line, or more on a line that is there."""
        return self._writing.take_scan(scan) if self.writing else None

    def _show_order_in_list(self, number: str) -> None:
        self._show_face(0)
        self._wanted = number
        self._filter.setText(number)
        self._states.setCurrentIndex(0)
        self.listed.restart()

    @override
    def refresh(self) -> None:
        self.listed.refresh()
        if self.writing:
            self._writing.begin()

    @override
    def go_back(self) -> bool:
        if not self.writing:
            return False
        self._show_face(0)
        self.listed.take_focus()
        return True

    @override
    def enter(self) -> None:
        if self.writing:
            self._form.add_line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.listed.take_focus()

    @override
    def holds_typing(self) -> str:
        count = len(self._writing.draft.lines)
        words = translate("Sales", "The order you are writing ({count} line(s))", count=count)
        return words.format(count=formats.number(count)) if count else ""


def _press(button: Button) -> None:
    if button.isVisible() and button.isEnabled():
        button.click()
