"""No password of any characters is ever printed or logged."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inventory_app.settings.errors import SettingsError
from inventory_app.settings.logging_setup import MaskingFormatter
from inventory_app.settings.masking import mask_secrets, mask_url
from inventory_app.settings.places import Places
from inventory_app.settings.store import SettingsStore
from inventory_app.settings.urls import is_url, split_url

# Letters of its own, so that a part of the password is known wherever it turns up.
PASSWORDS = st.lists(st.sampled_from("ÄÖÜ@:/?#'\"%[]&=,; \n\t1\\"), min_size=1).map(
    lambda parts: "Ж".join(["", *parts, ""])
)
BEGINNINGS = st.sampled_from(
    ["postgresql+asyncpg://", "postgres://", "postgres//", "postgresql:/", "mysql://", "POSTGRESQL://", "//", ""]
)
ENDS = st.sampled_from(["@host/db", "@host/db?foo=1", "@host:54x/db", "@h", "@host:5432/db?sslmode=no", "@"])


def said(what: object) -> str:
    """All that anybody may read of it."""
    return f"{what} {what!r}"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql+asyncpg://u:pa'ss@host/db?foo=1", "postgresql+asyncpg://u:***@host/db?foo=1"),
        ('postgresql://u:pa"s s@host/db', "postgresql://u:***@host/db"),
        ("postgres//u:secretpw@h/db", "postgres//u:***@h/db"),
        ("postgresql://mira@shop:pw@host/db", "postgresql://mira@shop:***@host/db"),
        ("postgresql://u:pw", "postgresql://u:***"),
        ("postgresql://u@host:5432/db", "postgresql://u@host:5432/db"),
        ("postgresql://host:5432/db", "postgresql://host:5432/db"),
        ("postgresql://u@host/db?password=a,b&x=1", "postgresql://u@host/db?password=***&x=1"),
        ("u:pw@host", "u:***@host"),
        ("Shop: north", "Shop: north"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert mask_url(url) == shown


@given(beginning=BEGINNINGS, password=PASSWORDS, end=ENDS)
def test_what_cannot_be_read_never_shows_the_password(beginning: str, password: str, end: str) -> None:
    typed = f"{beginning}mira:{password}{end}"
    assert "Ж" not in mask_url(typed)
    try:
        read = split_url(typed)
        told = said(read) + said(read.profile) + read.profile.display()
    except SettingsError as refused:
        told = said(refused)
    assert "Ж" not in told


@given(password=PASSWORDS, end=ENDS)
def test_an_unknown_profile_never_shows_the_password(
    tmp_path_factory: pytest.TempPathFactory, password: str, end: str
) -> None:
    typed = f"postgres//mira:{password}{end}"
    store = SettingsStore(Places.of_user(tmp_path_factory.getbasetemp()))
    with pytest.raises(SettingsError) as refused:
        split_url(typed) if is_url(typed) else store.profile(typed)
    assert "Ж" not in said(refused.value)


@given(password=PASSWORDS, end=ENDS)
def test_what_is_logged_never_shows_the_password(password: str, end: str) -> None:
    line = f"cannot open postgresql+asyncpg://mira:{password}{end}"
    assert "Ж" not in mask_secrets(line)
    record = logging.LogRecord("x", logging.WARNING, str(Path(__file__)), 1, "tried %s: %s", (line, "in vain"), None)
    assert "Ж" not in MaskingFormatter("%(message)s").format(record)
