"""Columns that the tables of products and of stock have in common: figures, and how much is available."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from inventory_app.ui.models.columns import Column
from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate

_MOST_DECIMALS = 3


class Stocked(Protocol):
    """A row that says how much is available, and whether that is low."""

    @property
    def available(self) -> Decimal: ...
    @property
    def low(self) -> bool: ...


S = TypeVar("S", bound=Stocked)


class FigureColumns(Generic[S]):
    """Makes columns of quantities; each shows as many decimals as its rows need: units stand below each other."""

    def __init__(self) -> None:
        self._figures: dict[str, Callable[[S], Decimal | None]] = {}
        self._decimals: dict[str, int] = {}

    def measure(self, rows: Sequence[S]) -> None:
        """Look at the rows that are shown; the columns use it from their next paint on."""
        for key, figure in self._figures.items():
            known = [value for value in map(figure, rows) if value is not None]
            self._decimals[key] = min(formats.decimals_of(known), _MOST_DECIMALS)

    def column(
        self, key: str, title: str, figure: Callable[[S], Decimal | None], width: int, *, hidden: bool = False
    ) -> Column[S]:
        return Column(key, title, self._text(key, figure), width, right=True, sort=key, hidden=hidden)

    def available(self, width: int, low: str) -> Column[S]:
        """What is low or sold out has an icon, and ``low`` is how it is told."""

        def speech(row: S) -> str:
            return _speech(row, low)

        return Column(
            "available", translate("Stock", "Available"), self._text("available", lambda row: row.available), width,
            right=True, sort="available", icon=_icon, tone=_tone, strong=lambda row: row.low or sold_out(row),
            speech=speech, tip=speech,
        )  # fmt: skip

    def _text(self, key: str, figure: Callable[[S], Decimal | None]) -> Callable[[S], str]:
        self._figures[key] = figure
        return lambda row: formats.quantity(figure(row), self._decimals.get(key, 0))


def sold_out(row: Stocked) -> bool:
    """Below zero, or nothing left of what should be there."""
    return row.available < 0 or (row.low and row.available == 0)


def _icon(row: Stocked) -> str:
    return "error" if sold_out(row) else "warning" if row.low else ""


def _tone(row: Stocked) -> str:
    return "failed" if sold_out(row) else "refused" if row.low else ""


def _speech(row: Stocked, low: str) -> str:
    figure = formats.quantity(row.available)
    if row.available < 0:
        return translate("Stock", "{figure}, below zero").format(figure=figure)
    if sold_out(row):
        return translate("Stock", "{figure}, none left").format(figure=figure)
    return f"{figure}, {low}" if row.low else ""
