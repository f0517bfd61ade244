"""Fills what stands around the table of stock: totals, choices of filters, the current level's figures and moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inventory_app.queries.locations import storage_paths
from inventory_app.queries.low_stock import low_stock_count
from inventory_app.queries.moves import ChangeRow, product_moves
from inventory_app.queries.page import Page as Rows
from inventory_app.queries.products import ProductDetail, categories, product_detail
from inventory_app.queries.stock import Figures, LevelFilter, LevelRow, StockTotals, level_of, stock_totals
from inventory_app.settings import declared
from inventory_app.ui.list_page import offer
from inventory_app.ui.move_lines import ASKED, move_lines, this_month
from inventory_app.ui.screens.stock.pace import Pace
from inventory_app.ui.screens.stock.page import soon
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate

if TYPE_CHECKING:
    from inventory_app.queries.session import Session
    from inventory_app.ui.runtime.query_runner import QueryFault
    from inventory_app.ui.screen import Collaborators
    from inventory_app.ui.screens.stock.page import StockPage


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


class StockPresenter(QObject):
    """Everything here is asked in the background; the page shows what it has meanwhile."""

    def __init__(self, page: StockPage, with_: Collaborators) -> None:
        super().__init__(page)
        self._page = page
        self._with = with_
        self._currency = with_.settings.get(declared.CURRENCY_SIGN)
        self._totals: StockTotals | None = None
        self._around = Pace(self, self._begin_around)
        self._lots_shown = False
        self._shown: object = None  # the level whose figures stand at the side
        listed = page.listed
        listed.counted = self.counted
        listed.asking.connect(self._ask_around)
        listed.loaded.connect(self._loaded)
        listed.forgotten.connect(self._forget)
        listed.current_changed.connect(self._show_current)
        self._show_current(None)

    # ------------------------------------------------------------------------------------------- the table

    def _loaded(self) -> None:
        page, table = self._page, self._page.listed.table
        rows = self._page.listed.model.rows
        page.number_columns.measure(rows)
        if not self._lots_shown and any(row.lot or row.serial for row in rows):
            self._lots_shown = True
            page.show_lots(True)
        table.columns.fit("sku", 140)
        table.columns.fit("location", 160)
        page.select_linked()
        table.viewport().update()

    # --------------------------------------------------------------------------------- what stands around it

    def _ask_around(self) -> None:
        self._around.want(self._page.wanted())
        self._show_current(self._page.listed.current)

    def _begin_around(self, wanted: LevelFilter) -> None:
        question = partial(_around, wanted)
        self._with.queries.refresh(self, "around", question, self._show_around, failed=self._no_around)

    def _no_around(self, _fault: QueryFault) -> None:
        self._around.ended()

    def _show_around(self, around: Around) -> None:
        self._around.ended()
        self._totals = around.totals
        self._page.show_counts(around.low, around.expiring)
        offer(self._page.location_combo, around.locations)
        offer(self._page.category_combo, around.categories)
        self._page.listed.show_caption()

    def counted(self) -> str:
        """How many there are of all that the filter leaves, and what they are worth."""
        totals = self._totals
        if totals is None:
            return ""
        if not totals.levels:
            return translate("Stock", "no levels")
        levels = translate("Stock", "{count} level(s)", count=totals.levels)
        parts = [levels.format(count=formats.number(totals.levels))]
        if totals.value or not totals.without_cost:
            value = formats.money(round(totals.value, 2))
            amount = f"{self._currency} {value}" if self._currency else value
            parts.append(translate("Stock", "value {amount}").format(amount=amount))
        if totals.without_cost:
            without = translate("Stock", "{count} without a cost")
            parts.append(without.format(count=formats.number(totals.without_cost)))
        return " · ".join(parts)

    def _forget(self) -> None:
        self._around.forget()
        self._totals = None
        self._shown = None
        self._lots_shown = False
        self._page.show_lots(False)
        self._show_current(None)

    # --------------------------------------------------------------------------------------- the current level

    def _show_current(self, row: LevelRow | None) -> None:
        if row is None:
            self._page.detail.clear()
            self._with.queries.forget(self, "subject")
            return
        if row.key != self._shown:
            self._page.detail.show_subject(row.sku, row.name, " · ".join(p for p in (row.location, row.category) if p))
        question = partial(_subject, row.sku, row.location)
        answered, failed = partial(self._show_subject, row), partial(self._no_subject, row)
        self._with.queries.refresh(self, "subject", question, answered, failed=failed)

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


async def _around(wanted: LevelFilter, session: Session) -> Around:
    totals = await stock_totals(session, wanted)
    expiring = await stock_totals(session, LevelFilter(expires_by=soon()))
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
