"""``stock``: the levels, one after another, whatever their number."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from tempfile import SpooledTemporaryFile

from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.command_line.opening import Opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import CannotDo, Status
from inventory_app.domain.numbers import plain
from inventory_app.queries.locations import locations
from inventory_app.queries.products import has_product
from inventory_app.queries.stock import LevelFilter, LevelRow, stream_levels

_TITLES = ("SKU", "Location", "Lot", "Serial", "On hand", "Reserved", "Available")
_WIDTHS = (20, 28, 16, 16, 14, 14, 14)
_TEXTS = 4
_IN_MEMORY = 8 * 1024 * 1024
_PIECE = 64 * 1024


async def stock(opened: Opened, given: Namespace, output: Output) -> Status:
    """Print what is where."""
    wanted = LevelFilter(sku=given.sku, location=given.location, zero=given.zero)
    async with opened.database.read() as session:
        await _refuse_unknown(session, given)
        if output.as_json:
            await _as_json(session, wanted, output)
        else:
            await _as_table(session, wanted, output)
    return Status.DONE


async def _refuse_unknown(session: AsyncSession, given: Namespace) -> None:
    """A name that was typed wrong must not look like an empty shelf."""
    if given.sku is not None and not await has_product(session, given.sku):
        raise CannotDo("refused", f"There is no product {given.sku}.")
    if given.location is not None:
        paths = {row.path for row in await locations(session)}
        if given.location not in paths:
            raise CannotDo("refused", f"There is no location {given.location}.")


async def _as_json(session: AsyncSession, wanted: LevelFilter, output: Output) -> None:
    """One object, of millions of levels perhaps: put aside until it is whole, then handed over in pieces."""
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as aside:
        mark = '{"levels": ['
        async for row in stream_levels(session, wanted):
            aside.write(mark + json.dumps(level_values(row)))
            mark = ",\n"
        aside.write("]}\n" if mark == ",\n" else '{"levels": []}\n')
        aside.seek(0)
        while piece := aside.read(_PIECE):
            output.raw(piece)
    output.finish()


def level_values(row: LevelRow) -> dict[str, str]:
    """A level under the names of the contract."""
    return {
        "sku": row.sku,
        "location": row.location,
        "lot": row.lot,
        "serial": row.serial,
        "on_hand": plain(row.on_hand),
        "reserved": plain(row.reserved),
        "available": plain(row.available),
    }


async def _as_table(session: AsyncSession, wanted: LevelFilter, output: Output) -> None:
    output.text(_line(_TITLES))
    count = 0
    async for row in stream_levels(session, wanted):
        output.text(_line(tuple(level_values(row).values())))
        count += 1
        if output.closed:
            return
    output.note(f"{count:,} levels" if count != 1 else "1 level")


def _line(cells: Sequence[str]) -> str:
    texts = [f"{cell:<{width}}" for cell, width in zip(cells[:_TEXTS], _WIDTHS, strict=False)]
    numbers = [f"{cell:>{width}}" for cell, width in zip(cells[_TEXTS:], _WIDTHS[_TEXTS:], strict=True)]
    return " ".join(texts + numbers)
