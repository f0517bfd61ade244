"""How figures, durations and times are written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.ui.theme import formats


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("42", 0, "42"),
        ("42", 1, "42\u2008\u2007"),
        ("12.5", 1, "12.5"),
        ("12.5", 3, "12.5\u2007\u2007"),
        ("1234567.25", 2, "1,234,567.25"),
        ("-3", 0, "−3"),
        ("0.000001", 1, "0.000001"),
        ("-0", 0, "0"),
        ("0E+3", 0, "0"),
        ("1E+3", 0, "1,000"),
    ],
)
def test_quantity(value: str, decimals: int, shown: str) -> None:
    assert formats.quantity(Decimal(value), decimals) == shown


def test_quantity_that_is_not_known_is_blank() -> None:
    assert formats.quantity(None) == ""
    assert formats.money(None) == ""


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=6))
def test_quantity_is_never_rounded(value: Decimal) -> None:
    shown = formats.quantity(value, 2)
    plain = shown.replace(",", "").replace(formats.MINUS, "-").rstrip("\u2007").rstrip("\u2008")
    assert Decimal(plain) == value


@pytest.mark.parametrize(("value", "shown"), [("3", "+3"), ("-3", "−3"), ("0", "0"), ("36.5", "+36.5")])
def test_change_has_its_sign(value: str, shown: str) -> None:
    assert formats.change(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [("4.9", "4.90"), ("1234.5", "1,234.50"), ("0.1234", "0.1234"), ("-2", "−2.00")]
)
def test_money(value: str, shown: str) -> None:
    assert formats.money(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.0, "1 ms"),
        (0.012, "12 ms"),
        (0.34, "340 ms"),
        (0.99949, "999 ms"),
        (0.9996, "1.0 s"),
        (31.4, "31.4 s"),
        (59.96, "1 min 00 s"),
        (125.0, "2 min 05 s"),
        (3720.0, "1 h 02 min"),
    ],
)
def test_duration(seconds: float, shown: str) -> None:
    assert formats.duration(seconds) == shown


def test_moments_say_how_long_ago() -> None:
    now = datetime(2026, 11, 21, 10, 42).astimezone()
    assert formats.moment(now, now) == "10:42"
    assert formats.moment(now - timedelta(days=1), now) == "yesterday 10:42"
    assert formats.moment(datetime(2026, 11, 18, 9, 30).astimezone(), now) == "18 Nov 09:30"
    assert formats.moment(datetime(2025, 11, 18, 9, 30).astimezone(), now) == "18 Nov 2025"
    assert formats.moment(now.astimezone(UTC), now) == "10:42"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (22, "22nd")],
)
def test_ordinal(value: int, shown: str) -> None:
    assert formats.ordinal(value) == shown


def test_counts_and_sizes() -> None:
    assert formats.counted(1, "level") == "1 level"
    assert formats.counted(1248, "level") == "1,248 levels"
    assert formats.counted(2, "category", "categories") == "2 categories"
    assert formats.file_size(512) == "512 bytes"
    assert formats.file_size(84 * 1024**2) == "84 MB"
    assert formats.file_size(19_293_798) == "18.4 MB"
    assert formats.decimals_of([Decimal("1"), Decimal("2.50"), Decimal("3.125")]) == 3
    assert formats.left(12.2) == "12 s left"
    assert formats.left(180) == "3 min left"
