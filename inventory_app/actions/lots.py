"""Finding and making the lots that an action names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.actions.action import Work
from inventory_app.actions.changes import PRODUCT, record_change
from inventory_app.actions.lookup import ProductRef
from inventory_app.database.tables import Lot, Product
from inventory_app.domain.errors import Refusal
from inventory_app.domain.stock import Tracking
from inventory_app.domain.texts import LOT_BYTES, optional_key


@dataclass(frozen=True, slots=True)
class LotRef:
    """A lot as a move needs it; ``name`` as a person reads it, '' for “no lot”."""

    id: int
    name: str = ""
    is_serial: bool = False
    expires_on: date | None = None


NO_LOT = LotRef(0)


async def find_lot(
    session: AsyncSession, product: ProductRef, lot_number: str, serial: str, *, field: str = "lot"
) -> LotRef:
    """The lot of that name; raises Refusal when the product has none such."""
    found = await known_lot(session, product, lot_number, serial)
    if found is None:
        name = lot_name(lot_number, serial)
        raise Refusal("lot_unknown", f"{product.sku} has no lot or serial {name}.", field=field)
    return found


async def find_or_make_lot(
    work: Work, product: ProductRef, lot_number: str, serial: str, expires_on: date | None = None
) -> tuple[LotRef, str]:
    """The lot of that name, made when it is new. The text tells when the product's tracking was raised for it."""
    session = work.session
    if not lot_number and not serial:
        return NO_LOT, ""
    found = await known_lot(session, product, lot_number, serial)
    if found is None and serial and lot_number:
        await _refuse_serial_of_another_lot(session, product, lot_number, serial)
    note = await _raise_tracking(work, product, Tracking.SERIAL if serial else Tracking.LOT)
    if found is not None:
        return found, note
    lot_number = optional_key(lot_number, field="lot", limit=LOT_BYTES)
    serial = optional_key(serial, field="serial", limit=LOT_BYTES)
    lot = Lot(
        product_id=product.id, lot_number=lot_number, serial=serial, is_serial=bool(serial), expires_on=expires_on
    )
    session.add(lot)
    await session.flush()
    return LotRef(lot.id, lot_name(lot_number, serial), bool(serial), expires_on), note


async def _raise_tracking(work: Work, product: ProductRef, needed: Tracking) -> str:
    """Let the product be tracked at least so, and write that down; says so, '' when it is already."""
    if product.tracking in (needed, Tracking.SERIAL):
        return ""
    here = Product.id == product.id
    now = await work.session.scalar(select(Product.tracking).where(here).with_for_update(key_share=True))
    if now is None or now in (needed, Tracking.SERIAL):
        return ""
    await work.session.execute(update(Product).where(here).values(tracking=needed))
    await record_change(work, PRODUCT, product.id, {"tracking": now}, {"tracking": needed.value})
    return f"{product.sku} is tracked by {needed} from now on."


async def _refuse_serial_of_another_lot(
    session: AsyncSession, product: ProductRef, lot_number: str, serial: str
) -> None:
    """One serial is one piece, whatever lot it is written with."""
    known = await known_lot(session, product, "", serial)
    if known is not None:
        message = f"{product.sku}: serial {serial} is known as {known.name}, not with lot {lot_number}."
        raise Refusal("serial_duplicate", message, field="serial")


async def lots_by_id(session: AsyncSession, ids: Iterable[int]) -> Mapping[int, LotRef]:
    """The lots of these ids, “no lot” included."""
    wanted = sorted(set(ids) - {0})
    refs = {0: NO_LOT}
    if wanted:
        for lot in await session.scalars(select(Lot).where(Lot.id.in_(wanted))):
            refs[lot.id] = LotRef(lot.id, lot_name(lot.lot_number, lot.serial), lot.is_serial, lot.expires_on)
    return refs


def lot_name(lot_number: str, serial: str) -> str:
    """``L7``, ``L7 #0042`` or ``#0042``."""
    return " ".join(part for part in (lot_number, f"#{serial}" if serial else "") if part)


async def known_lot(session: AsyncSession, product: ProductRef, lot_number: str, serial: str) -> LotRef | None:
    """The lot of that name, “no lot” for no name; None when the product has none such."""
    if not lot_number and not serial:
        return NO_LOT
    query = select(Lot).where(Lot.product_id == product.id, Lot.serial == serial)
    # A serial names the piece by itself; the lot is compared only when it was given too.
    if lot_number or not serial:
        query = query.where(Lot.lot_number == lot_number)
    lot = await session.scalar(query)
    if lot is None:
        return None
    return LotRef(lot.id, lot_name(lot.lot_number, lot.serial), lot.is_serial, lot.expires_on)
