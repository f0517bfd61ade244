"""Choosing a product by typing its sku, a piece of its name, or by scanning its barcode."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from typing_extensions import override

from inventory_app.queries.products import ProductRow, find_products
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.popup import Found
from inventory_app.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from inventory_app.ui.runtime.query_runner import QueryFault, QueryRunner

_MOST = 20


class ProductPicker(SearchBox):
    """A field that proposes products. ``value`` is the `ProductRow` that was chosen, None while one types."""

    picked = Signal(object)  # ProductRow
    unpicked = Signal()  # what was chosen has been typed over
    unknown = Signal(str)  # no product has this code

    def __init__(self, queries: QueryRunner, *, name: str = "", hint: str = "", width: int = 0) -> None:
        super().__init__(
            hint=hint or translate("ProductPicker", "SKU, name or barcode"),
            name=name or translate("ProductPicker", "Product"),
            icon_name="scan",
            width=width,
        )
        self._queries = queries
        self._had_value = False
        self.wanted.connect(self._look)
        self.chosen.connect(self._chose_found)
        self.entered.connect(self._resolve)
        self.textEdited.connect(self._edited)

    @property
    def product(self) -> ProductRow | None:
        return self.value if isinstance(self.value, ProductRow) else None

    def pick(self, product: ProductRow) -> None:
        """Put a product in, as if it had been chosen."""
        self._had_value = True
        self.set_value(product, f"{product.sku}  {product.name}")
        self.picked.emit(product)

    def clear_value(self) -> None:
        """Nothing is chosen any more: the next one can be typed."""
        self._had_value = False
        self.set_value(None, "")

    def _edited(self, _words: str) -> None:
        if self._had_value:
            self._had_value = False
            self.unpicked.emit()

    def _look(self, words: str, number: int) -> None:
        self._queries.ask(
            self,
            "proposals",
            partial(_find, words),
            partial(self._found, words, number),
            failed=partial(self._not_found, number),
        )

    def _found(self, words: str, number: int, rows: Sequence[ProductRow]) -> None:
        found = [Found(row, row.name, code=row.sku, detail=_detail(row)) for row in rows]
        self.show_found(
            number, found, "" if found else translate("ProductPicker", "No product for “{words}”").format(words=words)
        )

    def _not_found(self, number: int, fault: QueryFault) -> None:
        self.show_found(number, (), fault.message)

    def _chose_found(self, found: Found) -> None:
        if isinstance(found.value, ProductRow):
            self._had_value = True
            self.picked.emit(found.value)

    def _resolve(self, code: str) -> None:
        """Enter without a list, or the field was left: a whole sku or barcode was typed or scanned."""
        self._queries.forget(self, "proposals")
        self._queries.ask(self, "code", partial(_find, code), partial(self._resolved, code))

    def _resolved(self, code: str, rows: Sequence[ProductRow]) -> None:
        if self.product is not None or self.text().strip() != code:
            return
        exact = [row for row in rows[:1] if code in (row.sku, row.barcode) or len(rows) == 1]
        if exact:
            self.pick(exact[0])
        elif rows and self.hasFocus():
            self.ask()  # several fit: the person chooses
        else:
            self.unknown.emit(code)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        typed = self.text().strip()
        if typed and self.product is None:
            self._resolve(typed)


class SuggestBox(SearchBox):
    """A field for a word that is often one of a known list (a category); any other word may stand too."""

    def __init__(self, *, name: str, hint: str = "", width: int = 0) -> None:
        super().__init__(hint=hint, name=name, icon_name="", width=width)
        self._known: tuple[str, ...] = ()
        self.wanted.connect(self._propose)

    def suggest(self, known: Sequence[str]) -> None:
        self._known = tuple(known)

    def _propose(self, words: str, number: int) -> None:
        folded = words.casefold()
        hits = [one for one in self._known if folded in one.casefold() and one != words]
        hits.sort(key=lambda one: not one.casefold().startswith(folded))
        self.show_found(number, [Found(one, one) for one in hits[:_MOST]])


async def _find(words: str, session: AsyncSession) -> Sequence[ProductRow]:
    return await find_products(session, words, limit=_MOST)


def _detail(row: ProductRow) -> str:
    return translate("ProductPicker", "{available} {uom} available").format(
        available=formats.quantity(row.available), uom=row.uom
    )
