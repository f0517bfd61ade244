"""The dialog that corrects what is on hand of one product at one place, with a reason."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.domain.errors import Refusal
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import require_change
from inventory_app.domain.stock import Level, NegativeStock, Tracking
from inventory_app.queries.products import ProductDetail, ProductRow, product_detail
from inventory_app.settings import declared
from inventory_app.ui.action_dialog import ActionDialog
from inventory_app.ui.product_picker import ProductPicker, SuggestBox
from inventory_app.ui.runtime.query_runner import QueryFailed
from inventory_app.ui.screen import Scan, Taken
from inventory_app.ui.screens.stock.levels import Choices, choices, level_of, levels_at, remark, why_not
from inventory_app.ui.theme import OutcomeLook, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import link
from inventory_app.ui.widgets.edits import QuantityEdit
from inventory_app.ui.widgets.field import Field, Form, plain_combo
from inventory_app.ui.widgets.labels import Glyph, retone, text
from inventory_app.ui.widgets.layout import box, row

if TYPE_CHECKING:
    from inventory_app.actions.action import Action
    from inventory_app.actions.outcome import Refused
    from inventory_app.queries.session import Session
    from inventory_app.queries.stock import LevelRow
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screen import Collaborators

_FIELDS = {"sku": "product", "quantity": "change"}  # the action's names → the controls'


class AdjustDialog(ActionDialog):
    """A signed change, or what it should be; what comes out is shown while one types."""

    def __init__(self, parts: Collaborators, parent: QWidget) -> None:
        self._parts = parts
        self._mark = parts.settings.get(declared.DECIMAL_MARK)
        self._rows: tuple[LevelRow, ...] = ()
        self._known = False  # whether the figures of product, place and lot are here
        self._sets = False  # "set to" instead of "change by"
        self._wanted_sku = self._wanted_location = self._wanted_reason = ""
        self._make_fields()
        super().__init__(translate("Stock", "Adjust stock"), parts.actions, self._form, width=500, parent=parent)
        self._form.changed.connect(self.typed)
        self.picker.picked.connect(self._product_changed)
        self.picker.unpicked.connect(self._product_changed)
        self.picker.unknown.connect(self._product_unknown)
        self.location.currentIndexChanged.connect(self._ask_levels)
        self.quantity.textEdited.connect(self._ask_levels)
        self.quantity.textChanged.connect(self._show_result)
        self.lot.textChanged.connect(self._lot_changed)
        self.serial.textChanged.connect(self._lot_changed)
        self.toggle.clicked.connect(self._toggle)
        self._show_lots()
        self._show_result()
        parts.health.came_back.connect(self._load)
        self._load()

    def _load(self) -> None:
        """The places and reasons; again when the database has come back."""
        self._parts.queries.ask(self, "choices", choices, self._offer, failed=self._no_answer)
        if self._wanted_sku and self.picker.product is None:
            question = partial(_product, self._wanted_sku)
            self._parts.queries.ask(self, "prefill", question, self._prefilled, failed=self._no_answer)

    def _make_fields(self) -> None:
        self.picker = ProductPicker(self._parts.queries)
        self.location = plain_combo([], width=200, name=translate("Stock", "Location"))
        self.quantity = QuantityEdit(decimal_mark=self._mark, name=translate("Stock", "Change"))
        self.lot = SuggestBox(name=translate("Stock", "Lot"), width=200)
        self.serial = SuggestBox(name=translate("Stock", "Serial"), width=200)
        self.reason = plain_combo([], width=200, name=translate("Stock", "Reason"))
        self.reason.setPlaceholderText(translate("Stock", "Choose why"))
        self.unit = text("", "caption")
        self.toggle = link(translate("Stock", "Set &to instead"), tip=translate("Stock", "Type what should be on hand"))
        self._before = text("", "section")
        self._after = text("", "section")
        self._arrow = Glyph("chevron-right", "muted", 16)
        self._remark = text("", "caption")
        result = box(row(self._before, self._arrow, self._after, self._remark, None))
        self._product_field = Field(translate("Stock", "&Product"), self.picker, self._check_product)
        self._lot_field = Field(translate("Stock", "L&ot"), self.lot, self._check_lot)
        self._serial_field = Field(translate("Stock", "Ser&ial"), self.serial, self._check_serial)
        self._quantity_field = Field(
            translate("Stock", "&Change"), self.quantity, self._check_quantity, after=[self.unit, self.toggle]
        )
        self._form = Form([
            self._product_field,
            Field(translate("Stock", "&Location"), self.location, self._check_location),
            self._lot_field,
            self._serial_field,
            self._quantity_field,
            (translate("Stock", "On hand"), result),
            Field(translate("Stock", "&Reason"), self.reason, self._check_reason),
        ])  # fmt: skip

    # -------------------------------------------------------------------------------------------- filling

    def prefill(self, sku: str, location: str = "", lot: str = "", serial: str = "") -> None:
        """Begin with a product and a place; the person types only the change."""
        self._wanted_location = location
        self.lot.setText(lot)
        self.serial.setText(serial)
        self._wanted_sku = sku
        self.picker.set_value(None, sku)
        self._load()
        self.quantity.setFocus()

    def take_over(self, action: AdjustStock) -> None:
        """Begin with what was typed once: an action that was refused."""
        self.prefill(action.sku, action.location, action.lot, action.serial)
        self.quantity.setText(plain(action.quantity).replace(".", self._mark))
        self._wanted_reason = action.reason
        self.reason.setCurrentIndex(self.reason.findData(action.reason))

    def _prefilled(self, found: ProductDetail | None) -> None:
        if found is not None and self.picker.product is None:
            self.picker.pick(found.product)

    def _offer(self, found: Choices) -> None:
        if self.location.count():
            return
        self.banner.clear()
        for place in found.locations:
            words = f"{place.path}  {place.name}" if place.name else place.path
            self.location.addItem(words, place)
        paths = [place.path for place in found.locations]
        if self._wanted_location in paths:
            self.location.setCurrentIndex(paths.index(self._wanted_location))
        for reason in found.reasons:
            self.reason.addItem(f"{reason.code}  {reason.name}", reason.code)
        self.reason.setCurrentIndex(self.reason.findData(self._wanted_reason) if self._wanted_reason else -1)
        self._form.reset()
        self._ask_levels()

    def _no_answer(self, fault: QueryFault) -> None:
        told = translate("Stock", "Places and reasons come as soon as the database answers. What you typed stays.")
        self.banner.show_message(OutcomeLook.FAILED, fault.message, told)

    # ---------------------------------------------------------------------------------------- what is known

    @property
    def _policy(self) -> NegativeStock:
        place = self.location.currentData()
        return NegativeStock(place.negative_stock) if place is not None else NegativeStock.BLOCK

    @property
    def _path(self) -> str:
        place = self.location.currentData()
        return place.path if place is not None else ""

    @property
    def _level(self) -> Level:
        return level_of(self._rows, self._lot, self._serial)

    @property
    def _lot(self) -> str:
        return self.lot.text().strip() if self._has_lots else ""

    @property
    def _serial(self) -> str:
        return self.serial.text().strip() if self._has_serials else ""

    @property
    def _tracking(self) -> Tracking:
        product = self.picker.product
        return Tracking(product.tracking) if product is not None else Tracking.NONE

    @property
    def _has_lots(self) -> bool:
        return self._tracking is Tracking.LOT or any(one.lot for one in self._rows)

    @property
    def _has_serials(self) -> bool:
        return self._tracking is Tracking.SERIAL or any(one.serial for one in self._rows)

    def _change(self, level: Level) -> Decimal | None:
        typed = self.quantity.value
        if typed is None:
            return None
        return typed - level.on_hand if self._sets else typed

    def _product_changed(self, product: ProductRow | None = None) -> None:
        self.unit.setText(product.uom if product is not None else "")
        self._product_field.recheck()
        self._rows, self._known = (), False
        self._ask_levels()
        self._show_lots()

    def take_scan(self, scan: Scan) -> Taken | None:
        """Its product, unless a change of another one has been typed already."""
        if scan.found is None:
            return None
        product, now = scan.found.product, self.picker.product
        if self.saving or (now is not None and now.sku != product.sku and self.is_dirty()):
            words = translate("Stock", "Save the change of {sku} first")
            return Taken(words.format(sku=now.sku if now is not None else product.sku), ok=False)
        if now is None or now.sku != product.sku:
            self.picker.pick(product)
            self.quantity.setFocus()
        return Taken(f"{product.sku} {product.name}")

    def _product_unknown(self, code: str) -> None:
        self._product_field.show_message(
            translate("Stock", "There is no product with the code {code}.").format(code=code)
        )

    def _ask_levels(self, _what: object = None) -> None:
        """The figures of this moment: asked again at each key, they may have changed since the form was opened."""
        product, path = self.picker.product, self._path
        if product is None or not path:
            self._rows, self._known = (), False
            self._show_result()
            return
        self._parts.queries.ask(self, "levels", partial(levels_at, product.sku, path), self._take_levels)

    def _take_levels(self, rows: tuple[LevelRow, ...]) -> None:
        self._rows, self._known = rows, True
        self.lot.suggest([one.lot for one in rows if one.lot])
        self.serial.suggest([one.serial for one in rows if one.serial and one.on_hand > 0])
        self._show_lots()
        self._show_result()

    def _lot_changed(self, _words: str) -> None:
        self._show_result()

    def _show_lots(self) -> None:
        layout = self._form.layout()
        if isinstance(layout, QFormLayout):
            layout.setRowVisible(self._lot_field, self._has_lots)
            layout.setRowVisible(self._serial_field, self._has_serials)
        self.fit()

    def _show_result(self, _what: object = None) -> None:
        level = self._level
        change = self._change(level) if self._known else None
        self._before.setText(formats.quantity(level.on_hand) if self._known else "–")
        for part in (self._arrow, self._after, self._remark):
            part.setVisible(change is not None)
        if change is not None:
            after = level.on_hand + change
            self._after.setText(formats.quantity(after))
            retone(self._after, "failed" if after < 0 else "")
            self._remark.setText(remark(level, change, self._policy))
        self._quantity_field.recheck()
        self.update_save()

    def _toggle(self) -> None:
        self._sets = not self._sets
        self._quantity_field.label.setText(
            translate("Stock", "Set t&o") if self._sets else translate("Stock", "&Change")
        )
        self.quantity.setAccessibleName(translate("Stock", "Set to") if self._sets else translate("Stock", "Change"))
        self.toggle.set_words(
            translate("Stock", "&Type a change instead") if self._sets else translate("Stock", "Set &to instead")
        )
        self._show_result()
        self.quantity.setFocus()
        self.quantity.selectAll()

    # ------------------------------------------------------------------------------------------- checking

    def _check_product(self, _words: str) -> str:
        return (
            ""
            if self.picker.product is not None
            else translate("Stock", "Choose a product: type its SKU, name or barcode.")
        )

    def _check_location(self, _words: str) -> str:
        return "" if self._path else translate("Stock", "Choose where.")

    def _check_reason(self, _words: str) -> str:
        return "" if self.reason.currentData() is not None else translate("Stock", "Choose why it changes.")

    def _check_lot(self, words: str) -> str:
        needed = self._tracking is Tracking.LOT and not words.strip()
        return translate("Stock", "This product is tracked by lot: name the lot.") if needed else ""

    def _check_serial(self, words: str) -> str:
        needed = self._tracking is Tracking.SERIAL and not words.strip()
        return translate("Stock", "This product is tracked by serial number: name the piece.") if needed else ""

    def _check_quantity(self, words: str) -> str:
        if not words.strip():
            return (
                translate("Stock", "Type how many are there.")
                if self._sets
                else translate("Stock", "Type how many come in (+) or go out (−).")
            )
        if self.quantity.problem:
            return self.quantity.problem
        level = self._level
        change = self._change(level)
        if not self._known or change is None:
            return ""
        if change == 0:
            return (
                translate("Stock", "{on_hand} are on hand already.").format(on_hand=formats.quantity(level.on_hand))
                if self._sets
                else translate("Stock", "0 changes nothing.")
            )
        return why_not(level, change, self._path, self._policy)

    # --------------------------------------------------------------------------------------------- saving

    @override
    def form(self) -> Form:
        return self._form

    @override
    def is_dirty(self) -> bool:
        return bool(self.quantity.text().strip())

    @override
    def field_of(self, refused: Refused) -> str | None:
        self._ask_levels()
        return _FIELDS.get(refused.field or "", refused.field)

    @override
    async def action(self, *, confirm: bool) -> Action | None:
        product = self.picker.product
        if product is None:
            return None
        change = self.quantity.value
        if self._sets:
            change = await self._change_to_set(product.sku)
        if change is None:
            return None
        try:
            require_change(change)
        except Refusal as refusal:
            self._quantity_field.show_message(refusal.message.partition(": ")[2] or refusal.message)
            return None
        return AdjustStock(
            sku=product.sku,
            location=self._path,
            quantity=change,
            reason=str(self.reason.currentData()),
            lot=self._lot,
            serial=self._serial,
            confirm=confirm,
        )

    async def _change_to_set(self, sku: str) -> Decimal | None:
        """The change that leads to what was typed, from the figure of this very moment."""
        try:
            rows = await self._parts.queries.read(partial(levels_at, sku, self._path))
        except QueryFailed as failed:
            if isValid(self):
                told = translate(
                    "Stock", "The figure on hand is needed to set another one. What you typed is still here."
                )
                self.banner.show_message(OutcomeLook.FAILED, failed.fault.message, told)
            return None
        if not isValid(self):
            return None
        self._take_levels(rows)
        return self._change(self._level)


async def _product(sku: str, session: Session) -> ProductDetail | None:
    return await product_detail(session, sku)
