"""Fills what stands around the table of products: how many there are, choices of filters, the current product."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inventory_app.queries.low_stock import low_stock_count
from inventory_app.queries.moves import ChangeRow, product_moves
from inventory_app.queries.page import Page as Rows
from inventory_app.queries.products import (
    Count,
    ProductDetail,
    ProductFilter,
    ProductRow,
    categories,
    product_count,
    product_detail,
)
from inventory_app.queries.stock import Figures, LevelFilter, LevelRow, level_of, stock_page
from inventory_app.ui.list_page import offer
from inventory_app.ui.move_lines import ASKED, lot_words, move_lines, this_month
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.detail_panel import TwoLines

if TYPE_CHECKING:
    from inventory_app.queries.session import Session
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screen import Collaborators
    from inventory_app.ui.screens.products.page import ProductsPage

_PLACES = 30


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the table."""

    count: Count
    low: int
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the detail panel shows of one product."""

    product: ProductDetail | None
    figures: Figures | None
    levels: tuple[LevelRow, ...]
    moves: Rows[ChangeRow]


class ProductsPresenter(QObject):
    """Everything here is asked in the background; the page shows what it has meanwhile."""

    def __init__(self, page: ProductsPage, with_: Collaborators) -> None:
        super().__init__(page)
        self._page = page
        self._with = with_
        self._count: Count | None = None
        self._shown: int | None = None  # the product whose figures stand at the side
        listed = page.listed
        listed.counted = self.counted
        listed.asking.connect(self._ask_around)
        listed.loaded.connect(self._loaded)
        listed.forgotten.connect(self._forget)
        listed.current_changed.connect(self._show_current)
        listed.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self._show_current(None)

    # ------------------------------------------------------------------------------------------- the table

    def _loaded(self) -> None:
        page, listed = self._page, self._page.listed
        page.number_columns.measure(listed.model.rows)
        for key, most in (("sku", 140), ("category", 120), ("barcode", 150)):
            listed.table.columns.fit(key, most)
        listed.table.viewport().update()
        page.select_linked()

    def _selection_changed(self) -> None:
        self._page.show_selected(self._page.listed.table.selected_rows)

    # --------------------------------------------------------------------------------- what stands around it

    def _ask_around(self) -> None:
        question = partial(_around, self._page.wanted())
        self._with.queries.refresh(self, "around", question, self._show_around)
        self._show_current(self._page.listed.current)

    def _show_around(self, around: Around) -> None:
        self._count = around.count
        self._page.show_low(around.low)
        offer(self._page.category_combo, around.categories)
        self._page.listed.show_caption()

    def counted(self) -> str:
        """How many there are, of all that the filter leaves."""
        if self._count is None:
            return ""
        if not self._count.value:
            return translate("Products", "no products")
        count = self._count.value
        words = translate("Products", "{count} product(s)", count=count)
        if not self._count.exact:
            words = translate("Products", "about {count} product(s)", count=count)
        return words.format(count=formats.number(count))

    def _forget(self) -> None:
        self._count = None
        self._shown = None
        self._page.linked = ""
        self._show_current(None)

    # ------------------------------------------------------------------------------------- the current product

    def _show_current(self, row: ProductRow | None) -> None:
        self._selection_changed()
        if row is None:
            self._page.detail.clear()
            self._with.queries.forget(self, "subject")
            return
        self._page.detail.show_subject(row.sku, row.name, _caption(row))
        failed = partial(self._no_subject, row)
        self._with.queries.ask(self, "subject", partial(_subject, row.sku), self._show_subject, failed=failed)

    def _no_subject(self, row: ProductRow, _fault: QueryFault) -> None:
        """No answer: figures of another product must not stand below this one's name."""
        if row.id != self._shown:
            self._shown = None
            self._page.figures.show_values()
            for part in (self._page.places, self._page.moves):
                part.show_entries("", ())

    def _show_subject(self, subject: Subject) -> None:
        detail, figures = subject.product, subject.figures
        if detail is None or figures is None:
            return
        page, product = self._page, detail.product
        self._shown = product.id
        page.detail.show_subject(product.sku, product.name, _caption(product))
        page.figures.show_values(
            on_hand=formats.quantity(figures.on_hand),
            reserved=formats.quantity(figures.reserved),
            available=formats.quantity(figures.available),
            incoming=formats.quantity(figures.incoming),
            price=formats.money(product.price) or "–",
            cost=formats.money(product.cost) or "–",
        )
        points = {rule.location: rule.reorder_point for rule in detail.reorder_rules}
        places = [_place(level, points.get(level.location)) for level in subject.levels]
        page.places.show_entries("" if places else translate("Products", "nowhere in stock"), places)
        now = datetime.now(UTC)
        changes, complete = subject.moves.rows, subject.moves.next_key is None
        lines = move_lines(changes, now, with_place=True)
        page.moves.show_entries(this_month(changes, now, complete=complete) or translate("Products", "none yet"), lines)


def _caption(row: ProductRow) -> str:
    archived = translate("Products", "archived") if row.archived else ""
    return " · ".join(part for part in (archived, row.category, row.supplier, row.uom) if part)


def _place(level: LevelRow, point: object) -> TwoLines:
    reserved = translate("Products", "{quantity} reserved").format(quantity=formats.quantity(level.reserved))
    reorder = (
        translate("Products", "reorder at {reorder_point}").format(reorder_point=formats.quantity(level.reorder_point))
        if point is not None
        else ""
    )
    return TwoLines(
        level.location,
        lot_words(level.lot, level.serial),
        formats.quantity(level.on_hand),
        " · ".join(part for part in (reserved, reorder) if part),
        translate("Products", "{quantity} available").format(quantity=formats.quantity(level.available)),
        "failed" if level.on_hand < 0 else "",
    )


async def _around(wanted: ProductFilter, session: Session) -> Around:
    return Around(await product_count(session, wanted), await low_stock_count(session), await categories(session))


async def _subject(sku: str, session: Session) -> Subject:
    levels = await stock_page(session, LevelFilter(sku=sku, zero=False), limit=_PLACES)
    return Subject(
        await product_detail(session, sku),
        await level_of(session, sku),
        levels.rows,
        await product_moves(session, sku, limit=ASKED),
    )
