"""The different texts of a few columns, each with how many records have it, in bounded memory."""

from __future__ import annotations

from typing import Any

import polars as pl

from inventory_app.importing.mapping import Mapping

MOST_VALUES = 10_000
_MOST_CHARACTERS = 4 << 20  # of all texts of a field; an answer has to fit into one frame


class ValueCounts:
    """Counts blocks of rows in file order; of each field the first different texts, the rest together."""

    def __init__(self, mapping: Mapping, most: int = MOST_VALUES) -> None:
        self._most = most
        labels = (one.label for one in mapping.assignments)
        self._names = dict(zip(mapping.staged_names, labels, strict=True))
        self._counts: dict[str, dict[str, int]] = {label: {} for label in self._names.values()}
        self._others = dict.fromkeys(self._counts, 0)
        self._room = dict.fromkeys(self._counts, _MOST_CHARACTERS)

    def add(self, rows: pl.DataFrame) -> None:
        """The rows of one more block."""
        for name, label in self._names.items():
            counts = self._counts[label]
            texts = rows.select(pl.col(name).drop_nulls()).group_by(name, maintain_order=True).len()
            for text, records in texts.iter_rows():
                if text in counts:
                    counts[text] += records
                elif len(counts) < self._most and len(text) <= self._room[label]:
                    counts[text] = records
                    self._room[label] -= len(text)
                else:
                    self._others[label] += records

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values by label."""
        return {
            label: {"texts": list(counts.items()), "others": self._others[label]}
            for label, counts in self._counts.items()
        }
