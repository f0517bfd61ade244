"""Which records of a file may have a key in common: told by hashes, in eight bytes for each key of a record.

They are few, and SQL looks at those alone; two keys that only share their hash do no harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from inventory_app.importing.checks.blocks import RECORD
from inventory_app.importing.kinds import FileKey

_NUL = "\0"  # in no staged text, so it separates the parts of a key
# So many hashes are sorted at once: what repeats is looked for in one share of all hashes after the other.
_SORTED_AT_ONCE = 2_000_000


class KeyHashes:
    """The hashes of all keys of the records that were added, in file order."""

    def __init__(self, keys: Sequence[FileKey]) -> None:
        self._keys = keys
        self._records: list[int | pl.Series] = []
        self._hashes: dict[str, list[pl.Series]] = {key.field: [] for key in keys}

    def add(self, rows: pl.DataFrame) -> None:
        """Some more rows."""
        if not self._keys or not rows.height:
            return
        records = rows[RECORD]
        # Mostly they follow each other, and the first one says it all.
        follows = records[-1] - records[0] + 1 == rows.height
        self._records.append(records[0] if follows else records.clone())
        for name, hashes in rows.select(_hashed(key) for key in self._keys).to_dict().items():
            self._hashes[name].append(hashes)

    def candidates(self) -> Iterator[tuple[str, pl.Series]]:
        """For each key the records that have one in common with another record; to be asked once."""
        for name in list(self._hashes):
            hashes = self._hashes.pop(name)
            repeated = _repeated(hashes)
            places = (part.is_in(repeated).arg_true().cast(pl.Int64) for part in hashes if repeated.len())
            found = (
                at + records if isinstance(records, int) else records.gather(at)
                for at, records in zip(places, self._records, strict=False)
            )
            yield name, pl.concat([pl.Series(dtype=pl.Int64), *found])


def _repeated(hashes: Sequence[pl.Series]) -> pl.Series:
    """The hashes that occur more than once."""
    shares = sum(part.len() for part in hashes) // _SORTED_AT_ONCE + 1
    found = [pl.Series(dtype=pl.UInt64)]
    for share in range(shares):
        mine = [part.filter(part % shares == share) if shares > 1 else part.drop_nulls() for part in hashes]
        ordered = pl.concat([pl.Series(dtype=pl.UInt64), *mine]).sort()
        found.append(ordered.filter(ordered == ordered.shift(1)).unique())
    return pl.concat(found)


def _hashed(key: FileKey) -> pl.Expr:
    """A serial number means a piece of its product only."""
    parts = [part for name in key.within for part in (pl.col(name), pl.lit(_NUL))]
    whole = pl.concat_str(*parts, pl.col(key.field)) if parts else pl.col(key.field)
    return pl.when(pl.col(key.field).is_not_null()).then(whole.hash()).alias(key.field)
