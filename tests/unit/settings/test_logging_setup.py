"""The log: private, rotating, shared, and without secrets or the values of statements."""

from __future__ import annotations

import asyncio
import logging
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from inventory_app.settings import logging_setup
from inventory_app.settings.declared import LogLevel
from inventory_app.settings.logging_setup import PrivateLogFile, set_up_logging
from inventory_app.settings.masking import mask_secrets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def levels_as_before() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("", "sqlalchemy.engine", *logging_setup._TALKATIVE)]
    before = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ("postgresql+asyncpg://mira:geheim@db/x", "postgresql+asyncpg://mira:***@db/x"),
        ("see postgres://mira:ge@heim/1@db:5432/x now", "see postgres://mira:***@db:5432/x now"),
        ("postgresql://mira@db/x is fine", "postgresql://mira@db/x is fine"),
        ("http://host:80/path is fine", "http://host:80/path is fine"),
        ("password=geheim user=mira", "password=*** user=mira"),
        ("{'password': 'ge heim', 'a': 1}", "{'password': ***, 'a': 1}"),
        ('"PGPASSWORD" = "geheim"', '"PGPASSWORD" = ***'),
        ("Passwd: geheim", "Passwd: ***"),
        ("connect(password='geheim', ssl=None)", "connect(password=***, ssl=None)"),
        ("no password was given", "no password was given"),
        ("InvalidPasswordError: password refused", "InvalidPasswordError: password refused"),
    ],
)
def test_passwords_are_taken_out_of_text(line: str, masked: str) -> None:
    assert mask_secrets(line) == masked


def test_a_known_secret_is_taken_out_wherever_it_stands() -> None:
    assert mask_secrets("user a|b failed: a|b, (a|b)", ["a|b", ""]) == "user *** failed: ***, (***)"


def test_lines_and_tracebacks_are_masked_in_a_private_file(tmp_path: Path) -> None:
    path = tmp_path / "state" / "stockroom.log"
    setup = set_up_logging(path)
    try:
        logger = logging.getLogger("inventory_app.test")
        logger.info("opening %s", "postgresql://mira:geheim@db/x")
        try:
            int("password=geheim")
        except ValueError:
            logger.exception("it failed")
        logger.debug("too fine")
        logger.info("half a character \ud800")
    finally:
        setup.close()
    written = path.read_text()
    assert "geheim" not in written
    assert "postgresql://mira:***@db/x" in written
    assert "base 10: 'password=***" in written
    assert "too fine" not in written
    assert "\\ud800" in written
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("hide", [True, False])
def test_the_sql_switch_writes_statements_without_values(tmp_path: Path, hide: bool) -> None:
    path = tmp_path / "stockroom.log"
    engine = create_engine("sqlite://", hide_parameters=hide)
    setup = set_up_logging(path, LogLevel.DEBUG)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 'before'"))
            setup.log_sql(True)
        with engine.connect() as connection:
            connection.execute(text("SELECT :value AS found"), {"value": "geheim"}).all()
            setup.log_sql(False)
        with engine.connect() as connection:
            connection.execute(text("SELECT 'after'"))
    finally:
        setup.close()
        engine.dispose()
    written = path.read_text()
    assert "AS found" in written
    assert "geheim" not in written
    assert "before" not in written
    assert "after" not in written


async def test_the_async_drivers_write_no_values_either(tmp_path: Path) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    path = tmp_path / "stockroom.log"
    setup = set_up_logging(path, LogLevel.DEBUG, sql=True)
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT :value AS found"), {"value": "geheim"})
    finally:
        await engine.dispose()
        await asyncio.sleep(0)
        setup.close()
    written = path.read_text()
    assert "AS found" in written
    assert "geheim" not in written


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "stockroom.log").mkdir()
    setup = set_up_logging(tmp_path / "stockroom.log")
    try:
        logging.getLogger("inventory_app.test").warning("password=%s", "geheim")
        assert "cannot be written" in (setup.notice or "")
    finally:
        setup.close()
    assert "password=***" in capsys.readouterr().err


def test_files_rotate_and_several_writers_lose_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging_setup, "MOST_BYTES", 1_000)
    monkeypatch.setattr(logging_setup, "KEPT_FILES", 50)
    path = tmp_path / "stockroom.log"
    writers = [PrivateLogFile(path), PrivateLogFile(path)]
    for number in range(100):
        for name, writer in enumerate(writers):
            writer.emit(logging.LogRecord("x", logging.INFO, "", 0, f"{name}-{number} " + "." * 20, None, None))
    for writer in writers:
        writer.close()
    files = list(tmp_path.glob("stockroom.log*"))
    logs = [file for file in files if not file.name.endswith(".lock")]
    lines = [line.split()[0] for file in logs for line in file.read_text().splitlines()]
    assert sorted(lines) == sorted(f"{name}-{number}" for name in (0, 1) for number in range(100))
    assert len(logs) > 3
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
