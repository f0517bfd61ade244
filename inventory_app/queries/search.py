"""Finding products by what a person types: fragments of sku and name, and barcodes from their beginning.

Words are looked for one by one and all must be found. From three letters on the trigram index of the engine answers.
A search with few hits is resolved to ids first, which any order of the page then sorts at no cost; one with many
goes along the order and passes over what does not fit, which finds a page soon just because there are many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, column, literal, or_, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from inventory_app.database.tables import Product, ProductBarcode
from inventory_app.queries.engine import ESCAPE, holds, is_postgresql, plan_for_these_values

_FEW = 1_000
_TRIGRAM = 3
_SIZES = (1, 10, 100, _FEW, 2 * _FEW)
_LAST_CHARACTER = "\U0010ffff"
_search = table("product_search", column("rowid"), column("product_search"))


async def matching(session: AsyncSession, text: str) -> ColumnElement[bool] | None:
    """The condition on Product that ``text`` makes; None when there is nothing to look for."""
    words = _storable(text).split()
    if not words:
        return None
    by_text = await _few(session, _text_ids(session, words))
    by_barcode = await _few(session, _barcode_ids(" ".join(words)))
    if by_text is not None and by_barcode is not None:
        return Product.id.in_(_padded({*by_text, *by_barcode}))
    own_barcode = _barcode_ids(" ".join(words)).where(ProductBarcode.product_id == Product.id)
    return or_(
        _contains_all(words) if by_text is None else Product.id.in_(_padded(by_text)),
        own_barcode.exists() if by_barcode is None else Product.id.in_(_padded(by_barcode)),
    )


async def matching_to_count(session: AsyncSession, text: str) -> ColumnElement[bool] | None:
    """The same for counting, which goes along no order: the index gives all hits. Of many, barcodes are no part."""
    words = _storable(text).split()
    if not words or not _is_indexed(words) or is_postgresql(session):
        return await matching(session, text)
    if await _few(session, _text_ids(session, words)) is not None:
        return await matching(session, text)
    return Product.id.in_(_text_ids(session, words))


def _is_indexed(words: Iterable[str]) -> bool:
    """Whether the trigram index can say anything: two letters are no trigram."""
    return any(len(word) >= _TRIGRAM for word in words)


async def _few(session: AsyncSession, ids: Select[Any]) -> Sequence[int] | None:
    """The ids, or None when there are many."""
    await plan_for_these_values(session)
    found = (await session.scalars(ids.limit(_FEW + 1))).all()
    return None if len(found) > _FEW else found


def _text_ids(session: AsyncSession, words: Sequence[str]) -> Select[Any]:
    if is_postgresql(session) or not _is_indexed(words):
        return select(Product.id).where(_contains_all(words))
    indexed = [word for word in words if len(word) >= _TRIGRAM]
    short = [word for word in words if len(word) < _TRIGRAM]
    hits = select(_search.c.rowid).where(_search.c.product_search.op("MATCH")(_fts(indexed)))
    if not short:
        return hits
    return select(Product.id).where(Product.id.in_(hits), _contains_all(short))


def _fts(words: Iterable[str]) -> str:
    """The words as quoted FTS5 strings, so that none of them is read as an operator."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words)


def _contains_all(words: Iterable[str]) -> ColumnElement[bool]:
    return and_(*[or_(*[_contains(field, word) for field in (Product.sku, Product.name)]) for word in words])


def _contains(field: Any, word: str) -> ColumnElement[bool]:
    # The engines fold only ASCII letters in some collations: other letters are tried in both cases as well.
    variants = {word} if word.isascii() else {word, word.lower(), word.upper()}
    return or_(*[holds(field, f"%{_escaped(variant)}%") for variant in sorted(variants)])


def _escaped(text: str) -> str:
    """``text`` for a LIKE pattern: its wildcards stand for themselves."""
    return text.replace(ESCAPE, ESCAPE * 2).replace("%", f"{ESCAPE}%").replace("_", f"{ESCAPE}_")


def contains(field: Any, text: str) -> ColumnElement[bool]:
    """``field`` holds ``text`` somewhere, whatever the case of its letters."""
    return _contains(field, _storable(text).strip())


def _storable(text: str) -> str:
    """Without what no database keeps: NULs and halves of characters."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")


def _barcode_ids(text: str) -> Select[Any]:
    """The products with a barcode that begins with ``text``, or that is it when it is short."""
    short = len(text) < _TRIGRAM
    hit = ProductBarcode.barcode == text if short else between_prefix(ProductBarcode.barcode, text)
    return select(ProductBarcode.product_id).where(hit)


def between_prefix(field: Any, prefix: str) -> ColumnElement[bool]:
    """``field`` begins with ``prefix``, as a range that an index in byte order answers."""
    return and_(field >= prefix, field < literal(prefix + _LAST_CHARACTER))


def _padded(ids: Iterable[int]) -> list[int]:
    """Sorted, and filled up to a few sizes: each size is one statement that the driver prepares once."""
    known = sorted(set(ids)) or [-1]
    size = next(size for size in _SIZES if size >= len(known))
    return known + known[-1:] * (size - len(known))
