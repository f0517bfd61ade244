"""Fills the stock page: levels, totals, choices of the filters, and the current level's figures and moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from typing_extensions import override

from inventory_app.actions.outcome import Topic
from inventory_app.queries.locations import storage_paths
from inventory_app.queries.low_stock import low_stock_count
from inventory_app.queries.moves import ChangeRow, product_moves
from inventory_app.queries.page import Order
from inventory_app.queries.page import Page as Rows
from inventory_app.queries.products import ProductDetail, categories, product_detail
from inventory_app.queries.stock import Figures, LevelFilter, LevelRow, StockTotals, level_of, stock_page, stock_totals
from inventory_app.ui.list_page import ListPresenter, ScreenParts
from inventory_app.ui.models.paged_table import Key, PagedTableModel
from inventory_app.ui.move_lines import ASKED, move_lines, this_month
from inventory_app.ui.screens.stock.columns import Decimals
from inventory_app.ui.table_feed import TableFeed, fit_column
from inventory_app.ui.theme import formats

if TYPE_CHECKING:
    from inventory_app.queries.session import Session
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screens.stock.page import StockPage

_PAUSE = 80  # ms between the last key in the filter and the question
_EXPIRES_IN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the table."""

    totals: StockTotals
    low: int
    expiring: int
    locations: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the detail panel shows of one level."""

    figures: Figures | None
    product: ProductDetail | None
    moves: Rows[ChangeRow]


class StockPresenter(ListPresenter):
    """Everything here is asked in the background; the page shows what it has meanwhile."""

    topics = frozenset({Topic.STOCK, Topic.PRODUCTS, Topic.LOCATIONS})

    def __init__(
        self,
        page: StockPage,
        model: PagedTableModel[LevelRow],
        decimals: Decimals,
        parts: ScreenParts,
        currency: str,
    ) -> None:
        super().__init__(page, model, parts)
        self._page = page
        self._decimals = decimals
        self._currency = currency
        self._totals: StockTotals | None = None
        self._wanted = LevelFilter()
        self._sku: str | None = None  # only this product, from a link of another screen
        self._lots_shown = False
        self._shown: object = None  # the level whose figures stand at the side
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.filter_changed)
        feed = TableFeed(model, parts.queries, self._page_of, self)
        self.follow(feed)
        feed.answered.connect(self._measure)
        page.filter_edit.textChanged.connect(self._pause.start)
        page.location_combo.currentIndexChanged.connect(self.filter_changed)
        page.category_combo.currentIndexChanged.connect(self.filter_changed)
        page.low_chip.toggled.connect(self.filter_changed)
        page.expiring_chip.toggled.connect(self.filter_changed)
        page.no_match.chosen.connect(page.clear_filters)
        page.table.current_changed.connect(self._show_current)

    # ------------------------------------------------------------------------------------------- the table

    def _filter(self) -> LevelFilter:
        page = self._page
        return LevelFilter(
            search=page.filter_edit.text().strip(),
            location=page.location_combo.currentData(),
            category=page.category_combo.currentData(),
            low_only=page.low_chip.isChecked(),
            expires_by=_soon() if page.expiring_chip.isChecked() else None,
            archived=None,
        )

    @override
    def is_filtered(self) -> bool:
        return self._wanted != LevelFilter()

    def _page_of(self) -> _PageOf:
        self._wanted = self._filter()
        return _PageOf(self._wanted)

    def _measure(self) -> None:
        rows = self.model.rows
        self._decimals.measure(rows)
        table = self._page.table
        if not self._lots_shown and any(row.lot or row.serial for row in rows):
            self._lots_shown = True
            self._page.show_lots()
        fit_column(table, "sku", 140)
        fit_column(table, "location", 160)
        table.viewport().update()

    # --------------------------------------------------------------------------------- what stands around it

    @override
    def ask_around(self) -> None:
        self.parts.queries.ask(self, "around", partial(_around, self._filter()), self._show_around)
        self._show_current(self._page.table.current_row)

    def _show_around(self, around: Around) -> None:
        self._totals = around.totals
        self._page.show_counts(around.low, around.expiring)
        self._page.offer(self._page.location_combo, "All locations", around.locations)
        self._page.offer(self._page.category_combo, "All categories", around.categories)
        self.show_caption()

    @override
    def caption(self) -> str:
        totals = self._totals
        if totals is None:
            return ""
        if not totals.levels:
            return "no levels"
        parts = [formats.counted(totals.levels, "level")]
        if totals.value or not totals.without_cost:
            value = formats.money(round(totals.value, 2))
            parts.append(f"value {self._currency} {value}" if self._currency else f"value {value}")
        if totals.without_cost:
            parts.append(f"{formats.number(totals.without_cost)} without a cost")
        return " · ".join(parts)

    @override
    def forget(self) -> None:
        self._totals = None
        self._shown = None
        self._lots_shown = False
        self._page.forget_lots()
        self._page.clear_filters()
        self._show_current(None)

    # --------------------------------------------------------------------------------------- the current level

    def _show_current(self, row: LevelRow | None) -> None:
        page = self._page
        page.show_detail(row is not None)
        if row is None:
            self.parts.queries.forget(self, "subject")
            return
        if row.key != self._shown:
            page.detail.show_subject(row.sku, row.name, " · ".join(p for p in (row.location, row.category) if p))
        question = partial(_subject, row.sku, row.location)
        answered, failed = partial(self._show_subject, row), partial(self._no_subject, row)
        self.parts.queries.ask(self, "subject", question, answered, failed=failed)

    def _no_subject(self, row: LevelRow, _fault: QueryFault) -> None:
        """No answer: figures of another level must not stand below this one's name."""
        if row.key != self._shown:
            self._shown = None
            self._page.figures.show_values()
            self._page.moves.show_entries("", ())

    def _show_subject(self, row: LevelRow, subject: Subject) -> None:
        figures, product = subject.figures, subject.product
        if figures is None or product is None:
            return
        page = self._page
        self._shown = row.key
        supplier = product.product.supplier
        caption = " · ".join(part for part in (row.location, row.category, supplier) if part)
        page.detail.show_subject(row.sku, product.product.name, caption)
        point = figures.reorder_point
        page.figures.show_values(
            on_hand=formats.quantity(figures.on_hand),
            reserved=formats.quantity(figures.reserved),
            available=formats.quantity(figures.available),
            incoming=formats.quantity(figures.incoming),
            projected=formats.quantity(figures.projected),
            reorder_point=formats.quantity(point) if point is not None else "–",
        )
        now = datetime.now(UTC)
        changes = subject.moves.rows
        complete = subject.moves.next_key is None
        lines = move_lines(changes, now, with_place=False)
        page.moves.show_entries(this_month(changes, now, complete=complete), lines)


@dataclass(frozen=True, slots=True)
class _PageOf:
    """One page of the levels of a filter."""

    wanted: LevelFilter

    async def __call__(self, session: Session, order: Order | None, after: Key | None, limit: int) -> Rows[LevelRow]:
        return await stock_page(session, self.wanted, order=order, after=after, limit=limit)


def _soon() -> date:
    return (datetime.now().astimezone() + _EXPIRES_IN).date()


async def _around(wanted: LevelFilter, session: Session) -> Around:
    totals = await stock_totals(session, wanted)
    expiring = await stock_totals(session, LevelFilter(expires_by=_soon()))
    return Around(
        totals,
        await low_stock_count(session),
        expiring.levels,
        await storage_paths(session),
        await categories(session),
    )


async def _subject(sku: str, location: str, session: Session) -> Subject:
    figures = await level_of(session, sku, location)
    product = await product_detail(session, sku)
    return Subject(figures, product, await product_moves(session, sku, location, limit=ASKED))
