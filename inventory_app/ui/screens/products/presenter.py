"""Fills the products page: the catalogue while one types, how many there are, and the current product."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.queries.low_stock import low_stock_count
from inventory_app.queries.moves import ChangeRow, product_moves
from inventory_app.queries.page import Order
from inventory_app.queries.page import Page as Rows
from inventory_app.queries.products import (
    Count,
    ProductDetail,
    ProductFilter,
    ProductRow,
    categories,
    product_count,
    product_detail,
    product_page,
)
from inventory_app.queries.stock import Figures, LevelFilter, LevelRow, level_of, stock_page
from inventory_app.ui.list_page import ListPresenter, ScreenParts
from inventory_app.ui.models.paged_table import Key, PagedTableModel
from inventory_app.ui.move_lines import ASKED, lot_words, move_lines, this_month
from inventory_app.ui.screens.products.columns import Decimals
from inventory_app.ui.table_feed import TableFeed, fit_column
from inventory_app.ui.theme import formats
from inventory_app.ui.widgets.detail_panel import TwoLines

if TYPE_CHECKING:
    from inventory_app.queries.session import Session
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screens.products.page import ProductsPage

_PAUSE = 30  # ms between the last key and the question: fast fingers ask once
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


class ProductsPresenter(ListPresenter):
    """Each key press asks anew; the answer to an older question never replaces that to a newer one."""

    topics = frozenset({Topic.PRODUCTS, Topic.STOCK})

    def __init__(
        self, page: ProductsPage, model: PagedTableModel[ProductRow], decimals: Decimals, parts: ScreenParts
    ) -> None:
        super().__init__(page, model, parts)
        self._page = page
        self._decimals = decimals
        self._count: Count | None = None
        self._wanted = ProductFilter()
        self._linked = ""  # a sku that another screen led to: it is shown whether archived or not
        self._shown: int | None = None  # the product whose figures stand at the side
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.filter_changed)
        feed = TableFeed(model, parts.queries, self._page_of, self)
        self.follow(feed)
        feed.answered.connect(self._measure)
        page.search_edit.textChanged.connect(self._pause.start)
        page.category_combo.currentIndexChanged.connect(self.filter_changed)
        page.low_chip.toggled.connect(self.filter_changed)
        page.archived_chip.toggled.connect(self.filter_changed)
        page.no_match.chosen.connect(page.clear_filters)
        page.table.current_changed.connect(self._show_current)
        page.table.selectionModel().selectionChanged.connect(self._selection_changed)
        page.show_selected(())

    def lead_to(self, sku: str) -> None:
        """Show this product and nothing else."""
        self._page.clear_filters()
        self._linked = sku
        self._page.search_edit.setText(sku)

    # ------------------------------------------------------------------------------------------- the table

    def _filter(self) -> ProductFilter:
        page = self._page
        search = page.search_edit.text().strip()
        archived: bool | None = page.archived_chip.isChecked()
        return ProductFilter(
            search=search,
            category=page.category_combo.currentData(),
            archived=None if self._linked and search == self._linked else archived,
            low_only=page.low_chip.isChecked(),
        )

    @override
    def is_filtered(self) -> bool:
        return self._wanted != ProductFilter()

    def _page_of(self) -> _PageOf:
        self._wanted = self._filter()
        return _PageOf(self._wanted)

    def _measure(self) -> None:
        self._decimals.measure(self.model.rows)
        for key, most in (("sku", 140), ("category", 120), ("barcode", 150)):
            fit_column(self._page.table, key, most)
        self._page.table.viewport().update()
        if self._linked and self._page.search_edit.text().strip() == self._linked:
            at = next((n for n, row in enumerate(self.model.rows) if row.sku == self._linked), None)
            if at is not None and self._page.table.current_row.sku != self._linked:
                self._page.table.selectRow(at)

    def _selection_changed(self) -> None:
        self._page.show_selected(self._page.table.selected_rows)

    # --------------------------------------------------------------------------------- what stands around it

    @override
    def ask_around(self) -> None:
        self.parts.queries.ask(self, "around", partial(_around, self._filter()), self._show_around)
        self._show_current(self._page.table.current_row)

    def _show_around(self, around: Around) -> None:
        self._count = around.count
        self._page.show_low(around.low)
        self._page.offer(around.categories)
        self.show_caption()

    @override
    def caption(self) -> str:
        if self._count is None:
            return ""
        if not self._count.value:
            return "no products"
        about = "" if self._count.exact else "about "
        return f"{about}{formats.counted(self._count.value, 'product')}"

    @override
    def forget(self) -> None:
        self._count = None
        self._shown = None
        self._linked = ""
        self._page.clear_filters()
        self._show_current(None)

    # ------------------------------------------------------------------------------------- the current product

    def _show_current(self, row: ProductRow | None) -> None:
        page = self._page
        page.show_detail(row is not None)
        self._selection_changed()
        if row is None:
            self.parts.queries.forget(self, "subject")
            return
        page.detail.show_subject(row.sku, row.name, _caption(row))
        failed = partial(self._no_subject, row)
        self.parts.queries.ask(self, "subject", partial(_subject, row.sku), self._show_subject, failed=failed)

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
        page.places.show_entries("" if places else "nowhere in stock", places)
        now = datetime.now(UTC)
        changes, complete = subject.moves.rows, subject.moves.next_key is None
        lines = move_lines(changes, now, with_place=True)
        page.moves.show_entries(this_month(changes, now, complete=complete) or "none yet", lines)


def _caption(row: ProductRow) -> str:
    archived = "archived" if row.archived else ""
    return " · ".join(part for part in (archived, row.category, row.supplier, row.uom) if part)


def _place(level: LevelRow, point: object) -> TwoLines:
    reserved = f"{formats.quantity(level.reserved)} reserved"
    reorder = f"reorder at {formats.quantity(level.reorder_point)}" if point is not None else ""
    return TwoLines(
        level.location,
        lot_words(level.lot, level.serial),
        formats.quantity(level.on_hand),
        " · ".join(part for part in (reserved, reorder) if part),
        f"{formats.quantity(level.available)} available",
        "failed" if level.on_hand < 0 else "",
    )


@dataclass(frozen=True, slots=True)
class _PageOf:
    """One page of the products of a filter."""

    wanted: ProductFilter

    async def __call__(self, session: Session, order: Order | None, after: Key | None, limit: int) -> Rows[ProductRow]:
        return await product_page(session, self.wanted, order=order, after=after, limit=limit)


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
