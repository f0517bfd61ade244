"""The order that is being written: its lines, what is wrong with them, and what would mend that. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from inventory_app.actions.place_order import OrderLine
from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import parse_money, require_not_negative, value_of
from inventory_app.domain.numbers import plain
from inventory_app.domain.quantities import parse_quantity, require_positive
from inventory_app.queries.availability import Availability
from inventory_app.ui.translation import translate

_NOTHING = Decimal(0)
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Shortage:
    """A product of which less is there than is ordered. ``source`` is a place that has what is missing."""

    location: str
    available: Decimal
    wanted: Decimal
    source: str = ""
    can_confirm: bool = False

    @property
    def missing(self) -> Decimal:
        return self.wanted - self.available


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One product of the order. The texts are what was typed; a number is None while its text is none."""

    sku: str
    name: str
    quantity_text: str
    quantity: Decimal | None
    price_text: str = ""
    price: Decimal | None = None
    available: Decimal | None = None
    shortage: Shortage | None = None
    message: str = ""

    @property
    def total(self) -> Decimal | None:
        """None while a number is missing, or the product of both is beyond what an amount may be."""
        if self.quantity is None or self.price is None:
            return None
        try:
            return value_of(self.quantity, self.price)
        except Refusal:
            return None

    @property
    def is_unreadable(self) -> bool:
        """What was typed as a number is none."""
        return self.quantity is None or (self.price is None and bool(self.price_text.strip()))

    @property
    def is_short(self) -> bool:
        """More is ordered than is available, as far as is known."""
        return self.available is not None and self.quantity is not None and self.quantity > self.available


@dataclass(frozen=True, slots=True)
class Draft:
    """All lines, one per product. Every change makes a new value."""

    lines: tuple[DraftLine, ...] = ()
    places: Mapping[tuple[str, str], Availability] = field(default_factory=dict)

    def add(self, sku: str, name: str, price: Decimal | None, quantity: Decimal = ONE) -> Draft:
        """One more of a product: a line of its own, or more on the line that has it."""
        for line in self.lines:
            if line.sku == sku:
                return self.change(sku, quantity=(line.quantity or _NOTHING) + quantity)
        text = plain(price) if price is not None else ""
        new = DraftLine(sku, name, plain(quantity), quantity, text, price)
        return replace(self, lines=(*self.lines, new))

    def change(self, sku: str, *, quantity: Decimal) -> Draft:
        """Another quantity of a product; what was wrong with its line is settled by it."""
        return self._each(
            sku, lambda line: replace(line, quantity=quantity, quantity_text=plain(quantity), shortage=None, message="")
        )

    def type_quantity(self, sku: str, typed: str, decimal_mark: str) -> Draft:
        """What was typed as the quantity stays, also when it is none."""
        return self._each(sku, lambda line: _with_quantity(line, typed, decimal_mark))

    def type_price(self, sku: str, typed: str, decimal_mark: str) -> Draft:
        """The same for the unit price; blank is unset."""
        return self._each(sku, lambda line: _with_price(line, typed, decimal_mark))

    def remove(self, skus: Iterable[str]) -> Draft:
        gone = set(skus)
        return replace(self, lines=tuple(line for line in self.lines if line.sku not in gone))

    def know(self, found: Sequence[Availability], location: str) -> Draft:
        """The figures of the database have come: what is available at the order's place and at the others."""
        places = {(one.sku, one.location): one for one in found}
        lines = []
        for line in self.lines:
            here = places.get((line.sku, location))
            short = line.shortage
            if short is not None:
                short = replace(short, source=_source(places, line.sku, short.location, short.missing))
            lines.append(replace(line, available=here.available if here else _NOTHING, shortage=short))
        return Draft(tuple(lines), places)

    def name(self, names: Mapping[str, str]) -> Draft:
        """The names of products of which only the sku was known."""
        lines = (replace(line, name=line.name or names.get(line.sku, "")) for line in self.lines)
        return replace(self, lines=tuple(lines))

    def refuse(self, short: Iterable[Mapping[str, object]]) -> Draft:
        """Mark the lines of which less is there, from the refusal's own figures."""
        by_sku = {str(one["sku"]): one for one in short}
        lines = []
        for line in self.lines:
            told = by_sku.get(line.sku)
            lines.append(replace(line, shortage=self._shortage(told) if told else None))
        return replace(self, lines=tuple(lines))

    def blame(self, at: int, message: str) -> Draft:
        """Put a refusal at a line, counted from 1."""
        return self._each(self.lines[at - 1].sku, lambda line: replace(line, message=message))

    def settle(self, sku: str) -> Draft:
        return self._each(sku, lambda line: replace(line, shortage=None, message=""))

    def settle_all(self) -> Draft:
        return replace(self, lines=tuple(replace(line, shortage=None) for line in self.lines))

    @property
    def short(self) -> tuple[DraftLine, ...]:
        return tuple(line for line in self.lines if line.shortage is not None)

    @property
    def wrong(self) -> tuple[DraftLine, ...]:
        """The lines that cannot be sent as they are."""
        return tuple(line for line in self.lines if line.message)

    @property
    def total(self) -> Decimal | None:
        """None while a line has none."""
        totals = [line.total for line in self.lines]
        return None if None in totals else sum((one for one in totals if one is not None), _NOTHING)

    @property
    def pieces(self) -> Decimal:
        return sum((line.quantity for line in self.lines if line.quantity is not None), _NOTHING)

    def order_lines(self) -> tuple[OrderLine, ...]:
        """For the action; only when nothing is wrong."""
        return tuple(OrderLine(line.sku, line.quantity, line.price) for line in self.lines if line.quantity is not None)

    def _shortage(self, told: Mapping[str, object]) -> Shortage:
        sku, location = str(told["sku"]), str(told["location"])
        available, wanted = Decimal(str(told["available"])), Decimal(str(told["wanted"]))
        source = _source(self.places, sku, location, wanted - available)
        return Shortage(location, available, wanted, source, told.get("can_confirm") is True)

    def _each(self, sku: str, change: Callable[[DraftLine], DraftLine]) -> Draft:
        return replace(self, lines=tuple(change(line) if line.sku == sku else line for line in self.lines))


def _source(places: Mapping[tuple[str, str], Availability], sku: str, location: str, missing: Decimal) -> str:
    """The place with the most of a product that could give what is missing elsewhere, '' when none could."""
    enough = [
        one for (of, path), one in places.items() if of == sku and path != location and one.without_lot >= missing
    ]
    best = max(enough, key=lambda one: one.without_lot, default=None)
    return best.location if best is not None else ""


def _with_quantity(line: DraftLine, typed: str, decimal_mark: str) -> DraftLine:
    try:
        quantity = require_positive(parse_quantity(typed, decimal_mark=decimal_mark))
    except Refusal as refusal:
        return replace(
            line,
            quantity_text=typed,
            quantity=None,
            shortage=None,
            message=_words(translate("Sales", "Ordered"), refusal),
        )
    return replace(line, quantity_text=plain(quantity), quantity=quantity, shortage=None, message="")


def _with_price(line: DraftLine, typed: str, decimal_mark: str) -> DraftLine:
    if not typed.strip():
        return replace(line, price_text="", price=None, message="")
    try:
        price = require_not_negative(parse_money(typed, decimal_mark=decimal_mark))
    except Refusal as refusal:
        return replace(line, price_text=typed, price=None, message=_words(translate("Sales", "Unit price"), refusal))
    return replace(line, price_text=plain(price), price=price, message="")


def _words(column: str, refusal: Refusal) -> str:
    return f"{column}: {refusal.message.partition(': ')[2] or refusal.message}"
