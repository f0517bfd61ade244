"""The formats of exports."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How a table is written."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
