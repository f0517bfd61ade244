"""Writing an order: what is typed becomes a draft, the draft an action, and its outcome comes back to the lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TypeGuard

from PySide6.QtCore import QObject, Qt, Signal

from inventory_app.actions.outcome import Cancelled, Committed, Conflict, DryRun, Failed, Refused, Unknown
from inventory_app.actions.place_order import PlaceOrder
from inventory_app.actions.transfer_stock import TransferLine, TransferStock
from inventory_app.queries.availability import Availability, availability, product_names
from inventory_app.queries.locations import storage_paths
from inventory_app.queries.parties import PartyRow, find_parties
from inventory_app.queries.products import ProductRow, find_products
from inventory_app.queries.scanned import Scanned, product_of_code
from inventory_app.queries.session import Session
from inventory_app.settings import declared
from inventory_app.ui.outcome_words import refusal_words, saved_before, sentence_of
from inventory_app.ui.runtime.action_runner import ActionRun
from inventory_app.ui.screen import Collaborators, Scan, Taken
from inventory_app.ui.screens.sales.draft import ONE, Draft
from inventory_app.ui.screens.sales.lines_table import LineRow
from inventory_app.ui.screens.sales.order_form import OrderForm, location_of
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import QT_TRANSLATE_NOOP, translate
from inventory_app.ui.widgets.banner import Banner
from inventory_app.ui.widgets.popup import Found
from inventory_app.ui.wish import Wish

NOT_PLACED = QT_TRANSLATE_NOOP("Sales", "The order was not placed and nothing was saved")
KEPT = QT_TRANSLATE_NOOP("Sales", "Everything you typed is still here.")
_FIRST_PLACE = "MAIN"


class OrderPresenter(QObject):
    """Lives as long as its form, its parent."""

    placed = Signal(str)  # number of the order
    changed = Signal()  # the draft is another one
    busy_changed = Signal(bool)  # an action of this form runs

    def __init__(self, with_: Collaborators, form: OrderForm, banner: Banner) -> None:
        super().__init__(form)
        self._with = with_
        self._form = form
        self._banner = banner
        self._order = Wish(with_.actions, self)  # one for each draft: it is placed once, however often it is tried
        self._transfer = Wish(with_.actions, self)  # what a remedy brings from another place
        self._own: ActionRun | None = None  # the newest try that was begun here, not in Activity
        self._transferred_sku = ""
        self._ship = False
        self._confirm = False
        self.draft = Draft()
        form.customer.wanted.connect(self._look_for_customers)
        form.add_line.wanted.connect(self._look_for_products)
        form.add_line.chosen.connect(self._product_chosen)
        form.add_line.entered.connect(self._product_entered)
        form.lines.lines.edited.connect(self._line_edited)
        form.lines.remedy_chosen.connect(self._remedy)
        form.location.currentIndexChanged.connect(self._location_changed)
        form.removed.connect(self.remove)
        for wish, ended in ((self._order, self._order_ended), (self._transfer, self._transfer_ended)):
            wish.began.connect(self._began)
            wish.ended.connect(ended)
        self._show()

    @property
    def busy(self) -> bool:
        return self._order.running or self._transfer.running

    # ---------------------------------------------------------------------------------------------- the draft

    def begin(self) -> None:
        """The form comes to the front: places and figures are asked for again."""
        self._with.queries.ask(self, "locations", storage_paths, self._locations_known)
        self._ask_available()

    def discard(self) -> None:
        """Begin anew."""
        self._form.clear()
        self._banner.clear()
        self._confirm = False
        self._order.renew()
        self._transfer.renew()
        self._take(Draft())

    def restore(self, action: PlaceOrder) -> None:
        """Bring the form of a refused order back, when nothing else is being written."""
        if self.draft.lines or self.busy:
            return
        self._order.renew(action.action_id)
        self._form.customer.set_value(None, action.customer)
        self._form.reference.setText(action.reference)
        self._form.show_locations([action.location], action.location)
        draft = Draft()
        for line in action.lines:
            draft = draft.add(line.sku, "", line.unit_price, line.quantity)
        self._take(draft)
        skus = tuple(line.sku for line in action.lines)
        self._with.queries.ask(self, "names", lambda session: product_names(session, skus), self._names_known)
        self.begin()

    def _names_known(self, names: Mapping[str, str]) -> None:
        self._take(self.draft.name(names))

    def remove(self, skus: Sequence[str]) -> None:
        self._take(self.draft.remove(skus))
        self._form.add_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, draft: Draft) -> None:
        self.draft = draft
        if not draft.short and not draft.wrong and not self.busy:
            self._banner.clear()
        self._show()

    def _show(self) -> None:
        self._form.show_draft(self.draft)
        self.changed.emit()

    def _line_edited(self, shown: LineRow, column: str, typed: str) -> None:
        mark = self._with.settings.get(declared.DECIMAL_MARK)
        change = self.draft.type_quantity if column == "quantity" else self.draft.type_price
        self._take(change(shown.line.sku, typed, mark))

    # ----------------------------------------------------------------------------------------- what is proposed

    def _look_for_customers(self, words: str, number: int) -> None:
        self._with.queries.ask(
            self,
            "customers",
            lambda session: find_parties(session, words, customer=True, limit=8),
            partial(self._customers_found, number),
        )

    def _customers_found(self, number: int, found: Sequence[PartyRow]) -> None:
        self._form.customer.show_found(number, [Found(one.id, one.name) for one in found])

    def _look_for_products(self, words: str, number: int) -> None:
        self._with.queries.ask(
            self,
            "products",
            lambda session: find_products(session, words, limit=12),
            partial(self._products_found, words, number),
        )

    def _products_found(self, words: str, number: int, found: Sequence[ProductRow]) -> None:
        note = "" if found else translate("Sales", "No product is called “{words}”").format(words=words)
        self._form.add_line.show_found(number, [_found(one) for one in found], note)

    def _product_entered(self, words: str) -> None:
        """Enter without a list: a whole sku or barcode was typed."""
        self._with.queries.ask(
            self, "products", lambda session: _meant(session, words), partial(self._product_meant, words)
        )

    def _product_meant(self, words: str, meant: tuple[Scanned | None, Sequence[ProductRow]]) -> None:
        exact, found = meant
        if exact is not None and not exact.product.archived:
            self._add(exact.product, exact.factor)
            return
        if len(found) == 1:
            self._add(found[0])
            return
        note = "" if found else translate("Sales", "No product has the SKU or barcode “{words}”").format(words=words)
        self._form.add_line.popup.show_found([_found(one) for one in found], note)

    def _product_chosen(self, found: Found) -> None:
        if isinstance(found.value, ProductRow):
            self._add(found.value)

    def _add(self, product: ProductRow, quantity: Decimal = ONE) -> None:
        self._form.add_line.take()
        self._add_line(product, quantity)

    def _add_line(self, product: ProductRow, quantity: Decimal) -> None:
        self._take(self.draft.add(product.sku, product.name, product.price, quantity))
        self._form.lines.select_key((product.sku, False))
        self._ask_available()

    def take_scan(self, scan: Scan) -> Taken | None:
        """A line for the product, or more on the line that it has; what is being typed elsewhere stays."""
        if scan.found is None:
            return None
        product = scan.found.product
        if product.archived:
            return Taken(
                translate("Sales", "{sku} {name} is archived and cannot be ordered").format(
                    sku=product.sku, name=product.name
                ),
                ok=False,
            )
        if self.busy:
            return Taken(
                translate("Sales", "The order is being saved; scan {sku} again when it is done").format(
                    sku=product.sku
                ),
                ok=False,
            )
        self._form.lines.finish_typing()
        self._add_line(product, scan.found.factor)
        line = next(line for line in self.draft.lines if line.sku == product.sku)
        ordered = formats.quantity(line.quantity) if line.quantity is not None else line.quantity_text
        return Taken(
            translate("Sales", "{sku} {name}: {ordered} ordered now").format(
                sku=product.sku, name=product.name, ordered=ordered
            )
        )

    # --------------------------------------------------------------------------------------------- its figures

    def _locations_known(self, paths: Sequence[str]) -> None:
        chosen = location_of(self._form.location) or _FIRST_PLACE
        self._form.show_locations(paths, chosen)
        self._ask_available()

    def _location_changed(self, _at: int) -> None:
        self._take(self.draft.settle_all())
        self._ask_available()

    def _ask_available(self) -> None:
        skus = tuple(line.sku for line in self.draft.lines)
        if skus:
            self._with.queries.ask(
                self, "available", lambda session: availability(session, skus), self._available_known
            )

    def _available_known(self, found: Sequence[Availability]) -> None:
        self.draft = self.draft.know(found, location_of(self._form.location))
        focused = self._form.lines.hasFocus()
        if self._form.lines.state() is not self._form.lines.State.EditingState:
            self._show()
        if focused:
            self._form.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------ placing, outcome

    def place(self, *, ship: bool = False) -> None:
        """Send the order as it stands; what can be seen to be wrong is shown instead."""
        if self.busy or not self._ready():
            return
        self._ship = ship
        action = PlaceOrder(
            location=location_of(self._form.location),
            lines=self.draft.order_lines(),
            reference=self._form.reference.text().strip(),
            customer=self._form.customer.text().strip(),
            ship=ship,
            confirm=self._confirm,
        )
        self._own = self._order.start(action)

    def _ready(self) -> bool:
        if not self.draft.lines:
            self._say(
                OutcomeLook.REFUSED,
                translate("Sales", "The order has no lines yet"),
                translate("Sales", "Add at least one product."),
            )
            self._form.add_line.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if wrong := [line for line in self.draft.lines if line.is_unreadable]:
            words = translate("Sales", "{count} line(s) cannot be read as a number", count=len(wrong))
            self._say(OutcomeLook.REFUSED, words.format(count=len(wrong)), _kept())
            self._form.lines.edit_quantity(wrong[0].sku)
            return False
        if self._with.actions.database is None:
            self._say(OutcomeLook.FAILED, translate("Sales", "No database is open"), _kept())
            return False
        return self._form.check()

    def _began(self, _run: ActionRun) -> None:
        self._banner.clear()
        self.busy_changed.emit(True)

    def _order_ended(self, run: ActionRun) -> None:
        self.busy_changed.emit(self.busy)
        outcome = run.outcome
        if not isinstance(outcome, Cancelled):
            self._transfer.renew()  # what was said of it does not hold any more
        match outcome:
            case Committed(result=result):
                self._done(run, str(result.get("order", "")))
            case Refused() as refused:
                self._refused(refused)
            case Failed() | Cancelled() if saved_before(outcome):
                self._say(OutcomeLook.FAILED, translate("Sales", "The order is placed already"), sentence_of(outcome))
            case Cancelled():
                self._say(OutcomeLook.CANCELLED, sentence_of(outcome), _kept())
            case Failed() | Conflict() | Unknown() | DryRun():
                self._say(OutcomeLook.FAILED, _not_placed(), f"{sentence_of(outcome)} {_kept()}")

    def _done(self, run: ActionRun, number: str) -> None:
        """The draft is an order now, also when it was Activity that tried once more."""
        self.discard()
        self.placed.emit(number)
        if run is not self._own:
            self._say(
                OutcomeLook.COMMITTED,
                translate("Sales", "{number} was placed by the retry in Activity").format(number=number),
                translate("Sales", "It is the order as it was when it was first tried; the form is empty again."),
            )

    def _refused(self, refused: Refused) -> None:
        short = refused.details.get("short")
        if _are_shortages(short):
            self.draft = self.draft.refuse(short)
            short, lines = len(self.draft.short), len(self.draft.lines)
            words = translate("Sales", "{short} of {lines} line(s) ask(s) for more than is available.", count=lines)
            self._say(OutcomeLook.REFUSED, _not_placed(), f"{words.format(short=short, lines=lines)} {_kept()}")
            self._show()
            self._form.lines.focus_remedy()
            self._ask_available()
            return
        place, _, rest = (refused.field or "").partition(".")
        number = rest.partition(".")[0]
        if place == "lines" and number.isdigit() and 1 <= int(number) <= len(self.draft.lines):
            self.draft = self.draft.blame(int(number), refusal_words(refused))
            self._show()
        else:
            self._form.show_refusal(refused.field, refusal_words(refused))
        self._say(OutcomeLook.REFUSED, _not_placed(), f"{refused.message} {_kept()}")

    def _say(self, look: OutcomeLook, title: str, detail: str) -> None:
        self._banner.show_message(look, title, detail)

    # ------------------------------------------------------------------------------------------------- remedies

    def _remedy(self, key: str, sku: str) -> None:
        line = next((one for one in self.draft.lines if one.sku == sku), None)
        shortage = line.shortage if line is not None else None
        if self.busy:
            return
        if key == "remove":
            self._take(self.draft.remove([sku]))
        elif shortage is not None and key == "reduce":
            self._take(self.draft.change(sku, quantity=shortage.available))
        elif shortage is not None and key == "confirm":
            self._confirm = True
            self._take(self.draft.settle(sku))
        elif shortage is not None and key == "transfer":
            lines = (TransferLine(sku, shortage.missing),)
            transfer = TransferStock(source=shortage.source, target=shortage.location, lines=lines)
            if sku != self._transferred_sku:
                self._transferred_sku = sku
                self._transfer.renew()
            self._own = self._transfer.start(transfer)
            return
        if not self._form.lines.focus_remedy():
            self._form.add_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _transfer_ended(self, run: ActionRun) -> None:
        """The first of two visible actions; the second follows when nothing else stands in its way."""
        self.busy_changed.emit(self.busy)
        outcome = run.outcome
        if outcome is not None and not isinstance(outcome, Committed):
            title = translate("Sales", "The transfer was not done and nothing was saved")
            if saved_before(outcome):
                title = translate("Sales", "The transfer is done already")
            self._say(OutcomeLook.REFUSED, title, sentence_of(outcome))
            self._form.lines.focus_remedy()
            return
        self._transfer.renew()
        self._take(self.draft.settle(self._transferred_sku))
        if self.draft.short:
            self._form.lines.focus_remedy()
        elif run is self._own:
            self.place(ship=self._ship)
        else:
            self._ask_available()


async def _meant(session: Session, words: str) -> tuple[Scanned | None, Sequence[ProductRow]]:
    """The product whose code these words are, and all that fit them."""
    return await product_of_code(session, words), await find_products(session, words, limit=12)


def _found(product: ProductRow) -> Found:
    available = formats.quantity(product.available)
    parts = [translate("Sales", "{quantity} available").format(quantity=available)]
    if product.price is not None:
        parts.append(formats.money(product.price))
    return Found(product, product.name, product.sku, " · ".join(parts))


def _kept() -> str:
    return translate("Sales", KEPT)


def _not_placed() -> str:
    return translate("Sales", NOT_PLACED)


def _are_shortages(told: object) -> TypeGuard[list[Mapping[str, object]]]:
    return isinstance(told, list) and all(isinstance(one, Mapping) and "wanted" in one for one in told)
