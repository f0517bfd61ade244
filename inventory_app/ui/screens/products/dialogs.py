"""The dialogs that add and change a product."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from shiboken6 import isValid
from typing_extensions import override

from inventory_app.actions.create_product import CreateProduct
from inventory_app.actions.edit_product import EditProduct
from inventory_app.actions.outcome import Conflict
from inventory_app.actions.product_fields import read_values
from inventory_app.domain.stock import Tracking
from inventory_app.queries.products import ProductDetail, product_detail
from inventory_app.settings import declared
from inventory_app.ui.action_dialog import ActionDialog
from inventory_app.ui.runtime.dialogs import finished
from inventory_app.ui.runtime.query_runner import QueryFailed
from inventory_app.ui.screen import Scan, Taken
from inventory_app.ui.screens.products.conflict import ConflictDialog, Difference
from inventory_app.ui.screens.products.form import ProductForm
from inventory_app.ui.screens.products.values import (
    NAMES,
    Value,
    Values,
    barcodes_in,
    differing,
    label_of,
    values_of,
)
from inventory_app.ui.theme import OutcomeLook
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inventory_app.actions.action import Action
    from inventory_app.actions.outcome import Refused
    from inventory_app.queries.session import Session
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screen import Collaborators

_PAUSE = 150  # ms between the last key in the sku and the look whether it is taken
_WIDTH = 560


class _ProductDialog(ActionDialog):
    """What both have in common: the form, and the look whether a sku is taken."""

    def __init__(self, title: str, parts: Collaborators, save_words: str, parent: QWidget) -> None:
        self._parts = parts
        self.fields = ProductForm(parts)
        super().__init__(title, parts.actions, self.fields, save_words=save_words, width=_WIDTH, parent=parent)
        self._base: dict[str, Value] = self.fields.values()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look_for_sku)
        self.fields.changed.connect(self.typed)
        self.fields.sku.textEdited.connect(self._pause.start)

    def _look_for_sku(self) -> None:
        sku = self.fields.sku.text().strip()
        if sku and sku != self._base["sku"]:
            self._parts.queries.ask(self, "sku", partial(_detail, sku), partial(self._sku_looked_up, sku))

    def _sku_looked_up(self, sku: str, found: ProductDetail | None) -> None:
        if found is not None and self.fields.sku.text().strip() == sku:
            told = translate("Products", "There is a product {sku} already: {name}.")
            if found.product.archived:
                told = translate("Products", "There is a product {sku} already: {name}, archived.")
            self.fields.sku_field.show_message(told.format(sku=sku, name=found.product.name))
            self.update_save()

    def show_values(self, values: Values) -> None:
        """Put values into the fields without this counting as typing."""
        self.fields.show_values(values)
        self.fields.reset()
        self.update_save()

    def take_scan(self, scan: Scan) -> Taken:
        """The field of barcodes takes the code whole, wherever the focus is, unless another product has it."""
        if self.saving:
            words = translate("Products", "The product is being saved; {code} is no part of it")
            return Taken(words.format(code=scan.code), ok=False)
        owner = scan.found.product if scan.found is not None else None
        if owner is not None and owner.sku != self._base["sku"]:
            words = translate("Products", "{code} belongs to {sku} {name}").format(
                code=scan.code, sku=owner.sku, name=owner.name
            )
            self.fields.barcode_field.show_message(f"{words}.")
            self.update_save()
            return Taken(words, ok=False)
        self.add_barcode(scan.code)
        return Taken(translate("Products", "Barcode {code}").format(code=scan.code))

    def add_barcode(self, code: str) -> None:
        """One more line among the barcodes, unless it stands there."""
        area = self.fields.barcodes
        if code not in barcodes_in(area.toPlainText()):
            area.appendPlainText(code)

    @override
    def form(self) -> ProductForm:
        return self.fields

    @override
    def is_dirty(self) -> bool:
        return bool(differing(self._base, self.fields.values()))

    @override
    def field_of(self, refused: Refused) -> str | None:
        return (refused.field or "").removeprefix("set.") or None


class NewProductDialog(_ProductDialog):
    """Sku and name are enough."""

    def __init__(self, parts: Collaborators, parent: QWidget) -> None:
        super().__init__(translate("Products", "New product"), parts, translate("Products", "&Save product"), parent)
        self.fields.sku.setFocus()

    def take_over(self, action: CreateProduct) -> None:
        """Begin with what was typed once."""
        names = [name for name in NAMES if name != "tracking"]
        self.show_values({name: getattr(action, name) for name in names} | {"tracking": str(action.tracking)})

    @override
    async def action(self, *, confirm: bool) -> Action:
        values: dict[str, Any] = self.fields.values()
        return CreateProduct(**{**values, "tracking": Tracking(values["tracking"])})


@dataclass(frozen=True, slots=True)
class _Found:
    """What a conflict is about, compared with what is there now."""

    now: dict[str, Value]
    differences: tuple[Difference, ...]
    taken_over: tuple[str, ...]  # fields that only the other one changed


class EditProductDialog(_ProductDialog):
    """Only what was changed is saved. When somebody else changed the same field, the person decides field by field."""

    def __init__(self, parts: Collaborators, detail: ProductDetail, parent: QWidget) -> None:
        self._sku = detail.product.sku
        super().__init__(
            translate("Products", "Edit product {sku}").format(sku=self._sku),
            parts,
            translate("Products", "&Save"),
            parent,
        )
        self._name = detail.product.name
        self._base = values_of(detail)
        self.show_values(self._base)
        self.conflict_met.connect(self._conflict)
        self.fields.product_name.setFocus()

    def take_over(self, action: EditProduct) -> None:
        """Begin with what was typed once, and with what the person saw then."""
        self._base |= read_values(action.expected, path="expected")
        self.fields.show_values(read_values(action.changes, path="set"))
        self.update_save()

    def changes(self) -> dict[str, Value]:
        """The fields that differ from what the person saw."""
        typed = self.fields.values()
        return {name: typed[name] for name in differing(self._base, typed)}

    @override
    async def action(self, *, confirm: bool) -> Action | None:
        changes = self.changes()
        if not changes:
            self.banner.show_message(
                OutcomeLook.DRY_RUN,
                translate("Products", "Nothing is changed yet"),
                translate("Products", "There is nothing to save."),
            )
            return None
        return EditProduct(sku=self._sku, changes=changes, expected={name: self._base[name] for name in changes})

    # -------------------------------------------------------------------------------------------- conflict

    def _conflict(self, conflict: Conflict) -> None:
        self._parts.queries.ask(
            self, "conflict", partial(_detail, self._sku), partial(self._look_at, conflict), failed=self._cannot_look
        )

    def resolve(self, conflict: Conflict) -> None:
        """Bring the choice back: the form was closed meanwhile."""
        self._conflict(conflict)

    def _cannot_look(self, fault: QueryFault) -> None:
        told = translate("Products", "What the others saved cannot be read now. What you typed is still here.")
        self.banner.show_message(OutcomeLook.FAILED, fault.message, told)

    def _look_at(self, conflict: Conflict, detail: ProductDetail | None) -> None:
        if detail is None:
            told = translate("Products", "There is no product {sku} any more.").format(sku=self._sku)
            self.banner.show_message(OutcomeLook.CONFLICT, told, translate("Products", "What you typed is still here."))
            return
        self.start_work(self._decide(self._compare(conflict, values_of(detail))), name="conflict")

    def _compare(self, conflict: Conflict, now: dict[str, Value]) -> _Found:
        mine = self.fields.values()
        told = {one.field: one for one in conflict.differences}
        theirs = differing(self._base, now)
        both = [name for name in theirs if name in self.changes() and mine[name] != now[name]]
        who = conflict.differences[0].changed_by if conflict.differences else None
        when = conflict.differences[0].changed_at if conflict.differences else None
        differences = tuple(
            Difference(
                name,
                self._label(name),
                self._base[name],
                mine[name],
                now[name],
                (told[name].changed_by if name in told else who) or translate("Products", "Somebody else"),
                told[name].changed_at if name in told else when,
            )
            for name in both
        )
        return _Found(now, differences, tuple(name for name in theirs if name not in both))

    def _label(self, name: str) -> str:
        currency = self._parts.settings.get(declared.CURRENCY_SIGN) if name in ("price", "cost") else ""
        return f"{label_of(name)}, {currency}" if currency else label_of(name)

    async def _decide(self, found: _Found) -> None:
        if not found.differences:  # what stood against it has gone: what is typed can be saved as it is
            self._take(found, ())
            await self._save_rest()
            return
        title = translate("Products", "Edit product {sku}: conflict").format(sku=self._sku)
        dialog = ConflictDialog(title, self._name, found.differences, found.taken_over, self)
        try:
            code = await finished(dialog)
            if not isValid(dialog) or not isValid(self) or not code:
                return
            theirs = dialog.theirs()
        finally:
            if isValid(dialog):
                dialog.deleteLater()
        self._take(found, theirs)
        await self._save_rest()

    def _take(self, found: _Found, theirs: tuple[str, ...]) -> None:
        """What is there now is the new ground; mine stands on it where I said so."""
        self.fields.show_values({name: found.now[name] for name in (*theirs, *found.taken_over)})
        self._base = found.now

    async def _save_rest(self) -> None:
        if self.changes():
            if self.fields.check():
                await self.start_action(confirm=False)
            return
        self._done = True
        self._parts.navigator.tell(translate("Products", "{sku}: nothing left to save").format(sku=self._sku))
        self.accept()


async def _detail(sku: str, session: Session) -> ProductDetail | None:
    return await product_detail(session, sku)


async def read_detail(parts: Collaborators, sku: str) -> ProductDetail | QueryFault | None:
    """The product as it is at this moment, to open its form with."""
    try:
        return await parts.queries.read(partial(_detail, sku))
    except QueryFailed as failed:
        return failed.fault
