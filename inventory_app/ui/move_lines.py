"""The moves of a product as the detail panels list them: what, its kind, the change, who, when, and what it led to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from inventory_app.ui.theme import formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.detail_panel import TwoLines

if TYPE_CHECKING:
    from inventory_app.queries.moves import ChangeRow

ASKED = 50  # moves read for the panel …
SHOWN = 20  # … and of these shown


def move_lines(changes: Sequence[ChangeRow], now: datetime, *, with_place: bool) -> list[TwoLines]:
    """The newest moves; ``with_place`` names the place, where the panel is about all of them."""
    return [_line(change, now, with_place) for change in changes[:SHOWN]]


def this_month(changes: Sequence[ChangeRow], now: datetime, *, complete: bool) -> str:
    """ "24 this month", "50+ this month" when more are there than were read."""
    here = now.astimezone()
    months = [change.move.moved_at.astimezone() for change in changes]
    count = sum(1 for at in months if (at.year, at.month) == (here.year, here.month))
    if not changes:
        return ""
    more = "+" if count == len(changes) and not complete else ""
    return translate("Moves", "{count} this month").format(count=f"{formats.number(count)}{more}")


def _line(change: ChangeRow, now: datetime, with_place: bool) -> TwoLines:
    move = change.move
    if move.kind == "transfer":
        what = (
            translate("Moves", "to {target}").format(target=move.target)
            if change.change < 0
            else translate("Moves", "from {source}").format(source=move.source)
        )
    else:
        what = move.document or move.reason
    at = formats.moment(move.moved_at, now)
    when = translate("Moves", "today {clock}").format(clock=at) if len(at) == len("10:42") else at
    below = " · ".join(part for part in (when, short_name(move.actor), lot_words(move.lot, move.serial)) if part)
    on_hand = formats.quantity(change.on_hand)
    return TwoLines(
        what,
        translate("MoveKinds", move.kind),
        formats.change(change.change),
        below,
        translate("Moves", "{on_hand} at {location}").format(on_hand=on_hand, location=change.location)
        if with_place
        else translate("Moves", "on hand {on_hand}").format(on_hand=on_hand),
        "committed" if change.change > 0 else "",
    )


def short_name(actor: str) -> str:
    """ "Mira K." for Mira Kowalski; a name of one word stays."""
    first, _, last = actor.strip().partition(" ")
    return f"{first} {last.strip()[0]}." if last.strip() else first


def lot_words(lot: str, serial: str) -> str:
    """ "L7", "L7 #0042", "#0042"."""
    return " ".join(part for part in (lot, f"#{serial}" if serial else "") if part)
