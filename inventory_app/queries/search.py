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
from inventory_app.queries.engine import is_postgresql, plan_for_these_values

_FEW = 1_000
_TRIGRAM = 3
_SIZES = (1, 10, 100, _FEW, 2 * _FEW)
_ESCAPE = "\\"
_LAST_CHARACTER = "\U0010ffff"
_search = table("product_search", column("rowid"), column("product_search"))


async def matching(session: AsyncSession, text: str) -> ColumnElement[bool] | None:
    """The condition on Product that ``text`` makes; None when there is nothing to look for."""
    words = _storable(text).split()
    if not words:
        return None
    await plan_for_these_values(session)
    whole = " ".join(words)
    if any(len(word) >= _TRIGRAM for word in words):
        ids = await _few_ids(session, words, whole)
        if ids is not None:
            return Product.id.in_(_padded(ids))
    by_barcode = select(ProductBarcode.product_id).where(
        ProductBarcode.product_id == Product.id, _barcode_begins(whole)
    )
    return or_(_contains_all(words), by_barcode.exists())


async def _few_ids(session: AsyncSession, words: Sequence[str], whole: str) -> list[int] | None:
    """The ids that match, or None when there are many."""
    by_text = (await session.scalars(_text_ids(session, words).limit(_FEW + 1))).all()
    if len(by_text) > _FEW:
        return None
    query = select(ProductBarcode.product_id).where(_barcode_begins(whole)).limit(_FEW + 1)
    by_barcode = (await session.scalars(query)).all()
    return None if len(by_barcode) > _FEW else sorted({*by_text, *by_barcode})


def _text_ids(session: AsyncSession, words: Sequence[str]) -> Select[Any]:
    if is_postgresql(session):
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
    return or_(*[field.ilike(f"%{escaped(variant)}%", escape=_ESCAPE) for variant in sorted(variants)])


def escaped(text: str) -> str:
    """``text`` for a LIKE pattern with the escape character ``\\``: its wildcards stand for themselves."""
    return text.replace(_ESCAPE, _ESCAPE * 2).replace("%", f"{_ESCAPE}%").replace("_", f"{_ESCAPE}_")


def contains(field: Any, text: str) -> ColumnElement[bool]:
    """``field`` holds ``text`` somewhere, whatever the case of its letters."""
    return _contains(field, _storable(text).strip())


def _storable(text: str) -> str:
    """Without what no database keeps: NULs and halves of characters."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")


def _barcode_begins(text: str) -> ColumnElement[bool]:
    if len(text) < _TRIGRAM:
        return ProductBarcode.barcode == text
    return between_prefix(ProductBarcode.barcode, text)


def between_prefix(field: Any, prefix: str) -> ColumnElement[bool]:
    """``field`` begins with ``prefix``, as a range that an index in byte order answers."""
    return and_(field >= prefix, field < literal(prefix + _LAST_CHARACTER))


def _padded(ids: Sequence[int]) -> list[int]:
    """Filled up to a few sizes: each size is one statement that the driver prepares once."""
    if not ids:
        return [-1]
    size = next(size for size in _SIZES if size >= len(ids))
    return [*ids, *[ids[-1]] * (size - len(ids))]
