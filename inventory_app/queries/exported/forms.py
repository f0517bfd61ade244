"""The forms of exported values; apart, because the process that writes them knows no database."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How a column's stored values are written."""

    TEXT = "text"  # somebody typed it: guarded against spreadsheets
    PLAIN = "plain"  # a text of ours: a kind, a status
    INTEGER = "integer"
    FLAG = "flag"
    IDENTIFIER = "identifier"  # a UUID
    TIME = "time"
    DAY = "day"
    QUANTITY = "quantity"
    MONEY = "money"
    TOTAL = "total"  # a sum of quantities in two parts, see queries/exact.py
    WORTH = "worth"  # a quantity and what a piece costs
